"""Finds bars by the direction of their edges (structure tensor), for what OpenCV cannot locate.

OpenCV's locator does not know PDF417 and loses strongly turned Code 128. In bars nearly all edges
run one way: where the strong edges of neighbouring cells agree on a direction, there may be a
code. (The tensor after Bigün and Granlund, 1987.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pos.devices.strips import Region
from pos.devices.vision import arrays, opencv

if TYPE_CHECKING:
    from pos.devices.ports import Gray

_SIDE = 640  # pixels the picture is shrunk to
_CELL = 8  # pixels of the small picture; a few bars wide
_DIRECTIONS = 2  # the strongest are tried
_BINS = 36  # of 5 degrees
_NEAR = 14.0  # degrees from the strongest direction still counted as the same
_AGREE = 0.3  # coherence: 0 edges of any direction, 1 of one only; PDF417 has half
_FLOOR = 30.0  # mean squared gray levels a pixel; paler edges are noise
_LEAST_CELLS = 8


def located_edges(gray: Gray) -> list[Region]:
    """Regions of edges that agree on a direction, the strongest direction first."""
    cv2, np = opencv(), arrays()
    if min(gray.shape) < 5 * _CELL:
        return []
    shrink = min(1.0, _SIDE / max(gray.shape))
    rows, columns = (max(1, int(side * shrink) // _CELL) for side in gray.shape)
    size = (columns * _CELL, rows * _CELL)
    small = cv2.resize(gray, size, interpolation=cv2.INTER_AREA) if shrink < 1 else gray
    angle, strength = _directions(small, (columns, rows), cv2, np)
    weights, _ = np.histogram(angle, _BINS, (0.0, 180.0), weights=strength)
    weights = weights + np.roll(weights, 1) / 2 + np.roll(weights, -1) / 2
    scale = (gray.shape[1] / columns, gray.shape[0] / rows)
    regions = []
    for _ in range(_DIRECTIONS):
        best = int(weights.argmax())
        if weights[best] <= 0:
            break
        region = _region(angle, strength, (best + 0.5) * 180.0 / _BINS, scale)
        regions += [region] if region else []
        weights[[(best + near) % _BINS for near in range(-3, 4)]] = 0
    return regions


def _directions(small: Gray, cells: tuple[int, int], cv2: Any, np: Any) -> tuple[Any, Any]:
    """Of each cell: angle (0..180, across the bars), strength (0 where edges do not agree)."""
    across = cv2.Scharr(small, cv2.CV_32F, 1, 0, scale=1 / 16)
    down = cv2.Scharr(small, cv2.CV_32F, 0, 1, scale=1 / 16)
    xx, yy, xy = (
        cv2.blur(cv2.resize(product, cells, interpolation=cv2.INTER_AREA), (3, 3))
        for product in (across * across, down * down, across * down)
    )
    spread, total = np.hypot(xx - yy, 2 * xy), xx + yy
    angle = np.rad2deg(np.arctan2(2 * xy, xx - yy)) / 2 % 180.0
    strong = (spread > _AGREE * total) & (total > max(_FLOOR, float(total.mean())))
    return angle, np.where(strong, np.sqrt(total), 0)


def _region(angle: Any, strength: Any, degrees: float, scale: tuple[float, float]) -> Region | None:
    """The largest connected patch of cells about `degrees`, in pixels of the whole picture."""
    cv2, np = opencv(), arrays()
    off = np.abs((angle - degrees + 90.0) % 180.0 - 90.0)
    mask = ((off < _NEAR) & (strength > 0)).astype(np.uint8)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    if count < 2:
        return None
    label = 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())
    if stats[label, cv2.CC_STAT_AREA] < _LEAST_CELLS:
        return None
    rows, columns = np.nonzero(labels == label)
    inside = strength[rows, columns] > 0
    near = np.deg2rad(2 * angle[rows, columns][inside])
    exact = np.arctan2(np.sin(near).mean(), np.cos(near).mean()) / 2
    cos, sin = np.cos(exact), np.sin(exact)
    xs, ys = (columns + 0.5) * scale[0], (rows + 0.5) * scale[1]
    along, over = xs * cos + ys * sin, ys * cos - xs * sin
    (left, right), (top, bottom) = np.percentile(along, (1, 99)), np.percentile(over, (1, 99))
    x, y = (left + right) / 2, (top + bottom) / 2
    edge = max(scale)  # the outermost cells lie half outside their middles
    return Region(
        float(x * cos - y * sin),
        float(x * sin + y * cos),
        float(right - left + edge),
        float(bottom - top + edge),
        float(np.rad2deg(exact)),
    )
