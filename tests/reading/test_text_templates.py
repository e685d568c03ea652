"""Learned layouts: what a confirmed receipt teaches, and when a layout is not used."""

from __future__ import annotations

import contextlib
import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from receipts.reading.text.learning import Confirmed, learn
from receipts.reading.text.page import Page
from receipts.reading.text.reading import read_text
from receipts.reading.text.receipt import Expected, TextReceipt
from receipts.reading.text.template import Spot, Template, decode, encode

TODAY = date(2024, 5, 1)
# No word of it is in our tables: only a person can say which figure is the total.
FINNMARK = """GÁVPPAŠ NÁVUOTNA
GUOLLI JA SIELLA
Čujuhus oktii
Nummir 00{n}
03.04.24 12:30
GUOLLI        120,00
LAIBI          30,00
BUOT OKTIIBUOT {total}
MÁVSSU 400,00
"""


def paper(total: str, n: int = 17) -> Page:
    return Page.of_text(FINNMARK.format(total=total, n=n))


def known(*templates: Template) -> Expected:
    return Expected(TODAY, "NO", "NOK", templates=templates)


@pytest.fixture
def template() -> Template:
    confirmed = Confirmed("g1", "Gávppaš", Decimal("150.00"), date(2024, 4, 3), "0017")
    return learn("g1", paper("150,00"), confirmed, known())


def read(page: Page, *templates: Template) -> TextReceipt:
    return read_text(page, known(*templates))


def test_the_rules_alone_take_the_wrong_figure() -> None:
    assert read(paper("180,00")).total == Decimal("400.00")


def test_a_learned_layout_finds_the_total_where_a_person_pointed(template: Template) -> None:
    found = read(paper("180,00", n=99), template)
    assert (found.total, found.template, found.number) == (Decimal("180.00"), "g1", "0099")
    assert (found.merchant_key, found.merchant) == ("g1", "Gávppaš")


def test_a_layout_alone_makes_nothing_trusted(template: Template) -> None:
    assert not read(paper("180,00"), template).trusted


def test_another_merchants_receipt_is_not_read_by_it(template: Template) -> None:
    other = Page.of_text("RIVERSIDE CAFE\n12/03/2024\nBUOT OKTIIBUOT 9,00\nTOTAL 12.00\n")
    found = read(other, template)
    assert (found.template, found.total) == ("", Decimal("12.00"))


def test_a_layout_whose_words_are_gone_is_not_used(template: Template) -> None:
    page = Page.of_text(FINNMARK.format(total="180,00", n=1).replace("BUOT OKTIIBUOT", "SUBMI"))
    assert read(page, template).template == ""


def test_a_layout_that_arithmetic_contradicts_is_not_used(template: Template) -> None:
    text = FINNMARK.format(total="180,00", n=1) + "TOTAL 150,00\nKONTANT 200,00\nVEKSEL 50,00\n"
    text = text.replace("VEKSEL", "CHANGE")
    found = read(Page.of_text(text), template)
    assert (found.template, found.total) == ("", Decimal("150.00"))


def test_the_order_of_day_and_month_is_learned() -> None:
    confirmed = Confirmed("g1", "Gávppaš", Decimal("150.00"), date(2024, 3, 4))
    nowhere = Expected(TODAY)  # by itself it would take the 3rd of April, and be unsure
    template = learn("g1", paper("150,00"), confirmed, nowhere)
    found = read_text(paper("180,00"), Expected(TODAY, templates=(template,)))
    assert template.date_order == "mdy"
    assert (found.on, "date-unsure" in found.reasons) == (date(2024, 3, 4), False)


def test_nothing_is_learned_where_the_total_does_not_stand() -> None:
    confirmed = Confirmed("g1", "Gávppaš", Decimal("7.77"), date(2024, 4, 3))
    with pytest.raises(LoyaltyError, match="layout-nothing-learned"):
        learn("g1", paper("150,00"), confirmed, known())


def test_a_layout_survives_being_kept(template: Template) -> None:
    assert decode("g1", encode(template)) == template


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"version": 1}',
        "9" * 9_000,
        "[" * 5_000,
    ],
)
def test_what_is_no_layout_is_refused(text: str) -> None:
    with pytest.raises(LoyaltyError, match="layout-unreadable"):
        decode("x", text)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("version", 2),
        ("date_order", "ydm"),
        ("merchant", 3),
        ("anchors", "abc" * 100),
        ("total", 1),
    ],
)
def test_a_layout_with_a_wrong_field_is_refused(
    template: Template, field: str, value: object
) -> None:
    body = json.loads(encode(template))
    body[field] = value if field != "anchors" else [value]
    with pytest.raises(LoyaltyError, match="layout-unreadable"):
        decode("x", json.dumps(body))


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: (
    st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4)
), max_leaves=8))  # fmt: skip
def test_any_json_is_a_layout_or_refused(body: object) -> None:
    with contextlib.suppress(LoyaltyError):
        assert isinstance(decode("x", json.dumps(body)).total, Spot)
