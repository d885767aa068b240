"""Workers sign in with their company account, at Microsoft Entra ID: in the browser, or with a code on another device.

It takes as long as a person takes: `stop` ends it, from any thread. What msal remembers of a worker is kept encrypted
on this machine until the session ends. msal is imported when somebody signs in so.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from clienteling.credentials import Credentials
from clienteling.database import company
from clienteling.database.engine import Database
from clienteling.domain.audit import Changes
from clienteling.domain.cloud_problems import BlockedByPolicy, SignInAgain, Stopped
from clienteling.domain.cloud_settings import CloudSettings
from clienteling.domain.company import Register
from clienteling.domain.errors import Problem
from clienteling.domain.identity import DeviceCode, Identity
from clienteling.domain.worker import Session
from clienteling.services.sign_in import SignIn

if TYPE_CHECKING:
    from clienteling.connectors.entra_workers import WorkerSignIn
    from clienteling.connectors.token_cache import EncryptedFile


class KeptTokens:
    """The encrypted files of those who are signed in with their company account, one for each, in a folder."""

    def __init__(self, home: Path | None) -> None:
        self._folder = (home or Path(gettempdir()) / "clienteling") / "accounts"

    def of(self, oid: str, tid: str) -> "EncryptedFile":
        """The file of somebody."""
        from clienteling.connectors.token_cache import EncryptedFile

        name = sha256(f"{tid}/{oid}".lower().encode()).hexdigest()[:32]
        return EncryptedFile(self._folder / name, Credentials())

    def forget(self, account: Identity) -> None:
        """A session has ended: what was kept for it goes."""
        self.of(account.oid, account.tid).forget()


class CompanyAccounts:
    """Begins sessions at a till. Raises problems of `domain.cloud_problems`, `Stopped`, and `SignInRefused`."""

    def __init__(self, database: Database, sign_in: SignIn, tokens: KeptTokens) -> None:
        self._database = database
        self._sign_in = sign_in
        self.tokens = tokens

    def is_offered(self, register: Register) -> bool:
        """Whether tenant and application are entered for the legal entity of a till."""
        settings = self._settings(register)
        return bool(settings.tenant and settings.worker_client)

    def in_browser(
        self,
        register: Register,
        open_browser: Callable[[str], object],
        stop: threading.Event,
        instead_of: Session | None = None,
        page: str = "",
    ) -> Session:
        """A session of whoever signs in in the browser, which is opened at an address and shows `page` at the end."""
        with self._application(register, stop) as application:
            account = application.in_browser(open_browser, page=page)
        return self._begin(register, account, instead_of, stop)

    def by_device_code(
        self,
        register: Register,
        show: Callable[[DeviceCode], None],
        stop: threading.Event,
        instead_of: Session | None = None,
    ) -> Session:
        """A session of whoever enters the code, which is shown, on another device."""
        with self._application(register, stop) as application:
            account = application.by_device_code(show)
        return self._begin(register, account, instead_of, stop)

    def is_over(self, session: Session, stop: threading.Event) -> bool:
        """Whether Microsoft Entra ID has ended what a session began with, or given it other roles.

        Where it cannot be asked, or nothing could be kept on this machine, the session goes on.
        """
        account = session.account
        if account is None or not self.tokens.of(account.oid, account.tid).is_there:
            return False
        try:
            with self._application(session.register, stop) as application:
                return application.again(account.oid, account.tid).roles != account.roles
        except (SignInAgain, BlockedByPolicy):
            return True
        except Problem:
            return False

    def end(self, session: Session) -> Changes:
        """End a session that nobody waits for any more."""
        return self._sign_in.sign_out(session)

    def _begin(
        self, register: Register, account: Identity, instead_of: Session | None, stop: threading.Event
    ) -> Session:
        session: Session | None = None
        try:
            if stop.is_set():
                raise Stopped
            session = self._sign_in.with_account(register, account, instead_of)
        finally:
            if session is None or session.account is None:
                # Nobody whom the program knows, or somebody who goes on as they had begun.
                self.tokens.forget(account)
        return session

    @contextmanager
    def _application(self, register: Register, stop: threading.Event) -> "Iterator[WorkerSignIn]":
        from clienteling.connectors.calls import Calls
        from clienteling.connectors.entra_workers import WorkerSignIn

        with Calls(self._settings(register), stop) as calls:
            yield WorkerSignIn(calls, self.tokens.of)

    def _settings(self, register: Register) -> CloudSettings:
        entity = register.store.legal_entity
        return CloudSettings.of(self._database.read(lambda t: company.parameters(t, entity.id)))
