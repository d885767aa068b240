"""The card view: finger, mouse and keyboard; what stays when other customers are shown."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.formats import Formats
from clienteling.ui.lists.card_delegate import Look
from clienteling.ui.lists.card_view import CardView, Place, Selection
from clienteling.ui.theme import Mode, apply, theme_for
from tests.ui.lists.samples import Shelf, card, clock

Show = Callable[..., QWidget]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def view(formats: Formats, shelf: Shelf, show: Show) -> CardView:
    made = CardView(shelf.fetch, formats, clock)
    show(made, 998)
    made.show_cards(range(1, 31), [card(key) for key in range(1, 31)])
    made.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def _rect(view: CardView, customer_id: int) -> QRect:
    row = list(view.customer_ids).index(customer_id)
    return view.visualRect(view.model().index(row, 0))


def _tap(view: CardView, customer_id: int, at: QPoint, keys: Qt.KeyboardModifier | None = None) -> None:
    modifiers = keys if keys is not None else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view.viewport(), LEFT, modifiers, _rect(view, customer_id).topLeft() + at)


AVATAR, MIDDLE = QPoint(40, 40), QPoint(160, 120)


def _top(view: CardView) -> int:
    index = view.indexAt(QPoint(20, 100))
    return view.customer_ids[index.row()]


def test_cards_stand_in_columns_that_share_the_width(view: CardView) -> None:
    assert {_rect(view, key).y() for key in (1, 2, 3)} == {0}
    assert _rect(view, 4).x() == 0
    assert _rect(view, 1).size().width() == 327
    assert _rect(view, 1).size().height() == 208


def test_a_wider_view_has_more_columns(view: CardView, qtbot: QtBot) -> None:
    view.window().resize(1552, 640)
    qtbot.waitUntil(lambda: _rect(view, 4).y() == 0)
    assert _rect(view, 5).x() == 0


def test_a_tap_opens_and_a_tap_on_the_avatar_selects(view: CardView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        _tap(view, 5, MIDDLE)
    assert opened.args == [5]
    with qtbot.assertNotEmitted(view.opened):
        _tap(view, 5, AVATAR)
        _tap(view, 2, AVATAR)
    assert view.selection() == Selection((2, 5))
    _tap(view, 5, AVATAR)
    assert view.selection() == Selection((2,))


def test_a_tap_between_cards_does_nothing(view: CardView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.opened), qtbot.assertNotEmitted(view.selection_changed):
        _tap(view, 5, QPoint(3, 100))


def test_pressing_long_selects_and_does_not_open(view: CardView, qtbot: QtBot) -> None:
    position = _rect(view, 3).topLeft() + MIDDLE
    with qtbot.assertNotEmitted(view.opened):
        with qtbot.waitSignal(view.selection_changed, timeout=5000):
            QTest.mousePress(view.viewport(), LEFT, pos=position)
        QTest.mouseRelease(view.viewport(), LEFT, pos=position)
    assert view.selection() == Selection((3,))


def test_dragging_neither_opens_nor_selects(view: CardView, qtbot: QtBot) -> None:
    start = _rect(view, 3).topLeft() + MIDDLE
    end = start + QPoint(0, 60)
    with qtbot.assertNotEmitted(view.opened), qtbot.assertNotEmitted(view.selection_changed):
        QTest.mousePress(view.viewport(), LEFT, pos=start)
        global_end = QPointF(view.viewport().mapToGlobal(end))
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(end), global_end, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), move)
        QTest.mouseRelease(view.viewport(), LEFT, pos=start)


def test_control_and_shift_select_with_the_mouse(view: CardView) -> None:
    _tap(view, 2, MIDDLE, Qt.KeyboardModifier.ControlModifier)
    _tap(view, 5, MIDDLE, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == Selection((2, 3, 4, 5))


def test_arrows_move_enter_opens_and_space_selects(view: CardView, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Space):
        QTest.keyClick(view, key)
    assert view.selection() == Selection((4,))
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [4]


def test_control_a_selects_everybody_read_or_not_and_escape_drops_it(view: CardView) -> None:
    view.show_cards(range(100_000))
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.selection()) == 100_000
    assert view.selection().everything
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selection() == Selection()


class Keys(QObject):
    """Writes down the keys that reach a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.pressed: list[int] = []
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.pressed.append(event.key())
        return False


def test_keys_the_view_does_not_use_reach_the_window(view: CardView) -> None:
    keys = Keys(view.window())
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_7, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    assert keys.pressed == [Qt.Key.Key_Escape, Qt.Key.Key_7]
    assert view.currentIndex().row() == 1


def test_what_is_selected_stays_selected_as_far_as_it_is_still_there(view: CardView, qtbot: QtBot) -> None:
    for key in (2, 5, 7):
        _tap(view, key, AVATAR)
    with qtbot.waitSignal(view.selection_changed) as told:
        view.show_cards([7, 8, 2, 9])
    assert told.args == [Selection((7, 2))]


