"""The form of a customer: what it is made from, and how it is kept while somebody fills it in."""

import json
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from clienteling.database.edits import Edit
from clienteling.domain.attribute import AttributeGroup
from clienteling.domain.customer import Customer
from clienteling.domain.customer_draft import CustomerDraft
from clienteling.domain.errors import Conflict, mark


@dataclass(frozen=True, slots=True)
class KeptForm:
    """What somebody has typed and not saved. `base` is what stood there before, in the customer's `version`.

    `aside` is another new customer, who was begun before this one.
    """

    typed: CustomerDraft
    base: CustomerDraft
    version: int = 0
    add_to_book: bool = True
    aside: CustomerDraft | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it that somebody would miss."""
        return self.typed == self.base and self.aside is None


class Edited(Conflict):
    """Somebody else changed the customer since the form was opened. `fields` says what; nothing was saved."""

    def __init__(self, edit: Edit | None) -> None:
        self.worker = edit.worker if edit else ""
        self.fields = edit.fields if edit else ()
        self.at = edit.at if edit else None
        if self.worker:
            message = mark("{worker} changed this customer in the meantime: {fields}. Look at it, and save again.")
        else:
            message = mark("This customer was changed in the meantime: {fields}. Look at it, and save again.")
        super().__init__(message, worker=self.worker, fields=", ".join(self.fields))


@dataclass(frozen=True, slots=True)
class CustomerForm:
    """What a form begins with. `customer` is None for a new one; `groups` are the attributes that can be filled in.

    `edited` says who changed the customer last, and what.
    """

    customer: Customer | None
    draft: CustomerDraft
    groups: tuple[AttributeGroup, ...]
    kept: KeptForm | None = None
    kept_at: datetime | None = None
    edited: Edited | None = None


_KEPT = TypeAdapter(KeptForm)


def written(form: KeptForm) -> str:
    """A form as text; every character that can be typed comes back."""
    return json.dumps(_KEPT.dump_python(form, mode="json"))


def read(text: str) -> KeptForm | None:
    """The form that was `written`; None if another version of the program wrote it differently."""
    try:
        return _KEPT.validate_python(json.loads(text))
    except (ValidationError, ValueError):
        return None
