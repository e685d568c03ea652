"""Photographs of made-up receipts: printed, folded, tilted, dimmed, blurred, packed."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from tests.bench.receipt_papers import Paper

Picture = NDArray[Any]
CONDITIONS = ("scan", "tilted", "crumpled", "dim", "blurred", "packed", "far")
_WIDE = 620
_FONTS = {
    "latin": ("DejaVuSansMono.ttf", "DejaVuSansCondensed.ttf", "DejaVuSans.ttf"),
    "ko": ("NotoSansKR-Regular.ttf",),
    "ja": ("NotoSansJP-Regular.ttf",),
    "zh": ("NotoSansSC-Regular.ttf",),
}
_FOLDERS = (Path(sys.prefix) / "fonts", Path("/usr/share/fonts"))


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    for folder in _FOLDERS:
        for file in folder.rglob(name):
            return ImageFont.truetype(str(file), size)
    raise FileNotFoundError(name)


def printed(paper: Paper, seed: int) -> Picture:
    """The paper as a till prints it: gray letters on warm white, a little uneven."""
    names = _FONTS[paper.place.font]
    size, name = 21 + seed % 4, names[seed % len(names)]
    step = int(size * 1.5)
    sheet = Image.new("L", (_WIDE, step * (len(paper.rows) + 3)), 246)
    pen = ImageDraw.Draw(sheet)
    for y, row in enumerate(paper.rows, 1):
        for cell in row:
            font = _font(name, int(size * (1.35 if cell.large else 1.0)))
            wide = font.getlength(cell.text)
            left = cell.at * _WIDE - wide * {"l": 0.0, "c": 0.5, "r": 1.0}[cell.side]
            pen.text((max(left, 4), y * step), cell.text, font=font, fill=45)
    return np.array(sheet)


def photograph(paper: Paper, condition: str, seed: int) -> bytes:
    """A JPEG file's bytes."""
    dice = np.random.default_rng([seed, len(condition), ord(condition[0])])
    flat = printed(paper, seed)
    if condition == "scan":
        noisy = np.clip(flat + dice.normal(0, 4, flat.shape), 0, 255).astype(np.uint8)
        return _packed(cv2.cvtColor(noisy, cv2.COLOR_GRAY2BGR), 85)
    if condition == "crumpled":
        flat = _crumpled(flat, dice)
    lean = {"tilted": 0.10, "far": 0.05}.get(condition, 0.03)
    seen = _on_a_table(flat, dice, lean)
    seen = _lit(seen, dice, 0.42 if condition == "dim" else 0.85)
    if condition == "blurred":
        seen = cv2.GaussianBlur(seen, (0, 0), 1.5)
    if condition == "far":
        seen = cv2.resize(seen, None, fx=0.62, fy=0.62, interpolation=cv2.INTER_AREA)
    noise = dice.normal(0, 9 if condition == "dim" else 4, seen.shape)
    seen = np.clip(seen + noise, 0, 255).astype(np.uint8)
    return _packed(seen, 32 if condition == "packed" else 75)


def _crumpled(flat: Picture, dice: np.random.Generator) -> Picture:
    """Rows bent and folds shaded by a smooth random field."""
    high, wide = flat.shape
    coarse = dice.normal(0, 1, (max(high // 130, 2), 6)).astype(np.float32)
    field = cv2.resize(coarse, (wide, high), interpolation=cv2.INTER_CUBIC)
    x, y = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32))
    bent = cv2.remap(flat, x + 3 * field, y + 5 * field, cv2.INTER_LINEAR, borderValue=246)
    shade = 1 - 0.16 * np.abs(cv2.Sobel(field, cv2.CV_32F, 1, 1, ksize=5))
    dark: Picture = np.clip(bent * np.clip(shade, 0.55, 1.05), 0, 255).astype(np.uint8)
    return dark


def _on_a_table(flat: Picture, dice: np.random.Generator, lean: float) -> Picture:
    high, wide = flat.shape
    broad, tall = int(wide * 1.45), int(high * 1.2)
    wood = np.array([60, 84, 112], np.float32) + dice.normal(0, 7, (tall, broad, 1))
    table = np.clip(wood + 10 * np.sin(np.arange(broad) / 23)[None, :, None], 0, 255)
    left, top = wide * 0.22, high * 0.1
    corners = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    moved = corners + np.array([left, top], np.float32)
    moved += dice.uniform(-lean, lean, (4, 2)).astype(np.float32) * np.float32(wide)
    turn = cv2.getPerspectiveTransform(corners, moved)
    warm = cv2.cvtColor(flat, cv2.COLOR_GRAY2BGR) * np.array([0.95, 0.98, 1.0])
    return cv2.warpPerspective(
        warm.astype(np.uint8),
        turn,
        (broad, tall),
        dst=table.astype(np.uint8),
        borderMode=cv2.BORDER_TRANSPARENT,
    )


def _lit(seen: Picture, dice: np.random.Generator, strength: float) -> Picture:
    """Light from one side: a third weaker at the other."""
    high, wide = seen.shape[:2]
    angle = dice.uniform(0, 6.28)
    x, y = np.meshgrid(np.linspace(-1, 1, wide), np.linspace(-1, 1, high))
    light = strength * (1 + 0.17 * (x * np.cos(angle) + y * np.sin(angle)))
    lit: Picture = np.clip(seen * light[..., None], 0, 255).astype(np.uint8)
    return lit


def _packed(picture: Picture, quality: int) -> bytes:
    done, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    assert done
    return bytes(packed)
