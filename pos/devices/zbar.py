"""pyzbar with its library found: it looks once, at import, and not where Homebrew puts it.

Only the helper process (`zbar_child.py`) loads it; everybody else asks whether it is there.
"""

from __future__ import annotations

import importlib.util
import sys
from ctypes.util import find_library
from functools import cache
from pathlib import Path
from types import ModuleType

_HOMEBREW = ("/opt/homebrew/lib", "/usr/local/lib")
_NAMES = ("libzbar.so.0", "libzbar.0.dylib", "libzbar.dylib")


def find_zbar(name: str = "zbar") -> str | None:
    """Path or name of the zbar library: bundled copy, Homebrew's prefixes, then the system."""
    bundle = Path(getattr(sys, "_MEIPASS", sys.prefix)) / "lib"
    folders = [bundle]
    if sys.platform == "darwin":
        folders += map(Path, _HOMEBREW)
    for folder in folders:
        for file in _NAMES:
            if (folder / file).is_file():
                return str(folder / file)
    return find_library(name)


def pyzbar_here() -> bool:
    """Whether pyzbar and its library can be found; loads neither."""
    installed = importlib.util.find_spec("pyzbar") is not None
    return installed and (sys.platform == "win32" or find_zbar() is not None)


@cache
def pyzbar() -> ModuleType | None:
    """The pyzbar module, None where it or the library is missing."""
    try:
        # Late: 40 ms, and it fails to import where the zbar library is missing.
        from pyzbar import zbar_library

        zbar_library.find_library = find_zbar
        from pyzbar import pyzbar as reader
    except (ImportError, OSError):  # OSError: a library that is there and does not load
        return None
    return reader  # type: ignore[no-any-return]
