"""`vault ...` and `insights ...`: the links to Azure Key Vault and Customer Insights."""

import signal
import threading
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clienteling.cli.access import choose_secret_key, working
from clienteling.cli.answers import Answer, Usage
from clienteling.cli.documents import Document
from clienteling.cli.parameters import legal_entity
from clienteling.cli.progress import watched
from clienteling.cli.tables import table
from clienteling.domain.cloud_state import LinkState, PullState, SecretEntry, Step, Trying
from clienteling.domain.errors import Invalid, Problem
from clienteling.domain.parameters import ENTRA_TENANT
from clienteling.domain.vault import days_left
from clienteling.settings import Settings

if TYPE_CHECKING:
    from datetime import datetime

    from clienteling.domain.company import LegalEntity
    from clienteling.domain.worker import Session
    from clienteling.services.cloud.services import Clouds
    from clienteling.services.services import Services


@contextmanager
def _linking(
    arguments: Namespace, settings: Settings
) -> Iterator[tuple["Services", "Clouds", "Session | None", "LegalEntity"]]:
    with working(arguments, settings) as (services, session):
        yield services, services.clouds, session, legal_entity(services, session, arguments.legal_entity)


def set_vault(arguments: Namespace, settings: Settings) -> Answer:
    """Enter the vault and its client. The secret key goes to the credential store of this machine."""
    with _linking(arguments, settings) as (services, clouds, session, entity):
        if arguments.tenant is not None:
            services.parameters.set(session, entity, ENTRA_TENANT.key, arguments.tenant)
        key = None if arguments.keep_key else choose_secret_key()
        clouds.key_vaults.set_parameters(session, entity, arguments.url, arguments.client, key)
        given = clouds.key_vaults.parameters(session, entity)
    text = f"The key vault of {entity.code} is {given.url}, read by {given.client}."
    return Answer({"legal_entity": entity.code, "url": given.url, "client": given.client}, text)


def list_secret(arguments: Namespace, settings: Settings) -> Answer:
    """Add a secret to the list, or take it off."""
    if arguments.what == "add" and not arguments.reference:
        raise Usage("write vault secret add NAME vault://VAULT/SECRET")
    with _linking(arguments, settings) as (_, clouds, session, entity):
        if arguments.what == "add":
            given = (arguments.name, arguments.reference, arguments.description)
            clouds.key_vaults.save_secret(session, entity, *given)
        else:
            clouds.key_vaults.delete_secret(session, entity, arguments.name)
        entries = clouds.key_vaults.secrets(session, entity)
    document = {"legal_entity": entity.code, "secrets": [_entry(entry, None) for entry in entries]}
    return Answer(document, table(["Name", "Reference"], [[entry.name, entry.reference] for entry in entries]))


def validate(arguments: Namespace, settings: Settings) -> Answer:
    """Read one secret or all of them. The first that cannot be read is the answer's problem."""
    lines, documents, worst = [], [], None
    with _linking(arguments, settings) as (services, clouds, session, entity):
        listed = clouds.key_vaults.secrets(session, entity)
        names = [arguments.name] if arguments.name is not None else [entry.name for entry in listed]
        if not names:
            raise Invalid("name", "The list of secrets is empty.")
        for name in names:
            try:
                entry = clouds.key_vaults.validate(session, entity, name)
            except Problem as problem:
                worst = worst or problem
                lines.append(f"{name}: {problem.title}. {problem.message}")
                documents.append({"name": name, "valid": False, "error": problem.code, "message": problem.message})
            else:
                document = _entry(entry, services.clock())
                lines.append(f"{name}: valid{_until(document)}.")
                documents.append({"valid": True} | document)
    return Answer({"legal_entity": entity.code, "secrets": documents}, "\n".join(lines), worst)


