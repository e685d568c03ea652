"""The day of a receipt, in the order and the era of its country."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receipts.reading.text.dates import clock_time, days

TODAY = date(2026, 3, 1)


def read(line: str, country: str = "", today: date = TODAY) -> list[str]:
    return [one.on.isoformat() for one in days((line,), today, country)]


@pytest.mark.parametrize(
    ("country", "line"),
    [
        ("MY", "12/03/2018 14:05"),
        ("US", "03/12/2018 2:05 PM"),
        ("US", "03/12/18"),
        ("JP", "2018年3月12日(月) 14時05分"),
        ("JP", "18/03/12"),
        ("JP", "平成30年3月12日"),
        ("KR", "2018. 3. 12. 오후 02:05"),
        ("KR", "20180312 140501"),
        ("KR", "2018031214:05"),
        ("PT", "2018-03-1214:05"),
        ("DE", "12.03.201814:05"),
        ("TW", "107/03/12"),
        ("TW", "民國107年03月12日"),
        ("CN", "2018-03-12 14:05:33"),
        ("DE", "12.03.18 14:05 Uhr"),
        ("DE", "12. März 2018"),
        ("FR", "le 12 mars 2018 à 14h05"),
        ("ES", "12 de marzo de 2018"),
        ("US", "Mar 12, 2018"),
        ("MY", "12-MAR-18"),
        ("MY", "12MAR2018 11:59AM"),
        ("", "2018-03-12T14:05:33"),
    ],
)
def test_one_day_is_read_in_many_countries(country: str, line: str) -> None:
    assert read(line, country) == ["2018-03-12"]


def test_the_era_of_reiwa_began_in_2019() -> None:
    assert read("令和元年12月1日", "JP") == ["2019-12-01"]
    assert read("R6.3.12", "JP") == ["2024-03-12"]


def test_a_day_of_the_future_is_read_the_other_way_round() -> None:
    assert read("02/03/2026", "", date(2026, 3, 1)) == ["2026-03-02"]  # tomorrow: a clock may err
    assert read("02/05/2026", "", date(2026, 3, 1)) == ["2026-02-05"]
    assert read("13/05/2026", "", date(2026, 3, 1)) == []


def test_the_day_of_the_week_tells_day_from_month() -> None:
    assert read("Fri 04/07/2017") == ["2017-04-07"]
    assert read("Tue 04/07/2017") == ["2017-07-04"]


def test_a_day_that_could_be_two_is_unsure_unless_the_country_is_known() -> None:
    (unsure,) = days(("03/04/2018",), TODAY, "")
    (sure,) = days(("03/04/2018",), TODAY, "MY")
    assert (unsure.unsure, sure.unsure) == (True, False)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "valid until 12/03/2018",
            "Exp. 12/03/18",
            "有効期限 2018年3月12日",
            "유효기간 2018-03-12",
        ),
        *("30/02/2018", "订单号 20180312140533001", "12.50 13.20.18", "Tel 020.7946.0123"),
    ],
)
def test_other_days_and_numbers_are_no_day_of_a_sale(line: str) -> None:
    assert read(line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("14:05", "14:05"),
        ("2:05 PM", "14:05"),
        ("12:05 am", "00:05"),
        ("오후 02:05:09", "14:05:09"),
        ("14時05分", "14:05"),
        ("14h05", "14:05"),
        ("no time", ""),
    ],
)
def test_the_time_of_day(line: str, expected: str) -> None:
    assert clock_time((line,), 0) == expected


def test_the_time_beside_the_date_wins_over_opening_hours() -> None:
    assert clock_time(("open 09:00", "x", "y", "12/03/2018 14:05"), 3) == "14:05"


@given(st.dates(TODAY - timedelta(days=4_000), TODAY), st.sampled_from(["MY", "US", "KR", "DE"]))
def test_a_day_that_was_printed_is_read_back(day: date, country: str) -> None:
    form = {"MY": "%d/%m/%Y", "US": "%m/%d/%Y", "KR": "%Y-%m-%d", "DE": "%d.%m.%y"}[country]
    assert read(day.strftime(form), country) == [day.isoformat()]
