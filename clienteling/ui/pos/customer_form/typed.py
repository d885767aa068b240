"""What was typed into the search, as the beginning of a new customer."""

import re
from dataclasses import replace

from clienteling.domain.customer_draft import ContactDraft, CustomerDraft
from clienteling.domain.text import digits
from clienteling.ui.pos.customer_form.contact_rows import MOBILE

_PHONE = re.compile(r"[\d\s()+./-]+")
_LEAST_DIGITS = 5


def prefilled(draft: CustomerDraft, typed: str) -> CustomerDraft:
    """An address with a sign is an e-mail, many digits are a phone, and words are the names, the last one behind."""
    text = " ".join(typed.split())
    if "@" in text and " " not in text:
        return replace(draft, emails=(ContactDraft(text, "", primary=True),))
    if _PHONE.fullmatch(text):
        phone = len(digits(text)) >= _LEAST_DIGITS
        return replace(draft, phones=(ContactDraft(text, MOBILE, primary=True),)) if phone else draft
    if any(sign.isdecimal() for sign in text):
        return replace(draft, cards=(text,))
    first, _, last = text.rpartition(" ")
    return replace(draft, first_name=_name(first or last), last_name=_name(last) if first else "")


def _name(text: str) -> str:
    """Names typed in haste, without capitals, get them."""
    if text != text.lower():
        return text
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
