"""What to ask of a part of a mailbox next: the year as a list, then the changes, and all again when those are lost."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from clienteling.domain.mailboxes import Part, Position

if TYPE_CHECKING:
    from clienteling.connectors.graph import GraphApi, Page


@dataclass(slots=True)
class Reading:
    """A part on its way. `first` is the first moment that matters, `now` the one of the run.

    `is_over` when there is nothing left to ask; `is_whole` when it was read from its beginning to its end: what was
    known of it before and was not met is not there any more.
    """

    position: Position
    first: datetime
    now: datetime
    is_over: bool = False
    is_whole: bool = False
    _more: str = ""
    _is_listed: bool = False

    def __post_init__(self) -> None:
        if self.position.part is Part.CALENDAR:
            self.position = replace(self.position, round=self.position.round + 1)
        elif not self.position.link and self.position.began is None:
            self.position = replace(self.position, began=self.now, since=None)

    def call(self, api: "GraphApi") -> "Callable[[], Page]":
        """What to ask next."""
        position, mailbox = self.position, self.position.mailbox
        if position.part is Part.CALENDAR:
            return lambda: api.meetings(mailbox, self.first, self.now)
        if link := self._more or position.link:
            return lambda: api.follow(link)
        if self._is_listed:
            return lambda: api.changes(mailbox, position.part.value, position.began or self.now)
        return lambda: api.mails(mailbox, position.part.value, max(position.since or self.first, self.first))

    def take(self, page: "Page") -> None:
        """Go on behind a page that has come."""
        position = self.position
        self._more = page.more
        if position.part is Part.CALENDAR:
            self.position = replace(position, read=self.now)
            self.is_over = self.is_whole = True
        elif position.link:
            # The link of a page is as good to go on from as that of the changes.
            self.position = replace(position, link=page.more or page.changes or position.link)
            self._finish(page)
        elif self._is_listed:
            self.position = replace(position, link="" if page.more else page.changes)
            self.is_whole = not page.more
            self._finish(page)
        else:
            self.position = replace(position, since=page.upto or position.since)
            self._is_listed = not page.more

    def start_again(self) -> None:
        """The changes are lost: all is read again, and what it meets no more is gone."""
        position = self.position
        self.position = replace(position, began=self.now, since=None, link="", round=position.round + 1)
        self._more, self._is_listed = "", False

    def _finish(self, page: "Page") -> None:
        if not page.more:
            self.position = replace(self.position, read=self.now)
            self.is_over = True
