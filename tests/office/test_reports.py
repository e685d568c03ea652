"""Figures per shop, terminal and period: counted from what really arrived, on both engines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from pos.office.reporting.figures import Money, report
from pos.office.reporting.periods import asked_period, period
from pos.office.schema.engine import create_schema, office_engine, reading
from pos.office.web.charts import HEIGHT, bars
from tests.office.managing import Managed
from tests.office.office import Office
from tests.office.tills import World

TODAY = date(2026, 11, 22)


@pytest.fixture
def managed(office_url: str, tmp_path: Path) -> Iterator[Managed]:
    engine = office_engine(office_url)
    create_schema(engine, 0)
    yield Managed.of(World(engine, tmp_path))
    engine.dispose()


def _two_shops(managed: Managed, many: int = 2) -> None:
    """Shop 1: sales of Ann's at 100.00, as many without a card at 50.00; shop 2: one of hers."""
    first, second = managed.world.till(1), managed.world.till(2)
    ann = managed.member(first, "Ann")
    for _ in range(many):
        first.sold(ann, 10_000)
        first.sold(None, 5_000)
    first.quiet()
    second.quiet()
    second.sold(ann, 2_000)
    second.quiet()


def test_sales_are_counted_by_shop_by_terminal_and_together(managed: Managed) -> None:
    _two_shops(managed, 30)
    with reading(managed.engine) as db:
        made = report(db, 1, period("day", TODAY), ())
    whole = made.whole.money["EUR"]
    assert (whole.sales, whole.total_minor) == (61, 452_000)
    assert (whole.card_sales, whole.card_percent) == (31, 51)
    assert (whole.card_basket_minor, whole.bare_basket_minor) == (9_742, 5_000)
    assert (made.whole.active, made.whole.new) == (1, 1)
    nord, sued = made.shops
    assert (nord.money["EUR"].sales, sued.money["EUR"].sales) == (60, 1)
    assert sued.money["EUR"].basket_minor is None, "of one sale no average is made"
    assert (nord.active, nord.new, sued.active, sued.new) == (1, 1, 1, 1)
    assert made.whole.points["issued"] == 3_020
    assert [one.terminal for one in made.terminals] == [0, 1, 2]
    assert made.days == {"EUR": ((TODAY, 61, 452_000),)}


def test_the_days_of_the_period_and_no_others_are_counted(managed: Managed) -> None:
    till = managed.world.till(1)
    ann = managed.member(till, "Ann")
    till.sold(ann)
    managed.clock.advance(timedelta(days=1))
    till.sold(ann)
    till.quiet()
    with reading(managed.engine) as db:
        first = report(db, 1, period("day", TODAY), ()).whole
        second = report(db, 1, period("day", TODAY + timedelta(days=1)), ()).whole
        month = report(db, 1, period("month", TODAY), ()).whole
    assert [one.money["EUR"].sales for one in (first, second, month)] == [1, 1, 2]
    assert (first.new, second.new, month.new) == (1, 0, 1), "who came before is not new"


def test_who_sees_one_shop_is_told_of_no_other(managed: Managed) -> None:
    _two_shops(managed)
    program = managed.program("bob", "reports", frozenset({2}))
    told = program.ask("GET", "/api/v1/reports?from=2026-11-22&period=day", None, 200)
    assert {row["shop"] for row in told["rows"]} == {0, 2}
    assert told["rows"][0]["sales"] == 1
    assert program.ask("GET", "/api/v1/reports?shop=1", None, 404)["code"] == "shop-unknown"
    assert program.ask("GET", "/api/v1/reports?terminal=1", None, 404)["code"] == "terminal-unknown"
    assert program.ask("GET", "/api/v1/months", None, 403)
    assert program.ask("GET", "/api/v1/liability", None, 403)
    browser = managed.browser("bob")
    text = browser.get("/reports?period=day&from=2026-11-22").text
    assert "Shop 2" in text
    assert "Shop 1" not in text
    assert "Points members have now" not in text


