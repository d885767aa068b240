from datetime import UTC, datetime

from sqlalchemy import insert, text

from clienteling.database import books, company
from clienteling.database import tables as t
from clienteling.database.engine import Transaction
from clienteling.domain.customer import name_key
from tests.support.company import HELD
from tests.support.program import Program

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NAMES = ["zoe", "Anna", "anna b", "anna-c", "Annab", "Ērika", "_", "1", "日本", "ēriks", "O'Brien", "o brien", "Ægir"]


def book_ids(program: Program, *numbers: str) -> tuple[int, ...]:
    company = program.company
    workers = [company.worker_id(number) for number in numbers]
    return program.database.read(lambda tr: books.ids_of(tr, company.entities["USMF"].id, workers))


def test_a_book_is_found_by_worker_and_legal_entity(program: Program) -> None:
    usmf, demf = program.company.entities["USMF"].id, program.company.entities["DEMF"].id
    anna = program.company.worker_id("001")
    found = program.database.read(lambda tr: books.find(tr, usmf, anna))
    assert found is not None
    assert (found.worker_id, found.legal_entity_id, found.code) == (anna, usmf, "USMF-00001")
    assert program.database.read(lambda tr: books.find(tr, demf, anna)) is None
    assert book_ids(program, "001") == (found.id,)
    assert book_ids(program, "006") == book_ids(program) == ()


def test_names_are_in_the_same_order_on_every_database_and_in_python(program: Program) -> None:
    entity = program.company.entities["USMF"].id

    def work(transaction: Transaction) -> list[int]:
        company.set_parameter(transaction, entity, "x", "y")
        keys = [transaction.key() for _ in NAMES]
        rows = [
            {
                "id": key,
                "legal_entity_id": entity,
                "account_number": f"N-{place}",
                "kind": "person",
                "title": "",
                "first_name": "",
                "last_name": "",
                "name": name,
                "name_key": name_key(name),
                "language": "",
                "created": AT,
                "version": 1,
            }
            for place, (key, name) in enumerate(zip(keys, NAMES, strict=True))
        ]
        transaction.execute(insert(t.CustomerRow), rows)
        book = books.make(transaction, entity, program.company.worker_id("003"), "Mara")
        books.hold(transaction, book.id, keys, AT)
        return books.first_customers(transaction, [book.id], 100)

    found = program.database.write(work)
    names = program.database.read(
        lambda tr: {row[0]: row[1] for row in tr.execute(text("SELECT id, name FROM customer"))}
    )
    assert [names[key] for key in found] == [
        name for _, name in sorted(((name_key(name), place), name) for place, name in enumerate(NAMES))
    ]


def test_the_first_customers_of_several_books_are_merged_by_name(program: Program) -> None:
    ids = book_ids(program, "001", "002", "008")
    first = program.database.read(lambda tr: books.first_customers(tr, ids, 7))
    everyone = program.database.read(lambda tr: books.first_customers(tr, ids, 1000))
    keys = program.database.read(
        lambda tr: [
            tuple(row) for row in tr.execute(text("SELECT name_key, customer_id FROM holding WHERE book_id <> 0"))
        ]
    )
    assert len(everyone) == sum(len(HELD[number]) for number in ("001", "002", "008"))
    assert first == everyone[:7]
    assert everyone == [key for _, key in sorted(keys) if key in set(everyone)]
    assert program.database.read(lambda tr: books.count(tr, ids)) == len(everyone)
    assert program.database.read(lambda tr: books.first_customers(tr, (), 7)) == []


