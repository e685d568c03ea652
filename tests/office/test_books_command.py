"""`regulars office verify|month`: what a person at head office is told of its books."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from main import main
from pos.office.people.auditing import Noted, Wanted, noted
from pos.office.schema.engine import office_engine, reading, sqlite_url, transaction
from pos.office.schema.facts import held
from tests.office.tills import World


def told(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    status = main(["--data", str(folder), "--json", "office", *words])
    return status, json.loads(capsys.readouterr().out)


def noted_of(folder: Path, act: str) -> list[Noted]:
    """The audit lines of an act."""
    engine = office_engine(sqlite_url(folder / "office.db"))
    with reading(engine) as db:
        found = noted(db, 1, Wanted(act=act), 50)
    engine.dispose()
    return found


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Head office with one shop that sold something, found in this folder."""
    assert told(tmp_path, capsys, "init", "--login", "ana", "--name", "Ana")[0] == 0
    engine = office_engine(sqlite_url(tmp_path / "office.db"))
    world = World(engine, tmp_path)
    till = world.till(1)
    till.sold(world.member(till), 20_000)
    till.quiet()
    engine.dispose()
    return tmp_path


def test_clean_books_are_said_to_be_clean(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = told(folder, capsys, "verify")
    assert status == 0
    assert found["clean"]
    assert found["entries"] == 1


def test_a_changed_sum_is_a_fault_and_an_exit_status(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = office_engine(sqlite_url(folder / "office.db"))
    with transaction(engine) as db:
        db.execute(held.update().values(points=held.c.points + 1))
    engine.dispose()
    status, found = told(folder, capsys, "verify")
    assert status == 1
    assert found["error"]["code"] == "office-books-faulty"
    assert [fault["what"] for fault in found["faults"]] == ["held"]
    assert "201" in found["faults"][0]["sentence"]


def test_a_month_is_closed_once_and_names_its_terminals(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = told(folder, capsys, "month", "show", "2026-11")[1]
    assert (shown["opening"], shown["issued"], shown["closing"]) == (0, 200, 200)
    assert sum(shown["outstanding"].values()) == 200
    closed = told(folder, capsys, "month", "close", "2020-01")[1]
    assert [one["last"] for one in closed["terminals"]] == ["1-1-1"]
    assert told(folder, capsys, "month", "close", "2020-01")[1] == closed
    assert told(folder, capsys, "month", "show", "2020-01")[1] == closed
    (line,) = noted_of(folder, "month-closed")
    assert (line.who, line.origin, line.new["month"]) == (None, "command-line", 202001)


def test_a_month_that_goes_on_is_not_closed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, refused = told(folder, capsys, "month", "close", "2199-12")
    assert (status, refused["error"]["code"]) == (1, "month-wrong")
    assert noted_of(folder, "month-closed") == []


@pytest.mark.parametrize("month", ["2026-13", "2026", "x", "20261-1", "²026-11"])
def test_what_is_no_month_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], month: str
) -> None:
    assert main(["--data", str(folder), "office", "month", "show", month]) == 2
    assert "a month such as" in capsys.readouterr().err
