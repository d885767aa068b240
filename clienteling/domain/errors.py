"""The errors a person can act on. Everything else is a bug.

    Problem
    ├── NotAllowed         the worker lacks the permission; says who has it
    ├── NotFound           no such customer, worker, book, ...
    ├── Conflict           somebody else was there first
    │   └── AlreadyHeld    the customer is in somebody's client book
    ├── Invalid            a value that was typed or read is wrong; names the field
    ├── SignInRefused      wrong password, blocked or locked worker
    ├── PasswordNeeded     a badge named its worker, who has to type the password
    ├── SignInNeeded       nobody is signed in, or the session was closed
    └── Storage            the database cannot do it
        ├── Busy           locked by another program
        ├── ReadOnly
        ├── StorageFull
        ├── Unreachable    no such server, or it does not answer
        ├── NewerData      written by a newer version of the program
        └── BrokenData     not a database, or damaged

A message is a template in English with named values, so that the interface can translate the template
and fill it in afterwards. `mark` only marks the literal for extraction.
"""

import re


def mark(text: str) -> str:
    """Mark a literal as translatable under the context "Problem"."""
    return text


class Marked(str):
    """A value of a message that is itself to be translated."""

    __slots__ = ()


class Problem(Exception):
    """What went wrong, in words for a person: a title, and a message that says what to do."""

    title = mark("Something went wrong")

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.template = message
        self.values = values

    @property
    def message(self) -> str:
        return self.template.format(**self.values)

    @property
    def code(self) -> str:
        """A stable name for scripts: `NotAllowed` is `not_allowed`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    def __str__(self) -> str:
        return self.message


class NotAllowed(Problem):
    title = mark("Not allowed")

    def __init__(self, operation: str, who_may: tuple[str, ...]) -> None:
        if who_may:
            super().__init__(
                mark("You may not do this: {operation}. It is for: {who}."),
                operation=operation,
                who=", ".join(who_may),
            )
        else:
            super().__init__(mark("Nobody may do this: {operation}."), operation=operation)
        self.who_may = who_may


class NotFound(Problem):
    title = mark("Not found")


class Conflict(Problem):
    title = mark("Somebody was there first")


class AlreadyHeld(Conflict):
    title = mark("Already in a client book")

    def __init__(self, customer: str, holder: str, holder_id: int) -> None:
        super().__init__(mark("{customer} is in the client book of {holder}."), customer=customer, holder=holder)
        self.holder_id = holder_id


class Invalid(Problem):
    """A wrong value. `field` names where it was typed or read."""

    title = mark("Please check what was entered")

    def __init__(self, field: str, message: str, **values: object) -> None:
        super().__init__(message, **values)
        self.field = field


class SignInRefused(Problem):
    title = mark("Sign-in refused")


class PasswordNeeded(Problem):
    title = mark("Please type the password")

    def __init__(self, worker: str, personnel_number: str) -> None:
        super().__init__(mark("The badge is {worker}’s. Now the password, please."), worker=worker)
        self.personnel_number = personnel_number


class SignInNeeded(Problem):
    title = mark("Please sign in")


class Storage(Problem):
    title = mark("The database cannot be used")


class Busy(Storage):
    title = mark("The database is busy")


class ReadOnly(Storage):
    title = mark("The database is read-only")


class StorageFull(Storage):
    title = mark("The disk is full")


class Unreachable(Storage):
    title = mark("The database does not answer")


class NewerData(Storage):
    title = mark("The data is newer than the program")


class BrokenData(Storage):
    title = mark("The database is damaged")
