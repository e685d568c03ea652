"""The command line of returns: exchanges, voids, goods without their sale; replays of the books."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from loyalty.codes import operator_badge
from pos.clock import SystemClock
from pos.nightly import LAST_NIGHT
from pos.settings import read_settings
from pos.staff import Role
from pos.store import Operator, Store, open_store
from tests.shop.conftest import CommandLine

BOSS = operator_badge(999)


def store_of(line: CommandLine) -> Store:
    """The shop's books, opened beside the command line."""
    settings, _ = read_settings(line.data / "settings.toml")
    clock = SystemClock(ZoneInfo(settings.zone))
    return open_store(next(line.data.glob("*.db")), clock, settings.terminal, reserve_bytes=0)


@pytest.fixture
def line(demo: CommandLine) -> CommandLine:
    """A demo shop with an owner, a cashier, and a new member, 5678."""
    store = store_of(demo)
    with store.writing() as work:
        work.add_operator(Operator("zoe", "Zoe", Role.OWNER, BOSS))
        work.add_operator(Operator("carl", "Carl", Role.CASHIER))
    store.close()
    demo("member", "add", "--phone", "010-1234-5678", "--name", "Kim Min-jun")
    return demo


def balance(line: CommandLine) -> int:
    """What the member has."""
    found: int = line.told("member", "show", "5678").json["points"]["balance"]
    return found


def test_goods_are_exchanged_at_one_price(line: CommandLine) -> None:
    sold = line.told("award", "5678", "--line", "Pot=20", "--line", "Cup=5").json["sale"]
    words = ("return", sold["number"], "--line", "1", "--exchange", "Pan=30", "--act-id")
    act = "00000000-0000-4000-8000-000000000001"
    done = line.told(*words, act).json
    assert (done["due_minor"], done["back"]["return"]["refund_minor"]) == (1000, 2000)
    assert done["sale"]["lines"][0]["text"] == "Pan"
    assert balance(line) == 35
    assert line.told(*words, act).json["sale"] == done["sale"]
    assert balance(line) == 35
    shown = line("return", sold["number"], "--exchange", "Tea=2").out
    assert "Pay back" in shown
    assert line.told("ledger", "verify").json["clean"]


def test_an_exchange_can_be_paid_with_points(line: CommandLine) -> None:
    line("award", "5678", "100")
    sold = line.told("award", "5678", "--line", "Pot=20").json["sale"]
    done = line.told("return", sold["number"], "--exchange", "Pan=30", "--points", "40").json
    assert (done["sale"]["paid_minor"], done["due_minor"]) == (200, 800)


def test_an_exchange_that_cannot_be_books_neither_half(line: CommandLine) -> None:
    sold = line.told("award", "5678", "20").json["sale"]
    before = line.told("ledger", "verify").json
    no = line.told("return", sold["number"], "--exchange", "Pan=30", "--reward", "nothing")
    assert no.error == "reward-unknown"
    assert line.told("ledger", "verify").json == before


def test_a_sale_is_voided_by_who_may_with_a_reason(line: CommandLine) -> None:
    number = line.told("award", "5678", "20").json["sale"]["number"]
    words = ("void", number, "--why", "rung up twice", "--operator", "carl")
    assert line.told(*words).error == "approval-needed"
    done = line.told(*words, "--approve", BOSS).json
    assert (done["return"]["void"], done["approved"]) == (True, "zoe")
    assert balance(line) == 0
    again = line.told("void", number, "--why", "again", "--operator", "zoe")
    assert again.error == "sale-returned"
    part = line.told("award", "5678", "--line", "Tea=3x2").json["sale"]["number"]
    line("return", part, "--line", "1x1")
    no = line.told("void", part, "--why", "wrong", "--operator", "zoe")
    assert no.error == "void-touched"


def test_goods_without_their_sale_come_back(line: CommandLine) -> None:
    line("award", "5678", "50")
    words = ("return", "--unlinked", "--line", "Pot=20", "--member", "5678")
    assert line.told(*words, "--operator", "zoe").error == "return-why"
    full = (*words, "--why", "slip was lost", "--operator", "carl")
    assert line.told(*full).error == "approval-needed"
    done = line.told(*full, "--approve", BOSS).json
    assert (done["refund_minor"], done["taken_back"], done["approved"]) == (2000, 20, "zoe")
    assert balance(line) == 30
    nobody = line("return", "--unlinked", "--line", "Pot=20", "--why", "x", "--operator", "zoe")
    assert (nobody.status, "Refund" in nobody.out) == (0, True)
    assert line.told("ledger", "verify").json["clean"]


def test_the_own_past_replays_without_a_difference(line: CommandLine) -> None:
    number = line.told("award", "5678", "--line", "Pot=20", "--line", "Cup=5").json["sale"][
        "number"
    ]
    line("return", number, "--line", "1")
    said = line.told("program", "replay", "--own")
    assert said.status == 0
    told = said.json
    assert (told["differing"], told["booked"], told["difference"]) == (0, told["replayed"], 0)
    assert told["sales"] > 0


def written(tmp_path: Path, **changes: object) -> Path:
    """A draft in a file, with these keys changed."""
    draft = {"format": "regulars-program", "version": 2, "number": 200, "name": "Draft"}
    draft |= {"currency": "EUR", "starts_on": "2020-01-01"} | changes
    file = tmp_path / "draft.json"
    file.write_text(json.dumps(draft), encoding="utf-8")
    return file


def test_a_draft_on_the_past_says_who_gains(line: CommandLine, tmp_path: Path) -> None:
    line("award", "5678", "100")
    file = written(tmp_path, base={"points": 50, "step_minor": 100})
    told = line.told("program", "replay", str(file)).json
    assert told["difference"] > 0
    assert told["gaining"] >= 1
    assert {"member", "name", "points"} == set(told["gains"][0])
    assert "Kim Min-jun" in line("program", "replay", str(file)).out
    entry = line.told("ledger", "show", "--member", "5678").json["entries"][-1]
    later = date.fromisoformat(entry["business_date"]) + timedelta(days=1)
    none = line.told("program", "replay", str(file), "--from", str(later)).json
    assert (none["sales"], none["difference"]) == (0, 0)


def test_a_draft_that_cannot_be_compared_is_refused(line: CommandLine, tmp_path: Path) -> None:
    file = written(tmp_path, currency="KRW")
    assert line.told("program", "replay", str(file)).error == "replay-currency"
    days = ("--from", "2026-02-01", "--to", "2026-01-01")
    assert line.told("program", "replay", "--own", *days).error == "days-backwards"


def test_a_clock_that_was_set_back_is_told_with_every_act(line: CommandLine) -> None:
    store = store_of(line)
    with store.writing() as work:
        work.keep_setting(LAST_NIGHT, "9999-01-01")
    store.close()
    said = line.told("award", "5678", "10")
    assert (said.status, said.json["balance_after"]) == (0, 10)
    assert "nightly --anew" in said.err
    assert line.told("nightly").error == "clock-moved-back"
