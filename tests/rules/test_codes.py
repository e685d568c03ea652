"""Codes: every slip of the finger is caught, and any scanned text has one meaning."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.codes import (
    LONGEST_SCAN,
    Meaning,
    SaleNumber,
    check_holds,
    member_card,
    operator_badge,
    reading,
    referral_code,
    sale_code,
    sale_number,
    voucher_code,
    with_check,
)
from tests.rules.book import refused

MEANINGS = """
6100000000000184     | damaged
4006381333931        | product
4006381333932        | foreign
96385074             | product
96385075             | foreign
036000291452         | product
0036000291452        | product
6112345678901        | foreign
hello                | foreign
KR-0012              | foreign
６１００００００００００００１７ | foreign
61                   | foreign
610000000000001      | damaged
61000000000000017    | damaged
6300001001000000     | damaged
630000100100000001234 | damaged
6300001001000000012345 | foreign
6400000000000017     | damaged
640000000000000013   | damaged
64000000000000001234 | damaged
6400000000000000123456 | foreign
65000000000113       | damaged
6500000000011        | damaged
650000000001129      | damaged
652345678903         | product
650000000502         | product
650000000013         | foreign
6500000000           | foreign
6600000000000017     | foreign
12345                | foreign
"""


@pytest.mark.parametrize("row", MEANINGS.strip().splitlines())
def test_a_scanned_text_has_one_meaning(row: str) -> None:
    text, meaning = (part.strip() for part in row.split("|"))
    assert reading(text).meaning == meaning


@pytest.mark.parametrize("blank", ["", " ", "\n", "\t \u3000"])
def test_an_empty_scan_means_nothing(blank: str) -> None:
    assert reading(blank) == reading("")
    assert reading(blank).meaning is Meaning.EMPTY


def test_a_novel_is_cut_and_called_too_long() -> None:
    found = reading("6" * 4000)
    assert (found.meaning, len(found.text)) == (Meaning.TOO_LONG, LONGEST_SCAN)
    assert reading("6" * LONGEST_SCAN).meaning is Meaning.FOREIGN


@given(st.text(max_size=600))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = reading(text)
    assert len(found.text) <= LONGEST_SCAN
    assert found.meaning in Meaning


@given(st.integers(0, 10**12 - 1))
def test_a_member_card_reads_as_one(number: int) -> None:
    code = member_card(number)
    assert len(code) == 16
    assert reading(code).meaning is Meaning.MEMBER_CARD


@given(st.integers(0, 10**12 - 1))
def test_an_operator_badge_reads_as_one(number: int) -> None:
    code = operator_badge(number)
    assert len(code) == 16
    assert reading(code).meaning is Meaning.OPERATOR_BADGE


@given(st.integers(0, 10**14 - 1))
def test_a_voucher_reads_as_one(number: int) -> None:
    code = voucher_code(number)
    assert len(code) == 18
    assert reading(code).meaning is Meaning.VOUCHER


@given(st.integers(0, 10**10 - 1))
def test_a_referral_code_reads_as_one(number: int) -> None:
    code = referral_code(number)
    assert len(code) == 14
    assert reading(code).meaning is Meaning.REFERRAL


sales = st.builds(
    SaleNumber, st.integers(1, 99_999), st.integers(1, 999), st.integers(1, 99_999_999)
)


@given(sales)
def test_a_slip_names_its_sale(sale: SaleNumber) -> None:
    code = sale_code(sale)
    assert len(code) == 20
    assert reading(code).meaning is Meaning.SALE_SLIP
    assert sale_number(code) == sale


codes = st.one_of(
    st.integers(0, 10**12 - 1).map(member_card),
    st.integers(0, 10**12 - 1).map(operator_badge),
    st.integers(0, 10**14 - 1).map(voucher_code),
    st.integers(0, 10**10 - 1).map(referral_code),
    sales.map(sale_code),
)


@given(codes)
def test_every_single_wrong_digit_is_caught(code: str) -> None:
    for place, digit in enumerate(code):
        for wrong in set("0123456789") - {digit}:
            assert not check_holds(code[:place] + wrong + code[place + 1 :])


@given(codes)
def test_every_swap_of_neighbours_is_caught(code: str) -> None:
    for place in range(len(code) - 1):
        a, b = code[place], code[place + 1]
        if a != b:
            assert not check_holds(code[:place] + b + a + code[place + 2 :])


@given(codes)
def test_every_swap_over_one_digit_is_caught(code: str) -> None:
    for place in range(len(code) - 2):
        a, between, b = code[place], code[place + 1], code[place + 2]
        if a != b:
            assert not check_holds(code[:place] + b + between + a + code[place + 3 :])


@given(codes, st.integers(0, 20))
def test_a_lost_or_doubled_digit_is_never_a_card(code: str, place: int) -> None:
    place %= len(code)
    for wrong in (code[:place] + code[place + 1 :], code[:place] + code[place] + code[place:]):
        told = reading(wrong).meaning
        if wrong[:2] == code[:2] and told is not Meaning.PRODUCT:  # one in ten 13s is an EAN
            assert told is Meaning.DAMAGED
        assert told in {Meaning.DAMAGED, Meaning.FOREIGN, Meaning.PRODUCT}


@given(st.integers(0, 10**14).map(str))
def test_only_one_pair_of_check_digits_fits(digits: str) -> None:
    fitting = [n for n in range(100) if check_holds(f"{digits}{n:02d}")]
    assert [f"{digits}{n:02d}" for n in fitting] == [with_check(digits)]
    assert 2 <= fitting[0] <= 98


def test_the_check_is_that_of_iso_7064() -> None:
    assert with_check("794") == "79444"  # the standard's own example
    assert check_holds("79444")


@pytest.mark.parametrize("text", ["", "1", "97", "ab", "７９４４４", "7 9444", "9" * 5000])
def test_the_check_of_any_text_is_an_answer(text: str) -> None:
    assert not check_holds(text)


@pytest.mark.parametrize("number", [-1, 10**12])
def test_a_card_number_out_of_range_is_refused(number: int) -> None:
    assert refused("card-number-range", member_card, number) == {"number": number}
    assert refused("card-number-range", operator_badge, number) == {"number": number}


@pytest.mark.parametrize(("code", "most"), [(voucher_code, 10**14), (referral_code, 10**10)])
def test_a_number_with_too_many_digits_makes_no_code(code: Callable[[int], str], most: int) -> None:
    assert refused("card-number-range", code, most) == {"number": most}
    assert refused("card-number-range", code, -1) == {"number": -1}


@pytest.mark.parametrize(
    "sale",
    [
        SaleNumber(0, 1, 1),
        SaleNumber(1, 0, 1),
        SaleNumber(1, 1, 0),
        SaleNumber(100_000, 1, 1),
        SaleNumber(1, 1000, 1),
        SaleNumber(1, 1, 100_000_000),
        SaleNumber(-1, 1, 1),
    ],
)
def test_a_sale_that_fits_no_slip_is_refused(sale: SaleNumber) -> None:
    refused("sale-number-range", sale_code, sale)


@pytest.mark.parametrize("text", ["", "x", member_card(1), "6300001001000000010000"])
def test_what_is_no_slip_names_no_sale(text: str) -> None:
    assert refused("code-damaged", sale_number, text) == {"text": text[:20]}
