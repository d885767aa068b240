from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from clienteling.ui.widgets.chip import ChoiceChip
from clienteling.ui.widgets.flow_layout import FlowLayout

Show = Callable[..., QWidget]


def _chips(count: int) -> tuple[QWidget, FlowLayout]:
    ground = QWidget()
    flow = FlowLayout(ground)
    for number in range(count):
        flow.addWidget(ChoiceChip(f"Saved view {number}", count="64"))
    return ground, flow


def _chips_of(flow: FlowLayout) -> list[QWidget]:
    items = [flow.itemAt(at) for at in range(flow.count())]
    widgets = [item.widget() for item in items if item is not None]
    return [widget for widget in widgets if widget is not None]


def test_chips_wrap_and_none_is_narrowed(show: Show) -> None:
    ground, flow = _chips(6)
    show(ground, width=420)

    chips = _chips_of(flow)
    assert len({chip.y() for chip in chips}) > 1
    assert all(chip.width() == chip.sizeHint().width() for chip in chips)
    assert all(ground.rect().contains(chip.geometry()) for chip in chips)


def test_fewer_rows_where_there_is_more_room(show: Show) -> None:
    ground, flow = _chips(6)
    show(ground)

    assert flow.heightForWidth(2000) == 36
    assert flow.heightForWidth(400) > 36


def test_a_chip_wider_than_the_row_is_narrowed_to_it(show: Show) -> None:
    ground = QWidget()
    flow = FlowLayout(ground)
    flow.addWidget(ChoiceChip("A view with a very long name indeed " * 3))
    show(ground, width=300)

    chip = _chips_of(flow)[0]
    assert chip.geometry().right() <= ground.rect().right()


def test_it_begins_at_the_right_for_languages_that_do(show: Show) -> None:
    ground, flow = _chips(2)
    ground.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(ground, width=600)

    first, second = _chips_of(flow)
    assert first.geometry().right() == ground.rect().right()
    assert second.x() < first.x()


def test_hidden_chips_take_no_room(show: Show) -> None:
    ground, flow = _chips(2)
    show(ground)
    first, second = _chips_of(flow)

    first.hide()
    flow.activate()

    assert second.x() == 0


def test_chips_can_be_put_in_between_and_all_taken_out(show: Show) -> None:
    ground, flow = _chips(2)
    show(ground)
    between = ChoiceChip("Between")

    flow.insert_widget(1, between)
    assert _chips_of(flow)[1] is between

    flow.clear()
    assert flow.count() == 0
