"""The attributes and measures that Maison Aurel has defined, with their translations."""

from collections.abc import Iterable

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


def attribute_rows() -> list[Row]:
    """Attributes with their places in the client book attribute group and in the customer attribute group."""
    rows = [
        _attribute(
            BIRTHDAY,
            "Dzimšanas diena, Fødselsdag, Ulang tahun, Zi de naștere",
            type="reference",
            reference=BIRTHDAY,
            filter_control="window",
            client_book_order="1",
        ),
        _attribute(
            PREFERRED_BRAND,
            "Iecienītākais zīmols, Foretrukket mærke, Merek favorit, Marcă preferată",
            BRANDS,
            type="text",
            multi_value="yes",
            filter_control="list",
            client_book_order="2",
        ),
        _attribute(
            LIFETIME_SPEND,
            "Pirkumi visā laikā, Samlet køb, Total belanja, Cumpărături totale",
            type="currency",
            filter_control="slider_with_bars",
            client_book_order="3",
        ),
        _attribute(
            INVITED,
            "Aicināts uz pirmizrādēm, Inviteres til previews, Diundang ke pratinjau, Invitat la avanpremiere",
            type="boolean",
            filter_control="list",
            filter_multi_value="no",
            client_book_order="4",
        ),
        _attribute(
            SHOE_SIZE,
            "Apavu izmērs, Skostørrelse, Ukuran sepatu, Mărime la pantofi",
            type="decimal",
            unit="EU",
            lowest="30",
            highest="52",
            filter_control="range",
            thresholds="37;38;39;40;42;44",
            client_book_order="5",
        ),
        _attribute(
            LAST_FITTING,
            "Pēdējā uzlaikošana, Seneste prøvning, Fitting terakhir, Ultima probă",
            type="datetime",
            filter_control="window",
            client_book_order="6",
        ),
        _attribute(
            RING_ENGRAVING,
            "Gravējums gredzenā, Ringgravering, Ukiran cincin, Gravură pe inel",
            type="text",
            client_book_order="7",
        ),
    ]
    return rows + _customer_attributes()


def _customer_attributes() -> list[Row]:
    return [
        _attribute(
            FAVOURITE_COLOUR,
            "Mīļākā krāsa, Yndlingsfarve, Warna favorit, Culoare preferată",
            COLOURS,
            type="text",
            filter_control="list",
            customer_order="1",
        ),
        _attribute(
            CLOTHING_SIZE,
            "Apģērba izmērs, Tøjstørrelse, Ukuran pakaian, Mărime la haine",
            CLOTHING_SIZES,
            type="text",
            unit="EU",
            filter_control="list",
            customer_order="2",
        ),
        _attribute(
            OCCUPATION,
            "Nodarbošanās, Beskæftigelse, Pekerjaan, Ocupație",
            type="text",
            filter_control="text_box",
            filter_multi_value="no",
            customer_order="3",
        ),
        _attribute(
            HOUSEHOLD_SIZE,
            "Cilvēki mājsaimniecībā, Personer i husstanden, Anggota rumah tangga, Persoane în gospodărie",
            type="integer",
            lowest="1",
            highest="20",
            filter_control="range",
            thresholds="2;3;5",
            customer_order="4",
        ),
    ]


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


_ATTRIBUTE_COLUMNS = (
    "type",
    "unit",
    "multi_value",
    "reference",
    "levels",
    "lowest",
    "highest",
    "filter_control",
    "filter_multi_value",
    "thresholds",
    "client_book_order",
    "customer_order",
)


def _attribute(name: str, labels: str, options: Iterable[str] = (), **given: str) -> Row:
    columns = {column: given.get(column, "") for column in _ATTRIBUTE_COLUMNS}
    return {"name": name, "options": "|".join(options), **columns, **_labels(labels)}


def _labels(names: str) -> Row:
    return {f"label.{language}": name for language, name in zip(LANGUAGES, listed(names), strict=True)}


def option_labels() -> dict[str, dict[str, dict[str, str]]]:
    """The translations of options, by attribute or measure, option and language. Files have no columns for them."""
    translated = {FAVOURITE_COLOUR: COLOURS, CHURN_RISK: RISKS, NEXT_BEST_ACTION: ACTIONS}
    return {
        name: {option: dict(zip(LANGUAGES, listed(names), strict=True)) for option, names in options.items()}
        for name, options in translated.items()
    }
