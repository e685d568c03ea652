"""Makes the rows of a page level: how much they lean is found by which lean lines words up best.

The boxes' own edges mislead on crumpled paper, where every line bends its own way; words that stand
in one row on average do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pos.devices.vision import arrays

if TYPE_CHECKING:
    from pos.devices.ocr_paper import Picture

_STEPS = 13
_REACH = 0.03  # either side of each guess; beyond it a row would meet the next one
_BESIDE = 0.5  # of a line's height, within which two words share a row
_MOST = 400  # words that are compared with each other


def lean_of(quads: Sequence[Picture]) -> float:
    """How far rows fall to the right: pixels down for each pixel to the right.

    `quads`: boxes of words, each an array of four corners from the upper left, clockwise.
    """
    np = arrays()
    if len(quads) < 3:
        return 0.0
    boxes = np.stack(list(quads)[:_MOST]).astype(float)
    x, y = boxes[:, :, 0].mean(axis=1), boxes[:, :, 1].mean(axis=1)
    left, right = boxes[:, :, 0].min(axis=1), boxes[:, :, 0].max(axis=1)
    tall = float(np.median(np.abs(boxes[:, 3, 1] - boxes[:, 0, 1]))) or 1.0
    apart = left[:, None] > right[None, :]  # each pair once: the one that stands to the right
    wide = (right - left) > 3 * tall
    edges = (boxes[:, 1, 1] - boxes[:, 0, 1]) / np.maximum(boxes[:, 1, 0] - boxes[:, 0, 0], 1.0)
    guess = float(np.median(edges[wide])) if wide.any() else 0.0
    tried = {float(base + step) for base in (0.0, guess)
             for step in np.linspace(-_REACH, _REACH, _STEPS)}  # fmt: skip

    def together(lean: float) -> float:
        level = y - lean * x
        gaps = np.abs(level[:, None] - level[None, :])[apart]
        met: float = np.maximum(0.0, 1 - gaps / (_BESIDE * tall)).sum()
        return met

    return max(sorted(tried, key=abs), key=together)
