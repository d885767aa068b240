"""What the customers of the cast bought, and what was written about them."""

from dataclasses import dataclass

from clienteling.services.demo.retailer import JENS, MAIJA


@dataclass(frozen=True, slots=True)
class Story:
    """Something a worker wrote: of an activity type, or a note "internal" or "external". Planned if `days_ago` < 0."""

    days_ago: int
    time: str
    type: str
    text: str
    worker: str = MAIJA
    title: str = ""


@dataclass(frozen=True, slots=True)
class Basket:
    """What was bought at one time: names of products."""

    days_ago: int
    time: str
    order_number: str
    products: tuple[str, ...]


ANNA, SOREN, DEWI, JANIS = "MA-000318", "MA-000742", "MA-001290", "MA-000655"
CAMILLE, GIULIA, NOOR = "MA-002265", "MA-004211", "MA-002871"

STORIES = {
    ANNA: (
        Story(
            9,
            "12:05",
            "visit",
            "Looked for something for her birthday dinner; the emerald dress is her favourite.",
        ),
        Story(41, "11:15", "phone", "Thanked us for the alteration, everything fits."),
    ),
    SOREN: (
        Story(64, "16:30", "visit", "In Rīga for two days. Bought gloves, had no time for a fitting."),
        Story(64, "16:50", "internal", "Gifts for his wife Anna: she likes green, carré rather than stole."),
    ),
    DEWI: (
        Story(
            2,
            "15:10",
            "visit",
            "Came in with her sister, tried the velvet jacket. Thinks it over until the weekend.",
        ),
    ),
    JANIS: (
        Story(
            -1,
            "10:30",
            "phone",
            "Call about the fitting: trousers are back from the tailor.",
            title="Fitting",
        ),
        Story(8, "13:20", "visit", "Measured for the midnight suit, sleeves 1 cm shorter."),
    ),
    CAMILLE: (
        Story(-1, "11:00", "email", "Send the winter lookbook; she asked for it.", title="Lookbook"),
        Story(30, "09:45", "external", "Writes, no calls."),
    ),
    NOOR: (Story(-1, "16:00", "phone", "Confirm the table for two at the preview.", title="Preview"),),
    GIULIA: (
        Story(
            -2,
            "11:00",
            "phone",
            "The boots are there in her size: order them with her.",
            title="Order size 38",
        ),
        Story(
            12,
            "17:20",
            "phone",
            "Asked when the winter carrés arrive. Asked us not to call for three weeks.",
            JENS,
        ),
        Story(25, "13:30", "visit", "Tried three coats with her daughter Bianca. Took the camel one."),
        Story(
            77,
            "10:12",
            "internal",
            "Prefers to be called after 17:00. Allergic to wool next to the skin; always offer silk lining.",
        ),
        Story(182, "15:40", "internal", "Her daughter Bianca studies in Rīga and often comes along; size 36."),
        Story(333, "18:20", "external", "The train of the gown is taken in by 2 cm; the tailor has the pattern."),
        Story(520, "12:30", "internal", "Pays by card, likes the receipt by e-mail only."),
    ),
}

BASKETS = {
    GIULIA: (
        Basket(25, "14:05", "100482", ("Cashmere wrap coat, camel · 38", "Silk carré 90 “Jardin d’hiver”")),
        Basket(61, "12:20", "99117", ("Riding boots, cognac · 38",)),
        Basket(96, "16:44", "97803", ("Bias-cut silk dress, emerald · 38",)),
        Basket(140, "11:31", "96140", ("Top-handle bag “Petite Aurel”, bordeaux",)),
        Basket(172, "13:02", "94955", ("Suede pumps, black · 38", "Reversible belt, black and brown")),
        Basket(189, "17:25", "94301", ("Linen shirt dress, white · 38", "Panama hat, natural")),
        Basket(241, "15:10", "92377", ("Tweed jacket, cream · 38",)),
        Basket(279, "12:48", "90992", ("Pearl drop earrings, gold",)),
        Basket(334, "18:03", "88930", ("Evening gown with train, wine · 38",)),
        Basket(338, "14:15", "88784", ("Beaded clutch, pearl", "Silk evening sandals, silver · 38")),
        Basket(391, "13:37", "86799", ("Cashmere crew neck, ivory · 38", "Cashmere stole, grey")),
        Basket(455, "16:12", "84413", ("Weekender, canvas and leather, navy",)),
        Basket(520, "11:55", "81968", ("Pleated midi dress, midnight · 38",)),
        Basket(603, "15:22", "78840", ("Quilted silk coat, ivory · 38",)),
        Basket(688, "12:09", "75616", ("Grand tote, black",)),
        Basket(745, "17:41", "73462", ("Velvet smoking jacket, black · 38",)),
        Basket(871, "14:50", "68701", ("Silk blouse with bow, ecru · 38", "Wide wool trousers, navy · 38")),
        Basket(
            980,
            "13:18",
            "64598",
            ("Saddle bag, ink", "Fine chain with pendant, gold", "Silk carré 90 “Le port”"),
        ),
    ),
}
