"""`regulars hub` and `regulars office terminal hub`: a hub is named, looked at, and ended."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from main import main
from pos.clock import FixedClock
from pos.office.desk.door import head_office
from pos.office.desk.enrolment import make_code
from pos.office.desk.key import read_key
from pos.office.running.setting_up import database_url, key_path
from pos.office.schema.engine import office_engine, transaction
from pos.office.schema.shops import shop
from pos.places import Places
from pos.sync.keys import public_of
from pos.sync.messages import Enrol
from tests.sync.hub_shop import private_of

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A head office with two terminals in shop 1, and the command line in its folder."""

    def command(*words: str) -> tuple[int, Any]:
        status = main(["--data", str(tmp_path), "--json", *words])
        out, _ = capsys.readouterr()
        return status, json.loads(out) if out else {}

    assert command("office", "init", "--login", "ana@shop.example", "--name", "Ana")[0] == 0
    where = Places(tmp_path)
    engine = office_engine(database_url(where, ""))
    clock = FixedClock(datetime.now(UTC), ZoneInfo("UTC"))
    office = head_office(engine, clock, read_key(key_path(where)))
    row = {"merchant": 1, "number": 1, "name": "Main", "address": "", "zone": "UTC"}
    with transaction(engine) as db:
        db.execute(shop.insert(), row | {"currency": "EUR", "active": 1, "changed_ms": 0})
    for number in (1, 2):
        with transaction(engine) as db:
            code = make_code(office, db, 1, f"Till {number}", "me")
        asked = Enrol(code=code, public=public_of(private_of(number)), app="", terminal=number)
        office.answer(0, "enrol", b"", 0, msgspec.json.encode(asked))
    engine.dispose()
    return command


def test_a_hub_is_named_and_ended_at_head_office(run: Run) -> None:
    named = run("office", "terminal", "hub", "1", "--address", "192.168.1.20:8470")
    assert named == (0, {"shop": 1, "hub": 1, "address": "192.168.1.20:8470"})
    moved = run("office", "terminal", "hub", "2", "--address", "[fe80::1]:8470")
    assert moved[1]["hub"] == 2
    assert run("office", "terminal", "hub", "1", "--end")[1]["error"]["code"] == "hub-none"
    assert run("office", "terminal", "hub", "2", "--end") == (
        0,
        {"shop": 1, "hub": None, "address": ""},
    )


@pytest.mark.parametrize(
    ("number", "address", "code"),
    [
        ("1", "here", "hub-address"),
        ("1", "host:0", "hub-address"),
        ("1", "host:99999", "hub-address"),
        ("1", "a b:80", "hub-address"),
        ("7", "host:80", "terminal-unknown"),
    ],
)
def test_a_hub_that_cannot_be_is_refused_in_words(
    run: Run, number: str, address: str, code: str
) -> None:
    status, told = run("office", "terminal", "hub", number, "--address", address)
    assert (status, told["error"]["code"]) == (1, code)
    assert "regulars doctor" not in told["error"]["sentence"]


def test_a_retired_terminal_is_no_hub(run: Run) -> None:
    assert run("office", "terminal", "hub", "1", "--address", "host:80")[0] == 0
    assert run("office", "terminal", "retire", "1")[0] == 0
    assert run("office", "terminal", "hub", "1", "--end")[1]["error"]["code"] == "hub-none"
    again = run("office", "terminal", "hub", "1", "--address", "host:80")
    assert again[1]["error"]["code"] == "terminal-retired"


def test_a_terminal_without_a_hub_says_so(run: Run) -> None:
    assert run("hub", "status") == (0, {"part": "none"})
    assert run("hub", "serve")[1]["error"]["code"] == "hub-none"