def test_files_say_the_same_as_the_page_and_no_name_is_a_formula(managed: Managed) -> None:
    _two_shops(managed)
    program = managed.program("ana")
    program.ask("PUT", "/api/v1/terminals/1", {"shop": 1, "name": "=1+1"}, 200)
    browser = managed.browser("ana")
    got = browser.get("/reports/csv?period=day&from=2026-11-22")
    assert got.headers["content-disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(got.content.decode("utf-8-sig"))))
    assert [row["name"] for row in rows if row["terminal"] == "1"] == ["'=1+1"]
    assert (rows[0]["place"], rows[0]["sales"]) == ("all", "5")
    told = json.loads(browser.get("/reports/json?period=day&from=2026-11-22").content)
    assert told["rows"][0]["sales"] == 5
    assert program.ask("GET", "/api/v1/reports?period=day&from=2026-11-22") == told
    assert browser.get("/reports/xml").status_code == 404


def test_a_month_that_is_closed_stays_and_what_comes_later_is_named(managed: Managed) -> None:
    till, away = managed.world.till(1), managed.world.till(2)
    ann = managed.member(till, "Ann")
    till.sold(ann)
    till.quiet()
    away.quiet()
    away.sold(ann)  # and goes away with it
    managed.clock.advance(timedelta(days=10))
    till.quiet()
    program = managed.program("ana")
    assert program.ask("PUT", "/api/v1/months/202612", None, 422)["code"] == "month-wrong"
    browser = managed.browser("ana")
    assert "Till 2" in browser.get("/months").text, "the silent one is named before it is closed"
    assert browser.post("/months", {"month": "202611"}).status_code == 303
    program.ask("PUT", "/api/v1/months/202611", None, 200)
    away.quiet()
    (month,) = program.ask("GET", "/api/v1/months", None, 200)
    assert {one["terminal"]: one["silent"] for one in month["places"]}[2] is True
    assert {one["terminal"]: one["silent"] for one in month["places"]}[1] is False
    assert (month["opening"], month["closing"]) == (0, 100)
    told = program.ask("GET", "/api/v1/reports?period=month&from=2026-12-01", None, 200)
    assert [(one["month"], one["counted_in"], one["terminal"]) for one in told["late"]] == [
        (202611, 202612, 2)
    ]
    owed = program.ask("GET", "/api/v1/liability", None, 200)
    assert (owed["points"], owed["worth_minor"]) == (200, None)
    assert "2026-11" in browser.get("/months").text


@pytest.mark.parametrize(
    "query",
    [
        "from=x",
        "from=2026-11-22&to=2026-11-21&period=custom",
        "period=year",
        "from=9999-12-31",
        "from=2000-01-01&to=2199-01-01&period=custom",
        "shop=x",
        "shop=99999999999",
    ],
)
def test_no_period_is_told_so(small_office: Office, query: str) -> None:
    small_office.person("ana")
    browser = small_office.browser()
    browser.log_in("ana")
    answer = browser.get(f"/reports?{query}")
    assert answer.status_code == 422
    assert "This is no period" in answer.text


@pytest.mark.parametrize(
    ("kind", "first", "last", "days"),
    [
        ("", "", "", 30),
        ("week", "2026-11-22", "", 7),
        ("month", "2024-02-10", "", 29),
        ("custom", "2026-11-01", "2026-11-03", 3),
        ("", "2026-11-01", "2026-11-03", 3),
    ],
)
def test_periods_have_the_days_their_names_say(kind: str, first: str, last: str, days: int) -> None:
    made = asked_period(kind, first, last, TODAY)
    assert made.days == days
    assert made.beside(1).first == made.last + timedelta(days=1)
    assert made.beside(-1).last == made.first - timedelta(days=1)
    with pytest.raises(LoyaltyError):
        period("day", date.max).beside(1)


def test_averages_are_rounded_to_the_nearest_and_not_made_of_few() -> None:
    assert Money("EUR", 30, 45, 0, 30, 45).basket_minor == 2
    assert Money("EUR", 29, 45).basket_minor is None
    assert Money("EUR", 60, 0, 0, 29).card_basket_minor is None


def test_a_chart_has_room_for_every_day_and_loses_none() -> None:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    days = [(first + timedelta(days=n), 1, n) for n in range(365)]
    made = bars(days, first, last)
    assert sum(bar.total_minor for bar in made) == sum(range(365))
    assert len(made) == 53
    assert all(0 <= bar.y <= HEIGHT and bar.y + bar.height == HEIGHT for bar in made)
    assert len(bars(days, first, date(2026, 1, 31))) == 31
