"""The layout of an entry: texts wrap, long ones are cut, nothing overlaps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from clienteling.domain.activity import TimelineKind
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.lists.timeline_entry import EntryLayout, Paragraph
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
