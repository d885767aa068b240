"""Messages of the domain in the worker's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from clienteling.domain.configuration.item import Remarks
from clienteling.domain.errors import Marked


def in_words(template: str, values: Mapping[str, object]) -> str:
    """A message in the worker's language, and so are those of its values that are words of the program."""
    translate = QCoreApplication.translate
    told = dict(values)
    for name, value in values.items():
        if isinstance(value, Remarks):
            told[name] = "; ".join(in_words(remark.template, remark.values) for remark in value)
        elif isinstance(value, Marked) or (name == "operation" and isinstance(value, str)):
            told[name] = translate("Problem", str(value))
    return translate("Problem", template).format(**told)
