"""`views list`, `views save` and `views delete`."""

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from clienteling.cli import documents
from clienteling.cli.access import people, signed_in
from clienteling.cli.answers import Answer
from clienteling.cli.books import query_of
from clienteling.cli.tables import DASH, table
from clienteling.domain.errors import NotFound, mark
from clienteling.domain.saved_view import SavedView, write_query
from clienteling.domain.text import fold
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.domain.card import PropertyDefinition
    from clienteling.domain.worker import Session
    from clienteling.services.books import View
    from clienteling.services.services import Services


def show_views(arguments: Namespace, settings: Settings) -> Answer:
    """The own views, then those that others share with the store."""
    with signed_in(arguments, settings) as (services, session):
        views = services.views.list(session, _view(arguments))
        names = {d.key: d.attribute.label(session.worker.language) for d in _definitions(services, session)}
        workers = people(services, {view.owner_id for view in views})
        document: documents.Document = {
            "views": [
                {
                    "name": view.name,
                    "owner": workers[view.owner_id].personnel_number,
                    "shared": view.is_shared,
                    "query": json.loads(write_query(view.query, names)),
                    "lost": list(view.lost),
                }
                for view in views
            ]
        }
        rows = [_row(view, session, names) for view in views]
        return Answer(document, table(["Name", "Of", "Filters", "Sort"], rows) if rows else "No views are saved here.")


def save(arguments: Namespace, settings: Settings) -> Answer:
    """Save filters and an order, instead of the own view of the same name if there is one."""
    view = _view(arguments)
    with signed_in(arguments, settings) as (services, session):
        query = query_of(services, session, view, arguments)
        known = _own(services, session, view, arguments.name)
        if known is None:
            services.views.save(session, view, arguments.name, query, shared=arguments.share)
        else:
            if known.is_changed(query) or known.lost:
                services.views.replace(session, view, known, query)
            if arguments.share and not known.is_shared:
                again = _own(services, session, view, arguments.name)
                if again is not None:
                    services.views.share(session, view, again, shared=True)
        saved = _own(services, session, view, arguments.name)
        shared = saved is not None and saved.is_shared
        document: documents.Document = {"saved": arguments.name.strip(), "shared": shared, "new": known is None}
        words = "saved and shared with the store" if shared else "saved"
        return Answer(document, f"View “{arguments.name.strip()}” {words}.")


def delete(arguments: Namespace, settings: Settings) -> Answer:
    """Take an own view away."""
    view = _view(arguments)
    with signed_in(arguments, settings) as (services, session):
        known = _own(services, session, view, arguments.name)
        if known is None:
            raise NotFound(mark("You have no view “{name}” here."), name=arguments.name)
        services.views.delete(session, view, known)
        return Answer({"deleted": known.name}, f"View “{known.name}” deleted.")


def _view(arguments: Namespace) -> "View":
    from clienteling.services.books import View

    return View.STORE if arguments.store else View.MINE


def _definitions(services: "Services", session: "Session") -> "list[PropertyDefinition]":
    return [*services.books.definitions(session), *services.books.more_definitions(session)]


def _own(services: "Services", session: "Session", view: "View", name: str) -> SavedView | None:
    return next(
        (
            saved
            for saved in services.views.list(session, view)
            if saved.owner_id == session.worker.id and fold(saved.name) == fold(name)
        ),
        None,
    )


def _row(view: SavedView, session: "Session", names: dict[str, str]) -> list[str]:
    filters = [names.get(criterion.key, criterion.key) for criterion in view.query.criteria]
    filters += [f"{name} (not there any more)" for name in view.lost]
    yours = "you, shared" if view.is_shared else "you"
    owner = yours if view.owner_id == session.worker.id else view.owner
    order = names.get(view.query.sort, view.query.sort.replace("_", " "))
    return [view.name, owner, ", ".join(filters) or DASH, f"-{order}" if view.query.descending else order]


COMMANDS = {"views list": show_views, "views save": save, "views delete": delete}
