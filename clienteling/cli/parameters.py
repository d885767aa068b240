"""`settings list`, `settings get` and `settings set`: what is chosen for a legal entity."""

from argparse import Namespace
from typing import TYPE_CHECKING

from clienteling.cli.access import working
from clienteling.cli.answers import Answer, Usage
from clienteling.cli.documents import Document
from clienteling.cli.tables import table
from clienteling.domain.errors import Invalid, NotFound, mark
from clienteling.domain.parameters import PARAMETERS, Parameter, parameter, shown
from clienteling.domain.text import fold
from clienteling.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clienteling.domain.company import LegalEntity
    from clienteling.domain.worker import Session
    from clienteling.services.services import Services


def show_all(arguments: Namespace, settings: Settings) -> Answer:
    """All settings of a legal entity, with what can be chosen."""
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        given = services.parameters.given(entity)
    documents = [_document(known, given) for known in PARAMETERS.values()]
    rows = [[p.key, shown(p, given), p.choices, shown(p, {}), p.description] for p in PARAMETERS.values()]
    text = f"{entity.code} {entity.name}\n\n{table(['Setting', 'Value', 'Choices', 'Default', 'What it is'], rows)}"
    return Answer({"legal_entity": entity.code, "settings": documents}, text)


def show_one(arguments: Namespace, settings: Settings) -> Answer:
    """The value of one."""
    known = parameter(arguments.key)
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        given = services.parameters.given(entity)
    return Answer({"legal_entity": entity.code, **_document(known, given)}, shown(known, given))


def choose(arguments: Namespace, settings: Settings) -> Answer:
    """Choose a value: as an administrator, or as a worker who may."""
    known = parameter(arguments.key)
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        changes = services.parameters.set(session, entity, known.key, arguments.value)
        given = services.parameters.given(entity)
    record = None if changes.record_id is None else str(changes.record_id)
    text = f"{known.key} is {shown(known, given)} for {entity.code}" + ("." if record else ", as before.")
    return Answer({"legal_entity": entity.code, **_document(known, given), "record": record}, text)


def legal_entity(services: "Services", session: "Session | None", code: str | None) -> "LegalEntity":
    """The session's; for an administrator the one that is named, or the only one."""
    if session is not None:
        if code is not None and fold(code) != fold(session.legal_entity.code):
            raise Usage("--as works for the legal entity of its store")
        return session.legal_entity
    entities = services.parameters.legal_entities()
    if not entities:
        raise NotFound(mark("There is no company here yet. Run “clienteling demo”, or import one."))
    codes = ", ".join(entity.code for entity in entities)
    if code is None and len(entities) > 1:
        raise Usage(f"say which legal entity with --legal-entity: {codes}")
    found = [entity for entity in entities if code is None or fold(entity.code) == fold(code)]
    if not found:
        message = mark("There is no legal entity “{code}”. There are: {choices}.")
        raise Invalid("legal-entity", message, code=code, choices=codes)
    return found[0]


def _document(known: Parameter, given: "Mapping[str, str]") -> Document:
    return {
        "key": known.key,
        "value": known.of(given),
        "default": known.default,
        "choices": known.choices,
        "description": known.description,
        "chosen": known.key in given,
    }


COMMANDS = {"settings list": show_all, "settings get": show_one, "settings set": choose}
