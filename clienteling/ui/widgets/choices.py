"""Languages, countries, currencies and time zones to choose from."""

from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, QLocale

from clienteling.domain.addresses import countries
from clienteling.domain.text import fold
from clienteling.ui.widgets.select import Choice

_LANGUAGES = (
    "en", "lv", "da", "id", "ro", "ar", "bg", "cs", "de", "el", "es", "et", "fi", "fr", "ga", "he", "hi", "hr", "hu",
    "is", "it", "ja", "ko", "lt", "ms", "mt", "nb", "nl", "pl", "pt", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk",
    "vi", "zh",
)  # fmt: skip


def language_choices(also: str = "") -> tuple[Choice, ...]:
    """Languages by their own names, with one that is stored already."""
    blank = Choice("", QCoreApplication.translate("CustomerForm", "Not known"))
    known = _named_languages()
    if also and also not in {choice.key for choice in known}:
        known = (Choice(also, _language_name(also)), *known)
    return (blank, *known)


@cache
def _named_languages() -> tuple[Choice, ...]:
    named = [Choice(code, _language_name(code)) for code in _LANGUAGES]
    return tuple(sorted(named, key=lambda choice: fold(choice.label)))


def _language_name(code: str) -> str:
    if code == "en":
        return "English"
    locale = QLocale(code)
    name = locale.nativeLanguageName() if locale.language() is not QLocale.Language.C else ""
    return name[:1].upper() + name[1:] if name else code


def country_choices(first: str, also: str = "") -> tuple[Choice, ...]:
    """Countries by name, the first one before all, with one that is stored already."""
    named = _named_countries()
    known = {choice.key for choice in named}
    head = [choice for choice in named if choice.key == first]
    odd = [Choice(also, also)] if also and also not in known else []
    blank = [] if first in known else [Choice("", QCoreApplication.translate("CustomerForm", "Not known"))]
    return (*blank, *head, *odd, *(choice for choice in named if choice.key != first))


@cache
def _named_countries() -> tuple[Choice, ...]:
    named = []
    for code in countries():
        territory = QLocale.codeToTerritory(code)
        name = QLocale.territoryToString(territory) if territory is not QLocale.Country.AnyCountry else code
        named.append(Choice(code, name))
    return tuple(sorted(named, key=lambda choice: fold(choice.label)))


@cache
def currency_choices() -> tuple[Choice, ...]:
    """Currencies of today by their codes, with their names."""
    named: dict[str, str] = {}
    for code in countries():
        locale = QLocale(QLocale.Language.English, QLocale.codeToTerritory(code))
        symbol = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        if len(symbol) == len("EUR"):
            named[symbol] = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyDisplayName)
    return tuple(Choice(code, f"{code} · {named[code]}") for code in sorted(named))


@cache
def time_zone_choices() -> tuple[Choice, ...]:
    """Time zones by their IANA names."""
    return tuple(Choice(zone, zone.replace("_", " ")) for zone in sorted(available_timezones()) if "/" in zone)
