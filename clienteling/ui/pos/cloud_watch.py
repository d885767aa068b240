"""Looks after the clouds while somebody is signed in: pulls and enriches when it is due, says before a secret ends."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.cloud_state import Expiring
from clienteling.domain.company import LegalEntity
from clienteling.domain.enrichment import FILES, Enrichment, RunState
from clienteling.domain.errors import Problem
from clienteling.domain.operations import Operation
from clienteling.services.services import Services
from clienteling.ui.tasks import Lane
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Weight
from clienteling.ui.window import MainWindow

FIRST = 8_000
"""Milliseconds after signing in: whoever has just come wants to see a page first."""

PAUSE = 5 * 60_000
_REST = timedelta(hours=1)  # after a pull that failed


class CloudWatch(QObject):
    """The pull runs at whatever till has the secret key in its credential store, whoever is signed in there."""

    def __init__(self, window: MainWindow, till: Till, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._till = till
        self._stop = threading.Event()
        self._rests_until: datetime | None = None
        self._news = _News(till.tasks)
        self._news.heard.connect(till.tasks.changed)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        till.tasks.changed.connect(self._changed)
        till.tasks.closing.connect(self.close)

    def start(self) -> None:
        self._timer.start(FIRST)
        self._ask_expiring()

    def close(self) -> None:
        """Nobody is signed in any more; what has arrived is kept, and the next one goes on."""
        self._stop.set()
        self._timer.stop()
        self._till.messages.clear_banner()

    def look(self) -> None:
        """Do what is due."""
        till, entity = self._till, self._till.session.legal_entity
        now, rests, heard, stop = till.now(), self._rests_until, self._news.heard.emit, self._stop

        def work() -> None:
            if rests is None or rests <= now:
                _pull(till.services, entity, stop, heard)
            _enrich(till.services, entity, stop, heard)

        till.tasks.query(self, work, self._done, failed=self._failed, lane=Lane.CLOUD)

    def _done(self, _: None) -> None:
        self._timer.start(PAUSE)
        # A day may have passed.
        self._ask_expiring()

    def _failed(self, error: Exception) -> None:
        """Diagnostics say what was the matter; a bug is told."""
        self._timer.start(PAUSE)
        self._rests_until = self._till.now() + _REST
        if not isinstance(error, Problem):
            self._till.messages.error(error)

    # Secrets that end

    def _changed(self, changes: Changes) -> None:
        if changes.concerns(Kind.CLOUDS):
            self._ask_expiring()

    def _ask_expiring(self) -> None:
        till = self._till
        if till.may(Operation.KEY_VAULT):
            vaults, entity = till.services.clouds.key_vaults, till.session.legal_entity
            till.tasks.query(self, lambda: vaults.expiring(entity), self._say, key="expiring", failed=lambda _: None)

    def _say(self, found: tuple[Expiring, ...]) -> None:
        messages, translate = self._till.messages, QCoreApplication.translate
        if not found:
            messages.clear_banner()
            return
        first, expired = found[0], found[0].days_left < 0
        if expired:
            title = translate("CloudWatch", "The secret “{name}” has expired.").format(name=first.name)
        else:
            title = _expiry_words(first)
        text = translate("CloudWatch", "Put a new one into the key vault, then validate it.")
        if len(found) > 1:
            text = f"{translate('CloudWatch', 'It is not the only one.')} {text}"
        messages.banner(
            title,
            text,
            translate("CloudWatch", "Open Key Vault"),
            lambda: self._window.go("headquarters", ("key_vault", None)),
            weight=Weight.DANGER if expired else Weight.WARNING,
            icon="key-round",
        )


def _expiry_words(one: Expiring) -> str:
    translate = QCoreApplication.translate
    if one.days_left < 2:
        today = translate("CloudWatch", "The secret “{name}” expires today.")
        tomorrow = translate("CloudWatch", "The secret “{name}” expires tomorrow.")
        return (tomorrow if one.days_left else today).format(name=one.name)
    words = translate("CloudWatch", "The secret “{name}” expires in {days} days.")
    return words.format(name=one.name, days=one.days_left)


class _News(QObject):
    """Carries what has arrived from the lane to the GUI thread. Lives on when the worker has gone."""

    heard = Signal(object)


def _pull(services: Services, entity: LegalEntity, stop: threading.Event, heard: Callable[[Changes], None]) -> None:
    """Pull if it is due, and if this is a machine that has the key."""
    clouds = services.clouds
    if stop.is_set() or not clouds.pull.is_due(entity) or not clouds.key_vaults.has_secret_key(None, entity):
        return
    clouds.pull.run(None, entity, stop=stop, heard=heard)


def _enrich(services: Services, entity: LegalEntity, stop: threading.Event, heard: Callable[[Changes], None]) -> None:
    """Run the enrichments that are due, and whose interactions come to this machine."""
    runs = services.engagement.runs
    runs.settle()
    for enrichment in runs.due():
        if stop.is_set() or enrichment.legal_entity_id != entity.id or not _is_here(services, entity, enrichment):
            continue
        if runs.run(None, enrichment.id, cancelled=stop.is_set).state is RunState.SUCCESSFUL:
            heard(Changes(frozenset({Kind.CUSTOMERS, Kind.BOOKS, Kind.ATTRIBUTES})))


def _is_here(services: Services, entity: LegalEntity, enrichment: Enrichment) -> bool:
    """Whether this is the machine where files were imported, or one that can read mailboxes."""
    if enrichment.settings.source == FILES:
        return services.engagement.interactions.are_here
    return services.clouds.key_vaults.has_secret_key(None, entity)
