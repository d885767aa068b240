"""The till's pages, in the order of the rail."""

from PySide6.QtCore import QCoreApplication

from clienteling.domain.operations import Operation
from clienteling.ui.page import PageSpec
from clienteling.ui.pos.audit import AuditPage, HistoryPage
from clienteling.ui.pos.book.page import MyBookPage, StoreBooksPage
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.pos.import_page import ImportPage
from clienteling.ui.pos.search_page import SearchPage
from clienteling.ui.pos.status import StatusPage
from clienteling.ui.pos.till import Till
from clienteling.ui.pos.welcome import WelcomePage


def page_specs(till: Till) -> tuple[PageSpec, ...]:
    """What the window can show to this session."""
    translate = QCoreApplication.translate
    return (
        PageSpec("home", translate("Pages", "Home"), "house", lambda: WelcomePage(till)),
        PageSpec(
            "my_book",
            translate("Pages", "My book"),
            "book-user",
            lambda: MyBookPage(till),
            Operation.VIEW_MY_CLIENT_BOOK,
        ),
        PageSpec(
            "store_books",
            translate("Pages", "Store books"),
            "store",
            lambda: StoreBooksPage(till),
            Operation.VIEW_STORE_CLIENT_BOOKS,
        ),
        PageSpec(
            "search",
            translate("Pages", "Search"),
            "search",
            lambda: SearchPage(till),
            Operation.CUSTOMER_SEARCH,
        ),
        PageSpec(
            "history",
            translate("Pages", "History"),
            "history",
            lambda: HistoryPage(till),
            Operation.VIEW_MY_CLIENT_BOOK,
        ),
        PageSpec("audit", translate("Pages", "Audit"), "scroll-text", lambda: AuditPage(till), Operation.VIEW_AUDIT),
        PageSpec("import", translate("Pages", "Import"), "file-input", lambda: ImportPage(till), Operation.IMPORT),
        PageSpec(
            "customer",
            translate("Pages", "Customer"),
            "user",
            lambda: CustomerPage(till),
            Operation.VIEW_CUSTOMER_DETAILS,
            in_rail=False,
        ),
        PageSpec(
            "status",
            translate("Pages", "Status"),
            "activity",
            lambda: StatusPage(till),
            Operation.CONNECTION_STATUS,
            in_rail=False,
            rail_key="home",
        ),
    )
