"""Filters in words: what a facet is called, what its choices are called, and what is set."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from clienteling.domain.attribute import Attribute, AttributeType
from clienteling.domain.dates import YearlyDate
from clienteling.domain.filters import (
    CARD,
    EMAIL,
    HOLDER,
    NAME,
    PHONE,
    SCORE,
    Between,
    Contains,
    Criterion,
    Facet,
    NextDays,
    OneOf,
    Ranges,
    Since,
    YearlyBetween,
)
from clienteling.domain.history import (
    CATEGORY,
    CONTACT,
    HEALTH,
    LAST_MAIL,
    LAST_MEETING,
    LAST_PURCHASE,
    MAILS,
    MEETINGS,
    PRODUCT,
    PURCHASES,
    SPEND,
    SUBCATEGORY,
    contact_words,
    is_contact,
)
from clienteling.ui.formats import Formats

_MOST_NAMED = 2
_YEAR = 365


def facet_label(facet: Facet) -> str:
    """The name of a filter in the worker's language."""
    translate = QCoreApplication.translate
    labels = {
        HOLDER: translate("BookFilter", "In the book of"),
        NAME: translate("BookFilter", "Name"),
        PHONE: translate("BookFilter", "Phone"),
        EMAIL: translate("BookFilter", "E-mail"),
        CARD: translate("BookFilter", "Card number"),
        SCORE: translate("BookFilter", "Engagement score"),
        CONTACT: translate("BookFilter", "Last contact"),
        MAILS: translate("BookFilter", "Engagement e-mails"),
        MEETINGS: translate("BookFilter", "Engagement meetings"),
        LAST_MAIL: translate("BookFilter", "Engagement last e-mail"),
        LAST_MEETING: translate("BookFilter", "Engagement last meeting"),
        HEALTH: translate("BookFilter", "Relationship health"),
        SPEND: translate("BookFilter", "Total spend"),
        PURCHASES: translate("BookFilter", "Purchases"),
        LAST_PURCHASE: translate("BookFilter", "Last purchase"),
        CATEGORY: translate("BookFilter", "Bought"),
        SUBCATEGORY: translate("BookFilter", "Kind of product bought"),
        PRODUCT: translate("BookFilter", "Product bought"),
    }
    if facet.key not in labels and is_contact(facet.key) and facet.attribute is not None:
        return translate("BookFilter", "Last {contact}").format(contact=contact_words(facet.label))
    return labels.get(facet.key, facet.label)


def days_label(days: int) -> str:
    """The name of a window: 30 days, 1 year."""
    if days == _YEAR:
        return QCoreApplication.translate("BookFilter", "1 year")
    return QCoreApplication.translate("BookFilter", "%n days", None, days)


def short_days(days: int) -> str:
    """The same where there is little room."""
    return QCoreApplication.translate("BookFilter", "%n d.", None, days)


def amount(number: Decimal | float | int, attribute: Attribute | None, formats: Formats) -> str:
    """A limit of a range, with the sign of its currency or its unit; cents only where there are any."""
    exact = Decimal(str(number))
    if attribute is not None and attribute.type is AttributeType.CURRENCY:
        return formats.money(exact, attribute.unit, whole=exact == exact.to_integral_value())
    text = formats.number(int(exact) if exact == exact.to_integral_value() else exact)
    return f"{text}\N{NO-BREAK SPACE}{attribute.unit}" if attribute is not None and attribute.unit else text


def range_words(asked: Between, attribute: Attribute | None, formats: Formats) -> str:
    """under €1,000; €1,000 to €5,000; from €5,000."""
    translate = QCoreApplication.translate
    low = "" if asked.low is None else amount(asked.low, attribute, formats)
    high = "" if asked.high is None else amount(asked.high, attribute, formats)
    if low and high:
        return translate("BookFilter", "{low} to {high}").format(low=low, high=high)
    if low:
        return translate("BookFilter", "from {low}").format(low=low)
    if asked.below:
        return translate("BookFilter", "under {high}").format(high=high)
    return translate("BookFilter", "up to {high}").format(high=high)


def days_words(first: date, last: date, formats: Formats, today: date) -> str:
    """20 Dec – 5 Jan 2027; one day alone."""
    if first == last:
        return formats.day(first, today)
    return f"{formats.day(first, today)} – {formats.day(last, today)}"


def criterion_words(facet: Facet, asked: Criterion, formats: Formats, today: date) -> str:
    """What is set, as it stands on a chip behind the facet's name."""
    translate = QCoreApplication.translate
    match asked:
        case OneOf():
            return _values_words(facet, asked, formats)
        case NextDays(days=days):
            return translate("BookFilter", "next %n days", None, days) if days else translate("BookFilter", "today")
        case Since():
            return _since_words(asked)
        case Ranges(parts=parts):
            return formats.joined(range_words(part, facet.attribute, formats) for part in parts)
        case YearlyBetween(first=first, last=last):
            return " – ".join(formats.yearly(YearlyDate(*day)) for day in dict.fromkeys((first, last)))
        case Contains(text=text):
            return f"“{text}”"
        case Between() if facet.attribute is not None and facet.attribute.type is AttributeType.DATE_TIME:
            return _day_words(asked, formats, today)
        case Between():
            return range_words(asked, facet.attribute, formats)


def _values_words(facet: Facet, asked: OneOf, formats: Formats) -> str:
    if facet.attribute is not None and facet.attribute.type is AttributeType.BOOLEAN:
        return formats.joined(formats.yes_no(value == "true") for value in sorted(asked.values, reverse=True))
    labels = {value.value: value.label for value in facet.values}
    chosen = [label for value, label in labels.items() if value in asked.values]
    chosen += sorted(asked.values - labels.keys())
    if len(chosen) <= _MOST_NAMED:
        return formats.joined(chosen)
    named = formats.joined(chosen[:_MOST_NAMED])
    return QCoreApplication.translate("BookFilter", "{values} +{count}").format(
        values=named, count=len(chosen) - _MOST_NAMED
    )


def _day_words(asked: Between, formats: Formats, today: date) -> str:
    first, last = (date.fromordinal(int(day)) if day is not None else today for day in (asked.low, asked.high))
    return days_words(first, last, formats, today)


def _since_words(asked: Since) -> str:
    if asked.more:
        return QCoreApplication.translate("BookFilter", "more than %n days ago", None, asked.days)
    if asked.days == _YEAR:
        return QCoreApplication.translate("BookFilter", "last year")
    return QCoreApplication.translate("BookFilter", "last %n days", None, asked.days)
