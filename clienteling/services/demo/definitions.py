"""The attributes and measures that Maison Aurel has defined, with their translations."""

from clienteling.services.demo.nation import listed
from clienteling.services.demo.retailer import Row

LANGUAGES = ("lv", "da", "id", "ro")

BIRTHDAY, ANNIVERSARY = "Birthday", "Anniversary"
PREFERRED_BRAND, LIFETIME_SPEND, INVITED = "Preferred brand", "Lifetime spend", "Invited to previews"
SHOE_SIZE, LAST_FITTING, RING_ENGRAVING = "Shoe size", "Last fitting", "Ring engraving"
FAVOURITE_COLOUR, CLOTHING_SIZE, OCCUPATION = "Favourite colour", "Clothing size", "Occupation"
HOUSEHOLD_SIZE = "Household size"
CHURN_RISK, NEXT_BEST_ACTION = "Churn risk", "Next best action"

AUREL_ATELIER, NORDLYS, CASA_VERANI = "Aurel Atelier", "Nordlys", "Casa Verani"
BRANDS = (AUREL_ATELIER, NORDLYS, CASA_VERANI, "Brume & Fils", "Kestrel Lane", "Ozolkalns", "Sette Lune")

# The languages in which the names of the options stand are those of LANGUAGES, in their order.
COLOURS = {
    "Black": "Melna, Sort, Hitam, Negru",
    "White": "Balta, Hvid, Putih, Alb",
    "Ivory": "Ziloņkaula, Elfenben, Gading, Fildeș",
    "Grey": "Pelēka, Grå, Abu-abu, Gri",
    "Navy": "Tumši zila, Marineblå, Biru tua, Bleumarin",
    "Blue": "Zila, Blå, Biru, Albastru",
    "Green": "Zaļa, Grøn, Hijau, Verde",
    "Red": "Sarkana, Rød, Merah, Roșu",
    "Bordeaux": "Bordo, Bordeaux, Merah anggur, Bordo",
    "Pink": "Rozā, Lyserød, Merah muda, Roz",
    "Camel": "Kamieļkrāsa, Camel, Cokelat unta, Cămilă",
    "Yellow": "Dzeltena, Gul, Kuning, Galben",
}
CLOTHING_SIZES = tuple(str(size) for size in range(34, 58, 2))
RISKS = {
    "Low": "Zems, Lav, Rendah, Scăzut",
    "Medium": "Vidējs, Middel, Sedang, Mediu",
    "High": "Augsts, Høj, Tinggi, Ridicat",
}
ACTIONS = {
    "Call": "Piezvanīt, Ring op, Telepon, Telefonează",
    "Invite to preview": "Aicināt uz pirmizrādi, Inviter til preview, Undang ke pratinjau, Invită la avanpremieră",
    "Send lookbook": "Nosūtīt katalogu, Send lookbook, Kirim lookbook, Trimite lookbookul",
    "Thank-you note": "Pateicības vēstule, Takkebrev, Kartu terima kasih, Scrisoare de mulțumire",
    "Offer a fitting": "Piedāvāt uzlaikošanu, Tilbyd en prøvning, Tawarkan fitting, Propune o probă",
}


# name | type | unit | filter control | thresholds | place in the client book group | place in the customer group |
# the name in LANGUAGES
_ATTRIBUTES = """
Birthday | reference | | window | | 1 | |
    Dzimšanas diena, Fødselsdag, Ulang tahun, Zi de naștere
Preferred brand | text | | list | | 2 | |
    Iecienītākais zīmols, Foretrukket mærke, Merek favorit, Marcă preferată
Lifetime spend | currency | | slider_with_bars | | 3 | |
    Pirkumi visā laikā, Samlet køb, Total belanja, Cumpărături totale
Invited to previews | boolean | | list | | 4 | |
    Aicināts uz pirmizrādēm, Inviteres til previews, Diundang ke pratinjau, Invitat la avanpremiere
Shoe size | decimal | EU | range | 37;38;39;40;42;44 | 5 | |
    Apavu izmērs, Skostørrelse, Ukuran sepatu, Mărime la pantofi
Last fitting | datetime | | window | | 6 | |
    Pēdējā uzlaikošana, Seneste prøvning, Fitting terakhir, Ultima probă
Ring engraving | text | | | | 7 | |
    Gravējums gredzenā, Ringgravering, Ukiran cincin, Gravură pe inel
Favourite colour | text | | list | | | 1 |
    Mīļākā krāsa, Yndlingsfarve, Warna favorit, Culoare preferată
Clothing size | text | EU | list | | | 2 |
    Apģērba izmērs, Tøjstørrelse, Ukuran pakaian, Mărime la haine
Occupation | text | | text_box | | | 3 |
    Nodarbošanās, Beskæftigelse, Pekerjaan, Ocupație
Household size | integer | | range | 2;3;5 | | 4 |
    Cilvēki mājsaimniecībā, Personer i husstanden, Anggota rumah tangga, Persoane în gospodărie
"""
_NONE = {
    "options": "",
    "multi_value": "",
    "reference": "",
    "lowest": "",
    "highest": "",
    "filter_multi_value": "",
}
_MORE = {
    BIRTHDAY: {"reference": BIRTHDAY},
    PREFERRED_BRAND: {"options": "|".join(BRANDS), "multi_value": "yes"},
    INVITED: {"filter_multi_value": "no"},
    SHOE_SIZE: {"lowest": "30", "highest": "52"},
    FAVOURITE_COLOUR: {"options": "|".join(COLOURS)},
    CLOTHING_SIZE: {"options": "|".join(CLOTHING_SIZES)},
    OCCUPATION: {"filter_multi_value": "no"},
    HOUSEHOLD_SIZE: {"lowest": "1", "highest": "20"},
}


def attribute_rows() -> list[Row]:
    """Attributes with their places in the client book attribute group and in the customer attribute group."""
    return [_attribute(line) for line in _ATTRIBUTES.strip().replace("|\n", "|").splitlines()]


def _attribute(line: str) -> Row:
    name, kind, unit, control, thresholds, book, customer, labels = (part.strip() for part in line.split("|"))
    return {
        "name": name,
        "type": kind,
        "unit": unit,
        "filter_control": control,
        "thresholds": thresholds,
        "client_book_order": book,
        "customer_order": customer,
        **_NONE,
        **_MORE.get(name, {}),
        **_labels(labels),
    }


def measure_rows() -> list[Row]:
    return [
        {
            "name": CHURN_RISK,
            "type": "text",
            "unit": "",
            "levels": "yes",
            "card_order": "1",
            **_labels("Aiziešanas risks, Risiko for frafald, Risiko kehilangan, Risc de pierdere"),
            "options": "|".join(RISKS),
        },
        {
            "name": NEXT_BEST_ACTION,
            "type": "text",
            "unit": "",
            "levels": "no",
            "card_order": "2",
            **_labels("Ieteicamā rīcība, Næste skridt, Langkah berikutnya, Următorul pas"),
            "options": "|".join(ACTIONS),
        },
    ]


def _labels(names: str) -> Row:
    return {f"label.{language}": name for language, name in zip(LANGUAGES, listed(names), strict=True)}


def option_labels() -> dict[str, dict[str, dict[str, str]]]:
    """The translations of options, by attribute or measure, option and language. Files have no columns for them."""
    translated = {FAVOURITE_COLOUR: COLOURS, CHURN_RISK: RISKS, NEXT_BEST_ACTION: ACTIONS}
    return {
        name: {option: dict(zip(LANGUAGES, listed(names), strict=True)) for option, names in options.items()}
        for name, options in translated.items()
    }
