"""What phones and e-mail addresses are called: types in vCards, words in our customers' files."""

from collections.abc import Collection

_WORDS = (
    ("Work fax", frozenset({"work", "fax"})),
    ("Home fax", frozenset({"home", "fax"})),
    ("Fax", frozenset({"fax"})),
    ("Mobile", frozenset({"cell"})),
    ("Pager", frozenset({"pager"})),
    ("Car", frozenset({"car"})),
    ("Home", frozenset({"home"})),
    ("Work", frozenset({"work"})),
)
_SPELLINGS = {"mobile": "cell", "iphone": "cell", "msg": "pager", "dom": "home", "business": "work"}


def label_of(types: Collection[str]) -> str:
    """The word for some types: "Mobile" for a cell phone, whether at home or at work. "" where they say nothing."""
    known = {_SPELLINGS.get(name, name) for name in types}
    return next((word for word, needed in _WORDS if needed <= known), "")


def types_of(label: str) -> tuple[str, ...] | None:
    """The types that stand for a word; None for a word of somebody's own."""
    if not label:
        return ()
    return next((tuple(sorted(types)) for word, types in _WORDS if word == label), None)