def vault_status(arguments: Namespace, settings: Settings) -> Answer:
    """What is entered, and when secrets expire, as far as it is known."""
    with _linking(arguments, settings) as (services, clouds, session, entity):
        given = clouds.key_vaults.parameters(session, entity)
        entries = [_entry(entry, services.clock()) for entry in clouds.key_vaults.secrets(session, entity)]
        states = clouds.key_vaults.states(session, entity)
    rows = [[str(e["name"]), str(e["reference"]), str(e["expires"] or ""), str(e["days_left"] or "")] for e in entries]
    text = f"Key vault: {given.url or '-'}\nClient: {given.client or '-'}\n\n"
    text += table(["Secret", "Reference", "Expires", "Days left"], rows) + "\n\n" + _links(states)
    document = {
        "legal_entity": entity.code,
        "url": given.url,
        "client": given.client,
        "secrets": entries,
        "links": _link_documents(states),
    }
    return Answer(document, text.strip())


def set_insights(arguments: Namespace, settings: Settings) -> Answer:
    """Enter some of the parameters."""
    with _linking(arguments, settings) as (_, clouds, session, entity):
        clouds.insights.set_parameters(
            session,
            entity,
            application_id=arguments.application,
            secret=arguments.secret,
            environments=arguments.environment,
            alternate_id=arguments.alternate_id,
            measures=arguments.measure,
        )
        return _insights(clouds, session, entity)


def enable(arguments: Namespace, settings: Settings) -> Answer:
    """Try the chain step by step. The step that fails is said last, and the problem makes the exit code 1."""
    lines: list[str] = []
    documents: list[Document] = []
    failed: Problem | None = None

    def hear(step: Step, how: Trying, problem: Problem | None) -> None:
        if how is not Trying.RUNNING:
            lines.append(f"{'ok' if how is Trying.DONE else 'FAILED':7} {step.words}")
            documents.append({"step": step, "result": how, "error": problem.code if problem else None})

    with _linking(arguments, settings) as (_, clouds, session, entity):
        try:
            clouds.insights.enable(session, entity, hear)
        except Problem as problem:
            if not documents:
                raise
            failed = problem
        is_on = clouds.insights.parameters(session, entity).enabled
    lines += ["", f"Customer Insights is {'on' if is_on else 'off'} for {entity.code}."]
    return Answer({"legal_entity": entity.code, "enabled": is_on, "steps": documents}, "\n".join(lines), failed)


def disable(arguments: Namespace, settings: Settings) -> Answer:
    """Switch off."""
    with _linking(arguments, settings) as (_, clouds, session, entity):
        clouds.insights.disable(session, entity)
    return Answer({"legal_entity": entity.code, "enabled": False}, f"Customer Insights is off for {entity.code}.")


def measures(arguments: Namespace, settings: Settings) -> Answer:
    """What there is to choose from."""
    with _linking(arguments, settings) as (_, clouds, session, entity):
        environments = clouds.insights.environments(session, entity)
        columns = clouds.insights.alternate_ids(session, entity)
        found = clouds.insights.measures(session, entity)
    rows = [[m.name, m.title, m.type, "yes" if m.is_usable else "no", str(m.computed or "")] for m in found]
    text = table(["Environment", "Name", "Kind"], [[e.id, e.name, e.kind] for e in environments])
    text += f"\n\nColumns: {', '.join(columns)}\n\n" + table(["Measure", "Title", "Type", "Usable", "Computed"], rows)
    document = {
        "legal_entity": entity.code,
        "environments": [{"id": e.id, "name": e.name, "kind": e.kind, "region": e.region} for e in environments],
        "columns": list(columns),
        "measures": [
            {"name": m.name, "title": m.title, "type": m.type, "usable": m.is_usable, "computed": _text(m.computed)}
            for m in found
        ],
    }
    return Answer(document, text)


