"""The scenes of the manager's page: figures, a leaver's book that is split, a book that is lent."""

from clienteling.domain.splitting import Way
from clienteling.ui.pos.shop_floor.lend_dialog import LendDialog
from clienteling.ui.pos.shop_floor.page import ManagerPage
from clienteling.ui.pos.shop_floor.split_dialog import SplitDialog
from clienteling.ui.tour.stage import Script, Stage


def manager_scenes(stage: Stage) -> Script:
    """What a manager looks at after closing."""
    window = stage.program.window
    window.go("manager")
    page = window.page("manager")
    if not isinstance(page, ManagerPage):
        raise TypeError("manager")
    yield from stage.show("manager")
    if page.leaver.isHidden():
        page.hand_over(page.table.rows[0].worker_id)
    else:
        page.leaver.acted.emit()
    yield stage.settled
    dialog = window.findChild(SplitDialog)
    if dialog is not None:
        yield from stage.show("hand-over-by-number")
        dialog.ways[Way.SPEND].click()
        yield from stage.show("hand-over-by-spend")
        dialog.ways[Way.HAND].click()
        yield from stage.show("hand-over-by-hand")
        dialog.close_now()
    yield stage.settled
    page.lend(page.table.rows[1].worker_id)
    yield stage.settled
    lending = window.findChild(LendDialog)
    if lending is not None:
        lending.taker.set_value(lending.taker.people[0].key)
        lending.reason.set_text("Holidays")
        yield from stage.show("lend-a-book")
        lending.lend_button.click()
    yield from stage.show("manager-with-a-lent-book")
    stage.book("store_books")
    yield from stage.show("store-books-lent")
    page.lent.acted.emit()
    window.go("history")
    yield from stage.show("history-of-lending")
