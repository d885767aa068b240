"""Cards taken apart: folding, encodings, what is wrong and where."""

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.errors import Invalid
from clienteling.services.vcard.lines import read_lines, split_cards
from clienteling.services.vcard.properties import Card, parse_card


def parse(body: bytes, version: bytes = b"3.0") -> Card:
    data = b"BEGIN:VCARD\r\nVERSION:" + version + b"\r\n" + body + b"\r\nEND:VCARD\r\n"
    (raw,) = split_cards(read_lines(io.BytesIO(data)))
    return parse_card(raw)


def text(body: bytes, version: bytes = b"3.0") -> str:
    return parse(body, version).properties[1].text()


@pytest.mark.parametrize(
    ("body", "version", "value"),
    [
        (b"NOTE:a\r\n b", b"3.0", "ab"),
        (b"NOTE:a\r\n  b", b"4.0", "a b"),
        (b"NOTE:a\n\tb", b"3.0", "ab"),
        (b"NOTE:a\r\n b", b"2.1", "a b"),
        (b"NOTE:\xc4\r\n \x81", b"3.0", "ā"),  # folded inside a letter
        (b"NOTE;QUOTED-PRINTABLE:a=3D=\r\nb=20", b"2.1", "a=b "),
        (b"NOTE;ENCODING=quoted-printable:a=\r\n", b"2.1", "a"),
        (b"NOTE;CHARSET=SHIFT_JIS:\x83\x5c", b"2.1", "ソ"),  # the second byte looks like a backslash
        (b"NOTE;CHARSET=utf-16;ENCODING=BASE64:/v8AYQ==", b"2.1", "a"),
        (b"NOTE:\x80", b"3.0", "€"),
        (b"NOTE:\x81", b"3.0", "\x81"),
        (b'NOTE;X="a:b;c":d', b"3.0", "d"),
        (b'NOTE;X=":d', b"3.0", "d"),
        (b"NOTE:a\\,b\\;c\\\\n\\Nd\\x", b"3.0", "a,b;c\\n\nd\\x"),
    ],
)
def test_values(body: bytes, version: bytes, value: str) -> None:
    assert text(body, version) == value


def test_a_soft_break_before_the_end_does_not_swallow_it() -> None:
    assert text(b"NOTE;QUOTED-PRINTABLE:a=", b"2.1") == "a"


def test_a_card_within_a_card_is_left_out() -> None:
    found = parse(b"AGENT:\r\nBEGIN:VCARD\r\nFN:Inner\r\nEND:VCARD\r\nFN:Outer", b"2.1")
    assert [p.text() for p in found.all("FN")] == ["Outer"]


def test_base64_goes_on_without_being_indented() -> None:
    found = parse(b"PHOTO;BASE64:AAAA\r\nBBBB\r\n\r\nFN:Ada", b"2.1")
    assert [p.name for p in found.properties] == ["VERSION", "PHOTO", "FN"]


@pytest.mark.parametrize(
    ("body", "version", "reason"),
    [
        (b"FN:A\r\nno colon", b"3.0", "Line 4 is no property"),
        (b":value", b"3.0", "Line 3 is no property"),
        (b"NOTE;CHARSET=KLINGON:a", b"3.0", "Line 3: nobody knows the character set KLINGON"),
        (b"NOTE;CHARSET=zlib:a", b"3.0", "character set zlib"),
        (b"NOTE;CHARSET=undefined:a", b"3.0", "character set undefined"),
        (b"NOTE;CHARSET=UTF-8:\xff", b"3.0", "Line 3: NOTE is not in the character set UTF-8"),
        (b"NOTE;ENCODING=B:a", b"3.0", "Line 3: NOTE is no Base64"),
        (b"FN:A", b"5.0", "version 5.0"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(body: bytes, version: bytes, reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        text(body, version)


def test_many_quotes_take_no_time() -> None:
    with pytest.raises(Invalid, match="no property"):
        parse(b'NOTE;X="' * 20_000)


@given(st.binary(max_size=80) | st.text('NOTE;:="\\,\n\r CHARSET-B', max_size=80).map(str.encode))
def test_any_bytes_are_a_card_or_are_refused(body: bytes) -> None:
    for raw in split_cards(read_lines(io.BytesIO(b"BEGIN:VCARD\n" + body + b"\nEND:VCARD\n"))):
        with suppress(Invalid):
            for found in parse_card(raw).properties:
                assert isinstance(found.text(), str)
                assert len(found.parts()) >= 1
