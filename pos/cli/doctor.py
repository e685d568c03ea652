"""`regulars doctor`: what the counter needs here, what is there, and what is missing.

Looks without changing anything: where there is no shop yet, none is made.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from loyalty.errors import LoyaltyError
from pos.cli.findings import GRAVE, health_sentence
from pos.cli.opened import opened
from pos.cli.screen import has_screen
from pos.cli.table import table
from pos.cli.told import Error, Told
from pos.cli.wording import sentence
from pos.devices.ocr_engine import ocr_is_here
from pos.devices.present import ABSENT, LIMITED, READY, WRONG, devices_present
from pos.devices.vision import opencv
from pos.places import Places
from pos.settings import Settings, read_settings
from pos.trouble import TroubleError
from receipts.writing.fonts import faces_in_use

OK, NOTE, MISSING = "ok", "note", "missing"
CV2 = ("opencv-python", "opencv-python-headless")
CV2_MORE = ("opencv-contrib-python", "opencv-contrib-python-headless")
LOST_AT_MOST = 20

# In a process of its own: a wrong Qt aborts. Counts the references to None that 50 calls lose.
_ASK_QT = """
import sys, PySide6
from PySide6.QtCore import QObject
from PySide6 import QtGui, QtWidgets
thing = QObject()
before = sys.getrefcount(None)
for _ in range(50):
    thing.setObjectName("x")
print(PySide6.__version__, sys.getrefcount(None) - before)
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `state` is ok, note (the counter works without) or missing."""

    what: str
    state: str
    said: str


def examine(options: Namespace, places: Places) -> Told:
    """All findings; an error when something the counter cannot do without is missing."""
    found = [*_data(places), *_books(places), *_devices(places, options.ask)]
    found += [*_opencv(), _print(), *_letters(), _qt(), _screen()]
    rows = [(_MARKS[one.state], one.what, one.said) for one in found]
    lacking = [one.what for one in found if one.state == MISSING]
    facts = {"works": not lacking, "findings": [asdict(one) for one in found]}
    error = Error("counter-cannot-work", {"missing": ", ".join(lacking)}) if lacking else None
    return Told(facts, table(rows), error)


_MARKS = {OK: "ok", NOTE: "note", MISSING: "MISSING"}


def _data(places: Places) -> Iterator[Finding]:
    folder = _existing(places.data)
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        yield Finding("data folder", MISSING, f"{places.data} cannot be written")
        return
    free = shutil.disk_usage(folder).free >> 20
    state = "" if places.data.exists() else ", not made yet"
    yield Finding("data folder", OK, f"{places.data}{state}; {free} MiB free")
    try:
        _, wrong = read_settings(places.settings)
    except TroubleError as trouble:
        yield Finding("settings", MISSING, sentence(trouble.code, trouble.facts))
        return
    if wrong:
        names = ", ".join(wrong)
        yield Finding("settings", NOTE, f"not valid, so left at their usual value: {names}")
    else:
        said = "as written" if places.settings.exists() else "none yet: the usual ones are used"
        yield Finding("settings", OK, said)


def _existing(folder: Path) -> Path:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _books(places: Places) -> Iterator[Finding]:
    if not places.database.exists():
        yield Finding("ledger", NOTE, "no shop yet: the window opens a demo shop")
        return
    try:
        with opened(places) as shop:
            health = shop.store.health
    except (TroubleError, LoyaltyError) as error:
        yield Finding("ledger", MISSING, sentence(error.code, error.facts))
        return
    if not GRAVE & {one.code for one in health}:
        size = places.database.stat().st_size >> 10
        said = f"{size} KiB, newest entries checked; `regulars ledger verify` checks all"
        yield Finding("ledger", OK, said)
    for one in health:
        yield Finding("ledger", MISSING if one.code in GRAVE else NOTE, health_sentence(one))


def _devices(places: Places, ask: bool) -> Iterator[Finding]:
    try:
        settings, _ = read_settings(places.settings)
    except TroubleError:
        settings = Settings()
    eye = settings.camera.removeprefix("camera:")
    found = devices_present(
        camera="none" if eye == "off" else eye,
        scanner=settings.serial,
        printer=settings.printer,
        ask=ask,
    )
    states = {READY: OK, ABSENT: NOTE, LIMITED: NOTE, WRONG: NOTE}
    for one in found:
        said = f"{one.state}{': ' if one.fact else ''}{one.fact}"
        yield Finding(one.device, states.get(one.state, OK), said)


def _print() -> Finding:
    if ocr_is_here():
        return Finding("text", OK, "receipts without a code can be read")
    return Finding("text", NOTE, sentence("ocr-absent", {}))


def _opencv() -> Iterator[Finding]:
    """Exactly one package may bring cv2: two overwrite each other."""
    names = {(dist.metadata["Name"] or "").lower() for dist in importlib.metadata.distributions()}
    here = sorted(names & {*CV2, *CV2_MORE})
    if len(here) > 1:
        said = f"{' and '.join(here)} overwrite each other; keep opencv-python-headless"
        yield Finding("opencv", NOTE, said)
    try:
        yield Finding(
            "opencv", OK, f"{opencv().__version__}, from {', '.join(here) or 'elsewhere'}"
        )
    except TroubleError as trouble:
        yield Finding("opencv", NOTE, sentence(trouble.code, trouble.facts))


def _letters() -> Iterator[Finding]:
    for face in faces_in_use():
        what = f"{face.language}{' bold' if face.bold else ''}"
        stand_in = "" if face.wanted else " stands in"
        state = OK if face.wanted else NOTE
        yield Finding("letters", state, f"{what}: {face.name or 'no face'}{stand_in}")


def _qt() -> Finding:
    if importlib.util.find_spec("PySide6") is None:
        return Finding("window", MISSING, "PySide6 is not installed: run the set-up again")
    try:
        done = subprocess.run(
            (sys.executable, "-c", _ASK_QT), capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return Finding("window", MISSING, "PySide6 does not answer: run the set-up again")
    words = done.stdout.split()
    if done.returncode != 0 or len(words) != 2:
        last = (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
        return Finding("window", MISSING, f"PySide6 does not load ({last[:160]})")
    version, lost = words[0], int(words[1])
    if abs(lost) > LOST_AT_MOST:
        said = f"PySide6 {version} loses references to None ({lost} in 50) and will abort"
        return Finding("window", MISSING, f"{said}; install the version of requirements.txt")
    return Finding("window", OK, f"PySide6 {version}, keeps its references to None")


def _screen() -> Finding:
    if has_screen():
        return Finding("screen", OK, "a window can be opened")
    return Finding("screen", NOTE, "none here: commands work, the window does not")
