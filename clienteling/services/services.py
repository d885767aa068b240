"""All services of the program on one database: each is made, and its code imported, when it is first asked for."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.database.engine import Database
from clienteling.domain.audit import Changes
from clienteling.services.made_once import MadeOnce, made_once
from clienteling.services.operations import Operations

if TYPE_CHECKING:
    from clienteling.domain.worker import Session
    from clienteling.services.all_customers import AllCustomers
    from clienteling.services.audit import Audit
    from clienteling.services.badges import Badges
    from clienteling.services.book_changes import BookChanges
    from clienteling.services.books import Books
    from clienteling.services.cards import CardReader
    from clienteling.services.cloud.services import Clouds
    from clienteling.services.company_accounts import CompanyAccounts
    from clienteling.services.covers import Covers
    from clienteling.services.customer_changes import CustomerChanges
    from clienteling.services.customers import Customers
    from clienteling.services.drafts import Drafts
    from clienteling.services.duplicates import DuplicateFinder
    from clienteling.services.engagement.engagement import Engagement
    from clienteling.services.erasure import Erasure
    from clienteling.services.exporting import Exports
    from clienteling.services.follow_up_rules import FollowUpRules
    from clienteling.services.follow_ups import FollowUps
    from clienteling.services.headquarters.distribution import Distribution
    from clienteling.services.headquarters.headquarters import Headquarters
    from clienteling.services.headquarters.set_up_steps import SetUpSteps
    from clienteling.services.importing.importer import Importer
    from clienteling.services.layouts import Layouts
    from clienteling.services.leavers import Leavers
    from clienteling.services.merging import Merging
    from clienteling.services.parameters import Parameters
    from clienteling.services.personal_files import PersonalFiles
    from clienteling.services.relationship.relationships import Relationships
    from clienteling.services.search import Search
    from clienteling.services.sign_in import SignIn
    from clienteling.services.status import Status
    from clienteling.services.store_figures import StoreFigures
    from clienteling.services.timeline import Timelines
    from clienteling.services.timeline_edits import TimelineEdits
    from clienteling.services.undoing import Undoing
    from clienteling.services.views import Views
    from clienteling.services.watch import Watch


class Services(MadeOnce):
    """What pages and commands work with. `clock` gives the moment, with its time zone; `home` is the data folder.

    Imports stand in the methods, so that a sign-in waits for the code of a sign-in alone.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime], home: Path | None = None) -> None:
        super().__init__()
        self.database = database
        self.clock = clock
        self.operations = Operations(database, clock)
        self._home = home

    def close(self) -> None:
        self.database.close()

    @made_once
    def sign_in(self) -> "SignIn":
        from clienteling.services.sign_in import SignIn

        return SignIn(self.database, self.operations, self.badges, self.clock, self._forget_account)

    @made_once
    def company_accounts(self) -> "CompanyAccounts":
        from clienteling.services.company_accounts import CompanyAccounts, KeptTokens

        return CompanyAccounts(self.database, self.sign_in, KeptTokens(self._home))

    def _forget_account(self, session: "Session") -> None:
        """A session has ended; few begin with a company account."""
        if session.account is not None:
            self.company_accounts.tokens.forget(session.account)

    @made_once
    def badges(self) -> "Badges":
        from clienteling.services.badges import Badges

        return Badges(self.operations)

    @made_once
    def parameters(self) -> "Parameters":
        from clienteling.services.parameters import Parameters

        return Parameters(self.operations)

    @made_once
    def books(self) -> "Books":
        from clienteling.services.books import Books

        return Books(self.operations, self._cards)

    @made_once
    def book_changes(self) -> "BookChanges":
        from clienteling.services.book_changes import BookChanges

        return BookChanges(self.operations)

    @made_once
    def customers(self) -> "Customers":
        from clienteling.services.customers import Customers

        return Customers(self.operations, self._cards)

    @made_once
    def customer_changes(self) -> "CustomerChanges":
        from clienteling.services.customer_changes import CustomerChanges

        return CustomerChanges(self.operations, self.book_changes)

    @made_once
    def all_customers(self) -> "AllCustomers":
        from clienteling.services.all_customers import AllCustomers

        return AllCustomers(self.operations, self.search)

    @made_once
    def merging(self) -> "Merging":
        from clienteling.services.merging import Merging

        return Merging(self.operations)

    @made_once
    def duplicates(self) -> "DuplicateFinder":
        from clienteling.services.duplicates import DuplicateFinder

        return DuplicateFinder(self.operations)

    @made_once
    def personal_files(self) -> "PersonalFiles":
        from clienteling.services.personal_files import PersonalFiles

        return PersonalFiles(self.operations)

    @made_once
    def erasure(self) -> "Erasure":
        from clienteling.services.erasure import Erasure

        return Erasure(self.operations, self._home)

    @made_once
    def timelines(self) -> "Timelines":
        from clienteling.services.timeline import Timelines

        return Timelines(self.operations)

    @made_once
    def drafts(self) -> "Drafts":
        from clienteling.services.drafts import Drafts

        return Drafts(self.operations)

    @made_once
    def timeline_edits(self) -> "TimelineEdits":
        from clienteling.services.timeline_edits import TimelineEdits

        return TimelineEdits(self.operations)

    @made_once
    def search(self) -> "Search":
        from clienteling.services.search import Search

        return Search(self.operations)

    @made_once
    def views(self) -> "Views":
        from clienteling.services.views import Views

        return Views(self.operations, self._cards)

    @made_once
    def relationships(self) -> "Relationships":
        from clienteling.services.engagement.place import Place
        from clienteling.services.relationship.pool_exchange import PoolExchange
        from clienteling.services.relationship.relationships import Relationships

        return Relationships(self.operations, PoolExchange(Place(self.database, self._home)))

    @made_once
    def follow_ups(self) -> "FollowUps":
        from clienteling.services.follow_ups import FollowUps

        return FollowUps(self.operations)

    @made_once
    def follow_up_rules(self) -> "FollowUpRules":
        from clienteling.services.follow_up_rules import FollowUpRules

        return FollowUpRules(self.operations)

    @made_once
    def leavers(self) -> "Leavers":
        from clienteling.services.leavers import Leavers

        return Leavers(self.operations, self.book_changes)

    @made_once
    def covers(self) -> "Covers":
        from clienteling.services.covers import Covers

        return Covers(self.operations)

    @made_once
    def undoing(self) -> "Undoing":
        from clienteling.services.undoing import Undoing

        return Undoing(self.operations, self.book_changes, self.covers)

    @made_once
    def store_figures(self) -> "StoreFigures":
        from clienteling.services.store_figures import StoreFigures

        return StoreFigures(self.operations)

    @made_once
    def audit(self) -> "Audit":
        from clienteling.services.audit import Audit

        return Audit(self.operations)

    @made_once
    def importer(self) -> "Importer":
        from clienteling.services.importing.importer import Importer

        return Importer(self.operations, self._refresh_activity_types)

    @made_once
    def exports(self) -> "Exports":
        from clienteling.services.exporting import Exports

        return Exports(self.operations, self._cards)

    @made_once
    def status(self) -> "Status":
        from clienteling.services.status import Status

        return Status(self.operations)

    @made_once
    def watch(self) -> "Watch":
        from clienteling.services.watch import Watch

        chores = (self._publish_due, self._keep_relationships_current)
        return Watch(self.operations, self._refresh_activity_types, chores)

    @made_once
    def clouds(self) -> "Clouds":
        from clienteling.services.cloud.services import build_clouds

        return build_clouds(self.operations)

    @made_once
    def engagement(self) -> "Engagement":
        from clienteling.services.engagement.engagement import Engagement

        return Engagement(self.operations, self.books, self.views, self.clock, self._home, self.clouds.connections)

    @made_once
    def headquarters(self) -> "Headquarters":
        from clienteling.services.headquarters.headquarters import Headquarters

        return Headquarters(self.operations, self._refresh_activity_types)

    @made_once
    def distribution(self) -> "Distribution":
        from clienteling.services.headquarters.distribution import Distribution

        return Distribution(self.operations, self._refresh_activity_types)

    @made_once
    def set_up_steps(self) -> "SetUpSteps":
        from clienteling.services.headquarters.set_up_steps import SetUpSteps

        return SetUpSteps(self.operations, self.headquarters)

    @made_once
    def layouts(self) -> "Layouts":
        from clienteling.services.layouts import Layouts

        return Layouts(self.operations)

    # What services share, and tell one another

    @made_once
    def _cards(self) -> "CardReader":
        from clienteling.services.cards import CardReader

        return CardReader()

    def _refresh_activity_types(self) -> None:
        self.timelines.refresh_activity_types()

    def _publish_due(self, now: datetime) -> Changes:
        return self.distribution.run_due(now)

    def _keep_relationships_current(self, now: datetime) -> Changes:
        return self.relationships.computation.keep_current(now)
