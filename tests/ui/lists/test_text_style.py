"""Single lines of text."""

from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import STRONG, TEXT_HEAD
from clienteling.ui.widgets.drawing import text_width


def test_widths_are_those_of_the_font() -> None:
    style = text_style(TEXT_HEAD, STRONG)
    for _again in range(2):
        assert (
            text_width(style.font, "Anna Bērziņa") - 1
            < style.width("Anna Bērziņa")
            <= text_width(style.font, "Anna Bērziņa")
        )


def test_a_text_is_elided_only_when_it_must_be() -> None:
    style = text_style()
    assert style.fitted("Anna Bērziņa", style.width("Anna Bērziņa")) == "Anna Bērziņa"
    shorter = style.fitted("Anna Bērziņa", 50)
    assert shorter.endswith("…")
    assert style.width(shorter) <= 50


def test_remembering_widths_does_not_grow_for_ever() -> None:
    style = text_style()
    for number in range(5000):
        style.width(str(number))
    assert len(style._widths) <= 4096
