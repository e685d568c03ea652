"""The browser that head office's pages are looked at with, and its judge."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.ground.browser import axe_violations

GOOD = """<!doctype html><html lang="en"><title>Points</title>
<main><h1>Points</h1><label for="n">Number</label><input id="n"></main></html>"""
BAD = """<!doctype html><html lang="en"><title>Points</title>
<main><h1>Points</h1><input id="n"><p style="color:#ccc;background:#fff">faint</p></main></html>"""
STRICT = "default-src 'self'"


class _Pages(BaseHTTPRequestHandler):
    """Answers with the page named by the path, under the policy that our pages have."""

    def do_GET(self) -> None:
        body = {"/good": GOOD, "/scripted": GOOD + "<script>1</script>"}.get(self.path, "").encode()
        self.send_response(200 if body else 204)
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


def test_a_script_that_the_policy_stops_is_heard_of(browser: Browser, site: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        with page.expect_console_message() as complaint:
            page.goto(f"{site}/scripted")
        assert "Content Security Policy" in complaint.value.text


def test_two_pages_share_no_cookies(browser: Browser, page: Page, site: str) -> None:
    page.goto(f"{site}/good")
    page.evaluate("document.cookie = 'mine=1'")
    with browser.new_context() as other:
        there = other.new_page()
        there.goto(f"{site}/good")
        assert there.evaluate("document.cookie") == ""
    assert page.evaluate("document.cookie") == "mine=1"
