"""Names of organizations: hotels, galleries, law offices."""

from random import Random

from clienteling.services.demo.nation import Nation, listed

_WORDS = listed(
    """Alba, Aurora, Borealis, Castellan, Corona, Fjord, Helios, Kompass, Levant, Lindenhof, Lumen, Marina, Meridian,
    Miramar, Norden, Orangerie, Panorama, Patria, Pelikan, Perla, Residenz, Rosarium, Solaris, Sonata, Splendid, Terra,
    Triton, Vesta, Zenit, Zephyr"""
)
_BUSINESSES = (
    "Hotel {word}",
    "{word} Gallery",
    "{word} Architects",
    "{word} Theatre",
    "{word} Film",
    "Studio {word}",
)


def organization_name(throw: Random, nation: Nation) -> str:
    """A name in the form that companies of the nation have."""
    if throw.random() < 0.3:
        first, second = throw.sample(nation.surnames, 2)
        name = f"{first[0]} & {second[0]}"
    else:
        name = throw.choice(_BUSINESSES).format(word=throw.choice(_WORDS))
    return nation.company.format(name=name)
