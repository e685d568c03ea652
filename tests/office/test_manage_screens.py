"""The pages of the shops' work in a real browser, without script: nothing that axe-core minds, and
nothing wider than a phone.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from loyalty.errors import LoyaltyError
from pos.office.ledger import taking_in
from pos.office.schema.engine import create_schema, office_engine
from pos.office.web.app import make_app
from pos.office.web.parts import Door, Parts
from pos.office.web.protocol import BoundedProtocol
from tests.ground.browser import axe_violations, complaints_of
from tests.office.managing import Managed
from tests.office.office import PASSWORD
from tests.office.test_manage_programs import _text
from tests.office.tills import World

LONG = "Christoph-Maximilian von und zu Hohenlohe-Langenburg-Schillingsfürst"
PHONE = {"width": 390, "height": 844}


@contextmanager
def _served(parts: Parts) -> Iterator[str]:
    """The pages on loopback, in a thread of this process."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        make_app(parts),
        http=BoundedProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=10,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://localhost:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()


def _set_aside(*_: object) -> None:
    raise LoyaltyError("body-unreadable")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A head office after a few days: two shops, members with long names, an entry set aside."""
    engine = office_engine(f"sqlite:///{tmp_path / 'office.db'}")
    create_schema(engine, 0)
    managed = Managed.of(World(engine, tmp_path))
    managed.people.person("ana")
    first, second = managed.world.till(1), managed.world.till(2)
    members = [managed.member(first, name) for name in (LONG, "김민수")]
    first.quiet()
    second.quiet()
    for till in (first, second, first):
        for member in (*members, None):
            till.sold(member, 4_000)
        till.quiet()
        managed.clock.advance(timedelta(hours=30))
    with monkeypatch.context() as older:
        older.setattr(taking_in, "sold_of", _set_aside)
        second.sold(None)
        second.quiet()
    parts = replace(managed.parts, door=Door(frozenset({"localhost"}), tls=False))
    with _served(parts) as url:
        yield url
    engine.dispose()


def test_the_pages_of_a_working_head_office_are_fit_for_everybody(
    browser: Browser, home: str
) -> None:
    with browser.new_context(java_script_enabled=False, locale="en") as context:
        complaints = complaints_of(context)
        page = context.new_page()
        page.goto(home)
        page.get_by_label("Log-in name").fill("ana")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        visited = [*_reports(page, home), *_members(page, home), *_program(page, home)]
        visited += _terminals(page, home)
        state = context.storage_state()
        assert complaints == []
    for language, scheme, size in (
        ("en", "light", {"width": 1280, "height": 800}),
        ("ko", "dark", PHONE),
        ("zh-CN", "light", PHONE),
    ):
        with browser.new_context(
            storage_state=state,
            locale=language,
            color_scheme=scheme,  # type: ignore[arg-type]
            viewport=size,  # type: ignore[arg-type]
            bypass_csp=True,  # for axe-core's own script
        ) as context:
            look = context.new_page()
            for url in visited:
                look.goto(url)
                assert axe_violations(look) == [], (language, url)
                wide = look.evaluate("document.documentElement.scrollWidth")
                assert wide <= size["width"], (language, url)


def _reports(page: Page, home: str) -> list[str]:
    page.goto(f"{home}/reports")
    page.get_by_label("Period").select_option("custom")
    page.get_by_label("From").fill("2026-11-22")
    page.get_by_label("To").fill("2026-11-27")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("img", name="Sales by day (EUR)")).to_be_visible()
    return [page.url, f"{home}/months"]


def _members(page: Page, home: str) -> list[str]:
    page.goto(f"{home}/members")
    page.get_by_label("Find a member").fill("hohenlohe")
    page.get_by_role("button", name="Search").click()
    found = page.url
    page.get_by_role("link", name=LONG).click()
    expect(page.get_by_text("of them are held at")).to_have_count(1)
    return [found, page.url]


def _program(page: Page, home: str) -> list[str]:
    page.goto(f"{home}/programs/drafts")
    page.get_by_label("The program as JSON").fill(_text("Sommer"))
    page.get_by_role("button", name="Check and keep").click()
    drafted = page.url
    page.get_by_label("In force from").fill("2026-12-24")
    page.get_by_label("At these terminals first:").check()
    page.get_by_label("1 · Till 1").check()
    page.get_by_role("button", name="Schedule").click()
    expect(page.get_by_text("0 of 1 terminals have it")).to_be_visible()
    return [drafted, page.url]


def _terminals(page: Page, home: str) -> list[str]:
    page.goto(f"{home}/terminals/new")
    page.get_by_label("Name").fill("Counter 7")
    page.get_by_role("button", name="Make a code").click()
    expect(page.get_by_role("img", name="QR code for the terminal")).to_be_visible()
    page.get_by_role("link", name="Done").click()
    there = page.url
    page.get_by_role("link", name="Till 1").click()
    return [there, page.url, f"{page.url}/retire", f"{home}/terminals/new", f"{home}/inbox"]
