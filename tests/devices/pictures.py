"""Pictures of codes for tests: printed, photographed at an angle, with blur and noise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import zxingcpp

if TYPE_CHECKING:
    from pos.devices.ports import Gray

CARD = "6100000000001234"


def printed(text: str, kind: str = "Code128", pixels: int = 3) -> Gray:
    """A code on white paper, with its quiet zone; `pixels` a module."""
    barcode = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(kind))
    picture = zxingcpp.write_barcode_to_image(barcode, scale=pixels, add_quiet_zones=True)
    return np.array(picture)


def table(*codes: Gray, width: int = 1280, height: int = 720, gray: int = 150) -> Gray:
    """The codes side by side on a counter top."""
    picture = np.full((height, width), gray, np.uint8)
    for index, code in enumerate(codes):
        y = (height - code.shape[0]) // 2
        x = width * (2 * index + 1) // (2 * len(codes)) - code.shape[1] // 2
        picture[y : y + code.shape[0], x : x + code.shape[1]] = code
    return picture


def photographed(picture: Gray, degrees: float = 8, seed: int = 1) -> Gray:
    """As a webcam sees it: turned, a little out of focus, uneven light, noise."""
    height, width = picture.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    seen = cv2.warpAffine(picture, turn, (width, height), borderValue=(150,))
    seen = cv2.GaussianBlur(seen, (0, 0), 0.8)
    light = np.linspace(0.75, 1.05, width)
    noise = np.random.default_rng(seed).normal(0, 4, (height, width))
    lit = np.clip(seen * light + noise, 0, 255)
    return np.asarray(lit, np.uint8)
