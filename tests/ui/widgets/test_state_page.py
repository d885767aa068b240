from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.label import Label
from clienteling.ui.widgets.state_page import Mood, StatePage

Show = Callable[..., QWidget]


def _page() -> StatePage:
    page = StatePage()
    page.show_state(
        "book-user",
        "Your book is ready for its first customer",
        "Add the people you want to look after. You will see their dates and what to do next.",
        primary="Find a customer",
        plain="Scan a card",
    )
    return page


def test_its_next_steps_tell(show: Show, qtbot: QtBot) -> None:
    page = _page()
    show(page, width=700)

    with qtbot.waitSignal(page.primary):
        QTest.keyClick(page.primary_button, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.plain):
        QTest.mouseClick(page.plain_button, Qt.MouseButton.LeftButton)


def test_a_step_without_words_does_not_show(show: Show) -> None:
    page = _page()
    show(page, width=700)

    page.show_state(
        "circle-alert", "The store books cannot be read", "Try again.", mood=Mood.FAILED, primary="Try again"
    )

    assert page.primary_button.isVisible()
    assert not page.plain_button.isVisible()
    assert (page.title, page.sentence) == ("The store books cannot be read", "Try again.")


def test_it_is_read_out(show: Show) -> None:
    page = _page()
    show(page, width=700)

    assert page.accessibleName() == "Your book is ready for its first customer"
    assert page.accessibleDescription().startswith("Add the people")


def test_its_sentence_is_at_most_420_wide_and_not_cut_where_it_is_narrow(show: Show) -> None:
    page = _page()
    window = show(page, width=900)
    sentence = next(label for label in page.findChildren(Label) if label.text() == page.sentence)
    assert sentence.width() == 420

    window.resize(360, 640)
    assert sentence.width() <= 312
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
