from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.errors import Invalid, SignInRefused
from clienteling.domain.worker import (
    FAILURES_ALLOWED,
    LOCK_OUT,
    Credentials,
    after_failure,
    check_may_try,
    check_password,
)

NOW = datetime(2026, 11, 22, tzinfo=UTC)
FRESH = Credentials("hash", 0, None, blocked=False)


def after_failures(number: int, credentials: Credentials = FRESH) -> Credentials:
    for _ in range(number):
        check_may_try(credentials, NOW)
        credentials = after_failure(credentials, NOW)
    return credentials


def test_wrong_passwords_lock_out_at_the_last_one_allowed() -> None:
    check_may_try(after_failures(FAILURES_ALLOWED - 1), NOW)
    locked = after_failures(FAILURES_ALLOWED)
    assert locked.locked_until == NOW + LOCK_OUT
    with pytest.raises(SignInRefused, match="Try again in 16 min"):
        check_may_try(locked, NOW)


def test_a_lock_out_ends_by_itself_and_all_tries_are_there_again() -> None:
    locked = after_failures(FAILURES_ALLOWED)
    with pytest.raises(SignInRefused, match="Try again in 1 min"):
        check_may_try(locked, NOW + LOCK_OUT - timedelta(seconds=1))
    check_may_try(locked, NOW + LOCK_OUT)
    again = after_failure(locked, NOW + LOCK_OUT)
    assert (again.failures, again.locked_until) == (1, None)


def test_a_blocked_worker_and_one_without_a_password_may_not_try() -> None:
    with pytest.raises(SignInRefused, match="blocked"):
        check_may_try(Credentials("hash", 0, None, blocked=True), NOW)
    with pytest.raises(SignInRefused, match="No password is set"):
        check_may_try(Credentials(None, 0, None, blocked=False), NOW)


def test_a_failure_changes_neither_password_nor_block() -> None:
    after = after_failure(Credentials("hash", 2, None, blocked=True), NOW)
    assert after == Credentials("hash", 3, None, blocked=True)


@given(st.lists(st.sampled_from(["wrong", "wait a minute", "wait for long"]), max_size=60))
def test_no_more_tries_than_allowed_fit_between_two_lock_outs(steps: list[str]) -> None:
    now, credentials, tries = NOW, FRESH, 0
    for step in steps:
        if step != "wrong":
            now += timedelta(minutes=1) if step == "wait a minute" else LOCK_OUT
            continue
        try:
            check_may_try(credentials, now)
        except SignInRefused:
            assert tries == FAILURES_ALLOWED
            continue
        tries = 0 if tries == FAILURES_ALLOWED else tries
        tries += 1
        credentials = after_failure(credentials, now)
    assert tries <= FAILURES_ALLOWED


@pytest.mark.parametrize("password", ["abcdefg1", "correct horse", "ĀĒĪŌŪāē1", "12345678a", "pass-word"])
def test_a_password_with_letters_and_something_else_passes(password: str) -> None:
    check_password(password)


@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("", "at least 8"),
        ("abcde12", "at least 8"),
        ("abcdefgh", "letters and at least one digit or sign"),
        ("12345678", "letters"),
        ("--------", "letters"),
        ("abcdefg1\0", "cannot be stored"),
        ("abcdefg1\ud800", "cannot be stored"),
        ("x1" * 501, "At most 1000"),
    ],
)
def test_a_weak_password_is_refused(password: str, message: str) -> None:
    with pytest.raises(Invalid, match=message) as refusal:
        check_password(password)
    assert refusal.value.field == "password"
