"""The public pages on a phone in a real browser, without script: read, used, and minded by axe."""

from __future__ import annotations

import os
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from loyalty.members.member import Member
from pos.claim_keys import signer
from pos.consents import consent
from pos.office.guests import links as guests_links
from pos.office.guests.links import ASK, STOP, Link
from pos.office.managing import shops
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor
from pos.office.schema.engine import create_schema, office_engine, transaction
from pos.office.web.app import make_app
from pos.office.web.parts import Door, Parts
from pos.office.web.protocol import BoundedProtocol
from tests.ground.browser import axe_violations, complaints_of
from tests.office.guests import KEY, Street
from tests.office.tills import World

PHONE, SMALL = {"width": 390, "height": 844}, {"width": 320, "height": 568}
LOOKS = (("en", "light", PHONE), ("ko", "dark", PHONE), ("ja", "light", SMALL))
LONG = "강남역 본점 — 아주아주 긴 매장 이름을 가진 가게, Christoph-Maximilian & Söhne Nachfolger"
KEPT = os.environ.get("REGULARS_SCREENSHOTS", "")
"""A folder for pictures, for whoever wants to look."""


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Street]:
    engine = office_engine(f"sqlite:///{tmp_path / 'office.db'}")
    create_schema(engine, 0)
    world = World(engine, tmp_path)
    made = Street(world, world.till(1))
    with made.till.shop.store.reading() as view:
        program = view.program_on(date(2026, 11, 22))
    assert program is not None
    made.program(program)
    signer(made.till.shop)
    with transaction(engine) as db:
        one = shops.Shop(1, LONG, "", "Asia/Seoul", "EUR")
        shops.change(db, House(1, world.clock), Actor(None, "command-line"), one)
    made.sync()
    yield made
    engine.dispose()


@contextmanager
def opened(street: Street) -> Iterator[str]:
    """The service on loopback, for as long as this lasts."""
    listener = socket.create_server(("127.0.0.1", 0))
    world = street.world
    parts = Parts(
        world.engine,
        House(1, world.clock),
        Door(frozenset({"localhost"}), tls=False),
        KEY,
        office=world.office,
    )
    config = uvicorn.Config(
        make_app(parts),
        http=BoundedProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
    )
    server = _Service(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://localhost:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(15)
    assert not thread.is_alive()


class _Service(uvicorn.Server):
    """Signals belong to whoever runs the tests."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def test_a_phone_keeps_a_slips_points_and_every_page_is_fit_for_everybody(
    browser: Browser, street: Street
) -> None:
    _, token = street.slip(1_234_500)
    street.sync()
    ann = _ann(street)
    coming = street.slip()[1]  # not sent yet
    with opened(street) as home:
        _with_thumbs(browser, f"{home}/R/{token}")
        pages = {
            "kept-by-another": f"/r/{token}",
            "waiting": f"/r/{coming}",
            "survey": f"/r/{coming}/survey",
            "stop": "/u/" + guests_links.made(KEY, 1, STOP, Link(ann.id, "email")),
            "ask": "/s/" + guests_links.made(KEY, 1, ASK, Link(ann.id, "nps")),
            "unknown": "/r/" + "A" * 140,
            "broken": "/u/broken",
        }
        for look in LOOKS:
            _look_at(browser, home, pages, look)


def _with_thumbs(browser: Browser, address: str) -> None:
    """Typed, refused, mended and kept, as a customer would, without script."""
    with browser.new_context(
        java_script_enabled=False,
        locale="en",
        viewport=PHONE,  # type: ignore[arg-type]
    ) as context:
        complaints = complaints_of(context)
        page = context.new_page()
        page.goto(address)
        expect(page.get_by_role("definition").last).to_have_text("12,345")
        for box in page.get_by_role("checkbox").all():
            expect(box).not_to_be_checked()
        page.get_by_label("Phone number or e-mail").fill("ann@mail.example")
        page.get_by_role("button", name="Keep my points").click()
        expect(page.get_by_role("alert")).to_contain_text("Keep an account for me")
        expect(page.get_by_label("Phone number or e-mail")).to_have_value("ann@mail.example")
        _picture(page, "refused")
        page.get_by_label(re.compile("Keep an account")).check()
        page.get_by_role("button", name="Keep my points").click()
        expect(page.get_by_role("heading", name="Your points are kept")).to_be_visible()
        expect(page.get_by_role("img", name="The code of your card")).to_be_visible()
        card = page.locator("code").inner_text()
        assert re.fullmatch(r"[0-9]{4}( [0-9]{4}){3}", card)
        assert card.replace(" ", "") not in page.url
        _picture(page, "kept")
        page.reload()
        expect(page.locator("code")).to_have_text(card)
        state = context.storage_state()
    assert complaints == []
    for look in LOOKS:
        with browser.new_context(
            storage_state=state,
            locale=look[0],
            color_scheme=look[1],  # type: ignore[arg-type]
            viewport=look[2],  # type: ignore[arg-type]
            bypass_csp=True,  # for axe-core's own script
        ) as context:
            _minded(context.new_page(), address, f"card-{look[0]}")


def _look_at(
    browser: Browser, home: str, pages: dict[str, str], look: tuple[str, str, dict[str, int]]
) -> None:
    language, scheme, size = look
    with browser.new_context(
        locale=language,
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport=size,  # type: ignore[arg-type]
        bypass_csp=True,
    ) as context:
        page = context.new_page()
        for name, path in pages.items():
            _minded(page, home + path, f"{name}-{language}")


def _minded(page: Page, address: str, name: str) -> None:
    page.goto(address)
    _picture(page, name)
    assert axe_violations(page) == [], name
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def _picture(page: Page, name: str) -> None:
    if KEPT:
        page.screenshot(path=f"{KEPT}/{name}.png", full_page=True)


def _ann(street: Street) -> Member:
    shop = street.till.shop
    member = street.world.member(street.till)
    consent(shop, member, "email", True, "counter")
    street.till.quiet()
    with shop.store.reading() as view:
        found = view.member(member)
    assert found is not None
    return found
