"""How values read for the worker who is signed in: numbers, money, days, times, phones, properties.

Everything follows the worker's language; times are shown in the store's zone. What depends on the present takes
`now` or `today`, so that nothing here looks at a clock.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from clienteling.domain.attribute import Attribute, AttributeType, Value
from clienteling.domain.card import PropertyValue, is_old
from clienteling.domain.company import Register
from clienteling.domain.dates import LEAP_YEAR, YearlyDate, days_until, next_time
from clienteling.ui.widgets.level_sign import Level

DASH = "–"
NEAR_DAYS = 30

_SYMBOLS = dict(
    EUR="€", GBP="£", USD="$", JPY="¥", CNY="CN¥", INR="₹", KRW="₩", AUD="A$", CAD="CA$", CHF="CHF", CZK="Kč",
    DKK="kr.", HUF="Ft", IDR="Rp", NOK="kr", PLN="zł", RON="lei", SEK="kr",
)  # fmt: skip
_NO_CENTS = frozenset({"JPY", "KRW", "ISK", "VND", "CLP"})
_THOUSANDTHS = frozenset({"BHD", "KWD", "OMR", "TND", "JOD"})
_WEEKDAY = re.compile(r"^dddd[^\w']*('[^']*'\s*)?|[,\s(]*dddd.*$")
_YEAR_FIRST = re.compile(r"y+[年년]?[\s./]*('[^']*'[\s.]*)?(?=.*[dM])")
_YEAR_LAST = re.compile(r"[,\s/]*('[^']*'\s*)?y+.*$")


@dataclass(frozen=True, slots=True)
class PropertyText:
    """A property as a card shows it.

    From left to right: the sign of `level`, set for values that stand between good and bad; `near_text`, emphasised
    ("in 5 days"); `text`, the value; `muted_text`, standing back ("23 Nov"); a clock and `age_text`.
    """

    text: str
    near_text: str = ""
    muted_text: str = ""
    level: Level | None = None
    age_text: str = ""

    @property
    def spoken(self) -> str:
        """All of it in one line, for screen readers and tooltips."""
        return ", ".join(part for part in (self.near_text, self.text, self.muted_text, self.age_text) if part)


class Formats:
    """How values read in `language` (BCP 47).

    `currency` (ISO 4217) is meant where none is named; `time_zone` is the store's IANA zone; phones of `country`
    (ISO 3166, by default the language's own) are written the national way.
    """

    def __init__(self, language: str, currency: str, time_zone: str, country: str = "") -> None:
        self.language = language
        self.locale = QLocale(language)
        self._currency = currency
        self._zone = ZoneInfo(time_zone)
        self._country = country or QLocale.territoryToCode(self.locale.territory())
        long_day = re.sub(r"\bdd\b", "d", self.locale.dateFormat(QLocale.FormatType.LongFormat))
        self._with_weekday = _without_year(long_day)
        self._with_year = _WEEKDAY.sub("", long_day)
        self._without_year = _without_year(self._with_year)
        self._phones: dict[str, str] = {}

    # Numbers

    def number(self, value: int | float | Decimal) -> str:
        """`value` with all its decimals, at most as many as it has."""
        if isinstance(value, int):
            return self.locale.toString(value)
        exact = Decimal(str(value)).normalize()
        exponent = exact.as_tuple().exponent
        return self.locale.toString(float(exact), "f", max(0, -exponent if isinstance(exponent, int) else 0))

    @property
    def currency(self) -> str:
        """The ISO 4217 code that is meant where none is named."""
        return self._currency

    def money(self, amount: Decimal | int | float, currency: str = "", *, whole: bool = False) -> str:
        """An amount with the symbol of its currency. `whole` leaves the cents away, for limits and axes."""
        code = currency or self._currency
        symbol = _SYMBOLS.get(code, f"{code}\N{NO-BREAK SPACE}")
        if self.locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) == code:
            symbol = self.locale.currencySymbol()
        digits = 0 if whole or code in _NO_CENTS else 3 if code in _THOUSANDTHS else 2
        text = self.locale.toCurrencyString(abs(float(amount)), symbol, digits)
        return f"−{text}" if amount < 0 else text

    # Days and times

    def today(self, now: datetime) -> date:
        """The day it is in the store at `now`."""
        return now.astimezone(self._zone).date()

    def day(self, day: date, today: date) -> str:
        """18 Nov; 18 Nov 2025 in another year than today's."""
        pattern = self._without_year if day.year == today.year else self._with_year
        return self._day(day, _short_month(pattern))

    def full_day(self, day: date) -> str:
        """18 November 2026."""
        return self._day(day, self._with_year)

    def weekday(self, day: date) -> str:
        """Wednesday, 18 November."""
        return self._day(day, self._with_weekday)

    def short_weekday(self, day: date) -> str:
        """Wed 18 Nov."""
        name = self.locale.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        return f"{name} {self._day(day, _short_month(self._without_year))}"

    def yearly(self, day: YearlyDate) -> str:
        """12 March."""
        return self._day(date(LEAP_YEAR, day.month, day.day), self._without_year)

    def days_away(self, days: int) -> str:
        """today, tomorrow, in 5 days."""
        if days == 0:
            return QCoreApplication.translate("Formats", "today")
        if days == 1:
            return QCoreApplication.translate("Formats", "tomorrow")
        return QCoreApplication.translate("Formats", "in %n days", None, days)

    def time(self, moment: datetime) -> str:
        """17:20, in the store's zone."""
        local = moment.astimezone(self._zone)
        return self.locale.toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)

    def moment(self, moment: datetime, now: datetime) -> str:
        """Today, 17:20; Yesterday, 17:20; 6 Nov, 17:20; in an earlier year the day alone: 6 Nov 2025."""
        day, today = self.today(moment), self.today(now)
        if day.year != today.year and today - day > timedelta(days=1):
            return self.day(day, today)
        return QCoreApplication.translate("Formats", "{day}, {time}").format(
            day=self._named_day(day, today), time=self.time(moment)
        )

    def age(self, as_of: datetime, now: datetime) -> str:
        """3 days old; 2 hours old under a day; just now under an hour."""
        passed = now - as_of
        hours = int(passed.total_seconds() // 3600)
        if hours < 1:
            return QCoreApplication.translate("Formats", "just now")
        if hours == 1:
            return QCoreApplication.translate("Formats", "1 hour old")
        if passed < timedelta(days=1):
            return QCoreApplication.translate("Formats", "%n hours old", None, hours)
        if passed.days == 1:
            return QCoreApplication.translate("Formats", "1 day old")
        return QCoreApplication.translate("Formats", "%n days old", None, passed.days)

    def days_ago(self, day: date, today: date) -> str:
        """today, yesterday, 12 days ago."""
        days = (today - day).days
        if days <= 0:
            return QCoreApplication.translate("Formats", "today")
        if days == 1:
            return QCoreApplication.translate("Formats", "yesterday")
        return QCoreApplication.translate("Formats", "%n days ago", None, days)

    def _named_day(self, day: date, today: date) -> str:
        if day == today:
            return QCoreApplication.translate("Formats", "Today")
        if day == today - timedelta(days=1):
            return QCoreApplication.translate("Formats", "Yesterday")
        return self.day(day, today)

    def _day(self, day: date, pattern: str) -> str:
        return self.locale.toString(QDate(day.year, day.month, day.day), pattern)

    # Other values

    def yes_no(self, value: bool) -> str:
        if value:
            return QCoreApplication.translate("Formats", "Yes")
        return QCoreApplication.translate("Formats", "No")

    def joined(self, texts: Iterable[str]) -> str:
        """A, B, C: a list of values in one line."""
        return ", ".join(texts)

    def occasion(self, name: str, day: date, today: date) -> str:
        """Birthday today; Birthday tomorrow; Birthday · Sat 21 Nov."""
        if day == today:
            return QCoreApplication.translate("Formats", "{occasion} today").format(occasion=name)
        if day == today + timedelta(days=1):
            return QCoreApplication.translate("Formats", "{occasion} tomorrow").format(occasion=name)
        return f"{name} · {self.short_weekday(day)}"

    def phone(self, number: str) -> str:
        """An E.164 number as people write it here, nationally in the own country. Other text stays as it is."""
        if not number.startswith("+"):
            return number
        written = self._phones.get(number)
        if written is None:
            written = self._phones[number] = self._write_phone(number)
        return written

    def _write_phone(self, number: str) -> str:
        import phonenumbers  # not before the first paint

        try:
            parsed = phonenumbers.parse(number)
        except phonenumbers.NumberParseException:
            return number
        own = phonenumbers.region_code_for_country_code(parsed.country_code or 0) == self._country
        style = phonenumbers.PhoneNumberFormat.NATIONAL if own else phonenumbers.PhoneNumberFormat.INTERNATIONAL
        return phonenumbers.format_number(parsed, style)

    def value(self, attribute: Attribute, value: Value | None, now: datetime) -> str:
        """A value of an attribute in one line, with its unit; a dash for none."""
        match value:
            case None | ():
                return DASH
            case bool():
                return self.yes_no(value)
            case YearlyDate():
                return self.yearly(value)
            case date():
                return self.day(value, self.today(now))
            case int() | Decimal():
                return self._number_with_unit(attribute, value)
            case tuple():
                return self.joined(attribute.option_label(part, self.language) for part in value)
            case _:
                return attribute.option_label(value, self.language) or DASH

    def property_text(self, shown: PropertyValue, now: datetime) -> PropertyText:
        """What a card or a profile shows of a property."""
        attribute, value = shown.definition.attribute, shown.value
        if value is None:
            return PropertyText(DASH)
        age = self.age(shown.as_of, now) if shown.as_of is not None and is_old(shown.as_of, now) else ""
        if isinstance(value, YearlyDate):
            today = self.today(now)
            days = days_until(value, today)
            if days <= NEAR_DAYS:
                muted = self._day(next_time(value, today), _short_month(self._without_year))
                return PropertyText("", self.days_away(days), muted, age_text=age)
        return PropertyText(self.value(attribute, value, now), level=level_of(attribute, value), age_text=age)

    def _number_with_unit(self, attribute: Attribute, value: int | Decimal) -> str:
        if attribute.type is AttributeType.CURRENCY:
            return self.money(value, attribute.unit)
        text = self.number(value)
        return f"{text}\N{NO-BREAK SPACE}{attribute.unit}" if attribute.unit else text


def level_of(attribute: Attribute, value: Value) -> Level | None:
    """Where `value` stands among options that run from good to bad; None if they do not."""
    options = [option.value for option in attribute.options]
    if not attribute.levels or len(options) < 2 or value not in options:
        return None
    if value == options[0]:
        return Level.LOW
    return Level.HIGH if value == options[-1] else Level.MEDIUM


def _without_year(pattern: str) -> str:
    return _YEAR_LAST.sub("", _YEAR_FIRST.sub("", pattern))


def _short_month(pattern: str) -> str:
    return pattern.replace("MMMM", "MMM").replace(" 'de'", "")


def formats_at(register: Register, language: str) -> Formats:
    """How values read at a till in a worker's language."""
    entity = register.store.legal_entity
    if language == "en" and entity.country not in ("US", "CA"):
        language = "en-GB"
    return Formats(language, entity.currency, register.store.time_zone, entity.country)
