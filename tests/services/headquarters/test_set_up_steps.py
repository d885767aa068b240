"""From an empty database to a till that shows a card, step by step."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clienteling.domain.attribute import AttributeType
from clienteling.domain.configuration.company import ActivityType, CommerceParameters
from clienteling.domain.configuration.configuration import InvalidConfiguration
from clienteling.domain.configuration.people import Worker
from clienteling.domain.configuration.properties import Attribute, AttributeGroup, Member
from clienteling.domain.configuration.retailer import LegalEntity, Register, Store
from clienteling.domain.configuration.schedule import Mode, Schedule
from clienteling.domain.configuration.sections import Job
from clienteling.domain.errors import Conflict, Invalid
from clienteling.domain.feature import FeatureOff
from clienteling.domain.importing import Kind
from clienteling.services.books import View
from clienteling.services.headquarters.set_up_steps import NewCompany, first_company
from tests.support.imports import Imported, open_imported

PASSWORD = "correct horse 1"


@pytest.fixture
def empty(database_url: str, tmp_path: Path) -> Iterator[Imported]:
    """A database without anything, on both kinds."""
    opened = open_imported(database_url, tmp_path)
    yield opened
    opened.services.close()


def new_company(country: str = "US") -> NewCompany:
    return first_company(
        LegalEntity("USMF", "Contoso", "USD", country),
        Store("S01", "North", "", city="Seattle", time_zone="America/Los_Angeles"),
        Register("", "1", "Till 1"),
        Worker("009", "Ada Boss", ""),
    )


def done(imported: Imported) -> dict[str, bool]:
    return {step.code: step.is_done for step in imported.services.set_up_steps.steps(None)}


def test_a_company_from_nothing_shows_a_card_at_the_end_of_the_steps(empty: Imported) -> None:
    services = empty.services
    assert services.set_up_steps.is_empty()
    services.set_up_steps.create_company(new_company(), PASSWORD)
    assert not services.set_up_steps.is_empty()
    assert [code for code, is_done in done(empty).items() if not is_done] == [
        "feature",
        "number_sequence",
        "attributes",
        "client_book_group",
        "activity_types",
        "insights",
    ]
    ada = services.sign_in.sign_in(services.sign_in.registers()[0], "009", PASSWORD)
    with pytest.raises(FeatureOff):
        services.books.count(ada, View.MINE)
    for code in ("feature", "number_sequence", "activity_types"):
        services.set_up_steps.do(ada, code)
    hq = services.headquarters
    hq.save(ada, "attributes", Attribute("Size", AttributeType.DECIMAL))
    hq.save(ada, "attribute_groups", AttributeGroup("Cards", (Member("Size", 1),)))
    opened = hq.item(ada, "parameters", "USMF")
    assert isinstance(opened, CommerceParameters)
    hq.save(
        ada,
        "parameters",
        CommerceParameters("USMF", "Cards", client_book_identifier=opened.client_book_identifier),
        opened,
    )
    assert [code for code, is_done in done(empty).items() if not is_done] == ["insights"]
    empty.take_well(
        Kind.CUSTOMERS,
        "account_number,legal_entity,store,first_name,last_name,attribute.Size\nC-1,USMF,S01,Zoë,Bērziņa,38.5\n",
    )
    (key,) = services.customers.by_account(ada, ["C-1"])
    services.book_changes.add(ada, [key])
    (card,) = services.books.first_page(ada, View.MINE)
    assert [(p.definition.attribute.name, str(p.value)) for p in card.properties] == [("Size", "38.5")]
    assert services.books.book(ada).code == "USMF-CB-000001"  # type: ignore[union-attr]


def test_there_is_one_beginning(empty: Imported) -> None:
    empty.services.set_up_steps.create_company(new_company(), PASSWORD)
    with pytest.raises(Conflict, match="a company in this database already"):
        empty.services.set_up_steps.create_company(new_company(), PASSWORD)


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_made(empty: Imported) -> None:
    with pytest.raises(InvalidConfiguration) as refusal:
        empty.services.set_up_steps.create_company(new_company("Us of A"), PASSWORD)
    assert [(f.section, f.field) for f in refusal.value.findings] == [
        ("legal_entities", "country"),
        ("stores", "country"),
    ]
    with pytest.raises(Invalid) as weak:
        empty.services.set_up_steps.create_company(new_company(), "short")
    assert weak.value.field == "password"
    assert empty.services.set_up_steps.is_empty()
    assert empty.count("permission_group") == 0


def test_a_company_that_was_imported_has_little_left_to_do(empty: Imported) -> None:
    empty.take_well(Kind.LEGAL_ENTITIES, "legal_entity,name,currency,country\nUSMF,Contoso USA,USD,US\n")
    found = done(empty)
    assert (found["feature"], found["number_sequence"], found["activity_types"]) == (True, True, True)
    assert found["distribution"]
    empty.services.distribution.set_schedule(None, Job.GLOBAL_CONFIGURATION, Schedule(Mode.BY_HAND))
    empty.services.headquarters.save(None, "activity_types", ActivityType("USMF", "tea", "Tea"))
    steps = {step.code: step for step in empty.services.set_up_steps.steps(None)}
    assert [remark.message for remark in steps["distribution"].missing] == ["Job 1110 has changes waiting."]
    empty.services.distribution.run(None)
    assert done(empty)["distribution"]
