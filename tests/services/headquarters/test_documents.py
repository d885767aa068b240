"""A company set up by a document: export, apply, and the same again."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from clienteling.database.configuration.snapshots import document_text
from clienteling.domain.attribute import AttributeType
from clienteling.domain.configuration.company import FeatureSettings
from clienteling.domain.configuration.configuration import Configuration, InvalidConfiguration
from clienteling.domain.configuration.properties import Attribute, AttributeGroup, Member
from clienteling.domain.configuration.retailer import LegalEntity
from clienteling.domain.configuration.sections import SECTIONS, Job
from clienteling.domain.errors import Invalid
from clienteling.domain.feature import FeatureState
from clienteling.services.headquarters import document_file
from tests.support.configurations import configurations
from tests.support.imports import Imported, open_imported
from tests.support.program import Program


@pytest.fixture
def empty(database_url: str, tmp_path: Path) -> Iterator[Imported]:
    """A database without anything, on both kinds."""
    opened = open_imported(database_url, tmp_path)
    yield opened
    opened.services.close()


def live(services: object) -> Configuration:
    found: Configuration = services.headquarters.view(None).live  # type: ignore[attr-defined]
    return found


def published(services: object) -> dict[int, str]:
    """The newest snapshot of every job, as it is stored."""
    distribution = services.distribution  # type: ignore[attr-defined]
    return {
        int(job): document_text(distribution.snapshot(None, job, distribution.history(None, job, 1)[0].version))
        for job in Job
    }


def through_file(configuration: Configuration, folder: Path) -> Configuration:
    file = folder / "company.toml"
    document_file.save(configuration, file)
    return document_file.load(file)


def test_exporting_and_applying_again_changes_nothing(program: Program, tmp_path: Path) -> None:
    before = live(program.services)
    assert through_file(before, tmp_path) == before
    done = program.services.headquarters.apply(None, through_file(before, tmp_path))
    assert done.difference == ()
    assert live(program.services) == before


def test_an_export_makes_the_same_company_in_an_empty_database(
    sqlite_program: Program, empty: Imported, tmp_path: Path
) -> None:
    wanted = through_file(live(sqlite_program.services), tmp_path)
    done = empty.services.headquarters.apply(None, wanted)
    assert len(done.difference) > 40
    assert live(empty.services) == wanted
    assert published(empty.services) == published(sqlite_program.services)


def test_a_dry_run_says_the_same_and_changes_nothing(empty: Imported, sqlite_program: Program) -> None:
    wanted = live(sqlite_program.services)
    tried = empty.services.headquarters.apply(None, wanted, dry_run=True)
    assert empty.count("legal_entity") == 0
    assert tried.difference == empty.services.headquarters.apply(None, wanted).difference


def test_a_company_begins_with_the_feature_off_unless_it_says_otherwise(empty: Imported) -> None:
    entity = LegalEntity("USMF", "Contoso", "USD", "US")
    empty.services.headquarters.apply(None, Configuration({"legal_entities": {"USMF": entity}}))
    feature = empty.services.headquarters.item(None, "features", "clienteling")
    assert isinstance(feature, FeatureSettings)
    assert feature.state is FeatureState.OFF


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_stored(sqlite_program: Program) -> None:
    before = live(sqlite_program.services)
    wanted = Configuration(
        {
            "attributes": {**before.items("attributes"), "Bad": Attribute("Bad", AttributeType.TEXT, reference="x")},
            "attribute_groups": {
                **before.items("attribute_groups"),
                "Odd": AttributeGroup("Odd", (Member("Nowhere", 1), Member("Bad", 1))),
            },
        }
    )
    with pytest.raises(InvalidConfiguration) as refusal:
        sqlite_program.services.headquarters.apply(None, wanted)
    assert [(f.section, f.key, f.field) for f in refusal.value.findings] == [
        ("attributes", "Bad", "reference"),
        ("attribute_groups", "Odd", "members"),
        ("attribute_groups", "Odd", "members"),
    ]
    assert live(sqlite_program.services) == before


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        ("a = ", "file", "This is no TOML"),
        ("\udcff", "file", "no text in UTF-8"),
        ("[[attributes]]\nname = 'A'\ntype = 'texts'", "type", "“texts” is none of: currency, datetime"),
        ("[[attributes]]\nname = 'A'", "type", "Please fill this in."),
        ("[[attributes]]\nname = 'A'\ntype = 'text'\nsize = 4", "size", "There is no field “size”"),
        ("[[attributes]]\nname = 7\ntype = 'text'", "name", "“7” is of the wrong type."),
        ("attributes = 7", "items", "This is no list."),
        ("attributes = [7]", "document", "This is no table"),
        ("[[workers]]\npersonnel_number='1'\nname='A'\ngroup='x'\nhired='soon'", "hired", "“soon” is no date"),
        ("[[attributes]]\nname='A'\ntype='text'\n[[attributes]]\nname='A'\ntype='text'", "key", "“A” is there twice."),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(tmp_path: Path, text: str, field: str, said: str) -> None:
    file = tmp_path / "company.toml"
    file.write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(Invalid) as refusal:
        document_file.load(file)
    assert refusal.value.field == field
    assert said in refusal.value.message


@given(configurations())
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_what_is_applied_is_what_is_exported_whatever_it_is(
    tmp_path: Path, sqlite_empty: Imported, wanted: Configuration
) -> None:
    headquarters, distribution = sqlite_empty.services.headquarters, sqlite_empty.services.distribution
    headquarters.apply(None, wanted)
    exported = live(sqlite_empty.services)
    for name, found in SECTIONS.items():
        # Of those that are always there the document may speak of some.
        there = exported.items(name)
        assert wanted.items(name) == ({k: there[k] for k in wanted.items(name)} if found.fixed else there)
    assert through_file(exported, tmp_path) == exported
    assert headquarters.apply(None, through_file(exported, tmp_path)).difference == ()
    for job in Job:
        snapshot = distribution.snapshot(None, job, distribution.history(None, job, 1)[0].version)
        assert snapshot == exported.part(job)


@pytest.fixture
def sqlite_empty(tmp_path: Path) -> Iterator[Imported]:
    opened = open_imported(f"sqlite:///{tmp_path / 'empty.sqlite'}", tmp_path)
    yield opened
    opened.services.close()


def test_thresholds_and_bounds_are_exact(sqlite_program: Program, tmp_path: Path) -> None:
    size = sqlite_program.services.headquarters.item(None, "attributes", "Size")
    assert isinstance(size, Attribute)
    assert size.filter is not None
    assert size.filter.thresholds == (Decimal("37.5"), Decimal(40))
    read = through_file(Configuration({"attributes": {"Size": replace(size, lowest=Decimal("0.1"))}}), tmp_path)
    assert read.all(Attribute)["Size"].lowest == Decimal("0.1")
