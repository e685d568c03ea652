"""What a run says of the tests that a missing program kept from running."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.shape.sources import ROOT

PLACES = ("REGULARS_POSTGRES", "REGULARS_CHROMIUM")
# One test in want of each.
WANTING = (
    "tests/ground/test_postgres.py::test_no_port_is_taken",
    "tests/ground/test_browser.py::test_a_sound_page_has_no_violations",
)


def run_without(ci: str, *words: str) -> subprocess.CompletedProcess[str]:
    """The run of two tests where neither program is to be found."""
    settings = {**os.environ, "CI": ci, **dict.fromkeys(PLACES, "/nowhere")}
    return subprocess.run(
        (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words, *WANTING),
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("words", [(), ("-n", "2")])
def test_tests_without_their_program_are_counted_and_told_how_to_get_it(
    words: tuple[str, ...],
) -> None:
    done = run_without("", *words)
    assert done.returncode == 0
    assert done.stdout.count("1 test NOT RUN") == 2
    assert "PostgreSQL's server, which is not here" in done.stdout
    assert "--no-install-recommends postgresql " in done.stdout
    assert "--no-install-recommends chromium " in done.stdout
    assert done.stdout.splitlines()[-1].startswith("2 skipped")


def test_in_ci_a_missing_program_fails_its_tests() -> None:
    done = run_without(ci="true")
    assert done.returncode == 1
    assert "2 errors" in done.stdout.splitlines()[-1]
