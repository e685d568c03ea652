"""Code 128 and QR modules against two readers that know nothing of us."""

from __future__ import annotations

import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pyzbar import pyzbar

from receipts.writing.code128 import QUIET, bars, modules
from receipts.writing.qr import qr_modules

PAIRS = st.text(st.sampled_from("0123456789"), min_size=2, max_size=30).filter(
    lambda digits: len(digits) % 2 == 0
)


def barred(digits: str) -> Image.Image:
    """The code drawn two dots a module, with its quiet zones."""
    sheet = Image.new("L", (modules(digits) * 2, 60), 255)
    x = QUIET * 2
    for n, width in enumerate(bars(digits)):
        if n % 2 == 0:
            sheet.paste(0, (x, 0, x + 2 * width, 60))
        x += 2 * width
    assert x == (modules(digits) - QUIET) * 2
    return sheet


@settings(max_examples=40)
@given(PAIRS)
def test_any_even_number_of_digits_is_read_back(digits: str) -> None:
    sheet = barred(digits)
    assert [one.text for one in zxingcpp.read_barcodes(sheet)] == [digits]
    found = pyzbar.decode(sheet, symbols=[pyzbar.ZBarSymbol.CODE128])
    assert [one.data.decode() for one in found] == [digits]


def test_a_symbol_is_eleven_modules_and_the_stop_thirteen() -> None:
    assert sum(bars("00")) == 11 * 3 + 13
    assert modules("12" * 10) == 165


def test_a_sale_code_is_a_version_one_qr_code() -> None:
    assert len(qr_modules("63000010010000081245")) == 21
    assert len(qr_modules("HTTPS://EXAMPLE.ORG/R/ABCDEFGH")) == 25
