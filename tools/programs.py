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
# Ubuntu's chromium is a snap: it sees no folder of ours.
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
    """The folder of the newest `initdb` and `postgres` here, else of those on PATH; None: neither.

    REGULARS_POSTGRES names the folder to look in instead.
    """
    named = os.environ.get("REGULARS_POSTGRES")
    patterns = [named] if named else places
    found = [folder for one in patterns for folder in Path("/").glob(one.lstrip("/"))]
    if not named:
        found += _folder_on_path()
    whole = [f for f in found if (f / "initdb").exists() and (f / "postgres").exists()]
    return max(whole, key=_version, default=None)


def chromium(places: Iterable[str] = CHROMIUM_PLACES) -> Path | None:
    """Chromium's program, or Chrome's; None: neither. REGULARS_CHROMIUM names the one to take."""
    named = os.environ.get("REGULARS_CHROMIUM")
    on_path = [found for name in CHROMIUM_NAMES if (found := shutil.which(name))]
    wanted = [named] if named else [*on_path, *places]
    there = (Path(one) for one in wanted if SNAP not in one)
    return next((one for one in there if one.exists()), None)


def missing() -> tuple[Program, ...]:
    """Those of the two that are not here."""
    absent = () if postgres_folder() else (POSTGRES,)
    return absent if chromium() else (*absent, CHROMIUM)


def _folder_on_path() -> list[Path]:
    initdb = shutil.which("initdb")
    return [Path(initdb).resolve().parent] if initdb else []


def _version(folder: Path) -> int:
    """The major version in the name of the folder above; without one: the least."""
    number = re.search(r"\d+", folder.parent.name)
    return int(number[0]) if number else 0
