from clienteling.ui.lists.text_style import text_style
from clienteling.ui.lists.timeline_entry import Paragraph
from clienteling.ui.pos.customer.wrapped_text import LINE, WrappedText, fitted
from tests.ui.pos.customer.conftest import Counter


def test_a_text_is_as_high_as_its_lines(counter: Counter) -> None:
    text = WrappedText("one\r\ntwo\nthree")
    counter.put(text)
    assert text.height() == 3 * LINE


def test_a_text_without_spaces_gets_more_lines_when_it_gets_narrower(counter: Counter) -> None:
    text = WrappedText("x" * 400)
    counter.put(text)
    text.setFixedWidth(600)
    wide = text.height()
    text.setFixedWidth(200)
    assert text.height() > wide


def test_a_text_that_was_cut_shows_whole_when_asked(counter: Counter) -> None:
    text = WrappedText("word " * 2000, most=12)
    counter.put(text)
    text.setFixedWidth(500)
    assert text.is_cut
    assert text.height() == 12 * LINE
    text.show_whole(True, 12)
    assert text.height() > 12 * LINE
    text.show_whole(False, 12)
    assert text.height() == 12 * LINE


def test_what_fits_is_left_alone(counter: Counter) -> None:
    words, cut = fitted("short", 300, text_style(), 2)
    assert not cut
    assert words.height == LINE


def test_what_does_not_fit_ends_with_an_ellipsis_in_the_last_line(counter: Counter) -> None:
    text = "word " * 200
    words, cut = fitted(text, 300, text_style(), 3)
    assert cut
    assert words.height == 3 * LINE
    assert not words.is_cut
    assert Paragraph(text, 300, text_style(), 3).is_cut
