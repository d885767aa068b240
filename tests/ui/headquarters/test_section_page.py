"""The page of a section: what is saved, refused, changed by others, and kept."""

from dataclasses import replace

from clienteling.domain.configuration.configuration import difference
from clienteling.domain.configuration.people import PermissionGroup, Worker
from clienteling.domain.configuration.retailer import Store
from clienteling.domain.configuration.schedule import Mode, Schedule
from clienteling.domain.configuration.sections import SECTIONS, Job
from clienteling.ui.headquarters.confirm_dialog import ConfirmDialog
from clienteling.ui.headquarters.conflict_dialog import ConflictDialog
from clienteling.ui.headquarters.section_page import SectionPage
from clienteling.ui.widgets.form_controls import Entered
from tests.ui.headquarters.conftest import Office


def field(page: SectionPage, name: str) -> Entered:
    return page.editor.form.control(name)


def type_into(page: SectionPage, **values: object) -> None:
    for name, value in values.items():
        page.editor.form.put(name, value)


def stored(office: Office, section: str, key: str) -> object:
    return office.till.program.services.headquarters.item(office.till.session, section, key)


def test_every_item_of_every_section_comes_out_of_its_form_as_it_went_in(office: Office) -> None:
    for section in (name for name in SECTIONS if name in office.workspace._specs):
        page = office.go(SectionPage, section)
        for key in [row.key for row in page.side.rows]:
            page.side.chosen.emit(key)
            assert page.editor.read() == stored(office, section, str(key)), (section, key)
            assert not page.editor.is_dirty, (section, key)
            assert not page.save_button.isEnabled(), (section, key)


def test_what_is_saved_reaches_the_tills_and_is_said(office: Office) -> None:
    page = office.go(SectionPage, "stores", "S01")
    type_into(page, name="Harbour")
    assert page.save_button.isEnabled()
    page.save()
    live = office.till.program.services.headquarters.view(office.till.session).live
    assert live.all(Store)["S01"].name == "Harbour"
    assert "published" in office.till.toast.accessibleName() or office.till.toast.isVisible()
    assert not page.has_drafts
    assert not page.save_button.isEnabled()


def test_a_new_item_is_made_and_stays_lit(office: Office) -> None:
    page = office.go(SectionPage, "stores")
    page.add()
    type_into(page, code="S77", name="New", legal_entity="USMF")
    page.save()
    assert page.key == "S77"
    made = stored(office, "stores", "S77")
    assert isinstance(made, Store)
    assert made.name == "New"


def test_a_new_item_with_the_key_of_another_is_refused_at_its_field(office: Office) -> None:
    page = office.go(SectionPage, "stores")
    page.add()
    type_into(page, code="S01", name="New", legal_entity="USMF")
    page.save()
    assert page.editor.form.errors().keys() == {"code"}
    assert page.editor.values()["name"] == "New"
    made = stored(office, "stores", "S01")
    assert isinstance(made, Store)
    assert made.name != "New"


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(office: Office) -> None:
    page = office.go(SectionPage, "stores", "S01")
    type_into(page, name="", time_zone="Nowhere/Here")
    page.save()
    assert page.editor.form.errors().keys() == {"name", "time_zone"}
    assert page.editor.values()["time_zone"] == "Nowhere/Here"
    assert page.has_drafts


def test_what_is_typed_stays_with_its_item_while_another_one_is_looked_at(office: Office) -> None:
    page = office.go(SectionPage, "stores", "S01")
    type_into(page, name="Half wri")
    page.side.chosen.emit("S02")
    assert page.editor.values()["name"] != "Half wri"
    assert {row.pill.text for row in page.side.rows if row.pill} == {"not saved"}
    office.go(SectionPage, "workers")
    page = office.go(SectionPage, "stores", "S01")
    assert page.editor.values()["name"] == "Half wri"
    page.discard()
    assert page.editor.values()["name"] != "Half wri"
    assert not page.has_drafts


