"""How account engagement reads at headquarters."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from clienteling.domain.enrichment import GRAPH, Consent, Enrichment, Function, Run, RunState
from clienteling.domain.errors import Problem
from clienteling.services.engagement.results import Overview
from clienteling.ui.formats import Formats
from clienteling.ui.messages import problem_message
from clienteling.ui.widgets.pill import State


def said(text: str) -> str:
    """A text of the domain in the worker's language."""
    return QCoreApplication.translate("Problem", text)


def error_words(error: Exception) -> str:
    """What went wrong, as it stands beside a field; of bugs the window tells the rest."""
    if isinstance(error, Problem):
        return problem_message(error)
    return QCoreApplication.translate("AccountEngagement", "This is a mistake in the program.")


def run_state_words(state: RunState) -> str:
    """The state of a run, as the service names it."""
    translate = QCoreApplication.translate
    return {
        RunState.QUEUED: translate("AccountEngagement", "Queued"),
        RunState.PROCESSING: translate("AccountEngagement", "Processing"),
        RunState.SUCCESSFUL: translate("AccountEngagement", "Successful"),
        RunState.FAILED: translate("AccountEngagement", "Failed"),
        RunState.CANCELED: translate("AccountEngagement", "Canceled"),
        RunState.SKIPPED: translate("AccountEngagement", "Skipped"),
    }[state]


def run_state_tone(state: RunState) -> State | None:
    """How a state is lit; none for what is neither good nor bad."""
    return {
        RunState.SUCCESSFUL: State.OK,
        RunState.FAILED: State.ERROR,
        RunState.SKIPPED: State.WARNING,
        RunState.CANCELED: State.WARNING,
    }.get(state)


def standing(enrichment: Enrichment) -> tuple[str, State]:
    """Whether an enrichment works, and what keeps it from it."""
    translate = QCoreApplication.translate
    if not enrichment.active:
        return translate("AccountEngagement", "Not active"), State.WARNING
    match enrichment.consent:
        case Consent.GRANTED:
            return translate("AccountEngagement", "Active"), State.OK
        case Consent.REQUESTED:
            return translate("AccountEngagement", "Waits for consent"), State.WARNING
        case Consent.WITHDRAWN:
            return translate("AccountEngagement", "Consent withdrawn"), State.ERROR


def next_words(enrichment: Enrichment, formats: Formats, now: datetime, failures: int = 0) -> str:
    """When it runs next, or tries to after so many failures in a row."""
    translate = QCoreApplication.translate
    if enrichment.next_run is None:
        return translate("AccountEngagement", "no run is planned")
    if enrichment.next_run <= now:
        return translate("AccountEngagement", "the next run is due")
    words = translate("AccountEngagement", "next run {moment}")
    if failures:
        words = translate("AccountEngagement", "tried again: {moment}")
    return words.format(moment=formats.moment(enrichment.next_run, now))


def run_words(run: Run, formats: Formats) -> str:
    """What came of a run, in a line."""
    translate, number = QCoreApplication.translate, formats.number
    if run.state is RunState.SUCCESSFUL:
        words = translate("AccountEngagement", "{accounts} customers, {mails} e-mails, {meetings} meetings")
        found = words.format(accounts=number(run.accounts), mails=number(run.mails), meetings=number(run.meetings))
        return f"{found}. {said(run.problem)}" if run.problem else found
    if not run.state.is_over and run.total:
        words = translate("AccountEngagement", "{done} of {total}")
        return words.format(done=number(run.done), total=number(run.total))
    return said(run.problem)


def failure_words(overview: Overview, formats: Formats, now: datetime) -> tuple[str, str]:
    """Why it was in vain the last time and when it is tried again; nothing if it went well."""
    translate, enrichment = QCoreApplication.translate, overview.enrichment
    last = next((run for run in overview.runs if run.state is RunState.FAILED), None)
    if not overview.failures or last is None or enrichment.next_run is None:
        return "", ""
    title = translate("AccountEngagement", "The last run failed.")
    if overview.failures > 1:
        title = translate("AccountEngagement", "%n runs in a row failed.", None, overview.failures)
    when = translate("AccountEngagement", "It is tried again by itself within minutes.")
    if enrichment.next_run > now:
        when = translate("AccountEngagement", "It is tried again by itself: {moment}.")
        when = when.format(moment=formats.moment(enrichment.next_run, now))
    return title, f"{said(last.problem)} {when}"


def consent_words(overview: Overview, formats: Formats, now: datetime) -> tuple[str, str]:
    """What stands where there is no consent: what that means, and what to do."""
    translate = QCoreApplication.translate
    ask = translate("AccountEngagement", "Ask by mail, or give it here as an administrator of the tenant.")
    if overview.enrichment.consent is not Consent.WITHDRAWN:
        title = translate("AccountEngagement", "The administrator of the tenant has not agreed yet.")
        return title, f"{translate('AccountEngagement', 'The first run begins six hours after consent.')} {ask}"
    title = translate("AccountEngagement", "The administrator of the tenant agrees no more.")
    text = translate("AccountEngagement", "Nothing is read any more. What was found before stays.")
    if overview.last is not None and overview.last.ended is not None:
        text = translate("AccountEngagement", "Nothing is read any more. What was found stays, as of: {moment}.")
        text = text.format(moment=formats.moment(overview.last.ended, now))
    return title, f"{text} {ask}"


def source_words(source: str) -> str:
    """Where mails and meetings come from."""
    if source == GRAPH:
        return QCoreApplication.translate("AccountEngagement", "Microsoft 365, by Microsoft Graph")
    return QCoreApplication.translate("AccountEngagement", "Files that are imported")


def consent_mail(company: str) -> tuple[str, str]:
    """Subject and text of a mail that asks for consent where no tenant is entered."""
    translate = QCoreApplication.translate
    return (
        translate("AccountEngagement", "Consent for account engagement of {company}").format(company=company),
        translate(
            "AccountEngagement",
            "Hello,\n\nplease allow that Clienteling counts who wrote to whom and who met whom, and when, of chosen "
            "colleagues. Texts and subjects are never read, and only numbers of accounts are shown.\n\n"
            "Microsoft 365 admin centre > Settings > Org settings > Dynamics 365 Applications > Aggregated insights "
            "for other users.\n\nThank you",
        ),
    )


def function_words(function: Function) -> str:
    """What a measure makes of the months of a year."""
    translate = QCoreApplication.translate
    return {
        Function.SUM: translate("AccountEngagement", "Sum"),
        Function.AVERAGE: translate("AccountEngagement", "Average"),
        Function.COUNT: translate("AccountEngagement", "Count"),
        Function.MINIMUM: translate("AccountEngagement", "Minimum"),
        Function.MAXIMUM: translate("AccountEngagement", "Maximum"),
        Function.FIRST: translate("AccountEngagement", "First"),
        Function.LAST: translate("AccountEngagement", "Last"),
    }[function]
