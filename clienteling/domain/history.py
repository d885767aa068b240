"""What happened with customers, as properties to filter and sort by: contacts, purchases, what was bought.

They are not asked each time, so a book reads them when somebody first wants them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from clienteling.domain.activity import ActivityType
from clienteling.domain.attribute import Attribute, AttributeType, DisplayControl, FilterSettings
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.filters import SCORE, Query

_PREFIX = "history:"
_LAST = "Last "
CONTACT = f"{_PREFIX}contact"  # with ":<activity type's id>" behind it: contacts of this type
SPEND = f"{_PREFIX}spend"
PURCHASES = f"{_PREFIX}purchases"
LAST_PURCHASE = f"{_PREFIX}last_purchase"
CATEGORY = f"{_PREFIX}category"
SUBCATEGORY = f"{_PREFIX}subcategory"
PRODUCT = f"{_PREFIX}product"
MAILS = f"{_PREFIX}engagement_mails"
MEETINGS = f"{_PREFIX}engagement_meetings"
LAST_MAIL = f"{_PREFIX}engagement_last_mail"
LAST_MEETING = f"{_PREFIX}engagement_last_meeting"
HEALTH = f"{_PREFIX}relationship_health"
BOUGHT = (CATEGORY, SUBCATEGORY, PRODUCT)


@dataclass(frozen=True, slots=True)
class Product:
    """What a product is called and what it belongs to."""

    category: str
    subcategory: str
    name: str


@dataclass(frozen=True, slots=True)
class History:
    """What happened with some customers. Moments are in seconds since 1970.

    `contacts` are (customer, activity type, the last one, the next one that is planned), `purchases` (customer, count,
    sum in ten-thousandths, the last one), `bought` (customer, product), `engagement` (customer, mails,
    meetings, the last of each as days) of the year, `health` (customer, score) of the relationships that have one.
    """

    contacts: Sequence[Any]
    purchases: Sequence[Any]
    bought: Sequence[Any]
    products: Mapping[int, Product]
    engagement: Sequence[Any] = ()
    health: Sequence[Any] = ()


def contact_key(type_id: int) -> str:
    """The key of the last contact of a type."""
    return f"{CONTACT}:{type_id}"


def is_contact(key: str) -> bool:
    return key == CONTACT or key.startswith(f"{CONTACT}:")


def is_history(key: str) -> bool:
    return key.startswith(_PREFIX)


def is_more(key: str) -> bool:
    """Whether a property is filtered by only if somebody wants that: what happened, and the score."""
    return key == SCORE or is_history(key)


def asks_history(query: Query) -> bool:
    """Whether a query cannot be answered without what happened."""
    return is_history(query.sort) or any(is_history(criterion.key) for criterion in query.criteria)


def history_properties(types: Iterable[ActivityType], currency: str) -> tuple[PropertyDefinition, ...]:
    """The score and what happened, in the order in which they are offered."""
    kinds, controls = AttributeType, DisplayControl
    return (
        _property(CONTACT, "Last contact", kinds.DATE_TIME, controls.WINDOW),
        *(_contact(kind) for kind in types),
        _property(SPEND, "Total spend", kinds.CURRENCY, controls.SLIDER_WITH_BARS, currency),
        _property(PURCHASES, "Purchases", kinds.INTEGER, controls.SLIDER_WITH_BARS),
        _property(LAST_PURCHASE, "Last purchase", kinds.DATE_TIME, controls.WINDOW),
        _property(CATEGORY, "Bought", kinds.TEXT, controls.LIST),
        _property(SUBCATEGORY, "Bought kind", kinds.TEXT, controls.LIST),
        _property(PRODUCT, "Bought product", kinds.TEXT, controls.LIST),
        _property(MAILS, "Engagement e-mails", kinds.INTEGER, controls.SLIDER_WITH_BARS),
        _property(MEETINGS, "Engagement meetings", kinds.INTEGER, controls.SLIDER_WITH_BARS),
        _property(LAST_MAIL, "Engagement last e-mail", kinds.DATE_TIME, controls.WINDOW),
        _property(LAST_MEETING, "Engagement last meeting", kinds.DATE_TIME, controls.WINDOW),
        _property(HEALTH, "Relationship health", kinds.INTEGER, controls.SLIDER_WITH_BARS),
        _property(SCORE, "Engagement score", kinds.INTEGER, controls.SLIDER_WITH_BARS),
    )


def _contact(kind: ActivityType) -> PropertyDefinition:
    """The last contact of a type. Its labels, too, have "Last" before them: `contact_words` takes it away."""
    found = _property(
        contact_key(kind.id), f"{_LAST}{_in_words(kind.name)}", AttributeType.DATE_TIME, DisplayControl.WINDOW
    )
    labels = {tag: f"{_LAST}{_in_words(label)}" for tag, label in kind.labels.items()}
    return replace(found, attribute=replace(found.attribute, labels=labels))


def contact_words(name: str) -> str:
    """The type of contact in the name of its property: "store visit" of "Last store visit"."""
    return name.removeprefix(_LAST)


def _in_words(name: str) -> str:
    """A name as it stands within a sentence: "Store visit" is "store visit", "VIP event" stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() or name[1:2] == "-" else name


def _property(key: str, name: str, kind: AttributeType, control: DisplayControl, unit: str = "") -> PropertyDefinition:
    multi_value = key in BOUGHT
    attribute = Attribute(0, name, kind, unit=unit, multi_value=multi_value, filter=FilterSettings(control))
    return PropertyDefinition(key, attribute, False)
