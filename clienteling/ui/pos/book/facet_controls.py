"""One control for each kind of filter. Each shows a facet, and tells what somebody sets by `changed`."""

from collections.abc import Hashable
from datetime import date
from decimal import Decimal
from math import ceil, floor, log10

from PySide6.QtCore import QCoreApplication, QTimer

from clienteling.domain.attribute import AttributeType, DisplayControl
from clienteling.domain.filters import Between, Contains, Facet, OneOf, Ranges
from clienteling.domain.history import is_contact
from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.facet_control import FacetControl
from clienteling.ui.pos.book.filter_words import amount, facet_label, range_words
from clienteling.ui.pos.book.gap_control import GapControl
from clienteling.ui.pos.book.window_control import WindowControl
from clienteling.ui.widgets.field import FieldEdit
from clienteling.ui.widgets.range_slider import RangeSlider
from clienteling.ui.widgets.section import SectionHead
from clienteling.ui.widgets.segments import Segment, Segments
from clienteling.ui.widgets.tick_list import TickItem, TickList

TYPING_PAUSE = 150
_SHOWN_VALUES = 5
_STEPS = 100
_ANY = "any"


def control_for(facet: Facet, formats: Formats, today: date) -> FacetControl:
    """The control that headquarters chose, as far as the values allow it."""
    match facet.control:
        case DisplayControl.LIST if facet.attribute and facet.attribute.type is AttributeType.BOOLEAN:
            return YesNoControl(facet, formats)
        case DisplayControl.LIST:
            return ListControl(facet, formats)
        case DisplayControl.RANGE:
            return RangeControl(facet, formats)
        case DisplayControl.WINDOW if is_contact(facet.key):
            return GapControl(facet, formats)
        case DisplayControl.WINDOW:
            return WindowControl(facet, formats, today)
        case DisplayControl.SLIDER | DisplayControl.SLIDER_WITH_BARS:
            return SliderControl(facet, formats)
        case DisplayControl.TEXT_BOX:
            return TextControl(facet, formats)


class ListControl(FacetControl):
    """Ticks for several values, or radios for one of them. Values keep their places while counts change."""

    def __init__(self, facet: Facet, formats: Formats) -> None:
        super().__init__(formats)
        self._key = facet.key
        self._single = not facet.multi_value
        self._order: list[str] = []
        self.list = TickList(facet_label(facet), exclusive=self._single, limit=_SHOWN_VALUES + self._single)
        self.list.changed.connect(self._tell)
        self.rows.addWidget(self.list)
        self.show_facet(facet)

    def show_facet(self, facet: Facet) -> None:
        counts = {value.value: value for value in facet.values}
        self._order = [value for value in self._order if value in counts]
        self._order += [value for value in counts if value not in self._order]
        items = [_any()] if self._single else []
        items += [TickItem(key, counts[key].label, self._formats.number(counts[key].count)) for key in self._order]
        asked = facet.criterion.values if isinstance(facet.criterion, OneOf) else frozenset()
        self.list.set_items(items, asked or ({_ANY} if self._single else ()))

    def _tell(self, keys: tuple[Hashable, ...]) -> None:
        values = frozenset(str(key) for key in keys if key != _ANY)
        self.changed.emit(OneOf(self._key, values) if values else None)


class RangeControl(FacetControl):
    """Ticks for the ranges between the thresholds, or radios for one of them."""

    def __init__(self, facet: Facet, formats: Formats) -> None:
        super().__init__(formats)
        self._key = facet.key
        self._single = not facet.multi_value
        self._parts: dict[Hashable, Between] = {}
        self.list = TickList(facet_label(facet), exclusive=self._single, limit=_SHOWN_VALUES + self._single)
        self.list.changed.connect(self._tell)
        self.rows.addWidget(self.list)
        self.show_facet(facet)

    def show_facet(self, facet: Facet) -> None:
        items = [_any()] if self._single else []
        for value in facet.values:
            if isinstance(value.criterion, Between):
                words = range_words(value.criterion, facet.attribute, self._formats)
                words = words[:1].upper() + words[1:]
                items.append(TickItem(value.value, words, self._formats.number(value.count)))
                self._parts[value.value] = value.criterion
        asked = facet.criterion.parts if isinstance(facet.criterion, Ranges) else (facet.criterion,)
        chosen = [key for key, part in self._parts.items() if part in asked]
        self.list.set_items(items, chosen or ((_ANY,) if self._single else ()))

    def _tell(self, keys: tuple[Hashable, ...]) -> None:
        parts = tuple(self._parts[key] for key in keys if key in self._parts)
        if len(parts) > 1:
            self.changed.emit(Ranges(self._key, parts))
        else:
            self.changed.emit(parts[0] if parts else None)


