"""Every state of the counter as a picture: `python -m tests.screen.shots OUT [--size 1024x768]
[--language ko] [--theme dark] [--scale 150] [--only NAME]`. Look at them after any change.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from pos.devices.ports import PreviewFrame
from tests.screen.states import STATES
from ui.counter.screen import CounterScreen
from ui.counter.sheet_camera import CameraPane
from ui.theme import apply_theme
from ui.wording.languages import Languages


def settle() -> None:
    """Let layouts, language and deletions come to rest."""
    for _ in range(4):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(name: str, size: QSize) -> CounterScreen:
    """A screen of `size` that shows a state; ready to be grabbed."""
    screen = CounterScreen()
    screen.resize(size)
    screen.show()
    screen.activateWindow()
    settle()
    state = STATES[name]()
    screen.draw(state)
    settle()
    if state.busy:
        screen.action.wait_over()
    if isinstance(screen.pane, CameraPane) and name == "camera":
        width, height = 320, 240
        rows = bytes((x // 2 + y // 3) % 180 + 40 for y in range(height) for x in range(width))
        corners = ((90, 80), (230, 70), (236, 150), (94, 160))
        seen = tuple((x / width, y / height) for x, y in corners)
        screen.pane.show_frame(PreviewFrame(rows, width, height, (seen,), False, 0, "hold-still"))
    settle()
    return screen


def main(argv: list[str]) -> int:
    """Write the pictures."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("out", type=Path)
    wanted.add_argument("--size", default="1024x768")
    wanted.add_argument("--language", default="en")
    wanted.add_argument("--theme", default="light")
    wanted.add_argument("--scale", type=int, default=100)
    wanted.add_argument("--only", default="")
    asked = wanted.parse_args(argv)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    width, height = (int(part) for part in asked.size.split("x"))
    size = QSize(width, height)
    Languages(app).switch(asked.language)
    apply_theme(app, asked.theme, asked.scale / 100, room=size)
    asked.out.mkdir(parents=True, exist_ok=True)
    for name in STATES:
        if asked.only and name not in asked.only.split(","):
            continue
        screen = shown(name, size)
        screen.grab().save(str(asked.out / f"{name}.png"))
        screen.close()
        screen.deleteLater()
        settle()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
