"""Takes legal entities, stores and workers."""

import re
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clienteling.database.imports import company
from clienteling.database.imports.company import LegalEntityDraft, StoreDraft, WorkerDraft
from clienteling.domain.errors import Invalid, mark
from clienteling.services import setup
from clienteling.services.importing.references import LONGEST_CODE, Company
from clienteling.services.importing.row import Row
from clienteling.services.importing.run import Run

_COUNTRY = re.compile(r"[A-Z]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Role(StrEnum):
    ASSOCIATE = setup.ASSOCIATE
    MANAGER = setup.MANAGER
    ADMINISTRATOR = setup.ADMINISTRATOR


class LegalEntities:
    """Legal entities by code. Each gets what it needs: a number sequence, activity types, parameters."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def take(self, rows: list[Row]) -> None:
        stored = company.legal_entities(self._run.transaction)
        for draft in self._run.readable(rows, self._read):
            key, before = stored.get(draft.code, (None, None))
            if draft != before:
                company.save_legal_entity(self._run.transaction, key, draft)
            self._run.count(before=before, changed=draft != before)
        setup.ensure_company(self._run.writing, activity_types=self._run.activity_types)

    def _read(self, row: Row) -> LegalEntityDraft:
        code = row.text("legal_entity", longest=LONGEST_CODE, required=True)
        if "#" in code:
            raise Invalid("legal_entity", mark("A code has no “#”: numbers are made with it."))
        draft = LegalEntityDraft(
            code=code,
            name=row.text("name", required=True),
            currency=row.text("currency", required=True).upper(),
            country=country_of(row, required=True),
        )
        if not _CURRENCY.fullmatch(draft.currency):
            raise Invalid("currency", mark("“{text}” is no currency like EUR."), text=draft.currency)
        self._run.once(code, row, "legal_entity")
        return draft


class Stores:
    """Stores by code. A store stays in its legal entity."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._company = Company(run)
        self._stored: dict[str, tuple[int, StoreDraft]] = {}

    def take(self, rows: list[Row]) -> None:
        self._stored = company.stores(self._run.transaction)
        for draft in self._run.readable(rows, self._read):
            key, before = self._stored.get(draft.code, (None, None))
            if draft != before:
                company.save_store(self._run.transaction, key, before, draft)
            self._run.count(before=before, changed=draft != before)

    def _read(self, row: Row) -> StoreDraft:
        code = row.text("store", longest=LONGEST_CODE, required=True)
        entity = self._company.entity(row)
        blank = StoreDraft(
            code,
            entity.id,
            "",
            "",
            entity.country,
            "UTC",
            frozenset({"1"}),
            frozenset({code}),
            frozenset({code}),
        )
        _, old = self._stored.get(code, (0, blank))
        if old.legal_entity_id != entity.id:
            raise Invalid("legal_entity", mark("A store cannot move to another legal entity."))
        draft = StoreDraft(
            code=code,
            legal_entity_id=entity.id,
            name=row.text("name", required=True),
            city=row.text("city", absent=old.city),
            country=country_of(row, absent=old.country) or entity.country,
            time_zone=_time_zone(row.text("time_zone", absent=old.time_zone) or "UTC"),
            registers=old.registers | _codes(row, "registers", old.registers, "1"),
            customer_books=_codes(row, "customer_address_books", old.customer_books, code),
            employee_books=_codes(row, "employee_address_books", old.employee_books, code),
        )
        self._run.once(code, row, "store")
        return draft


class Workers:
    """Workers by personnel number. They get the employee address books of their stores; a new one has no password."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._company = Company(run)
        self._stored: dict[str, tuple[int, WorkerDraft]] = {}
        setup.ensure_company(run.writing, activity_types=run.activity_types)

    def take(self, rows: list[Row]) -> None:
        numbers = {row.peek("personnel_number") for row in rows} - {""}
        self._stored = company.workers(self._run.transaction, sorted(numbers))
        changed: list[tuple[int | None, WorkerDraft]] = []
        for draft in self._run.readable(rows, self._read):
            key, before = self._stored.get(draft.personnel_number, (None, None))
            if draft != before:
                changed.append((key, draft))
            self._run.count(before=before, changed=draft != before)
        company.save_workers(self._run.transaction, changed)

    def _read(self, row: Row) -> WorkerDraft:
        number = row.text("personnel_number", longest=LONGEST_CODE, required=True)
        blank = WorkerDraft(number, "", "", "", "en", None, None, None, frozenset())
        _, old = self._stored.get(number, (0, blank))
        role = row.choice("role", Role)
        if role is None:
            raise Invalid("role", mark("Please fill this in."))
        draft = WorkerDraft(
            personnel_number=number,
            name=row.text("name", required=True),
            title=row.text("title", absent=old.title),
            group=role.value,
            language=_language(row.text("language", absent=old.language) or "en"),
            birth_date=row.day("birth_date", absent=old.birth_date),
            hired=row.day("hire_date", absent=old.hired),
            employed_until=row.day("employed_until", absent=old.employed_until),
            store_ids=self._stores(row),
        )
        self._run.once(number, row, "personnel_number")
        return draft

    def _stores(self, row: Row) -> frozenset[int]:
        codes = re.split(r"[|\s]+", row.text("stores", longest=20_000, required=True))
        return frozenset(self._company.store_of("stores", code).id for code in codes if code)


def country_of(row: Row, *, absent: str = "", required: bool = False) -> str:
    """The country of a row, ISO 3166."""
    country = row.text("country", absent=absent, required=required).upper()
    if country and not _COUNTRY.fullmatch(country):
        raise Invalid("country", mark("“{text}” is no country code like FR."), text=country)
    return country


def _codes(row: Row, column: str, absent: frozenset[str], default: str) -> frozenset[str]:
    return frozenset(row.parts(column, absent=sorted(absent))) or frozenset({default})


def _time_zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Invalid("time_zone", mark("“{text}” is no time zone like Europe/Paris."), text=name) from None


def _language(tag: str) -> str:
    if not _LANGUAGE.fullmatch(tag):
        raise Invalid("language", mark("“{text}” is no language like en or pt-BR."), text=tag)
    return tag
