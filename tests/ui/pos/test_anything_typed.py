"""Odd texts in every field of the till: stored and shown exactly, or refused where they stand."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.domain.activity import TimelineKind
from tests.support import dialogs
from tests.support.effort import examples
from tests.support.forms import Typist, sign_in, typist
from tests.support.naughty import typed
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn

few = settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
texts = typed()


@pytest.fixture
def somebody(sign_in: SignIn) -> Iterator[Typist]:
    """The administrator, at a till with all its pages."""
    typing = typist(sign_in("009"))
    yield typing
    typing.desk.close()


@few
@given(text=texts, title=texts | st.just(""))
def test_a_note(somebody: Typist, text: str, title: str) -> None:
    somebody.note(text, title)


@few
@given(text=texts, title=texts | st.just(""))
def test_an_activity(somebody: Typist, text: str, title: str) -> None:
    somebody.activity(text, title)


@few
@given(typed_in=st.tuples(*[texts | st.just("")] * 6))
def test_an_edit_of_a_customer(somebody: Typist, typed_in: tuple[str, ...]) -> None:
    somebody.edit_customer(typed_in)


@few
@given(kind=st.sampled_from([TimelineKind.ACTIVITY, TimelineKind.NOTE]), text=texts, title=texts | st.just(""))
def test_an_edit_of_the_timeline(somebody: Typist, kind: TimelineKind, text: str, title: str) -> None:
    dialogs.edit_of_an_entry(somebody, kind, text, title)


@few
@given(text=texts)
def test_an_activity_for_several_customers(somebody: Typist, text: str) -> None:
    dialogs.activity_for_several(somebody, text)


@few
@given(title=texts, text=texts | st.just(""), at=texts | st.just(""))
def test_a_follow_up(somebody: Typist, title: str, text: str, at: str) -> None:
    dialogs.follow_up(somebody, title, text, at)


@few
@given(name=texts)
def test_the_name_of_a_view(somebody: Typist, name: str) -> None:
    dialogs.name_of_a_view(somebody, name)


@few
@given(code=texts)
def test_a_badge(somebody: Typist, code: str) -> None:
    dialogs.badge(somebody, code)


@few
@given(number=texts, password=texts)
def test_a_signature(somebody: Typist, number: str, password: str) -> None:
    dialogs.signature(somebody, number, password)


@few
@given(text=texts)
def test_the_reason_of_a_reassignment(somebody: Typist, text: str) -> None:
    somebody.reason(text)


@few
@given(text=texts)
def test_a_filter(somebody: Typist, text: str) -> None:
    somebody.filter(text)


@few
@given(text=texts)
def test_a_search(somebody: Typist, text: str) -> None:
    somebody.search(text)


@few
@given(text=texts)
def test_what_is_to_be_imported(somebody: Typist, text: str) -> None:
    somebody.import_file(text)


@few
@given(number=texts, password=texts)
def test_a_sign_in(at: OpenTill, number: str, password: str) -> None:
    sign_in(at, number, password)


@pytest.fixture
def at(sign_in: SignIn) -> OpenTill:
    return sign_in("009")
