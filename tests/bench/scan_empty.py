"""Pictures nothing may be read from: noise, texture, receipts, shelves, stripes, broken codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from tests.bench.scan_pictures import LINEAR, Shot, ground, printed, shot, text_for

if TYPE_CHECKING:
    from pos.devices.ports import Gray

_SHARES = {"noise": 0.1, "texture": 0.075, "text": 0.125, "shelf": 0.125, "stripes": 0.175}
DAMAGES = ("cut", "smeared", "scratched", "overprinted", "stretched")


def empty_pictures(count: int, seed: int = 7) -> Iterator[tuple[str, Gray, str]]:
    """(kind, picture, the text a damaged code once had or "")."""
    for index in range(count):
        rng = np.random.default_rng((seed, index))
        kind = _kind((index + 0.5) / count)
        if kind != "damaged":
            yield kind, _MAKERS[kind](rng), ""
            continue
        symbology = LINEAR[index % 2]
        text = text_for(symbology, rng)
        how = Shot(module=float(rng.uniform(2, 3.5)), turn=float(rng.uniform(-20, 20)))
        broken = _damaged(printed(symbology, text), DAMAGES[index % len(DAMAGES)], rng)
        yield kind, shot(broken, how, rng)[100:620, 190:1090], text


def _kind(share: float) -> str:
    for kind, part in _SHARES.items():
        if share < part:
            return kind
        share -= part
    return "damaged"


def _noise(rng: Any) -> Gray:
    size = int(rng.integers(1, 6))
    small = rng.integers(0, 256, (480 // size, 640 // size)).astype(np.uint8)
    return cv2.resize(small, (640, 480), interpolation=cv2.INTER_NEAREST)


def _texture(rng: Any) -> Gray:
    picture = np.zeros((480, 640), np.float32)
    for octave in (4, 16, 64, 160):
        patch = rng.normal(0, 1, (octave, octave)).astype(np.float32)
        picture += cv2.resize(patch, (640, 480), interpolation=cv2.INTER_CUBIC) / octave**0.5
    return cv2.normalize(picture, None, 0, 255, cv2.NORM_MINMAX).astype(np.uint8)


def _text(rng: Any) -> Gray:
    picture = np.full((640, 480), 240, np.uint8)
    for line in range(24):
        words = f"{int(rng.integers(1, 9))} x item {int(rng.integers(100, 999))}"
        price = f"{rng.uniform(0, 99):.2f}"
        cv2.putText(picture, words, (20, 30 + 25 * line), 0, 0.55, 30, 1, cv2.LINE_AA)
        cv2.putText(picture, price, (380, 30 + 25 * line), 0, 0.55, 30, 1, cv2.LINE_AA)
    turn = cv2.getRotationMatrix2D((240, 320), float(rng.uniform(-90, 90)), 1)
    return cv2.warpAffine(picture, turn, (480, 640), borderValue=(120,))


def _shelf(rng: Any) -> Gray:
    return ground("shelf", rng)[:480, :640]


def _stripes(rng: Any) -> Gray:
    """Fences, blinds, pinstripes: bars of every rhythm, at every angle."""
    if rng.random() < 0.5:
        widths = rng.integers(1, 5, 400) * int(rng.integers(1, 5))
    else:
        widths = np.full(400, int(rng.integers(2, 14)))
    levels = np.where(np.arange(400) % 2, int(rng.integers(150, 256)), int(rng.integers(0, 90)))
    line = np.repeat(levels, widths)[:900].astype(np.uint8)
    picture = np.tile(np.pad(line, (0, 900 - line.size), constant_values=200), (900, 1))
    turn = cv2.getRotationMatrix2D((450, 450), float(rng.uniform(0, 180)), 1)
    soft = cv2.GaussianBlur(
        cv2.warpAffine(picture, turn, (900, 900)), (0, 0), rng.uniform(0.4, 1.5)
    )
    return soft[200:680, 130:770]


def _damaged(code: Gray, how: str, rng: Any) -> Gray:
    code = code.copy()
    rows, columns = code.shape
    if how == "cut":
        code[:, int(columns * rng.uniform(0.55, 0.85)) :] = 255
    elif how == "smeared":
        x = int(columns * rng.uniform(0.2, 0.6))
        part = code[:, x : x + columns // 5]
        code[:, x : x + columns // 5] = cv2.blur(part, (61, 1))
    elif how == "scratched":
        for _ in range(3):
            x = int(columns * rng.uniform(0.1, 0.9))
            cv2.line(
                code, (x, 0), (x + int(rng.integers(-20, 20)), rows), 255, int(rng.integers(8, 30))
            )
    elif how == "overprinted":
        x = int(columns * rng.uniform(0.2, 0.7))
        code[:, x : x + columns // 8] = 0
    else:
        x = int(columns * rng.uniform(0.3, 0.6))
        left = cv2.resize(code[:, :x], (int(x * rng.uniform(1.15, 1.5)), rows))
        code = np.hstack([left, code[:, x:]])
    return code


_MAKERS = {
    "noise": _noise,
    "texture": _texture,
    "text": _text,
    "shelf": _shelf,
    "stripes": _stripes,
}
