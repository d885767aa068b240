"""What the boutiques sell, with prices in euros."""

from dataclasses import dataclass
from itertools import accumulate

from clienteling.services.demo.nation import listed

WOMEN, MEN, ANYONE = "women", "men", "anyone"

_WOMEN_SIZES = tuple(str(size) for size in range(34, 46, 2))
_MEN_SIZES = tuple(str(size) for size in range(46, 58, 2))
_WOMEN_SHOES = tuple(str(size) for size in range(36, 42))
_MEN_SHOES = tuple(str(size) for size in range(40, 46))
_SIZES = {
    ("Clothing", WOMEN): _WOMEN_SIZES,
    ("Clothing", MEN): _MEN_SIZES,
    ("Shoes", WOMEN): _WOMEN_SHOES,
    ("Shoes", MEN): _MEN_SHOES,
}

# category | subcategory | for whom | name | colours | price | how well it sells
_STYLES = """
Clothing | Coats | women | Cashmere wrap coat | camel, ink, oatmeal | 1490 | 3
Clothing | Coats | women | Wool cape with fringe | charcoal, bordeaux | 890 | 2
Clothing | Coats | women | Quilted silk coat | ivory, moss | 1190 | 1
Clothing | Coats | women | Raincoat, waxed cotton | olive, navy | 620 | 2
Clothing | Dresses | women | Bias-cut silk dress | emerald, black, champagne | 780 | 4
Clothing | Dresses | women | Pleated midi dress | midnight, rust | 640 | 3
Clothing | Dresses | women | Linen shirt dress | white, sand | 420 | 4
Clothing | Dresses | women | Evening gown with train | black, wine | 1680 | 1
Clothing | Dresses | women | Knitted dress | grey, cream | 460 | 3
Clothing | Knitwear | women | Cashmere crew neck | ivory, navy, rose | 390 | 6
Clothing | Knitwear | women | Merino cardigan | black, camel | 290 | 5
Clothing | Knitwear | women | Mohair jumper | sky, blush | 340 | 3
Clothing | Tops | women | Silk blouse with bow | ecru, black | 360 | 5
Clothing | Tops | women | Poplin shirt | white, striped | 210 | 5
Clothing | Trousers | women | Wide wool trousers | navy, stone | 380 | 4
Clothing | Skirts | women | Pencil skirt, wool crêpe | black, plum | 320 | 3
Clothing | Jackets | women | Tweed jacket | cream, blue mix | 980 | 3
Clothing | Jackets | women | Velvet smoking jacket | bottle green, black | 840 | 1
Clothing | Coats | men | Double-breasted overcoat | navy, charcoal | 1290 | 2
Clothing | Coats | men | Loden coat | forest | 940 | 1
Clothing | Suits | men | Two-piece suit, Super 130s | midnight, grey | 1380 | 3
Clothing | Suits | men | Linen suit | sand | 980 | 1
Clothing | Jackets | men | Unlined wool blazer | navy, brown check | 690 | 3
Clothing | Knitwear | men | Cashmere roll neck | black, camel | 420 | 4
Clothing | Knitwear | men | Shawl-collar cardigan | oatmeal, navy | 480 | 2
Clothing | Shirts | men | Oxford shirt | white, light blue | 180 | 6
Clothing | Shirts | men | Twill shirt with French cuffs | white | 220 | 4
Clothing | Trousers | men | Flannel trousers | grey, tobacco | 320 | 4
Shoes | Pumps | women | Suede pumps | black, nude, cobalt | 390 | 5
Shoes | Boots | women | Riding boots | cognac, black | 590 | 3
Shoes | Flats | women | Ballet flats, nappa | blush, black | 290 | 5
Shoes | Sandals | women | Silk evening sandals | silver | 450 | 2
Shoes | Loafers | men | Penny loafers | oxblood, black | 420 | 4
Shoes | Oxfords | men | Whole-cut oxfords | black, chestnut | 560 | 3
Shoes | Boots | men | Chelsea boots | dark brown | 490 | 3
Bags | Handbags | anyone | Top-handle bag “Petite Aurel” | bordeaux, black, taupe | 1450 | 4
Bags | Handbags | anyone | Saddle bag | cognac, ink | 980 | 4
Bags | Totes | anyone | Grand tote | black, natural | 1180 | 3
Bags | Clutches | anyone | Beaded clutch | pearl, jet | 520 | 2
Bags | Travel | anyone | Weekender, canvas and leather | navy, olive | 1280 | 2
Bags | Small leather | anyone | Card holder | black, racing green, coral | 140 | 7
Bags | Small leather | anyone | Zip wallet | cognac, black | 290 | 5
Bags | Small leather | anyone | Passport cover | burgundy | 160 | 3
Accessories | Scarves | anyone | Silk carré 90 “Jardin d’hiver” | | 350 | 6
Accessories | Scarves | anyone | Silk carré 90 “Le port” | | 350 | 5
Accessories | Scarves | anyone | Cashmere stole | grey, camel, petrol | 320 | 6
Accessories | Scarves | anyone | Silk twilly | mixed | 120 | 6
Accessories | Gloves | anyone | Nappa gloves, silk-lined | black, cognac | 180 | 5
Accessories | Belts | anyone | Reversible belt | black and brown | 240 | 5
Accessories | Hats | anyone | Felt fedora | camel, black | 260 | 2
Accessories | Hats | anyone | Panama hat | natural | 280 | 1
Accessories | Ties | men | Grenadine tie | navy, burgundy | 140 | 4
Accessories | Ties | men | Bow tie, hand-tied | black | 110 | 2
Accessories | Eyewear | anyone | Sunglasses, acetate | tortoise, black | 310 | 4
Accessories | Umbrellas | anyone | Umbrella, chestnut handle | black | 220 | 2
Jewellery | Earrings | women | Pearl drop earrings | gold | 480 | 3
Jewellery | Earrings | women | Amber ear studs | silver | 190 | 4
Jewellery | Necklaces | women | Fine chain with pendant | gold, silver | 420 | 3
Jewellery | Bracelets | anyone | Woven leather bracelet | black, cognac | 150 | 4
Jewellery | Rings | anyone | Signet ring, engraved | gold | 890 | 1
Jewellery | Cufflinks | men | Enamel cufflinks | midnight, silver | 260 | 3
Home | Fragrance | anyone | Candle “Figuier” | 220 g | 75 | 6
Home | Fragrance | anyone | Room spray “Salon” | 100 ml | 60 | 4
Home | Textiles | anyone | Alpaca throw | ivory, charcoal | 390 | 2
Beauty | Perfume | women | Eau de parfum “Aurel No. 3” | 50 ml | 145 | 6
Beauty | Perfume | men | Eau de toilette “Quai” | 100 ml | 125 | 5
Services | Tailoring | anyone | Alteration by our tailor | | 90 | 5
Services | Tailoring | anyone | Made-to-measure supplement | | 260 | 1
"""


