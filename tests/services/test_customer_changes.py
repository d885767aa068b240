"""Creating and editing customers: what is stored, found, recorded and refused, on SQLite and PostgreSQL."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from clienteling.database import books
from clienteling.domain.audit import AuditLine, Kind
from clienteling.domain.customer import Channel, Consent, Customer, CustomerKind
from clienteling.domain.customer_draft import AddressDraft, ContactDraft, CustomerDraft, DateDraft, draft_of
from clienteling.domain.customer_reading import WrongFields
from clienteling.domain.errors import NotAllowed, NotFound
from clienteling.domain.filters import Query
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.books import View
from clienteling.services.customer_form import Edited, KeptForm
from tests.support.program import Program

ILZE = CustomerDraft(
    title="Dr.",
    first_name="Ilze",
    last_name="Vītola",
    language="lv",
    phones=(ContactDraft("(212) 555-7788", "mobile", primary=True), ContactDraft("+371 20 000 001")),
    emails=(ContactDraft("ilze@example.net", primary=True),),
    address=AddressDraft("US", "5 Elm Street", "10012", "New York", "NY"),
    dates=(DateDraft("Birthday", "1990-02-28"),),
    cards=("LC-9000",),
    consents=(Consent(Channel.EMAIL, True), Consent(Channel.POST, False)),
    values={"Brand": "contoso", "VIP": "yes", "Interests": "golf|wine", "Size": "37.50"},
)
SHARED = Path(__file__).parents[3] / "shared" / "data" / "naughty-strings.txt"


def lines(program: Program, operation: Operation) -> list[AuditLine]:
    return [line for line in program.services.audit.lines(None) if line.operation is operation]


def stored(program: Program, session: Session, customer_id: int) -> Customer:
    return program.services.customers.profile(session, customer_id).customer


def in_book(program: Program, session: Session, view: View = View.MINE) -> Sequence[int]:
    found = program.services.books.find(session, view, Query()).ids
    return [int(key) for key in found]


def test_a_customer_is_stored_whole(program: Program) -> None:
    session = program.session("001")
    saved = program.services.customer_changes.create(session, ILZE)
    profile = program.services.customers.profile(session, saved.customer.id)
    assert profile.customer == saved.customer
    assert profile.customer.name == "Ilze Vītola"
    assert profile.customer.phones[0].e164 == "+12125557788"
    assert profile.customer.since == program.clock().date()
    values = {v.definition.attribute.name: v.value for group in profile.groups for v in group.values}
    assert values["Brand"] == "Contoso"
    assert values["VIP"] is True
    assert values["Interests"] == ("golf", "wine")
    assert profile.holder is None
    form = program.services.customer_changes.form(session, saved.customer.id)
    assert form.draft == replace(ILZE, values={**ILZE.values, "Brand": "Contoso", "Size": "37.5"})


def test_the_account_number_goes_on_where_the_others_end(program: Program) -> None:
    changes, session = program.services.customer_changes, program.session("001")
    accounts = [changes.create(session, replace(ILZE, cards=())).customer.account_number for _ in range(2)]
    assert accounts == ["C-000001", "C-000002"]
    program.database.write(
        lambda t: t.connection().execute(
            text("UPDATE customer SET account_number = 'C-000007' WHERE account_number = 'C-0003'")
        )
    )
    program.database.write(
        lambda t: t.connection().execute(text("UPDATE number_sequence SET next_number = 7 WHERE code = 'customer'"))
    )
    assert changes.create(session, replace(ILZE, cards=())).customer.account_number == "C-000008"
    (line, *_) = [line for line in program.services.audit.lines(None) if line.subject == "number sequence"]
    assert line.after == "USMF customer"


def test_search_finds_a_new_customer_in_the_store_by_everything(program: Program) -> None:
    session = program.session("001")
    key = program.services.customer_changes.create(session, ILZE).customer.id
    for asked in ("ilze vit", "212 555 77", "ilze@example.net", "LC-9000", "elm"):
        assert key in [hit.customer_id for hit in program.services.search.find(session, asked).hits]
    assert program.services.search.scanned(session, "LC9000") == key
    other = program.session("004")
    assert key not in [hit.customer_id for hit in program.services.search.find(other, "ilze vit").hits]


def test_a_new_customer_stands_in_the_book_at_once_and_in_that_of_a_till_beside(program: Program) -> None:
    session = program.session("001")
    with program.beside() as other:
        before = in_book(other, session)
        saved = program.services.customer_changes.create(session, ILZE, add_to_book=True)
        assert saved.changes.concerns(Kind.CUSTOMERS, saved.customer.id)
        assert saved.changes.concerns(Kind.BOOKS, saved.customer.id)
        assert set(in_book(program, session)) == set(in_book(other, session)) == {*before, saved.customer.id}
    assert saved.book_record_id is not None
    program.services.book_changes.undo(session, saved.book_record_id)
    assert saved.customer.id not in in_book(program, session)


def test_creating_and_adding_stand_in_the_audit_as_what_they_are(program: Program) -> None:
    session = program.session("001")
    account = program.services.customer_changes.create(session, ILZE, add_to_book=True).customer.account_number
    created = {line.subject: line for line in lines(program, Operation.CUSTOMER_ADD)}
    assert created["customer"].after == account
    assert created["consents"].after == "email yes, post no"
    assert (created["Brand"].before, created["Brand"].after) == (None, "Contoso")
    assert created["customer"].worker == "Anna Ozola"
    assert lines(program, Operation.ADD_TO_CLIENT_BOOK)[0].account_number == account


def test_without_the_permission_nothing_is_stored(program: Program) -> None:
    session = program.session("001")
    program.database.write(lambda t: t.connection().execute(text("DELETE FROM permission WHERE operation = 714")))
    before = len(program.services.audit.lines(None))
    with pytest.raises(NotAllowed):
        program.services.customer_changes.create(session, ILZE, add_to_book=True)
    assert program.services.search.find(session, "ilze vit", all_stores=True).hits == ()
    assert len(program.services.audit.lines(None)) == before + 1
    program.database.write(lambda t: t.connection().execute(text("DELETE FROM permission WHERE operation = 612")))
    with pytest.raises(NotAllowed):
        program.services.customer_changes.create(session, ILZE)


def test_a_card_of_somebody_else_is_refused_at_its_field(program: Program) -> None:
    with pytest.raises(WrongFields) as refusal:
        program.services.customer_changes.create(
            program.session("001"), replace(ILZE, cards=("", "LC-9000", "LC-0001 C-0001"))
        )
    assert [problem.field for problem in refusal.value.problems] == ["cards.2"]
    assert "C-0001" in refusal.value.message


def test_an_edit_changes_what_was_typed_and_notes_each_field(program: Program) -> None:
    session, changes = program.session("001"), program.services.customer_changes
    (key,) = program.company.accounts(1, 1)
    form = changes.form(session, key)
    assert form.customer is not None
    draft = replace(
        form.draft,
        title="Dr.",
        phones=(*form.draft.phones, ContactDraft("+371 20 000 002", "work")),
        values={**form.draft.values, "Size": "38", "Brand": ""},
    )
    saved = changes.edit(session, key, draft, form.customer.version)
    assert saved.customer.version == form.customer.version + 1
    assert stored(program, session, key) == saved.customer
    noted = {line.subject: (line.before, line.after) for line in lines(program, Operation.CUSTOMER_EDIT)}
    assert noted["title"] == ("", "Dr.")
    assert set(noted) == {"title", "phones", "Size", "Brand"}
    assert noted["Brand"][1] is None
    assert changes.form(session, key).draft == replace(draft, values={**draft.values, "Brand": ""}) or (
        "Brand" not in changes.form(session, key).draft.values
    )


def test_a_changed_name_moves_the_card_in_every_open_book(program: Program) -> None:
    session = program.session("001")
    key = in_book(program, session)[0]
    form = program.services.customer_changes.form(session, key)
    with program.beside() as other:
        in_book(other, session)
        draft = replace(form.draft, kind=CustomerKind.PERSON, first_name="Žžofia", last_name="Zz")
        program.services.customer_changes.edit(session, key, draft, 1)
        assert in_book(other, session)[-1] == in_book(program, session)[-1] == key
    held = program.database.read(
        lambda t: books.first_customers(t, books.ids_of(t, session.legal_entity.id, [session.worker.id]), 50)
    )
    assert held[-1] == key


def test_an_edit_that_changes_nothing_leaves_no_trace(program: Program) -> None:
    session, changes = program.session("001"), program.services.customer_changes
    (key,) = program.company.accounts(2, 2)
    form = changes.form(session, key)
    saved = changes.edit(session, key, form.draft, 1)
    assert saved.changes.kinds == frozenset()
    assert stored(program, session, key).version == 1
    assert lines(program, Operation.CUSTOMER_EDIT) == []


def test_two_who_edit_the_same_customer_do_not_overwrite_each_other(program: Program) -> None:
    changes = program.services.customer_changes
    (key,) = program.company.accounts(3, 3)
    form = changes.form(program.session("001"), key)
    changes.edit(program.session("002"), key, replace(form.draft, title="Prof."), 1)
    with pytest.raises(Edited) as refusal:
        changes.edit(program.session("001"), key, replace(form.draft, language="da"), 1)
    assert (refusal.value.worker, refusal.value.fields) == ("Jens Holm", ("title",))
    assert "Jens Holm" in refusal.value.message
    assert stored(program, program.session("001"), key).title == "Prof."
    assert stored(program, program.session("001"), key).language == "en"


def test_customers_of_another_company_are_not_there(program: Program) -> None:
    session, changes = program.session("001"), program.services.customer_changes
    other = program.company.customers["DEMF D-0001"]
    with pytest.raises(NotFound):
        changes.form(session, other)
    with pytest.raises(NotFound):
        changes.edit(session, other, ILZE, 1)
    twin = replace(
        ILZE,
        phones=(),
        emails=(),
        dates=(),
        first_name="",
        last_name=stored(program, program.session("006"), other).name,
    )
    assert other not in [found.customer_id for found in changes.likely_duplicates(session, twin)]


def test_who_it_may_be_is_found_by_name_phone_mail_and_birth_date(program: Program) -> None:
    session, changes = program.session("001"), program.services.customer_changes
    key = changes.create(session, ILZE, add_to_book=True).customer.id

    def found(**typed: object) -> list[int]:
        return [one.customer_id for one in changes.likely_duplicates(session, replace(CustomerDraft(), **typed))]  # type: ignore[arg-type]

    assert found(first_name="ilze", last_name="vitola") == [key]
    assert found(first_name="Vitola", last_name="Ilze") == [key]
    assert found(phones=(ContactDraft("212 5557788"),)) == [key]
    assert found(emails=(ContactDraft("ILZE@example.net"),)) == [key]
    assert found(first_name="Ilse", last_name="Vitola", dates=(DateDraft("Birthday", "1990-02-28"),)) == [key]
    assert found(first_name="Ilse", last_name="Vitola", phones=(ContactDraft("212 5557789"),)) == [key]
    assert found(first_name="Ilse", last_name="Vitola") == []
    assert found(first_name="Ilze") == []
    (likely,) = changes.likely_duplicates(session, replace(CustomerDraft(), first_name="Ilze", last_name="Vitola"))
    assert likely.holder is not None
    assert likely.holder.worker_id == session.worker.id
    assert changes.likely_duplicates(session, ILZE, key) == ()


def test_somebody_else_is_not_proposed_again(program: Program) -> None:
    session, changes = program.session("001"), program.services.customer_changes
    first = changes.create(session, ILZE).customer.id
    twin = replace(ILZE, cards=())
    assert [found.customer_id for found in changes.likely_duplicates(session, twin)] == [first]
    twin = replace(twin, strangers=(first, 4711))
    assert changes.likely_duplicates(session, twin) == ()
    second = changes.create(session, twin).customer.id
    for one, other in ((first, second), (second, first)):
        draft = changes.form(session, one).draft
        assert other not in [found.customer_id for found in changes.likely_duplicates(session, draft, one)]
    (line,) = [line for line in lines(program, Operation.CUSTOMER_ADD) if line.subject == "somebody else"]
    assert line.after == stored(program, session, first).account_number


def test_what_is_typed_is_kept_for_its_worker_until_it_is_saved(program: Program) -> None:
    session, changes = program.session("001"), program.services.customer_changes
    base = changes.form(session).draft
    kept = KeptForm(replace(base, first_name="Il", last_name="\0 \u202e odd"), base, aside=ILZE)
    changes.keep(session, None, kept)
    with program.beside() as other:
        form = other.services.customer_changes.form(session)
        assert form.kept == kept
        assert form.kept_at is not None
        assert other.services.customer_changes.form(program.session("002")).kept is None
    changes.create(session, ILZE)
    assert changes.form(session).kept is None
    changes.keep(session, None, kept)
    changes.keep(session, None, KeptForm(base, base))
    assert changes.form(session).kept is None


def test_a_form_that_was_begun_before_comes_back_after_saving(program: Program) -> None:
    session, changes = program.session("001"), program.services.customer_changes
    aside = replace(ILZE, first_name="Jens", cards=())
    changes.create(session, ILZE, aside=aside)
    kept = changes.form(session).kept
    assert kept is not None
    assert kept.typed == aside


def test_the_form_of_an_edit_is_let_go_when_it_is_saved(program: Program) -> None:
    session, changes = program.session("001"), program.services.customer_changes
    (key,) = program.company.accounts(1, 1)
    form = changes.form(session, key)
    changes.keep(session, key, KeptForm(replace(form.draft, title="Dr."), form.draft, 1))
    assert changes.form(session, key).kept is not None
    assert changes.form(session).kept is None
    changes.edit(session, key, replace(form.draft, title="Dr."), 1)
    assert changes.form(session, key).kept is None


@pytest.mark.skipif(not SHARED.exists(), reason="the collection of odd texts is not here")
def test_odd_texts_are_refused_at_their_field_or_come_back_exactly(program: Program) -> None:
    session, changes = program.session("001"), program.services.customer_changes
    key = changes.create(session, ILZE).customer.id
    odd = list(dict.fromkeys(SHARED.read_text(encoding="utf-8").splitlines()))
    for number in range(0, len(odd), 5):
        form = changes.form(session, key)
        assert form.customer is not None
        a, b, c, d, e = (odd[number : number + 5] * 5)[:5]
        draft = replace(
            form.draft,
            title=a,
            last_name=b,
            phones=(ContactDraft(c, d[:60]),),
            address=AddressDraft("XX", street=d, city=e, postal_code=a[:40], state=b),
            cards=(f"card {c}",),
            dates=(DateDraft(f"day {d}"[:200], "--02-29"),),
            values={**form.draft.values, "Remarks": e},
        )
        try:
            changes.edit(session, key, draft, form.customer.version)
        except WrongFields as refusal:
            refused = {problem.field for problem in refusal.problems}
            assert refused <= {
                "title",
                "last_name",
                "phones.0",
                "phones.0.label",
                "street",
                "city",
                "state",
                "cards.0",
                "dates.0.name",
            }, refused
            continue
        shown = draft_of(stored(program, session, key), {}, "US")
        assert (shown.title, shown.last_name) == (a.strip(), b.strip())
        assert [(p.typed, p.label) for p in shown.phones] == ([(c.strip(), d[:60].strip())] if c.strip() else [])
        assert shown.cards == (f"card {c}".strip(),)
        assert shown.dates[0].name == f"day {d}"[:200].strip()
        assert shown.address.street == d.strip() or draft.address.is_blank
        assert changes.form(session, key).draft.values.get("Remarks", "") == e.strip()
