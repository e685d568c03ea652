"""The two foreign programs that the tests drive: PostgreSQL's server and Chromium.

Only tests and benches ask for them; what the customer's head office runs on is his own affair.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# Debian keeps the server's programs off PATH, a folder a version; Homebrew likewise.
POSTGRES_PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/usr/pgsql-*/bin",
)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# Ubuntu's package of that name is a snap, which sees no folder of ours.
SNAP = "/snap/"


@dataclass(frozen=True, slots=True)
class Program:
    """A foreign program: what it is called, for what, its Debian and its Homebrew package."""

    name: str
    purpose: str
    debian: str
    homebrew: str

    def how_to_get(self) -> str:
        """The line to type on a system of Debian's kind, and what it is called elsewhere."""
        return (
            f"sudo apt-get install -y --no-install-recommends {self.debian}"
            f" (macOS: brew install {self.homebrew})"
        )


POSTGRES = Program("PostgreSQL's server", "tests of head office", "postgresql", "postgresql@17")
CHROMIUM = Program("Chromium", "tests of head office's pages", "chromium", "--cask chromium")


def postgres_folder(places: Iterable[str] = POSTGRES_PLACES) -> Path | None:
    """The folder of the newest `initdb` and `postgres` here, or of those on PATH; None: neither.

    REGULARS_POSTGRES names another folder.
    """
    named = os.environ.get("REGULARS_POSTGRES")
    if named:
        return Path(named)
    found = [folder for place in places for folder in Path("/").glob(place.lstrip("/"))]
    whole = [f for f in found if (f / "initdb").exists() and (f / "postgres").exists()]
    if whole:
        return max(whole, key=_version)
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb and shutil.which("postgres") else None


def chromium() -> Path | None:
    """Chromium's program, or Chrome's; None: neither. REGULARS_CHROMIUM names another."""
    named = os.environ.get("REGULARS_CHROMIUM")
    if named:
        return Path(named)
    on_path = [found for name in CHROMIUM_NAMES if (found := shutil.which(name))]
    there = [Path(p) for p in (*on_path, *CHROMIUM_PLACES) if Path(p).exists() and SNAP not in p]
    return there[0] if there else None


def missing() -> tuple[Program, ...]:
    """Those of the two that are not here."""
    absent = () if postgres_folder() else (POSTGRES,)
    return absent if chromium() else (*absent, CHROMIUM)


def _version(folder: Path) -> int:
    """The major version in the folder's name; PATH-like names without one count least."""
    number = re.search(r"\d+", folder.parent.name)
    return int(number[0]) if number else 0
