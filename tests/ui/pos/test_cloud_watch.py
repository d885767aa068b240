"""What is due is pulled by itself, and a secret that ends is told to those who can renew it."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.enrichment import Consent, RunState
from clienteling.ui.lists.card_model import CARD_ROLE
from clienteling.ui.page import Page
from clienteling.ui.pos.book.page import MyBookPage
from clienteling.ui.pos.cloud_watch import CloudWatch
from tests.support.engagement import OURS, SETTINGS, give_address, mail, write_rows
from tests.support.linked import Linked
from tests.support.program import Program
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn

ADMINISTRATOR, ASSOCIATE = "009", "001"


def watching(till: OpenTill) -> CloudWatch:
    till.show(lambda _: Page())
    watch = CloudWatch(till.window, till.till, till.window)
    watch.start()
    return watch


def let_a_secret_end(linked: Linked, days: int) -> None:
    linked.enter_vault()
    ends = linked.program.clock() + timedelta(days=days, hours=1)
    linked.cloud.world.secrets["insights"].expires = int(ends.timestamp())
    linked.clouds.key_vaults.validate(None, linked.entity, "insights")


def test_what_is_due_is_pulled_whoever_is_signed_in(sign_in: SignIn, linked: Linked) -> None:
    linked.know(1, 20)
    linked.enable()
    till = sign_in(ASSOCIATE)
    heard: list[Changes] = []
    till.tasks.changed.connect(heard.append)
    watching(till).look()
    state = linked.clouds.pull.state(linked.entity)
    assert state is not None
    assert state.finished is not None
    assert heard
    assert till.errors == []


def test_cards_that_are_open_change_in_place_and_none_blinks(sign_in: SignIn, linked: Linked) -> None:
    linked.know(1, 20)
    linked.enable()
    till = sign_in(ASSOCIATE)
    page = till.show(MyBookPage, "my_book")
    assert isinstance(page, MyBookPage)
    model = page.cards.model()
    seen: list[str] = []
    model.modelReset.connect(lambda: seen.append("reset"))
    model.dataChanged.connect(lambda *_: seen.append("change"))
    before = [model.index(row, 0).data(CARD_ROLE) for row in range(model.rowCount())]
    blank: list[int] = []
    model.dataChanged.connect(
        lambda *_: blank.extend(r for r in range(model.rowCount()) if model.index(r, 0).data(CARD_ROLE) is None)
    )
    CloudWatch(till.window, till.till, till.window).look()
    QTest.qWait(50)
    after = [model.index(row, 0).data(CARD_ROLE) for row in range(model.rowCount())]
    assert "change" in seen
    assert "reset" not in seen
    assert blank == []
    assert [card.customer_id for card in after] == [card.customer_id for card in before]
    assert after != before


def test_nothing_is_pulled_where_the_secret_key_is_not(sign_in: SignIn, linked: Linked) -> None:
    linked.enable()
    linked.clouds.connections.credentials.forget(f"key-vault {next(iter(linked.cloud.world.apps))}")
    watching(sign_in(ASSOCIATE)).look()
    assert linked.clouds.pull.state(linked.entity) is None


def test_a_pull_that_fails_rests_for_a_while(sign_in: SignIn, linked: Linked) -> None:
    linked.enable()
    linked.clouds.connections.forget()
    linked.cloud.world.secrets["insights"].enabled = False
    watch = watching(sign_in(ASSOCIATE))
    watch.look()
    calls = len(linked.cloud.world.calls)
    watch.look()
    assert len(linked.cloud.world.calls) == calls


@pytest.mark.parametrize(("later", "words"), [(0, "expires in 12"), (13, "has expired")])
def test_administrators_see_that_a_secret_ends(sign_in: SignIn, linked: Linked, later: int, words: str) -> None:
    let_a_secret_end(linked, 12)
    till = sign_in(ADMINISTRATOR)
    linked.program.clock.advance(timedelta(days=later))  # type: ignore[attr-defined]
    watching(till)
    banner = till.window.banner
    assert not banner.isHidden()
    assert words in banner.accessibleName()


def test_the_banner_goes_when_the_secret_was_renewed(sign_in: SignIn, linked: Linked) -> None:
    let_a_secret_end(linked, 12)
    till = sign_in(ADMINISTRATOR)
    watching(till)
    let_a_secret_end(linked, 200)
    till.tasks.changed.emit(Changes(frozenset({Kind.CLOUDS})))
    assert till.window.banner.isHidden()


def test_associates_are_not_bothered_with_it(sign_in: SignIn, linked: Linked) -> None:
    let_a_secret_end(linked, 12)
    till = sign_in(ASSOCIATE)
    watching(till)
    assert till.window.banner.isHidden()


def test_an_enrichment_runs_when_it_is_due_where_its_interactions_are(
    sign_in: SignIn, sqlite_program: Program, tmp_path: Path
) -> None:
    engagement, session = sqlite_program.services.engagement, sqlite_program.session(ADMINISTRATOR)
    give_address(sqlite_program, "C-0001", "kim@acme.example")
    engagement.enrichments.save(session, SETTINGS, agreed=True, consent=Consent.GRANTED)
    till = sign_in(ASSOCIATE)
    watch = watching(till)
    sqlite_program.clock.advance(timedelta(hours=7))  # type: ignore[attr-defined]
    watch.look()
    (one,) = engagement.enrichments.list(None)
    assert engagement.runs.history(None, one.id) == ()  # files were imported elsewhere, if anywhere
    rows = [mail(2, 40, OURS[0], "kim@acme.example")]
    engagement.interactions.take_files(session, [write_rows(tmp_path / "i.csv", rows)])
    watch.look()
    watch.look()  # once is enough for a week
    assert [run.state for run in engagement.runs.history(None, one.id)] == [RunState.SUCCESSFUL]
    assert till.errors == []
