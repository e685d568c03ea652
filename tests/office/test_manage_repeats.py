"""A write that is sent again with its key is done once, and its answer is nobody else's to read."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx2
import pytest
import sqlalchemy as sa

from pos.office.schema.managing import repeat
from tests.office.office import Office
from tests.office.test_api import Program

KEY = "a-key-of-a-program"
PERSON = {"login": "bob", "name": "Bob", "role": "reports"}


def _send(
    program: Program, body: Any, key: str = KEY, path: str = "/api/v1/people"
) -> httpx2.Response:
    headers = {"authorization": f"Bearer {program.token}", "idempotency-key": key}
    return program.client.post(path, json=body, headers=headers)


def test_the_same_again_gets_the_first_answer_and_adds_nobody(office: Office) -> None:
    office.person("ana")
    program = Program(office, "ana")
    first, second = _send(program, PERSON), _send(program, PERSON)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert second.headers["idempotent-replayed"] == "true"
    assert [one["login"] for one in program.ask("GET", "/api/v1/people")] == ["ana", "bob"]
    with office.engine.connect() as db:
        kept = db.execute(sa.select(repeat.c.answer)).scalar_one()
    assert first.json()["password"].encode() not in bytes(kept), "a one-time password is in it"


def test_a_key_belongs_to_one_request_of_one_person(office: Office) -> None:
    office.person("ana")
    office.person("eve")
    ana, eve = Program(office, "ana"), Program(office, "eve")
    assert _send(ana, PERSON).status_code == 201
    other = _send(ana, {**PERSON, "login": "zoe"})
    assert (other.status_code, other.json()["code"]) == (422, "key-reused")
    assert _send(eve, PERSON).json()["code"] == "person-exists", "another person's same key"


def test_what_was_refused_was_not_done_so_its_key_is_free(office: Office) -> None:
    office.person("ana")
    program = Program(office, "ana")
    assert _send(program, {**PERSON, "role": "king"}).json()["code"] == "person-role"
    assert _send(program, PERSON).status_code == 201


def test_one_that_is_under_way_is_not_done_beside(office: Office) -> None:
    office.person("ana")
    program = Program(office, "ana")
    _send(program, PERSON)
    with office.engine.begin() as db:
        db.execute(repeat.update().values(status=0))
    answer = _send(program, PERSON)
    assert (answer.status_code, answer.json()["code"]) == (409, "key-busy")
    office.clock.advance(timedelta(hours=25))
    again = _send(Program(office, "ana"), PERSON)
    assert again.json()["code"] == "person-exists", "after a day a key is forgotten"


@pytest.mark.parametrize("key", ["short", "x" * 201])
def test_a_key_that_is_none_is_refused(small_office: Office, key: str) -> None:
    small_office.person("ana")
    answer = _send(Program(small_office, "ana"), PERSON, key)
    assert (answer.status_code, answer.json()["code"]) == (400, "key-wrong")
