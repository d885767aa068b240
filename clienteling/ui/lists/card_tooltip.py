"""What a card had to shorten, and as of when its score holds, for its tooltip."""

from PySide6.QtCore import QPoint, QRect

from clienteling.ui.formats import PropertyText
from clienteling.ui.lists.card_layout import CardLayout, Layout
from clienteling.ui.lists.card_painter import LABEL_GAP, name_style
from clienteling.ui.lists.card_text import CardText, contact_line, holder_line
from clienteling.ui.lists.property_painter import ValueLine
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import TEXT_BODY, TEXT_NOTE, Theme


def shortened(text: CardText, layout: Layout, position: QPoint, theme: Theme) -> str:
    """The whole name if the card could not show it, what else is elided at `position`, or what the score there is."""
    lines: list[str] = []
    if name_style(text.name, layout.name.width()).width(text.name) > layout.name.width():
        lines.append(text.name)
    contact, words = _contact(text, layout)
    if contact.contains(position) and text_style(TEXT_BODY).width(words) > contact.width():
        lines.append(words)
    if layout.ring.contains(position):
        lines += [note for note in (text.score_note, text.health_note) if note]
    for number, (label, value) in enumerate(text.properties[: layout.columns]):
        place = layout.column(number)
        if place.contains(position) and _needed(label, value, layout, theme) > place.width():
            lines.append(f"{label}: {value.spoken}")
    if text.lent and layout.with_holder and _holder(layout).contains(position):
        lines.append(holder_line(text))
    return "\n".join(lines)


def _holder(layout: Layout) -> QRect:
    """Where the holder stands."""
    if isinstance(layout, CardLayout):
        return layout.holder.united(layout.holder_avatar)
    if layout.shown <= layout.places:
        return QRect()
    return layout.label(layout.places).united(layout.value(layout.places))


def _contact(text: CardText, layout: Layout) -> tuple[QRect, str]:
    if isinstance(layout, CardLayout):
        return layout.email, text.email
    return layout.contact, contact_line(text)


def _needed(label: str, value: PropertyText, layout: Layout, theme: Theme) -> float:
    line = ValueLine(value, theme).width
    if isinstance(layout, CardLayout):
        return text_style(TEXT_BODY).width(label) + LABEL_GAP + line
    return max(text_style(TEXT_NOTE).width(label), line)
