"""Birthdays as they are typed: digits in the order of the language; refused where unclear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.members.member import Birthday
from ui.counter.birthdays import birthday_text, order_of, pattern_of, typed_text

ORDERS = ("dMy", "Mdy", "yMd")


@pytest.mark.parametrize(
    ("language", "country", "pattern"),
    [
        ("en", "", "MMDDYYYY"),
        ("en", "GB", "DDMMYYYY"),
        ("en", "DE", "DDMMYYYY"),
        ("ko", "", "YYYYMMDD"),
        ("ja", "", "YYYYMMDD"),
        ("zh_CN", "", "YYYYMMDD"),
    ],
)
def test_the_order_is_that_of_the_language_and_the_country(
    language: str, country: str, pattern: str
) -> None:
    assert pattern_of(order_of(language, country)) == pattern


@pytest.mark.parametrize(
    ("typed", "order", "kept"),
    [
        ("24121990", "dMy", "1990-12-24"),
        ("12241990", "Mdy", "1990-12-24"),
        ("19901224", "yMd", "1990-12-24"),
        ("2412", "dMy", "--12-24"),
        ("1224", "Mdy", "--12-24"),
        ("24.12.1990", "dMy", "1990-12-24"),
        ("1990. 5. 3.", "yMd", "1990-05-03"),
        ("5/3", "Mdy", "--05-03"),
        ("1990-12-24", "dMy", "1990-12-24"),
        ("--12-24", "dMy", "--12-24"),
        ("", "dMy", ""),
    ],
)
def test_what_is_typed_is_read_in_that_order(typed: str, order: str, kept: str) -> None:
    assert birthday_text(typed, order) == kept


@pytest.mark.parametrize("typed", ["241290", "soon", "1", "24121990241290", "1.2.3.4"])
def test_what_cannot_be_read_stays_as_it_is(typed: str) -> None:
    assert birthday_text(typed, "dMy") == typed


@given(st.dates(), st.booleans(), st.sampled_from(ORDERS))
def test_a_kept_birthday_typed_again_is_the_same(on: object, known: bool, order: str) -> None:
    text = str(on) if known else f"--{str(on)[5:]}"
    assert birthday_text(typed_text(text, order), order) == text
    if not known or int(text[:4]) >= 1850:
        assert str(Birthday.from_text(text)) == text
