"""A head office for tests: a database on either engine, people, a browser without a screen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx2
import sqlalchemy as sa
from starlette.testclient import TestClient

from pos.clock import FixedClock
from pos.office.managing import shops
from pos.office.managing.shops import Shop
from pos.office.people import accounts as people
from pos.office.people.accounts import Draft, House, Person
from pos.office.people.auditing import Actor
from pos.office.schema.engine import transaction
from pos.office.web.app import make_app
from pos.office.web.parts import Bounds, Door, Parts, TerminalDesk

HAND = Actor(None, "command-line")
PASSWORD = "four words are enough"
MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def a_clock() -> FixedClock:
    return FixedClock(MORNING, ZoneInfo("Asia/Seoul"))


@dataclass(frozen=True, slots=True)
class Office:
    """A database with its tables, and what acts in it."""

    engine: sa.Engine
    house: House
    clock: FixedClock

    def person(
        self, login: str, role: str = "owner", shops: frozenset[int] = frozenset()
    ) -> Person:
        """Somebody whose password is PASSWORD, as if chosen by themselves."""
        draft = Draft(login, login.title(), role, shops)
        with transaction(self.engine) as connection:
            made, _ = people.add(connection, self.house, HAND, draft)
            people.set_password(connection, self.house, HAND, made.id, PASSWORD)
        return made

    def shop(self, number: int, name: str = "Mitte") -> Shop:
        one = Shop(number, name, "Street 1", "Europe/Berlin", "EUR")
        with transaction(self.engine) as connection:
            return shops.add(connection, self.house, HAND, one)

    def parts(self, bounds: Bounds | None = None, desk: TerminalDesk | None = None) -> Parts:
        door = Door(frozenset({"office.example"}), tls=True)
        return Parts(self.engine, self.house, door, b"k" * 32, desk, bounds or Bounds())

    def browser(self, bounds: Bounds | None = None, desk: TerminalDesk | None = None) -> Browser:
        return self.browser_of(self.parts(bounds, desk))

    def browser_of(self, parts: Parts) -> Browser:
        client = TestClient(
            make_app(parts),
            "https://office.example",
            raise_server_exceptions=False,
            follow_redirects=False,
            client=("203.0.113.9", 5),
        )
        return Browser(client)


class Browser:
    """A browser that reads the form token of the last page it saw."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.csrf = ""

    def get(self, path: str, **headers: str) -> httpx2.Response:
        answer = self.client.get(path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', answer.text)
        self.csrf = found[1] if found else self.csrf
        return answer

    def post(
        self, path: str, form: Mapping[str, Any] | None = None, **headers: str
    ) -> httpx2.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post(path, data={"csrf": self.csrf, **(form or {})}, headers=named)

    def log_in(self, login: str, password: str = PASSWORD) -> httpx2.Response:
        self.get("/log-in")
        answer = self.post("/log-in", {"login": login, "password": password})
        if answer.status_code == 303:
            self.get("/password")
        return answer


def said(answer: httpx2.Response) -> str:
    """What a page's alert says."""
    found = re.search(r'role="alert"[^>]*>([^<]*)<', answer.text)
    return found[1] if found else ""
