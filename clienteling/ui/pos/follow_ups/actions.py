"""What can be done with a follow-up, wherever it is shown: each act has its way back in the toast."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.follow_up import FollowUp
from clienteling.ui.pos.follow_ups.day_select import DayPopup, near_days
from clienteling.ui.pos.follow_ups.dialog import FollowUpDialog
from clienteling.ui.pos.follow_ups.rows import title_of
from clienteling.ui.till import Till
from clienteling.ui.widgets.menu import Menu


class FollowUpActions(QObject):
    """Acts for `owner`. `failed` is emitted when somebody else was there first: read anew."""

    failed = Signal()

    def __init__(self, till: Till, owner: QWidget) -> None:
        super().__init__(owner)
        self._till = till
        self._owner = owner
        self._dialog: FollowUpDialog | None = None
        self._popup: DayPopup | None = None
        self._postponed: FollowUp | None = None

    def add(self, customer_ids: Sequence[int], name: str = "") -> None:
        """Ask for a new one."""
        self.dialog().ask(customer_ids, name)

    def edit(self, follow_up: FollowUp) -> None:
        self.dialog().edit(follow_up)

    def finish(self, follow_up: FollowUp) -> None:
        done = QCoreApplication.translate("FollowUps", "Done: {title}")
        self._do(self._till.services.follow_ups.finish, follow_up, done)

    def reopen(self, follow_up: FollowUp) -> None:
        done = QCoreApplication.translate("FollowUps", "Open again: {title}")
        self._do(self._till.services.follow_ups.reopen, follow_up, done)

    def take(self, follow_up: FollowUp) -> None:
        done = QCoreApplication.translate("FollowUps", "Taken: {title}")
        self._do(self._till.services.follow_ups.take, follow_up, done)

    def skip(self, follow_up: FollowUp) -> None:
        done = QCoreApplication.translate("FollowUps", "Skipped: {title}")
        self._do(self._till.services.follow_ups.drop, follow_up, done)

    def delete(self, follow_up: FollowUp) -> None:
        done = QCoreApplication.translate("FollowUps", "Deleted: {title}")
        self._do(self._till.services.follow_ups.drop, follow_up, done)

    def postpone(self, follow_up: FollowUp, due: date) -> None:
        formats = self._till.formats
        words = QCoreApplication.translate("FollowUps", "Postponed to {day}: {title}")
        done = words.replace("{day}", formats.day(due, formats.today(self._till.now())))
        services = self._till.services.follow_ups

        def work(session: object, one: FollowUp) -> Changes:
            return services.postpone(self._till.session, one, due, follow_up.at)

        self._do(work, follow_up, done)

    def take_all(self) -> None:
        """Take everything that is proposed."""
        services, session = self._till.services.follow_ups, self._till.session
        self._till.tasks.command(self, partial(services.take_all, session), None, self._fail)

    def snooze_menu(self, follow_up: FollowUp, anchor: QWidget) -> Menu:
        """The days that are chosen most; the first is preset: Enter takes it. A month opens under `anchor`."""
        formats = self._till.formats
        today = formats.today(self._till.now())
        menu = Menu(self._owner)
        for day, name in near_days(today, formats, with_today=follow_up.due < today):
            label = f"{name}\N{EM SPACE}{formats.short_weekday(day)}"
            action = menu.add(label, partial(self.postpone, follow_up, day))
            if not menu.activeAction():
                menu.setActiveAction(action)
        menu.addSeparator()
        another = QCoreApplication.translate("FollowUps", "Another day…")
        menu.add(another, partial(self._ask_day, follow_up, anchor), icon_name="calendar-days")
        return menu

    def menu(self, follow_up: FollowUp, *, opened: Callable[[], object] | None) -> Menu:
        """Everything that can be done with one that is open."""
        translate = QCoreApplication.translate
        menu = Menu(self._owner)
        if opened is not None:
            menu.add(translate("FollowUps", "Open the customer"), opened, icon_name="user")
        menu.add(translate("FollowUps", "Done"), partial(self.finish, follow_up), icon_name="check")
        menu.add(translate("FollowUps", "Edit…"), partial(self.edit, follow_up), icon_name="pencil")
        menu.add(translate("FollowUps", "Delete"), partial(self.delete, follow_up), icon_name="trash-2")
        return menu

    def call(self, follow_up: FollowUp) -> None:
        QDesktopServices.openUrl(QUrl(f"tel:{follow_up.phone}"))

    def mail(self, follow_up: FollowUp) -> None:
        QDesktopServices.openUrl(QUrl(f"mailto:{follow_up.email}"))

    def dialog(self) -> FollowUpDialog:
        if self._dialog is None:
            self._dialog = FollowUpDialog(self._till, self._owner.window())
            self._dialog.saved.connect(self._say_saved)
        return self._dialog

    def _ask_day(self, follow_up: FollowUp, anchor: QWidget) -> None:
        self._postponed = follow_up
        if self._popup is None:
            self._popup = DayPopup(self._till, self._owner)
            self._popup.picked.connect(self._pick_day)
        self._popup.ask(anchor, max(follow_up.due, self._till.formats.today(self._till.now())))

    def _pick_day(self, day: date) -> None:
        if self._postponed is not None:
            self.postpone(self._postponed, day)

    def _do(self, act: Callable[..., Changes], follow_up: FollowUp, words: str) -> None:
        """Do it, and say so with the way back."""
        session, messages = self._till.session, self._till.messages
        services = self._till.services.follow_ups

        def done(changes: Changes) -> None:
            undo = None
            if changes.record_id is not None:
                put_back = partial(services.put_back, session, follow_up)
                undo = partial(self._till.tasks.command, messages, put_back)
            messages.toast(words.format(title=title_of(follow_up)), undo)

        self._till.tasks.command(self, partial(act, session, follow_up), done, self._fail)

    def _fail(self, error: Exception) -> None:
        self._till.messages.error(error)
        self.failed.emit()

    def _say_saved(self, changes: Changes) -> None:
        translate, till, count = QCoreApplication.translate, self._till, len(changes.customer_ids)
        words = translate("FollowUps", "Follow-up saved")
        if count > 1:
            words = translate("FollowUps", "{count} follow-ups saved", None, count)
            words = words.format(count=till.formats.number(count))
        undo = None
        if changes.record_id is not None:
            services, edited = till.services.follow_ups, self.dialog().edited
            back = partial(services.take_back, till.session, changes.record_id)
            if edited is not None:
                back = partial(services.put_back, till.session, edited)
            undo = partial(till.tasks.command, till.messages, back)
        till.messages.toast(words, undo)
