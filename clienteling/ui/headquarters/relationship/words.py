"""How relationship intelligence reads at headquarters."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from clienteling.domain.relationship.enabling import InForce, Prerequisite, Standing
from clienteling.ui.formats import Formats
from clienteling.ui.widgets.label import Tone

STANDING_SIGNS = {
    Standing.ON: ("circle-check", Tone.SUCCESS),
    Standing.OFF: ("circle-minus", Tone.MUTED),
    Standing.DISABLED: ("circle-minus", Tone.MUTED),
    Standing.WAITS: ("hourglass", Tone.WARNING),
    Standing.LAPSED: ("circle-alert", Tone.DANGER),
    Standing.ELSEWHERE: ("circle-minus", Tone.MUTED),
}


def said(text: str) -> str:
    """A text of the domain in the worker's language."""
    return QCoreApplication.translate("Problem", text)


def need_words(need: Prerequisite) -> str:
    """How a prerequisite stands, with the country by its name."""
    location = need.values.get("location", "")
    territory = QLocale.codeToTerritory(location)
    named = (
        QLocale.territoryToString(territory) if location and territory is not QLocale.Country.AnyCountry else location
    )
    return said(need.reason).format(**{**need.values, "location": named})


def banner_words(force: InForce, formats: Formats, now: datetime) -> tuple[str, str]:
    """What stands in the banner: how long there is time to consent, and what happens otherwise."""
    translate = QCoreApplication.translate
    if force.deadline is None:
        return "", ""
    day = formats.day(formats.today(force.deadline), formats.today(now))
    if force.has_lapsed:
        title = translate("RelationshipPage", "There was no consent by {day}.").format(day=day)
        if force.revoked_at is not None:
            since = formats.day(formats.today(force.revoked_at), formats.today(now))
            title = translate("RelationshipPage", "There is no consent any more since {day}.").format(day=since)
        return (
            title,
            translate(
                "RelationshipPage",
                "Who knows whom and the Exchange part have switched themselves off; the rest stays. "
                "They are back as soon as there is consent.",
            ),
        )
    return (
        translate("RelationshipPage", "%n days left to consent.", None, force.days_left),
        translate(
            "RelationshipPage",
            "From {day} on who knows whom and the Exchange part switch themselves off; the rest stays.",
        ).format(day=day),
    )


def consent_mail() -> tuple[str, str]:
    """Subject and text of the mail that asks the tenant's administrator for consent."""
    translate = QCoreApplication.translate
    return (
        translate("RelationshipPage", "Consent for relationship intelligence"),
        translate(
            "RelationshipPage",
            "Hello,\n\nplease allow that Clienteling uses who wrote to whom and who met whom, and when. What was "
            "written is never read.\n\nMicrosoft 365 admin centre > Settings > Org settings > Dynamics 365 "
            "Applications > Identifiable insights for other users.\n\nThank you",
        ),
    )
