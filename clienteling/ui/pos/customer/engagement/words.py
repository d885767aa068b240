"""How the engagement of a customer reads."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from clienteling.domain.enrichment import AccountEngagement, EngagementNumbers
from clienteling.ui.formats import Formats


def part_detail(part: str, year: EngagementNumbers, today: date, formats: Formats) -> str:
    """The number that a part's points are for."""
    number = formats.number
    last = last_day(year)
    details = {
        "mails_from": number(year.mails_from),
        "mails_to": number(year.mails_to),
        "meetings": number(year.meetings),
        "their_people": _people(year.their_mail_people, year.their_meeting_people, formats),
        "our_people": _people(year.our_mail_people, year.our_meeting_people, formats),
        "recency": formats.days_ago(last, today) if last else "",
    }
    return details.get(part, "")


def last_day(year: EngagementNumbers) -> date | None:
    """The day of the last mail or meeting."""
    return max((day for day in (year.last_mail, year.last_meeting) if day is not None), default=None)


def compared_words(found: AccountEngagement) -> str:
    """What a score means, and when it means little."""
    translate = QCoreApplication.translate
    if found.little_data:
        return translate("Engagement", "Little data: fewer than five e-mails and meetings in a year.")
    return translate("Engagement", "Compared with the other accounts that we write to and meet.")


def recent_months(found: AccountEngagement) -> tuple[tuple[date, EngagementNumbers | None], ...]:
    """The twelve months up to that of the score, with their numbers where there are some."""
    known = {numbers.start: numbers for numbers in found.months}
    month = found.as_of.date().replace(day=1)
    found_months: list[tuple[date, EngagementNumbers | None]] = []
    for _ in range(12):
        found_months.append((month, known.get(month)))
        month = month.replace(year=month.year - (month.month == 1), month=(month.month - 2) % 12 + 1)
    return tuple(reversed(found_months))


def _people(by_mail: int, in_meetings: int, formats: Formats) -> str:
    words = QCoreApplication.translate("Engagement", "{mails} in e-mails, {meetings} in meetings")
    return words.format(mails=formats.number(by_mail), meetings=formats.number(in_meetings))
