"""Every state of the kiosk, or with --beside of the customer's second window, as a picture:
`python -m tests.screen.kiosk_shots OUT [--size 1024x768] [--language ko] [--theme dark]
[--scale 150] [--only NAME]`. Look at them after any change.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from tests.screen import customer_states, kiosk_states
from ui.customer.display import CustomerDisplay
from ui.customer.screen import KioskScreen
from ui.theme import apply_theme
from ui.wording.languages import Languages


def settle() -> None:
    """Let layouts, language and deletions come to rest."""
    for _ in range(4):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main(argv: list[str]) -> int:
    """Write the pictures."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("out", type=Path)
    wanted.add_argument("--size", default="1024x768")
    wanted.add_argument("--language", default="en")
    wanted.add_argument("--theme", default="light")
    wanted.add_argument("--scale", type=int, default=100)
    wanted.add_argument("--only", default="")
    wanted.add_argument("--beside", action="store_true")
    asked = wanted.parse_args(argv)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    width, height = (int(part) for part in asked.size.split("x"))
    Languages(app).switch(asked.language)
    apply_theme(app, asked.theme, asked.scale / 100, room=QSize(width, height))
    asked.out.mkdir(parents=True, exist_ok=True)
    screen: Any = CustomerDisplay() if asked.beside else KioskScreen()
    states: dict[str, Callable[[], Any]] = {
        **(customer_states.STATES if asked.beside else kiosk_states.STATES)
    }
    screen.resize(width, height)
    screen.show()
    settle()
    for name in asked.only.split(",") if asked.only else states:
        screen.draw(states[name]())
        settle()
        screen.grab().save(str(asked.out / f"{name}.png"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
