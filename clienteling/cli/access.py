"""Who a command works for: the worker of `--as`, signed in at a till, or an administrator."""

import getpass
import os
import warnings
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clienteling.cli.answers import Usage
from clienteling.cli.readable import Reader
from clienteling.domain.company import Register
from clienteling.domain.errors import Invalid, NotFound, Problem, SignInNeeded, Storage, mark
from clienteling.domain.operations import Operation
from clienteling.domain.text import fold
from clienteling.domain.worker import Session, Worker
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.services.services import Services

PASSWORD = "CLIENTELING_PASSWORD"  # noqa: S105 - the name of a variable
NEW_PASSWORD = "CLIENTELING_NEW_PASSWORD"  # noqa: S105 - the same
OVERRIDE_PASSWORD = "CLIENTELING_OVERRIDE_PASSWORD"  # noqa: S105 - the same
BADGE = "CLIENTELING_BADGE"
VAULT_KEY = "CLIENTELING_VAULT_KEY"


@contextmanager
def opened(settings: Settings) -> Iterator["Services"]:
    """All services, on the database of the settings, which is made or migrated first."""
    from clienteling.app import open_services

    with closing(open_services(settings)) as services:
        yield services


@contextmanager
def signed_in(arguments: Namespace, settings: Settings, *operations: Operation) -> Iterator[tuple["Services", Session]]:
    """All services, and the session of the worker of `--as`, who has to be named.

    The worker of `--override`, if there is one, signs for `operations`: what is done, and what it takes.
    """
    if arguments.worker is None:
        raise Usage("say who you are with --as WORKER")
    with opened(settings) as services:
        register = choose_register(services, settings, arguments.worker, arguments.at)
        session = services.sign_in.sign_in(register, arguments.worker, ask_password(arguments.worker))
        try:
            yield services, _with_override(arguments, services, session, operations)
        except Storage:
            # Nothing can be written, so the end of the session cannot, either.
            raise
        except BaseException:
            with suppress(Problem):
                services.sign_in.sign_out(session)
            raise
        services.sign_in.sign_out(session)


def _with_override(
    arguments: Namespace, services: "Services", session: Session, operations: Sequence[Operation]
) -> Session:
    number = arguments.override if operations else None
    if number is None:
        return session
    password = _given(OVERRIDE_PASSWORD) or _type(f"Password of worker {number}, who signs: ", OVERRIDE_PASSWORD)
    return replace(session, override=services.sign_in.authorize(session, operations, number, password))


@contextmanager
def working(arguments: Namespace, settings: Settings) -> Iterator[tuple["Services", Session | None]]:
    """All services, and the session of the worker of `--as`; None for an administrator, who names none."""
    if arguments.worker is not None:
        with signed_in(arguments, settings) as worker:
            yield worker
        return
    with opened(settings) as services:
        yield services, None


def choose_register(services: "Services", settings: Settings, personnel_number: str, store: str | None) -> Register:
    """The till to sign in at: in the store that is named, else this machine's, else in the worker's first store."""
    from clienteling.database import workers

    registers = services.sign_in.registers()
    if not registers:
        raise NotFound(mark("There is no company here yet. Run “clienteling demo”, or import one."))
    if store is not None:
        found = [register for register in registers if fold(register.store.code) == fold(store)]
        if not found:
            codes = ", ".join(dict.fromkeys(register.store.code for register in registers))
            raise Invalid("at", mark("There is no store “{store}”. There are: {choices}."), store=store, choices=codes)
        return next((register for register in found if register.id == settings.register_id), found[0])
    worker = services.database.read(lambda t: workers.by_number(t, personnel_number.strip()))
    own = [register for register in registers if worker is not None and register.store.id in worker.store_ids]
    # Without a store of their own the worker is refused by sign-in, which also writes it into the audit.
    return next((register for register in own if register.id == settings.register_id), (own or list(registers))[0])


def ask_password(worker: str) -> str:
    """The worker's password, from the environment or as it is typed."""
    return _given(PASSWORD) or _type(f"Password of worker {worker}: ", PASSWORD)


def choose_password(worker: str, *variables: str) -> str:
    """A new password for a worker: in the first of the environment variables that is set, or typed twice."""
    if (given := _given(*variables)) is not None:
        return given
    typed = _type(f"New password of worker {worker}: ", variables[0])
    if _type("The same once more: ", variables[0]) != typed:
        raise Invalid("password", mark("The two passwords differ. Nothing was changed."))
    return typed


def choose_badge(worker: str) -> str:
    """The code of a worker's new badge, from the environment or as a reader types it."""
    return _given(BADGE) or _type(f"Scan the badge of worker {worker}: ", BADGE)


def choose_secret_key() -> str:
    """The secret key of the Key Vault client, from the environment or as it is typed."""
    return _given(VAULT_KEY) or _type("Key Vault secret key: ", VAULT_KEY)


def _given(*variables: str) -> str | None:
    return next((given for variable in variables if (given := os.environ.get(variable))), None)


def _type(prompt: str, variable: str) -> str:
    """What is typed, without being shown. `variable` is what to set where nothing can be typed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(prompt)
    except (EOFError, getpass.GetPassWarning):
        raise SignInNeeded(
            mark("There is no terminal to type a password. Set {variable}."), variable=variable
        ) from None


def reader_for(services: "Services", session: Session | None) -> Reader:
    """How values are written for the session's worker; for an administrator in English, with times in UTC."""
    if session is None:
        return Reader("en", "", ZoneInfo("UTC"), services.clock())
    zone = ZoneInfo(session.store.time_zone)
    return Reader(session.worker.language, session.legal_entity.currency, zone, services.clock())


def people(services: "Services", worker_ids: set[int]) -> Mapping[int, Worker]:
    """Workers by their keys."""
    from clienteling.database import workers

    def work_of(worker_id: int) -> Worker | None:
        return services.database.read(lambda t: workers.by_id(t, worker_id))

    return {key: worker for key in worker_ids if (worker := work_of(key)) is not None}
