"""Scenes of all customers at headquarters: the list with one of them, their activities, and an erase that is asked."""

from clienteling.domain.operations import Operation
from clienteling.ui.headquarters.all_customers.duplicates_page import DuplicatesPage
from clienteling.ui.headquarters.all_customers.erase_dialog import EraseDialog
from clienteling.ui.headquarters.all_customers.merge_dialog import MergeDialog
from clienteling.ui.headquarters.all_customers.page import AllCustomersPage
from clienteling.ui.headquarters.workspace import KEY, HeadquartersPage
from clienteling.ui.pos.audit import AuditPage
from clienteling.ui.tour.stage import Script, Stage


def all_customers_scenes(stage: Stage) -> Script:
    """For an administrator."""
    stage.program.window.go(KEY, ("all_customers", None))
    yield from stage.show("all-customers")
    workspace = stage.program.window.page(KEY)
    page = workspace.page("all_customers") if isinstance(workspace, HeadquartersPage) else None
    if not isinstance(page, AllCustomersPage):
        raise TypeError("all_customers")
    page.detail.tabs.setCurrentIndex(1)
    yield from stage.show("all-customers-activities")
    page.detail.tabs.setCurrentIndex(0)
    page.detail.erase.click()
    yield from stage.show("all-customers-erase")
    dialog = stage.program.window.findChild(EraseDialog)
    if dialog is not None:
        dialog.go_on.click()
        yield from stage.show("all-customers-erase-without-the-word")
        dialog.close_now()
    yield stage.settled
    yield from _duplicates(stage)
    yield from _audit(stage)


def _duplicates(stage: Stage) -> Script:
    stage.program.window.go(KEY, ("duplicates", None))
    yield from stage.show("duplicates-at-first")
    workspace = stage.program.window.page(KEY)
    page = workspace.page("duplicates") if isinstance(workspace, HeadquartersPage) else None
    if not isinstance(page, DuplicatesPage):
        raise TypeError("duplicates")
    page.look.click()
    yield from stage.show("duplicates")
    page.both.click()
    yield from stage.show("merge")
    for dialog in stage.program.window.findChildren(MergeDialog):
        dialog.close_now()


def _audit(stage: Stage) -> Script:
    stage.program.window.go("audit")
    page = stage.program.window.page("audit")
    if not isinstance(page, AuditPage):
        raise TypeError("audit")
    page.filters.what.set_value(Operation.IMPORT)
    page.filters.changed.emit()
    yield from stage.show("audit-filtered")
    page.filters.account.setText("nobody")
    page.filters.changed.emit()
    yield from stage.show("audit-nothing-like-this")
    page.filters.clear()
    yield stage.settled
