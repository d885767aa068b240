"""vCards through the importer: taken like rows of a table, and known again when they come again."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.domain.errors import Invalid
from clienteling.domain.importing import Ending, ImportReport, Kind
from clienteling.services.importing.mapping import Mapping
from clienteling.services.vcard.writing import Version, card_text
from tests.support import naughty, vcards
from tests.support.clock import START, Clock
from tests.support.effort import examples
from tests.support.imports import Imported, open_imported

ALL = (vcards.IPHONE, vcards.ANDROID, vcards.OUTLOOK_2003, vcards.GMAIL, vcards.LOTUS_NOTES, vcards.V4)
ADA = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\n{}\nEND:VCARD\n"


@pytest.fixture
def here(base_file: Path, tmp_path: Path) -> Iterator[Imported]:
    """The company of `BASE` in an SQLite file."""
    shutil.copyfile(base_file, tmp_path / "here.sqlite")
    imported = open_imported(f"sqlite:///{tmp_path / 'here.sqlite'}", tmp_path, Clock(START + timedelta(hours=1)))
    yield imported
    imported.services.close()


def content(*cards: str | bytes) -> bytes:
    return b"".join(card.encode() if isinstance(card, str) else card for card in cards)


def take(here: Imported, *cards: str | bytes, **options: object) -> ImportReport:
    file = here.write("cards.vcf", content(*cards))
    given = {"store": "S01", **options}
    return here.importer.import_file(None, Kind.CUSTOMERS, file, **given)  # type: ignore[arg-type]


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.created, report.changed, report.unchanged, report.rejected


def test_cards_of_all_kinds_are_taken_once_on_both_kinds_of_databases(company: Imported) -> None:
    first = take(company, *ALL, partial=True)
    assert counts(first) == (5, 0, 0, 1)
    assert [(p.column, p.value) for p in first.problems] == [("BDAY", "1965-02-29")]
    records = company.count("record")
    assert counts(take(company, *ALL, partial=True)) == (0, 0, 5, 1)
    assert company.count("record") == records
    assert company.select(
        "SELECT c.name, a.city, b.code FROM customer c JOIN customer_address a ON a.customer_id = c.id "
        "JOIN customer_address_book x ON x.customer_id = c.id JOIN address_book b ON b.id = x.address_book_id "
        "WHERE c.name LIKE 'Zane%'"
    ) == [("Zane Marija Bērziņa", "Rīga", "S01")]


def test_what_has_no_place_is_counted(here: Imported) -> None:
    report = take(here, vcards.IPHONE, vcards.ANDROID)
    assert report.left_out == {"NICKNAME": 1, "ORG": 1, "PHOTO": 2, "TITLE": 1}


def test_new_customers_get_the_next_account_numbers_and_a_dry_run_takes_none(here: Imported) -> None:
    tried = take(here, vcards.GMAIL, dry_run=True)
    assert (tried.ending, counts(tried)) == (Ending.DRY_RUN, (1, 0, 0, 0))
    take(here, vcards.GMAIL)
    assert here.select("SELECT account_number FROM customer WHERE last_name = 'Núñez'") == [("C-000001",)]


def test_a_card_that_was_changed_changes_its_customer(here: Imported) -> None:
    take(here, vcards.GMAIL)
    changed = take(here, vcards.GMAIL.replace("28013", "28014"))
    assert counts(changed) == (0, 1, 0, 0)
    assert here.select("SELECT postal_code FROM customer_address") == [("28014",)]


def test_a_note_becomes_one_note_however_often_it_comes(here: Imported) -> None:
    for text in ("tea", "tea", "coffee"):
        take(here, ADA.format(f"UID:1\nNOTE:{text}"))
    assert here.select("SELECT text, restriction FROM note ORDER BY text") == [
        ("coffee", "internal"),
        ("tea", "internal"),
    ]


def test_the_same_card_twice_in_a_file_is_one_too_many(here: Imported) -> None:
    report = take(here, ADA.format("TEL:1"), ADA.format("TEL:1"), partial=True)
    assert counts(report) == (1, 0, 0, 1)
    assert [(p.line, p.reason) for p in report.problems] == [(6, "This stands in line 1 already.")]


def test_one_broken_card_refuses_the_file(here: Imported) -> None:
    report = take(here, ADA.format("TEL:1"), "BEGIN:VCARD\nFN:Bob\n")
    assert (report.ending, counts(report)) == (Ending.REFUSED, (1, 0, 0, 1))
    assert here.count("customer") == 3


def test_rejected_cards_can_be_corrected_and_imported(here: Imported) -> None:
    rejected = here.folder / "cards-rejected.vcf"
    broken = ADA.format("BDAY:1980-02-30").replace("Ada", "Zo\xeb").encode("latin-1")
    take(here, ADA.format("TEL:1"), broken, partial=True, rejected=rejected)
    left = rejected.read_bytes()
    assert "X-CLIENTELING-REJECTED:6 BDAY “1980-02-30” is no date" in left.decode("latin-1").encode("latin-1").decode(
        "utf-8", "replace"
    )
    assert counts(take(here, left.replace(b"02-30", b"02-28"))) == (1, 0, 0, 0)
    assert here.select("SELECT name FROM customer WHERE last_name = 'Lovelace' ORDER BY name") == [
        ("Ada Lovelace",),
        ("Zoë Lovelace",),
    ]


def test_somebody_has_to_say_whose_customers_they_are(here: Imported) -> None:
    with pytest.raises(Invalid, match="Name the legal entity, or the store"):
        take(here, vcards.GMAIL, store=None)
    with pytest.raises(Invalid, match="no store “S77”"):
        take(here, vcards.GMAIL, store="S77")
    assert counts(take(here, vcards.GMAIL, store=None, legal_entity="DEMF")) == (1, 0, 0, 0)


def test_what_is_no_file_of_customers_is_refused(here: Imported) -> None:
    with pytest.raises(Invalid, match=r"There is no vCard in the file cards\.vcf"):
        take(here, "name,phone\n")
    with pytest.raises(Invalid, match="is no text"):
        take(here, b"\xff\xfeB\0E\0G\0\0")
    with pytest.raises(Invalid, match="it holds customers"):
        here.importer.import_file(None, Kind.STORES, here.write("a.vcf", vcards.GMAIL), legal_entity="USMF")


def test_a_mapping_says_what_old_files_are_written_in(here: Imported) -> None:
    card = ADA.format("TITLE:x").replace("Ada", "Анна").encode("cp1251")
    take(here, card, mapping=Mapping(encoding="cp1251"))
    assert here.select("SELECT first_name FROM customer WHERE last_name = 'Lovelace'") == [("Анна",)]


def test_the_card_of_a_known_customer_leaves_alone_what_it_does_not_say(here: Imported) -> None:
    take(here, ADA.format("X-CLIENTELING-ACCOUNT:C-1").replace("Ada Lovelace", "Zoë Berzina"))
    assert here.select("SELECT last_name FROM customer WHERE account_number = 'C-1'") == [("Berzina",)]
    assert here.select("SELECT typed FROM customer_phone WHERE typed LIKE '206%'") == [("206-555-0100",)]


def test_a_table_can_have_keys_of_another_system_instead_of_account_numbers(here: Imported) -> None:
    table = "account_number,external_id,legal_entity,first_name\n,crm-1,USMF,Ada\n,crm-2,USMF,Eva\n"
    assert here.take_well(Kind.CUSTOMERS, table).created == 2
    assert here.take_well(Kind.CUSTOMERS, table.replace("Eva", "Ewa")).changed == 1
    assert here.reasons(Kind.CUSTOMERS, "account_number,external_id,legal_entity,first_name\n,,USMF,Ada\n") == [
        (2, "account_number", "", "Please fill this in.")
    ]


@pytest.mark.parametrize("version", Version)
def test_naughty_strings_come_in_and_go_out_exactly(here: Imported, version: Version) -> None:
    texts = [text for text in naughty.strings() if text.strip() and "\0" not in text and len(text) <= 200]
    texts = [text.strip() for text in texts]
    card = "BEGIN:VCARD\nVERSION:4.0\nUID:{}\nN:{};;;;\nEND:VCARD\n"
    escaped = [t.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;") for t in texts]
    take(here, *(card.format(number, text) for number, text in enumerate(escaped)))
    stored = {name for (name,) in here.select("SELECT last_name FROM customer")}
    assert set(texts) <= stored
    session = here.session("001")
    ids = [
        key
        for (key,) in here.select(
            "SELECT id FROM customer WHERE legal_entity_id IN (SELECT id FROM legal_entity WHERE code = 'USMF')"
        )
    ]
    cards = [card_text(here.services.customers.profile(session, key).customer, "USMF", version) for key in ids]
    assert counts(take(here, *cards, store=None, legal_entity="USMF")) == (0, 0, len(ids), 0)


LINES = st.sampled_from([line for card in (vcards.IPHONE, vcards.V4) for line in card.replace("\r", "").split("\n")])


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.lists(LINES | st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=12))
def test_any_lines_are_taken_or_rejected_and_the_second_time_nothing_changes(here: Imported, body: list[str]) -> None:
    card = "\n".join(["BEGIN:VCARD", "FN:Ada", *body, "END:VCARD"])
    first = take(here, card, partial=True)
    assert first.read == sum(counts(first))
    again = take(here, card, partial=True)
    assert (again.created, again.changed, again.rejected) == (0, 0, first.rejected)
