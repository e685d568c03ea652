"""Cells as money, days, numbers and codes: what they mean, or by which code they are refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.codes import member_card, sale_code
from loyalty.ledger.entry import EntryKey
from loyalty.money import currency
from pos.importing import cells
from pos.importing.faults import CellError, Fault, Faults

EUR, KRW = currency("EUR"), currency("KRW")
SEOUL = ZoneInfo("Asia/Seoul")

MONEY = """
EUR | .  | 12.50      | 1250
EUR | .  | 1,234.50   | 123450
EUR | ,  | 1.234,50   | 123450
EUR | ,  | 12,5       | 1250
EUR | .  | 12.5000    | 1250
EUR |    | 12         | 1200
EUR |    | 12,50      | 1250
EUR |    | €12.50     | 1250
EUR |    | 0          | 0
EUR |    | 0.00       | 0
EUR |    | 1.234      | amount-ambiguous
EUR |    | 1,234      | amount-ambiguous
EUR | .  | 1.234      | amount-too-fine
EUR |    | -5.00      | amount-negative
EUR |    | twelve     | amount-unreadable
EUR |    | 1e3        | amount-unreadable
EUR |    | 99999999999 | amount-too-large
KRW |    | 12,000     | 12000
KRW |    | ₩12,000    | 12000
KRW | .  | 12.5       | amount-too-fine
"""


@pytest.mark.parametrize("row", MONEY.strip().splitlines())
def test_money_is_read_or_refused(row: str) -> None:
    unit, decimal, text, means = (part.strip() for part in row.split("|"))
    if means.isdigit():
        assert cells.money(text, currency(unit), decimal) == int(means)
    else:
        with pytest.raises(CellError) as no:
            cells.money(text, currency(unit), decimal)
        assert no.value.code == means


@given(st.integers(0, 99_999_999_99), st.sampled_from([".", ","]))
def test_every_amount_is_read_as_it_was_written(minor: int, decimal: str) -> None:
    assert cells.money(f"{minor // 100}{decimal}{minor % 100:02d}", EUR, decimal) == minor
    grouped = f"{minor // 100:,}".replace(",", "." if decimal == "," else ",")
    assert cells.money(f"{grouped}{decimal}{minor % 100:02d}", EUR, decimal) == minor
    assert cells.money(str(minor), KRW) == minor


DAYS = """
2024-03-01 |          | 2024-03-01
2024/3/1   |          | 2024-03-01
2024.03.01 |          | 2024-03-01
20240301   |          | 2024-03-01
2024년 3월 1일 |       | 2024-03-01
2024年3月1日 |         | 2024-03-01
1.3.2024   |          | 2024-03-01
13/03/2024 |          | 2024-03-13
03/13/2024 |          | 2024-03-13
03/03/2024 |          | 2024-03-03
01/03/2024 |          | date-ambiguous
01/03/2024 | %m/%d/%Y | 2024-01-03
1 Mar 24   | %d %b %y | 2024-03-01
2024-02-30 |          | date-unreadable
yesterday  |          | date-unreadable
2024-03-01 | %d.%m.%Y | date-unreadable
"""


@pytest.mark.parametrize("row", DAYS.strip().splitlines())
def test_a_day_is_read_or_refused(row: str) -> None:
    text, form, means = (part.strip() for part in row.split("|"))
    if means[0].isdigit():
        assert cells.day(text, form) == date.fromisoformat(means)
    else:
        with pytest.raises(CellError) as no:
            cells.day(text, form)
        assert no.value.code == means


MOMENTS = """
2024-03-01          |       |               | 2024-03-01 12:00
2024-03-01 09:05    |       |               | 2024-03-01 09:05
2024-03-01T09:05:30 |       |               | 2024-03-01 09:05
2024-03-01T00:05Z   |       |               | 2024-03-01 09:05
2024-03-01T00:05+00:00 |    |               | 2024-03-01 09:05
1.3.2024 9:05       |       |               | 2024-03-01 09:05
2024-03-01          | 9:05  |               | 2024-03-01 09:05
2024-03-01          | 0905  |               | 2024-03-01 09:05
2024-03-01          | 25:00 |               | time-unreadable
03/01/24 09:05      |       | %m/%d/%y %H:%M | 2024-03-01 09:05
03/01/24 09h05      |       | %m/%d/%y %H:%M | date-unreadable
"""


@pytest.mark.parametrize("row", MOMENTS.strip().splitlines())
def test_a_moment_is_of_the_shops_zone_and_noon_where_no_time_is_told(row: str) -> None:
    text, clock, form, means = (part.strip() for part in row.split("|"))
    if means[0].isdigit():
        told = datetime.strptime(means, "%Y-%m-%d %H:%M").replace(tzinfo=SEOUL)
        assert cells.moment(text, clock, (form, ""), SEOUL).replace(second=0) == told
    else:
        with pytest.raises(CellError) as no:
            cells.moment(text, clock, (form, ""), SEOUL)
        assert no.value.code == means


@pytest.mark.parametrize("code", ["ABC-1234", "0004", "4006381333931", member_card(7), "!" * 40])
def test_a_card_of_another_system_is_taken_as_it_is(code: str) -> None:
    assert cells.card(f" {code} ") == code


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("123", "card-unreadable"),
        ("12 34", "card-unreadable"),
        ("karteé", "card-unreadable"),
        ("x" * 41, "card-unreadable"),
        (member_card(7)[:-1] + str((int(member_card(7)[-1]) + 1) % 10), "card-damaged"),
        (sale_code(EntryKey(1, 1, 1)), "card-damaged"),
    ],
)
def test_a_card_that_could_not_be_found_at_the_counter_is_refused(code: str, why: str) -> None:
    with pytest.raises(CellError) as no:
        cells.card(code)
    assert no.value.code == why


def test_numbers_words_and_answers() -> None:
    assert [cells.number(text) for text in ("1,234", "12.0", " 7 ", "１２")] == [1234, 12, 7, 12]
    for text, code in (
        ("1.5", "number-unreadable"),
        ("-1", "number-range"),
        ("", "number-unreadable"),
    ):
        with pytest.raises(CellError) as no:
            cells.number(text)
        assert no.value.code == code
    assert cells.words("tea; red  wine|tea\ncake") == ("tea", "red wine", "cake")
    assert [cells.yes(text) for text in ("Ja", "동의", "いいえ", "0")] == [True, True, False, False]
    with pytest.raises(CellError):
        cells.yes("perhaps")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_code(text: str) -> None:
    readers = (
        lambda: cells.money(text, EUR),
        lambda: cells.money(text, KRW, ","),
        lambda: cells.number(text),
        lambda: cells.day(text),
        lambda: cells.birthday(text),
        lambda: cells.moment(text, "", ("", ""), SEOUL),
        lambda: cells.moment("2024-01-01", text, ("", ""), SEOUL),
        lambda: cells.yes(text),
        lambda: cells.card(text),
        lambda: cells.name(text, 20),
    )
    for reader in readers:
        with suppress(CellError):  # and nothing else
            reader()


def test_faults_are_kept_in_the_order_of_lines_up_to_a_bound_and_all_are_counted() -> None:
    faults = Faults(most=3)
    for line in (9, 2, 7, 1, 8):
        faults.add(Fault(line, "", "", "cell-empty"))
    assert ([fault.line for fault in faults], len(faults)) == ([1, 2, 7], 5)
