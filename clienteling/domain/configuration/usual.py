"""What most retailers begin with: attributes and activity types to choose from."""

from decimal import Decimal

from clienteling.domain.attribute import AttributeType, DisplayControl
from clienteling.domain.configuration.company import ActivityType
from clienteling.domain.configuration.properties import Attribute, FilterSettings

CLIENT_BOOK = "Client book"
"""The group that they are put into."""

ACTIVITIES = (
    ("visit", "Store visit", "footprints"),
    ("phone", "Phone", "phone"),
    ("email", "E-mail", "mail"),
    ("appointment", "Appointment", "calendar"),
)
"""Code, name and icon."""


def usual_attributes() -> tuple[Attribute, ...]:
    """In the order in which cards show them; each can be refined."""
    kind, control = AttributeType, DisplayControl
    sizes = tuple(Decimal(size) for size in (36, 38, 40, 42))
    return (
        _refined("Birthday", kind.REFERENCE, control.WINDOW, reference="Birthday"),
        _refined("Preferred brand", kind.TEXT, control.TEXT_BOX),
        _refined("Shoe size", kind.DECIMAL, control.RANGE, sizes, unit="EU"),
        _refined("Lifetime spend", kind.CURRENCY, control.SLIDER_WITH_BARS),
        _refined("Invited to previews", kind.BOOLEAN, control.LIST),
        _refined("Anniversary", kind.REFERENCE, control.WINDOW, reference="Anniversary"),
    )


def activity_types(legal_entity: str) -> tuple[ActivityType, ...]:
    return tuple(
        ActivityType(legal_entity, code, name, icon, position)
        for position, (code, name, icon) in enumerate(ACTIVITIES, 1)
    )


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
