import inspect
import re

import pytest

from clienteling.domain import errors
from clienteling.domain.errors import AlreadyHeld, Invalid, NotAllowed, Problem

kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, Problem)]


@pytest.mark.parametrize("kind", kinds)
def test_every_problem_has_a_title_and_a_name_for_scripts(kind: type[Problem]) -> None:
    assert kind.title
    assert kind is Problem or kind.title != Problem.title
    problem = kind.__new__(kind)
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", problem.code)


def test_a_problem_says_its_message_with_the_values_filled_in() -> None:
    problem = Invalid("size", "{text} is less than {lowest}.", text="{braces}", lowest=30)
    assert str(problem) == problem.message == "{braces} is less than 30."
    assert problem.template == "{text} is less than {lowest}."
    assert (problem.code, problem.field) == ("invalid", "size")


def test_a_refusal_says_who_may() -> None:
    refusal = NotAllowed("Reassign", ("Administrators", "Managers"))
    assert refusal.message == "You may not do this: Reassign. It is for: Administrators, Managers."
    assert refusal.who_may == ("Administrators", "Managers")


def test_a_refusal_of_what_nobody_may_says_so() -> None:
    assert NotAllowed("Reassign", ()).message == "Nobody may do this: Reassign."


def test_a_customer_of_somebody_else_is_a_conflict_with_the_holders_name() -> None:
    refusal = AlreadyHeld("Zoë", "Jens", 7)
    assert refusal.message == "Zoë is in the client book of Jens."
    assert refusal.code == "already_held"
    assert isinstance(refusal, errors.Conflict)
