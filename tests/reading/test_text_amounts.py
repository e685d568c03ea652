"""Figures of receipts: what is money, how much, and what is not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receipts.reading.text.amounts import amounts


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("TOTAL RM 12. 50", ["12.50"]),
        ("TOTALRM12.50", ["12.50"]),
        ("¥1,280", ["1280"]),
        ("1.234,56 €", ["1234.56"]),
        ("1 234,50", ["1234.50"]),
        ("3 150.00", ["3", "150.00"]),
        ("12,000원", ["12000"]),
        ("2 x 3,50 7,00", ["3.50", "7.00"]),
        ("GST 6% 100.00 6.00", ["100.00", "6.00"]),
        ("9,90A", ["9.90"]),
        ("12.5O", ["12.50"]),
        ("-5.00", ["-5.00"]),
        ("5.00-", ["-5.00"]),
        ("合計:38.5", ["38.5"]),
        ("税込合計1280円", ["1280"]),
    ],
)
def test_money_is_read_as_it_is_written_there(line: str, expected: list[str]) -> None:
    assert [str(one.value) for one in amounts(line)] == expected


@pytest.mark.parametrize(
    "line",
    [
        *("18/03/2018 14:05", "tel 03-12345678", "1.280 kg", "12.34.56", "6%", "3 PCS", "0,874kg"),
        *("99999999999999999999", "DE123456789", "1/2/3"),
    ],
)
def test_dates_weights_rates_and_numbers_are_no_money(line: str) -> None:
    assert amounts(line) == ()


@given(st.text(alphabet="0123456789.,- RM€¥円%x:/", max_size=200))
def test_no_line_of_figures_breaks_the_reader(line: str) -> None:
    for one in amounts(line):
        assert abs(one.value) < Decimal(10**10)
        assert one.decimals in {0, 1, 2}


@given(st.integers(0, 99_999_999), st.sampled_from(["{:,.2f}", "{:.2f}", "RM{:,.2f}", "{:,.2f}-"]))
def test_an_amount_that_was_printed_is_read_back(cents: int, form: str) -> None:
    value = Decimal(cents).scaleb(-2)
    (read,) = amounts(form.format(value))
    assert abs(read.value) == value
