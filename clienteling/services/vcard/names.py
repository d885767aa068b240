"""The names that only our own cards have, for what vCards have no property for."""

ACCOUNT = "X-CLIENTELING-ACCOUNT"
SINCE = "X-CLIENTELING-SINCE"
LANGUAGE = "X-CLIENTELING-LANGUAGE"
LOYALTY_CARD = "X-CLIENTELING-CARD"
OWN_UID = "x-clienteling:"
"""Begins a UID of ours; the codes of legal entity and account follow, with a colon between them."""

ANNIVERSARY = "Anniversary"
"""The important date that has a property of its own."""
