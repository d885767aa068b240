"""The customers whom the pictures of the program show. Everybody else is thrown."""

from dataclasses import dataclass, replace
from typing import Any

from clienteling.services.demo.cast_stories import (
    BASKETS,
    CAMILLE,
    GIULIA,
    STORIES,
    Basket,
    Story,
)
from clienteling.services.demo.definitions import AUREL_ATELIER, CASA_VERANI, NORDLYS
from clienteling.services.demo.retailer import ANDREI, JENS, MAIJA, SOFIE

WOMAN, MAN = "woman", "man"


@dataclass(frozen=True, slots=True)
class Member:
    """A customer of the cast. Days count from today; None, like an empty text, is unknown.

    `action_age` is how many days ago the next best action was computed; `refuses` are channels of contact.
    `further_stories` is how many activities are thrown besides `stories`; None: as for everybody.
    """

    account: str
    first_name: str
    last_name: str
    country: str
    gender: str
    phone: str
    email: str
    birthday_in: int | None
    score: int | None
    churn: str
    action: str
    brands: tuple[str, ...]
    invited: bool | None
    holder: str
    stories: tuple[Story, ...] = ()
    baskets: tuple[Basket, ...] = ()
    action_age: int = 0
    phone_2: str = ""
    phone_2_label: str = ""
    email_2: str = ""
    anniversary_in: int | None = None
    clothing: str = ""
    shoes: str = ""
    since_years: float = 6.0
    book_years: float = 2.0
    refuses: tuple[str, ...] = ()
    further_stories: int | None = None


# What only few have
_MORE: dict[str, dict[str, Any]] = {
    CAMILLE: {"action_age": 3, "refuses": ("phone",)},
    GIULIA: {
        "clothing": "38",
        "shoes": "38",
        "since_years": 12.0,
        "book_years": 3.7,
        "refuses": ("post",),
        "further_stories": 28,
    },
    "MA-003620": {"email_2": "anna2012@example.net"},
    "MA-002730": {"anniversary_in": 2},
    "MA-000512": {"phone_2": "+371 20 127 781", "phone_2_label": "Until 2023"},
}
_BRANDS = {"A": AUREL_ATELIER, "N": NORDLYS, "V": CASA_VERANI}
_INVITED = {"yes": True, "no": False, "": None}

