"""What is typed into the composer is put by in the database, behind the typing."""

import json

import pytest
from PySide6.QtTest import QTest
from sqlalchemy import text

from clienteling.domain.errors import ReadOnly
from clienteling.services.drafts import NOTE, Drafts
from clienteling.ui.pos.customer.composer import Composer
from tests.ui.pos.customer.conftest import Counter


@pytest.fixture
def customer(counter: Counter) -> int:
    return counter.customer("C-0001")


def compose(counter: Counter, customer: int) -> Composer:
    """A composer as it is at the beginning of a session."""
    composer = Composer(counter.till)
    counter.put(composer)
    composer.show_customer(customer)
    composer.set_types(counter.till.services.timelines.activity_types(counter.till.session))
    return composer


def write(composer: Composer, words: str) -> None:
    composer.text.edit.setFocus()
    QTest.keyClicks(composer.text.edit, words)


def stored(counter: Counter) -> list[str]:
    rows = counter.program.database.read(lambda t: list(t.execute(text("SELECT text FROM draft"))))
    return [json.loads(row[0])["text"] for row in rows]


def test_what_is_typed_is_put_by_after_a_pause(counter: Counter, customer: int) -> None:
    composer = compose(counter, customer)
    write(composer, "blue")
    assert stored(counter) == []
    pause = composer._kept.pause
    assert pause.isActive()
    pause.timeout.emit()
    assert stored(counter) == ["blue"]


def test_the_next_session_takes_it_up_with_its_kind_and_title(counter: Counter, customer: int) -> None:
    composer = compose(counter, customer)
    composer.kinds()[2].click()
    composer.title.setText("Fitting")
    write(composer, "asked for linen")
    composer.keep()
    later = compose(counter, customer)
    assert (later.title.text(), later.text.text()) == ("Fitting", "asked for linen")
    assert [kind.label for kind in later.kinds() if kind.isChecked()] == [composer.kinds()[2].label]
    later.write_note()
    later.keep()
    found = counter.till.services.drafts.of(counter.till.session, customer)
    assert found is not None
    assert found.kind == NOTE
    assert [k.label for k in compose(counter, customer).kinds() if k.isChecked()] == ["Note"]


def test_what_is_saved_is_no_draft_any_more(counter: Counter, customer: int) -> None:
    composer = compose(counter, customer)
    write(composer, "blue")
    composer.keep()
    composer.save()
    assert stored(counter) == []
    assert compose(counter, customer).text.text() == ""
    write(composer, "again")
    composer.keep()
    assert stored(counter) == ["again"]


def test_what_is_wiped_out_is_no_draft_any_more(counter: Counter, customer: int) -> None:
    composer = compose(counter, customer)
    write(composer, "blue")
    composer.keep()
    composer.text.set_text("")
    composer.keep()
    assert stored(counter) == []


def test_what_is_typed_meanwhile_stays(counter: Counter, customer: int) -> None:
    composer = compose(counter, customer)
    write(composer, "of yesterday")
    composer.keep()
    counter.tasks.held = True
    later = compose(counter, customer)
    write(later, "of today")
    counter.tasks.release()
    assert later.text.text() == "of today"


def test_a_draft_of_another_version_is_left_alone(counter: Counter, customer: int) -> None:
    counter.till.services.drafts.keep(counter.till.session, customer, NOTE, '{"words": 1}')
    assert compose(counter, customer).text.text() == ""
    counter.till.services.drafts.keep(counter.till.session, customer, NOTE, "not even JSON")
    assert compose(counter, customer).text.text() == ""


def test_a_draft_that_cannot_be_kept_bothers_nobody_and_is_tried_again(
    counter: Counter, customer: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ReadOnly("Nothing can be saved: the database may only be read.")

    composer = compose(counter, customer)
    write(composer, "blue")
    with monkeypatch.context() as broken:
        broken.setattr(Drafts, "keep", refuse)
        composer.keep()
    assert counter.tasks.errors == []
    assert composer.text.text() == "blue"
    composer.keep()
    assert stored(counter) == ["blue"]
