"""`tasks`: what is to be followed up, and the rules that propose it."""

from argparse import Namespace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from clienteling.cli.access import signed_in, working
from clienteling.cli.answers import Answer
from clienteling.cli.documents import Document
from clienteling.cli.parameters import legal_entity
from clienteling.cli.readable import counted
from clienteling.cli.tables import DASH, table
from clienteling.domain.errors import NotFound, mark
from clienteling.domain.follow_up import Cause, FollowUp, Rule

if TYPE_CHECKING:
    from clienteling.domain.worker import Session
    from clienteling.services.services import Services
    from clienteling.settings import Settings


def show(arguments: Namespace, settings: "Settings") -> Answer:
    """One of the worker's lists."""
    with signed_in(arguments, settings) as (services, session):
        found = _lists(services, session)[arguments.which]
        today = services.follow_ups.today(session)
    rows = [_row(follow_up, today) for follow_up in found]
    heads = ["ID", "Due", "What", "Customer", "Account", "Phone", "Worker", "Why"]
    text = table(heads, rows) if rows else "Nothing to follow up here."
    return Answer({"follow_ups": [_document(follow_up, today) for follow_up in found]}, text)


def add(arguments: Namespace, settings: "Settings") -> Answer:
    """Set out to do something."""
    with signed_in(arguments, settings) as (services, session):
        ids = services.customers.by_account(session, arguments.about) if arguments.about else []
        whose = _worker(services, arguments.whose) if arguments.whose else None
        due = due_of(arguments.due, services.follow_ups.today(session))
        changes = services.follow_ups.add(
            session, ids, arguments.title, due, at=arguments.time, text=arguments.text, worker_id=whose
        )
    document: Document = {"title": arguments.title.strip(), "due": due.isoformat(), "customers": arguments.about}
    made = counted(max(len(arguments.about), 1), "follow-up", "follow-ups")
    return Answer(document | {"record": str(changes.record_id)}, f"{made} for {due.isoformat()}.")


def finish(arguments: Namespace, settings: "Settings") -> Answer:
    return _change(arguments, settings, "done")


def take(arguments: Namespace, settings: "Settings") -> Answer:
    return _change(arguments, settings, "taken")


def drop(arguments: Namespace, settings: "Settings") -> Answer:
    return _change(arguments, settings, "dropped")


def postpone(arguments: Namespace, settings: "Settings") -> Answer:
    return _change(arguments, settings, "postponed")


def show_rules(arguments: Namespace, settings: "Settings") -> Answer:
    """The rules of a legal entity."""
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        rules = services.follow_up_rules.rules(entity)
    rows = [[r.code, r.cause, str(r.days), r.date_name or DASH, r.title, _state_of(r)] for r in rules]
    text = f"{entity.code} {entity.name}\n\n{table(['Code', 'Cause', 'Days', 'Date', 'Title', 'State'], rows)}"
    return Answer({"legal_entity": entity.code, "rules": [_rule_document(rule) for rule in rules]}, text)


def set_rule(arguments: Namespace, settings: "Settings") -> Answer:
    """Set a rule: as an administrator, or as a worker who may."""
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        known = {rule.code: rule for rule in services.follow_up_rules.rules(entity)}
        before = known.get(arguments.code.strip(), Rule(arguments.code, Cause.HAND, "", 0))
        rule = Rule(
            before.code,
            Cause(arguments.cause) if arguments.cause else before.cause,
            before.title if arguments.title is None else arguments.title,
            before.days if arguments.days is None else arguments.days,
            before.date_name if arguments.date_name is None else arguments.date_name,
            not arguments.at_once,
            not arguments.off,
        )
        changes = services.follow_up_rules.save(session, entity, rule)
    done = "set" if changes.record_id else "as before"
    document = {"legal_entity": entity.code, "rule": _rule_document(rule), "changed": changes.record_id is not None}
    return Answer(document, f"Rule {rule.code} is {done}.")


