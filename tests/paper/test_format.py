"""Money, points, days and codes as people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from receipts.writing import format as fmt
from receipts.writing.wording import LANGUAGES


@pytest.mark.parametrize(
    ("minor", "currency", "language", "text"),
    [
        (1_234_567, "KRW", "ko", "₩1,234,567"),
        (1_234_567, "KRW", "en", "₩1,234,567"),
        (1_250, "JPY", "ja", "¥1,250"),
        (1_250, "JPY", "ko", "JP¥1,250"),
        (1_250, "CNY", "zh_CN", "¥12.50"),
        (1_250, "USD", "en", "$12.50"),
        (5, "USD", "ko", "US$0.05"),
        (0, "EUR", "en", "€0.00"),
        (-1_250, "USD", "en", "-$12.50"),
        (1_234_567, "KWD", "en", "KWD\u00a01,234.567"),
        (10**15, "JPY", "ja", "¥1,000,000,000,000,000"),
    ],
)
def test_money_keeps_its_iso_decimals(minor: int, currency: str, language: str, text: str) -> None:
    assert fmt.money(minor, currency, language) == text


def test_a_currency_nobody_knows_is_refused() -> None:
    with pytest.raises(LoyaltyError, match="currency-unknown"):
        fmt.money(1, "kr", "en")


@given(
    st.integers(-(10**16), 10**16),
    st.sampled_from(["KRW", "USD", "KWD", "JPY", "CNY"]),
    st.sampled_from(LANGUAGES),
)
def test_no_digit_of_an_amount_is_lost(minor: int, currency: str, language: str) -> None:
    shown = "".join(char for char in fmt.money(minor, currency, language) if char.isdigit())
    assert int(shown) == abs(minor)
    assert ("-" in fmt.money(minor, currency, language)) == (minor < 0)
    assert "\u202f" not in fmt.money(minor, currency, language)


def test_points_are_grouped_and_movements_signed() -> None:
    assert fmt.count(1_234_567, "en") == "1,234,567"
    assert [fmt.signed(n, "ko") for n in (1_200, 0, -5)] == ["+1,200", "0", "-5"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nov 3, 2026"),
        ("ko", "2026년 11월 3일"),
        ("ja", "2026年11月3日"),
        ("zh_CN", "2026年11月3日"),
    ],
)
def test_a_day_is_never_in_figures_alone(language: str, text: str) -> None:
    assert fmt.day(date(2026, 11, 3), language) == text


def test_times_are_iso_in_the_zone_asked_for() -> None:
    at = datetime(2026, 11, 3, 23, 5, 9, tzinfo=UTC)
    assert fmt.moment(at) == "2026-11-03 23:05:09"
    assert fmt.minute(at, timezone(timedelta(hours=9))) == "2026-11-04 08:05"


def test_codes_are_grouped_and_a_rest_is_not_lost() -> None:
    assert fmt.groups("63000010010000081245", (2, 5, 3, 8, 2)) == "63 00001 001 00000812 45"
    assert fmt.groups("1234567", (2, 2)) == "12 34 567"
    assert fmt.groups("12", (2, 5)) == "12"
