"""Pictures of printed codes as a counter's camera sees them, made from numbers: what, where, how.

Everything comes from a seed, so that a run can be repeated picture by picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import zxingcpp

if TYPE_CHECKING:
    from pos.devices.ports import Gray

WIDTH, HEIGHT = 1280, 720
LINEAR = ("EAN-13", "Code 128")
MATRIX = ("QR", "PDF417", "Aztec", "DataMatrix")
_WRITTEN = {"EAN-13": "EAN13", "Code 128": "Code128", "QR": "QRCode"}
_SCALE = 8  # pixels a module of the print


@dataclass(frozen=True, slots=True)
class Shot:
    """How a code is held and seen. Lengths in pixels of the frame, angles in degrees."""

    module: float = 2.5
    turn: float = 0.0
    tilt: float = 0.0
    blur: float = 0.6
    motion: int = 0
    glare: float = 0.0  # of the code's length, across
    bend: float = 0.0  # of a quarter turn round a cylinder
    noise: float = 3.0
    light: float = 1.0
    jpeg: int = 90
    ground: str = "table"
    inverted: bool = False


def text_for(kind: str, rng: Any) -> str:
    """A text such a code carries at a counter."""
    digits = "".join(map(str, rng.integers(0, 10, 12)))
    if kind == "EAN-13":
        weighed = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
        return digits + str(-weighed % 10)
    if kind == "Code 128":
        return "61" + digits + "42"
    return f"https://shop.example/c/{digits}" if kind != "QR" else "61" + digits + "42"


def printed(kind: str, text: str) -> Gray:
    """The code on white, eight pixels a module, with its quiet zone."""
    written = zxingcpp.barcode_format_from_str(_WRITTEN.get(kind, kind))
    made = zxingcpp.create_barcode(text, written)
    picture = zxingcpp.write_barcode_to_image(made, scale=_SCALE, add_quiet_zones=True)
    return np.array(picture)


def shot(code: Gray, how: Shot, rng: Any) -> Gray:
    """The printed code in a 720p frame, held as `how` says."""
    code = 255 - code if how.inverted else code
    code = _bent(code, how.bend) if how.bend else code
    frame = ground(how.ground, rng).astype(np.float32)
    if how.glare:
        code = _shining(code, how.glare, rng)
    placed, cover = _placed(code, how, rng)
    frame = frame * (1 - cover) + placed * cover
    if how.motion > 1:
        frame = cv2.blur(frame, (how.motion, 1) if rng.random() < 0.5 else (1, how.motion))
    frame = cv2.GaussianBlur(frame, (0, 0), max(how.blur, 0.1))
    frame = frame * how.light + rng.normal(0, how.noise, frame.shape)
    gray = np.clip(frame, 0, 255).astype(np.uint8)
    return cv2.imdecode(cv2.imencode(".jpg", gray, [cv2.IMWRITE_JPEG_QUALITY, how.jpeg])[1], 0)


def _placed(code: Gray, how: Shot, rng: Any) -> tuple[Any, Any]:
    """The code and how much it covers, each pixel of the frame."""
    rows, columns = code.shape
    zoom = how.module / _SCALE
    turn, tilt = np.deg2rad(how.turn), np.deg2rad(how.tilt)
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], float) * [columns / 2, rows / 2]
    # Tilted about the axis across the code, seen from three card lengths away, then turned.
    away = 3.0 * max(columns, rows)
    depth = 1 + corners[:, 0] * np.sin(tilt) / away
    flat = np.column_stack([corners[:, 0] * np.cos(tilt), corners[:, 1]]) / depth[:, None] * zoom
    cos, sin = np.cos(turn), np.sin(turn)
    turned = flat @ np.array([[cos, sin], [-sin, cos]])
    middle = [WIDTH / 2 + rng.uniform(-60, 60), HEIGHT / 2 + rng.uniform(-30, 30)]
    aim = ((turned + middle) * 2).astype(np.float32)
    origin = np.array([[0, 0], [columns, 0], [columns, rows], [0, rows]], np.float32)
    warp = cv2.getPerspectiveTransform(origin, aim)
    size = (WIDTH * 2, HEIGHT * 2)
    small = cv2.GaussianBlur(code, (0, 0), max(0.3, 0.25 / zoom))
    large = cv2.warpPerspective(small, warp, size, flags=cv2.INTER_LINEAR)
    cover = cv2.warpPerspective(np.ones(code.shape, np.float32), warp, size)
    half = (WIDTH, HEIGHT)
    fine = cv2.resize(large, half, interpolation=cv2.INTER_AREA).astype(np.float32)
    return fine * 0.82 + 20, cv2.resize(cover, half, interpolation=cv2.INTER_AREA)


def _bent(code: Gray, bend: float) -> Gray:
    """Round a can: the ends of the code are seen shortened."""
    rows, columns = code.shape
    reach = bend * np.pi / 2
    across = np.linspace(-np.sin(reach), np.sin(reach), columns)
    source = ((np.arcsin(across) / reach + 1) / 2 * (columns - 1)).astype(np.float32)
    lines = np.arange(rows, dtype=np.float32)
    return cv2.remap(
        code, np.tile(source, (rows, 1)), np.tile(lines[:, None], (1, columns)), cv2.INTER_LINEAR
    )


def _shining(code: Gray, share: float, rng: Any) -> Gray:
    """A lamp mirrored in the plastic: an ellipse burnt white, soft at its edge."""
    rows, columns = code.shape
    x, y = rng.uniform(0.2, 0.8) * columns, rng.uniform(0.1, 0.5) * rows
    ys, xs = np.mgrid[0:rows, 0:columns]
    far = np.hypot((xs - x) / (share * columns / 2), (ys - y) / (0.45 * rows))
    return np.clip(code + 255 * np.clip(1.4 - far, 0, 1), 0, 255).astype(np.uint8)


def ground(kind: str, rng: Any) -> Gray:
    """What lies behind the card: a table, wood, or a shelf full of edges."""
    if kind == "table":
        level = rng.uniform(90, 190)
        light = np.linspace(0.85, 1.1, WIDTH)[None]
        return np.clip(np.full((HEIGHT, WIDTH), level) * light, 0, 255).astype(np.uint8)
    if kind == "wood":
        grain = rng.normal(0, 1, (HEIGHT, WIDTH // 40)).cumsum(axis=0)
        wood = cv2.resize(grain.astype(np.float32), (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
        return cv2.normalize(wood, None, 60, 190, cv2.NORM_MINMAX).astype(np.uint8)
    shelf = np.full((HEIGHT, WIDTH), 120, np.uint8)
    for _ in range(90):
        x, y = int(rng.integers(-40, WIDTH)), int(rng.integers(-40, HEIGHT))
        w, h = int(rng.integers(15, 160)), int(rng.integers(15, 160))
        cv2.rectangle(shelf, (x, y), (x + w, y + h), int(rng.integers(20, 235)), -1)
        word = "".join(chr(65 + c) for c in rng.integers(0, 26, 6))
        cv2.putText(shelf, word, (x, y + h), 0, 0.7, int(rng.integers(0, 255)), 2)
    return shelf
