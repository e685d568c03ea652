"""The pages in a real browser: a whole morning, without script, and nothing that axe-core minds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.ground.browser import axe_violations, complaints_of
from tests.office.server import Server, served

NEW = "a long one of my own"
LONG = "Christoph-Maximilian von und zu Hohenlohe-Langenburg-Schillingsfürst"
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(tmp_path_factory.mktemp("office")) as running:
        yield running


@pytest.fixture
def morning(browser: Browser, server: Server) -> Iterator[Page]:
    """A page in English that runs no script of the page's own."""
    with browser.new_context(java_script_enabled=False, locale="en", viewport=WIDE) as context:  # type: ignore[arg-type]
        complaints = complaints_of(context)
        yield context.new_page()
    assert complaints == []


def test_an_owners_morning_without_script_and_every_page_for_everybody(
    browser: Browser, server: Server, morning: Page
) -> None:
    """In one test: the pages are looked at as they are after a morning's work."""
    home = f"http://localhost:{server.port}"
    _log_in(morning, home, server.password)
    _add_a_shop(morning, home)
    once = _add_a_person(morning, home)
    morning.goto(f"{home}/audit")
    expect(morning.get_by_role("cell", name="Shop added")).to_have_count(1)
    assert once not in morning.content()
    looks = (("en", "light", WIDE), ("ko", "dark", PHONE), ("ja", "light", PHONE))
    for language, scheme, size in looks:
        with browser.new_context(
            storage_state=morning.context.storage_state(),
            locale=language,
            color_scheme=scheme,  # type: ignore[arg-type]
            viewport=size,  # type: ignore[arg-type]
            bypass_csp=True,  # for axe-core's own script
        ) as context:
            _look_at(context, home, size["width"])
    morning.goto(home)
    morning.get_by_role("button", name="Log out").click()
    expect(morning).to_have_url(f"{home}/log-in")
    assert axe_free(browser, f"{home}/log-in")


def axe_free(browser: Browser, url: str) -> bool:
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto(url)
        return axe_violations(page) == []


def _log_in(page: Page, home: str, password: str) -> None:
    page.goto(home)
    for typed, alert in (("wrong", True), (password, False)):
        page.get_by_label("Log-in name").fill("ana")
        page.get_by_label("Password").fill(typed)
        page.get_by_role("button", name="Log in").click()
        expect(page.get_by_role("alert")).to_have_count(int(alert))
    page.get_by_label("Password until now").fill(password)
    page.get_by_label("New password", exact=True).fill(NEW)
    page.get_by_label("New password, once more").fill(NEW)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Welcome, Ana")).to_be_visible()


def _add_a_shop(page: Page, home: str) -> None:
    page.goto(f"{home}/shops")
    page.get_by_role("link", name="Add a shop").click()
    page.get_by_label("Number").fill("12")
    page.get_by_label("Name").fill("강남역 본점 — 아주아주 긴 매장 이름을 가진 가게")
    page.get_by_label("Time zone").fill("Asia/Nowhere")
    page.get_by_label("Currency").fill("krw")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Time zone")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Time zone").fill("Asia/Seoul")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("cell", name="KRW")).to_be_visible()


def _add_a_person(page: Page, home: str) -> str:
    page.goto(f"{home}/people/new")
    page.get_by_label("Name", exact=True).fill(LONG)
    page.get_by_label("Log-in name").fill("cm@regional-office.long-company-name.example")
    page.get_by_label("Manager").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("at least one")
    page.get_by_label("강남역").check()
    page.get_by_role("button", name="Save").click()
    once = page.locator("code").inner_text()
    page.get_by_role("link", name="I have noted it").click()
    expect(page.get_by_role("row", name=LONG)).to_be_visible()
    return once


def _look_at(context: BrowserContext, home: str, width: int) -> None:
    page = context.new_page()
    for path in ("/", "/people", "/people/new", "/shops", "/shops/12", "/audit", "/password", "/x"):
        page.goto(f"{home}{path}")
        assert axe_violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
