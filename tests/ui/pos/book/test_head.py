"""The head of a book."""

from pytestqt.qtbot import QtBot

from clienteling.domain.card import PropertyDefinition
from clienteling.domain.filters import HOLDER
from clienteling.domain.history import CONTACT, SPEND
from clienteling.ui.pos.book.head import BookHead
from clienteling.ui.widgets.select import Choice
from tests.ui.pos.book import facets


def make(qtbot: QtBot) -> tuple[BookHead, list[tuple[str, bool]]]:
    head = BookHead("My client book")
    qtbot.addWidget(head)
    head.show_sorts(
        (
            PropertyDefinition("attribute:1", facets.SPEND, False),
            PropertyDefinition("attribute:2", facets.BRAND, False),
        ),
        "en",
    )
    asked: list[tuple[str, bool]] = []
    head.sort_changed.connect(lambda key, descending: asked.append((key, descending)))
    return head, asked


def test_numbers_and_scores_run_downwards_at_first(qtbot: QtBot) -> None:
    head, asked = make(qtbot)
    for key in ("attribute:1", "attribute:2", "score", "next_date"):
        head.sort.changed.emit(key)
    assert asked == [("attribute:1", True), ("attribute:2", False), ("score", True), ("next_date", False)]


def test_the_direction_turns(qtbot: QtBot) -> None:
    head, asked = make(qtbot)
    head.direction.click()
    head.direction.click()
    assert asked == [("name", True), ("name", False)]
    assert head.direction.accessibleName() == "Ascending"


def test_properties_can_be_sorted_by_under_their_names(qtbot: QtBot) -> None:
    head, _ = make(qtbot)
    assert [choice.label for choice in head.sort.choices] == [
        "Name",
        "Last contact",
        "Next date",
        "Engagement score",
        "Relationship health",
        "Total spend",
        "Last purchase",
        "Spend",
        "Brand",
    ]


def test_the_books_of_a_store_can_be_sorted_by_their_holders(qtbot: QtBot) -> None:
    head = BookHead("Store client books", with_holder=True)
    qtbot.addWidget(head)
    head.show_sorts((), "en")
    assert head.sort.choices[-1] == Choice(HOLDER, "In the book of")


def test_who_had_no_contact_for_long_comes_first_and_who_spent_most(qtbot: QtBot) -> None:
    head, asked = make(qtbot)
    for key in (CONTACT, SPEND):
        head.sort.changed.emit(key)
    assert asked[-2:] == [(CONTACT, False), (SPEND, True)]


def test_words_give_way_where_there_is_little_room(qtbot: QtBot) -> None:
    head, _ = make(qtbot)
    head.show_count("100,000 of 100,000")
    head.resize(1400, 76)
    head.show()
    assert head.add_button.label == "Add customer"
    head.resize(620, 76)
    assert head.add_button.label == ""
    assert head.add_button.accessibleName() == "Add customer"
    assert head.minimumSizeHint().width() <= 620
