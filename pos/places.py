"""Where the shop's files live. `--data DIR` or REGULARS_DATA moves all of them together."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SETTINGS_FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Places:
    """Every path the program writes to; all inside `data`."""

    data: Path
    training: bool = False  # made to train in, and thrown away afterwards

    @property
    def database(self) -> Path:
        """The ledger."""
        return self.data / "regulars.db"

    @property
    def backups(self) -> Path:
        """Checked copies of the ledger."""
        return self.data / "backups"

    @property
    def log(self) -> Path:
        """What the program noted for whoever has to find a fault."""
        return self.data / "regulars.log"

    @property
    def settings(self) -> Path:
        """What this terminal was told: language, devices, shop."""
        return self.data / SETTINGS_FILE


def places(
    given: Path | None = None,
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
) -> Places:
    """The places to use: `given` (--data), else REGULARS_DATA, else the user's own data folder."""
    if given is not None:
        return Places(given.expanduser().absolute())
    if named := environment.get("REGULARS_DATA", "").strip():
        return Places(Path(named).expanduser().absolute())
    return Places(_user_data(environment, platform) / "regulars")


def _user_data(environment: Mapping[str, str], platform: str) -> Path:
    """The folder a system keeps a user's program data in, and never synchronises."""
    if platform == "win32":
        local = environment.get("LOCALAPPDATA", "")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    # The base directory rules say that a relative value is to be ignored.
    named = environment.get("XDG_DATA_HOME", "")
    return Path(named) if named.startswith("/") else Path.home() / ".local" / "share"
