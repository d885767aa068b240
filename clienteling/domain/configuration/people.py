"""Workers without their credentials, permission groups, roles of company accounts, and how operations are guarded."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from clienteling.domain.configuration.item import LANGUAGE, Item, Reference, code_problems, text_problems
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.operations import MANAGER_OPERATIONS, Operation

_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LONGEST_ROLE = 120  # as Microsoft Entra ID takes it


@dataclass(frozen=True, slots=True)
class PermissionGroup(Item):
    """A named set of operations, by their IDs, that its workers may use."""

    code: str
    name: str
    operations: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        return self.code

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("code", self.code)
        yield from text_problems("name", self.name, required=True)
        for number in self.operations:
            if number not in set(Operation):
                yield Invalid("operations", mark("There is no operation {number}."), number=number)
        if list(self.operations) != sorted(set(self.operations)):
            yield Invalid("operations", mark("Operations stand once each, in the order of their numbers."))


@dataclass(frozen=True, slots=True)
class Worker(Item):
    """An employee. Without `address_books` of their own they have the employee address books of their stores."""

    personnel_number: str
    name: str
    group: str
    title: str = ""
    language: str = "en"
    stores: tuple[str, ...] = ()
    address_books: tuple[str, ...] = ()
    hired: date | None = None
    employed_until: date | None = None
    blocked: bool = False
    entra_oid: str = ""
    entra_tid: str = ""

    @property
    def key(self) -> str:
        return self.personnel_number

    @property
    def account(self) -> tuple[str, str] | None:
        """By what Microsoft Entra ID knows them; an address is never asked for, for addresses change hands."""
        return (self.entra_oid.lower(), self.entra_tid.lower()) if self.entra_oid else None

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("personnel_number", self.personnel_number)
        yield from text_problems("name", self.name, required=True)
        yield from text_problems("title", self.title)
        if not LANGUAGE.fullmatch(self.language):
            yield Invalid("language", mark("“{text}” is no language like en or pt-BR."), text=self.language)
        if self.hired and self.employed_until and self.employed_until < self.hired:
            yield Invalid("employed_until", mark("The last day is before the first one."))
        for field, text, other in (
            ("entra_oid", self.entra_oid, self.entra_tid),
            ("entra_tid", self.entra_tid, self.entra_oid),
        ):
            if text and _GUID.fullmatch(text) is None:
                yield Invalid(field, mark("“{text}” is no ID like 99999999-0000-4000-8000-000000000001."), text=text)
            elif other and not text:
                yield Invalid(field, mark("A company account is an object ID and a tenant ID: both of them."))

    def references(self) -> Iterator[Reference]:
        yield Reference("group", "permission_groups", self.group)
        for code in self.stores:
            yield Reference("stores", "stores", code)
        for code in self.address_books:
            yield Reference("address_books", "address_books", code)


def account_problems(worker: Worker, workers: Iterable[Worker]) -> Iterator[Invalid]:
    """What is wrong with a worker's company account among those of all."""
    for other in workers:
        if worker.account is not None and other.key != worker.key and other.account == worker.account:
            yield Invalid("entra_oid", mark("This is the company account of {worker}."), worker=other.name)


@dataclass(frozen=True, slots=True)
class AppRole(Item):
    """A role that Microsoft Entra ID gives in its application, and the permission group that it stands for here.

    Who signs in with a company account that has such roles may do what their groups may, and no more.
    """

    role: str
    group: str

    @property
    def key(self) -> str:
        return self.role

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("role", self.role, _LONGEST_ROLE)

    def references(self) -> Iterator[Reference]:
        yield Reference("group", "permission_groups", self.group)


@dataclass(frozen=True, slots=True)
class OperationSettings(Item):
    """How an operation is guarded: `check_user_access` off is for everybody; with `override`, somebody who may it can
    sign for somebody who may not.
    """

    operation: int
    check_user_access: bool = True
    override: bool = True

    @property
    def key(self) -> str:
        return str(self.operation)

    def problems(self) -> Iterator[Invalid]:
        if self.operation not in set(Operation):
            yield Invalid("operation", mark("There is no operation {number}."), number=self.operation)
        elif not self.check_user_access and self.operation not in MANAGER_OPERATIONS:
            yield Invalid("check_user_access", mark("This operation cannot be for everybody."))
