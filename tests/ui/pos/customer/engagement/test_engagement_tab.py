"""The tab of engagement: score with its parts, a year in figures and months, and what stands where there is none."""

from datetime import timedelta
from pathlib import Path

from clienteling.domain.enrichment import Consent
from clienteling.domain.operations import Operation
from clienteling.ui.pos.customer.engagement.tab import EngagementTab
from tests.support.clock import START
from tests.support.engagement import OURS, SETTINGS, give_address, mail, meeting, write_rows
from tests.ui.pos.customer.conftest import Counter, settle

KIM = "kim@acme.example"
ROWS = [
    mail(2, 40, OURS[0], KIM),
    mail(3, 39, KIM, OURS[0], OURS[1]),
    mail(4, 38, KIM, OURS[0]),
    mail(5, 3, OURS[1], KIM),
    meeting(1, 10, OURS[1], KIM),
]


def enrich(counter: Counter, folder: Path) -> None:
    """Numbers for C-0004."""
    give_address(counter.program, "C-0004", KIM)
    engagement, session = counter.program.services.engagement, counter.program.session("009")
    engagement.enrichments.save(session, SETTINGS, agreed=True, consent=Consent.GRANTED)
    engagement.interactions.take_files(session, [write_rows(folder / "i.csv", ROWS)])
    one = engagement.enrichments.find(session, None)
    engagement.runs.run(session, one.id, now=START + timedelta(hours=7))


def tab(counter: Counter, account: str = "C-0004") -> EngagementTab:
    shown = EngagementTab(counter.till)
    shown.setFixedSize(926, 700)
    counter.put(shown)
    customer_id = counter.customer(account)
    shown.show_customer(customer_id, counter.profile(customer_id).score)
    settle()
    return shown


def test_score_parts_figures_and_months_of_a_customer(counter: Counter, tmp_path: Path) -> None:
    enrich(counter, tmp_path)
    shown = tab(counter)
    score = counter.profile(counter.customer("C-0004")).score
    assert score is not None
    assert shown.score.ring.accessibleName() == "Engagement score"
    assert shown.score.ring.accessibleDescription() == str(score.value)
    assert shown.score.as_of.text().startswith("As of ")
    texts = [meter.text for meter in shown.score.parts]
    assert texts[0].startswith("Meetings 1 ")
    assert texts[0].endswith(" of 25")
    assert any("E-mails from the customer 2" in text for text in texts)
    assert any("1 in e-mails, 1 in meetings" in text for text in texts)
    assert [figure.text for figure in shown.figures.figures][:2] == [
        "4 E-mails, last 12 months replies take 24 h",
        "1 Meetings, last 12 months 60 min on average",
    ]
    assert "3 days since the last e-mail" in shown.figures.figures[2].text
    ours, theirs = shown.charts.mails.data.series
    assert (sum(v or 0 for v in ours.values), sum(v or 0 for v in theirs.values)) == (2, 2)
    assert len(shown.charts.mails.data.labels) == 12
    assert shown.charts.meetings.accessibleDescription() != ""


def test_a_score_from_elsewhere_says_that_its_parts_are_not_known(counter: Counter) -> None:
    shown = tab(counter, "C-0001")
    assert counter.profile(counter.customer("C-0001")).score is not None
    assert shown.score.unexplained.isVisible()
    assert not shown.figures.isVisible()


def test_where_nothing_is_known_it_says_what_would_bring_it(counter: Counter) -> None:
    shown = EngagementTab(counter.till)
    counter.put(shown)
    shown.show_customer(counter.customer("C-0010"), None)
    assert shown.state.title == "No engagement is known yet"
    assert shown.state.primary_button.isHidden() is (not counter.till.may(Operation.ENGAGEMENT))
