"""All services of the program, built once on one database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from clienteling.database.engine import Database
from clienteling.services.all_customers import AllCustomers
from clienteling.services.audit import Audit
from clienteling.services.badges import Badges
from clienteling.services.book_changes import BookChanges
from clienteling.services.books import Books
from clienteling.services.cards import CardReader
from clienteling.services.cloud.services import Clouds, build_clouds
from clienteling.services.covers import Covers
from clienteling.services.customer_changes import CustomerChanges
from clienteling.services.customers import Customers
from clienteling.services.drafts import Drafts
from clienteling.services.duplicates import DuplicateFinder
from clienteling.services.engagement.engagement import Engagement
from clienteling.services.engagement.place import Place
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
from clienteling.services.operations import Operations
from clienteling.services.parameters import Parameters
from clienteling.services.personal_files import PersonalFiles
from clienteling.services.relationship.pool_exchange import PoolExchange
from clienteling.services.relationship.relationships import Relationships
from clienteling.services.search import Search
from clienteling.services.sign_in import SignIn
from clienteling.services.status import Status
from clienteling.services.store_figures import StoreFigures
from clienteling.services.timeline import Timelines
from clienteling.services.timeline_edits import TimelineEdits
from clienteling.services.views import Views
from clienteling.services.watch import Watch


@dataclass(frozen=True, slots=True)
class Services:
    """What pages and commands work with. `clock` gives the moment, with its time zone."""

    database: Database
    clock: Callable[[], datetime]
    operations: Operations
    sign_in: SignIn
    badges: Badges
    parameters: Parameters
    books: Books
    book_changes: BookChanges
    customers: Customers
    customer_changes: CustomerChanges
    all_customers: AllCustomers
    merging: Merging
    duplicates: DuplicateFinder
    personal_files: PersonalFiles
    erasure: Erasure
    timelines: Timelines
    drafts: Drafts
    timeline_edits: TimelineEdits
    search: Search
    views: Views
    relationships: Relationships
    follow_ups: FollowUps
    follow_up_rules: FollowUpRules
    leavers: Leavers
    covers: Covers
    store_figures: StoreFigures
    audit: Audit
    importer: Importer
    exports: Exports
    status: Status
    watch: Watch
    clouds: Clouds
    engagement: Engagement
    headquarters: Headquarters
    distribution: Distribution
    set_up_steps: SetUpSteps
    layouts: Layouts

    def close(self) -> None:
        self.database.close()


def build_services(database: Database, clock: Callable[[], datetime], home: Path | None = None) -> Services:
    """Services on an open database with the newest schema. `home` is the data folder."""
    operations, cards = Operations(database, clock), CardReader()
    book_changes, badges = BookChanges(operations), Badges(operations)
    books, views = Books(operations, cards), Views(operations, cards)
    timelines, search = Timelines(operations), Search(operations)
    headquarters = Headquarters(operations, timelines.refresh_activity_types)
    relationships = Relationships(operations, PoolExchange(Place(database, home)))
    distribution = Distribution(operations, timelines.refresh_activity_types)
    return Services(
        database=database,
        clock=clock,
        operations=operations,
        sign_in=SignIn(database, operations, badges, clock),
        badges=badges,
        parameters=Parameters(operations),
        books=books,
        book_changes=book_changes,
        customers=Customers(operations, cards),
        customer_changes=CustomerChanges(operations, book_changes),
        all_customers=AllCustomers(operations, search),
        merging=Merging(operations),
        duplicates=DuplicateFinder(operations),
        personal_files=PersonalFiles(operations),
        erasure=Erasure(operations, home),
        timelines=timelines,
        drafts=Drafts(operations),
        timeline_edits=TimelineEdits(operations),
        search=search,
        views=views,
        relationships=relationships,
        follow_ups=FollowUps(operations),
        follow_up_rules=FollowUpRules(operations),
        leavers=Leavers(operations, book_changes),
        covers=Covers(operations),
        store_figures=StoreFigures(operations),
        audit=Audit(operations),
        importer=Importer(operations, timelines.refresh_activity_types),
        exports=Exports(operations, cards),
        status=Status(operations),
        watch=Watch(
            operations, timelines.refresh_activity_types, (distribution.run_due, relationships.computation.keep_current)
        ),
        clouds=build_clouds(operations),
        engagement=Engagement(operations, books, views, clock, home),
        headquarters=headquarters,
        distribution=distribution,
        set_up_steps=SetUpSteps(operations, headquarters),
        layouts=Layouts(operations),
    )
