"""The second step: whose mails and meetings count, how many addresses that makes, and *I agree*."""

import re

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from clienteling.domain.enrichment import FEWEST_ADDRESSES, FILES, MOST_ADDRESSES
from clienteling.domain.mailboxes import Resolved
from clienteling.ui.headquarters.engagement.wizard.count_box import AgreeBox, CountBox
from clienteling.ui.headquarters.engagement.wizard.directory_search import DirectorySearch, searched
from clienteling.ui.headquarters.engagement.wizard.draft import Draft, Listed
from clienteling.ui.headquarters.engagement.wizard.step import WizardStep
from clienteling.ui.headquarters.engagement.words import error_words
from clienteling.ui.lists.table import DataTable
from clienteling.ui.lists.table_column import Column
from clienteling.ui.tasks import Lane
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.label import Label, Tone

_BETWEEN = re.compile(r"[\s,;<>]+")
_RIGHT = 288
_LABEL = 26
_TABLE = 220


class AddressesStep(WizardStep):
    """Several addresses may be pasted. What the directory does not know is marked, left out, and blocks nothing."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._till = till
        self._draft = Draft()
        self.entry = Field(
            translate("AccountEngagement", "Group, person or address; several may be pasted"),
            placeholder="clienteling@example.com",
        )
        self.add = Button(translate("AccountEngagement", "Add"), icon="plus")
        self.remove = Button(translate("AccountEngagement", "Remove"), icon="x")
        self.instead = Button("", icon="replace")
        self.directory = DirectorySearch(till, self.entry, self)
        self.asking = Label(tone=Tone.MUTED, wrap=True)
        self.table = DataTable(
            translate("AccountEngagement", "Addresses whose mails and meetings count"), self._columns(), opens=False
        )
        self.table.set_empty(
            "mail-plus",
            translate("AccountEngagement", "Nobody is chosen yet"),
            translate(
                "AccountEngagement",
                "Add the addresses of colleagues who write to customers and meet them, or of groups of them.",
            ),
        )
        self.table.setMinimumHeight(_TABLE)
        self.counts, self.agreement = CountBox(till.formats), AgreeBox()
        self.entry.submitted.connect(self._add)
        self.entry.text_edited.connect(self._type)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.instead.clicked.connect(self._take_nearest)
        self.directory.taken.connect(self._take_found)
        self.directory.said.connect(self._say)
        self.table.selected.connect(lambda _: self._show_acts())
        self.agreement.tick.clicked.connect(self._agree)
        self._lay_out()

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        self.directory.begin(on=draft.source != FILES)
        self.agreement.tick.setChecked(draft.agreed)
        self.entry.set_text(draft.typed_address)
        self._show_listed()
        if draft.source != FILES and any(one.members is None for one in draft.listed):
            self._resolve()

    def check(self) -> bool:
        if self.entry.text().strip() and not self._add():
            return False
        if (wrong := self._wrong_number()) and not (self._draft.listed and self._is_unresolved):
            self.entry.set_error(wrong)
            self.entry.setFocus()
            return False
        return self.agreement.check()

    def refuse(self, field: str, message: str) -> bool:
        if field in ("addresses", "source"):
            self.entry.set_error(message)
            return True
        if field == "agree":
            self.agreement.say(message)
            return True
        return False

    def focus_first(self) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _is_unresolved(self) -> bool:
        return self._draft.source != FILES and not self._draft.is_resolved

    def _wrong_number(self) -> str:
        """What to say of too few addresses or too many."""
        translate, number, count = QCoreApplication.translate, self._till.formats.number, self._draft.count
        if count == 1:
            return translate(
                "AccountEngagement",
                "There is one address, groups resolved. That would tell whose numbers they are: add a colleague or a "
                "group.",
            )
        if count < FEWEST_ADDRESSES:
            words = translate(
                "AccountEngagement",
                "There are {count} addresses, groups resolved. At least {fewest} are needed: add a colleague or a "
                "group.",
            )
            return words.format(count=number(count), fewest=number(FEWEST_ADDRESSES))
        if count > MOST_ADDRESSES:
            words = translate(
                "AccountEngagement",
                "There are {count} addresses, groups resolved. At most {most} can be processed: leave {over} out, or "
                "choose smaller groups.",
            )
            return words.format(count=number(count), most=number(MOST_ADDRESSES), over=number(count - MOST_ADDRESSES))
        return ""

    # What is in the list

    def _add(self) -> bool:
        """Take what is typed; whether all of it was taken."""
        self.directory.stop()
        typed = [part.lower() for part in _BETWEEN.split(self.entry.text()) if part]
        wrong = [part for part in typed if not re.fullmatch(r"[^@]+@[^@]+\.[^@.]+", part)]
        if wrong:
            words = QCoreApplication.translate("AccountEngagement", "{text} is no e-mail address.")
            self.entry.set_error(words.format(text=wrong[0][:60]))
            return False
        if not typed:
            return True
        known = {one.address for one in self._draft.listed}
        new = tuple(Listed(address) for address in dict.fromkeys(typed) if address not in known)
        self._draft.listed += new
        self._draft.typed_address = ""
        self.entry.set_text("")
        self.entry.clear_error()
        self._changed()
        return True

    def _type(self, text: str) -> None:
        self._draft.typed_address = text
        self.edited.emit()
        self.directory.type([one.address for one in self._draft.listed])

    def _remove(self) -> None:
        row = self.table.current()
        if isinstance(row, Listed):
            self._draft.listed = tuple(one for one in self._draft.listed if one != row)
            self._changed()

    def _take_nearest(self) -> None:
        """What was meant stands in the place of what nobody has."""
        wrong = self._mistyped()
        if wrong is not None:
            others = [one for one in self._draft.listed if one.address != wrong.nearest]
            self._draft.listed = tuple(Listed(wrong.nearest) if one == wrong else one for one in others)
            self._changed()

    def _mistyped(self) -> Listed | None:
        """The address that has something near it: the one that is chosen, or else the first one."""
        current = self.table.current()
        wrong = [one for one in self._draft.listed if one.nearest]
        return next((one for one in wrong if one == current), wrong[0] if wrong else None)

    def _changed(self) -> None:
        self._show_listed()
        self.edited.emit()
        if self._draft.source != FILES:
            self._resolve()

    def _agree(self) -> None:
        self._draft.agreed = self.agreement.tick.isChecked()
        self.agreement.say("")
        self.edited.emit()

    # The directory

    def _take_found(self, address: object) -> None:
        text = self.entry.text()
        asked = searched(text)
        self.entry.set_text(f"{text.rstrip().removesuffix(asked)} {address}")
        self._add()

    def _resolve(self) -> None:
        till, session = self._till, self._till.session
        addresses = [one.address for one in self._draft.listed]
        if not addresses:
            self._draft.resolved = ()
            self._show_listed()
            return
        mailboxes, entity = till.services.engagement.mailboxes, session.legal_entity
        self._say(QCoreApplication.translate("AccountEngagement", "Asking the directory who that is…"))
        till.tasks.query(
            self,
            lambda: mailboxes.resolve(session, entity, addresses),
            self._show_resolved,
            key="resolve",
            failed=self._not_resolved,
            lane=Lane.CLOUD,
        )

    def _show_resolved(self, found: Resolved) -> None:
        self.asking.hide()
        self.entry.clear_error()
        self._draft.resolved = found.colleagues
        self._draft.listed = tuple(_known(one.address, found) for one in self._draft.listed)
        self._show_listed()
        self.edited.emit()

    def _not_resolved(self, error: Exception) -> None:
        words = QCoreApplication.translate(
            "AccountEngagement", "The directory cannot be asked now, so groups are counted by the first run. {reason}"
        )
        self._say(words.format(reason=error_words(error)))

    def _say(self, words: str) -> None:
        """What the directory is at, or what it does not know."""
        self.asking.setText(words)
        self.asking.setVisible(bool(words))

    def _show_listed(self) -> None:
        draft = self._draft
        self.table.show_rows(draft.listed)
        self._show_acts()
        if draft.source == FILES:
            self.asking.hide()
        self.counts.show_draft(draft)

    def _show_acts(self) -> None:
        self.remove.setEnabled(self.table.current() is not None)
        wrong = self._mistyped()
        self.instead.setVisible(wrong is not None)
        if wrong is not None:
            words = QCoreApplication.translate("AccountEngagement", "Take {address}")
            self.instead.set_label(words.format(address=wrong.nearest))

    def _columns(self) -> tuple[Column[Listed], ...]:
        translate = QCoreApplication.translate
        return (
            Column(
                translate("AccountEngagement", "Name"),
                lambda one: one.name or one.address,
                weight=3,
                width=240,
                icon=lambda one: "circle-alert" if one.is_unknown else "users" if one.is_group else "mail",
                note=_note,
                tone=lambda one: Tone.DANGER if one.is_unknown else Tone.TEXT,
            ),
            Column(translate("AccountEngagement", "Kind"), self._kind, width=110),
            Column(
                translate("AccountEngagement", "Addresses"),
                self._members,
                at_end=True,
                sort_key=lambda one: one.members,
            ),
        )

    def _kind(self, one: Listed) -> str:
        translate = QCoreApplication.translate
        if self._draft.source == FILES or one.members is None:
            return translate("AccountEngagement", "Address")
        if one.is_unknown:
            return translate("AccountEngagement", "Not found")
        return translate("AccountEngagement", "Group") if one.is_group else translate("AccountEngagement", "Person")

    def _members(self, one: Listed) -> str:
        if self._draft.source == FILES:
            return self._till.formats.number(1)
        return "–" if one.members is None else self._till.formats.number(one.members)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.entry, 1)
        # Beside the line that one types in, also when something below it is said to be wrong.
        beside = QVBoxLayout()
        beside.setContentsMargins(0, _LABEL, 0, 0)
        beside.addWidget(self.add)
        beside.addStretch(1)
        line.addLayout(beside)
        foot = QHBoxLayout()
        foot.addWidget(self.asking, 1000)
        foot.addStretch(1)
        foot.addWidget(self.instead)
        foot.addWidget(self.remove)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(line)
        left.addWidget(self.table, 1)
        left.addLayout(foot)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.counts)
        right.addWidget(self.agreement)
        right.addStretch(1)
        for box in (self.counts, self.agreement):
            box.setFixedWidth(_RIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addLayout(right)
        self.asking.hide()
        self.instead.hide()


def _known(address: str, found: Resolved) -> Listed:
    if address in found.unknown:
        return Listed(address, 0, nearest=found.nearest.get(address, ""))
    return Listed(address, found.groups.get(address, 1), address in found.groups, found.names.get(address, ""))


def _note(one: Listed) -> str:
    """What stands below the name: the address, or what is wrong with it."""
    translate = QCoreApplication.translate
    if not one.is_unknown:
        return one.address if one.name else ""
    if one.nearest:
        return translate("AccountEngagement", "Nobody has it. Did you mean {address}?").format(address=one.nearest)
    return translate("AccountEngagement", "Nobody in the directory has this address. It is left out.")
