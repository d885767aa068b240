"""Important dates of a customer, and the values of their attributes apart from what they spend."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from clienteling.services.demo import definitions as defined
from clienteling.services.demo.assortment import MEN
from clienteling.services.demo.clientele import Person
from clienteling.services.demo.dice import dice, happens, weighted
from clienteling.services.demo.nation import listed
from clienteling.services.demo.retailer import Row

_BRAND_WEIGHTS = (30, 52, 68, 78, 87, 94, 100)
_COLOURS = tuple(defined.COLOURS)
_WOMEN_CLOTHES, _WOMEN_CLOTHES_WEIGHTS = ("34", "36", "38", "40", "42", "44"), (8, 28, 57, 80, 93, 100)
_MEN_CLOTHES, _MEN_CLOTHES_WEIGHTS = ("46", "48", "50", "52", "54", "56"), (9, 30, 57, 80, 93, 100)
_WOMEN_SHOES = ("36", "36.5", "37", "37.5", "38", "38.5", "39", "40", "41")
_WOMEN_SHOES_WEIGHTS = (6, 12, 28, 36, 58, 66, 84, 95, 100)
_MEN_SHOES = ("40", "41", "41.5", "42", "42.5", "43", "44", "45")
_MEN_SHOES_WEIGHTS = (6, 18, 26, 46, 56, 76, 92, 100)
_HOUSEHOLDS, _HOUSEHOLD_WEIGHTS = ("1", "2", "3", "4", "5", "6", "7"), (24, 58, 76, 91, 97, 99, 100)
_ENGRAVINGS = ("A & J", "15 June 2019", "forever", "M. + P.", "amor vincit omnia", "to the sea", "Līga")
_OCCUPATIONS = listed(
    """Architect, Lawyer, Notary, Surgeon, Dentist, Gallery owner, Art dealer, Actor, Conductor, Violinist,
    Journalist, Publisher, Professor, Teacher, Diplomat, Civil servant, Banker, Investor, Accountant, Consultant,
    Software developer, Founder, Managing director, Hotel manager, Restaurant owner, Chef, Wine merchant, Winemaker,
    Interior designer, Fashion designer, Photographer, Film director, Writer, Translator, Pilot, Ship owner, Captain,
    Engineer, Pharmacist, Veterinarian, Physician, Psychologist, Estate agent, Landscape gardener, Jeweller, Collector,
    Athlete, Dancer, Student, Retired, Farmer, Judge, Marketing director, Human resources, Nurse, Researcher"""
)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of clothes and shoes; empty where nobody has asked."""

    clothing: str
    shoes: str


def sizes_of(seed: int, person: Person) -> Sizes:
    throw = dice(seed, "sizes", person.number)
    if person.organization:
        return Sizes("", "")
    if person.member and person.member.clothing:
        return Sizes(person.member.clothing, person.member.shoes)
    if person.audience == MEN:
        clothing = weighted(throw, _MEN_CLOTHES, _MEN_CLOTHES_WEIGHTS)
        shoes = weighted(throw, _MEN_SHOES, _MEN_SHOES_WEIGHTS)
    else:
        clothing = weighted(throw, _WOMEN_CLOTHES, _WOMEN_CLOTHES_WEIGHTS)
        shoes = weighted(throw, _WOMEN_SHOES, _WOMEN_SHOES_WEIGHTS)
    return Sizes(clothing if happens(throw, 0.75) else "", shoes if happens(throw, 0.78) else "")


def date_columns(seed: int, person: Person, today: date) -> Row:
    """Birthday and anniversary, some without a year."""
    throw = dice(seed, "dates", person.number)
    age = throw.randint(19, 88)
    married = today.year - throw.randint(1, 40)
    if person.member:
        return {
            f"date.{defined.BIRTHDAY}": _coming(person.member.birthday_in, today, today.year - 24 - age // 2),
            f"date.{defined.ANNIVERSARY}": _coming(person.member.anniversary_in, today, married),
        }
    birthday = "" if person.organization or happens(throw, 0.08) else _some_day(throw, today.year - age)
    anniversary = _some_day(throw, married) if happens(throw, 0.24) else ""
    return {f"date.{defined.BIRTHDAY}": birthday, f"date.{defined.ANNIVERSARY}": anniversary}


def _coming(days: int | None, today: date, year: int) -> str:
    return "" if days is None else _in_year(today + timedelta(days=days), year)


def _some_day(throw: Random, year: int) -> str:
    day = date(2000, 1, 1) + timedelta(days=int(366 * throw.random()))
    return f"--{day:%m-%d}" if happens(throw, 0.2) else _in_year(day, year)


def _in_year(day: date, year: int) -> str:
    """`day` in `year`, or without a year if there it does not exist."""
    exists = (day.month, day.day) != (2, 29) or calendar.isleap(year)
    return f"{year}-{day:%m-%d}" if exists else f"--{day:%m-%d}"


def attribute_columns(seed: int, person: Person, today: date) -> Row:
    """The attributes that the customer was asked about, or that somebody wrote down."""
    throw = dice(seed, "attributes", person.number)
    sizes = sizes_of(seed, person)
    fitted = happens(throw, 0.35 if person.holder else 0.05)
    fitting = str(today - timedelta(days=2 + int(500 * throw.random() ** 1.5))) if fitted else ""
    private = not person.organization
    values = {
        defined.PREFERRED_BRAND: _brands(throw, person),
        defined.INVITED: _invited(throw, person),
        defined.SHOE_SIZE: sizes.shoes,
        defined.LAST_FITTING: fitting,
        defined.RING_ENGRAVING: throw.choice(_ENGRAVINGS) if private and happens(throw, 0.03) else "",
        defined.FAVOURITE_COLOUR: throw.choice(_COLOURS) if private and happens(throw, 0.55) else "",
        defined.CLOTHING_SIZE: sizes.clothing,
        defined.OCCUPATION: throw.choice(_OCCUPATIONS) if private and happens(throw, 0.6) else "",
        defined.HOUSEHOLD_SIZE: (
            weighted(throw, _HOUSEHOLDS, _HOUSEHOLD_WEIGHTS) if private and happens(throw, 0.5) else ""
        ),
    }
    return {f"attribute.{name}": value for name, value in values.items()}


def _brands(throw: Random, person: Person) -> str:
    if person.member:
        return "|".join(person.member.brands)
    if happens(throw, 0.14):
        return ""
    count = 1 + happens(throw, 0.4) + happens(throw, 0.15)
    thrown = {weighted(throw, defined.BRANDS, _BRAND_WEIGHTS) for _ in range(count)}
    return "|".join(brand for brand in defined.BRANDS if brand in thrown)


def _invited(throw: Random, person: Person) -> str:
    if person.member:
        return {True: "yes", False: "no", None: ""}[person.member.invited]
    if happens(throw, 0.2):
        return ""
    return "yes" if happens(throw, 0.6 if person.holder else 0.2) else "no"
