"""The scenes of a timeline in use: pinned, planned, private and edited entries, and editing them."""

from dataclasses import replace
from datetime import timedelta

from clienteling.domain.activity import Audience, TimelineItem
from clienteling.domain.audit import Changes, Kind
from clienteling.domain.worker import Session
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.tour.stage import Script, Stage

_DOWN = 370
_LONG = "Wants to hear of nothing but evening wear. " * 60


def timeline_scenes(stage: Stage, page: CustomerPage, customer_id: int) -> Script:
    """What a worker finds, and the dialogs of an entry."""
    till, actions = stage.till, page.timeline.item_actions
    _write_history(stage, customer_id)
    page.receive(Changes(frozenset(Kind)))
    yield from stage.show("customer-planned-and-pinned")
    bar = page.timeline.list.verticalScrollBar()
    bar.setValue(_DOWN)
    yield from stage.show("customer-edited-and-private")
    bar.setValue(0)
    edited = _entry(stage, customer_id, "carrés")
    actions.edit(edited)
    yield stage.settled
    actions.editing.form.text.set_text("Asked when the winter carrés arrive, and for the catalogue.")
    yield from stage.show("customer-edit")
    edits = till.services.timeline_edits
    says, version = edits.activity(till.session, edited.id)
    edits.edit_activity(till.session, edited.id, version, replace(says, text="Asked when the carrés arrive: Monday."))
    actions.editing.save()
    yield from stage.show("customer-edit-refused")
    actions.editing.close_now()
    actions.show_history(edited)
    yield from stage.show("customer-former-texts")
    actions.former.close_now()
    page.timeline.composer.write_note()
    page.timeline.composer.private.setChecked(True)
    page.timeline.composer.text.edit.setPlainText("Her daughter marries in May. Not to be mentioned yet.")
    yield from stage.show("customer-writing-private-note")
    page.timeline.composer.text.edit.setPlainText("")
    page.timeline.composer.private.setChecked(False)


def _write_history(stage: Stage, customer_id: int) -> None:
    till = stage.till
    timelines, session = till.services.timelines, till.session
    types = timelines.activity_types(session)
    now = till.now()
    for days, kind, text in (
        (-3, types[1], "Asked when the winter carrés arrive."),
        (4, types[0], "Fitting of the altered dress."),
        (18, types[-1], "Preview of the spring collection, with her daughter."),
    ):
        timelines.add_activity(session, customer_id, kind.id, text, at=now + timedelta(days=days))
    timelines.add_note(
        session, customer_id, "Allergic to wool next to the skin; always offer silk lining.", pinned=True
    )
    timelines.add_note(session, customer_id, "Thinks of a second flat here.", audience=Audience.PRIVATE)
    timelines.add_note(session, customer_id, _LONG)
    _edit(stage, session, _entry(stage, customer_id, "carrés"))


def _edit(stage: Stage, session: Session, item: TimelineItem) -> None:
    edits = stage.till.services.timeline_edits
    says, version = edits.activity(session, item.id)
    edits.edit_activity(session, item.id, version, replace(says, text=f"{says.text} Asked us not to call."))


def _entry(stage: Stage, customer_id: int, words: str) -> TimelineItem:
    found = stage.till.services.timelines.page(stage.till.session, customer_id).items
    return next(item for item in found if words in item.text)
