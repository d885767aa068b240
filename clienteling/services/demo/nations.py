"""Which people come to which store."""

from dataclasses import dataclass
from itertools import accumulate
from random import Random

from clienteling.services.demo.dice import weighted
from clienteling.services.demo.nation import Nation
from clienteling.services.demo.nations_east import (
    CZECHIA,
    HUNGARY,
    INDONESIA,
    POLAND,
    ROMANIA,
    TURKIYE,
    VIETNAM,
)
from clienteling.services.demo.nations_north import (
    DENMARK,
    ESTONIA,
    FINLAND,
    LATVIA,
    LITHUANIA,
    NORWAY,
    SWEDEN,
)
from clienteling.services.demo.nations_west import BRITAIN, FRANCE, GERMANY, ITALY, NETHERLANDS, SPAIN
from clienteling.services.demo.retailer import AARHUS, COPENHAGEN, RIGA, SHOPS, TALLINN, VILNIUS

NATIONS = {
    nation.country: nation
    for nation in (
        LATVIA,
        ESTONIA,
        LITHUANIA,
        FINLAND,
        DENMARK,
        SWEDEN,
        NORWAY,
        GERMANY,
        FRANCE,
        ITALY,
        NETHERLANDS,
        SPAIN,
        BRITAIN,
        POLAND,
        CZECHIA,
        HUNGARY,
        ROMANIA,
        TURKIYE,
        INDONESIA,
        VIETNAM,
    )
}

# Everybody travels; neighbours more than others.
_TRAVELLERS = {
    "DE": 5.0,
    "FR": 3.0,
    "IT": 3.0,
    "GB": 3.0,
    "NL": 2.0,
    "ES": 2.0,
    "PL": 3.0,
    "RO": 2.5,
    "TR": 2.0,
    "ID": 2.0,
    "VN": 1.5,
    "CZ": 1.5,
    "HU": 1.5,
}
_NEIGHBOURS = {
    RIGA: {"LV": 52.0, "LT": 5.0, "EE": 4.0, "FI": 3.0, "SE": 3.0, "DK": 4.0, "NO": 2.0},
    TALLINN: {"EE": 50.0, "FI": 16.0, "LV": 4.0, "SE": 4.0, "LT": 1.0},
    VILNIUS: {"LT": 56.0, "LV": 5.0, "PL": 8.0, "NO": 2.0},
    COPENHAGEN: {"DK": 54.0, "SE": 10.0, "NO": 5.0, "FI": 1.0},
    AARHUS: {"DK": 66.0, "NO": 4.0, "SE": 2.0},
}


@dataclass(frozen=True, slots=True)
class Crowd:
    """The nations that come to a store, with cumulated weights."""

    nations: tuple[Nation, ...]
    weights: tuple[float, ...]
    local: Nation

    def one(self, throw: Random) -> Nation:
        return weighted(throw, self.nations, self.weights)


def crowds() -> dict[str, Crowd]:
    """Who comes to each store, by its code."""
    return {shop.code: _crowd(shop.code, shop.country) for shop in SHOPS}


def _crowd(store: str, country: str) -> Crowd:
    shares = _NEIGHBOURS[store]
    weights = shares | {other: weight for other, weight in _TRAVELLERS.items() if other not in shares}
    nations = tuple(NATIONS[other] for other in weights)
    return Crowd(nations, tuple(accumulate(weights.values())), NATIONS[country])
