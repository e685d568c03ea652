"""Versions of the program: drafted, checked, tried at one terminal, rolled out, rolled back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from loyalty.program_file.document import program_to_text
from pos.cli.program_words import WHYS
from pos.office.schema.engine import create_schema, office_engine
from pos.office.wording import said_of_faults
from pos.opening import starter_program
from pos.settings import Settings
from pos.store.link import DIFFERS
from tests.office.managing import Managed
from tests.office.test_api import Program
from tests.office.tills import Till, World

TOMORROW = "2026-11-23"


@pytest.fixture
def managed(office_url: str, tmp_path: Path) -> Iterator[Managed]:
    engine = office_engine(office_url)
    create_schema(engine, 0)
    yield Managed.of(World(engine, tmp_path))
    engine.dispose()


def _text(name: str = "Summer", **more: Any) -> str:
    starter = starter_program(Settings(), date(2026, 1, 1))
    return program_to_text(replace(starter, name=name, **more))


def _draft(program: Program, text: str) -> str:
    return str(program.ask("POST", "/api/v1/drafts", {"text": text}, 201)["id"])


def _numbers(till: Till) -> list[int]:
    with till.shop.store.reading() as view:
        return [one.number for one in view.programs()]


def test_a_version_is_tried_at_one_terminal_and_then_rolled_out(managed: Managed) -> None:
    first, second = managed.world.till(1), managed.world.till(2)
    program = managed.program("ana")
    id_ = _draft(program, _text())
    asked = {"day": TOMORROW, "only": [1]}
    done = program.ask("POST", f"/api/v1/drafts/{id_}/schedule", asked, 200)
    assert (done["state"], done["number"]) == ("scheduled", 1001)
    first.quiet()
    second.quiet()
    assert (1001 in _numbers(first), 1001 in _numbers(second)) == (True, False)
    (version,) = program.ask("GET", "/api/v1/programs", None, 200)
    assert (version["only"], version["told"], version["missing"]) == ([1], [1], [])
    program.ask("POST", "/api/v1/programs/1001/roll-out", None, 200)
    (version,) = program.ask("GET", "/api/v1/programs", None, 200)
    assert (version["only"], version["missing"]) == ([], [1, 2])
    first.quiet()
    second.quiet()
    assert 1001 in _numbers(second)
    assert program.ask("GET", "/api/v1/programs")[0]["told"] == [1, 2]
    managed.clock.advance(timedelta(days=1))
    sale = second.sold(managed.member(second, "Ann"))
    assert sale.program == 1001


def test_a_terminal_enrolled_later_gets_no_version_tried_elsewhere(managed: Managed) -> None:
    managed.world.till(1)
    program = managed.program("ana")
    id_ = _draft(program, _text())
    program.ask("POST", f"/api/v1/drafts/{id_}/schedule", {"day": TOMORROW, "only": [1]}, 200)
    late = managed.world.till(3)
    late.quiet()
    assert _numbers(late) == [1]


def test_going_back_is_a_new_version_equal_to_the_older_one(managed: Managed) -> None:
    till = managed.world.till(1)
    program = managed.program("ana")
    for name in ("Summer", "Autumn"):
        id_ = _draft(program, _text(name))
        program.ask("POST", f"/api/v1/drafts/{id_}/schedule", {"day": TOMORROW}, 200)
    back = program.ask("POST", "/api/v1/programs/1001/roll-back", None, 200)
    path = f"/api/v1/drafts/{back['id']}/schedule"
    done = program.ask("POST", path, {"day": "2026-11-24"}, 200)
    assert done["number"] == 1003
    till.quiet()
    with till.shop.store.reading() as view:
        old, new = view.program(1001), view.program(1003)
    assert old is not None
    assert new == replace(old, number=1003, starts_on=date(2026, 11, 24))
    acts = [one["act"] for one in program.ask("GET", "/api/v1/audit?limit=3")["lines"]]
    assert acts == ["program-scheduled", "program-drafted", "program-scheduled"]


def test_a_draft_says_what_is_wrong_and_what_it_changes(managed: Managed) -> None:
    program = managed.program("ana")
    id_ = _draft(program, '{"format": "regulars-program"')
    (one,) = program.ask("GET", "/api/v1/drafts", None, 200)
    assert one["refused"][0]["why"] == "unreadable"
    path = f"/api/v1/drafts/{id_}/schedule"
    assert program.ask("POST", path, {"day": TOMORROW}, 422)["code"] == "program-invalid"
    program.ask("PUT", f"/api/v1/drafts/{id_}", {"text": _text()}, 200)
    program.ask("POST", path, {"day": TOMORROW}, 200)
    managed.clock.advance(timedelta(days=1))
    program = managed.program("ana")
    other = program.ask("POST", "/api/v1/drafts", {"text": _text("Winter")}, 201)
    assert [each["where"] for each in other["changes"]] == ["name"]
    assert program.ask("PUT", f"/api/v1/drafts/{id_}", {"text": "x"})["code"] == "draft-settled"
    program.ask("DELETE", f"/api/v1/drafts/{other['id']}", None, 200)
    assert program.ask("GET", "/api/v1/drafts", None, 200) == []


def test_what_cannot_be_published_is_refused_with_a_reason(managed: Managed) -> None:
    managed.world.till(1)
    program = managed.program("ana")
    id_ = _draft(program, _text())
    path = f"/api/v1/drafts/{id_}/schedule"
    for body, code in (
        ({"day": "2026-11-22"}, "program-day"),
        ({"day": "2099-01-01"}, "program-day"),
        ({"day": TOMORROW, "only": [9]}, "terminal-unknown"),
        ({"day": "tomorrow"}, "json-wrong"),
    ):
        assert program.ask("POST", path, body)["code"] == code
    won = _draft(program, _text(currency="KRW"))
    told = program.ask("POST", f"/api/v1/drafts/{won}/schedule", {"day": TOMORROW}, 422)
    assert (told["code"], told["facts"]) == ("program-currency", {"ours": "EUR", "theirs": "KRW"})
    assert program.ask("POST", "/api/v1/programs/7/roll-out", None, 404)
    assert managed.program("bob", "manager", frozenset({1})).ask("GET", "/api/v1/drafts", None, 403)


def test_where_two_persons_are_wanted_the_one_who_asked_cannot_approve(managed: Managed) -> None:
    till = managed.world.till(1)
    ana, eve = managed.program("ana"), managed.program("eve")
    ana.ask("PUT", "/api/v1/two-persons", {"wanted": True}, 200)
    id_ = _draft(ana, _text())
    asked = ana.ask("POST", f"/api/v1/drafts/{id_}/schedule", {"day": TOMORROW}, 200)
    assert asked["state"] == "waiting"
    till.quiet()
    assert _numbers(till) == [1]
    path = f"/api/v1/drafts/{id_}/approve"
    assert ana.ask("POST", path, None, 422)["code"] == "program-same-person"
    assert eve.ask("POST", path, None, 200)["state"] == "scheduled"
    assert eve.ask("POST", path, None, 422)["code"] == "draft-settled", "once"
    till.quiet()
    assert _numbers(till) == [1, 1001]


def test_a_changed_draft_has_to_be_asked_for_anew(managed: Managed) -> None:
    ana, eve = managed.program("ana"), managed.program("eve")
    ana.ask("PUT", "/api/v1/two-persons", {"wanted": True}, 200)
    id_ = _draft(ana, _text())
    ana.ask("POST", f"/api/v1/drafts/{id_}/schedule", {"day": TOMORROW}, 200)
    ana.ask("PUT", f"/api/v1/drafts/{id_}", {"text": _text("Other")}, 200)
    assert eve.ask("POST", f"/api/v1/drafts/{id_}/approve", None, 422)["code"] == "draft-settled"


def test_the_pages_do_the_same(managed: Managed) -> None:
    till = managed.world.till(1)
    browser = managed.browser("ana")
    browser.get("/programs/drafts")
    made = browser.post("/programs/drafts", {"text": _text("겨울 <b>")})
    page = made.headers["location"]
    browser.get(page)
    form = {"day": TOMORROW, "where": "some"}
    assert "Choose at least one terminal" in browser.post(f"{page}/schedule", form).text
    form["only"] = "1"
    assert browser.post(f"{page}/schedule", form).headers["location"] == "/programs"
    text = browser.get("/programs").text
    assert "겨울 &lt;b&gt;" in text
    assert "0 of 1 terminals have it" in text
    till.quiet()
    assert "1 of 1 terminals have it" in browser.get("/programs").text
    assert browser.get("/programs/drafts/x").status_code == 404


def test_two_programs_of_one_number_are_told_at_the_terminal_and_at_head_office(
    managed: Managed,
) -> None:
    till = managed.world.till(1)
    other = replace(starter_program(till.shop.settings, date(2026, 1, 1)), number=1001)
    with till.shop.store.writing() as work:
        work.add_program(other)
    program = managed.program("ana")
    id_ = _draft(program, _text())
    program.ask("POST", f"/api/v1/drafts/{id_}/schedule", {"day": TOMORROW}, 200)
    till.quiet()
    with till.shop.store.reading() as view:
        assert view.program(1001) == other, "sales were made by it"
        assert view.setting(DIFFERS) == "1001"
    browser = managed.browser("ana")
    assert "another program of number 1001" in browser.get("/terminals").text
    with till.shop.store.writing() as work:
        work.keep_setting(DIFFERS, "")
    till.sync.begin()
    assert "another program of number 1001" not in browser.get("/terminals").text


def test_a_drafts_faults_are_told_as_sentences_with_their_lines(managed: Managed) -> None:
    program, browser = managed.program("ana"), managed.browser("ana")
    text = _text().replace('"currency": "EUR"', '"currency": "XXQ"')
    id_ = _draft(program, text)
    page = browser.get(f"/programs/drafts/{id_}", accept_language="en").text
    line = next(n for n, one in enumerate(text.splitlines(), 1) if "XXQ" in one)
    assert f"Line {line}" in page
    assert "this is no currency of ISO 4217" in page
    id_ = _draft(program, _text().replace('"name"', '"nam"', 1))
    page = browser.get(f"/programs/drafts/{id_}", accept_language="en").text
    assert "this key is not known; perhaps “name” is meant" in page


def test_every_fault_of_a_program_has_its_sentence() -> None:
    said = {key.removeprefix("fault.") for key in said_of_faults.SAID} - {"meant"}
    assert said == set(WHYS)
