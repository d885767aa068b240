"""What people call the rows of a customer's file."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from clienteling.domain.erasure import TITLES
from clienteling.ui.till import Till


def kind_words(table: str) -> str:
    """What people call the rows of a table."""
    return QCoreApplication.translate("Problem", TITLES.get(table, table.replace("_", " ").capitalize()))


def counts_words(till: Till, counts: Mapping[str, int]) -> str:
    """Phones 2, Notes 5."""
    return till.formats.joined(f"{kind_words(kind)} {till.formats.number(n)}" for kind, n in sorted(counts.items()))
