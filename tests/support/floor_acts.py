"""What a writer does until it is killed, and what must be in the database then."""

from copy import deepcopy
from dataclasses import dataclass, field, replace
from random import Random

from sqlalchemy import text

from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes
from clienteling.domain.customer_draft import ContactDraft, CustomerDraft
from clienteling.domain.importing import Ending, Kind
from clienteling.services.importing.importer import Importer
from tests.support.program import Program

ASSOCIATES, MANAGER = ("001", "002"), "003"
IMPORTED = 25
MOST_MOVED = 12
_HOLDERS = (
    "SELECT holding.customer_id, worker.personnel_number FROM holding "
    "JOIN client_book ON client_book.id = holding.book_id JOIN worker ON worker.id = client_book.worker_id"
)
_PEOPLE = (
    "SELECT customer.id, customer.last_name FROM customer "
    "JOIN legal_entity ON legal_entity.id = customer.legal_entity_id "
    "WHERE customer.kind = 'person' AND legal_entity.code = 'USMF' AND customer.first_name <> 'New'"
)
_WHOLE = (  # the last names of customers who have all that they are made with
    "SELECT customer.last_name FROM customer JOIN customer_phone ON customer_phone.customer_id = customer.id "
    "JOIN customer_email ON customer_email.customer_id = customer.id "
    "JOIN customer_address_book ON customer_address_book.customer_id = customer.id"
)


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that is done: to whom, from which worker to which, with what text. `undoes` is a record's key."""

    what: str
    by: str
    customers: tuple[int, ...] = ()
    giver: str | None = None
    taker: str | None = None
    text: str = ""
    undoes: int | None = None

    @property
    def named(self) -> int:
        """How many customers its record names."""
        return {"import": IMPORTED, "create": 1}.get(self.what, len(self.customers))


@dataclass(slots=True)
class Floor:
    """Who holds whom, what everybody is called, and what was written down."""

    holders: dict[int, str] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)

    def after(self, act: Act) -> "Floor":
        """What is so when it was done."""
        floor = deepcopy(self)
        match act.what:
            case "move" | "undo":
                for customer in act.customers:
                    if act.taker is None:
                        floor.holders.pop(customer, None)
                    else:
                        floor.holders[customer] = act.taker
            case "note" | "activity":
                floor.texts.add(act.text)
            case "edit":
                floor.names[act.customers[0]] = act.text
            case "create":
                floor.new.add(act.text)
            case "import":
                floor.new |= {f"{act.text}.{number}" for number in range(IMPORTED)}
        return floor


def next_act(random: Random, floor: Floor, last: tuple[Act, int] | None, name: str) -> Act:
    """Something that can be done now; `last` is what was done before and its record, `name` a new one."""
    associate = random.choice(ASSOCIATES)
    held = sorted(key for key, holder in floor.holders.items() if holder == associate)
    free = sorted(floor.names.keys() - floor.holders.keys())
    known = (random.choice(sorted(floor.names)),)
    acts = [
        Act("note", associate, known, text=name),
        Act("activity", associate, known, text=name),
        Act("edit", associate, known, text=name),
        Act("create", associate, text=name),
        Act("import", "", text=name),
    ]
    if free:
        some = tuple(random.sample(free, random.randint(1, min(MOST_MOVED, len(free)))))
        acts += [Act("move", associate, some, None, associate)] * 3
    if held:
        some = tuple(random.sample(held, random.randint(1, min(MOST_MOVED, len(held)))))
        other = next(number for number in ASSOCIATES if number != associate)
        acts += [Act("move", associate, some, associate, None)] * 2
        acts += [Act("move", MANAGER, some, associate, other)] * 3
    if last is not None and last[0].what == "move":
        done, record = last
        acts += [replace(done, what="undo", giver=done.taker, taker=done.giver, undoes=record)] * 3
    return random.choice(acts)


def do(act: Act, program: Program) -> int:
    """Do it, and return the key of its record. It raises what the services raise."""
    session = program.session(act.by) if act.by else None
    services = program.services
    match act.what, session:
        case "import", None:
            return _import(act, services.importer)
        case "undo", session if session and act.undoes:
            changes = services.book_changes.undo(session, act.undoes)
        case "note", session if session:
            changes = services.timelines.add_note(session, act.customers[0], act.text)
        case "activity", session if session:
            kind = program.company.activity_types["visit"].id
            changes = services.timelines.add_activity(session, act.customers[0], kind, act.text)
        case "create", session if session:
            changes = services.customer_changes.create(session, _new(act.text)).changes
        case "edit", session if session:
            form = services.customer_changes.form(session, act.customers[0])
            version = form.customer.version if form.customer else 0
            draft = replace(form.draft, last_name=act.text)
            changes = services.customer_changes.edit(session, act.customers[0], draft, version).changes
        case "move", session if session:
            changes = _move(act, program)
        case _:
            raise AssertionError(act)
    assert changes.record_id is not None
    return changes.record_id


def _move(act: Act, program: Program) -> Changes:
    changes, session = program.services.book_changes, program.session(act.by)
    if act.giver is None:
        return changes.add(session, act.customers)
    if act.taker is None:
        return changes.remove(session, act.customers)
    giver, taker = (program.company.worker_id(number) for number in (act.giver, act.taker))
    return changes.reassign(session, act.customers, giver, taker, "killed")


def _new(name: str) -> CustomerDraft:
    return CustomerDraft(
        first_name="New",
        last_name=name,
        phones=(ContactDraft("(212) 555-0142", primary=True),),
        emails=(ContactDraft("new@example.org", primary=True),),
    )


def _import(act: Act, importer: Importer) -> int:
    rows = [
        {
            "account_number": f"I-{act.text}.{number}",
            "legal_entity": "USMF",
            "store": "S01",
            "first_name": "New",
            "last_name": f"{act.text}.{number}",
            "phone": "(212) 555-0143",
            "email": "new@example.org",
        }
        for number in range(IMPORTED)
    ]
    report = importer.import_rows(None, Kind.CUSTOMERS, rows)
    assert report.ending is Ending.TAKEN
    assert report.changes.record_id is not None
    return report.changes.record_id


def floor_in(transaction: Transaction) -> Floor:
    """What is in a database."""
    connection = transaction.connection()
    names = {key: name for key, name in connection.execute(text(_PEOPLE))}
    whole = sorted(connection.execute(text(_WHOLE + " WHERE first_name = 'New'")).scalars())
    new = sorted(connection.execute(text("SELECT last_name FROM customer WHERE first_name = 'New'")).scalars())
    assert whole == new, "a customer who is not whole"
    texts = connection.execute(text("SELECT text FROM note UNION ALL SELECT text FROM activity")).scalars()
    holders = {key: number for key, number in connection.execute(text(_HOLDERS))}
    return Floor(holders, names, set(new), set(texts))