def test_the_second_administrator_sees_what_the_other_one_changed_and_chooses(office: Office) -> None:
    page = office.go(SectionPage, "stores", "S01")
    type_into(page, name="Mine")
    with office.till.program.beside() as other:
        session = other.session("009")
        opened = other.services.headquarters.item(session, "stores", "S01")
        assert isinstance(opened, Store)
        other.services.headquarters.save(session, "stores", replace(opened, name="Theirs"), opened, confirmed=True)
    page.save()
    dialog = office.till.window.findChild(ConflictDialog)
    assert dialog is not None
    assert dialog.is_open
    said = {label.text() for label in dialog.findChildren(type(dialog.title))}
    assert {"Mine", "Theirs", "Name"} <= said
    dialog.mine.click()
    mine = stored(office, "stores", "S01")
    assert isinstance(mine, Store)
    assert mine.name == "Mine"


def test_theirs_can_be_kept(office: Office) -> None:
    page = office.go(SectionPage, "stores", "S01")
    type_into(page, name="Mine")
    with office.till.program.beside() as other:
        session = other.session("009")
        opened = other.services.headquarters.item(session, "stores", "S01")
        assert isinstance(opened, Store)
        other.services.headquarters.save(session, "stores", replace(opened, name="Theirs"), opened, confirmed=True)
    page.save()
    dialog = office.till.window.findChild(ConflictDialog)
    assert dialog is not None
    dialog.theirs.click()
    assert page.editor.values()["name"] == "Theirs"
    assert not page.has_drafts


def test_what_is_in_use_is_not_deleted_and_says_where(office: Office) -> None:
    page = office.go(SectionPage, "stores", "S01")
    page.editor.delete_button.click()
    assert stored(office, "stores", "S01") is not None
    assert page.editor.banner.isVisible()
    assert "Registers" in page.editor.banner.accessibleDescription() or "S01" in page.editor.banner.text


def test_what_is_deleted_comes_back_by_undo(office: Office) -> None:
    page = office.go(SectionPage, "stores")
    page.add()
    type_into(page, code="S77", name="New", legal_entity="USMF")
    page.save()
    made = stored(office, "stores", "S77")
    page.editor.delete_button.click()
    assert stored(office, "stores", "S77") is None
    page._make_again(made)  # type: ignore[arg-type]
    assert stored(office, "stores", "S77") == made


def test_nobody_locks_the_last_administrator_out(office: Office) -> None:
    page = office.go(SectionPage, "permission_groups", "administrator")
    type_into(page, operations=(712,))
    page.save()
    group = stored(office, "permission_groups", "administrator")
    assert isinstance(group, PermissionGroup)
    assert len(group.operations) > 1
    assert page.editor.banner.isVisible()
    assert page.editor.values()["operations"] == (712,)


def test_what_waits_for_its_job_says_so_and_can_be_taken_back(office: Office) -> None:
    services, session = office.till.program.services, office.till.session
    services.distribution.set_schedule(session, Job.STAFF, Schedule(Mode.BY_HAND))
    page = office.go(SectionPage, "workers", "001")
    assert page.save_button.label == "Save"
    type_into(page, title="Adviser of the house")
    page.save()
    assert page.editor.waiting.isVisible()
    live = services.headquarters.view(session).live
    assert live.all(Worker)["001"].title != "Adviser of the house"
    page.editor.waiting.acted.emit()
    assert not page.editor.waiting.isVisible()
    assert difference(live, services.headquarters.configuration(session)) == ()


def test_a_missing_translation_is_said_before_it_is_stored(office: Office) -> None:
    workers = office.go(SectionPage, "workers", "001")
    type_into(workers, language="lv")
    workers.save()
    page = office.go(SectionPage, "attributes")
    page.add()
    type_into(page, name="Ring size", type=page.noun.blank(page.known)["type"])  # type: ignore[arg-type]
    page.save()
    dialog = office.till.window.findChild(ConfirmDialog)
    assert dialog is not None
    assert stored(office, "attributes", "Ring size") is None
    dialog.go_on.click()
    assert stored(office, "attributes", "Ring size") is not None
