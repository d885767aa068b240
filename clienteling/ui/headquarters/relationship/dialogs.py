"""The options of relationship intelligence: whose data is used, the mail for an introduction, where data lies."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from clienteling.domain.errors import Invalid
from clienteling.domain.relationship.acquaintance import Introduction, check_introduction
from clienteling.domain.relationship.enabling import GEOGRAPHIES, Prerequisite
from clienteling.services.relationship.choices import Role
from clienteling.ui.headquarters.relationship.words import need_words, said
from clienteling.ui.messages import problem_message
from clienteling.ui.widgets import button
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.choices import country_choices
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.select import Select
from clienteling.ui.widgets.text_area import TextArea
from clienteling.ui.widgets.tick_list import TickRow
from clienteling.ui.window import LOCK_KEYS

_WIDTH = 520


class OptionsDialog(Dialog):
    """What is taken over stands on the page, to be saved with the rest."""

    def __init__(self, window: QWidget, title: str) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, title, translate("RelationshipPage", "Close"), width=_WIDTH)
        self.let_through(QKeySequence(LOCK_KEYS))
        self.take_button = Button(translate("RelationshipPage", "Take over"), kind=button.Kind.PRIMARY)
        self.take_button.clicked.connect(self._take)

    def end(self) -> None:
        """Put the buttons below what was put into it: Tab goes in that order."""
        cancel = Button(QCoreApplication.translate("RelationshipPage", "Cancel"))
        cancel.clicked.connect(self.close_now)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.take_button)

    def _take(self) -> None:
        """Overridden: give what was chosen, and close."""


class RolesDialog(OptionsDialog):
    """`taken` gives the codes of the roles that are ticked."""

    taken = Signal(object)

    def __init__(self, window: QWidget, roles: Sequence[Role], chosen: Sequence[str]) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, translate("RelationshipPage", "Whose Exchange data is used"))
        words = translate(
            "RelationshipPage",
            "Mail and meetings of people with these roles count. The product’s own activities always do.",
        )
        self.body.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
        self.ticks = {role.code: TickRow(role.name) for role in roles}
        for code, tick in self.ticks.items():
            tick.setChecked(code in chosen)
            self.body.addWidget(tick)
        self.end()

    def _take(self) -> None:
        self.taken.emit(tuple(code for code, tick in self.ticks.items() if tick.isChecked()))
        self.close_now()


class IntroductionOptions(OptionsDialog):
    """`taken` gives the template of the mail."""

    taken = Signal(object)

    def __init__(self, window: QWidget, template: Introduction) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, translate("RelationshipPage", "Mail for an introduction"))
        self.subject = Field(translate("RelationshipPage", "Subject"))
        self.text = TextArea(translate("RelationshipPage", "Text"), least_lines=6, most_lines=10)
        self._text_field = Labelled(translate("RelationshipPage", "Text"), self.text)
        self.subject.set_text(said(template.subject))
        self.text.set_text(said(template.body))
        words = translate("RelationshipPage", "{names} stand for names.").format(names="{colleague}, {customer}, {me}")
        for part in (self.subject, self._text_field, Label(words, tone=Tone.MUTED, wrap=True)):
            self.body.addWidget(part)
        self.end()

    def _take(self) -> None:
        template = Introduction(self.subject.text().strip(), self.text.text().strip())
        self.subject.clear_error()
        self._text_field.clear_error()
        try:
            check_introduction(template)
        except Invalid as wrong:
            at = self.subject if wrong.field == "subject" else self._text_field
            at.set_error(problem_message(wrong))
            at.setFocus()
            return
        self.taken.emit(template)
        self.close_now()

    @property
    def text_error(self) -> str:
        return self._text_field.error


class LocationDialog(OptionsDialog):
    """How the prerequisites stand, and where data lies: `taken` gives the country and whether there is a licence."""

    taken = Signal(str, bool)

    def __init__(
        self, window: QWidget, needs: Sequence[Prerequisite], country: str, location: str, *, licence: bool
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, translate("RelationshipPage", "Licence, role, data location"))
        for need in needs:
            banner = Banner(
                weight=Weight.ACCENT if need.is_met else Weight.WARNING,
                icon="circle-check" if need.is_met else "circle-alert",
            )
            banner.say(said(need.need.label), need_words(need))
            self.body.addWidget(banner)
        self.licence = TickRow(translate("RelationshipPage", "The company has a licence"))
        self.licence.setChecked(licence)
        self.country = Select(country_choices(country, location or country), field=True, searched=True)
        self.country.set_value(location or country)
        self.body.addWidget(self.licence)
        self.body.addWidget(Labelled(translate("RelationshipPage", "Where the company’s data lies"), self.country))
        areas = "; ".join(f"{area}: {', '.join(countries)}" for area, countries in GEOGRAPHIES.items())
        words = translate("RelationshipPage", "Exchange counts in {areas}.").format(areas=areas)
        self.body.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
        self.end()

    def _take(self) -> None:
        self.taken.emit(str(self.country.value() or ""), self.licence.isChecked())
        self.close_now()
