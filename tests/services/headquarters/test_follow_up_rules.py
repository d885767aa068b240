"""Rules for follow-ups are part of the configuration."""

from dataclasses import replace

import pytest

from clienteling.domain.configuration.follow_ups import FollowUpRule
from clienteling.domain.errors import Problem
from clienteling.domain.follow_up import Cause
from tests.support.program import Program

WISHES = FollowUpRule("USMF", "birthday", Cause.DATE, "Wishes", 30, "Birthday")


def test_a_rule_that_is_saved_at_headquarters_makes_follow_ups_at_the_till(program: Program) -> None:
    ada, headquarters = program.session("009"), program.services.headquarters
    headquarters.save(ada, "follow_up_rules", WISHES)
    program.services.follow_up_rules.generate(anew=True)
    found = program.services.follow_ups.proposed(program.session("001"))
    assert {f.title for f in found} == {"Wishes"}
    off = replace(WISHES, active=False)
    headquarters.save(ada, "follow_up_rules", off, opened=WISHES)
    assert program.services.follow_up_rules.rules(program.company.entities["USMF"]) == (off.rule,)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(WISHES, title=" "), "title"),
        (replace(WISHES, days=-1), "days"),
        (replace(WISHES, code=""), "code"),
        (replace(WISHES, cause=Cause.PURCHASE), "date_name"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(program: Program, wrong: FollowUpRule, field: str) -> None:
    assert field in {problem.field for problem in wrong.problems()}
    with pytest.raises(Problem):
        program.services.headquarters.save(program.session("009"), "follow_up_rules", wrong)
    assert program.services.follow_up_rules.rules(program.company.entities["USMF"]) == ()
