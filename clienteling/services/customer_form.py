"""The form of a customer: what it is made from, and how it is kept while somebody fills it in."""

import json
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from clienteling.domain.attribute import AttributeGroup
from clienteling.domain.customer import Customer
from clienteling.domain.customer_draft import CustomerDraft


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


@dataclass(frozen=True, slots=True)
class CustomerForm:
    """What a form begins with. `customer` is None for a new one; `groups` are the attributes that can be filled in."""

    customer: Customer | None
    draft: CustomerDraft
    groups: tuple[AttributeGroup, ...]
    kept: KeptForm | None = None
    kept_at: datetime | None = None


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
