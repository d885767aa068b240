"""What is said about links to the clouds, in more than one place."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from clienteling.domain.cloud_state import LinkState, SecretEntry, Step
from clienteling.domain.vault import days_left
from clienteling.ui.lists.table_column import Pill
from clienteling.ui.messages import problem_title
from clienteling.ui.widgets.pill import State


def link_words(step: str) -> str:
    """The name of a link: of the chain, or of one secret of the list."""
    translate = QCoreApplication.translate
    known = {one.value: one for one in Step}
    if step in known:
        return translate("Problem", known[step].words)
    name = step.removeprefix(f"{Step.SECRET} ")
    return translate("Clouds", "The secret “{name}”").format(name=name)


def expiry_words(left: int) -> str:
    """12 days left; expired."""
    translate = QCoreApplication.translate
    if left < 0:
        return translate("Clouds", "expired")
    if left < 2:
        return translate("Clouds", "1 day left") if left else translate("Clouds", "ends today")
    return translate("Clouds", "{days} days left").format(days=left)


def expiry_pill(entry: SecretEntry, now: datetime, warning_days: int) -> Pill | None:
    """How long a secret lasts; None where nobody knows."""
    left = days_left(entry.expires, now)
    if left is None:
        return None
    state = State.ERROR if left < 0 else State.WARNING if left < warning_days else State.OK
    return Pill(expiry_words(left), state)


def link_pill(state: LinkState | None) -> Pill:
    """Whether a link holds, as it was when it was last tried."""
    translate = QCoreApplication.translate
    if state is None:
        return Pill(translate("Clouds", "not tried yet"))
    problem = state.problem
    if problem is None:
        return Pill(translate("Clouds", "works"), State.OK)
    return Pill(problem_title(problem), State.ERROR)