def remove_rule(arguments: Namespace, settings: "Settings") -> Answer:
    """Take a rule away."""
    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        services.follow_up_rules.remove(session, entity, arguments.code)
    return Answer({"legal_entity": entity.code, "removed": arguments.code}, f"Rule {arguments.code} removed.")


def run_rules(arguments: Namespace, settings: "Settings") -> Answer:
    """Make what the rules say."""
    with working(arguments, settings) as (services, _session):
        changes = services.follow_up_rules.generate(anew=True)
    number = len(changes.customer_ids)
    return Answer({"customers": number}, f"Follow-ups about {counted(number, 'customer', 'customers')} made.")


def _change(arguments: Namespace, settings: "Settings", done: str) -> Answer:
    with signed_in(arguments, settings) as (services, session):
        lists, own = _lists(services, session), services.follow_ups
        everything = {f.id: f for which in ("store", "mine", "proposed") for f in lists[which]}
        follow_up = everything.get(arguments.follow_up)
        if follow_up is None:
            raise NotFound(mark("There is no such follow-up."))
        match done:
            case "done":
                own.finish(session, follow_up)
            case "taken":
                own.take(session, follow_up)
            case "dropped":
                own.drop(session, follow_up)
            case _:
                own.postpone(session, follow_up, due_of(arguments.due, own.today(session)))
    return Answer({"id": str(follow_up.id), done: True}, f"“{follow_up.title}” is {done}.")


def _lists(services: "Services", session: "Session") -> dict[str, tuple[FollowUp, ...]]:
    own = services.follow_ups
    return {
        "mine": own.mine(session),
        "store": own.of_store(session),
        "proposed": own.proposed(session),
        "done": own.done(session),
    }


def _worker(services: "Services", number: str) -> int:
    from clienteling.database import workers

    worker = services.database.read(lambda t: workers.by_number(t, number.strip()))
    if worker is None:
        raise NotFound(mark("There is no worker {number}."), number=number)
    return worker.id


def due_of(given: date | int | None, today: date) -> date:
    if isinstance(given, date):
        return given
    return today + timedelta(days=min(given or 0, 100_000))


def _row(follow_up: FollowUp, today: date) -> list[str]:
    due = follow_up.due.isoformat() + (f" {follow_up.at:%H:%M}" if follow_up.at else "")
    late = ", overdue" if follow_up.state.value == "open" and follow_up.due < today else ""
    why = DASH if follow_up.cause is Cause.HAND else f"{follow_up.cause} {follow_up.subject}".strip()
    customer = (follow_up.customer or DASH, follow_up.account_number or DASH, follow_up.phone or DASH)
    return [str(follow_up.id), due + late, follow_up.title, *customer, follow_up.worker, why]


def _document(follow_up: FollowUp, today: date) -> Document:
    return {
        "id": str(follow_up.id),
        "title": follow_up.title,
        "text": follow_up.text,
        "due": follow_up.due.isoformat(),
        "time": f"{follow_up.at:%H:%M}" if follow_up.at else None,
        "section": follow_up.section(today).value,
        "state": follow_up.state.value,
        "customer": follow_up.customer or None,
        "account_number": follow_up.account_number or None,
        "worker": follow_up.worker,
        "cause": follow_up.cause.value,
        "subject": follow_up.subject or None,
    }


def _rule_document(rule: Rule) -> Document:
    return {
        "code": rule.code,
        "cause": rule.cause.value,
        "title": rule.title,
        "days": rule.days,
        "date_name": rule.date_name or None,
        "proposes": rule.proposes,
        "active": rule.active,
    }


def _state_of(rule: Rule) -> str:
    if not rule.active:
        return "off"
    return "proposes" if rule.proposes else "makes"


COMMANDS = {
    "tasks list": show,
    "tasks add": add,
    "tasks done": finish,
    "tasks take": take,
    "tasks drop": drop,
    "tasks postpone": postpone,
    "tasks rules list": show_rules,
    "tasks rules set": set_rule,
    "tasks rules remove": remove_rule,
    "tasks rules run": run_rules,
}
