"""The two parts of relationship intelligence, whether they work, and their options."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.domain.relationship.enabling import Intelligence, Standing
from clienteling.services.relationship.choices import Overview
from clienteling.ui.formats import Formats
from clienteling.ui.headquarters.relationship.rows import PartHead, PartRow
from clienteling.ui.headquarters.relationship.words import STANDING_SIGNS, said
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.section import Hairline
from clienteling.ui.widgets.sign import Sign
from clienteling.ui.widgets.switch import Switch


class PartsPanel(QWidget):
    """`changed` gives what is chosen now; the three others ask for a dialog."""

    changed = Signal()
    introduction_asked = Signal()
    roles_asked = Signal()
    location_asked = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._formats = formats
        self._chosen = Intelligence()
        self.knows = PartHead(
            "waypoints",
            translate("RelationshipPage", "Who knows whom"),
            translate("RelationshipPage", "Up to five colleagues who can introduce you."),
        )
        self.analytics = PartHead(
            "activity",
            translate("RelationshipPage", "Relationship analytics"),
            translate("RelationshipPage", "Figures, health and trend on customer details."),
        )
        options = translate("RelationshipPage", "Options")
        self.introduction, self.roles, self.location = Button(options), Button(options), Button(options)
        self.exchange = Switch(translate("RelationshipPage", "Exchange mail and meetings"), show_label=False)
        self.health = Switch(translate("RelationshipPage", "Relationship health"), show_label=False)
        self._sign = Sign("")
        self.rows = {
            "knows": PartRow(translate("RelationshipPage", "How it stands"), self._sign),
            "introduction": PartRow(translate("RelationshipPage", "Mail for an introduction"), self.introduction),
            "exchange": PartRow(translate("RelationshipPage", "Exchange mail and meetings"), self.exchange),
            "health": PartRow(translate("RelationshipPage", "Relationship health"), self.health),
            "roles": PartRow(translate("RelationshipPage", "Whose Exchange data is used"), self.roles),
            "location": PartRow(translate("RelationshipPage", "Licence, role, data location"), self.location),
        }
        for control, name in (
            (self.introduction, "introduction"),
            (self.roles, "roles"),
            (self.location, "location"),
        ):
            control.setAccessibleName(f"{options}: {self.rows[name].accessibleName()}")
        self._lay_out()
        for switch in (self.knows.switch, self.analytics.switch, self.exchange, self.health):
            switch.clicked.connect(self._switch)
        self.introduction.clicked.connect(self.introduction_asked)
        self.roles.clicked.connect(self.roles_asked)
        self.location.clicked.connect(self.location_asked)

    def applied(self, chosen: Intelligence) -> Intelligence:
        """What is chosen, with the switches as they are here."""
        return replace(
            chosen,
            who_knows_whom=self.knows.switch.isChecked(),
            analytics_on=self.analytics.switch.isChecked(),
            exchange=self.exchange.isChecked(),
            health=self.health.isChecked(),
        )

    def show_choices(self, overview: Overview, chosen: Intelligence, acquainted: int | None) -> None:
        """`overview` is what is stored; `chosen` has what is not saved yet."""
        translate, force = QCoreApplication.translate, overview.force
        for switch, on in (
            (self.knows.switch, chosen.who_knows_whom),
            (self.analytics.switch, chosen.analytics_on),
            (self.exchange, chosen.exchange),
            (self.health, chosen.health),
        ):
            switch.setChecked(on)
        self._sign.show_icon(*STANDING_SIGNS[force.who_knows_whom])
        known = said(force.who_knows_whom.label)
        if force.who_knows_whom is Standing.ON and acquainted is not None:
            known = translate("RelationshipPage", "colleagues found for {some} of {all}").format(
                some=self._formats.number(acquainted), all=self._formats.number(overview.customers)
            )
        self.rows["knows"].say(known)
        self.rows["introduction"].say(f"“{said(chosen.introduction.subject)}”")
        self.rows["exchange"].say(said(force.exchange.label))
        self.rows["health"].say(translate("RelationshipPage", "score and grades on cards"))
        names = {role.code: role.name for role in overview.roles}
        roles = [names[code] for code in chosen.roles if code in names]
        self.rows["roles"].say(self._formats.joined(roles) or translate("RelationshipPage", "nobody’s"))
        missing = [said(need.need.label) for need in overview.needs if not need.is_met]
        met = translate("RelationshipPage", "all three are met")
        not_met = translate("RelationshipPage", "not met: {needs}").format(needs=self._formats.joined(missing))
        self.rows["location"].say(not_met if missing else met)

    def _switch(self) -> None:
        self.changed.emit()

    def _lay_out(self) -> None:
        boxes: tuple[tuple[QWidget, ...], ...] = (
            (self.knows, self.rows["knows"], self.rows["introduction"]),
            (self.analytics, self.rows["exchange"], self.rows["health"], self.rows["roles"]),
            (self.rows["location"],),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for parts in boxes:
            box = Box()
            rows = QVBoxLayout(box)
            rows.setContentsMargins(16, 8, 16, 8)
            rows.setSpacing(0)
            for number, part in enumerate(parts):
                if number:
                    rows.addWidget(Hairline())
                rows.addWidget(part)
            column.addWidget(box)
        column.addStretch()
