"""The gate for texts: what may lie in a document."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receipts.writing.document import Barcode, Document, Heading, Qr, Row, Text
from receipts.writing.errors import PaperError
from receipts.writing.plain import LIMIT, plain

ANYTHING = st.text(st.characters(exclude_categories=()))


@given(ANYTHING)
def test_nothing_a_device_could_obey_passes(text: str) -> None:
    cleaned = plain(text)
    assert not [char for char in cleaned if unicodedata.category(char)[0] == "C"]
    assert len(cleaned) <= LIMIT
    assert plain(cleaned) == cleaned


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("a\x1b@b\x1dV\x00c", "a@bVc"),
        ("line\none\r\ttwo\u2028three", "line one  two three"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("e" + "\u0301" * 50, "é\u0301\u0301"),
        ("\u0301a", "a"),
        ("12\u202f50 €", "12\u00a050 €"),
        ("한글", "한글"),
        ("  padded  ", "padded"),
    ],
)
def test_texts_are_cleaned_as_agreed(given_text: str, kept: str) -> None:
    assert plain(given_text) == unicodedata.normalize("NFC", kept)


def test_a_long_text_ends_in_an_ellipsis() -> None:
    assert plain("x" * 4_000) == "x" * (LIMIT - 1) + "…"
    assert plain("x" * LIMIT) == "x" * LIMIT


def test_every_block_cleans_its_texts() -> None:
    bad = "a\x1bb"
    assert Text(bad).text == "ab"
    assert Heading(bad).text == "ab"
    assert (Row(bad, bad).left, Row(bad, bad).right) == ("ab", "ab")
    assert Qr("1", bad).caption == "ab"
    assert Barcode("12", bad).human == "ab"


@pytest.mark.parametrize("digits", ["", "123", "12a4", "１２", "1\x1b", "12" * 16])
def test_a_barcode_takes_an_even_number_of_plain_digits(digits: str) -> None:
    with pytest.raises(PaperError, match="barcode-digits"):
        Barcode(digits)


@pytest.mark.parametrize("data", ["", "한", "a\x1b", "x" * 301])
def test_a_qr_code_takes_printable_ascii(data: str) -> None:
    with pytest.raises(PaperError, match="qr-digits"):
        Qr(data)


def test_a_roll_must_exist() -> None:
    with pytest.raises(PaperError, match="paper-width"):
        Document((), "en", 76)
