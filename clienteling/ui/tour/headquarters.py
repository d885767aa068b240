"""Scenes of headquarters: a company from nothing, every page of the workspace, and what stands in the way there."""

from dataclasses import replace

from clienteling.domain.configuration.properties import AttributeGroup
from clienteling.domain.configuration.retailer import Store
from clienteling.domain.configuration.schedule import Mode, Schedule
from clienteling.domain.configuration.sections import Job
from clienteling.domain.layout import Colour
from clienteling.ui.headquarters.company_page import CompanyPage
from clienteling.ui.headquarters.conflict_dialog import ConflictDialog
from clienteling.ui.headquarters.distribution_page import DistributionPage
from clienteling.ui.headquarters.grid_input import GridInput
from clienteling.ui.headquarters.members_input import MembersInput
from clienteling.ui.headquarters.section_page import SectionPage
from clienteling.ui.headquarters.workspace import KEY, HeadquartersPage
from clienteling.ui.page import Page
from clienteling.ui.pos.first_run import FirstRunPage
from clienteling.ui.tour.stage import Script, Stage

_PLAIN = (
    "set_up", "features", "number_sequences", "distribution", "attributes", "attribute_groups", "measures",
    "activity_types", "parameters", "legal_entities", "stores", "registers", "address_books", "workers",
    "permission_groups", "app_roles", "operations", "screen_layouts", "layout_assignments",
)  # fmt: skip


def company_scenes(stage: Stage) -> Script:
    """The form of a company from nothing, also with what is missing; then back to the first page."""
    first = stage.program.window.findChild(FirstRunPage)
    if first is None:
        return
    first.set_up_asked.emit()
    page = stage.program.window.findChild(CompanyPage)
    if page is None:
        return
    page.form.put("entity.name", "Bikes & More Baltic")
    yield from stage.show("company-from-nothing")
    page.make.click()
    yield from stage.show("company-not-whole")
    page.back.click()
    yield stage.settled


def headquarters_scenes(stage: Stage) -> Script:
    """Every page; then changes: wrong, in conflict, waiting, designed."""
    for key in _PLAIN:
        yield from _show(stage, key)
    yield from _wrong_field(stage)
    yield from _conflict(stage)
    yield from _order(stage)
    yield from _waiting(stage)
    yield from _design(stage)


def _show(stage: Stage, key: str, argument: object = None, name: str = "") -> Script:
    stage.program.window.go(KEY, (key, argument))
    yield from stage.show(f"headquarters-{(name or key).replace('_', '-')}")


def _page(stage: Stage, key: str) -> Page:
    workspace = stage.program.window.page(KEY)
    if not isinstance(workspace, HeadquartersPage):
        raise TypeError(KEY)
    return workspace.page(key)


def _section(stage: Stage, key: str) -> SectionPage:
    page = _page(stage, key)
    if not isinstance(page, SectionPage):
        raise TypeError(key)
    return page


def _wrong_field(stage: Stage) -> Script:
    page = _section(stage, "stores")
    stage.program.window.go(KEY, ("stores", None))
    yield stage.settled
    page.add()
    page.editor.form.put("name", "A store without a number")
    page.save()
    yield from stage.show("headquarters-wrong-field")
    page.discard()


def _conflict(stage: Stage) -> Script:
    """Somebody else saves the store that is open here."""
    till, page = stage.till, _section(stage, "stores")
    yield stage.settled
    page.editor.form.put("name", "Harbour Street 14")
    opened = page.editor.opened
    if isinstance(opened, Store):
        theirs = replace(opened, name="Harbour House", city="Jūrmala")
        till.services.headquarters.save(till.session, "stores", theirs, opened, confirmed=True)
    page.save()
    yield from stage.show("headquarters-changed-meanwhile")
    dialog = stage.program.window.findChild(ConflictDialog)
    if dialog is not None:
        dialog.theirs.click()
    yield stage.settled
    page.editor.delete_button.click()
    yield from stage.show("headquarters-in-use")


def _order(stage: Stage) -> Script:
    """Two attributes with the same display order."""
    page = _section(stage, "attribute_groups")
    stage.program.window.go(KEY, ("attribute_groups", None))
    yield stage.settled
    members = page.editor.form.own("members")
    if isinstance(members, MembersInput) and isinstance(page.editor.opened, AttributeGroup):
        members.rows[1].set_order(1)
        members.edited.emit()
        page.save()
    yield from stage.show("headquarters-equal-orders")
    page.discard()


def _waiting(stage: Stage) -> Script:
    till = stage.till
    till.services.distribution.set_schedule(till.session, Job.STAFF, Schedule(Mode.BY_HAND))
    page = _section(stage, "workers")
    stage.program.window.go(KEY, ("workers", None))
    yield stage.settled
    page.editor.form.put("title", "Senior associate")
    page.save()
    yield from stage.show("headquarters-waiting")
    stage.program.window.go(KEY, ("distribution", int(Job.STAFF)))
    yield from stage.show("headquarters-distribution-waiting")
    schedule = _page(stage, "distribution")
    if isinstance(schedule, DistributionPage):
        schedule.run_all.click()
    yield stage.settled
    till.services.distribution.set_schedule(till.session, Job.STAFF, Schedule())


def _design(stage: Stage) -> Script:
    page = _section(stage, "screen_layouts")
    stage.program.window.go(KEY, ("screen_layouts", None))
    yield stage.settled
    page.add()
    page.editor.form.put("code", "FLOOR")
    page.editor.form.put("name", "Shop floor")
    designer = page.editor.form.own("full")
    if isinstance(designer, GridInput):
        designer.canvas.light(designer.canvas.grid.buttons[2])
        designer.form.put("colour", Colour.WEAK)
        designer.form.put("text", "Find a customer")
    yield from stage.show("headquarters-designer")
    page.discard()
    yield stage.settled
