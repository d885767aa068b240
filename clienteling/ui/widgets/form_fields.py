"""Descriptions of the fields of a form, and of the headings between them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clienteling.ui.widgets.select import Choice

Shown = Callable[[Mapping[str, Any]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Options:
    """`note` stands behind the label, `hint` below the control. With `shown` a field comes and goes with the others."""

    note: str = ""
    hint: str = ""
    half: bool = False
    shown: Shown | None = None


@dataclass(frozen=True, slots=True)
class FormField(_Options):
    """What all fields have: a name for the program and a label for people."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class TextInput(FormField):
    """A line of text."""

    placeholder: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class SecretInput(FormField):
    """A line that shows dots. It is never filled, and its value is what was typed, as it is."""


@dataclass(frozen=True, slots=True)
class LinesInput(FormField):
    """Several lines of text."""

    least_lines: int = 3
    most_lines: int = 8
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class EntriesInput(FormField):
    """A list of short texts, one on each line; the value is a tuple."""

    least_lines: int = 3
    most_lines: int = 10


@dataclass(frozen=True, slots=True)
class NumberInput(FormField):
    """A whole number, or with `decimals` any: an int, a Decimal, or None where nothing is typed."""

    unit: str = ""
    decimals: bool = False


@dataclass(frozen=True, slots=True)
class DateInput(FormField):
    """A day, or None."""


@dataclass(frozen=True, slots=True)
class ChoiceInput(FormField):
    """One of some choices, or None; None itself may be the key of a choice."""

    choices: tuple[Choice, ...] = ()
    placeholder: str = "–"


@dataclass(frozen=True, slots=True)
class SeveralInput(FormField):
    """Any of some choices: a tuple of keys in the order of the choices."""

    choices: tuple[Choice, ...] = ()
    limit: int = 8


@dataclass(frozen=True, slots=True)
class SwitchInput(FormField):
    """On or off."""


class OwnControl(QWidget):
    """A control that is made elsewhere. `edited` is to be emitted for what people do."""

    edited = Signal()

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value, without `edited`."""
        raise NotImplementedError

    def set_wrong(self, wrong: bool) -> None:
        """Whether the value is said to be wrong."""


@dataclass(frozen=True, slots=True)
class OwnInput(FormField):
    """A control of one's own, such as a table of rows. Without a label it stands alone."""

    make: Callable[[], OwnControl] = OwnControl


@dataclass(frozen=True, slots=True)
class Heading:
    """A title between fields, and a sentence of what they are for."""

    title: str
    sentence: str = ""
    shown: Shown | None = None
