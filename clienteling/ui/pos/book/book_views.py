"""What a book page does with saved views: apply, save, change, share, delete."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.filters import Query
from clienteling.domain.operations import Operation
from clienteling.domain.saved_view import SavedView
from clienteling.services.books import View
from clienteling.ui.pos.book.chips import Chips
from clienteling.ui.pos.book.view_dialog import ViewDialog
from clienteling.ui.pos.book.view_list import KEYS, ViewList
from clienteling.ui.till import Till
from clienteling.ui.widgets.menu import Menu


class BookViews(QObject):
    """`wanted` gives the query of a view that is applied. The last applied one stays marked until another one is."""

    wanted = Signal(object)

    def __init__(self, till: Till, view: View, views: ViewList, chips: Chips, page: QWidget) -> None:
        super().__init__(page)
        self._till = till
        self._view = view
        self._list = views
        self._chips = chips
        self._page = page
        self._known: tuple[SavedView, ...] = ()
        self._query = Query()
        self._applied: int | None = None
        self._name_to_apply = ""
        self.dialog: ViewDialog | None = None
        self._confirm: Callable[[str, bool], object] = self._save
        views.chosen.connect(self.apply)
        views.menu_wanted.connect(self._open_menu)
        chips.save_wanted.connect(self._ask_name)
        chips.update_wanted.connect(self._update_applied)
        for number in range(1, KEYS + 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._apply_number, number))

    def show_views(self, known: Sequence[SavedView], query: Query) -> None:
        """Show these views, and which of them `query` is."""
        self._known, self._query = tuple(known), query
        if self._name_to_apply:
            saved = (v for v in known if v.owner_id == self._till.session.worker.id and v.name == self._name_to_apply)
            self._applied, self._name_to_apply = next((view.id for view in saved), None), ""
        applied = self._applied_view()
        changed = applied is not None and applied.is_changed(query)
        self._list.show_views(known, self._till.session.worker.id, self._applied, changed=changed)
        self._chips.show_view_links(
            save=bool(query.criteria) and (applied is None or changed),
            update=applied.name if applied is not None and changed and not self._who_may_not(applied) else "",
        )

    def apply(self, view: SavedView) -> None:
        """Ask what the view asks; say what of it is not there any more."""
        self._applied = view.id
        if view.lost:
            text = QCoreApplication.translate("BookViews", "{lost} is not there any more; the view shows the rest.")
            self._till.messages.toast(text.format(lost=self._till.formats.joined(view.lost)), icon="circle-alert")
        self.wanted.emit(view.query)

    def leave(self) -> None:
        """No view is applied any more."""
        self._applied = None

    def _apply_number(self, number: int) -> None:
        if number <= len(self._known):
            self.apply(self._known[number - 1])

    def _applied_view(self) -> SavedView | None:
        return next((view for view in self._known if view.id == self._applied), None)

    def _who_may_not(self, view: SavedView) -> str:
        """Who may change a view, if the worker may not."""
        return self._till.who_may(Operation.SHARE_VIEW if view.is_shared else Operation.SAVE_VIEW)

    def _open_menu(self, view: SavedView, button: QWidget) -> None:
        translate = QCoreApplication.translate
        why_not = self._who_may_not(view)
        menu = Menu(self._page)
        if view.id == self._applied and view.is_changed(self._query):
            update = partial(self._update, view)
            menu.add(translate("BookViews", "Update view"), update, icon_name="save", why_not=why_not)
        rename = partial(self._ask_new_name, view)
        menu.add(translate("BookViews", "Rename"), rename, icon_name="pencil", why_not=why_not)
        who_shares = self._till.who_may(Operation.SHARE_VIEW)
        if view.is_shared:
            words = translate("BookViews", "Share no more")
        else:
            words = translate("BookViews", "Share with the store")
        share = partial(self._share, view, not view.is_shared)
        menu.add(words, share, icon_name="users", why_not=who_shares)
        menu.add(translate("BookViews", "Delete"), partial(self._delete, view), icon_name="trash-2", why_not=why_not)
        menu.open_below(button, from_right=True)

    # Saving

    def _ask_name(self) -> None:
        self._confirm = self._save
        title = QCoreApplication.translate("BookViews", "Save as view")
        who_may = self._till.who_may(Operation.SHARE_VIEW)
        self._dialog().ask(title, "", may_share=True, who_may=who_may)

    def _ask_new_name(self, view: SavedView) -> None:
        self._confirm = partial(self._rename, view)
        title = QCoreApplication.translate("BookViews", "Rename the view")
        self._dialog().ask(title, view.name, may_share=False)

    def _dialog(self) -> ViewDialog:
        if self.dialog is None:
            self.dialog = ViewDialog(self._page.window())
            self.dialog.confirmed.connect(self._confirmed)
        return self.dialog

    def _confirmed(self, name: str, shared: bool) -> None:
        self._confirm(name, shared)

    def _save(self, name: str, shared: bool) -> None:
        views, session = self._till.services.views, self._till.session
        work = partial(views.save, session, self._view, name, self._query, shared=shared)
        said = QCoreApplication.translate("BookViews", "View “{name}” saved").format(name=name.strip())
        self._name_to_apply = name.strip()
        self._run(work, said, in_dialog=True)

    def _rename(self, view: SavedView, name: str, _shared: bool) -> None:
        work = partial(self._till.services.views.rename, self._till.session, self._view, view, name)
        said = QCoreApplication.translate("BookViews", "The view is called “{name}” now").format(name=name.strip())
        self._run(work, said, in_dialog=True)

    def _update_applied(self) -> None:
        view = self._applied_view()
        if view is not None:
            self._update(view)

    def _update(self, view: SavedView) -> None:
        work = partial(self._till.services.views.replace, self._till.session, self._view, view, self._query)
        self._run(work, QCoreApplication.translate("BookViews", "View “{name}” updated").format(name=view.name))

    def _share(self, view: SavedView, shared: bool) -> None:
        translate = QCoreApplication.translate
        work = partial(self._till.services.views.share, self._till.session, self._view, view, shared=shared)
        if shared:
            said = translate("BookViews", "Everybody in the store has the view “{name}” now")
        else:
            said = translate("BookViews", "The view “{name}” is shared no more")
        self._run(work, said.format(name=view.name))

    def _delete(self, view: SavedView) -> None:
        views, session = self._till.services.views, self._till.session
        said = QCoreApplication.translate("BookViews", "View “{name}” deleted").format(name=view.name)
        back = partial(self._run, partial(views.restore, session, self._view, view), "")
        self._run(partial(views.delete, session, self._view, view), said, undo=back)

    def _run(
        self,
        work: Callable[[], Changes],
        said: str,
        *,
        undo: Callable[[], object] | None = None,
        in_dialog: bool = False,
    ) -> None:
        def done(_changes: Changes) -> None:
            if in_dialog:
                self._dialog().close_now()
            if said:
                self._till.messages.toast(said, undo)

        def failed(error: Exception) -> None:
            self._name_to_apply = ""
            if in_dialog:
                self._dialog().show_problem(error)
            else:
                self._till.messages.error(error)

        self._till.tasks.command(self._page, work, done, failed)
