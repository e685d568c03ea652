"""Which system libraries are missing, and what Debian, or another system, calls them.

Each is looked for by loading it (no compiler, no `ldd`), so a copy from anywhere counts.
"""

from __future__ import annotations

import ctypes
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library by its soname, and its Debian packages, older name first."""

    soname: str
    packages: tuple[str, ...]
    purpose: str


QT = (
    Library("libglib-2.0.so.0", ("libglib2.0-0", "libglib2.0-0t64"), "Qt"),
    Library("libGL.so.1", ("libgl1",), "Qt"),
    Library("libEGL.so.1", ("libegl1",), "Qt"),
    Library("libxkbcommon.so.0", ("libxkbcommon0",), "Qt"),
    Library("libfontconfig.so.1", ("libfontconfig1",), "Qt"),
    Library("libdbus-1.so.3", ("libdbus-1-3",), "Qt"),
)
XCB = (
    Library("libxcb-cursor.so.0", ("libxcb-cursor0",), "a window (X11)"),
    Library("libxcb-icccm.so.4", ("libxcb-icccm4",), "a window (X11)"),
    Library("libxcb-image.so.0", ("libxcb-image0",), "a window (X11)"),
    Library("libxcb-keysyms.so.1", ("libxcb-keysyms1",), "a window (X11)"),
    Library("libxcb-render-util.so.0", ("libxcb-render-util0",), "a window (X11)"),
    Library("libxcb-shape.so.0", ("libxcb-shape0",), "a window (X11)"),
    Library("libxcb-xkb.so.1", ("libxcb-xkb1",), "a window (X11)"),
    Library("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",), "a window (X11)"),
)
WAYLAND = (
    Library("libwayland-client.so.0", ("libwayland-client0",), "a window (Wayland)"),
    Library("libwayland-cursor.so.0", ("libwayland-cursor0",), "a window (Wayland)"),
    Library("libwayland-egl.so.1", ("libwayland-egl1",), "a window (Wayland)"),
)
# The program works without these two (a chip says so); the tests want zbar so that a green run
# means the same everywhere.
ZBAR = Library("libzbar.so.0", ("libzbar0", "libzbar0t64"), "reading codes with zbar")
# What the tests' browser is driven by comes with a program that wants it.
ATOMIC = Library("libatomic.so.1", ("libatomic1",), "driving Chromium in tests")
TESTS = (ZBAR, ATOMIC)
CUPS = Library("libcups.so.2", ("libcups2", "libcups2t64"), "the system's printers")


def loads(soname: str) -> bool:
    """Whether this process can load the library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(
    libraries: Iterable[Library], can_load: Callable[[str], bool] = loads
) -> tuple[Library, ...]:
    """Those of the libraries that cannot be loaded, in order."""
    return tuple(library for library in libraries if not can_load(library.soname))


def for_window(platform: str, environment: dict[str, str]) -> tuple[Library, ...]:
    """What Qt needs to open a window in this environment; only Linux needs any.

    Wayland only where X11 cannot be reached: Qt's X11 plugin is the better tried one.
    """
    if platform != "linux":
        return ()
    wanted = environment.get("QT_QPA_PLATFORM", "")
    if wanted.startswith(("offscreen", "minimal", "vnc")):
        return QT
    wayland = wanted.startswith("wayland") or (
        not environment.get("DISPLAY") and bool(environment.get("WAYLAND_DISPLAY"))
    )
    return QT + (WAYLAND if wayland else XCB)


def has_screen(platform: str, environment: dict[str, str]) -> bool:
    """Whether a window could be opened at all: a screen is named, and an X server answers."""
    if platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return True
    display = environment.get("DISPLAY", "")
    return (bool(display) and x_answers(display)) or bool(environment.get("WAYLAND_DISPLAY"))


def x_answers(display: str, folder: str = "/tmp/.X11-unix") -> bool:
    """Whether something listens on a local display such as ":0"; others are believed."""
    if not display.startswith(":"):
        return True
    path = f"{folder}/X{display[1:].split('.')[0]}"
    return any(_listens(address) for address in (path, f"\0{path}"))


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        try:
            caller.connect(address)
        except OSError:
            return False
    return True


def homebrew_zbar(prefixes: Iterable[str] = ("/opt/homebrew", "/usr/local")) -> bool:
    """Whether Homebrew has put zbar where the program looks for it (macOS)."""
    return any(Path(prefix, "lib", "libzbar.dylib").exists() for prefix in prefixes)
