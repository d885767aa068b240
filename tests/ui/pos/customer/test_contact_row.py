from PySide6.QtGui import QGuiApplication

from clienteling.ui.pos.customer.contact_row import ContactRow
from tests.ui.pos.customer.conftest import Counter


def test_pressing_a_row_copies_what_is_dialled(counter: Counter) -> None:
    row = ContactRow("(212) 555-0100", "Mobile", counter.till.messages, copied="+12125550100")
    counter.put(row)
    row.click()
    assert QGuiApplication.clipboard().text() == "+12125550100"
    assert counter.toast.text == "Copied"


def test_without_anything_else_the_shown_value_is_copied(counter: Counter) -> None:
    row = ContactRow("giulia@example.com", "", counter.till.messages)
    counter.put(row)
    row.click()
    assert QGuiApplication.clipboard().text() == "giulia@example.com"


def test_a_value_without_spaces_wraps_within_the_row(counter: Counter) -> None:
    row = ContactRow("a" * 120 + "@example.com", "Work", counter.till.messages)
    counter.put(row)
    row.setFixedWidth(316)
    assert row.height() > ContactRow("a", "", counter.till.messages).sizeHint().height()
    assert row.toolTip() == ""


def test_what_does_not_fit_at_all_is_in_the_tooltip(counter: Counter) -> None:
    endless = "b" * 5000
    row = ContactRow(endless, "The office of the second assistant", counter.till.messages)
    counter.put(row)
    row.setFixedWidth(316)
    assert row.toolTip() == f"{endless}\nThe office of the second assistant"
