"""Follow-ups in words, as their lists show them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QTime

from clienteling.domain.customer import Channel
from clienteling.domain.follow_up import Cause, FollowUp, Rule, Section, State
from clienteling.domain.text import initials
from clienteling.ui.formats import DASH, Formats
from clienteling.ui.lists.follow_up_list import CALL, DONE, MAIL, REOPEN, SNOOZE, FollowUpRow, ProposalRow

_ICONS = {
    Cause.HAND: "user-round",
    Cause.DATE: "cake",
    Cause.PURCHASE: "shopping-bag",
    Cause.NO_CONTACT: "clock",
    Cause.SECRET: "key-round",
}


def section_title(section: Section) -> str:
    translate = QCoreApplication.translate
    return {
        Section.OVERDUE: translate("FollowUps", "Overdue"),
        Section.TODAY: translate("FollowUps", "Today"),
        Section.COMING: translate("FollowUps", "Coming"),
    }[section]


def title_of(follow_up: FollowUp) -> str:
    """What it is called; the titles of the first rules are translated."""
    if follow_up.cause is Cause.HAND:
        return follow_up.title
    return QCoreApplication.translate("Problem", follow_up.title)


def open_rows(
    follow_ups: Sequence[FollowUp], formats: Formats, now: datetime, *, with_worker: bool = False
) -> list[FollowUpRow]:
    """The rows of what is open, with a head where a section begins."""
    today = formats.today(now)
    sections = [follow_up.section(today) for follow_up in follow_ups]
    rows = []
    for place, (follow_up, section) in enumerate(zip(follow_ups, sections, strict=True)):
        first = place == 0 or sections[place - 1] is not section
        last = place + 1 == len(sections) or sections[place + 1] is not section
        reach = _reach(follow_up)
        rows.append(
            _row(
                follow_up,
                formats,
                now,
                due=_due(follow_up, section, formats, now),
                actions=(*((reach,) if reach else ()), SNOOZE, DONE),
                overdue=section is Section.OVERDUE,
                today=section is Section.TODAY and follow_up.at is not None,
                ends=(first, last),
                head=(section_title(section), formats.number(sections.count(section))) if first else ("", ""),
                with_worker=with_worker,
            )
        )
    return rows


def done_rows(follow_ups: Sequence[FollowUp], formats: Formats, now: datetime) -> list[FollowUpRow]:
    """The rows of what was done, the latest first."""
    today, title = formats.today(now), QCoreApplication.translate("FollowUps", "Done")
    return [
        _row(
            follow_up,
            formats,
            now,
            due=formats.day(formats.today(follow_up.ended_at or now), today),
            actions=(REOPEN,),
            ends=(place == 0, place + 1 == len(follow_ups)),
            head=(title, formats.number(len(follow_ups))) if place == 0 else ("", ""),
        )
        for place, follow_up in enumerate(follow_ups)
    ]


def proposal_rows(follow_ups: Sequence[FollowUp], formats: Formats, now: datetime) -> list[ProposalRow]:
    return [
        ProposalRow(
            f.id,
            initials(f.customer or f.subject),
            title_of(f),
            f.customer or f.subject,
            _ICONS[f.cause],
            why_of(f, formats, now),
        )
        for f in follow_ups
    ]


def why_of(follow_up: FollowUp, formats: Formats, now: datetime) -> str:
    """Why there is a follow-up."""
    translate, today = QCoreApplication.translate, formats.today(now)
    match follow_up.cause:
        case Cause.DATE if follow_up.cause_day is not None:
            return formats.occasion(follow_up.subject, follow_up.cause_day, today)
        case Cause.PURCHASE:
            return translate("FollowUps", "%n day(s) after purchase", "", follow_up.days)
        case Cause.NO_CONTACT:
            return translate("FollowUps", "No contact for %n day(s)", "", follow_up.days)
        case Cause.SECRET if follow_up.cause_day is not None:
            words = translate("FollowUps", "“{name}” ends on {day}")
            return words.format(name=follow_up.subject, day=formats.day(follow_up.cause_day, today))
    return follow_up.text.partition("\n")[0] or translate("FollowUps", "By hand")


def rules_words(rules: Sequence[Rule]) -> str:
    """What the rules are, in one sentence, and who sets them."""
    translate = QCoreApplication.translate
    parts = []
    for rule in rules:
        if not rule.active:
            continue
        match rule.cause:
            case Cause.DATE:
                parts.append(translate("FollowUps", "%n day(s) before an important date", "", rule.days))
            case Cause.PURCHASE:
                parts.append(translate("FollowUps", "%n day(s) after a purchase", "", rule.days))
            case Cause.NO_CONTACT:
                parts.append(translate("FollowUps", "%n day(s) without contact", "", rule.days))
    if not parts:
        return translate("FollowUps", "Headquarters has set no rules.")
    return translate("FollowUps", "Rules: {rules}. Headquarters sets them.").format(rules=", ".join(parts))


def _row(
    follow_up: FollowUp,
    formats: Formats,
    now: datetime,
    *,
    due: str,
    actions: tuple[str, ...],
    ends: tuple[bool, bool],
    head: tuple[str, str],
    overdue: bool = False,
    today: bool = False,
    with_worker: bool = False,
) -> FollowUpRow:
    detail = _contact(follow_up, formats)
    if with_worker:
        detail = " · ".join(part for part in (detail, follow_up.worker) if part)
    return FollowUpRow(
        key=follow_up.id,
        initials=initials(follow_up.customer or follow_up.worker),
        title=title_of(follow_up),
        customer=follow_up.customer,
        detail=detail,
        why_icon=_ICONS[follow_up.cause],
        why=why_of(follow_up, formats, now),
        due=due,
        actions=actions,
        overdue=overdue,
        today=today,
        first=ends[0],
        last=ends[1],
        head=head[0],
        count=head[1],
    )


def _due(follow_up: FollowUp, section: Section, formats: Formats, now: datetime) -> str:
    translate, today = QCoreApplication.translate, formats.today(now)
    at = ""
    if follow_up.at is not None:
        at = formats.locale.toString(
            QTime(follow_up.at.hour, follow_up.at.minute), formats.locale.FormatType.ShortFormat
        )
    if section is Section.TODAY:
        return at or translate("FollowUps", "Any time")
    if follow_up.due == today - timedelta(days=1):
        return translate("FollowUps", "Yesterday")
    if follow_up.due == today + timedelta(days=1):
        return translate("FollowUps", "Tomorrow") if not at else f"{translate('FollowUps', 'Tomorrow')}, {at}"
    if section is Section.COMING and follow_up.due.year == today.year:
        return formats.short_weekday(follow_up.due)
    return formats.day(follow_up.due, today)


def _reach(follow_up: FollowUp) -> str:
    """How the customer can be reached, as consents have it."""
    if follow_up.phone and Channel.PHONE not in follow_up.refused:
        return CALL
    return MAIL if follow_up.email and Channel.EMAIL not in follow_up.refused else ""


def _contact(follow_up: FollowUp, formats: Formats) -> str:
    translate = QCoreApplication.translate
    if follow_up.customer_id is None:
        return translate("FollowUps", "About no customer") if follow_up.state is State.OPEN else DASH
    if Channel.PHONE in follow_up.refused:
        if follow_up.email and Channel.EMAIL not in follow_up.refused:
            return translate("FollowUps", "writes, no calls")
        return translate("FollowUps", "no calls")
    return formats.phone(follow_up.phone) if follow_up.phone else follow_up.email
