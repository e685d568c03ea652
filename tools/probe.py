"""Run by the environment's Python for `doctor`: do the installed packages work here?

Prints `state<TAB>sentence` lines. In a process of its own, because a wrong Qt aborts it.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import os
import sys
from collections.abc import Iterator

Finding = tuple[str, str]

# Codes are read without it too; with it, a few more damaged ones.
ZBAR_ADVICE = {
    "linux": "Its package is libzbar0.",
    "darwin": "To have it: brew install zbar",
    "win32": "Its library wants the Visual C++ 2013 runtime (x64).",
}


def cv2_finding(installed: dict[str, str]) -> Finding:
    """Exactly one package may bring `cv2`: two overwrite each other."""
    family = ("opencv-python", "opencv-python-headless", "opencv-contrib-python",
              "opencv-contrib-python-headless")  # fmt: skip
    present = [name for name in family if name in installed]
    if not present:
        return "missing", "opencv-python-headless (camera and pictures)"
    if len(present) > 1:
        both = " and ".join(present)
        return "missing", f"one cv2: {both} are installed and overwrite each other; keep headless"
    return "ok", f"{present[0]} {installed[present[0]]}"


def qt_finding(lost: int, version: str) -> Finding:
    """Judge how many references to None went missing over 50 calls."""
    if abs(lost) > 20:
        advice = "it will abort; install the version in requirements.txt"
        return (
            "missing",
            f"a sound PySide6: {version} loses references to None ({lost} in 50); {advice}",
        )
    return "ok", f"PySide6 {version}, keeps its references to None"


def findings(with_screen: bool) -> Iterator[Finding]:
    """All findings, cheap ones first."""
    installed = {
        name.lower().replace("_", "-"): dist.version
        for dist in importlib.metadata.distributions()
        if (name := dist.metadata["Name"])
    }
    yield cv2_finding(installed)
    for module, purpose in {
        "sqlalchemy": "the ledger",
        "cv2": "camera and pictures",
        "pyzbar.pyzbar": "codes, by zbar",
        "zxingcpp": "codes, built in",
        "serial": "serial scanners and printers",
        "escpos.printer": "receipt printers",
        "reportlab.pdfgen.canvas": "PDF",
    }.items():
        yield _importable(module, purpose)
    yield from _faces()
    yield _qt()
    if with_screen:
        yield _window()


def _importable(module: str, purpose: str) -> Finding:
    try:
        importlib.import_module(module)
    except (ImportError, OSError) as trouble:  # OSError: a library in the wheel does not load
        optional = module == "pyzbar.pyzbar"
        advice = ZBAR_ADVICE.get(sys.platform, "") if optional else ""
        return "note" if optional else "missing", f"{module} ({purpose}): {trouble} {advice}"
    return "ok", f"{module} ({purpose})"


def _faces() -> Iterator[Finding]:
    from receipts.writing.fonts import faces_in_use  # late: paper's packages may be missing

    for face in faces_in_use():
        what = f"{face.language}{' bold' if face.bold else ''}: {face.name or 'no face'}"
        state = "ok" if face.wanted else "note"
        yield state, f"letters for {what}{'' if face.wanted else ' stands in'}"


def _qt() -> Finding:
    import PySide6  # late: its absence is a finding, not a failure of the others
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(50):
        thing.setObjectName("x")
    return qt_finding(sys.getrefcount(None) - before, PySide6.__version__)


def _window() -> Finding:
    from PySide6.QtGui import QFontDatabase, QGuiApplication  # late: it aborts without a screen

    application = QGuiApplication([])
    screen = application.primaryScreen()
    size = screen.size()
    families = len(QFontDatabase.families())
    state = "ok" if families else "missing"
    where = f"{application.platformName()}, {size.width()}x{size.height()}"
    return state, f"a window can open ({where}); {families} font families"


def main() -> int:
    """Print the findings."""
    for state, what in findings("--screen" in sys.argv):
        print(f"{state}\t{' '.join(what.split())}", flush=True)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUTF8", "1")
    sys.exit(main())
