from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from clienteling.database import records
from clienteling.database import tables as t
from clienteling.domain.customer import Channel, CustomerKind, Purchase
from clienteling.domain.dates import YearlyDate
from clienteling.domain.errors import Invalid, NotFound
from clienteling.domain.profile import Profile
from tests.support.clock import START
from tests.support.company_customers import invent
from tests.support.company_properties import BOOK_GROUP, CUSTOMER_GROUP
from tests.support.program import Program


def profile(program: Program, account: str, number: str = "001") -> Profile:
    return program.services.customers.profile(program.session(number), program.company.customers[account])


def test_details_hold_the_file_of_the_customer(program: Program) -> None:
    found, new = profile(program, "C-0002").customer, invent(2, "C-0002", ())
    assert (found.account_number, found.name, found.kind) == ("C-0002", new.name, CustomerKind.PERSON)
    assert tuple(phone.typed for phone in found.phones) == new.phones
    assert [phone.primary for phone in found.phones] == [True, False]
    assert tuple(email.address for email in found.emails) == new.emails
    assert found.addresses == new.addresses
    assert found.loyalty_cards == new.cards
    assert [(d.name, d.day) for d in found.important_dates] == [("Birthday", YearlyDate(1, 1))]
    assert [(c.channel, c.given) for c in found.consents] == [(Channel.PHONE, True), (Channel.EMAIL, False)]


def test_details_hold_all_attributes_by_group_and_the_properties_of_the_card(program: Program) -> None:
    found = profile(program, "C-0002")
    new = invent(2, "C-0002", ())
    assert [group.name for group in found.groups] == ["Client book", "Customer"]
    names = [tuple(value.definition.attribute.name for value in group.values) for group in found.groups]
    assert names == [BOOK_GROUP, CUSTOMER_GROUP]
    values = {v.definition.attribute.name: v.value for group in found.groups for v in group.values}
    assert values == {name: new.values.get(name, new.dates.get(name)) for name in (*BOOK_GROUP, *CUSTOMER_GROUP)}
    assert [value.definition.attribute.name for value in found.card] == ["Churn", "Birthday", "Brand"]
    assert found.card[0].value == new.measures["Churn"]
    assert found.card[0].as_of is not None


def test_a_measure_without_a_value_keeps_its_place(program: Program) -> None:
    card = profile(program, "C-0004").card  # every fourth has no measures
    assert [value.definition.attribute.name for value in card] == ["Churn", "Birthday", "Brand"]
    assert (card[0].value, card[0].as_of) == (None, None)


def test_details_know_holder_score_last_contact_and_spend(program: Program) -> None:
    found = profile(program, "C-0012")
    assert found.holder is not None
    assert found.holder.name == "Jens Holm"
    assert found.score is None
    assert profile(program, "C-0002").score is not None
    assert found.last_contact is not None
    assert (found.last_contact.type, found.last_contact.worker) == ("Visit", "Anna Ozola")
    purchases = program.services.customers.purchases(program.session("001"), program.company.customers["C-0012"])
    assert found.purchase_count == len(purchases.purchases) == 1
    assert found.spend == sum((p.amount for p in purchases.purchases), Decimal(0))
    assert found.currency == "USD"
    free = profile(program, "C-0021")
    assert (free.holder, free.spend, free.purchase_count) == (None, Decimal(0), 0)


def test_everybody_of_the_legal_entity_opens_details_whoever_holds_the_customer(program: Program) -> None:
    assert profile(program, "C-0001", "004").holder == profile(program, "C-0001", "001").holder


@pytest.mark.parametrize(("number", "account"), [("001", "DEMF D-0001"), ("001", "DEMF C-0001"), ("006", "C-0001")])
def test_a_customer_of_another_legal_entity_is_not_found(program: Program, number: str, account: str) -> None:
    with pytest.raises(NotFound, match="no such customer"):
        profile(program, account, number)
    with pytest.raises(NotFound, match="no such customer"):
        program.services.customers.purchases(program.session(number), program.company.customers[account])


