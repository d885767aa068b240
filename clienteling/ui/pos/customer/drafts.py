"""What a worker has begun to write about customers and not saved yet."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from clienteling.domain.activity import Audience, Restriction


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way. `type_id` is the activity's type, None for a note; `at` is None for now.

    `kept` is when it was last put by; a fresh one has none.
    """

    customer_id: int
    type_id: int | None = None
    title: str = ""
    text: str = ""
    at: datetime | None = None
    restriction: Restriction = Restriction.INTERNAL
    audience: Audience = Audience.TEAM
    pinned: bool = False
    kept: datetime | None = None

    @property
    def is_note(self) -> bool:
        return self.type_id is None

    @property
    def is_blank(self) -> bool:
        return not (self.title.strip() or self.text.strip())

    @property
    def length(self) -> int:
        """How many characters were typed."""
        return len(self.title) + len(self.text)


class Drafts:
    """One draft for each customer, in memory for as long as the session lasts."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._kept: dict[int, Draft] = {}

    def keep(self, draft: Draft) -> None:
        """Put a draft by, in place of the customer's older one. A blank one is let go."""
        older = self._kept.get(draft.customer_id)
        if draft.is_blank:
            self._kept.pop(draft.customer_id, None)
        elif older is None or replace(older, kept=draft.kept) != draft:
            self._kept[draft.customer_id] = replace(draft, kept=self._clock())

    def of(self, customer_id: int) -> Draft | None:
        return self._kept.get(customer_id)

    def drop(self, customer_id: int) -> None:
        self._kept.pop(customer_id, None)

    def all(self) -> tuple[Draft, ...]:
        """Those put by last come first."""
        return tuple(sorted(self._kept.values(), key=lambda draft: str(draft.kept), reverse=True))
