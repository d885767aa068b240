"""Workers without their credentials, permission groups, and how operations are guarded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clienteling.domain.configuration.item import LANGUAGE, Item, Reference, code_problems, text_problems
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.operations import MANAGER_OPERATIONS, Operation


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

    @property
    def key(self) -> str:
        return self.personnel_number

    def problems(self) -> Iterator[Invalid]:
        yield from code_problems("personnel_number", self.personnel_number)
        yield from text_problems("name", self.name, required=True)
        yield from text_problems("title", self.title)
        if not LANGUAGE.fullmatch(self.language):
            yield Invalid("language", mark("“{text}” is no language like en or pt-BR."), text=self.language)
        if self.hired and self.employed_until and self.employed_until < self.hired:
            yield Invalid("employed_until", mark("The last day is before the first one."))

    def references(self) -> Iterator[Reference]:
        yield Reference("group", "permission_groups", self.group)
        for code in self.stores:
            yield Reference("stores", "stores", code)
        for code in self.address_books:
            yield Reference("address_books", "address_books", code)


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
