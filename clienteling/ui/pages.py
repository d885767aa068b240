"""All pages of the window, in the order of the rail."""

from PySide6.QtCore import QCoreApplication

from clienteling.domain.operations import Operation
from clienteling.ui.headquarters.pages import headquarters_specs
from clienteling.ui.headquarters.workspace import HeadquartersPage
from clienteling.ui.page import PageSpec
from clienteling.ui.pos.audit import AuditPage, HistoryPage
from clienteling.ui.pos.book.page import MyBookPage, StoreBooksPage
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.pos.customer_form.edit_page import EditCustomerPage
from clienteling.ui.pos.customer_form.new_page import NewCustomerPage
from clienteling.ui.pos.follow_ups.page import FollowUpsPage
from clienteling.ui.pos.import_page import ImportPage
from clienteling.ui.pos.quick_start import QuickStartPage
from clienteling.ui.pos.search_page import SearchPage
from clienteling.ui.pos.shop_floor.page import ManagerPage
from clienteling.ui.pos.status import StatusPage
from clienteling.ui.pos.welcome import WelcomePage
from clienteling.ui.till import Till


def page_specs(till: Till) -> tuple[PageSpec, ...]:
    """What the window can show to this session."""
    translate, o = QCoreApplication.translate, Operation
    return (
        PageSpec("home", translate("Pages", "Home"), "house", lambda: WelcomePage(till)),
        PageSpec(
            "my_book", translate("Pages", "My book"), "book-user", lambda: MyBookPage(till), o.VIEW_MY_CLIENT_BOOK
        ),
        PageSpec(
            "store_books",
            translate("Pages", "Store books"),
            "store",
            lambda: StoreBooksPage(till),
            o.VIEW_STORE_CLIENT_BOOKS,
        ),
        PageSpec("search", translate("Pages", "Search"), "search", lambda: SearchPage(till), o.CUSTOMER_SEARCH),
        PageSpec("follow_ups", translate("Pages", "Follow-ups"), "list-checks", lambda: FollowUpsPage(till), o.TASKS),
        PageSpec(
            "manager", translate("Pages", "Manager"), "chart-column", lambda: ManagerPage(till), o.VIEW_MANAGER_PAGE
        ),
        PageSpec("history", translate("Pages", "History"), "history", lambda: HistoryPage(till), o.VIEW_MY_CLIENT_BOOK),
        PageSpec("audit", translate("Pages", "Audit"), "scroll-text", lambda: AuditPage(till), o.VIEW_AUDIT),
        PageSpec("import", translate("Pages", "Import"), "file-input", lambda: ImportPage(till), o.IMPORT),
        PageSpec(
            "headquarters",
            translate("Pages", "HQ"),
            "building-2",
            lambda: HeadquartersPage(till, headquarters_specs),
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
            lambda: CustomerPage(till),
            o.VIEW_CUSTOMER_DETAILS,
            in_rail=False,
        ),
        PageSpec(
            "new_customer",
            translate("Pages", "New customer"),
            "user-plus",
            lambda: NewCustomerPage(till),
            Operation.CUSTOMER_ADD,
            in_rail=False,
        ),
        PageSpec(
            "edit_customer",
            translate("Pages", "Edit customer"),
            "pencil",
            lambda: EditCustomerPage(till),
            Operation.CUSTOMER_EDIT,
            in_rail=False,
        ),
        PageSpec(
            "status",
            translate("Pages", "Status"),
            "activity",
            lambda: StatusPage(till),
            o.CONNECTION_STATUS,
            in_rail=False,
            rail_key="home",
        ),
        PageSpec(
            "quick_start",
            translate("Pages", "Quick start"),
            "circle-help",
            lambda: QuickStartPage(till),
            in_rail=False,
            rail_key="home",
        ),
    )
