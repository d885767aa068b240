from decimal import Decimal

from clienteling.database import attributes, company
from clienteling.domain.operations import Operation
from clienteling.services.books import View
from clienteling.services.operations import Writing
from tests.support.company_customers import invent
from tests.support.program import Program


def set_measures(program: Program, entity: str, names: str) -> None:
    def work(writing: Writing) -> None:
        key = program.company.entities[entity].id
        company.set_parameter(writing.transaction, key, company.MEASURES, names)
        writing.note("parameter", None, None, names)

    program.services.operations.write(None, Operation.SET_UP, work)


def shown(program: Program, number: str = "001") -> list[str]:
    (card, *_) = program.services.books.first_page(program.session(number), View.MINE)
    return [value.definition.attribute.name for value in card.properties]


def test_a_card_shows_contact_data_score_and_holder(program: Program) -> None:
    session = program.session("001")
    (card,) = program.services.books.cards(session, View.MINE, program.company.accounts(2, 2))
    new = invent(2, "C-0002", ())
    assert (card.account_number, card.name, card.phone, card.email) == (
        "C-0002",
        new.name,
        "+12125550002",
        "customer.2@example.com",
    )
    assert card.score is not None
    assert card.score.value == new.score
    assert card.holder is not None
    assert (card.holder.name, card.holder.worker_id) == ("Anna Ozola", session.worker.id)


def test_a_card_shows_the_values_of_its_properties_and_a_gap_for_each_that_is_missing(program: Program) -> None:
    session = program.session("001")
    for number, card in zip(
        range(1, 11),
        program.services.books.cards(session, View.MINE, program.company.accounts(1, 10)),
        strict=True,
    ):
        new = invent(number, "", ())
        values = {value.definition.attribute.name: value.value for value in card.properties}
        assert values == {
            "Churn": new.measures.get("Churn"),
            "Birthday": new.dates.get("Birthday"),
            "Brand": new.values.get("Brand"),
        }


def test_measures_come_before_attributes_until_the_places_are_full(program: Program) -> None:
    assert shown(program) == ["Churn", "Birthday", "Brand"]
    set_measures(program, "USMF", "Next best action|Churn")
    assert shown(program) == ["Next best action", "Churn", "Birthday"]
    set_measures(program, "USMF", "")
    assert shown(program) == ["Birthday", "Brand", "Spend"]


def test_each_legal_entity_has_its_own_properties(program: Program) -> None:
    assert shown(program, "006") == ["Birthday", "Brand", "Spend"]
    set_measures(program, "DEMF", "Churn")
    assert shown(program, "006") == ["Churn", "Birthday", "Brand"]
    assert shown(program) == ["Churn", "Birthday", "Brand"]


def test_a_new_value_is_on_the_card_at_once(program: Program) -> None:
    session, first = program.session("001"), program.company.customers["C-0002"]
    spend = program.company.properties.attributes["Spend"].id
    set_measures(program, "USMF", "")
    for amount in (Decimal("12.34"), Decimal("0.00"), None):

        def work(writing: Writing, amount: Decimal | None = amount) -> None:
            attributes.set_values(writing.transaction, {(first, spend): amount})
            writing.note("Spend", first, None, str(amount))

        with program.beside() as other:
            other.services.operations.write(None, Operation.IMPORT, work)
        (card,) = program.services.books.cards(session, View.MINE, [first])
        assert card.properties[2].value == amount


def test_a_company_without_attributes_has_plain_cards(program: Program) -> None:
    def work(writing: Writing) -> None:
        for entity in program.company.entities.values():
            for name in (company.MEASURES, company.CLIENT_BOOK_GROUP, company.CUSTOMER_GROUP):
                company.set_parameter(writing.transaction, entity.id, name, "")
        writing.note("parameter", None, None, "")

    program.services.operations.write(None, Operation.SET_UP, work)
    assert shown(program) == []
    assert program.services.customers.profile(program.session("001"), program.company.customers["C-0001"]).groups == ()
