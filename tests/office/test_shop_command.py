"""`regulars office shop`: listed, added and changed by hand, each with a line in the audit log."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from main import main
from pos.office.people.auditing import Wanted, noted
from pos.office.schema.engine import office_engine, reading, sqlite_url

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: str) -> tuple[int, Any]:
        status = main(["--data", str(tmp_path), "--json", "office", *words])
        out = capsys.readouterr().out
        return status, json.loads(out) if out else {}

    assert command("init", "--login", "ana", "--name", "Ana")[0] == 0
    return command


def test_a_shop_gets_the_next_number_and_what_is_not_said_is_as_here(run: Run) -> None:
    assert run("shop", "list")[1] == {"shops": []}
    one = run("shop", "add", "Station Road")[1]["shop"]
    assert (one["number"], one["name"], one["zone"], one["currency"]) == (
        1,
        "Station Road",
        "UTC",
        "EUR",
    )
    seven = run(
        "shop", "add", "Seoul", "--number", "7", "--zone", "Asia/Seoul", "--currency", "krw"
    )
    assert (seven[1]["shop"]["number"], seven[1]["shop"]["currency"]) == (7, "KRW")
    assert run("shop", "add", "Next")[1]["shop"]["number"] == 8
    assert [each["number"] for each in run("shop", "list")[1]["shops"]] == [1, 7, 8]


def test_a_change_leaves_the_rest_and_is_noted(run: Run, tmp_path: Path) -> None:
    run("shop", "add", "Station Road", "--address", "Station Road 1")
    after = run("shop", "change", "1", "--name", "Harbour", "--closed")[1]["shop"]
    assert (after["name"], after["address"], after["active"]) == (
        "Harbour",
        "Station Road 1",
        False,
    )
    assert run("shop", "change", "1", "--open")[1]["shop"]["active"] is True
    engine = office_engine(sqlite_url(tmp_path / "office.db"))
    with reading(engine) as db:
        lines = noted(db, 1, Wanted(about="shop:1"), 9)
    engine.dispose()
    assert sorted((line.act, line.origin) for line in lines) == [
        ("shop-added", "command-line"),
        ("shop-changed", "command-line"),
        ("shop-changed", "command-line"),
    ]
    assert {"name": "Harbour", "active": False} in [line.new for line in lines]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("change", "9", "--name", "X"), "shop-unknown"),
        (("change", "1", "--currency", "KRW"), "shop-currency-stays"),
        (("change", "1", "--zone", "Mars/Olympus"), "shop-zone"),
        (("add", "Again", "--number", "1"), "shop-exists"),
        (("add", "Far", "--number", "999999"), "shop-number"),
        (("add", " "), "shop-name"),
        (("add", "Odd", "--currency", "ZZQ"), "currency-unknown"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(
    run: Run, words: tuple[str, ...], code: str
) -> None:
    run("shop", "add", "Station Road")
    before = run("shop", "list")[1]
    status, told = run("shop", *words)
    assert (status, told["error"]["code"]) == (1, code)
    assert run("shop", "list")[1] == before


@pytest.mark.parametrize("words", [("add",), ("change", "x"), ("change", "1", "--number", "2")])
def test_half_a_command_is_refused_with_how_it_goes(run: Run, words: tuple[str, ...]) -> None:
    assert run("shop", *words)[0] == 2
