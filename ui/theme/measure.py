"""Millimetres to pixels. Fingers and eyes have a size, pixels have not (44 px are 13 mm on one
till and 8 mm on another), so sizes of every screen are written in millimetres and land here.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen

MM_PER_INCH: Final = 25.4
BELIEVABLE_DPI: Final = (80.0, 300.0)
TEXT_SCALES: Final = (1.0, 2.0)


@dataclass(frozen=True, slots=True)
class Density:
    """How much air a screen has. Targets (12 mm) and key facts (4 mm capitals) never shrink;
    only the air, the title and the hero figure do. All values in millimetres; text sizes are
    em sizes (a capital is 0.73 em in our faces).
    """

    name: str
    pad_mm: float
    gap_mm: float
    title_mm: float
    hero_mm: float


COMPACT: Final = Density("compact", pad_mm=3.0, gap_mm=2.0, title_mm=6.0, hero_mm=11.0)
REGULAR: Final = Density("regular", pad_mm=4.0, gap_mm=2.5, title_mm=6.6, hero_mm=14.0)
ROOMY: Final = Density("roomy", pad_mm=6.0, gap_mm=4.0, title_mm=7.6, hero_mm=18.0)

TARGET_MM: Final = 12.0
KIOSK_TARGET_MM: Final = 20.0
SMALL_MM: Final = 3.9  # captions and key hints
BODY_MM: Final = 4.6  # 16 minutes of arc from 70 cm
KEY_MM: Final = 5.6  # capitals of 4.1 mm: the facts a cashier acts on
ROLES: Final = ("small", "body", "key", "title", "hero")


@dataclass(frozen=True, slots=True)
class Measure:
    """Pixels of one screen: `px_per_mm` (already corrected), `text_scale` 1.0-2.0, density."""

    px_per_mm: float
    text_scale: float
    density: Density

    def mm(self, length_mm: float) -> int:
        """Whole device-independent pixels of `length_mm`; at least one for any positive length."""
        px = round(length_mm * self.px_per_mm)
        return max(1, px) if length_mm > 0 else px

    def text(self, role: str) -> int:
        """Font pixel size of a role ("small", "body", "key", "title", "hero").

        What is large already grows only with the root of the scale: at 200 % a hero figure of
        36 mm would push the facts beside it off the till.
        """
        grown = {"small": SMALL_MM, "body": BODY_MM, "key": KEY_MM}
        if role in grown:
            return self.mm(grown[role] * self.text_scale)
        large = {"title": self.density.title_mm, "hero": self.density.hero_mm}[role]
        return max(self.mm(large * sqrt(self.text_scale)), self.text("key"))

    @property
    def target(self) -> int:
        """Least height and width of anything to touch; grows with the words that stand in it."""
        return max(self.mm(TARGET_MM), round(self.text("body") * 1.9))


def believable_dpi(physical: float, logical: float) -> float:
    """The dots per inch to work with.

    Monitors lie: some report the aspect ratio (160 x 90 mm) as their size, some nothing at all.
    Such a figure is not clamped but dropped, because clamping 305 to 300 would triple every size.
    """
    low, high = BELIEVABLE_DPI
    if low <= physical <= high:
        return physical
    return min(max(logical, low), high)


def density_for(room_mm: tuple[float, float], text_scale: float) -> Density:
    """Density of a screen of `room_mm` (width, height): a 15-inch till is about 305 x 195 mm."""
    width, height = room_mm
    air = min(width / 300, height / 190) / sqrt(text_scale)
    if air >= 1.25:
        return ROOMY
    return REGULAR if air >= 0.95 else COMPACT


def measure_screen(
    screen: QScreen, scale: float = 1.0, correction: float = 1.0, room: QSize | None = None
) -> Measure:
    """Measure of `screen`; `correction` is the setting "lay a bank card on the screen", and `room`
    the window's size where it is smaller than the screen.
    """
    scale = min(max(scale, TEXT_SCALES[0]), TEXT_SCALES[1])
    dpi = believable_dpi(screen.physicalDotsPerInch(), screen.logicalDotsPerInch())
    px_per_mm = dpi * min(max(correction, 0.5), 2.0) / MM_PER_INCH
    size = room or screen.availableSize()
    room_mm = (size.width() / px_per_mm, size.height() / px_per_mm)
    return Measure(px_per_mm, scale, density_for(room_mm, scale))
