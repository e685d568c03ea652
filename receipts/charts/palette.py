"""The colours of charts: Okabe and Ito's set, which people with any colour vision tell apart.

Never colour alone: every fill also has its hatching and an edge, every line its mark and its name
at its end (Okabe, Ito: Color Universal Design, 2008).
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Theme:
    """What a chart is drawn with; `size` is the em of its text in the unit of the layout.

    `fills` for areas (with `edge` around), `lines` for lines, which must stand out by themselves.
    """

    ground: str
    ink: str
    muted: str
    grid: str
    edge: str
    fills: tuple[str, ...]
    lines: tuple[str, ...]
    size: float = 8.0

    def sized(self, size: float) -> Theme:
        """The same with text of another em."""
        return replace(self, size=size)

    def fill(self, number: int) -> str:
        """The colour of the n-th area, from 0; after the last the first again."""
        return self.fills[number % len(self.fills)]

    def line(self, number: int) -> str:
        """The colour of the n-th line, from 0."""
        return self.lines[number % len(self.lines)]


LIGHT = Theme(
    ground="#ffffff",
    ink="#131a24",
    muted="#465262",
    grid="#dde2e9",
    edge="#465262",
    fills=("#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#f0e442", "#0072b2", "#d55e00"),
    lines=("#0072b2", "#d55e00", "#00795a", "#a8497f", "#131a24", "#8a6100"),
)
"""On paper and on light screens; lines are darkened to 3:1 where the set's own colours are not."""

DARK = Theme(
    ground="#191f28",
    ink="#f1f4f8",
    muted="#b4c0ce",
    grid="#2c3542",
    edge="#b4c0ce",
    fills=("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#f0e442"),
    lines=("#56b4e9", "#e69f00", "#2fc79b", "#e08fbb", "#f0e442", "#f1f4f8"),
)


def mixed(colour: str, ground: str, part: float) -> str:
    """`part` of a colour over a ground: what half-transparent ink would give, as a plain colour."""
    both = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(c * part + g * (1 - part)):02x}" for c, g in both)


def readable(ground: str) -> str:
    """Black or white, whichever is read better on a ground (WCAG 2.2 relative luminance)."""
    light = luminance(ground)
    return "#000000" if (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) else "#ffffff"


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance of `#rrggbb`, 0 to 1."""
    parts = (channel / 255 for channel in _channels(colour))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
