"""The layout of an entry: texts wrap, long ones are cut, nothing overlaps."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter

from clienteling.domain.activity import TimelineKind
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.lists.timeline_entry import EntryLayout, Paragraph, Part
from clienteling.ui.lists.timeline_text import Entry
from clienteling.ui.theme import theme_of


def _entry(kind: TimelineKind = TimelineKind.ACTIVITY, **more: object) -> Entry:
    return Entry(kind, "phone", "Phone call", "Jens Kjær", "6 Nov, 17:20", **more)  # type: ignore[arg-type]


def test_text_wraps_at_words_and_inside_words_that_are_too_long() -> None:
    style = text_style()
    words, word = "two words " * 40, "W" * 300
    assert Paragraph(words, 300, style).height > 20
    assert Paragraph(word, 300, style).height >= 20 * style.width(word) / 300
    assert Paragraph("one\ntwo\r\nthree", 300, style).height == 60


def test_a_long_text_is_cut_unless_all_of_it_is_wanted() -> None:
    entry = _entry(text="Prefers to be called after five. " * 60)
    cut, whole = EntryLayout(entry, 800), EntryLayout(entry, 800, whole=True)
    assert cut.is_cut
    assert not whole.is_cut
    assert whole.height > cut.height


@pytest.mark.parametrize(
    "text",
    [
        "W" * 20_000,
        "word " * 4_000,
        "line\n" * 4_000,
        "\n" * 5_000,
        "\N{ZERO WIDTH SPACE}" * 20_000,
        "a" + "\N{COMBINING ACUTE ACCENT}" * 19_999,
        "\N{ARABIC LETTER BEH}" * 20_000,
        "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}" * 6_000,
    ],
)
@pytest.mark.parametrize("kind", [TimelineKind.ACTIVITY, TimelineKind.NOTE])
def test_a_very_long_or_odd_text_takes_no_more_than_a_few_lines(kind: TimelineKind, text: str) -> None:
    entry = _entry(kind, text=text)
    layout = EntryLayout(entry, 800)
    assert layout.height < 300
    assert layout.is_cut
    assert EntryLayout(entry, 800, whole=True).height >= 20


def test_only_as_much_of_a_long_text_is_laid_out_as_can_be_seen() -> None:
    style = text_style()
    few, all_of_it = Paragraph("word " * 4_000, 700, style, 8), Paragraph("word " * 4_000, 700, style)
    assert few._layout.lineCount() == 9
    assert len(few._layout.text()) < 4_000
    assert all_of_it._layout.lineCount() > 100
    assert len(all_of_it._layout.text()) == 20_000


def test_who_edited_it_takes_a_line_and_a_new_part_begins_with_its_head() -> None:
    bare = EntryLayout(_entry(text="One line."), 800).height
    assert EntryLayout(_entry(text="One line.", edited="Edited by Jens"), 800).height == bare + 24
    assert EntryLayout(_entry(text="One line.", head="Planned"), 800).height == bare + 36


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_signs_of_an_entry_are_big_enough_for_a_finger(direction: Qt.LayoutDirection) -> None:
    layout = EntryLayout(_entry(text="One line.", edited="Edited by Jens", head="Planned"), 800)
    points = [QPoint(x, y) for x in range(0, 800, 4) for y in range(0, layout.height, 4)]
    for part in (Part.MENU, Part.EDITED):
        hit = [point for point in points if layout.part_at(point, direction) is part]
        assert max(p.x() for p in hit) - min(p.x() for p in hit) >= 40
        assert max(p.y() for p in hit) - min(p.y() for p in hit) >= 32
    assert Part.MENU not in {EntryLayout(_entry(TimelineKind.PURCHASE), 800).part_at(p, direction) for p in points}


def test_an_entry_is_as_high_as_what_it_holds() -> None:
    bare = EntryLayout(_entry(), 800).height
    assert EntryLayout(_entry(text="One line."), 800).height == bare + 6
    two, three = (
        EntryLayout(_entry(TimelineKind.PURCHASE, lines=(("Coat", "€1.00"),) * count), 800).height for count in (2, 3)
    )
    assert three - two == 33


@pytest.mark.parametrize("width", [60, 200, 486, 878])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize(
    "entry",
    [
        _entry(text="W" * 500),
        _entry(TimelineKind.NOTE, subject="Sizes " * 30, text="38 EU\n" * 30),
        _entry(TimelineKind.PURCHASE, lines=(("Donaudampfschifffahrt" * 6, "−€1,000,020.50"), ("Coat", "€1"))),
    ],
)
def test_everything_is_painted_inside_the_entry(entry: Entry, direction: Qt.LayoutDirection, width: int) -> None:
    layout = EntryLayout(entry, width)
    image = QImage(width + 200, layout.height + 100, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    layout.paint(painter, theme_of(), goes_on=False, focused=False)
    painter.end()
    below = [image.pixelColor(x, layout.height + 2) for x in range(image.width())]
    beside = [image.pixelColor(width + 40, y) for y in range(image.height())]
    untouched = {color.name() for color in below + beside}
    assert untouched == {"#ff00ff"}


def test_a_long_heading_is_known_to_be_elided() -> None:
    assert EntryLayout(_entry(), 800).heading_fits()
    long = Entry(TimelineKind.ACTIVITY, "phone", "Phone call", "Jens " * 60, "6 Nov, 17:20")
    assert not EntryLayout(long, 800).heading_fits()