@dataclass(frozen=True, slots=True)
class Product:
    """An article in one colour and, if it has sizes, one size. `price` is in whole euros."""

    sku: str
    name: str
    category: str
    subcategory: str
    color: str
    size: str
    price: int


@dataclass(frozen=True, slots=True)
class Style:
    """A product in all its sizes; a product without sizes has one. `popularity` is how well it sells."""

    audience: str
    popularity: float
    products: tuple[Product, ...]

    def fitting(self, clothing: str, shoes: str) -> Product:
        """The product in these sizes; the middle one if there is none, as for a present."""
        size = shoes if self.products[0].category == "Shoes" else clothing
        fits = (product for product in self.products if product.size == size)
        return next(fits, self.products[len(self.products) // 2])


@dataclass(frozen=True, slots=True)
class Assortment:
    """All styles, and for each audience those that it buys with cumulated weights."""

    styles: tuple[Style, ...]
    choices: dict[str, tuple[tuple[Style, ...], tuple[float, ...]]]

    @property
    def products(self) -> tuple[Product, ...]:
        return tuple(product for style in self.styles for product in style.products)


def assortment() -> Assortment:
    styles = tuple(_styles())
    choices = {}
    for audience, strangers in ((WOMEN, MEN), (MEN, WOMEN), (ANYONE, "")):
        # Now and then something for the other one: a present.
        weights = [style.popularity * (0.08 if style.audience == strangers else 1.0) for style in styles]
        choices[audience] = (styles, tuple(accumulate(weights)))
    return Assortment(styles, choices)


def _styles() -> list[Style]:
    styles = []
    for number, line in enumerate(_STYLES.strip().splitlines(), 1):
        category, subcategory, audience, name, colors, price, popularity = (part.strip() for part in line.split("|"))
        shades = listed(colors) or ("",)
        for shade, color in enumerate(shades, 1):
            products = tuple(
                Product(
                    sku=f"{category[:2].upper()}{number:03d}{shade}" + (f"-{size}" if size else ""),
                    name=(f"{name}, {color}" if color else name) + (f" · {size}" if size else ""),
                    category=category,
                    subcategory=subcategory,
                    color=color,
                    size=size,
                    price=int(price),
                )
                for size in _SIZES.get((category, audience), ("",))
            )
            styles.append(Style(audience, float(popularity) / len(shades), products))
    return styles
