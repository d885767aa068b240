"""All of account engagement: what pages and commands work with."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from clienteling.domain.enrichment import GRAPH
from clienteling.services.books import Books
from clienteling.services.cloud.connections import Connections
from clienteling.services.engagement.enrichments import Enrichments
from clienteling.services.engagement.graph_collector import GraphCollector
from clienteling.services.engagement.interactions import Interactions
from clienteling.services.engagement.mailboxes import Mailboxes
from clienteling.services.engagement.place import Place
from clienteling.services.engagement.results import Results
from clienteling.services.engagement.runs import Runs
from clienteling.services.engagement.segments import Segments
from clienteling.services.operations import Operations
from clienteling.services.views import Views


class Engagement:
    """Its parts share a folder, which is made when something is first put into it."""

    def __init__(
        self,
        operations: Operations,
        books: Books,
        views: Views,
        clock: Callable[[], datetime],
        home: Path | None,
        connections: Connections,
    ) -> None:
        place = Place(operations.database, home)
        self.enrichments = Enrichments(operations, place)
        self.interactions = Interactions(operations, place)
        self.runs = Runs(operations, clock, place)
        self.runs.collectors[GRAPH] = GraphCollector(connections)
        self.mailboxes = Mailboxes(connections)
        self.results = Results(operations, place)
        self.segments = Segments(books, views)
