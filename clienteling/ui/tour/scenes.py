"""The scenes of the tour: an empty database, an associate's day, a manager, an administrator, trouble."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from clienteling.domain.customer_draft import ContactDraft
from clienteling.domain.filters import HOLDER, Contains, NextDays
from clienteling.domain.importing import Kind
from clienteling.services.books import View
from clienteling.ui.lists.card_view import Look
from clienteling.ui.pos.customer.head import View as Tab
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.pos.customer_form.new_page import NewCustomerPage
from clienteling.ui.pos.first_run import FirstRunPage
from clienteling.ui.pos.import_form import Asked
from clienteling.ui.pos.import_page import ImportPage
from clienteling.ui.pos.reassign import ReassignDialog
from clienteling.ui.pos.status import StatusPage
from clienteling.ui.tour.all_customers import all_customers_scenes
from clienteling.ui.tour.books import book_scenes
from clienteling.ui.tour.clouds import cloud_scenes
from clienteling.ui.tour.company_accounts import company_account_lock_scenes, company_account_scenes
from clienteling.ui.tour.engagement import engagement_scenes
from clienteling.ui.tour.follow_ups import follow_up_scenes
from clienteling.ui.tour.headquarters import company_scenes, headquarters_scenes
from clienteling.ui.tour.relationship import customer_relationship_scenes, headquarters_relationship_scenes
from clienteling.ui.tour.several_books import several_books_scenes
from clienteling.ui.tour.shop_floor import manager_scenes
from clienteling.ui.tour.signing import badge_scenes, override_scenes
from clienteling.ui.tour.stage import Script, Stage
from clienteling.ui.tour.timeline import timeline_scenes

_ASSOCIATE, _NEWCOMER, _MANAGER, _ADMINISTRATOR = "000274", "000279", "000280", "000281"
_NOT_A_DATABASE = b"This was a database once. " * 4096


def whole_tour(stage: Stage, home: Path) -> Script:
    """Everything. `home` is the data folder, which is broken at the end."""
    yield from _first_run(stage)
    services = stage.program.services
    password = services.sign_in.demo_password() if services else None
    yield from _signing_in(stage, password or "")
    yield from _own_book(stage)
    yield from _searching(stage)
    yield from _customer(stage)
    yield from follow_up_scenes(stage)
    yield from _new_customer(stage)
    yield from override_scenes(stage, password or "")
    yield from _locking(stage, password or "")
    yield from _newcomer(stage, password or "")
    yield from _manager(stage, password or "")
    yield from _administrator(stage, password or "", home)
    yield from _trouble(stage, home)


def _first_run(stage: Stage) -> Script:
    yield from stage.show("first-run")
    yield from company_scenes(stage)
    page = stage.program.window.findChild(FirstRunPage)
    if page is not None:
        page.demo_asked.emit()
    yield stage.settled


def _signing_in(stage: Stage, password: str) -> Script:
    yield from stage.show("sign-in")
    yield from stage.sign_in(_ASSOCIATE, "not-the-password")
    yield from stage.show("sign-in-refused")
    yield from company_account_scenes(stage)
    yield from stage.sign_in(_ASSOCIATE, password)
    yield from stage.show("home")
    stage.program.window.go("quick_start")
    yield from stage.show("quick-start")


def _own_book(stage: Stage) -> Script:
    stage.hold()
    page = stage.book("my_book")
    yield stage.looks(20)
    stage.take("my-book-loading")
    stage.let_go()
    yield from stage.show("my-book")
    birthday = stage.facets(View.MINE)["Birthday"]
    page.panel.changed.emit(birthday.key, NextDays(birthday.key, 30))
    yield from stage.show("my-book-filtered")
    for _ in range(3):
        stage.press(page.cards, Qt.Key.Key_Space)
        stage.press(page.cards, Qt.Key.Key_Right)
    yield from stage.show("my-book-selected")
    page.commands.remove()
    yield from stage.show("my-book-removed-with-undo")
    stage.program.window.go("history")
    yield from stage.show("history")
    stage.book("my_book")
    page.panel.changed.emit("name", Contains("name", "nobody is called so"))
    yield from stage.show("my-book-no-match")
    page.chips.cleared.emit()
    page.cards.set_look(Look.ROWS)
    yield from stage.show("my-book-as-list")
    page.cards.set_look(Look.CARDS)
    yield from book_scenes(stage, page)


def _searching(stage: Stage) -> Script:
    stage.type_search("anna")
    yield from stage.show("search-while-typing")
    for text, name in (("an", "search"), ("zzyzx", "search-no-match")):
        stage.type_search(text)
        stage.program.window.go("search", text)
        yield from stage.show(name)
    stage.program.window.top_bar.search.set_text("")


def _customer(stage: Stage) -> Script:
    found = stage.till.services.search.find(stage.till.session, "Giulia Amico").hits
    stage.program.window.go("customer", (found[0].customer_id, [hit.customer_id for hit in found]))
    page = stage.program.window.page("customer")
    if not isinstance(page, CustomerPage):
        raise TypeError("customer")
    yield from stage.show("customer")
    for tab, name in ((Tab.PURCHASES, "purchases"), (Tab.NOTES, "notes"), (Tab.ATTRIBUTES, "attributes")):
        page.head.tabs.changed.emit(tab)
        page.head.tabs.set_value(tab)
        yield from stage.show(f"customer-{name}")
    page.head.tabs.changed.emit(Tab.TIMELINE)
    page.head.tabs.set_value(Tab.TIMELINE)
    page.timeline.composer.text.edit.setPlainText("Picked up the altered dress. Would love to come to the preview.")
    yield from stage.show("customer-writing")
    page.timeline.composer.text.edit.setPlainText("")
    yield from timeline_scenes(stage, page, found[0].customer_id)
    yield from customer_relationship_scenes(stage, page)


def _new_customer(stage: Stage) -> Script:
    known = stage.till.services.search.find(stage.till.session, "Giulia Amico").hits[0].customer_id
    draft = stage.till.services.customer_changes.form(stage.till.session, known)
    stage.program.window.go("new_customer", "giulia amicco")
    yield from stage.show("new-customer")
    page = stage.program.window.page("new_customer")
    if not isinstance(page, NewCustomerPage):
        raise TypeError("new_customer")
    twin = replace(page.form.draft(), phones=draft.draft.phones[:1], dates=draft.draft.dates[:1])
    page.form.show_draft(twin)
    page.duplicates.look()
    yield from stage.show("new-customer-duplicate")
    page.form.show_draft(replace(twin, first_name="", last_name="", emails=(ContactDraft("giulia.example.org"),)))
    page.head.save.click()
    yield from stage.show("new-customer-wrong")
    page.head.cancel.click()
    yield stage.settled
    stage.program.window.go("edit_customer", known)
    yield from stage.show("edit-customer")


def _locking(stage: Stage, password: str) -> Script:
    stage.sessions.lock()
    yield from stage.show("locked")
    yield from company_account_lock_scenes(stage)
    lock = stage.sessions.lock_page
    if lock is not None:
        lock.password.edit.setText(password)
        lock.button.click()
    yield stage.settled


def _newcomer(stage: Stage, password: str) -> Script:
    yield from stage.change_worker(_NEWCOMER, password)
    yield from stage.show("home-empty-book")
    stage.book("my_book")
    yield from stage.show("my-book-empty")


def _manager(stage: Stage, password: str) -> Script:
    yield from stage.change_worker(_MANAGER, password)
    yield from manager_scenes(stage)
    yield from several_books_scenes(stage)
    page = stage.book("store_books")
    yield from stage.show("store-books")
    page.panel.changed.emit(HOLDER, stage.choice(View.STORE, HOLDER, "Sofie Ægidius"))
    yield stage.settled
    page.cards.select_all()
    yield stage.settled
    page.commands.reassign()
    yield stage.settled
    dialog = stage.program.window.findChild(ReassignDialog)
    if dialog is not None:
        taker = next(person for person in dialog.taker.people if person.name == "Jens Kjær")
        dialog.taker.set_value(taker.key)
        dialog.taker.changed.emit(taker.key)
        dialog.reason.set_text("Sofie moves to the Copenhagen store")
        yield from stage.show("reassign")
        dialog.move_button.click()
    yield from stage.show("reassigned-with-undo")
    stage.program.window.go("audit")
    yield from stage.show("audit")
    yield from badge_scenes(stage)


def _administrator(stage: Stage, password: str, home: Path) -> Script:
    yield from stage.change_worker(_ADMINISTRATOR, password)
    stage.program.window.go("status")
    page = stage.program.window.page("status")
    if isinstance(page, StatusPage):
        page.check.click()
    yield from stage.show("status")
    stage.program.window.go("import")
    yield from stage.show("import")
    page = stage.program.window.page("import")
    if isinstance(page, ImportPage):
        page.panel.start(Asked(_odd_products(home), Kind.PRODUCTS, None, partial=False, dry_run=False))
    yield from stage.show("import-rejected")
    yield from cloud_scenes(stage)
    yield from headquarters_scenes(stage)
    yield from all_customers_scenes(stage)
    yield from headquarters_relationship_scenes(stage)
    yield from engagement_scenes(stage, home)


def _odd_products(home: Path) -> Path:
    """A file of products with rows that cannot be taken."""
    file = home / "products.csv"
    file.write_text("sku,name,price\nHAT-1,Felt hat,149.00\nHAT-2,,89.00\nHAT-3,Straw hat,a lot\n", encoding="utf-8")
    return file


def _trouble(stage: Stage, home: Path) -> Script:
    """The database file is overwritten under the program, as a failing disk would."""
    stage.program.window.go("home")
    yield stage.settled
    (home / "clienteling.sqlite").write_bytes(_NOT_A_DATABASE)
    if stage.program.services is not None:
        # What the open connections still know would hide it for a while.
        stage.program.services.close()
    stage.book("store_books")
    yield from stage.show("store-books-error")
    stage.program.open()
    yield from stage.show("trouble")
