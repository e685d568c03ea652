"""Whole receipts, language by language; what is trusted, and what must not be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from receipts.reading.claim import DocumentKind, Outcome
from receipts.reading.text.claiming import claim_of, kind_of
from receipts.reading.text.page import Page, Word
from receipts.reading.text.reading import read_text
from receipts.reading.text.receipt import Expected, TextReceipt
from tests.reading import text_examples as examples

TODAY = date(2024, 5, 1)


def read(text: str, country: str = "", currency: str = "") -> TextReceipt:
    return read_text(Page.of_text(text), Expected(TODAY, country, currency))


@pytest.mark.parametrize(
    ("text", "country", "currency", "total", "day", "number", "tax"),
    [
        ("MALAYSIA", "MY", "MYR", "22.90", "2018-03-18", "CS00012345", "000123456789"),
        ("JAPAN", "JP", "JPY", "548", "2024-03-12", "0042", "T1234567890123"),
        ("KOREA", "KR", "KRW", "8500", "2024-03-12", "000123", "1234567890"),
        ("CHINA", "CN", "CNY", "15.80", "2024-03-12", "20240312000123", ""),
        ("GERMANY", "DE", "EUR", "5.42", "2024-03-12", "4711", "DE123456789"),
        ("SPAIN", "ES", "EUR", "2.70", "2024-03-12", "0012-003-123456", "A12345678"),
    ],
)
def test_a_receipt_is_read(
    text: str, country: str, currency: str, total: str, day: str, number: str, tax: str
) -> None:
    found = read(getattr(examples, text), country, currency)
    assert found.total == Decimal(total)
    assert found.on == date.fromisoformat(day)
    assert (found.number, found.tax_number) == (number, tax)
    assert found.at.startswith("14:05")
    assert found.trusted


def test_articles_carry_their_pieces() -> None:
    found = read(examples.KOREA, "KR", "KRW")
    assert [(one.text, int(one.amount), one.units) for one in found.lines] == [
        ("우유 1L", 2500, 1),
        ("식빵", 6000, 2),
    ]


def test_a_total_that_nothing_proves_is_not_trusted() -> None:
    found = read("Corner Deli\n12/03/2024\nTOTAL  12.50\n", "GB", "GBP")
    assert (found.total, found.trusted) == (Decimal("12.50"), False)
    assert "total-unproved" in found.reasons


def test_two_dates_are_not_trusted() -> None:
    found = read(examples.SPAIN + "11/03/2024\n", "ES", "EUR")
    assert (found.trusted, "several-dates" in found.reasons) == (False, True)


def test_a_date_that_could_be_two_is_not_trusted() -> None:
    text = examples.SPAIN.replace("12/03/2024", "02/03/2024")
    assert read(text, "ES", "EUR").trusted
    assert not read(text, "", "EUR").trusted


def test_two_proved_totals_are_not_trusted() -> None:
    text = "Shop\n12/03/2024\nTEA 4.00\nBUN 3.00\nTOTAL 7.00\nTOTAL 8.00\nCASH 10.00\nCHANGE 2.00\n"
    found = read(text, "GB", "GBP")
    assert (found.trusted, "total-contested" in found.reasons) == (False, True)


@pytest.mark.parametrize("digit", range(10))
def test_a_misread_digit_of_the_total_is_never_trusted(digit: int) -> None:
    wrong = f"2{digit}.90"
    text = examples.MALAYSIA.replace("TOTAL ROUNDED           22.90", f"TOTAL ROUNDED {wrong}")
    found = read(text, "MY", "MYR")
    assert not found.trusted or found.total == Decimal("22.90")


def test_an_amount_alone_under_its_word_is_the_words() -> None:
    found = read("Café\n12.03.2024\nTEE 3,00\nKUCHEN 4,00\nSUMME\n7,00\nBAR 10,00\nRückgeld 3,00\n")
    assert found.total == Decimal("7.00")


def test_a_row_under_an_article_may_say_how_many_it_was() -> None:
    found = read(
        "Mart\n12/03/2024\nSUGAR 1K    RM23.60 Z\n@8 X RM 2.95\nDUE 23.60\nPAY 24.00\nCHANGE .40\n"
    )
    assert [(one.text, one.units) for one in found.lines] == [("SUGAR 1K", 8)]
    assert (found.total, found.reasons[0]) == (Decimal("23.60"), "cash-less-change")


def test_a_sum_before_discount_is_no_discount() -> None:
    found = read(
        "Inn\n12/03/2024\nSOUP 5.00\nFISH 7.00\nSUB TOTAL BEFORE DISCOUNT 12.00\nTOTAL 12.00\n"
    )
    assert [one.amount for one in found.lines] == [Decimal("5.00"), Decimal("7.00")]


def test_words_on_a_bent_page_share_their_row() -> None:
    rows = (
        ("TOTAL", 0.10, 0.30),
        ("12.50", 0.80, 0.312),
        ("CASH", 0.10, 0.35),
        ("20.00", 0.8, 0.362),
    )
    page = Page.of_words(Word(t, x, y, x + 0.1, y + 0.03) for t, x, y in rows)
    assert [row.text for row in page.rows] == ["TOTAL 12.50", "CASH 20.00"]


def test_a_return_is_no_sale_but_no_refunds_is() -> None:
    assert kind_of(Page.of_text("Shop\nREFUND\nTOTAL 5.00")) is DocumentKind.REFUND
    assert kind_of(Page.of_text("Shop\n환불\n합계 5,000")) is DocumentKind.REFUND
    assert kind_of(Page.of_text("No refunds\nTOTAL 5.00")) is DocumentKind.SALE


def test_the_claim_of_a_text_says_what_could_not_be_checked() -> None:
    page = Page.of_text(examples.JAPAN)
    claim = claim_of(read_text(page, Expected(TODAY, "JP", "JPY")), page)
    assert (claim.scheme, claim.total, claim.issued_at) == (
        "text",
        Decimal(548),
        "2024-03-12T14:05",
    )
    assert claim.outcome("arithmetic") is Outcome.PASS
    assert claim.outcome("signature") is Outcome.NOT_POSSIBLE


def test_the_claim_of_an_unproved_text_asks_for_a_person() -> None:
    page = Page.of_text("Corner Deli\nTOTAL  12.50\n")
    claim = claim_of(read_text(page, Expected(TODAY)), page)
    assert claim.outcome("arithmetic") is Outcome.FAIL
    assert claim.outcome("date") is Outcome.FAIL
    assert all(c.advisory for c in claim.checks if c.outcome is Outcome.FAIL)


@settings(max_examples=150)
@given(st.text(max_size=600))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = read(text, "MY", "MYR")
    assert found.total is None or abs(found.total) < 10**10
    assert not (found.trusted and (found.on is None or found.total is None))


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_receipt_is_not_trusted_with_another_total(data: st.DataObject) -> None:
    """One character changed: a trusted total stays the one that was paid."""
    text = examples.GERMANY
    at = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.sampled_from("0123456789.,ABC "))
    found = read(text[:at] + sign + text[at + 1 :], "DE", "EUR")
    assert not found.trusted or found.total == Decimal("5.42")