def test_customers_move_in_and_out_of_books_in_any_number(program: Program) -> None:
    entity = program.company.entities["USMF"].id
    anna, jens = book_ids(program, "001")[0], book_ids(program, "002")[0]

    def many(transaction: Transaction) -> list[int]:
        keys = [transaction.key() for _ in range(1203)]
        transaction.execute(
            insert(t.CustomerRow),
            [
                {"id": key, "legal_entity_id": entity, "account_number": f"M-{key}", "name": f"M {key}", "created": AT}
                for key in keys
            ],
        )
        return keys

    keys = program.database.write(many)
    program.database.write(lambda tr: books.hold(tr, anna, keys, AT))
    program.database.write(lambda tr: books.move(tr, anna, jens, keys[:1001], AT))
    program.database.write(lambda tr: books.release(tr, jens, keys[500:]))
    program.database.write(lambda tr: books.release(tr, anna, keys[:1100]))
    in_jens, in_anna = (program.company.worker_id(number) for number in ("002", "001"))
    found = program.database.read(lambda tr: books.held(tr, keys, entity))
    here = {key: who for key, who in found.items() if who}
    assert here == dict.fromkeys(keys[:500], (in_jens,)) | dict.fromkeys(keys[1100:], (in_anna,))
    assert set(program.database.read(lambda tr: books.of_legal_entity(tr, keys, entity))) == set(keys)


def test_who_is_in_several_books_is_counted_and_shown_once(program: Program) -> None:
    entity = program.company.entities["USMF"].id
    anna, jens = (program.company.worker_id(number) for number in ("001", "002"))
    ids = book_ids(program, "001", "002")
    both = program.company.accounts(1, 3)
    before = program.database.read(lambda tr: (books.count(tr, ids), books.first_customers(tr, ids, 30)))
    jens_book = book_ids(program, "002")[0]
    program.database.write(lambda tr: books.hold(tr, jens_book, both, AT, is_primary=False))
    assert program.database.read(lambda tr: (books.count(tr, ids), books.first_customers(tr, ids, 30))) == before
    assert program.database.read(lambda tr: books.held(tr, both[:1], entity)) == {both[0]: (anna, jens)}
    holder = program.database.read(lambda tr: books.faces(tr, both))[both[0]][1]
    assert holder is not None
    assert [one.worker_id for one in holder.all] == [anna, jens]
    assert [account for account, _ in program.database.read(lambda tr: books.in_several(tr, entity))] == [
        "C-0001",
        "C-0002",
        "C-0003",
    ]
    program.database.write(lambda tr: books.make_primary(tr, jens_book, both[:1]))
    assert program.database.read(lambda tr: books.held(tr, both[:1], entity)) == {both[0]: (jens, anna)}


def test_only_customers_of_the_legal_entity_are_given(program: Program) -> None:
    usmf, demf = program.company.entities["USMF"].id, program.company.entities["DEMF"].id
    ours, theirs = program.company.customers["C-0001"], program.company.customers["DEMF C-0001"]
    assert set(program.database.read(lambda tr: books.of_legal_entity(tr, [ours, theirs, 1], usmf))) == {ours}
    assert program.database.read(lambda tr: books.by_account(tr, usmf, ["C-0001", "D-0001"])) == {"C-0001": ours}
    assert program.database.read(lambda tr: books.by_account(tr, demf, ["C-0001"])) == {"C-0001": theirs}


def test_contacts_are_the_primary_ones(program: Program) -> None:
    first, second = program.company.accounts(1, 2)
    found = program.database.read(lambda tr: books.contacts(tr, [first, second]))
    account, _, phone, email, score = found[second]
    assert (account, phone, email) == ("C-0002", "+12125550002", "customer.2@example.com")
    assert score is not None
    assert 0 <= score.value <= 100
    assert found[first][2] == "+12125550001"
    assert set(found) == {first, second}


def test_the_size_of_each_book_comes_by_name_even_without_a_book(program: Program) -> None:
    company = program.company
    program.database.write(
        lambda tr: tr.execute(text("UPDATE worker SET name = 'ēriks' WHERE personnel_number = '009'"))
    )
    numbers = ["008", "003", "002", "001", "009", "006"]
    sizes = program.database.read(
        lambda tr: books.sizes(tr, company.entities["USMF"].id, [company.worker_id(n) for n in numbers])
    )
    assert [(size.personnel_number, size.customers) for size in sizes] == [
        ("001", 10),
        ("009", 0),
        ("006", 0),
        ("002", 6),
        ("003", 0),
        ("008", 4),
    ]


def test_batches_hold_everything_once() -> None:
    ids = list(range(1201))
    batches = list(books.batches(ids))
    assert [key for batch in batches for key in batch] == ids
    assert max(len(batch) for batch in batches) <= books.MOST_AT_ONCE
