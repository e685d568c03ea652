"""The management API: bearer tokens, typed bodies, problems, and a description that is true."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from pos.office.schema.engine import office_engine
from pos.office.web.api import CALLS
from tests.office.office import PASSWORD, Office

OWNER = {"login": "ana", "password": PASSWORD}


class Program:
    """A program that logged in; it checks every answer against the published description."""

    def __init__(self, office: Office, login: str, client: TestClient | None = None) -> None:
        self.clock = office.clock
        self.client = client or office.browser().client
        self.described = self.client.get("/api/openapi.json").json()
        self.token = ""
        self.token = self.ask("POST", "/api/v1/session", login)["token"]

    def ask(self, method: str, path: str, body: Any = None, status: int = 0) -> Any:
        if isinstance(body, str):
            body = {"login": body, "password": PASSWORD}
        headers = {"authorization": f"Bearer {self.token}"} if self.token else {}
        self.clock.advance(timedelta(seconds=1))
        answer = self.client.request(method, path, json=body, headers=headers)
        found = answer.json()
        assert not status or answer.status_code == status, found
        self.matches(method, path, str(answer.status_code), found)
        return found

    def matches(self, method: str, path: str, status: str, found: Any) -> None:
        plain = path.partition("?")[0]
        for pattern, methods in self.described["paths"].items():
            if len(pattern.split("/")) == len(plain.split("/")) and method.lower() in methods:
                parts = zip(pattern.split("/"), plain.split("/"), strict=True)
                if all(one == other or one.startswith("{") for one, other in parts):
                    responses = methods[method.lower()]["responses"]
                    content = responses.get(status, responses["default"])["content"]
                    schema = next(iter(content.values()))["schema"]
                    whole = {**schema, "components": self.described["components"]}
                    jsonschema.validate(found, whole)
                    return
        raise AssertionError(f"{method} {path} is not described")


def test_a_program_does_what_an_owner_does(office: Office) -> None:
    office.person("ana")
    program = Program(office, "ana")
    shop = {"number": 4, "name": "Nord", "address": "", "zone": "Asia/Seoul", "currency": "KRW"}
    assert program.ask("POST", "/api/v1/shops", shop, 201)["number"] == 4
    del shop["number"]
    changed = program.ask("PUT", "/api/v1/shops/4", {**shop, "name": "Süd"}, 200)
    assert changed["name"] == "Süd"
    person = {"login": "bob", "name": "Bob", "role": "manager", "shops": [4]}
    added = program.ask("POST", "/api/v1/people", person, 201)
    path = f"/api/v1/people/{added['person']['id']}"
    assert not program.ask("PUT", path, {**person, "active": False}, 200)["active"]
    assert program.ask("POST", f"{path}/password", None, 200)["password"] != added["password"]
    assert [one["login"] for one in program.ask("GET", "/api/v1/people")] == ["ana", "bob"]
    lines = program.ask("GET", "/api/v1/audit?limit=2")
    assert [one["act"] for one in lines["lines"]] == ["password-reset", "person-changed"]
    more = program.ask("GET", f"/api/v1/audit?limit=2&before={lines['next']}")
    assert [one["act"] for one in more["lines"]] == ["person-added", "shop-changed"]
    assert program.ask("GET", "/api/v1/session")["login"] == "ana"
    program.ask("DELETE", "/api/v1/session", None, 200)
    assert program.ask("GET", "/api/v1/session", None, 401)["code"] == "log-in-first"


def test_every_call_is_described_and_every_reference_leads_somewhere(small_office: Office) -> None:
    told = small_office.browser().client.get("/api/openapi.json").json()
    for call in CALLS:
        assert call.method.lower() in told["paths"][call.path]
    references = [word for word in json.dumps(told).split('"') if word.startswith("#/components")]
    assert references
    for reference in references:
        assert reference.rpartition("/")[2] in told["components"]["schemas"]


def test_no_call_but_the_public_ones_answers_a_stranger(small_office: Office) -> None:
    client = small_office.browser().client
    for call in CALLS:
        if not call.public:
            path = re.sub("{[a-z]+}", "1", call.path)
            body = {"json": {}} if call.takes and call.method != "GET" else {}
            for token in ("", "Bearer x", f"Bearer {'x' * 43}", "Basic YTpi"):
                answer = client.request(call.method, path, headers={"authorization": token}, **body)
                assert answer.status_code == 401
                assert answer.headers["www-authenticate"] == "Bearer"
                assert answer.headers["content-type"] == "application/problem+json"


def test_a_cookie_opens_no_call(small_office: Office) -> None:
    small_office.person("ana")
    browser = small_office.browser()
    browser.log_in("ana")
    assert browser.get("/").status_code == 200
    assert browser.get("/api/v1/people").status_code == 401


def test_a_role_without_the_right_is_refused(small_office: Office) -> None:
    small_office.person("boss")
    small_office.person("ana", "reports")
    program = Program(small_office, "ana")
    assert program.ask("GET", "/api/v1/people", None, 403)["code"] == "not-allowed"
    assert program.ask("GET", "/api/v1/audit", None, 403)["code"] == "not-allowed"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"login": "abc"}',
        b'{"login": 1, "name": "A", "role": "owner"}',
        b'{"login": "abc", "name": "A", "role": "owner", "admin": true}',
        b'{"login": "abc", "name": "A", "role": "owner", "shops": [0]}',
        b'{"login": "abc", "name": "A", "role": "owner", "shops": [1e99]}',
        b'{"login": "' + b"x" * 300 + b'", "name": "A", "role": "owner"}',
        b"[" * 30_000,
        b'{"login": "\xff\xfe"}',
    ],
)
def test_a_body_that_does_not_fit_is_told_so(small_office: Office, body: bytes) -> None:
    small_office.person("ana")
    program = Program(small_office, "ana")
    headers = {"authorization": f"Bearer {program.token}", "content-type": "application/json"}
    answer = program.client.post("/api/v1/people", content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "json-wrong")


def test_only_json_is_taken(small_office: Office) -> None:
    client = small_office.browser().client
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        headers = {"content-type": kind}
        answer = client.post("/api/v1/session", content=json.dumps(OWNER), headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (415, "json-wanted")


def test_a_rule_that_says_no_is_a_problem_with_its_code_and_sentence(small_office: Office) -> None:
    small_office.person("ana")
    program = Program(small_office, "ana")
    shop = {"name": "A", "address": "", "zone": "UTC", "currency": "EUR"}
    told = program.ask("PUT", "/api/v1/shops/9", shop, 404)
    assert (told["code"], told["title"]) == ("shop-unknown", "There is no shop 9.")
    assert told["facts"] == {"number": 9}
    wrong = program.ask("POST", "/api/v1/session", {"login": "ana", "password": "no"}, 401)
    assert wrong["code"] == "log-in-wrong"


def test_health_says_when_the_database_is_gone(small_office: Office) -> None:
    client = small_office.browser().client
    assert client.get("/api/v1/health").json()["ok"] is True
    gone = replace(small_office, engine=office_engine("postgresql://nobody@127.0.0.1:1/none"))
    answer = gone.browser().client.get("/api/v1/health")
    assert (answer.status_code, answer.json()["code"]) == (503, "out-of-order")
    assert "127.0.0.1" not in answer.text
    assert int(answer.headers["retry-after"]) > 0
