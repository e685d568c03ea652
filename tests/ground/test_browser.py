"""The browser that head office's pages are looked at with, and its judge."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.ground.browser import axe_violations, complaints_of

GOOD = """<!doctype html><html lang="en"><title>Points</title>
<main><h1>Points</h1><label for="n">Number</label><input id="n"></main></html>"""
BAD = """<!doctype html><html lang="en"><title>Points</title>
<main><h1>Points</h1><input id="n"><p style="color:#ccc;background:#fff">faint</p></main></html>"""
PAGES = {
    "/good": GOOD,
    "/scripted": GOOD + "<script>1</script>",
    "/bare": GOOD + '<link rel="stylesheet" href="/none.css">',
    "/broken": GOOD + '<script src="/broken.js"></script>',
    "/broken.js": "missing()",
}
STRICT = "default-src 'self'"


class _Pages(BaseHTTPRequestHandler):
    """Answers with the page named by the path, under the policy that our pages have."""

    def do_GET(self) -> None:
        body = PAGES.get(self.path, "<!doctype html>Not here.").encode()
        self.send_response(200 if self.path in PAGES else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", STRICT)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_sound_page_has_no_violations(page: Page) -> None:
    page.set_content(GOOD)
    assert axe_violations(page) == []


def test_a_field_without_a_label_and_faint_text_are_found(page: Page) -> None:
    page.set_content(BAD)
    found = axe_violations(page)
    assert [line.split(":")[0] for line in found] == ["color-contrast", "label"]
    assert found[1].endswith("#n")


def test_a_page_with_our_strict_policy_can_be_judged(page: Page, site: str) -> None:
    page.goto(f"{site}/good")
    assert axe_violations(page) == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/good", ""),
        ("/nowhere", ""),
        ("/scripted", "Content Security Policy"),
        ("/bare", "404 http"),
        ("/broken", "missing is not defined"),
    ],
)
def test_what_goes_wrong_in_a_page_is_heard_of(
    browser: Browser, site: str, path: str, said: str
) -> None:
    with browser.new_context() as context:
        heard = complaints_of(context)
        context.new_page().goto(f"{site}{path}")
    assert bool(heard) == bool(said)
    assert said in "".join(heard)


def test_letters_of_each_language_are_drawn(page: Page) -> None:
    """Not as the box for a missing letter: two boxes are as wide and look alike."""
    for language, letters in {"ko": "안녕", "ja": "かな", "zh": "积分"}.items():
        page.set_content(f"<html lang={language}>{''.join(f'<p>{x}</p>' for x in letters)}</html>")
        first, second = (page.locator("p").nth(n).screenshot() for n in (0, 1))
        assert first != second


def test_two_pages_share_no_cookies(browser: Browser, page: Page, site: str) -> None:
    page.goto(f"{site}/good")
    page.evaluate("document.cookie = 'mine=1'")
    with browser.new_context() as other:
        there = other.new_page()
        there.goto(f"{site}/good")
        assert there.evaluate("document.cookie") == ""
    assert page.evaluate("document.cookie") == "mine=1"
