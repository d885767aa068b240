"""Books with every kind of property, people with any values, and questions about them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from zoneinfo import ZoneInfo

from clienteling.domain.activity import ActivityType
from clienteling.domain.attribute import (
    Attribute,
    AttributeType,
    DisplayControl,
    FilterSettings,
    Option,
    Value,
)
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.dates import YearlyDate
from clienteling.domain.filters import (
    FIELDS,
    HOLDER,
    SCORE,
    Between,
    Contains,
    Criterion,
    NextDays,
    OneOf,
    Query,
    Ranges,
    Since,
    YearlyBetween,
    day_value,
)
from clienteling.domain.history import (
    BOUGHT,
    CONTACT,
    LAST_PURCHASE,
    PURCHASES,
    SPEND,
    Product,
    contact_key,
    history_properties,
    is_history,
)
from clienteling.services.open_book import OpenBook
from tests.support.book_model import Buying, Member, Shelf, history_of, rows_of

TODAY = date(2027, 2, 27)
ZONE = ZoneInfo("America/New_York")
NOW = datetime(2027, 2, 27, 14, 30, tzinfo=ZONE)
TYPES = (ActivityType(1, "visit", "Store visit", "store"), ActivityType(2, "email", "E-mail", "mail"))
PRODUCTS = {
    1: Product("Bags", "Totes", "Grand tote"),
    2: Product("Bags", "Handbags", "Saddle bag"),
    3: Product("Shoes", "Pumps", "Suede pumps"),
    4: Product("", "", "Gift card"),
}
NAMES = {1: "Ērika Ozola", 2: "anna Bērziņa", 3: "Zane"}


def attribute(
    number: int, kind: AttributeType, control: DisplayControl | None, *thresholds: int, measure: bool = False
) -> PropertyDefinition:
    chosen = FilterSettings(control, thresholds=tuple(Decimal(t) for t in thresholds)) if control else None
    definition = Attribute(
        number,
        f"Property {number}",
        kind,
        multi_value=number == 2,
        options=(Option("low"), Option("medium"), Option("high")) if number == 1 else (),
        reference=f"Date {number}" if kind is AttributeType.REFERENCE else "",
        filter=chosen,
    )
    return PropertyDefinition(f"{'measure' if measure else 'attribute'}:{number}", definition, measure)


T, C = AttributeType, DisplayControl
DEFINITIONS = (
    attribute(1, T.TEXT, C.LIST),
    attribute(2, T.TEXT, C.LIST),
    attribute(3, T.TEXT, C.TEXT_BOX),
    attribute(4, T.CURRENCY, C.SLIDER_WITH_BARS),
    attribute(5, T.DECIMAL, C.RANGE, 10, 20),
    attribute(6, T.INTEGER, C.LIST),
    attribute(7, T.BOOLEAN, C.LIST),
    attribute(8, T.DATE_TIME, C.WINDOW),
    attribute(9, T.REFERENCE, C.WINDOW),
    attribute(10, T.REFERENCE, C.WINDOW),
    attribute(11, T.TEXT, None),
    attribute(12, T.INTEGER, C.RANGE),
    attribute(13, T.INTEGER, C.TEXT_BOX),
    attribute(1, T.DECIMAL, None, measure=True),
    attribute(2, T.TEXT, None, measure=True),
    attribute(3, T.DATE_TIME, None, measure=True),
)
MORE = history_properties(TYPES, "EUR")
SHELF = Shelf(DEFINITIONS, NAMES, TODAY, NOW, ZONE, PRODUCTS)
LISTED = {"attribute:1", "attribute:2", "attribute:6", "attribute:7", "measure:2", HOLDER, *BOUGHT}
DATES = {"attribute:8", "measure:3", CONTACT, contact_key(1), contact_key(2), LAST_PURCHASE}
NUMBERS = {
    "attribute:4",
    "attribute:5",
    "attribute:12",
    "attribute:13",
    "measure:1",
    SPEND,
    PURCHASES,
    SCORE,
    *DATES,
}
YEARLY = {"attribute:9", "attribute:10"}
TEXTS = {"attribute:3", *FIELDS}


def value(definition: PropertyDefinition, random: Random) -> Value:
    match definition.attribute.type:
        case AttributeType.TEXT if definition.attribute.multi_value:
            return tuple(random.sample(["red", "blue", "Green"], random.randrange(1, 4)))
        case AttributeType.TEXT:
            return random.choice(["low", "medium", "high", "Ēriks"])
        case AttributeType.BOOLEAN:
            return random.random() < 0.5
        case AttributeType.INTEGER:
            return random.randrange(-3, 25)
        case AttributeType.DATE_TIME:
            return TODAY - timedelta(days=random.randrange(-20, 400))
        case AttributeType.REFERENCE:
            return YearlyDate.of(date(2028, 1, 1) + timedelta(days=random.randrange(366)))
        case _:
            return Decimal(random.randrange(-100, 3000)) / 100


def member(key: int, random: Random) -> Member:
    """Anybody: with half of all values."""
    number = f"{random.randrange(1000):03}"
    return Member(
        id=key,
        name=random.choice(["Anna", "anna", "Ērika", "Zoë", "O'Brien Jr"]) + random.choice(["", " B", " Ž"]),
        holder=random.choice(list(NAMES)),
        phones=((f"(29) 12-{number}", random.choice([None, f"+3712912{number}"])),) if random.random() < 0.6 else (),
        emails=(f"Person.{number}@Example.com",) if random.random() < 0.6 else (),
        cards=(f"LC {number}",) if random.random() < 0.4 else (),
        score=random.choice([None, 0, 50, 100]),
        values={d.key: value(d, random) for d in DEFINITIONS if random.random() < 0.5},
        contacts=tuple((random.choice((1, 2)), moment(random)) for _ in range(random.randrange(4))),
        purchases=tuple(buying(random) for _ in range(random.randrange(3))),
    )


def moment(random: Random) -> datetime:
    """Around midnight in one of the zones more often than not, and now and then in the future."""
    day = datetime(2027, 3, 4, tzinfo=UTC) - timedelta(days=random.randrange(150))
    return day + timedelta(hours=random.randrange(-7, 8), minutes=random.choice((-1, 0, 1)))


def buying(random: Random) -> Buying:
    products = tuple(random.choice(list(PRODUCTS)) for _ in range(random.randrange(1, 4)))
    return Buying(moment(random), Decimal(random.randrange(-500, 300_000)) / 100, products)


def criterion(key: str, random: Random) -> Criterion:
    if key in LISTED:
        known = {
            "attribute:1": ["low", "medium", "high", "Ēriks"],
            "attribute:2": ["red", "blue", "Green", "nobody's"],
            "attribute:6": [str(number) for number in range(-3, 25)],
            "attribute:7": ["true", "false"],
            "measure:2": ["low", "medium", "high"],
            HOLDER: [str(key) for key in NAMES],
            **{bought: ["Bags", "Shoes", "Totes", "Pumps", "Saddle bag", "Gift card"] for bought in BOUGHT},
        }[key]
        return OneOf(key, frozenset(random.sample(known, random.randrange(1, len(known)))))
    if key in YEARLY:
        if random.random() < 0.5:
            return NextDays(key, random.choice([0, 1, 7, 30, 90, 365]))
        return YearlyBetween(key, (random.randrange(1, 13), 15), (random.randrange(1, 13), 14))
    if key in TEXTS:
        return Contains(key, random.choice(["", "an", "ERIKA", "z b", "12-3", "lc", "example.com", "low"]))
    low, high = sorted((random.randrange(-5, 30), random.randrange(-5, 30)))
    if key in DATES:
        if random.random() < 0.7:
            days = random.choice([0, 1, 30, 60, 90, 400])
            return NextDays(key, days) if random.random() < 0.2 else Since(key, days, random.random() < 0.6)
        return Between(key, day_value(TODAY - timedelta(days=high * 10)), day_value(TODAY - timedelta(days=low * 10)))
    ends = [(Decimal(low), Decimal(high)), (None, Decimal(high)), (Decimal(low), None)]
    if random.random() < 0.3:
        return Ranges(key, (Between(key, None, Decimal(low), below=True), Between(key, Decimal(high), None)))
    return Between(key, *random.choice(ends), below=random.random() < 0.5)


def queries(random: Random, book: OpenBook) -> list[Query]:
    """One in every order that the book knows, with up to four criteria."""
    keys = sorted(key for key in LISTED | NUMBERS | YEARLY | TEXTS if book.has_history or not is_history(key))
    return [
        Query(
            tuple(criterion(key, random) for key in random.sample(keys, random.randrange(5))),
            sort,
            random.random() < 0.5,
        )
        for sort in book.sorts()
        if book.has_history or not is_history(sort)
    ]


def empty(today: date = TODAY) -> OpenBook:
    return OpenBook(book_ids=(1,), definitions=DEFINITIONS, names=NAMES, today=today, more=MORE, zone=ZONE)


def opened(members: Sequence[Member], *, more: bool = False) -> OpenBook:
    """An open book; with `more` what happened with its customers was read, too."""
    book = empty()
    book.load(rows_of(members, DEFINITIONS))
    if more:
        book.load_history(history_of(members, SHELF))
    return book


def update(book: OpenBook, members: Sequence[Member], changed: Sequence[int]) -> None:
    """Take in what these customers are now."""
    book.update(rows_of(members, DEFINITIONS), changed, history_of(members, SHELF) if book.has_history else None)
