"""Past sales from a file: through the real rules, at their own time, each receipt once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from loyalty.ledger.count import VISITS
from loyalty.ledger.documents import sale_from
from loyalty.ledger.entry import Account, Entry, Kind
from loyalty.members.member import MemberStatus
from loyalty.rules.earning import BaseRates, VestingRule
from loyalty.rules.program import ExpiryKind, ExpiryRule, Program
from loyalty.sales.sale import Sale
from pos.clock import FixedClock, milliseconds
from pos.importing.nights import NightBefore
from pos.nightly import nightly
from pos.returns import confirm_return
from tests.shop.files import Desk, rows
from tests.shop.house import act, open_at

PROGRAM = Program(1, "Plain", "EUR", date(2020, 1, 1), base=BaseRates(1, 100))
MEMBERS = rows("id,name,card", "1,Anna,AAAA", "2,Ben,BBBB")
HEAD = "date,receipt,till,id,amount,units,sku,category"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return _desk(tmp_path, PROGRAM)


def _desk(folder: Path, program: Program) -> Desk:
    shop = open_at(folder, program=program)
    desk = Desk(shop, folder)
    desk.bring("members", MEMBERS)
    return desk


def sale(entry: Entry) -> Sale:
    return sale_from(entry.body, entry.source, entry.member, entry.program)


def points(desk: Desk, name: str) -> int:
    with desk.shop.store.reading() as view:
        (member,) = view.find_members(name)
        return view.account(member.id).balance


def test_rows_of_one_receipt_are_one_sale_at_its_own_time(desk: Desk) -> None:
    text = rows(
        HEAD,
        "2025-05-02 09:30,7,1,1,3.50,1,S1,tea",
        "2025-05-02 10:00,8,1,,5.00,1,,",
        "2025-05-02 09:31,7,1,1,10.00,2,S2,cups",
        "2025-05-01,7,1,2,4.20,1,,",
    )
    found = desk.bring("sales", text)
    assert (found.rows, found.ready, found.booked) == (4, 3, 3)
    entries = desk.entries()
    assert [entry.business_date.isoformat()[-2:] for entry in entries] == ["01", "02", "02"]
    first, second, nobody = map(sale, entries)
    at = datetime(2025, 5, 2, 9, 30, tzinfo=desk.shop.clock.zone)
    assert entries[1].at_ms == milliseconds(at)
    assert (second.number, second.minute, second.shift) == ("7", 570, None)
    assert [(one.line.sku, one.line.units, one.line.amount_minor) for one in second.lines] == [
        ("S1", 1, 350),
        ("S2", 2, 1000),
    ]
    assert (first.earned, second.earned, nobody.member) == (4, 13, None)
    assert (points(desk, "Anna"), points(desk, "Ben")) == (13, 4)
    with desk.shop.store.reading() as view:
        (member,) = view.find_members("Anna")
        assert view.history(member.id).days[0].visits == 1, VISITS


def test_the_same_sales_again_book_nothing_whatever_else_is_in_the_file(desk: Desk) -> None:
    text = rows(HEAD, "2025-05-02 09:30,7,1,1,3.50,1,,", "2025-05-02 09:30,8,1,1,3.50,1,,")
    assert desk.bring("sales", text).booked == 2
    shuffled = rows(
        "amount,date,receipt,till,id",
        '"9.00",2025-05-03,1,1,2',
        "3.50,2025-05-02 09:30,8,1,1",
        "3.50,2025-05-02 09:30,7,1,1",
    )
    found = desk.bring("sales", shuffled)
    assert (found.booked, found.already) == (1, 2)
    assert (points(desk, "Anna"), points(desk, "Ben")) == (6, 9)


def test_equal_rows_without_a_receipt_are_as_many_sales_and_no_more(desk: Desk) -> None:
    text = rows("date,id,amount", *["2025-05-02,1,5.00"] * 3)
    assert desk.bring("sales", text).booked == 3
    again = desk.bring("sales", rows("date,id,amount", *["02.05.2025,1,5"] * 4))
    assert (again.booked, again.already) == (1, 3)
    assert points(desk, "Anna") == 20


def test_a_receipt_booked_with_another_total_is_a_fault(desk: Desk) -> None:
    desk.bring("sales", rows(HEAD, "2025-05-02,7,1,1,3.50,1,,"))
    found = desk.bring("sales", rows(HEAD, "2025-05-02,7,1,1,3.60,1,,"))
    assert desk.faults(found) == [(2, "", "sale-differs")]


def test_two_other_systems_may_use_the_same_numbers(desk: Desk) -> None:
    text = rows("date,receipt,amount", "2025-05-02,7,3.50")
    assert desk.bring("sales", text, 'system = "north"').booked == 1
    assert desk.bring("sales", text, 'system = "south"').booked == 1
    assert desk.bring("sales", text, 'system = "north"').already == 1


def test_every_wrong_cell_and_receipt_is_told_and_nothing_booked(desk: Desk) -> None:
    text = rows(
        HEAD,
        "2025-05-02,1,1,9,3.50,1,,",
        "2025-02-30,2,1,1,3.50,1,,",
        "2027-01-01,3,1,1,3.50,1,,",
        "2025-05-02,4,1,1,,1,,",
        "2025-05-02,5,1,1,-3.50,1,,",
        "2025-05-02,6,1,1,3.50,0,,",
        "2025-05-02,7,1,1,3.50,1,,",
        "2025-05-02,7,1,2,3.50,1,,",
        "2019-05-02,8,1,1,3.50,1,,",
        *("2025-05-03,9,1,1,0.01,1,," for _ in range(501)),
        "2025-05-02,10,1,1,99999999.99,1,,",
        "2025-05-02,10,1,1,1.00,1,,",
    )
    found = desk.bring("sales", text)
    assert desk.faults(found) == [
        (2, "", "member-unknown"),
        (3, "date", "date-unreadable"),
        (4, "date", "date-future"),
        (5, "amount", "cell-empty"),
        (6, "amount", "amount-negative"),
        (7, "units", "number-range"),
        (8, "receipt", "receipt-members"),
        (10, "", "program-none-then"),
        (11, "receipt", "basket-too-long"),
        (512, "receipt", "basket-total"),
    ]
    assert not desk.entries()


def test_tax_above_the_amount_and_another_currency_are_faults(desk: Desk) -> None:
    found = desk.bring("sales", rows("date,amount,tax", "2025-05-02,1.00,1.01"))
    assert desk.faults(found) == [(2, "tax", "line-tax")]
    found = desk.bring("sales", rows("date,amount", "2025-05-02,100"), 'currency = "KRW"')
    assert desk.faults(found) == [(2, "", "basket-currency")]


def test_negative_rows_are_left_out_where_the_mapping_says_so(desk: Desk) -> None:
    text = rows("date,amount,units", "2025-05-02,1.00,1", "2025-05-02,-1.00,1", "2025-05-02,1,-1")
    assert desk.bring("sales", text, "skip_negative = true").booked == 1


def test_the_catalogue_tells_what_a_row_does_not(desk: Desk) -> None:
    desk.bring("products", rows("sku,name,price,category,brand,flags", "S1,Tea,1,tea,Own,deposit"))
    desk.bring("sales", rows("date,sku,category,amount", "2025-05-02,S1,drinks,1.00"))
    (line,) = (sold.line for sold in sale(desk.entries()[0]).lines)
    assert (line.text, line.category, line.brand) == ("Tea", "drinks", "Own")
    assert line.flags == {"deposit"}


def test_each_day_has_its_program_and_a_named_one_has_all(desk: Desk) -> None:
    triple = replace(PROGRAM, number=2, starts_on=date(2025, 5, 2), base=BaseRates(3, 100))
    with desk.shop.store.writing() as work:
        work.add_program(triple)
    text = rows("date,id,amount", "2025-05-01,1,1.00", "2025-05-02,1,1.00")
    desk.bring("sales", text)
    assert [(e.program, sale(e).earned) for e in desk.entries()] == [(1, 1), (2, 3)]
    desk.bring("sales", rows("date,id,amount", "2025-05-01,2,1.00"), program=2)
    assert points(desk, "Ben") == 3


def test_nights_between_the_days_let_points_vest_and_end_on_their_own_day(tmp_path: Path) -> None:
    expiry, vesting = ExpiryRule(ExpiryKind.MONTHS, 1), VestingRule(14)
    desk = _desk(tmp_path, replace(PROGRAM, expiry=expiry, vesting=vesting))
    text = rows("date,id,amount", "2025-01-01,1,10.00", "2025-01-20,1,20.00", "2025-06-01,1,40.00")
    nights = NightBefore(desk.shop)
    assert desk.bring("sales", text, each_night=nights).booked == 3
    told = [(entry.kind, entry.business_date.isoformat()) for entry in desk.entries()]
    assert told == [
        (Kind.SALE, "2025-01-01"),
        (Kind.VESTING, "2025-01-15"),
        (Kind.SALE, "2025-01-20"),
        (Kind.VESTING, "2025-02-03"),
        (Kind.EXPIRY, "2025-02-16"),
        (Kind.EXPIRY, "2025-03-04"),
        (Kind.SALE, "2025-06-01"),
    ]
    assert nights.nights == 152
    nights.up_to_today()
    assert desk.entries()[-1].business_date == date(2025, 7, 16)
    last = len(desk.entries())
    nightly(desk.shop)
    assert len(desk.entries()) == last
    sums = {Account.ISSUED: 0, Account.EXPIRED: 0}
    for entry in desk.entries():
        for posted in entry.postings:
            if posted.account in sums:
                sums[posted.account] += posted.points
    assert (sums[Account.ISSUED], sums[Account.EXPIRED], points(desk, "Anna")) == (-70, 70, 0)


def test_an_import_cut_short_goes_on_and_ends_as_if_nothing_had_been(tmp_path: Path) -> None:
    text = rows("date,receipt,id,amount", *(f"2025-05-{n:02d},{n},1,{n}.00" for n in range(1, 31)))

    def pulled(on: date) -> None:
        if on.day == 20:
            raise KeyboardInterrupt

    ledgers = []
    for name in ("straight", "cut"):
        (tmp_path / name).mkdir()
        desk = _desk(tmp_path / name, PROGRAM)
        if name == "cut":
            with pytest.raises(KeyboardInterrupt):
                desk.bring("sales", text, each_night=pulled)
            assert len(desk.entries()) == 19
            found = desk.bring("sales", text)
            assert (found.already, found.booked) == (19, 11)
        else:
            assert desk.bring("sales", text, page=7).booked == 30
        ledgers.append([(e.source, e.at_ms, e.body, e.hash) for e in desk.entries()])
        desk.shop.store.close()
    assert ledgers[0] == ledgers[1]


def test_a_member_who_goes_meanwhile_stops_the_import_with_what_was_booked(desk: Desk) -> None:
    text = rows("date,receipt,id,amount", "2025-05-01,1,1,1.00", "2025-05-02,2,1,1.00")

    def gone(on: date) -> None:
        if on.day == 2:
            with desk.shop.store.writing() as work:
                (anna,) = work.find_members("Anna")
                work.change_member(replace(anna, status=MemberStatus.ERASED))

    with pytest.raises(LoyaltyError) as no:
        desk.bring("sales", text, each_night=gone)
    assert (no.value.code, no.value.facts) == (
        "import-cut-short",
        {"booked": 1, "why": "member-unknown"},
    )
    assert len(desk.entries()) == 1


def test_goods_of_an_imported_sale_come_back_and_with_them_its_points(desk: Desk) -> None:
    desk.bring("sales", rows(HEAD, "2025-05-02,7,1,1,3.50,1,,", "2025-05-02,7,1,1,10.00,2,,"))
    (entry,) = desk.entries()
    confirm_return(desk.shop, act(desk.shop), entry.key, (0, 1))
    assert points(desk, "Anna") == 8
    confirm_return(desk.shop, act(desk.shop), entry.key)
    assert (points(desk, "Anna"), len(desk.entries())) == (0, 3)


def test_sales_after_the_import_go_on_from_it(tmp_path: Path) -> None:
    """The counter's own entries follow, and are never dated before them."""
    shop = open_at(tmp_path, FixedClock(datetime(2026, 3, 2, 3, 0, tzinfo=UTC)), PROGRAM)
    desk = Desk(shop, tmp_path)
    desk.bring("members", MEMBERS)
    desk.bring("sales", rows("date,id,amount", "2026-03-01,1,1.00"))
    with shop.store.reading() as view:
        assert view.now_ms() == milliseconds(shop.clock.now())
    shop.store.close()
