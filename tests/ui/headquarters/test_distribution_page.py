"""The distribution schedule: what waits, what runs, what was published."""

from dataclasses import replace

from clienteling.domain.configuration.people import Worker
from clienteling.domain.configuration.schedule import Mode
from clienteling.domain.configuration.sections import Job
from clienteling.ui.headquarters.distribution_page import DistributionPage
from tests.ui.headquarters.conftest import Office


def change_title(office: Office, title: str) -> None:
    services, session = office.till.program.services, office.till.session
    opened = services.headquarters.item(session, "workers", "001")
    assert isinstance(opened, Worker)
    services.headquarters.save(session, "workers", replace(opened, title=title), opened, confirmed=True)


def live_title(office: Office) -> str:
    view = office.till.program.services.headquarters.view(office.till.session)
    return view.live.all(Worker)["001"].title


def test_a_job_by_hand_lets_changes_wait_until_it_is_run(office: Office) -> None:
    page = office.go(DistributionPage, "distribution", int(Job.STAFF))
    assert page.detail.waiting.state.isVisible()
    page.detail.when.changed.emit(Mode.BY_HAND)
    before = live_title(office)
    change_title(office, "Adviser")
    page = office.go(DistributionPage, "distribution", int(Job.STAFF))
    assert [waiting.key for waiting in page.detail.waiting.rows] == ["001"]
    assert live_title(office) == before
    page.detail.run.click()
    assert live_title(office) == "Adviser"
    assert page.detail.waiting.rows == ()


def test_an_older_version_is_published_again(office: Office) -> None:
    page = office.go(DistributionPage, "distribution", int(Job.STAFF))
    before = live_title(office)
    change_title(office, "Adviser")
    page = office.go(DistributionPage, "distribution", int(Job.STAFF))
    newest, oldest = page.detail.history.rows[0], page.detail.history.rows[-1]
    assert newest.version > oldest.version
    page.detail.history.select(newest)
    assert not page.detail.again.isVisible()
    page.detail.history.select(oldest)
    assert page.detail.again.isVisible()
    page.detail.again.click()
    assert live_title(office) == before
    assert page.detail.history.rows[0].republished == oldest.version


def test_hours_that_are_none_are_refused_at_their_field(office: Office) -> None:
    page = office.go(DistributionPage, "distribution", int(Job.STAFF))
    page.detail.when.set_value(Mode.EVERY)
    page.detail.when.changed.emit(Mode.EVERY)
    page.detail.hours.edit.setText("999")
    page.detail.hours.submitted.emit()
    assert page.detail.hours.error
    page.detail.hours.edit.setText("6")
    page.detail.hours.submitted.emit()
    jobs = office.till.program.services.distribution.jobs(office.till.session)
    schedule = next(status.schedule for status in jobs if status.job is Job.STAFF)
    assert (schedule.mode, schedule.hours) == (Mode.EVERY, 6)
