"""Typed amounts: what can be read in one way is read, all else is refused with its reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from loyalty.money import LARGEST_MINOR, amount_from_text, currency
from tests.rules.book import refused

READINGS = """
EUR | 12            | 1200
EUR | 12.5          | 1250
EUR | 12,5          | 1250
EUR | 12,50         | 1250
EUR | 0.01          | 1
EUR | .5            | 50
EUR | ,05           | 5
EUR | 007           | 700
EUR | 00.10         | 10
EUR | 1,234         | 123400
EUR | 1.234         | 123400
EUR | 1 234         | 123400
EUR | 1'234.50      | 123450
EUR | 1’234,50      | 123450
EUR | 1,234.50      | 123450
EUR | 1.234,50      | 123450
EUR | 1.234,5       | 123450
EUR | 1 234,50      | 123450
EUR | 1,234,567     | 123456700
EUR | 1.234.567     | 123456700
EUR | 1.234.567,89  | 123456789
EUR | 1 234 567.89  | 123456789
EUR | １２.５０       | 1250
EUR | １２，５０      | 1250
EUR | 99999999.99   | 9999999999
EUR | 12.3x         | amount-unreadable
EUR | 1e5           | amount-unreadable
EUR | 0x10          | amount-unreadable
EUR | 12.           | amount-unreadable
EUR | .             | amount-unreadable
EUR | 1 2           | amount-unreadable
EUR | 1..2          | amount-unreadable
EUR | 1,23,4        | amount-unreadable
EUR | 1.2.3         | amount-unreadable
EUR | 1,23,456      | amount-unreadable
EUR | 12,34.50      | amount-unreadable
EUR | 1.234,567     | amount-unreadable
EUR | 0,123.50      | amount-unreadable
EUR | 1 234'567.00  | amount-unreadable
EUR | ½             | amount-unreadable
EUR | ١٢            | amount-unreadable
EUR | €12           | amount-unreadable
EUR | +5            | amount-unreadable
EUR | 5-            | amount-unreadable
EUR | -5            | amount-negative
EUR | −5            | amount-negative
EUR | (5)           | amount-negative
EUR | -             | amount-negative
EUR | 0             | amount-zero
EUR | 0.00          | amount-zero
EUR | 000           | amount-zero
EUR | 12.3456       | amount-too-fine
EUR | 0.500         | amount-too-fine
EUR | 0,500         | amount-too-fine
EUR | 1234.567      | amount-too-fine
EUR | 100000000     | amount-too-large
EUR | 4006381333931 | amount-too-large
EUR | 99999999999999999999999  | amount-too-large
EUR | 999999999999999999999999999999  | amount-unreadable
KRW | 1,234         | 1234
KRW | 1.234         | 1234
KRW | 12000         | 12000
KRW | 12.5          | amount-too-fine
KRW | 1.50          | amount-too-fine
KRW | 0,500         | amount-too-fine
KRW | 1,234.5       | amount-too-fine
JPY | 1,234,567     | 1234567
KWD | 12            | 12000
KWD | 12.5          | 12500
KWD | 12.345        | 12345
KWD | 0.500         | 500
KWD | 0,500         | 500
KWD | 12,34         | 12340
KWD | 1,234.567     | 1234567
KWD | 1.234,567     | 1234567
KWD | 1,234,567     | 1234567000
KWD | 1234,567      | 1234567
KWD | 12,345        | amount-ambiguous
KWD | 1,234         | amount-ambiguous
KWD | 1.2345        | amount-too-fine
TND | 12.345        | 12345
"""


def rows() -> list[tuple[str, str, str]]:
    parts = [line.split("|") for line in READINGS.strip().splitlines()]
    return [(code.strip(), typed.strip(), outcome.strip()) for code, typed, outcome in parts]


@pytest.mark.parametrize(("code", "typed", "outcome"), rows())
def test_a_typed_amount_is_read_or_refused(code: str, typed: str, outcome: str) -> None:
    if outcome.isdigit():
        assert amount_from_text(typed, currency(code)) == int(outcome)
    else:
        refused(outcome, amount_from_text, typed, currency(code))


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u3000", "\t\n"])
def test_nothing_typed_is_not_zero(blank: str) -> None:
    refused("amount-empty", amount_from_text, blank, currency("EUR"))


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009", "\u3000"])
def test_every_kind_of_space_groups_thousands(space: str) -> None:
    assert amount_from_text(f"1{space}234,50", currency("EUR")) == 123450


def test_a_refusal_says_how_many_decimals_the_currency_has() -> None:
    facts = refused("amount-too-fine", amount_from_text, "1.5", currency("KRW"))
    assert facts == {"digits": 0, "currency": "KRW"}


def test_a_refusal_says_the_largest_amount() -> None:
    facts = refused("amount-too-large", amount_from_text, "100000000", currency("EUR"))
    assert facts == {"limit_minor": LARGEST_MINOR, "currency": "EUR"}


def test_a_long_text_is_cut_in_the_facts() -> None:
    facts = refused("amount-unreadable", amount_from_text, "x" * 4000, currency("EUR"))
    assert facts == {"typed": "x" * 24}


@given(st.text(max_size=30), st.sampled_from(["EUR", "KRW", "KWD"]))
def test_any_text_is_an_amount_or_a_refusal(typed: str, code: str) -> None:
    found = outcome(typed, code)
    assert found.startswith("amount-") or 0 < int(found) <= LARGEST_MINOR


def outcome(typed: str, code: str) -> str:
    """The minor units as text, or the code of the refusal."""
    try:
        return str(amount_from_text(typed, currency(code)))
    except LoyaltyError as no:
        return no.code


@given(st.text("0123456789., '", max_size=14), st.sampled_from(["EUR", "KRW", "KWD"]))
def test_reading_never_invents_or_loses_a_digit(typed: str, code: str) -> None:
    money = currency(code)
    try:
        minor = amount_from_text(typed, money)
    except LoyaltyError:
        return
    digits = "".join(char for char in typed if char.isdigit()).lstrip("0")
    assert str(minor).startswith(digits.rstrip("0"))
    assert set(str(minor)[len(digits) :]) <= {"0"}


@given(st.integers(1, LARGEST_MINOR), st.sampled_from(["EUR", "KRW", "KWD"]), st.booleans())
def test_an_amount_written_out_is_read_back(minor: int, code: str, grouped: bool) -> None:
    money = currency(code)
    whole, rest = divmod(minor, 10**money.exponent)
    sign = "," if grouped else ""
    decimals = f".{rest:0{money.exponent}d}" if money.exponent else ""
    assert amount_from_text(f"{whole:{sign}}{decimals}", money) == minor


EXPONENTS = """
EUR 2
USD 2
CNY 2
TWD 2
KRW 0
JPY 0
VND 0
ISK 0
KWD 3
BHD 3
TND 3
XCG 2
"""


@pytest.mark.parametrize("row", EXPONENTS.split("\n")[1:-1])
def test_a_currency_has_its_iso_4217_exponent(row: str) -> None:
    code, exponent = row.split()
    assert currency(code).exponent == int(exponent)


@pytest.mark.parametrize("code", ["", "eur", "EURO", "XXX", "BTC", "E\u0000R"])
def test_an_unknown_currency_is_refused(code: str) -> None:
    assert refused("currency-unknown", currency, code) == {"currency": code[:8]}
