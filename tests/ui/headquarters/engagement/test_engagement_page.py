"""Account engagement at headquarters: the wizard, consent, runs, results, the table, segments and measures."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from clienteling.database import attributes
from clienteling.domain.enrichment import Consent, Match, RunState
from clienteling.domain.errors import Unreachable
from clienteling.domain.mailboxes import ConsentMissing
from clienteling.services.books import View
from clienteling.services.engagement.runs import Collecting
from clienteling.ui.headquarters.clouds.entra_page import EntraPage
from clienteling.ui.headquarters.engagement.dialogs import ConsentDialog, MeasureDialog, SegmentDialog
from clienteling.ui.headquarters.engagement.page import RESULTS, WIZARD, EngagementPage
from clienteling.ui.headquarters.engagement.table_panel import USERS
from clienteling.ui.headquarters.engagement.wizard.addresses_step import AddressesStep
from clienteling.ui.headquarters.engagement.wizard.panel import WizardPanel
from tests.support.clock import START, Clock
from tests.support.cloud.mailboxes import DEMO_GROUP
from tests.support.engagement import OURS, SETTINGS, give_address, mail, meeting, write_rows
from tests.support.linked import Linked
from tests.support.program import Program
from tests.support.till import OpenTill
from tests.ui.headquarters.conftest import Office

KIM, LEE = "kim@acme.example", "lee@zen.example"
ROWS = [
    mail(2, 40, OURS[0], KIM),
    mail(3, 39, KIM, OURS[0], OURS[1]),
    meeting(1, 10, OURS[1], KIM),
    mail(4, 90, LEE, OURS[0]),
]


def opened(office: Office, argument: object = None) -> EngagementPage:
    return office.go(EngagementPage, "engagement", argument)


def go_through(wizard: WizardPanel) -> None:
    """To the last step, with files as the source and both colleagues."""
    wizard.overview.files.click()
    wizard.next.click()
    wizard.addresses.entry.set_text(f"{OURS[0]}; {OURS[1].upper()}")
    wizard.addresses.add.click()
    wizard.addresses.agreement.tick.click()
    for _ in range(2):
        wizard.next.click()
    wizard.mapping.address.click()
    wizard.mapping.own.set_text("shop.example")
    wizard.next.click()


def enrich(program: Program, folder: Path, consent: Consent = Consent.GRANTED) -> int:
    """An enrichment with interactions of two customers, not run yet; its key."""
    give_address(program, "C-0001", KIM)
    give_address(program, "C-0002", LEE)
    engagement, session = program.services.engagement, program.session("009")
    engagement.enrichments.save(session, SETTINGS, agreed=True, consent=consent)
    engagement.interactions.take_files(session, [write_rows(folder / "i.csv", ROWS)])
    return engagement.enrichments.find(session, None).id


def advance(program: Program, **by: float) -> None:
    assert isinstance(program.clock, Clock)
    program.clock.advance(timedelta(**by))


def test_the_wizard_says_at_the_field_what_is_missing_and_saves_what_was_entered(office: Office) -> None:
    page = opened(office)
    page.list.table.state.primary_button.click()
    wizard = page.wizard
    assert wizard.isVisible()
    assert not office.workspace.navigation.isVisible()
    wizard.overview.files.click()
    wizard.next.click()
    wizard.next.click()
    assert "0 addresses" in wizard.addresses.entry.error
    wizard.addresses.entry.set_text("anna")
    wizard.next.click()
    assert "no e-mail address" in wizard.addresses.entry.error
    wizard.addresses.entry.set_text(", ".join(OURS))
    wizard.next.click()
    assert wizard.addresses.agreement.trouble.isVisible()  # nobody has agreed
    wizard.addresses.agreement.tick.click()
    wizard.leave.click()  # what was entered stays
    assert office.workspace.navigation.isVisible()
    opened(office, (WIZARD, None))
    assert "Specify email addresses" in wizard.offer.sentence
    wizard.offer.primary_button.click()
    assert [one.address for one in wizard.draft.listed] == [*OURS]
    for _ in range(2):
        wizard.next.click()
    wizard.mapping.own.set_text("no domain")
    wizard.next.click()
    assert wizard.mapping.own.error
    wizard.mapping.own.set_text("@shop.example")
    wizard.mapping.address.click()
    wizard.next.click()
    wizard.review.table.set_text("1st")
    wizard.review.table.text_edited.emit("1st")
    wizard.next.click()
    assert wizard.review.table.error
    wizard.review.table.text_edited.emit("Office")
    wizard.review.in_place.click()
    wizard.next.click()
    (saved,) = office.till.program.services.engagement.enrichments.list(None)
    assert [one.address for one in saved.settings.colleagues] == [*OURS]
    assert (saved.settings.match, saved.settings.own_domains) == (Match.ADDRESS, ("shop.example",))
    assert (saved.settings.table, saved.consent) == ("Office", Consent.GRANTED)
    assert page.results.isVisible()
    assert "Active" in page.results.pill.label
    assert office.till.program.services.drafts.latest(office.till.session) is None


def test_what_was_entered_is_there_after_a_crash_until_it_is_saved_or_somebody_starts_anew(
    office: Office, sqlite_program: Program
) -> None:
    page = opened(office, (WIZARD, None))
    go_through(page.wizard)
    page.wizard.back.click()
    page.wizard.mapping.own.set_text("shop.example, oth")
    page.wizard.mapping.own.text_edited.emit("shop.example, oth")
    page.wizard.answers.pause.timeout.emit()  # a second has passed
    till = OpenTill(sqlite_program, "009")
    again = opened(Office(till), (WIZARD, None)).wizard
    again.offer.primary_button.click()
    assert (again.current, again.mapping.own.text()) == (3, "shop.example, oth")
    assert [one.address for one in again.draft.listed] == [*OURS]
    again.leave.click()
    till.window.go("headquarters", ("engagement", (WIZARD, None)))
    again.offer.plain_button.click()
    assert (again.current, again.draft.listed) == (0, ())
    session = sqlite_program.session("009")
    assert sqlite_program.services.drafts.answers(session, None) is None
    till.close()
    till.window.close()


def type_address(step: AddressesStep, text: str) -> None:
    step.entry.edit.setFocus()
    step.entry.edit.setText(text)
    step.entry.edit.textEdited.emit(text)
    step.directory.pause.timeout.emit()


def test_people_and_groups_are_found_in_the_directory_and_a_mistyped_address_has_the_right_one_beside_it(
    office: Office, linked: Linked
) -> None:
    linked.enter_graph(START)
    wizard = opened(office, (WIZARD, None)).wizard
    wizard.next.click()
    step = wizard.addresses
    type_address(step, "adv")
    assert step.directory.isVisible()
    QTest.keyClick(step.entry.edit, Qt.Key.Key_Return)
    assert [(one.address, one.members, one.is_group) for one in wizard.draft.listed] == [(DEMO_GROUP, 3, True)]
    type_address(step, "lidna@boutique.example, sof")
    QTest.keyClick(step.entry.edit, Qt.Key.Key_Down)
    QTest.keyClick(step.entry.edit, Qt.Key.Key_Return)
    assert [one.address for one in wizard.draft.listed][1:] == ["lidna@boutique.example", "sofia@boutique.example"]
    assert "Take linda@boutique.example" in step.instead.label
    step.instead.click()
    assert [one.name for one in wizard.draft.listed][1:] == ["Linda", "Sofia"]
    assert not step.instead.isVisible()
    assert wizard.draft.count == 3


def test_one_mailbox_is_too_few_after_groups_are_resolved_and_without_a_directory_addresses_are_typed(
    office: Office, linked: Linked
) -> None:
    linked.enter_graph(START)
    linked.cloud.world.groups[DEMO_GROUP] = [next(iter(linked.cloud.world.mailboxes))]
    wizard = opened(office, (WIZARD, None)).wizard
    wizard.next.click()
    step = wizard.addresses
    step.entry.set_text(DEMO_GROUP)
    step.add.click()
    wizard.next.click()
    assert "There is one address, groups resolved" in step.entry.error
    linked.cloud.world.graph_readers.clear()
    type_address(step, "sof")
    assert "cannot be searched" in step.asking.text()
    assert not step.directory.isVisible()
    step.entry.set_text("sofia@boutique.example")
    step.agreement.tick.click()
    wizard.next.click()
    assert wizard.current == 2


def test_who_agrees_for_the_tenant_has_to_do_so_with_microsoft_too(
    office: Office, linked: Linked, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked.enter_graph(START)
    readers = set(linked.cloud.world.graph_readers)
    page = opened(office, (WIZARD, None))
    wizard = page.wizard
    wizard.next.click()
    wizard.addresses.entry.set_text(DEMO_GROUP)
    wizard.addresses.add.click()
    wizard.addresses.agreement.tick.click()
    for _ in range(3):
        wizard.next.click()
    wizard.review.in_place.click()
    linked.cloud.world.graph_readers.clear()
    wizard.next.click()
    assert "Agree on the page of Microsoft" in wizard.review.trouble.text()
    opened_pages: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened_pages.append)
    wizard.review.page.clicked.emit()
    assert "adminconsent" in opened_pages[0].toString()
    wizard.review.by_mail.click()
    wizard.next.click()
    page.results.agree.click()
    dialog = page.dialog
    assert isinstance(dialog, ConsentDialog)
    dialog.agree.click()
    dialog.give.click()
    assert "has not agreed" in dialog.trouble.text()
    linked.cloud.world.graph_readers |= readers
    dialog.give.click()
    (saved,) = linked.program.services.engagement.enrichments.list(None)
    assert saved.consent is Consent.GRANTED


def test_the_wizard_leads_to_where_the_application_that_reads_mailboxes_is_entered(office: Office) -> None:
    wizard = opened(office, (WIZARD, None)).wizard
    wizard.overview.enter.clicked.emit()
    page = office.workspace.page("entra")
    assert isinstance(page, EntraPage)
    assert page.isVisible()
    for name, text in (("graph", "4f1c"), ("secret", "graph")):
        page.form.put(name, text)
    page.save_button.click()
    session = office.till.session
    given = office.till.program.services.parameters.given(session.legal_entity)
    assert (given["graph-application"], given["graph-secret"]) == ("4f1c", "graph")
    assert "passwords and badges only" in page.banner.accessibleName()  # that is not for workers


def test_a_name_that_is_taken_leads_back_to_the_field_and_loses_nothing(
    office: Office, sqlite_program: Program, tmp_path: Path
) -> None:
    enrich(sqlite_program, tmp_path)
    page = opened(office, (WIZARD, None))
    go_through(page.wizard)
    page.wizard.review.table.text_edited.emit(SETTINGS.table)
    page.wizard.next.click()
    assert "table of this name" in page.wizard.review.table.error
    assert page.wizard.draft.listed != ()


def test_consent_is_given_in_place_and_withdrawn(office: Office, sqlite_program: Program, tmp_path: Path) -> None:
    key = enrich(sqlite_program, tmp_path, Consent.REQUESTED)
    page = opened(office, (RESULTS, key))
    assert page.results.consent_box.isVisible()
    page.results.agree.click()
    dialog = page.dialog
    assert isinstance(dialog, ConsentDialog)
    dialog.give.click()
    assert dialog.trouble.isVisible()  # the sentence is to be ticked
    dialog.agree.click()
    dialog.give.click()
    assert not page.results.consent_box.isVisible()
    assert "next run" in page.results.note.text()
    page.results.asked.emit("withdraw")
    assert "agrees no more" in page.results.banner.title


def test_a_run_brings_cards_preview_history_and_a_table_that_is_exported(
    office: Office, sqlite_program: Program, tmp_path: Path
) -> None:
    key = enrich(sqlite_program, tmp_path)
    page = opened(office, (RESULTS, key))
    page.results.run.click()
    assert page.results.runs.rows[0].state is RunState.SKIPPED  # six hours are not over
    advance(sqlite_program, hours=7)
    page.results.run.click()
    assert [run.state for run in page.results.runs.rows] == [RunState.SUCCESSFUL, RunState.SKIPPED]
    assert page.results.enriched.count.text() == "2"
    assert [row.value for row in page.results.processed.rows][:4] == ["2", "2", "3", "1"]
    assert page.results.course.chart.data.series[0].values == (2.0,)
    assert page.results.preview is not None
    assert [row[0] for row in page.results.preview.rows] == ["C-0001", "C-0002"]  # the most engaged first
    page.results.see_more.click()
    assert page.table.table is not None
    assert len(page.table.table.rows_model.columns) == 17
    page.table.table.sort_by(1)
    assert [row[0] for row in page.table.table.rows] == ["C-0002", "C-0001"]
    page.table.level.button("month").click()
    page.table.write(tmp_path / "months.csv")
    with (tmp_path / "months.csv").open(encoding="utf-8-sig", newline="") as stream:
        head, *rows = list(csv.reader(stream))
    assert head == [column.title for column in page.table.table.rows_model.columns]
    assert {row[0] for row in rows} == {"C-0001", "C-0002"}
    page.table.level.button(USERS).click()
    assert [row[0] for row in page.table.table.rows] == ["id-1", "id-2"]


def test_the_page_says_that_a_run_failed_when_it_is_tried_again_and_since_when_there_is_no_consent(
    office: Office, sqlite_program: Program, tmp_path: Path
) -> None:
    key = enrich(sqlite_program, tmp_path)
    runs = sqlite_program.services.engagement.runs
    runs.run(None, key, now=START + timedelta(hours=9))
    advance(sqlite_program, days=8)

    def fail(work: Collecting) -> None:
        raise Unreachable("The network is gone.")

    runs.collectors["files"] = fail
    page = opened(office, (RESULTS, key))
    page.results.run.click()
    assert page.results.failed.isVisible()
    assert "The network is gone." in page.results.failed.text
    assert "tried again" in page.results.note.text()

    def revoke(work: Collecting) -> None:
        raise ConsentMissing

    runs.collectors["files"] = revoke
    page.results.run.click()
    assert not page.results.failed.isVisible()
    assert page.results.consent_box.isVisible()
    assert "agrees no more" in page.results.banner.title
    assert "as of" in page.results.banner.text
    assert page.results.enriched.count.text() == "2"


def test_a_stale_segment_becomes_a_view_of_the_store_and_a_measure_takes_no_name_of_another(
    office: Office, sqlite_program: Program, tmp_path: Path
) -> None:
    key = enrich(sqlite_program, tmp_path)
    sqlite_program.services.engagement.runs.run(None, key, now=START + timedelta(hours=9))
    page = opened(office, (RESULTS, key))
    page.results.segment.click()
    dialog = page.dialog
    assert isinstance(dialog, SegmentDialog)
    dialog.buttons["Stale accounts"].click()
    assert not dialog.buttons["Stale accounts"].isEnabled()
    session = sqlite_program.session("009")
    assert "Stale accounts" in {view.name for view in sqlite_program.services.views.list(session, View.STORE)}
    dialog.close_now()
    page.results.measure.click()
    measures = page.dialog
    assert isinstance(measures, MeasureDialog)
    measures.make.click()
    assert measures.name.error
    measures.name.set_text(next(iter(sqlite_program.database.read(attributes.all_measures))))
    measures.make.click()
    assert "already" in measures.name.error
    measures.name.set_text("Mails a month")
    measures.make.click()
    (one,) = sqlite_program.services.engagement.enrichments.list(None)
    assert [measure.name for measure in one.settings.measures] == ["Mails a month"]


def test_it_is_deactivated_with_undo_and_deleted_after_a_question(
    office: Office, sqlite_program: Program, tmp_path: Path
) -> None:
    key = enrich(sqlite_program, tmp_path)
    page = opened(office, (RESULTS, key))
    page.results.active.click()
    (one,) = sqlite_program.services.engagement.enrichments.list(None)
    assert not one.active
    office.till.toast.undo_button.click()
    (one,) = sqlite_program.services.engagement.enrichments.list(None)
    assert one.active
    page.results.asked.emit("delete")
    assert page.dialog is not None
    page.dialog.go_on.click()  # type: ignore[attr-defined]
    assert sqlite_program.services.engagement.enrichments.list(None) == ()
    assert page.list.isVisible()


def test_consent_is_asked_for_by_a_prepared_mail(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    mails: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", mails.append)
    page = opened(office, (WIZARD, None))
    go_through(page.wizard)
    page.wizard.review.by_mail.click()
    page.wizard.next.click()
    (saved,) = office.till.program.services.engagement.enrichments.list(None)
    assert saved.consent is Consent.REQUESTED
    assert page.results.consent_box.isVisible()
    (mail_to,) = mails
    assert mail_to.scheme() == "mailto"
    assert "Aggregated insights" in mail_to.toString()
