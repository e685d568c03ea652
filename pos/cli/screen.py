"""Whether a window could be opened here at all, asked before Qt is loaded, for Qt would abort."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping


def has_screen(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    sockets: str = "/tmp/.X11-unix",
) -> bool:
    """A screen is named, and where it is a local X server, it answers."""
    if platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return True
    display = environment.get("DISPLAY", "")
    return bool(environment.get("WAYLAND_DISPLAY")) or _x_answers(display, sockets)


def _x_answers(display: str, sockets: str) -> bool:
    if not display.startswith(":"):
        return bool(display)  # another machine's: believed
    path = f"{sockets}/X{display[1:].split('.')[0]}"
    return any(_listens(address) for address in (path, f"\0{path}"))


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        try:
            caller.connect(address)
        except OSError:
            return False
    return True
