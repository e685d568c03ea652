"""Debian's Chromium through Playwright, and axe-core's judgement of a page.

Playwright would fetch a browser of its own; told where one is, it does not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

AXE = Path(__file__).with_name("axe") / "axe.min.js"  # MPL-2.0, as published, unchanged
# WCAG 2.2, levels A and AA.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
# No sandbox: tests may run as root, and the pages are our own. The rest keeps it from the network.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def launched(program: Path) -> Iterator[Browser]:
    """A headless Chromium for as long as this lasts.

    Not for a whole test run: while Playwright is up, its thread counts as one with an event loop,
    and `asyncio.run` refuses to work there.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


def axe_violations(page: Page, tags: tuple[str, ...] = TAGS) -> list[str]:
    """What axe-core finds wrong with the page as it stands, a line for each rule broken."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    words = json.dumps({"runOnly": {"type": "tag", "values": tags}})
    found: dict[str, Any] = page.evaluate(f"async () => await axe.run(document, {words})")
    if not found["passes"]:
        raise AssertionError("axe-core looked at nothing")
    return [_line(violation) for violation in found["violations"]]


def _line(violation: dict[str, Any]) -> str:
    places = ", ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:5])
    return f"{violation['id']}: {violation['help']} — {places}"
