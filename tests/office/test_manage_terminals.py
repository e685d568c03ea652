"""Terminals as people manage them: seen with what they hold, moved, given up, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pos.office.ledger.standing import booking
from pos.office.ledger.verifying import OfficeAudit
from pos.office.managing import terminals as terminals_managing
from pos.office.nights import night as nights
from pos.office.rights.pool import Rights
from pos.office.schema.engine import create_schema, office_engine, reading, transaction
from pos.office.schema.shops import setting
from pos.sync.messages import Enrol, Enrolled
from tests.office.managing import Managed
from tests.office.tills import Till, World


@pytest.fixture
def managed(office_url: str, tmp_path: Path) -> Iterator[Managed]:
    engine = office_engine(office_url)
    create_schema(engine, 0)
    yield Managed.of(World(engine, tmp_path))
    engine.dispose()


def _holding(managed: Managed, number: int = 1) -> Till:
    """A till whose member has 100 points there."""
    till = managed.world.till(number)
    who = managed.member(till, "Ann")
    till.sold(who)
    till.quiet()
    return till


def test_a_terminal_is_seen_with_what_it_holds_and_what_is_wrong_with_it(managed: Managed) -> None:
    till = _holding(managed)
    found = managed.program("ana").ask("GET", "/api/v1/terminals", None, 200)
    assert [one["number"] for one in found] == [1]
    assert (found[0]["held_members"], found[0]["held_points"]) == (1, 100)
    assert found[0]["worries"] == []
    managed.clock.advance(timedelta(days=2))
    one = managed.program("ana").ask("GET", "/api/v1/terminals/1", None, 200)
    assert one["worries"] == ["silent"]
    assert till.line.number == 1


def test_a_code_made_on_the_page_enrols_a_terminal(managed: Managed) -> None:
    program = managed.program("ana")
    code = program.ask("POST", "/api/v1/terminals", {"shop": 2, "name": "Counter 7"}, 200)["code"]
    asked = Enrol(code=code, public=b"k" * 32, app="0.4.0")
    answer = managed.office.answer(0, "enrol", b"", 0, msgspec.json.encode(asked))
    made = msgspec.json.decode(answer, type=Enrolled)
    one = program.ask("GET", f"/api/v1/terminals/{made.terminal}", None, 200)
    assert (one["name"], one["shop"]) == ("Counter 7", 2)
    again = program.ask("POST", f"/api/v1/terminals/{made.terminal}/code", None, 200)
    assert again["code"] != code


def test_a_terminal_is_renamed_and_moved_and_that_is_noted(managed: Managed) -> None:
    _holding(managed)
    program = managed.program("ana")
    moved = program.ask("PUT", "/api/v1/terminals/1", {"shop": 3, "name": "Window"}, 200)
    assert (moved["shop"], moved["name"]) == (3, "Window")
    line = program.ask("GET", "/api/v1/audit?limit=1")["lines"][0]
    assert (line["act"], line["new"]) == ("terminal-changed", {"shop": 3, "name": "Window"})
    wrong: tuple[tuple[dict[str, Any], str], ...] = (
        ({"shop": 9, "name": "A"}, "shop-unknown"),
        ({"shop": 1, "name": " "}, "terminal-name"),
    )
    for body, code in wrong:
        assert program.ask("PUT", "/api/v1/terminals/1", body)["code"] == code


def test_who_sees_one_shop_sees_its_terminals_only(managed: Managed) -> None:
    _holding(managed, 1)
    managed.world.till(2)
    program = managed.program("bob", "manager", frozenset({2}))
    found = program.ask("GET", "/api/v1/terminals", None, 200)
    assert [one["number"] for one in found] == [2]
    assert program.ask("GET", "/api/v1/terminals/1", None, 404)["code"] == "terminal-unknown"
    assert program.ask("PUT", "/api/v1/terminals/2", {"shop": 2, "name": "A"}, 403)


def test_a_terminal_given_up_leaves_its_points_to_their_members(managed: Managed) -> None:
    till = _holding(managed)
    who = managed.who(till)
    program = managed.program("ana")
    done = program.ask("POST", "/api/v1/terminals/1/retire", {"settle": True}, 200)
    assert (done["members"], done["points"]) == (1, 100)
    assert (done["terminal"]["state"], done["terminal"]["held_points"]) == ("retired", 0)
    other = managed.world.till(2)
    other.quiet()
    assert other.balance(who) == (0, 100)
    again = program.ask("POST", "/api/v1/terminals/1/retire", {"settle": True}, 200)
    assert (again["members"], again["points"]) == (0, 0)
    with booking(managed.office) as books:
        assert list(OfficeAudit(books).faults()) == []


def test_a_terminal_given_up_and_enrolled_again_gives_nobody_points_twice(
    managed: Managed,
) -> None:
    till = _holding(managed)
    who = managed.who(till)
    program = managed.program("ana")
    program.ask("POST", "/api/v1/terminals/1/retire", {"settle": True}, 200)
    code = program.ask("POST", "/api/v1/terminals/1/code", None, 200)["code"]
    asked = Enrol(code=code, public=b"y" * 32, app="0.4.0", terminal=1, entries=1)
    managed.office.answer(0, "enrol", b"", 0, msgspec.json.encode(asked))
    till.sync.begin()
    till.quiet()
    assert sum(till.balance(who)) == 100
    other = managed.world.till(2)
    other.quiet()
    assert sum(other.balance(who)) == 100


def test_a_silent_terminal_is_settled_by_itself_within_the_merchants_limit(
    managed: Managed,
) -> None:
    _holding(managed)

    def night() -> int:
        with booking(managed.office) as books:
            return nights.lapse(Rights(books, managed.office.new_id), b"")[0]

    assert night() == 0
    managed.clock.advance(timedelta(days=40))
    row = {"merchant": 1, "name": "retire-limit", "value": "99", "changed_ms": 0}
    with transaction(managed.engine) as db:
        db.execute(setting.insert(), row)
    assert night() == 0
    with transaction(managed.engine) as db:
        db.execute(setting.update().where(setting.c.name == "retire-limit").values(value="100"))
    assert (night(), night()) == (1, 0)
    with reading(managed.engine) as db:
        assert terminals_managing.at_risk(db, 1)[0].points == 100


def test_no_name_or_number_breaks_the_pages(managed: Managed) -> None:
    _holding(managed)
    browser = managed.browser("ana")
    assert browser.get("/terminals/99").status_code == 404
    assert browser.get("/terminals/x").status_code == 404
    long = "강남역 본점 아주 긴 이름의 계산대 <b>&"
    browser.get("/terminals/1")
    assert browser.post("/terminals/1", {"name": long, "shop": "1"}).status_code == 303
    assert "&lt;b&gt;&amp;" in browser.get("/terminals").text
    assert browser.post("/terminals/1", {"name": "A", "shop": "77"}).status_code == 422
    sent = {"name": "A", "shop": "1", "url": "ftp://x"}
    assert browser.post("/terminals/new", sent).status_code == 422
    made = browser.post("/terminals/new", {**sent, "url": "https://office.example"})
    assert "<svg" in made.text
    assert replace(managed.parts, office=None).office is None
