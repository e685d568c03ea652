"""Debian's Chromium through Playwright, and axe-core's judgement of a page.

Playwright would fetch a browser of its own; told where one is, it does not.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tools import fonts

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
# Our faces beside the system's: a bare machine has no letters for Korean, Japanese or Chinese.
FACES = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{folder}</dir>
</fontconfig>
"""
# A page's own address may answer with an error: it is the page then. What it asks for may not.
PARTS_OF_A_PAGE = ("stylesheet", "script", "image", "font")


@contextmanager
def launched(program: Path) -> Iterator[Browser]:
    """A headless Chromium for as long as this lasts.

    Not for a whole test run: while Playwright is up, its thread counts as one with an event loop,
    and `asyncio.run` refuses to work there.
    """
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        faces = Path(scratch, "fonts.conf")
        faces.write_text(FACES.format(folder=fonts.folder()), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=program,
            args=list(ARGUMENTS),
            env={**os.environ, "FONTCONFIG_FILE": str(faces)},
        )
        yield browser
        browser.close()


def complaints_of(context: BrowserContext) -> list[str]:
    """A list that fills with what goes wrong in the context's pages from now on: errors of scripts
    and of the policy in the console, and parts of a page that could not be had.
    """
    complaints: list[str] = []

    def hear(kind: str, text: str) -> None:
        # Chromium says this of the page's own address, too; see below.
        if kind == "error" and not text.startswith("Failed to load resource: the server responded"):
            complaints.append(text)

    def see(status: int, kind: str, url: str) -> None:
        if status >= 400 and kind in PARTS_OF_A_PAGE:
            complaints.append(f"{status} {url}")

    context.on("console", lambda said: hear(said.type, said.text))
    context.on("response", lambda came: see(came.status, came.request.resource_type, came.url))
    context.on("weberror", lambda trouble: complaints.append(str(trouble.error)))
    return complaints


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
