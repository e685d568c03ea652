"""Fixtures over PostgreSQL and Chromium, and the loud word about tests that had to do without.

Loaded for the whole suite by tests/conftest.py.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tools import programs

if TYPE_CHECKING:  # both take a moment to load, and most runs need neither
    from playwright.sync_api import Browser, Page

    from tests.ground.postgres import PostgresServer

WANTED = (programs.POSTGRES, programs.CHROMIUM)
LACKING = pytest.StashKey[Counter[programs.Program]]()


@pytest.fixture(scope="session")
def postgres_servers() -> Iterator[list[PostgresServer]]:
    """The running server, or nothing where it is not installed (or no Unix to run it on)."""
    folder = programs.postgres_folder() if os.name == "posix" else None
    if not folder:
        yield []
        return
    from tests.ground.postgres import PostgresServer  # late: see above

    server = PostgresServer(folder)
    yield [server]
    server.stop()


@pytest.fixture
def postgres_server(
    request: pytest.FixtureRequest, postgres_servers: list[PostgresServer]
) -> PostgresServer:
    """The one server of this run."""
    if not postgres_servers:
        go_without(request, programs.POSTGRES)
    return postgres_servers[0]


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """SQLAlchemy's URL of a new, empty database, gone after the test."""
    with postgres_server.fresh() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def office_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new, empty database of either engine: the test runs on each."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'office.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture(scope="module")
def browsers() -> Iterator[list[Browser]]:
    """A running Chromium, or nothing where it is not installed."""
    from tests.ground.browser import launched  # late: see above

    program = programs.chromium()
    if not program:
        yield []
        return
    with launched(program) as browser:
        yield [browser]


@pytest.fixture
def browser(request: pytest.FixtureRequest, browsers: list[Browser]) -> Browser:
    """Chromium, headless."""
    if not browsers:
        go_without(request, programs.CHROMIUM)
    return browsers[0]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page with cookies of its own; what goes wrong in it fails the test."""
    from tests.ground.browser import complaints_of  # late: see above

    with browser.new_context(ignore_https_errors=True) as context:
        complaints = complaints_of(context)
        yield context.new_page()
    assert complaints == []


def go_without(request: pytest.FixtureRequest, program: programs.Program) -> None:
    """End a test whose program is not here: not run, and counted. In CI that is a failure."""
    stash = request.config.stash
    stash.setdefault(LACKING, Counter())[program] += 1
    sentence = f"{program.name} is not installed"
    if os.environ.get("CI"):
        pytest.fail(f"{sentence}, and in CI it must be", pytrace=False)
    pytest.skip(sentence)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker tells the process that reports what its tests had to do without."""
    told: dict[str, object] | None = getattr(session.config, "workeroutput", None)
    if told is not None:
        told["lacking"] = {
            one.name: number for one, number in session.config.stash.get(LACKING, Counter()).items()
        }


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """And that one counts together what its workers told."""
    told: dict[str, int] = getattr(node, "workeroutput", {}).get("lacking", {})
    lacking = node.config.stash.setdefault(LACKING, Counter())
    lacking.update({one: told[one.name] for one in WANTED if one.name in told})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end how many tests a missing program kept from running, and how to get it."""
    lacking = terminalreporter.config.stash.get(LACKING, Counter())
    for program, number in lacking.items():
        tests = "1 test" if number == 1 else f"{number} tests"
        terminalreporter.section(f"{tests} NOT RUN", sep="!", red=True, bold=True)
        terminalreporter.write_line(f"Needed: {program.name}, which is not here. To get it:")
        terminalreporter.write_line(f"  {program.how_to_get()}")
