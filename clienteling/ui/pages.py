"""All pages of the window, in the order of the rail. The code of a page is imported when it is first built."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from clienteling.domain.operations import Operation
from clienteling.ui.page import Page, PageSpec
from clienteling.ui.till import Till


def page_specs(till: Till) -> tuple[PageSpec, ...]:
    """What the window can show to this session."""
    translate, o = QCoreApplication.translate, Operation
    return (
        PageSpec("home", translate("Pages", "Home"), "house", partial(_welcome, till)),
        PageSpec("my_book", translate("Pages", "My book"), "book-user", partial(_my_book, till), o.VIEW_MY_CLIENT_BOOK),
        PageSpec(
            "store_books",
            translate("Pages", "Store books"),
            "store",
            partial(_store_books, till),
            o.VIEW_STORE_CLIENT_BOOKS,
        ),
        PageSpec("search", translate("Pages", "Search"), "search", partial(_search, till), o.CUSTOMER_SEARCH),
        PageSpec("follow_ups", translate("Pages", "Follow-ups"), "list-checks", partial(_follow_ups, till), o.TASKS),
        PageSpec(
            "manager", translate("Pages", "Manager"), "chart-column", partial(_manager, till), o.VIEW_MANAGER_PAGE
        ),
        PageSpec("history", translate("Pages", "History"), "history", partial(_history, till), o.VIEW_MY_CLIENT_BOOK),
        PageSpec("audit", translate("Pages", "Audit"), "scroll-text", partial(_audit, till), o.VIEW_AUDIT),
        PageSpec("import", translate("Pages", "Import"), "file-input", partial(_import, till), o.IMPORT),
        PageSpec(
            "headquarters",
            translate("Pages", "HQ"),
            "building-2",
            partial(_headquarters, till),
            o.SET_UP,
        ),
        *_hidden(till),
    )


def _hidden(till: Till) -> tuple[PageSpec, ...]:
    """The pages that are reached from others, not from the rail."""
    translate, o = QCoreApplication.translate, Operation
    return (
        PageSpec(
            "customer",
            translate("Pages", "Customer"),
            "user",
            partial(_customer, till),
            o.VIEW_CUSTOMER_DETAILS,
            in_rail=False,
        ),
        PageSpec(
            "new_customer",
            translate("Pages", "New customer"),
            "user-plus",
            partial(_new_customer, till),
            Operation.CUSTOMER_ADD,
            in_rail=False,
        ),
        PageSpec(
            "edit_customer",
            translate("Pages", "Edit customer"),
            "pencil",
            partial(_edit_customer, till),
            Operation.CUSTOMER_EDIT,
            in_rail=False,
        ),
        PageSpec(
            "status",
            translate("Pages", "Status"),
            "activity",
            partial(_status, till),
            o.CONNECTION_STATUS,
            in_rail=False,
            rail_key="home",
        ),
        PageSpec(
            "quick_start",
            translate("Pages", "Quick start"),
            "circle-help",
            partial(_quick_start, till),
            in_rail=False,
            rail_key="home",
        ),
    )


# How pages are built


def _welcome(till: Till) -> Page:
    from clienteling.ui.pos.welcome import WelcomePage

    return WelcomePage(till)


def _my_book(till: Till) -> Page:
    from clienteling.ui.pos.book.page import MyBookPage

    return MyBookPage(till)


def _store_books(till: Till) -> Page:
    from clienteling.ui.pos.book.page import StoreBooksPage

    return StoreBooksPage(till)


def _search(till: Till) -> Page:
    from clienteling.ui.pos.search_page import SearchPage

    return SearchPage(till)


def _follow_ups(till: Till) -> Page:
    from clienteling.ui.pos.follow_ups.page import FollowUpsPage

    return FollowUpsPage(till)


def _manager(till: Till) -> Page:
    from clienteling.ui.pos.shop_floor.page import ManagerPage

    return ManagerPage(till)


def _history(till: Till) -> Page:
    from clienteling.ui.pos.audit import HistoryPage

    return HistoryPage(till)


def _audit(till: Till) -> Page:
    from clienteling.ui.pos.audit import AuditPage

    return AuditPage(till)


def _import(till: Till) -> Page:
    from clienteling.ui.pos.import_page import ImportPage

    return ImportPage(till)


def _headquarters(till: Till) -> Page:
    from clienteling.ui.headquarters.pages import headquarters_specs
    from clienteling.ui.headquarters.workspace import HeadquartersPage

    return HeadquartersPage(till, headquarters_specs)


def _customer(till: Till) -> Page:
    from clienteling.ui.pos.customer.page import CustomerPage

    return CustomerPage(till)


def _new_customer(till: Till) -> Page:
    from clienteling.ui.pos.customer_form.new_page import NewCustomerPage

    return NewCustomerPage(till)


def _edit_customer(till: Till) -> Page:
    from clienteling.ui.pos.customer_form.edit_page import EditCustomerPage

    return EditCustomerPage(till)


def _status(till: Till) -> Page:
    from clienteling.ui.pos.status import StatusPage

    return StatusPage(till)


def _quick_start(till: Till) -> Page:
    from clienteling.ui.pos.quick_start import QuickStartPage

    return QuickStartPage(till)
