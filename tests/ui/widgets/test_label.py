from collections.abc import Callable

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from clienteling.ui.theme import Mode, apply, theme_for
from clienteling.ui.widgets.label import Label, Tone

Show = Callable[..., QWidget]


def test_its_colour_follows_the_theme(show: Show, qapp: QApplication) -> None:
    label = Label("Overdue", tone=Tone.DANGER)
    show(label)

    apply(qapp, theme_for(Mode.DARK, motion=False))
    dark = theme_for(Mode.DARK).colors
    assert label.palette().color(QPalette.ColorRole.WindowText) == dark.danger

    label.set_tone(Tone.MUTED)
    assert label.palette().color(QPalette.ColorRole.WindowText) == dark.text_muted


def test_a_text_that_may_be_elided_is_whole_in_the_tooltip(show: Show) -> None:
    label = Label("Camille Lefèvre-Dubois de la Rochefoucauld", elide=True)
    show(label)
    assert label.toolTip() == ""

    label.setFixedWidth(100)
    assert label.toolTip() == label.text()

    label.setText("Camille")
    assert label.toolTip() == ""


def test_a_text_that_may_not_be_elided_gets_its_room(show: Show) -> None:
    row = QWidget()
    line = QHBoxLayout(row)
    label, other = Label("A value somebody acts on"), Label("Something else " * 5, elide=True)
    line.addWidget(label)
    line.addWidget(other)
    show(row, width=300)

    assert label.width() >= label.sizeHint().width()


def test_markup_in_a_name_is_text(show: Show) -> None:
    label = Label("<b>Robert</b>")
    show(label)
    plain = Label("Robert")
    show(plain)

    assert label.sizeHint().width() > plain.sizeHint().width()