def test_everything_stays_everything(view: CardView) -> None:
    view.select_all()
    view.show_cards([1, 2, 3])
    assert view.selection() == Selection((1, 2, 3), everything=True)


def test_a_refresh_keeps_the_place_when_somebody_above_is_gone(view: CardView) -> None:
    view.show_cards(range(1, 2001))
    view.show_customer(1500)
    top = _top(view)
    assert top > 1400
    view.show_cards([key for key in range(1, 2001) if key != 10], place=Place.KEPT)
    assert abs(_top(view) - top) <= 2
    assert view.customer_ids[view.currentIndex().row()] == 1500


def test_another_result_is_shown_from_its_top(view: CardView, qtbot: QtBot) -> None:
    view.show_cards(range(1, 2001))
    view.show_customer(1500)
    view.show_cards(range(5, 2001))
    qtbot.waitUntil(lambda: _top(view) == 5)
    assert view.currentIndex().row() == 0


def test_the_same_result_changes_nothing(view: CardView) -> None:
    view.show_cards(range(1, 2001))
    view.show_customer(1500)
    top = _top(view)
    view.show_cards(range(1, 2001), [card(1)])
    assert _top(view) == top


def test_changing_the_look_keeps_the_customer_on_top(view: CardView) -> None:
    view.show_cards(range(1, 2001))
    view.show_customer(1500)
    top = _top(view)
    view.set_look(Look.ROWS)
    assert view.look is Look.ROWS
    assert _rect(view, 2).y() - _rect(view, 1).y() == 64
    assert abs(view.customer_ids[view.indexAt(QPoint(20, 10)).row()] - top) <= 3


def test_rows_open_and_select_as_cards_do(view: CardView, qtbot: QtBot) -> None:
    view.set_look(Look.ROWS)
    view.viewport().grab()
    with qtbot.waitSignal(view.opened) as opened:
        _tap(view, 3, QPoint(300, 30))
    assert opened.args == [3]
    _tap(view, 3, QPoint(40, 30))
    assert view.selection() == Selection((3,))


def test_end_reaches_the_last_card_of_a_long_book_and_reads_it(view: CardView, shelf: Shelf, qtbot: QtBot) -> None:
    view.show_cards(range(1, 5001))
    view.show_customer(5000)
    view.viewport().grab()
    qtbot.waitUntil(lambda: any(5000 in ids for ids in shelf.asked))
    assert view.viewport().rect().contains(_rect(view, 5000).center())


def test_the_shape_of_cards_is_shown_when_reading_takes_long(view: CardView, qtbot: QtBot) -> None:
    view.show_loading()
    assert view.model().rowCount() == 30
    qtbot.waitUntil(lambda: view.model().rowCount() == 12)
    view.viewport().grab()
    view.show_cards([1])
    assert view.model().rowCount() == 1


def test_a_quick_answer_shows_no_shape(view: CardView, qtbot: QtBot) -> None:
    view.show_loading()
    view.show_cards([1, 2])
    qtbot.wait(150)
    assert view.model().rowCount() == 2


def _picture(view: CardView, customer_id: int) -> QImage:
    return view.viewport().grab(_rect(view, customer_id).adjusted(4, 4, -4, -4)).toImage()


def test_selection_focus_and_theme_are_seen(view: CardView, qapp: QApplication) -> None:
    pictures = [_picture(view, 2)]
    QTest.keyClick(view, Qt.Key.Key_Right)
    pictures.append(_picture(view, 2))
    QTest.keyClick(view, Qt.Key.Key_Space)
    pictures.append(_picture(view, 2))
    apply(qapp, theme_for(Mode.DARK, motion=False))
    pictures.append(_picture(view, 2))
    for at, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[at + 1 :])


def test_a_changed_card_is_painted_anew(view: CardView) -> None:
    before = _picture(view, 2)
    assert _picture(view, 2) == before
    view.show_cards(range(1, 31), [card(2, "Somebody Else")])
    assert _picture(view, 2) != before


def test_a_language_from_the_right_mirrors_the_card(view: CardView, qapp: QApplication, qtbot: QtBot) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: _rect(view, 1).x() > _rect(view, 2).x())
    rect = _rect(view, 1)
    QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(rect.right() - 40, rect.top() + 40))
    assert view.selection() == Selection((1,))


def test_a_command_bar_takes_room_from_the_foot(view: CardView, qtbot: QtBot) -> None:
    height = view.viewport().height()
    view.set_bottom_inset(92)
    assert view.viewport().height() == height - 92


def test_screen_readers_hear_the_card_and_whether_it_is_selected(view: CardView) -> None:
    view.select_all()
    item = QAccessible.queryAccessibleInterface(view).child(0)
    assert item.text(QAccessible.Text.Name).startswith("Customer 1; ")
    assert item.state().selected
