"""What stands in a book where there are no cards: nobody yet, nobody found."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from clienteling.services.books import View
from clienteling.ui.formats import Formats
from clienteling.ui.widgets.state_page import StatePage

_MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class Drop:
    """A filter that could be dropped: its facet's key and name, and how many customers that would leave."""

    key: str
    name: str
    left: int


def show_empty(state: StatePage, view: View, store: str) -> None:
    """Nobody is in the book yet."""
    translate = QCoreApplication.translate
    if view is View.MINE:
        title = translate("BookPage", "Your book is ready for its first customer")
        sentence = translate(
            "BookPage",
            "Add the people you want to look after. You will see their dates, their tastes and what to do next.",
        )
    else:
        title = translate("BookPage", "No customer is in a book of {store} yet").format(store=store)
        sentence = translate("BookPage", "As soon as somebody adds a customer to a client book, it stands here.")
    state.show_state(
        "book-user",
        title,
        sentence,
        primary=translate("BookPage", "Find a customer"),
        primary_icon="search",
        plain=translate("BookPage", "Scan a card"),
        plain_icon="scan-barcode",
    )


def show_no_match(state: StatePage, drops: Sequence[Drop], formats: Formats) -> None:
    """The filters together find nobody. `drops` are all filters that are set; the best to drop is offered."""
    translate = QCoreApplication.translate
    best = sorted((drop for drop in drops if drop.left), key=lambda drop: -drop.left)
    if len(drops) == 1:
        title = translate("BookPage", "Nobody matches this filter")
    elif len(drops) == 2:
        title = translate("BookPage", "Nobody has both")
    else:
        title = translate("BookPage", "Nobody has all of this")
    if len(drops) == 1 or not best:
        sentence = translate("BookPage", "Change it at the left, or take it away.")
        if len(drops) > 1:
            sentence = translate("BookPage", "Without any one of them there is still nobody. Take more of them away.")
        state.show_state("sliders-horizontal", title, sentence, primary=translate("BookPage", "Clear all"))
        return
    show = translate("BookPage", "Show {count} without {filter}", None, best[0].left)
    state.show_state(
        "sliders-horizontal",
        title,
        " ".join(_left_words(drop, formats) for drop in best[:_MOST_NAMED]),
        primary=show.format(count=formats.number(best[0].left), filter=best[0].name),
        plain=translate("BookPage", "Clear all"),
    )


def failure_title(view: View) -> str:
    """What stands over the reason why a book cannot be read."""
    if view is View.MINE:
        return QCoreApplication.translate("BookPage", "Your book cannot be read")
    return QCoreApplication.translate("BookPage", "The store books cannot be read")


def _left_words(drop: Drop, formats: Formats) -> str:
    translate = QCoreApplication.translate
    if drop.left == 1:
        words = translate("BookPage", "Without {filter} there is 1 customer.")
    else:
        words = translate("BookPage", "Without {filter} there are {count} customers.", None, drop.left)
    return words.format(filter=drop.name, count=formats.number(drop.left))
