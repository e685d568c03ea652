"""Whose receipt it is: enrolled names and numbers, and what is proposed without them."""

from __future__ import annotations

import pytest

from receipts.reading.text.merchants import Merchant, merchant_of
from receipts.reading.text.page import Page

ENROLLED = (
    Merchant("m1", "Kedai Runcit Abu Sdn Bhd", "000123456789"),
    Merchant("m2", "Bäckerei Sonnenschein"),
    Merchant("m3", "スーパーまるや"),
)


def key(text: str, enrolled: tuple[Merchant, ...] = ENROLLED) -> str:
    return merchant_of(Page.of_text(text), enrolled).key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KEDA1 RUNC1T A8U\nTOTAL 5.00", "m1"),
        ("KEDAI RUNCIT\nABU SDN. BHD.\nTOTAL 5.00", "m1"),
        ("Welcome\nGST 000-123-456-789\nTOTAL 5.00", "m1"),
        ("BACKEREI SONNENSCHEIN GmbH\nSumme 5,00", "m2"),
        ("スーパーまるや 新宿店\n合計 500", "m3"),
        ("Bäckerei Mondschein\nSumme 5,00", ""),
        ("Somebody Else\nTOTAL 5.00", ""),
    ],
)
def test_an_enrolled_name_is_known_with_misread_letters_and_a_stranger_is_not(
    text: str, expected: str
) -> None:
    assert key(text) == expected


def test_two_merchants_that_match_alike_are_nobody() -> None:
    twins = (Merchant("a", "Corner Deli"), Merchant("b", "CORNER DELI"))
    assert key("Corner Deli\nTOTAL 5.00", twins) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TAX INVOICE\nMaple Street Grocery\n12 Main Street\nTOTAL 5.00", "Maple Street Grocery"),
        ("*** WELCOME ***\nTel 030 1234567\nCafé Lenz\nSumme 5,00", "Café Lenz"),
        ("領収書\n喫茶ひまわり\n合計 500", "喫茶ひまわり"),
        ("12345\n---\n", ""),
    ],
)
def test_without_an_enrolled_name_the_first_line_that_may_be_one_is_proposed(
    text: str, expected: str
) -> None:
    named = merchant_of(Page.of_text(text), ENROLLED)
    assert (named.key, named.name, named.score) == ("", expected, 0.0)
