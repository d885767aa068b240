"""What can be written behind `book` for handing books over and lending them."""

from typing import Any

from clienteling.cli.follow_up_arguments import day


def add_commands(book: Any) -> None:
    """The parser's part, in the group `book`."""
    split = book.add("split", "Hand a leaver's whole book over to several colleagues: all customers, or none.")
    split.add_argument("--from", dest="giver", required=True, metavar="W", help="the worker whose book it is")
    split.add_argument("--to", dest="takers", action="append", required=True, metavar="W", help="may be repeated")
    split.add_argument("--by", choices=("number", "spend"), default="number", help="what is divided evenly")
    split.add_argument("--reason", default="", metavar="TEXT", help="why; stands in the audit")
    split.add_argument("--dry-run", action="store_true", help="only say who would get how many")
    primary = book.add("primary", "Make the client book of one who has a customer the primary one.")
    primary.add_argument("account", metavar="ACCOUNT")
    primary.add_argument("--to", dest="taker", required=True, metavar="W", help="the worker whose book it is to be")
    primary.add_argument("--reason", default="", metavar="TEXT", help="why; stands in the audit")
    book.add("leavers", "Show who leaves soon or has left, and still has customers.")
    lend = book.add("lend", "Lend a book to a colleague until the end of a day.")
    lend.add_argument("--from", dest="giver", required=True, metavar="W", help="the worker whose book it is")
    lend.add_argument("--to", dest="taker", required=True, metavar="W", help="the worker who looks after it")
    lend.add_argument("--until", type=day, required=True, metavar="DAY", help="YYYY-MM-DD, or +N for in N days")
    lend.add_argument("--reason", default="", metavar="TEXT", help="why; stands in the audit")
    book.add("lent", "Show what is lent now in the store.")
    back = book.add("return", "Give a lent book back before its day.")
    back.add_argument("--from", dest="giver", required=True, metavar="W", help="the worker whose book it is")
