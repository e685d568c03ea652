"""Reports made from real books, against counts of our own; kept, stopped, and of nothing at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from loyalty.errors import LoyaltyError
from loyalty.redemption.quote import Chosen
from pos.acts import Act
from pos.adjusting import adjust
from pos.counter import confirm
from pos.ids import new_id
from pos.insight.asked import Asked
from pos.insight.reports import MAKERS, OF_A_MEMBER, period, report
from pos.nightly import nightly
from pos.returns import void
from pos.shift import close, current
from pos.shop import Shop
from pos.store.insight.reading import InsightView, open_view
from pos.trouble import TroubleError
from receipts.reports.cells import Cell, Count, Money, Nothing, Points, Word
from receipts.reports.kept import from_json, to_json
from receipts.reports.pdf import to_report_pdf
from receipts.reports.value import Report, Said, Table, Tile, Tiles
from receipts.reports.wording import known
from tests.shop.conftest import CommandLine
from tests.shop.house import anna, balance, clock_of, goods, sale

MARCH = period(date(2026, 3, 1), date(2026, 3, 31))
NEVER = period(date(2020, 1, 1), date(2020, 1, 31))
ALONE = [name for name in sorted(MAKERS) if name not in OF_A_MEMBER]


@pytest.fixture
def view(shop: Shop) -> Iterator[InsightView]:
    """A look into the books for reports."""
    with open_view(shop.store, "EUR") as opened:
        yield opened


def made(shop: Shop, view: InsightView, name: str, member: UUID | None = None) -> Report:
    """A report of March, on the newest books."""
    view.refresh()
    return report(shop, view, Asked(name, MARCH, member))


def tiles(of: Report) -> dict[str, Tile]:
    return {one.key: one for part in of.parts if isinstance(part, Tiles) for one in part.tiles}


def cells(of: Report) -> dict[str, Cell]:
    return {key: tile.cell for key, tile in tiles(of).items()}


def tables(of: Report) -> dict[str, Table]:
    return {part.key: part for part in of.parts if isinstance(part, Table)}


def said(of: Report) -> list[str]:
    return [part.key for part in of.parts if isinstance(part, Said)]


def test_points_of_a_month_are_what_the_books_hold(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    sale(shop, member, 20_000)
    sale(shop, member, 500, Chosen(reward="drink"))
    wrong = sale(shop, member, 3_000)
    void(shop, Act(new_id(shop.clock), "mina"), wrong.entry.key, "Rung up twice", "sam")
    adjust(shop, Act(new_id(shop.clock), "mina"), member.id, 25, "Coffee was cold", "sam")
    found = made(shop, view, "points-liability")
    told = cells(found)
    with closing(sqlite3.connect(shop.store.path)) as books:
        (earned,) = books.execute("SELECT sum(earned) FROM sale").fetchone()
        (spent,) = books.execute("SELECT sum(redeemed) FROM sale").fetchone()
        (clawed,) = books.execute("SELECT sum(clawed) FROM returned").fetchone()
    assert told["points-opening"] == Points(0)
    assert told["points-earned"] == Points(earned)
    assert told["points-spent"] == Points(spent)
    assert told["points-reversed"] == Points(clawed)
    assert told["points-manual"] == Points(25, signed=True)
    assert told["points-closing"] == Points(balance(shop, member))
    assert spent > 0
    assert clawed > 0
    assert "books-agree" in said(found)
    by_hand = tables(found)["by-hand"].rows
    assert [row[1] for row in by_hand] == [Points(25, signed=True)]
    (ageing,) = [part for part in found.parts if isinstance(part, Table) and part.key == "ageing"]
    assert ageing.sums[1] == Points(balance(shop, member))


def test_a_month_opens_with_what_the_one_before_closed_with(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    sale(shop, member, 20_000)
    clock_of(shop).advance(timedelta(days=31))
    nightly(shop)
    sale(shop, member, 5_000)
    march = cells(made(shop, view, "points-liability"))
    april = report(
        shop, view, Asked("points-liability", period(date(2026, 4, 1), date(2026, 4, 30)))
    )
    assert cells(april)["points-opening"] == march["points-closing"]
    assert cells(april)["points-closing"] == Points(balance(shop, member))
    both = report(shop, view, Asked("points-liability", period(date(2026, 3, 1), shop.today)))
    months = tables(both)["by-month"]
    assert len(months.rows) == 2
    assert months.sums[-1] == Points(balance(shop, member))


def test_points_that_ended_leave_the_page_as_expired(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    sale(shop, member, 20_000)
    held = balance(shop, member)
    clock_of(shop).advance(timedelta(days=800))
    nightly(shop)
    view.refresh()
    whole = period(date(2026, 1, 1), shop.today)
    told = cells(report(shop, view, Asked("points-liability", whole)))
    assert told["points-expired"] == Points(held)
    assert told["points-closing"] == Points(0)


def test_every_shift_stands_with_what_its_closing_said(shop: Shop, view: InsightView) -> None:
    totals = []
    for cents in (1_000, 2_500):
        shift = current(shop, "mina").id
        confirm(shop, Act(new_id(shop.clock), "mina", shift), goods(cents))
        totals.append(close(shop, shift, "mina").totals.total_minor)
        clock_of(shop).advance(timedelta(days=1))
    found = made(shop, view, "shift-closings")
    table = tables(found)["shifts"]
    at = table.columns.index("sales-total")
    assert [row[at] for row in table.rows] == [Money(total, "EUR") for total in totals]
    assert table.sums[at] == Money(3_500, "EUR")
    assert cells(found)["shifts"] == Count(2)


def test_a_member_s_statement_ends_with_their_balance(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    sale(shop, member, 20_000)
    sale(shop, None, 9_000)
    found = made(shop, view, "member-statement", member.id)
    assert cells(found)["balance"] == Points(balance(shop, member))
    moves = tables(found)["movements"]
    assert moves.rows[-1][-1] == Points(balance(shop, member))
    assert Word("sale") in [row[1] for row in moves.rows]
    with pytest.raises(LoyaltyError, match="report-member"):
        made(shop, view, "member-statement")


def test_a_month_is_closed_with_sales_net_of_what_came_back(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    sale(shop, member, 20_000)
    sale(shop, None, 5_000)
    wrong = sale(shop, member, 3_000)
    void(shop, Act(new_id(shop.clock), "mina"), wrong.entry.key, "Rung up twice", "sam")
    told = tiles(made(shop, view, "month-close"))
    assert told["net-sales"].cell == Money(25_000, "EUR")
    assert told["sales-count"].cell == Count(2)
    assert told["members"].cell == Count(1)
    assert "too-few" in {one.key for one in told["repurchase"].said}, "one member is no percentage"


@pytest.mark.parametrize("name", ALONE)
def test_printed_twice_a_report_is_the_same(shop: Shop, view: InsightView, name: str) -> None:
    sale(shop, anna(shop), 20_000)
    one = made(shop, view, name)
    assert from_json(to_json(one)) == one
    assert to_report_pdf(one, "ko") == to_report_pdf(made(shop, view, name), "ko")


def test_a_kept_report_keeps_even_its_time_and_new_books_make_a_new_one(
    shop: Shop, view: InsightView
) -> None:
    member = anna(shop)
    one = made(shop, view, "points-liability")
    clock_of(shop).advance(timedelta(hours=3))
    assert made(shop, view, "points-liability") == one
    sale(shop, member, 20_000)
    other = made(shop, view, "points-liability")
    assert other.books != one.books
    assert other.made_ms > one.made_ms


def test_what_names_a_member_is_not_kept(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    made(shop, view, "member-statement", member.id)
    made(shop, view, "staff-patterns")
    with closing(sqlite3.connect(shop.store.path)) as books:
        assert books.execute("SELECT count(*) FROM kept_report").fetchone() == (0,)


def test_a_kept_report_nobody_can_read_is_made_anew(shop: Shop, view: InsightView) -> None:
    one = made(shop, view, "points-liability")
    with shop.store.writing() as work:
        days = MARCH.first, MARCH.last
        work.keep_report("points-liability", days, one.books, 1, '{"format": "of-the-future"}')
    assert made(shop, view, "points-liability") == one


@pytest.mark.parametrize("name", ALONE)
def test_a_period_of_nothing_says_so_and_is_a_page(
    shop: Shop, view: InsightView, name: str
) -> None:
    found = report(shop, view, Asked(name, NEVER))
    assert [part for part in found.parts if isinstance(part, Said)]
    for language in ("en", "ko", "ja", "zh_CN"):
        assert to_report_pdf(found, language).startswith(b"%PDF")


@pytest.mark.parametrize("name", ALONE)
def test_every_word_of_a_report_is_in_the_tables(shop: Shop, view: InsightView, name: str) -> None:
    sale(shop, anna(shop), 20_000)
    found = made(shop, view, name)
    assert known(f"report.{name}")
    for part in found.parts:
        match part:
            case Tiles():
                assert all(known(f"figure.{one.key}.means") for one in part.tiles), part
            case Table():
                keys = [key for key in part.columns if not key.startswith("+")]
                assert known(f"table.{part.key}"), part.key
                assert all(known(f"column.{key}") for key in keys), part.columns
            case Said():
                assert known(f"said.{part.key}"), part.key


@pytest.mark.parametrize("name", ALONE)
def test_a_report_that_is_stopped_says_so_and_the_next_one_is_made(
    shop: Shop, view: InsightView, name: str
) -> None:
    sale(shop, anna(shop), 20_000)
    view.refresh()
    view.tell = lambda *_: view.cancel()
    with pytest.raises(TroubleError, match="report-cancelled"):
        report(shop, view, Asked(name, MARCH))
    view.tell = lambda *_: None
    assert made(shop, view, name).parts


def test_days_that_are_none_are_refused() -> None:
    for first, last in ((2, 1), (1, 40 * 366)):
        with pytest.raises(LoyaltyError, match="report-period"):
            period(date(2000, 1, 1) + timedelta(first), date(2000, 1, 1) + timedelta(last))


def test_the_command_line_makes_every_file(demo: CommandLine, tmp_path: Path) -> None:
    names = {one["name"] for one in demo.told("report", "list").json["reports"]}
    assert names == set(MAKERS)
    pdf, xlsx, sheet = (tmp_path / name for name in ("a.pdf", "a.xlsx", "a.csv"))
    assert demo("report", "points-liability", "--pdf", str(pdf), "--language", "ko").status == 0
    assert demo("report", "points-liability", "--xlsx", str(xlsx)).status == 0
    told = demo.told("report", "points-liability", "--csv", str(sheet), "--no-bom").json
    assert pdf.read_bytes().startswith(b"%PDF")
    assert xlsx.read_bytes().startswith(b"PK")
    assert [Path(file).name for file in told["files"]][:2] == ["a-figures.csv", "a-by-month.csv"]
    assert all(Path(file).read_bytes()[:1] != b"\xef" for file in told["files"])
    assert told["report"]["format"] == "regulars-report-1"


def test_the_command_line_tells_a_report_in_any_of_its_languages(demo: CommandLine) -> None:
    heard = demo("report", "month-close", "--language", "ja")
    assert heard.status == 0
    assert "月次締め" in heard.out
    assert "純売上" in heard.out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("report", "of-the-future"), "report-unknown"),
        (("report", "member-statement"), "report-member"),
        (("report", "member-statement", "--member", "nobody at all"), "who-unknown"),
        (("report", "segments", "--from", "2026-02-01", "--to", "2026-01-01"), "report-period"),
        (("report", "segments", "--language", "xx"), "language-unknown"),
        (("report", "segments", "--pdf", "/nowhere/at/all.pdf"), "file-unwritable"),
    ],
)
def test_what_cannot_be_told_is_refused_in_words(
    demo: CommandLine, words: tuple[str, ...], code: str
) -> None:
    heard = demo.told(*words)
    assert (heard.status, heard.error) == (1, code)
    assert heard.json["error"]["sentence"]


def test_nobody_who_joined_is_a_number_and_no_percentage(shop: Shop, view: InsightView) -> None:
    sale(shop, None, 5_000)
    told = tiles(made(shop, view, "month-close"))
    assert told["joined"].cell == Count(0)
    assert told["members"].cell == Count(0)
    assert told["repurchase"].cell == Nothing("none")
