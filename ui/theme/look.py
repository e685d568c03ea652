"""The look in force: colours and measure together, as one frozen value that every widget reads
when it is laid out or painted. One per process, exactly as Qt keeps its palette and its font.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui.theme.measure import REGULAR, Measure
from ui.theme.tokens import LIGHT, Tokens

RING_GAP_PX = 2
RING_PX = 3


@dataclass(frozen=True, slots=True)
class Look:
    """What is on: colours and measure."""

    tokens: Tokens
    measure: Measure


_in_force = Look(LIGHT, Measure(px_per_mm=96 / 25.4, text_scale=1.0, density=REGULAR))


def look() -> Look:
    """The look in force; until `apply_theme` it is light at 96 dots per inch."""
    return _in_force


def put_in_force(new: Look) -> None:
    """Replace the look; only `apply_theme` calls this, since widgets must be told as well."""
    global _in_force
    _in_force = new


def mm(length_mm: float) -> int:
    """Pixels of a length in millimetres on the screen in use."""
    return _in_force.measure.mm(length_mm)


def font(role: str, *, bold: bool = False) -> QFont:
    """The interface font in the size of a text role, with figures of equal width."""
    made = QFont(QApplication.font())
    made.setPixelSize(_in_force.measure.text(role))
    made.setBold(bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
