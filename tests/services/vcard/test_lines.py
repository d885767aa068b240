"""Where cards begin and end in a file, whatever else is in it."""

import io

import pytest

from clienteling.services.vcard import lines
from clienteling.services.vcard.lines import RawCard, read_lines, split_cards

CARD = "BEGIN:VCARD\r\nFN:Zoë\r\nEND:VCARD\r\n"


def split(content: str | bytes) -> list[RawCard]:
    data = content.encode() if isinstance(content, str) else content
    return list(split_cards(read_lines(io.BytesIO(data))))


@pytest.mark.parametrize(
    "data",
    [
        CARD.encode(),
        b"\xef\xbb\xbf" + CARD.encode(),
        CARD.encode("utf-16"),
        CARD.encode("utf-16-le"),
        CARD.encode("utf-16-be"),
        CARD.encode("utf-32"),
        CARD.replace("\r\n", "\n").encode(),
        CARD.replace("\r\n", "\r").encode(),
        CARD.lower().replace("fn", "FN").replace("zoë", "Zoë").encode(),
    ],
)
def test_however_a_file_is_written_its_lines_are_the_same(data: bytes) -> None:
    (card,) = split(data)
    assert card.problem is None
    assert card.lines[1] == "FN:Zoë".encode()


def test_signs_that_look_like_ends_of_lines_are_none() -> None:
    (card,) = split("BEGIN:VCARD\nFN:a\x0b\x0c\x1c\x85\u2028b\rc\nEND:VCARD")
    assert card.lines[1].decode() == "FN:a\x0b\x0c\x1c\x85\u2028b\rc"


def test_several_cards_with_their_lines() -> None:
    cards = split(f"\r\n{CARD}\r\n{CARD}{CARD}")
    assert [(card.line, card.problem) for card in cards] == [(2, None), (6, None), (9, None)]


def test_what_is_no_whole_card_is_told_apart() -> None:
    cards = split("Dear Anna\nhere they are\nBEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nEND:VCARD\nBEGIN:VCARD\n")
    told = [(card.line, card.problem.message if card.problem else "") for card in cards]
    assert told == [
        (1, "This stands outside of any card."),
        (3, "The card has no end: END:VCARD is missing."),
        (5, ""),
        (8, "This stands outside of any card."),
        (9, "The card has no end: END:VCARD is missing."),
    ]


def test_a_card_without_measure_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST_CARD", 1 << 20)
    long, whole = split(b"BEGIN:VCARD\nNOTE:" + b"x" * (3 << 20) + b"\nEND:VCARD\n" + CARD.encode())
    assert long.problem is not None
    assert "longer than 1 megabytes" in long.problem.message
    assert sum(map(len, long.lines)) < 2 << 20
    assert whole.problem is None