# account | first name | last name | country | gender | phone | e-mail | birthday in | score | churn risk |
# next best action | brands | invited to previews
_MAIJAS = """
MA-000318 | Anna | Bērziņa | LV | woman | +371 20 123 456 | anna.berzina@example.org |
    0 | 78 | Low | Call | AN | yes
MA-000742 | Søren | Ågård | DK | man | +45 20 12 34 56 | s.aagaard@example.net |
    1 | 41 | High | Invite to preview | AV | yes
MA-001127 | Ștefania | Țurcanu | RO | woman | +40 721 234 567 | stefania.turcanu@example.org |
    3 | 64 | Medium | Send lookbook | AN | yes
MA-001290 | Dewi | Kusumaningrum | ID | woman | +62 812 3456 7890 | dewi.k@example.com |
    5 | 86 | Low | Offer a fitting | ANV | yes
MA-000655 | Jānis | Ķēniņš | LV | man | +371 29 876 543 | janis.kenins@example.org |
    6 | 71 | Low | Thank-you note | A | no
MA-002265 | Camille | Lefèvre-Dubois | FR | woman | +33 6 12 34 56 78 | camille.lefevre@example.net |
    9 | 58 | Medium | Call | AN | yes
MA-004211 | Giulia | D’Amico | IT | woman | +39 333 123 4567 | giulia.damico@example.com |
    11 | 37 | High | Invite to preview | AN | yes
MA-002871 | Noor | van der Heijden | NL | woman | +31 6 1234 5678 | noor@example.org |
    14 |  | Low |  | A | yes
MA-001934 | Aleksandra | Wiśniewska | PL | woman | +48 601 234 567 | a.wisniewska@example.org |
    16 | 62 | Medium | Call | AV | no
MA-000877 | Aino | Mäkelä | FI | woman | +358 40 123 4567 | aino.makela@example.org |
    17 | 69 | Low | Call | AN | yes
MA-000104 | Ralfs | Šķēle | LV | man | +371 22 334 455 | ralfs.skele@example.org |
    18 | 57 | Low | Send lookbook | A | no
MA-001561 | Chiara | Bianchi-Moretti | IT | woman | +39 347 765 4321 | chiara.bm@example.com |
    19 | 33 | High | Invite to preview | AV | yes
MA-003016 | Đặng | Thu Hà | VN | woman | +84 91 234 56 78 | thuha.dang@example.org |
    20 | 81 | Low | Offer a fitting | AN | yes
MA-001448 | Ana-Maria | Brândușescu | RO | woman | +40 744 111 222 | am.brandusescu@example.net |
    21 | 49 | Medium | Call | A | no
MA-000583 | Freja | Bjørnholm Sørensen | DK | woman | +45 31 23 45 67 | freja.bs@example.net |
    22 | 47 | Medium | Call | AN | yes
MA-000221 | Elīza | Žagariņa | LV | woman | +371 26 543 210 | eliza.z@example.org |
    23 | 72 | Low | Thank-you note | AV | yes
MA-002549 | Hana | Nováková | CZ | woman | +420 602 123 456 | hana.novakova@example.org |
    24 | 66 | Low | Send lookbook | AN | no
MA-003307 | I Gusti Ayu | Pradnyani | ID | woman | +62 813 9876 5432 | ayu@example.com |
    25 | 55 | Medium | Call | A | yes
MA-002088 | Óscar | Ibáñez | ES | man | +34 612 345 678 | oscar.ibanez@example.org |
    26 | 63 | Low | Send lookbook | A | no
MA-001775 | Zsófia | Kőszegi | HU | woman | +36 30 123 4567 | zsofia.koszegi@example.net |
    27 | 44 | Medium | Invite to preview | AN | yes
MA-000046 | Ilze | Ozoliņa | LV | woman | +371 28 765 432 | ilze.ozolina@example.org |
    28 | 60 | Low | Call | A | no
MA-003620 | Marianna | Costa | IT | woman | +39 340 765 4321 | marianna.costa@example.com |
    29 | 52 | Medium | Send lookbook | AV | yes
MA-000409 | Elīna | Kalniņa | LV | woman | +371 26 111 222 | elina.kalnina@example.org |
    30 | 46 | Medium | Call | AN | no
MA-002730 | Marie & Paul | Lefèvre | FR |  | +33 6 87 65 43 21 | lefevre.mp@example.net |
     | 68 | Low | Thank-you note | A | yes
"""
_JENSS = """
MA-000512 | Anna | Liepiņa | LV | woman | +371 29 440 112 | anna.liepina@example.org |
    121 | 59 | Low | Send lookbook | A | yes
MA-002198 | Élodie | Ñúñez Prat | ES | woman | +34 611 223 344 | elodie.nunez@example.org |
    2 | 74 | Low | Thank-you note | A | yes
"""
_SOFIES = """
MA-001352 | Bogdan | Mureșan | RO | man | +40 722 345 678 | bogdan.muresan@example.net |
    9 | 52 | Medium | Send lookbook | A | yes
MA-001686 | Ana | Pérez Núñez | ES | woman | +34 620 123 987 | ana.pn@example.com |
    204 | 61 | Low | Call | A | yes
"""
_ANDREIS = """
MA-000233 | Ģirts | Žagariņš | LV | man | +371 26 543 211 | girts.z@example.org |
    153 | 29 | High | Call | A | yes
"""
_NOBODYS = """
MA-002012 | Johanna | Weber | DE | woman | +49 151 23456789 | johanna.weber@example.org |
    266 |  |  |  | A |
"""


def _members(table: str, holder: str) -> list[Member]:
    lines = table.strip().replace("|\n", "|").splitlines()
    return [_member([part.strip() for part in line.split("|")], holder) for line in lines]


def _member(parts: list[str], holder: str) -> Member:
    account, first, last, country, gender, phone, email, birthday, score, churn, action, brands, invited = parts
    return Member(
        account=account,
        first_name=first,
        last_name=last,
        country=country,
        gender=gender,
        phone=phone,
        email=email,
        birthday_in=int(birthday) if birthday else None,
        score=int(score) if score else None,
        churn=churn,
        action=action,
        brands=tuple(_BRANDS[brand] for brand in brands),
        invited=_INVITED[invited],
        holder=holder,
        stories=STORIES.get(account, ()),
        baskets=BASKETS.get(account, ()),
    )


CAST = tuple(
    replace(member, **_MORE.get(member.account, {}))
    for table, holder in (
        (_MAIJAS, MAIJA),
        (_JENSS, JENS),
        (_SOFIES, SOFIE),
        (_ANDREIS, ANDREI),
        (_NOBODYS, ""),
    )
    for member in _members(table, holder)
)
