"""What to ask of a part of a mailbox next: where changes will be, the year as a list, then the changes since.

A mail that comes while the list is read is among the changes, perhaps among the list as well: it is known by its ID.
When the changes are lost, all begins again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from clienteling.domain.cloud_problems import MalformedAnswer
from clienteling.domain.mailboxes import ChangesLost, Part, Position

if TYPE_CHECKING:
    from clienteling.connectors.graph import GraphApi, Page


_MOST_LOST = 2  # times in one run
_CLOCKS = timedelta(days=1)  # so far may this machine's clock be from the service's


@dataclass(frozen=True, slots=True)
class Filing:
    """A mailbox of which it is not known yet into what folders its mail is filed."""

    position: Position

    def call(self, api: "GraphApi") -> Callable[[], tuple[str, ...]]:
        """What to ask next."""
        return lambda: api.folders(self.position.mailbox)


@dataclass(slots=True)
class Reading:
    """A part on its way. `first` is the first moment that matters, `now` the one of the run.

    `is_over` when there is nothing left to ask; `is_whole` when with this page it was read from its beginning to its
    end: what was known of it before and was not met is not there any more.
    """

    position: Position
    first: datetime
    now: datetime
    is_over: bool = False
    is_whole: bool = False
    _more: str = ""
    _lost: int = 0

    def __post_init__(self) -> None:
        if self.position.part == Part.CALENDAR:
            self.position = replace(self.position, round=self.position.round + 1)
        elif not self.position.link and self.position.began is None:
            self.position = replace(self.position, began=self.now, since=None)

    def call(self, api: "GraphApi") -> "Callable[[], Page]":
        """What to ask next."""
        position, mailbox = self.position, self.position.mailbox
        if position.part == Part.CALENDAR:
            return lambda: api.meetings(mailbox, self.first, self.now)
        if link := self._more:
            return lambda: api.follow(link)
        if not position.link:
            return lambda: api.changes(mailbox, position.part, (position.began or self.now) - _CLOCKS)
        if position.began is not None:
            return lambda: api.mails(mailbox, position.part, max(position.since or self.first, self.first))
        return lambda: api.follow(position.link)

    def take(self, page: "Page") -> None:
        """Go on behind a page that has come."""
        position = self.position
        self._more, self.is_whole = page.more, False
        if position.part == Part.CALENDAR:
            self.position = replace(position, read=self.now)
            self.is_over = self.is_whole = True
        elif not position.link:
            if not page.more and not page.changes:
                raise MalformedAnswer(host="Microsoft Graph")
            self.position = replace(position, link=page.changes)
        elif position.began is not None:
            self.position = replace(position, since=page.upto or position.since)
            if not page.more:
                self.position = replace(position, began=None, since=None)
                self.is_whole = True
        else:
            # The link of a page is as good to go on from as that of the changes.
            self.position = replace(position, link=page.more or page.changes or position.link)
            if not page.more:
                self.position = replace(self.position, read=self.now)
                self.is_over = True

    def start_again(self, problem: ChangesLost) -> None:
        """The changes are lost: all is read again, and what it meets no more is gone.

        Raises the problem if they are lost again and again: another time, then.
        """
        self._lost += 1
        if self._lost > _MOST_LOST:
            raise problem
        position = self.position
        self.position = replace(position, began=self.now, since=None, link="", round=position.round + 1)
        self._more, self.is_whole = "", False
