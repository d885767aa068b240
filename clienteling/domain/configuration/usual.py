"""What most retailers begin with: attributes and activity types to choose from."""

from dataclasses import replace
from decimal import Decimal

from clienteling.domain.attribute import AttributeType, DisplayControl
from clienteling.domain.configuration.company import ActivityType
from clienteling.domain.configuration.configuration import Configuration, ItemChange
from clienteling.domain.configuration.follow_ups import FollowUpRule
from clienteling.domain.configuration.properties import Attribute, FilterSettings
from clienteling.domain.follow_up import DEFAULT_RULES

CLIENT_BOOK = "Client book"
"""The group that they are put into."""

LANGUAGES = ("lv", "da", "id", "ro")
"""The languages in which the names stand here besides English, in their order."""

_ACTIVITIES = (
    ("visit", "Store visit", "footprints", "Veikala apmeklējums, Butiksbesøg, Kunjungan toko, Vizită la magazin"),
    ("phone", "Phone", "phone", "Tālruņa zvans, Telefon, Telepon, Telefon"),
    ("email", "E-mail", "mail", "E-pasts, E-mail, Email, E-mail"),
    ("appointment", "Appointment", "calendar", "Tikšanās, Aftale, Janji temu, Programare"),
)
"""Code, name, icon, and the name in `LANGUAGES`."""

_ATTRIBUTES = {
    "Birthday": "Dzimšanas diena, Fødselsdag, Ulang tahun, Zi de naștere",
    "Preferred brand": "Iecienītākais zīmols, Foretrukket mærke, Merek favorit, Marcă preferată",
    "Shoe size": "Apavu izmērs, Skostørrelse, Ukuran sepatu, Mărime la pantofi",
    "Lifetime spend": "Pirkumi visā laikā, Samlet køb, Total belanja, Cumpărături totale",
    "Invited to previews": (
        "Aicināts uz pirmizrādēm, Inviteres til previews, Diundang ke pratinjau, Invitat la avanpremiere"
    ),
    "Anniversary": "Gadadiena, Årsdag, Hari jadi, Aniversare",
}


def usual_attributes() -> tuple[Attribute, ...]:
    """In the order in which cards show them; each can be refined."""
    kind, control = AttributeType, DisplayControl
    sizes = tuple(Decimal(size) for size in (36, 38, 40, 42))
    attributes = (
        _refined("Birthday", kind.REFERENCE, control.WINDOW, reference="Birthday"),
        _refined("Preferred brand", kind.TEXT, control.TEXT_BOX),
        _refined("Shoe size", kind.DECIMAL, control.RANGE, sizes, unit="EU"),
        _refined("Lifetime spend", kind.CURRENCY, control.SLIDER_WITH_BARS),
        _refined("Invited to previews", kind.BOOLEAN, control.LIST),
        _refined("Anniversary", kind.REFERENCE, control.WINDOW, reference="Anniversary"),
    )
    return tuple(replace(attribute, labels=_labels(_ATTRIBUTES[attribute.name])) for attribute in attributes)


def activity_types(legal_entity: str) -> tuple[ActivityType, ...]:
    return tuple(
        ActivityType(legal_entity, code, name, icon, position, _labels(labels))
        for position, (code, name, icon, labels) in enumerate(_ACTIVITIES, 1)
    )


def follow_up_rules(legal_entity: str) -> tuple[FollowUpRule, ...]:
    return tuple(FollowUpRule.of(legal_entity, rule) for rule in DEFAULT_RULES)


def going_with(configuration: Configuration, change: ItemChange) -> tuple[ItemChange, ...]:
    """What is made and deleted together with a legal entity: the usual follow-up rules, as far as they are usual."""
    if change.section != "legal_entities" or (change.before is None) == (change.after is None):
        return ()
    known, rules = configuration.all(FollowUpRule), follow_up_rules(change.key)
    if change.before is None:
        return tuple(ItemChange("follow_up_rules", r.key, None, r) for r in rules if r.key not in known)
    return tuple(ItemChange("follow_up_rules", r.key, r, None) for r in rules if known.get(r.key) == r)


def _labels(names: str) -> dict[str, str]:
    return dict(zip(LANGUAGES, names.split(", "), strict=True))


def _refined(
    name: str,
    kind: AttributeType,
    control: DisplayControl,
    thresholds: tuple[Decimal, ...] = (),
    unit: str = "",
    reference: str = "",
) -> Attribute:
    several = kind in (AttributeType.DECIMAL, AttributeType.CURRENCY, AttributeType.TEXT)
    return Attribute(
        name,
        kind,
        unit=unit,
        reference=reference,
        filter=FilterSettings(control, several, thresholds),
        can_be_refined=True,
    )