class YesNoControl(FacetControl):
    """Any, yes or no."""

    def __init__(self, facet: Facet, formats: Formats) -> None:
        super().__init__(formats)
        self._key = facet.key
        label = facet_label(facet)
        choices = (
            Segment(_ANY, QCoreApplication.translate("BookFilter", "Any")),
            Segment("true", formats.yes_no(True)),
            Segment("false", formats.yes_no(False)),
        )
        self.segments = Segments(choices, _ANY, name=label)
        self.segments.changed.connect(self._tell)
        self.rows.addWidget(SectionHead(label))
        self.rows.addWidget(self.segments)
        self.show_facet(facet)

    def show_facet(self, facet: Facet) -> None:
        counts = {value.value: value.count for value in facet.values}
        for key in ("true", "false"):
            self.segments.set_count(key, self._formats.number(counts.get(key, 0)))
        asked = facet.criterion.values if isinstance(facet.criterion, OneOf) else frozenset()
        self.segments.set_value(next(iter(asked)) if len(asked) == 1 else _ANY)

    def _tell(self, key: Hashable) -> None:
        self.changed.emit(None if key == _ANY else OneOf(self._key, frozenset({str(key)})))


class SliderControl(FacetControl):
    """A range between two knobs, over bars of how many there are if headquarters wants them.

    A knob at its end leaves that side open. Steps are round numbers, about a hundred of them.
    """

    def __init__(self, facet: Facet, formats: Formats) -> None:
        super().__init__(formats)
        self._key = facet.key
        self._attribute = facet.attribute
        self._step = Decimal(1)
        self._with_bars = facet.control is DisplayControl.SLIDER_WITH_BARS
        self.slider = RangeSlider(facet_label(facet), 0, 1, say=self._say)
        self.slider.changed.connect(self._tell)
        self.rows.addWidget(SectionHead(facet_label(facet)))
        self.rows.addWidget(self.slider)
        self.show_facet(facet)

    def show_facet(self, facet: Facet) -> None:
        if facet.lowest is None or facet.highest is None:
            return
        whole = self._attribute is not None and self._attribute.type is AttributeType.INTEGER
        self._step = _round_step(facet.highest - facet.lowest, whole=whole)
        bounds = floor(facet.lowest / float(self._step)), ceil(facet.highest / float(self._step))
        bars = [bar.count for bar in facet.bars] if self._with_bars else []
        self.slider.set_bounds(*bounds, bars)
        asked = facet.criterion if isinstance(facet.criterion, Between) else Between(self._key, None, None)
        low = bounds[0] if asked.low is None else floor(asked.low / self._step)
        high = bounds[1] if asked.high is None else ceil(asked.high / self._step)
        self.slider.set_values(low, high)

    def _tell(self, low: int, high: int) -> None:
        lowest, highest = self.slider.bounds()
        above = None if low <= lowest else low * self._step
        below = None if high >= highest else high * self._step
        self.changed.emit(None if above is None and below is None else Between(self._key, above, below))

    def _say(self, value: int) -> str:
        return amount(value * self._step, self._attribute, self._formats)


class TextControl(FacetControl):
    """A box to type in; what is typed is asked after a short pause."""

    def __init__(self, facet: Facet, formats: Formats) -> None:
        super().__init__(formats)
        self._key = facet.key
        self.edit = FieldEdit()
        self.edit.setAccessibleName(facet_label(facet))
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._tell)
        self.edit.textEdited.connect(lambda _text: self._pause.start())
        self.edit.returnPressed.connect(self._tell)
        self.rows.addWidget(SectionHead(facet_label(facet)))
        self.rows.addWidget(self.edit)
        self.show_facet(facet)

    def show_facet(self, facet: Facet) -> None:
        asked = facet.criterion.text if isinstance(facet.criterion, Contains) else ""
        if not self._pause.isActive() and self.edit.text().strip() != asked:
            self.edit.setText(asked)

    def _tell(self) -> None:
        self._pause.stop()
        text = self.edit.text().strip()
        self.changed.emit(Contains(self._key, text) if text else None)


def _any() -> TickItem:
    return TickItem(_ANY, QCoreApplication.translate("BookFilter", "Any"))


def _round_step(reach: float, *, whole: bool) -> Decimal:
    """1, 2 or 5 times a power of ten, so that about a hundred steps make `reach`."""
    rough = reach / _STEPS
    power = floor(log10(rough))
    round_ones = (Decimal(factor).scaleb(power) for factor in (1, 2, 5, 10))
    step = next(one for one in round_ones if one >= Decimal(rough))
    return max(step, Decimal(1)) if whole else step