def pages(program: Program, customer: int, limit: int) -> list[Purchase]:
    found: list[Purchase] = []
    cursor: tuple[datetime, int] | None = None
    while True:
        page = program.services.customers.purchases(program.session("001"), customer, cursor, limit)
        found += page.purchases
        if page.cursor is None:
            return found
        assert len(page.purchases) == limit
        cursor = page.cursor


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5, 50])
def test_purchases_come_page_by_page(program: Program, limit: int) -> None:
    customer = program.company.customers["C-0005"]
    assert [p.order_number for p in pages(program, customer, limit)] == ["SO-0", "SO-1", "SO-2", "SO-3"]


def test_purchases_at_the_same_moment_are_neither_lost_nor_doubled(program: Program) -> None:
    customer, store = program.company.customers["C-0001"], program.company.stores["S01"].id
    moments = [START - timedelta(days=n // 4) for n in range(11)]
    program.database.write(
        lambda tr: tr.add_all(
            t.PurchaseRow(id=tr.key(), customer_id=customer, store_id=store, order_number=f"{n}", at=at)
            for n, at in enumerate(moments)
        )
    )
    for limit in (1, 3, 4, 10, 11):
        found = pages(program, customer, limit)
        assert sorted(int(p.order_number) for p in found) == list(range(11))


def test_accounts_lead_to_customers_in_the_given_order(program: Program) -> None:
    company = program.company
    by_account = program.services.customers.by_account
    assert by_account(program.session("001"), ["C-0003", " C-0001 "]) == (
        company.customers["C-0003"],
        company.customers["C-0001"],
    )
    assert by_account(program.session("006"), ["C-0001"]) == (company.customers["DEMF C-0001"],)
    assert by_account(program.session("001"), []) == ()
    many = [f"C-{n:04}" for n in range(1, 37)] * 50
    assert len(by_account(program.session("001"), many)) == 1800


@pytest.mark.parametrize("account", ["C-9999", "D-0001", "", "C-000%", "c-0001"])
def test_an_account_that_nobody_has_is_named(program: Program, account: str) -> None:
    with pytest.raises(NotFound, match=f"no customer {account} in this company"):
        program.services.customers.by_account(program.session("001"), ["C-0001", account])


@pytest.mark.parametrize("account", ["a\0b", "\udc80"])
def test_an_account_that_nobody_can_have_is_refused(program: Program, account: str) -> None:
    with pytest.raises(Invalid) as refusal:
        program.services.customers.by_account(program.session("001"), [account])
    assert refusal.value.field == "account"


def test_looking_leaves_no_trace_in_the_audit(program: Program) -> None:
    newest = program.database.read(records.newest)
    profile(program, "C-0001")
    program.services.customers.purchases(program.session("001"), program.company.customers["C-0001"])
    program.services.customers.by_account(program.session("001"), ["C-0001"])
    assert program.database.read(records.newest) == newest


def test_details_count_what_happened_in_the_last_twelve_months(program: Program) -> None:
    session, clock = program.session("001"), program.clock
    (customer,) = program.company.accounts(1, 1)
    email, phone = (program.company.activity_types[code].id for code in ("email", "phone"))
    now = clock()
    before = dict(program.services.customers.profile(session, customer).lately.contacts)
    for days in (1, 364, 366, -1):
        program.services.timelines.add_activity(session, customer, email, "mail", at=now - timedelta(days=days))
    program.services.timelines.add_activity(session, customer, phone, "call", at=now - timedelta(days=400))
    lately = program.services.customers.profile(session, customer).lately
    name = program.company.activity_types["email"].name
    assert dict(lately.contacts) == before | {name: before.get(name, 0) + 2}
    purchases = program.services.customers.purchases(session, customer).purchases
    assert lately.purchases == sum(now - timedelta(days=365) < purchase.at <= now for purchase in purchases)
