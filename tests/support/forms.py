"""Typing anything into any field, and what has to hold then.

What is typed is stored and shown exactly, but for space around it, or it is refused at its field and stands there
still. Nothing turns out to be a bug. What does not hold raises AssertionError.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent

from clienteling.domain.activity import TimelineItem
from clienteling.domain.addresses import Part
from clienteling.domain.errors import Invalid
from clienteling.domain.filters import Contains
from clienteling.ui.page import Page
from clienteling.ui.pages import page_specs
from clienteling.ui.pos.book.facet_controls import TextControl
from clienteling.ui.pos.book.page import StoreBooksPage
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.pos.customer_form.edit_page import EditCustomerPage
from clienteling.ui.pos.customer_form.form_page import FormPage
from clienteling.ui.pos.customer_form.new_page import NewCustomerPage
from clienteling.ui.pos.desk import Desk
from clienteling.ui.pos.import_form import FILE, FOLDER
from clienteling.ui.pos.import_page import ImportPage
from clienteling.ui.pos.reassign import ReassignDialog
from clienteling.ui.pos.search_page import SearchPage
from clienteling.ui.pos.sessions import Sessions
from clienteling.ui.pos.sign_in import SignInPage
from clienteling.ui.widgets.field import Field
from tests.support.till import OpenTill

_PHONE = 3  # among the fields; where it is emptied, the customer's next one stands first

AnyPage = TypeVar("AnyPage", bound=Page)


@dataclass(frozen=True, slots=True)
class Typist:
    """Somebody who types anything anywhere, at a till with all its pages. It should be the administrator's."""

    till: OpenTill
    desk: Desk

    # The timeline

    def note(self, text: str, title: str) -> None:
        self._compose(text, title, note=True)

    def activity(self, text: str, title: str) -> None:
        self._compose(text, title, note=False)

    def _compose(self, text: str, title: str, *, note: bool) -> None:
        composer = self._page("customer", CustomerPage, self._customer(1)).timeline.composer
        composer.kinds()[-1 if note else 0].click()
        composer.title.setText(title)
        composer.text.set_text(text)
        stands = (composer.text.text(), composer.title.text())
        before = self._items()
        composer.save()
        new = [item for item in self._items() if item not in before]
        if new:
            (item,) = new
            unnamed = item.type.name if item.type else ""  # an activity without a title goes by its type
            assert (item.text, item.title) == (stands[0].strip(), stands[1].strip() or unnamed)
            assert composer.text.text() == composer.title.text() == ""
        else:
            assert (composer.text.text(), composer.title.text()) == stands
            assert composer.error_line.text, "nothing was stored and nothing was said"
            composer.text.set_text("")
            composer.title.setText("")
        self.no_bugs()

    def _items(self) -> tuple[TimelineItem, ...]:
        timelines = self.till.program.services.timelines
        return timelines.page(self.till.session, self._customer(1), limit=3).items

    # Customers

    def new_customer(self, texts: tuple[str, ...]) -> None:
        page = self._page("new_customer", NewCustomerPage)
        page.form.address.country._choose("AI")  # a country with few rules
        self._fill(page, texts)

    def edit_customer(self, texts: tuple[str, ...]) -> None:
        self._fill(self._opened(2), texts)

    def _opened(self, number: int) -> EditCustomerPage:
        """The form of a customer, by way of the customer's page."""
        self._page("customer", CustomerPage, self._customer(number))
        return self._page("edit_customer", EditCustomerPage, self._customer(number))

    def _fill(self, page: FormPage, texts: tuple[str, ...]) -> None:
        fields = _fields(page)
        for field, text in zip(fields, texts, strict=True):
            _write(field, text)
        stands = [field.text() for field in fields]
        page.head.save.click()
        if page.is_active:
            said = [field.error for field in page.form.findChildren(Field) if field.error] or [page.banner.text]
            assert any(said), "nothing was stored and nothing was said"
            assert [field.text() for field in fields] == stands
            page.head.cancel.click()
        else:
            customer = self.till.window.page("customer")
            stored = customer._customer_id if isinstance(customer, CustomerPage) else None
            again = self._page("edit_customer", EditCustomerPage, stored)
            shown = [field.text() for field in _fields(again)]
            kept = [text.strip() for text in stands]
            assert shown == [text or shown[place] if place == _PHONE else text for place, text in enumerate(kept)]
        self.till.window.go("home")
        self.no_bugs()

    # Books and search

    def reason(self, text: str) -> None:
        program = self.till.program
        dialog = ReassignDialog(self.till.till, self.till.window)
        dialog.ask(program.company.accounts(1, 2))
        giver, takers = dialog.giver.value(), [program.company.worker_id(number) for number in ("001", "002")]
        taker = next(key for key in takers if key != giver)
        dialog.taker.set_value(taker)
        dialog.taker.changed.emit(taker)
        _write(dialog.reason, text)
        stands = dialog.reason.text()
        dialog.move_button.click()
        if dialog.is_open:
            assert dialog.reason.error or dialog.trouble.text
            assert dialog.reason.text() == stands
            dialog.close_now()
        else:
            assert program.services.audit.lines(self.till.session, limit=1)[0].reason == stands.strip()
        dialog.deleteLater()
        self.no_bugs()

    def filter(self, text: str) -> None:
        page = self._page("store_books", StoreBooksPage)
        for control in page.panel.findChildren(TextControl):
            control.edit.setFocus()
            control.edit.selectAll()
            control.edit.insert(text)
            stands = control.edit.text()
            control.edit.returnPressed.emit()
            assert control.edit.text() == stands
            asked = [c.text for c in page._query.criteria if isinstance(c, Contains)]
            assert asked == ([stands.strip()] if stands.strip() else [])
            control.edit.setText("")
            control.edit.returnPressed.emit()
        self.no_bugs()

    def search(self, text: str) -> None:
        edit = self.till.window.top_bar.search.edit
        edit.setText(text)
        stands = edit.text()
        edit.textEdited.emit(stands)
        self.till.window.search_requested.emit(stands)
        assert edit.text() == stands
        self.till.window.search_submitted.emit(stands)
        page = self.till.window.page(self.till.window.page_key or "home")
        assert isinstance(page, SearchPage | CustomerPage)
        self.till.window.go("home")
        self.no_bugs()

    # Files

    def import_file(self, text: str) -> None:
        form = self._page("import", ImportPage).panel.form
        for what in (FILE, FOLDER):
            form.what.button(what).click()
            _write(form.path, text)
            stands = form.path.text()
            is_there = False
            with suppress(OSError, RuntimeError, ValueError):
                path = Path(stands.strip()).expanduser()
                is_there = bool(stands.strip()) and (path.is_dir() if what == FOLDER else path.is_file())
            if is_there:
                continue  # somebody has typed the name of a real one
            form.try_button.click()
            assert form.path.error
            assert form.path.text() == stands
        self.no_bugs()

    # Below

    def _page(self, key: str, kind: type[AnyPage], argument: object = None) -> AnyPage:
        self.till.window.go(key, argument)
        page = self.till.window.page(key)
        assert isinstance(page, kind)
        return page

    def _customer(self, number: int) -> int:
        return self.till.program.company.accounts(number, number)[0]

    def no_bugs(self) -> None:
        """Where nobody says what went wrong, it is told to the window: a bug, or a problem without a field."""
        bugs = [error for error in self.till.errors if not isinstance(error, Invalid)]
        self.till.errors.clear()
        # As the event loop does between two acts: what was closed is gone.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert bugs == []


