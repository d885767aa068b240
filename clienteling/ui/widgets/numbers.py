"""Numbers as people type them in a language."""

import re

from PySide6.QtCore import QLocale


class Numbers:
    """Numbers as they are typed in a language, and with a decimal point."""

    def __init__(self, locale: QLocale) -> None:
        self._point = locale.decimalPoint()
        self._group = locale.groupSeparator()

    def read(self, typed: str) -> str:
        """A typed number with a decimal point and nothing between its thousands; what is no number stays as it is."""
        text = "".join(sign for sign in typed if not sign.isspace())
        whole, point, rest = text.partition(self._point)
        if self._group and re.fullmatch(rf"[+-]?[0-9]{{1,3}}({re.escape(self._group)}[0-9]{{3}})+", whole):
            whole = whole.replace(self._group, "")
        text = f"{whole}.{rest}" if point else whole
        return text if re.fullmatch(r"[+-]?[0-9]*\.?[0-9]*", text) else typed

    def write(self, kept: str) -> str:
        return kept.replace(".", self._point) if re.fullmatch(r"[+-]?[0-9]*\.?[0-9]*", kept) else kept
