"""Drafts are a worker's own, wherever in the legal entity they sign in."""

from dataclasses import replace

from clienteling.database import records
from clienteling.services.customer_form import KeptForm
from clienteling.services.drafts import ACTIVITY, NOTE
from tests.support.program import Program


def test_a_draft_is_kept_for_its_worker_at_every_till(program: Program) -> None:
    wanda, customer = program.session("008"), program.company.customers["C-0001"]
    program.services.drafts.keep(wanda, customer, ACTIVITY, "blue")
    for session in (wanda, program.session("008", "S02")):
        found = program.services.drafts.of(session, customer)
        assert found is not None
        assert (found.customer_id, found.kind, found.text) == (customer, ACTIVITY, "blue")
    with program.beside() as other:
        assert other.services.drafts.of(wanda, customer) is not None
    assert program.services.drafts.of(program.session("001"), customer) is None
    assert program.services.drafts.of(wanda, program.company.customers["C-0002"]) is None


def test_there_is_one_draft_for_a_customer_and_none_when_it_is_let_go(program: Program) -> None:
    anna, customer = program.session("001"), program.company.customers["C-0001"]
    drafts = program.services.drafts
    drafts.keep(anna, customer, ACTIVITY, "blue")
    drafts.keep(anna, customer, NOTE, "likes blue \U0001f499 'x' \"y\"")
    found = drafts.of(anna, customer)
    assert found is not None
    assert (found.kind, found.text) == (NOTE, "likes blue \U0001f499 'x' \"y\"")
    drafts.keep(anna, customer, ACTIVITY, "")
    assert drafts.of(anna, customer) is None
    assert drafts.latest(anna) is None


def test_what_was_begun_last_is_known_by_the_customers_name(program: Program) -> None:
    anna, customer = program.session("001"), program.company.customers["C-0001"]
    services = program.services
    services.drafts.keep(anna, program.company.customers["C-0002"], NOTE, "first")
    services.drafts.keep(anna, customer, ACTIVITY, "then")
    latest = services.drafts.latest(anna)
    assert latest is not None
    assert (latest.kind, latest.customer_id) == (ACTIVITY, customer)
    assert latest.customer == services.customers.profile(anna, customer).customer.name
    form = services.customer_changes.form(anna)
    kept = KeptForm(replace(form.draft, first_name="Ilze"), form.draft)
    services.customer_changes.keep(anna, None, kept)
    latest = services.drafts.latest(anna)
    assert latest is not None
    assert (latest.customer_id, latest.customer) == (0, "")
    assert services.drafts.latest(program.session("002")) is None


def test_a_draft_is_nobodys_business(program: Program) -> None:
    before = program.database.read(records.newest)
    program.services.drafts.keep(program.session("001"), program.company.customers["C-0001"], NOTE, "psst")
    assert program.database.read(records.newest) == before