def _fields(page: FormPage) -> list[Field]:
    form = page.form
    fields = [form.who.title_field, form.who.first_name, form.who.last_name, form.who.phones.fields[0]]
    return [*fields, form.dates.cards[0].number, form.address.parts[Part.STREET]]


def _write(field: Field, text: str) -> None:
    """As a person types or pastes it."""
    field.edit.setFocus()
    field.edit.selectAll()
    field.edit.insert(text)
    field.edit.textEdited.emit(field.edit.text())


def typist(till: OpenTill) -> Typist:
    """Sit down at a till, with all its pages."""
    services, formats, now = till.program.services, till.till.formats, till.till.now
    desk = Desk(till.window, services, till.session, till.tasks, till.messages, formats, now, page_specs)
    desk.open(lambda: None)
    till.window.show_frame()
    till.window.show()
    till.window.go("home")
    return Typist(till, desk)


def sign_in(till: OpenTill, number: str, password: str) -> None:
    """Try to sign in with anything."""
    program = till.program
    page = SignInPage()
    sessions = Sessions(till.window, page, program.services, till.tasks, till.messages, program.clock, page_specs)
    sessions.use(till.session.register)
    page.number.set_text(number)
    page.password.edit.setText(password)
    stands = page.number.text()
    page.button.click()
    assert sessions.desk is None
    assert page.number.error or page.password.error
    assert page.number.text() == stands
    sessions.deleteLater()
    page.deleteLater()
    assert till.errors == []
