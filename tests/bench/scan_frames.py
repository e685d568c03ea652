"""Live frames: moving cards until accepted, the cost of a frame, the window's pulse meanwhile."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from pos.devices.camera import CameraLoop
from pos.devices.decoder import Decoder
from pos.devices.ports import Frame, monotonic_ms
from pos.devices.sightings import Sightings
from tests.bench.pulse import Pulse
from tests.bench.scan_pictures import Shot, ground, printed, shot, text_for
from tests.bench.scan_rivals import pyzbar_alone, zxing_alone

if TYPE_CHECKING:
    from pos.devices.ports import Gray

FRAMES = 12
LOOK_MS = 83
SCREEN_BEAT_MS = 16  # a frame of the screen
_KINDS = ("EAN-13", "Code 128", "QR", "EAN-13", "Code 128", "PDF417")
_GROUNDS = ("table", "wood", "shelf")


def approach(index: int) -> tuple[str, str, bool, Iterator[Gray]]:
    """Kind, text, whether turned, and the frames of one card being shown."""
    rng = np.random.default_rng((72, index))
    kind, turned = _KINDS[index % len(_KINDS)], index // len(_KINDS) % 2 == 1
    text = text_for(kind, rng)
    module = rng.uniform(2.5, 4.2) if kind == "QR" else rng.uniform(1.8, 3.0)
    angle = rng.choice([-1, 1]) * rng.uniform(15, 60) if turned else rng.uniform(-8, 8)
    code = printed(kind, text)

    def frames() -> Iterator[Gray]:
        for _ in range(FRAMES):
            how = Shot(
                module=module * rng.uniform(0.96, 1.04),
                turn=angle + rng.uniform(-3, 3),
                tilt=rng.uniform(0, 25),
                blur=rng.uniform(0.5, 1.65),
                motion=3 if rng.random() < 0.25 else 0,
                noise=rng.uniform(2, 6),
                ground=_GROUNDS[index % 3],
            )
            yield shot(code, how, rng)

    return kind, text, turned, frames()


def approaches(count: int) -> dict[str, Any]:
    """Frames until accepted: ours as at the counter, the others twice the same text."""
    decoder = Decoder()
    runs: dict[str, list[dict[str, Any]]] = {"regulars": [], "pyzbar": [], "zxing-cpp": []}
    cpu: dict[str, list[float]] = {name: [] for name in runs}
    for index in range(count):
        kind, text, turned, frames = approach(index)
        sightings = Sightings()
        seen: dict[str, list[str]] = {"pyzbar": [], "zxing-cpp": []}
        done: dict[str, tuple[int, str]] = {}
        for number, gray in enumerate(frames, 1):
            for name, rival in (("pyzbar", pyzbar_alone), ("zxing-cpp", zxing_alone)):
                if name not in done:
                    began = time.process_time()
                    texts = [found for found, _ in rival(gray)]
                    cpu[name].append((time.process_time() - began) * 1000)
                    twice = [one for one in texts if one in seen[name]]
                    if twice:
                        done[name] = (number, twice[0])
                    seen[name] += texts
            if "regulars" not in done:
                began = time.process_time() * 1000 + decoder.helper_cpu_ms
                verdict = sightings.frame(decoder.look(gray), number * LOOK_MS)
                spent = time.process_time() * 1000 + decoder.helper_cpu_ms - began
                cpu["regulars"].append(spent)
                if verdict.accepted is not None:
                    done["regulars"] = (number, verdict.accepted.text)
        for name, told in runs.items():
            number, said = done.get(name, (0, ""))
            family = kind if kind in ("QR", "PDF417") else "linear"
            group = f"{family} {'turned' if turned else 'upright'}"
            told.append({"group": group, "frames": number, "right": said == text})
    return {name: _approached(told, cpu[name]) for name, told in runs.items()}


def _approached(told: list[dict[str, Any]], cpu: list[float]) -> dict[str, Any]:
    accepted = [one for one in told if one["frames"]]
    groups: dict[str, str] = {}
    for group in sorted({one["group"] for one in told}):
        of = [one for one in told if one["group"] == group]
        groups[group] = f"{sum(one['right'] for one in of)}/{len(of)}"
    return {
        "shown": len(told),
        "accepted": sum(one["right"] for one in accepted),
        "wrong": sum(not one["right"] for one in accepted),
        "within_3_frames": sum(one["frames"] <= 3 for one in accepted),
        "median_frames": statistics.median([one["frames"] for one in accepted] or [0]),
        "cpu_ms_a_frame": round(statistics.fmean(cpu), 1),
        "groups": groups,
    }


def costs() -> dict[str, Any]:
    """CPU of a 720p frame, in milliseconds and against pyzbar alone: empty, coded, and at rest."""
    rng = np.random.default_rng(5)
    grounds = [ground(_GROUNDS[index % 3], rng) for index in range(12)]
    noisy = [np.clip(g + rng.normal(0, 3, g.shape), 0, 255).astype(np.uint8) for g in grounds]
    kinds = ("EAN-13", "Code 128", "QR", "PDF417")
    coded = [
        shot(printed(kinds[i % 4], text_for(kinds[i % 4], rng)), Shot(), rng) for i in range(12)
    ]
    decoder = Decoder()
    looks: dict[str, Callable[[Gray], object]] = {
        "pyzbar": pyzbar_alone,
        "zxing-cpp": zxing_alone,
        "two_looks": lambda gray: decoder.look(gray, extra=False),
        "with_extras": decoder.look,
    }
    told: dict[str, Any] = {}
    for name, frames in (("empty", noisy), ("coded", coded)):
        spent = {look: _spent(decoder, call, frames) for look, call in looks.items()}
        told[name] = {look: round(ms, 2) for look, ms in spent.items()}
        told[name] |= {
            f"{look}_ratio": round(ms / spent["pyzbar"], 2) for look, ms in spent.items()
        }
    told["at_rest_ratio"] = round(_at_rest(noisy[0]) / told["empty"]["pyzbar"], 3)
    return told


def _spent(decoder: Decoder, call: Callable[[Gray], object], frames: list[Gray]) -> float:
    call(frames[0])
    began = time.process_time() * 1000 + decoder.helper_cpu_ms
    for _ in range(2):
        for gray in frames:
            call(gray)
    spent = time.process_time() * 1000 + decoder.helper_cpu_ms - began
    return spent / (2 * len(frames))


class _Playing:
    """A camera of given frames, at its own pace, for ever."""

    live = False

    def __init__(self, frames: list[Gray], *, live: bool, pause_ms: int) -> None:
        self.live = live
        self._frames = frames
        self._pause_ms = pause_ms
        self.read_frames = 0

    def open(self) -> None:
        pass

    def read(self) -> Frame | None:
        time.sleep(self._pause_ms / 1000)
        gray = self._frames[self.read_frames % len(self._frames)]
        self.read_frames += 1
        return Frame(gray, gray.shape[1], gray.shape[0], monotonic_ms())

    def close(self) -> None:
        pass


def _at_rest(gray: Gray) -> float:
    """CPU a frame of a scene that only shimmers, fifteen frames a second, in the real loop."""
    rng = np.random.default_rng(6)
    frames = [
        np.clip(gray + rng.normal(0, 2, gray.shape), 0, 255).astype(np.uint8) for _ in range(15)
    ]
    source = _Playing(frames, live=True, pause_ms=66)
    loop = CameraLoop(source)
    loop.start(lambda scan: None, lambda trouble: None)
    time.sleep(4)  # until it believes that nothing will come
    began, first = time.process_time(), source.read_frames
    time.sleep(4)
    spent, read = time.process_time() - began, source.read_frames - first
    loop.stop()
    return spent * 1000 / max(1, read)


def heartbeat(seconds: float) -> dict[str, Any]:
    """Gaps of a timer on the screen's thread, idle and while the camera is scanned."""
    app = QCoreApplication.instance() or QApplication([])
    rng = np.random.default_rng(9)
    frames = [ground(_GROUNDS[index % 3], rng) for index in range(9)]
    idle = _beats(app, seconds)
    loop = CameraLoop(_Playing(frames, live=True, pause_ms=33), preview=lambda frame: None)
    loop.start(lambda scan: None, lambda trouble: None)
    _beats(app, 1.0)
    scanning = _beats(app, seconds)
    loop.stop()
    ratio = round(scanning["p95"] / max(idle["p95"], 0.1), 2)
    return {"idle_ms": idle, "scanning_ms": scanning, "p95_ratio": ratio}


def _beats(app: QCoreApplication, seconds: float) -> dict[str, float]:
    pulse, end = Pulse(SCREEN_BEAT_MS), QEventLoop(app)
    QTimer.singleShot(int(seconds * 1000), end.quit)
    end.exec()
    pulse.stop()
    return pulse.told()
