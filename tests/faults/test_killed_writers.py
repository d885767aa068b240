"""A program that is killed at any moment: what it said was done is there, whole, and nothing is half done."""

from itertools import count
from pathlib import Path

from tests.support.killing import Campaign
from tests.support.program import Template

KILLS = 50  # on each kind of database
SEED = 20261122
_names = (f"killed_{number}" for number in count(1))


def test_what_was_acknowledged_is_there_after_a_kill(template: Template, tmp_path: Path) -> None:
    with template.copied(tmp_path, next(_names)) as url:
        tally = Campaign(url, template.company, SEED).run(KILLS)
    assert tally.kills == KILLS
    # The kills hit something: most writers had done a lot, and some were in the middle of an act.
    assert tally.acts > KILLS
    assert tally.in_doubt > 0
