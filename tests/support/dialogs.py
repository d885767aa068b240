"""Typing anything into what opens over a page: it is stored exactly, or refused where it stands, see `forms`."""

from clienteling.domain.activity import TimelineItem, TimelineKind
from clienteling.domain.filters import Contains
from clienteling.domain.operations import Operation
from clienteling.services.books import View
from clienteling.ui.pos.badge_dialog import BadgeDialog
from clienteling.ui.pos.book.activity_dialog import ActivityDialog
from clienteling.ui.pos.book.page import StoreBooksPage
from clienteling.ui.pos.customer.edit_dialog import EditDialog
from clienteling.ui.pos.follow_ups.dialog import FollowUpDialog
from clienteling.ui.pos.override_dialog import OverrideDialog
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Labelled
from tests.support.forms import Typist


def edit_of_an_entry(somebody: Typist, kind: TimelineKind, text: str, title: str) -> None:
    item = _newest(somebody, kind)
    dialog = EditDialog(somebody.till.till, somebody.till.window)
    dialog.ask(item)
    dialog.form.text.set_text(text)
    dialog.form.title.set_text(title)
    stands = (dialog.form.text.text(), dialog.form.title.text())
    dialog.save()
    if dialog.is_open:
        assert _said(dialog), "nothing was stored and nothing was said"
        assert (dialog.form.text.text(), dialog.form.title.text()) == stands
        dialog.close_now()
    else:
        found = _newest(somebody, kind)
        unnamed = found.type.name if found.type else ""
        assert (found.text, found.title) == (stands[0].strip(), stands[1].strip() or unnamed)
    dialog.deleteLater()
    somebody.no_bugs()


def activity_for_several(somebody: Typist, text: str) -> None:
    program = somebody.till.program
    dialog = ActivityDialog(somebody.till.till, somebody.till.window)
    dialog.ask(program.company.accounts(3, 4), "")
    dialog.text.set_text(text)
    stands = dialog.text.text()
    dialog.save_button.click()
    if dialog.is_open:
        assert _said(dialog), "nothing was stored and nothing was said"
        assert dialog.text.text() == stands
        dialog.close_now()
    else:
        for customer in program.company.accounts(3, 4):
            page = program.services.timelines.page(somebody.till.session, customer, kinds=[TimelineKind.ACTIVITY])
            assert page.items[0].text == stands.strip()
    dialog.deleteLater()
    somebody.no_bugs()


def name_of_a_view(somebody: Typist, name: str) -> None:
    somebody.till.window.go("store_books")
    page = somebody.till.window.page("store_books")
    assert isinstance(page, StoreBooksPage)
    views, session = somebody.till.program.services.views, somebody.till.session
    before = {view.name for view in views.list(session, View.STORE)}
    page.panel.changed.emit("name", Contains("name", "a"))
    page.chips.save.click()
    dialog = page.views.dialog
    assert dialog is not None
    dialog.name.edit.selectAll()
    dialog.name.edit.insert(name)
    stands = dialog.name.text()
    dialog.save_button.click()
    new = {view.name for view in views.list(session, View.STORE)} - before
    if dialog.is_open:
        assert dialog.name.error, "nothing was stored and nothing was said"
        assert dialog.name.text() == stands
        assert new == set()
        dialog.close_now()
    else:
        assert new == {stands.strip()}
        (made,) = (view for view in views.list(session, View.STORE) if view.name in new)
        views.delete(session, View.STORE, made)
    page.panel.changed.emit("name", None)
    somebody.no_bugs()


def badge(somebody: Typist, code: str) -> None:
    dialog = BadgeDialog(somebody.till.till, somebody.till.window)
    dialog.ask()
    worker = somebody.till.program.company.worker_id("001")
    dialog.worker.set_value(worker)
    dialog.code.edit.setText(code)
    stands = dialog.code.text()
    dialog.give_button.click()
    held = somebody.till.program.services.badges.of_store(somebody.till.session)
    if dialog.is_open:
        assert dialog.code.error, "nothing was stored and nothing was said"
        assert dialog.code.text() == stands
        assert worker not in held
        dialog.close_now()
    else:
        assert worker in held
        somebody.till.program.services.badges.remove(None, "001")
    dialog.deleteLater()
    somebody.no_bugs()


def signature(somebody: Typist, number: str, password: str) -> None:
    dialog = OverrideDialog(somebody.till.till, somebody.till.window, (Operation.REASSIGN,))
    dialog.open(dialog.number.edit)
    dialog.number.edit.insert(number)
    dialog.password.edit.setText(password)
    stands = dialog.number.text()
    dialog.sign_button.click()
    assert dialog.is_open
    assert dialog.number.error or dialog.password.error
    assert dialog.number.text() == stands
    dialog.close_now()
    assert dialog.password.text() == "", "a password that waits"
    dialog.deleteLater()
    somebody.no_bugs()


def follow_up(somebody: Typist, title: str, text: str, at: str) -> None:
    follow_ups, session = somebody.till.program.services.follow_ups, somebody.till.session
    before = {found.id for found in follow_ups.mine(session)}
    dialog = FollowUpDialog(somebody.till.till, somebody.till.window)
    dialog.ask(somebody.till.program.company.accounts(5, 5))
    dialog.title_field.set_text(title)
    dialog.text.set_text(text)
    dialog.time.set_text(at)
    stands = (dialog.title_field.text(), dialog.text.text(), dialog.time.text())
    dialog.save_button.click()
    made = [found for found in follow_ups.mine(session) if found.id not in before]
    if dialog.is_open:
        assert _said(dialog), "nothing was stored and nothing was said"
        assert (dialog.title_field.text(), dialog.text.text(), dialog.time.text()) == stands
        assert made == []
        dialog.close_now()
    else:
        assert [(found.title, found.text) for found in made] == [(stands[0].strip(), stands[1].strip())]
    dialog.deleteLater()
    somebody.no_bugs()


def _said(dialog: Dialog) -> str:
    """What is said to be wrong at the fields."""
    return "".join(field.error for field in dialog.findChildren(Labelled))


def _newest(somebody: Typist, kind: TimelineKind) -> TimelineItem:
    (customer,) = somebody.till.program.company.accounts(5, 5)
    services, session = somebody.till.program.services, somebody.till.session
    found = services.timelines.page(session, customer, kinds=[kind], limit=1).items
    if not found and kind is TimelineKind.NOTE:
        services.timelines.add_note(session, customer, "Before")
    elif not found:
        services.timelines.add_activity(
            session, customer, somebody.till.program.company.activity_types["visit"].id, "Before"
        )
    return services.timelines.page(session, customer, kinds=[kind], limit=1).items[0]
