"""What is there and what is missing on this machine, one line each, for a person to read.

The second half is asked of the environment's own Python (`probe.py`), if there is one.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys

from tools import debian, environment, fonts, libraries, programs

MARKS = {"ok": "ok     ", "note": "note   ", "missing": "MISSING"}


def report(with_screen: bool) -> int:
    """Print the findings; 0 when nothing that is needed is missing."""
    findings = [
        *_system(with_screen),
        *_programs(),
        *_environment(),
        *_probe(with_screen),
    ]
    for state, what in findings:
        print(f"{MARKS[state]}  {what}", flush=True)
    return 1 if any(state == "missing" for state, _ in findings) else 0


def _system(with_screen: bool) -> list[tuple[str, str]]:
    found = [("ok", f"Python {platform.python_version()} on {platform.platform(terse=True)}")]
    if sys.platform == "darwin" and not libraries.homebrew_zbar():
        found.append(("note", "zbar is not installed; to read more codes: brew install zbar"))
    if sys.platform != "linux":
        return found
    window = libraries.for_window(sys.platform, dict(os.environ)) if with_screen else ()
    needed = tuple(dict.fromkeys((*libraries.QT, *window)))
    absent = libraries.missing(needed)
    for library in needed:
        state = "missing" if library in absent else "ok"
        found.append((state, f"{library.soname}, for {library.purpose}"))
    optional = (*libraries.TESTS, libraries.CUPS)
    lacking = libraries.missing(optional)
    for library in optional:
        words = f"{library.soname}, for {library.purpose}"
        found.append(("note", f"not there: {words}") if library in lacking else ("ok", words))
    if (absent or lacking) and debian.is_debian():
        line = debian.line_for(debian.packages_for((*absent, *lacking)))
        found.append(("note", f"what is not there comes with: {line}"))
    if not libraries.has_screen(sys.platform, dict(os.environ)):
        found.append(("note", "no screen: `make run` cannot open a window, `make demo` works"))
    return found


def _programs() -> list[tuple[str, str]]:
    absent = programs.missing()
    return [
        ("note", f"not there: {one.name}, for {one.purpose}: {one.how_to_get()}")
        if one in absent
        else ("ok", f"{one.name}, for {one.purpose}")
        for one in (programs.POSTGRES, programs.CHROMIUM)
    ]


def _environment() -> list[tuple[str, str]]:
    if not environment.python().exists():
        return [("missing", f"{environment.folder().name}: not made yet; `make prepare` makes it")]
    found = []
    for lock in environment.LOCKS:
        ready = environment.is_ready(lock)
        words = "is installed" if ready else "is newer than what is installed; the next run renews"
        found.append(("ok" if ready else "note", f"{lock} {words}"))
    wanted = [package.family for package in fonts.wanted_from_npm()]
    if wanted:
        how = (
            "`make prepare` fetches them" if fonts.npm() else "npm, which brings them, is not here"
        )
        found.append(("note", f"faces not in {fonts.folder()}: {', '.join(wanted)}; {how}"))
    else:
        found.append(("ok", f"faces for four languages in {fonts.folder()}"))
    return found


def _probe(with_screen: bool) -> list[tuple[str, str]]:
    if not environment.python().exists():
        return []
    words = ["--screen"] if with_screen else []
    done = subprocess.run(
        (str(environment.python()), "-m", "tools.probe", *words),
        cwd=environment.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line.split("\t", 1) for line in done.stdout.splitlines() if "\t" in line]
    found = [(state, what) for state, what in lines if state in MARKS]
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        found.append(("missing", f"the last look stopped with status {done.returncode}: {said}"))
    return found
