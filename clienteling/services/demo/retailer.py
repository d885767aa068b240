"""Maison Aurel itself: legal entities, stores and those who work there."""

from dataclasses import dataclass
from datetime import date, timedelta

from clienteling.domain.configuration.usual import activity_types

Row = dict[str, str]

BALTIC, NORDIC = "MAB", "MAN"
RIGA, TALLINN, VILNIUS, COPENHAGEN, AARHUS = "101", "102", "103", "201", "202"


@dataclass(frozen=True, slots=True)
class Entity:
    """A legal entity. `rate` is what one euro is in its currency; prices are rounded to a multiple of `step`."""

    code: str
    name: str
    currency: str
    country: str
    rate: float
    step: int
    accounts: str

    def price(self, euros: int) -> int:
        return round(euros * self.rate / self.step) * self.step


@dataclass(frozen=True, slots=True)
class Shop:
    """A store. `share` is how many customers of the legal entity call it their own."""

    code: str
    name: str
    entity: str
    city: str
    country: str
    time_zone: str
    registers: str
    share: float


@dataclass(frozen=True, slots=True)
class Employee:
    """A worker. `book` is how many customers their client book has in a company of three thousand customers."""

    number: str
    name: str
    role: str
    stores: tuple[str, ...]
    language: str
    born: str
    years: float
    book: int = 0
    leaves_in: int | None = None


ENTITIES = (
    Entity(BALTIC, "Maison Aurel Baltic", "EUR", "LV", 1.0, 1, "MA"),
    Entity(NORDIC, "Maison Aurel Nordic", "DKK", "DK", 7.46, 50, "MN"),
)

SHOPS = (
    Shop(RIGA, "Harbour Street 12", BALTIC, "Rīga", "LV", "Europe/Riga", "1|2|3", 0.5),
    Shop(TALLINN, "Pikk 20", BALTIC, "Tallinn", "EE", "Europe/Tallinn", "1|2", 0.28),
    Shop(VILNIUS, "Pilies 9", BALTIC, "Vilnius", "LT", "Europe/Vilnius", "1|2", 0.22),
    Shop(COPENHAGEN, "Strøget 21", NORDIC, "København", "DK", "Europe/Copenhagen", "1|2|3", 0.62),
    Shop(AARHUS, "Åboulevarden 8", NORDIC, "Aarhus", "DK", "Europe/Copenhagen", "1|2", 0.38),
)

MAIJA, JENS, SOFIE, PUTRI, ANDREI = "000274", "000275", "000276", "000277", "000278"
MEHMET, HENRIK, IOANA = "000279", "000280", "000281"

_EVERYWHERE = tuple(shop.code for shop in SHOPS)

EMPLOYEES = (
    Employee(MAIJA, "Maija Krūmiņa", "associate", (RIGA,), "en", "1991-04-12", 7.2, 186),
    Employee(JENS, "Jens Kjær", "associate", (RIGA,), "da", "1986-09-30", 9.6, 148),
    Employee(SOFIE, "Sofie Ægidius", "associate", (RIGA,), "da", "1994-01-22", 5.9, 214, leaves_in=20),
    Employee(PUTRI, "Putri Wulandari", "associate", (RIGA,), "id", "1996-11-05", 4.1, 97),
    Employee(ANDREI, "Andrei Bălănescu", "associate", (RIGA,), "ro", "1989-07-18", 4.8, 121),
    Employee(MEHMET, "Mehmet Yıldırım", "associate", (RIGA,), "en", "2001-03-02", 0.02),
    Employee(HENRIK, "Henrik Østergaard", "manager", (RIGA,), "en", "1978-12-09", 11.4),
    Employee(IOANA, "Ioana Țăran", "administrator", _EVERYWHERE, "en", "1983-05-27", 8.3),
    Employee("000311", "Kadri Saar", "associate", (TALLINN,), "en", "1990-08-14", 6.0, 92),
    Employee("000312", "Triin Ilves", "associate", (TALLINN,), "en", "1997-02-03", 4.2, 61),
    Employee("000313", "Marten Kask", "manager", (TALLINN,), "en", "1981-10-21", 9.1),
    Employee("000327", "Rūta Navickaitė", "associate", (VILNIUS,), "en", "1993-06-08", 5.5, 73),
    Employee("000328", "Mantas Šimkus", "manager", (VILNIUS,), "en", "1985-03-19", 7.8),
    Employee("000402", "Mikkel Ravn", "associate", (COPENHAGEN,), "da", "1992-01-11", 6.6, 133),
    Employee("000403", "Ida Nørgaard", "associate", (COPENHAGEN, AARHUS), "da", "1995-09-02", 4.4, 118),
    Employee("000404", "Birgitte Holm", "manager", (COPENHAGEN,), "da", "1976-04-25", 12.0, 24),
    Employee("000418", "Asta Lindegård", "associate", (AARHUS,), "da", "1998-07-07", 4.0, 88),
    Employee("000419", "Emil Friis", "manager", (AARHUS,), "da", "1984-11-30", 8.9, 35),
)


def legal_entity_rows() -> list[Row]:
    return [
        {
            "legal_entity": entity.code,
            "name": entity.name,
            "currency": entity.currency,
            "country": entity.country,
        }
        for entity in ENTITIES
    ]


def store_rows() -> list[Row]:
    return [
        {
            "store": shop.code,
            "name": shop.name,
            "legal_entity": shop.entity,
            "city": shop.city,
            "country": shop.country,
            "time_zone": shop.time_zone,
            "registers": shop.registers,
            "customer_address_books": shop.code,
            "employee_address_books": shop.code,
        }
        for shop in SHOPS
    ]


def worker_rows(today: date) -> list[Row]:
    return [
        {
            "personnel_number": employee.number,
            "name": employee.name,
            "title": employee.role.capitalize(),
            "role": employee.role,
            "stores": "|".join(employee.stores),
            "language": employee.language,
            "birth_date": employee.born,
            "hire_date": str(today - timedelta(days=round(employee.years * 365.25))),
            "employed_until": ("" if employee.leaves_in is None else str(today + timedelta(days=employee.leaves_in))),
        }
        for employee in EMPLOYEES
    ]


def activity_type_rows() -> list[Row]:
    return [
        {
            "legal_entity": entity.code,
            "code": kind.code,
            "name": kind.name,
            "icon": kind.icon,
            "position": str(kind.position),
            **{f"label.{language}": name for language, name in kind.labels.items()},
        }
        for entity in ENTITIES
        for kind in activity_types(entity.code)
    ]
