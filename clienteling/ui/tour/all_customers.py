"""Scenes of all customers at headquarters: the list with one of them, their activities, and an erase that is asked."""

from clienteling.ui.headquarters.all_customers.erase_dialog import EraseDialog
from clienteling.ui.headquarters.all_customers.page import AllCustomersPage
from clienteling.ui.headquarters.workspace import KEY, HeadquartersPage
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