def pull(arguments: Namespace, settings: Settings) -> Answer:
    """Fetch the values. Ctrl-C stops it; what has arrived is kept, and the next pull goes on from there."""
    with _linking(arguments, settings) as (_, clouds, session, entity), _stoppable() as stop, watched() as progress:
        state = clouds.pull.run(
            session, entity, lambda state: progress.tell("Customers", state.done, state.total), stop
        )
    text = f"{state.done:,} customers asked for, {state.changed:,} changed, {state.unknown:,} not known there."
    return Answer({"legal_entity": entity.code} | _pull(state), text)


def insights_status(arguments: Namespace, settings: Settings) -> Answer:
    """The parameters, how each link fares, and the last pull."""
    with _linking(arguments, settings) as (_, clouds, session, entity):
        return _insights(clouds, session, entity)


def _insights(clouds: "Clouds", session: "Session | None", entity: "LegalEntity") -> Answer:
    given = clouds.insights.parameters(session, entity)
    states, state = clouds.insights.states(session, entity), clouds.pull.state(entity)
    rows = [
        ["Application ID", given.application_id],
        ["Secret name", given.secret],
        ["Enable Customer Insights", "Yes" if given.enabled else "No"],
        ["Environment instance ID", ", ".join(given.environments)],
        ["Alternate customer ID", given.alternate_id],
        ["Measures", ", ".join(given.measures)],
    ]
    text = table(["Parameter", "Value"], rows) + "\n\n" + _links(states)
    if state is not None:
        ended = f"finished {state.finished:%Y-%m-%d %H:%M}" if state.finished else "not finished"
        text += f"\n\nPull of {state.started:%Y-%m-%d %H:%M} UTC, {ended}: {state.done:,} of {state.total:,} customers"
    document = {
        "legal_entity": entity.code,
        "application": given.application_id,
        "secret": given.secret,
        "enabled": given.enabled,
        "environments": list(given.environments),
        "alternate_id": given.alternate_id,
        "measures": list(given.measures),
        "links": _link_documents(states),
        "pull": None if state is None else _pull(state),
    }
    return Answer(document, text.strip())


@contextmanager
def _stoppable() -> Iterator[threading.Event]:
    """An event that Ctrl-C sets, so that what has arrived is stored before the end."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.signal(signal.SIGINT, lambda *_: stop.set())
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _links(states: Mapping[str, LinkState]) -> str:
    rows = [
        [
            state.step,
            "" if state.succeeded is None else f"{state.succeeded:%Y-%m-%d %H:%M}",
            "" if state.problem is None else state.problem.message,
            state.correlation_id if state.problem is not None else "",
        ]
        for state in states.values()
    ]
    return table(["Link", "Last success", "Problem", "Correlation ID"], rows) if rows else ""


def _link_documents(states: Mapping[str, LinkState]) -> list[Document]:
    return [
        {
            "link": state.step,
            "succeeded": _text(state.succeeded),
            "failed": _text(state.failed),
            "error": state.problem.code if state.problem else None,
            "message": state.problem.message if state.problem else None,
            "correlation_id": state.correlation_id,
        }
        for state in states.values()
    ]


def _entry(entry: SecretEntry, now: "datetime | None") -> Document:
    return {
        "name": entry.name,
        "description": entry.description,
        "reference": entry.reference,
        "expires": _text(entry.expires),
        "days_left": None if now is None else days_left(entry.expires, now),
    }


def _until(document: Document) -> str:
    left = document["days_left"]
    return "" if left is None else f", {left} days left"


def _pull(state: PullState) -> Document:
    return {
        "started": _text(state.started),
        "finished": _text(state.finished),
        "total": state.total,
        "done": state.done,
        "changed": state.changed,
        "unknown": state.unknown,
    }


def _text(moment: "datetime | None") -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")


COMMANDS = {
    "vault set": set_vault,
    "vault secret": list_secret,
    "vault validate": validate,
    "vault status": vault_status,
    "insights set": set_insights,
    "insights enable": enable,
    "insights disable": disable,
    "insights measures": measures,
    "insights pull": pull,
    "insights status": insights_status,
}
