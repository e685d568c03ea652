"""The audit log: every act, found by who, what, on whom and when, a page at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from pos.adjusting import adjust
from pos.audit_log import Done, exported, page, usual
from pos.blocking import block, unblock
from pos.leaving import erase
from pos.merging import merge
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from tests.shop.conftest import CommandLine
from tests.shop.house import act, anna, clock_of, open_at, sale
from tests.shop.people import person


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Shop]:
    """The small shop with a manager."""
    shop = open_at(tmp_path)
    with shop.store.writing() as work:
        work.add_operator(Operator("max", "Max", Role.MANAGER))
    yield shop
    shop.store.close()


def told(acts: tuple[Done, ...]) -> list[tuple[str, str, str]]:
    """What, who and who approved."""
    return [(one.what, one.operator, one.approved) for one in acts]


def test_points_by_hand_and_a_block_stand_in_one_log(house: Shop) -> None:
    member = anna(house)
    clock_of(house).advance(timedelta(minutes=1))
    sale(house, member)
    clock_of(house).advance(timedelta(minutes=1))
    adjust(house, act(house), member.id, 20, "late delivery", approved="sam")
    clock_of(house).advance(timedelta(minutes=1))
    block(house, act(house), member.id, "stolen", approved="sam")
    acts = page(house, usual(house)).acts
    assert told(acts) == [
        ("member-blocked", "mina", "sam"),
        ("adjustment", "mina", "sam"),
        ("sale", "mina", ""),
        ("enrolment", "mina", ""),
    ]
    by_hand = acts[1]
    assert (by_hand.points, by_hand.why, by_hand.member) == (20, "late delivery", member.id)
    assert (by_hand.operator_name, by_hand.approved_name) == ("Mina", "Sam")
    assert acts[0].number == ""
    assert acts[1].number


def test_the_log_is_asked_by_who_what_whom_and_day(house: Shop) -> None:
    member, other = anna(house), person(house, 5, "Ben")
    sale(house, member)
    block(house, act(house, "sam"), member.id, "why")
    clock_of(house).advance(timedelta(days=3))
    adjust(house, act(house, "max"), other.id, 5, "sorry")
    unblock(house, act(house), member.id, approved="max")
    days = usual(house)
    assert {one.what for one in page(house, replace(days, who="max")).acts} == {
        *("adjustment", "member-unblocked"),
    }
    assert [one.operator for one in page(house, replace(days, what="sale")).acts] == ["mina"]
    assert {one.what for one in page(house, replace(days, member=other.id)).acts} == {
        *("enrolment", "adjustment"),
    }
    today = replace(days, first=house.today)
    assert {one.what for one in page(house, today).acts} == {"adjustment", "member-unblocked"}
    assert not page(house, replace(days, first=days.first - timedelta(9), last=days.first)).acts
    with pytest.raises(LoyaltyError) as no:
        page(house, replace(days, what="flying"))
    assert no.value.code == "log-what"


def test_pages_hold_every_act_once_in_the_same_order(house: Shop) -> None:
    member = anna(house)
    for turn in range(6):
        sale(house, member)
        block(house, act(house, "sam"), member.id, "why")
        unblock(house, act(house, "sam"), member.id)
        if turn % 2:
            clock_of(house).advance(timedelta(hours=20))
    days = replace(usual(house), first=house.today - timedelta(30))
    whole = page(house, days).acts
    assert len(whole) == 19
    pieces: list[Done] = []
    after = ""
    while True:
        found = page(house, days, after, 4)
        pieces += found.acts
        after = found.after
        if not after:
            break
    assert tuple(pieces) == whole
    for wrong in ("x", "1.2.3", "1.2.3.4.", "9" * 30 + ".1.1.1.1"):
        with pytest.raises(LoyaltyError) as no:
            page(house, days, wrong)
        assert no.value.code == "log-over"


def test_who_was_merged_or_erased_stays_in_the_log_by_number(house: Shop) -> None:
    kept, gone = anna(house), person(house, 7, "Anna Older")
    block(house, act(house, "sam"), gone.id, "why")
    unblock(house, act(house, "sam"), gone.id)
    merge(house, act(house, "sam"), gone.id, kept.id)
    mine = replace(usual(house), member=kept.id)
    assert {"member-blocked", "member-unblocked"} <= {one.what for one in page(house, mine).acts}
    erase(house, act(house, "max"), kept.id)
    after = page(house, mine).acts
    assert {"member-blocked", "member-unblocked", "erasure"} <= {one.what for one in after}
    assert "Anna" not in str(after)


def test_a_damaged_entry_is_in_the_log_all_the_same(house: Shop) -> None:
    sale(house, anna(house))
    with house.store.writing() as work:
        work._db.execute("DROP TRIGGER entry_no_update")
        work._db.execute("UPDATE entry SET body = '{' WHERE kind = 1")
    acts = page(house, usual(house)).acts
    assert ("sale", "", "") in told(acts)


def test_only_who_may_export_takes_the_log_along_and_it_is_noted(house: Shop) -> None:
    sale(house, anna(house))
    with pytest.raises(LoyaltyError) as no:
        exported(house, act(house), usual(house))
    assert no.value.code == "approval-needed"
    assert len(list(exported(house, act(house), usual(house), approved="max"))) == 3
    newest = page(house, usual(house)).acts[0]
    assert (newest.what, newest.about, newest.approved) == ("list-exported", "audit", "max")


def test_staff_and_the_log_by_commands(demo: CommandLine, tmp_path: Path) -> None:
    new = demo.told("staff", "add", "Kim Ji-woo", "--role", "cashier", "--operator", "sam")
    assert new.json["operator"]["id"] == "kim-ji-woo"
    assert demo.told("staff", "add", "Eve", "--role", "owner", "--operator", "sam").error == (
        "staff-above"
    )
    assert demo("staff", "pin", "kim-ji-woo", "--new", "4711", "--operator", "sam").status == 0
    assert demo("staff", "leave", "kim-ji-woo", "--operator", "sam").status == 0
    assert "left" in demo("staff", "list").out
    limited = demo.told("staff", "limit", "cashier", "adjust", "50", "--operator", "sam")
    assert (limited.json["most"], limited.json["as_usual"]) == (50, False)
    assert "50 *" in demo("staff", "rights").out
    assert demo.told("staff", "limit", "cashier", "block", "7", "--operator", "sam").error == (
        "limit-wrong"
    )
    who = demo.told("member", "find", "김민준").json["members"][0]["id"]
    assert demo("staff", "mark", who, "--of", "ana", "--operator", "sam").status == 0
    log = demo.told("audit", "--who", "sam").json["acts"]
    assert [one["what"] for one in log[:5]] == [
        *("member-marked", "limit-changed", "staff-left", "pin-reset", "staff-added"),
    ]
    assert log[0]["facts"]["login"]
    file = tmp_path / "log.csv"
    assert demo("audit", "--csv", str(file), "--operator", "sam").status == 0
    with file.open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    assert rows[0]["what"] == "list-exported"
    assert demo.told("audit", "--after", "x").error == "log-over"


def test_patterns_of_a_week_by_command(demo: CommandLine) -> None:
    said = demo.told("staff", "patterns")
    assert len(said.json["patterns"]) == 8
    assert demo("staff", "patterns").status == 0
    assert "Card attached after payment" in demo("report", "staff-patterns").out
