"""What would help the camera read: from what was measured in the picture, and calmly.

Codes, worded on the screen: "closer", "hold-still", "shine", "too-dark", "one-card". A hint is
given when several looks in a row agree on it, and stays long enough to be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos.devices.strips import Region, sharpness, strip_of
from pos.devices.vision import arrays

if TYPE_CHECKING:
    from pos.devices.ports import Gray

CLOSER, HOLD_STILL, SHINE = "closer", "hold-still", "shine"
TOO_DARK, ONE_CARD = "too-dark", "one-card"

AGREED_MS = 300  # so long looks must agree before a hint is shown
STAYS_MS = 1_500
_DARK = 38  # gray level that all but the brightest pixels lie below
_THIN = 1.9  # pixels a module below which no engine reads (measured)
_MODULES = 95  # of an EAN-13, the shortest code expected
_MOVED = 6.0  # mean difference of gray levels from look to look
_BURNT, _BURNT_SHARE = 252, 0.65  # gray level; share of the pixels between the quiet zones
_SOFT = 0.3  # steepest edges of bars in focus reach from dark to light within two pixels


def hint_of(gray: Gray, located: tuple[Region, ...], moved: float) -> str:
    """What keeps an unread picture from being read; "" where nothing points to a code.

    `located`: bars seen in it; `moved`: mean difference to the look before, in gray levels.
    """
    np = arrays()
    if float(np.percentile(gray[::8, ::8], 98)) < _DARK:
        return TOO_DARK
    if not located:
        return ""
    region = located[0]
    if moved >= _MOVED:
        return HOLD_STILL
    if region.length < _THIN * _MODULES:
        return CLOSER
    strip = strip_of(gray, region)
    if _burnt(strip):
        return SHINE
    return HOLD_STILL if sharpness(strip) < _SOFT else ""


def _burnt(strip: Gray) -> bool:
    """Whether a lamp has burnt a hole into the bars: more white than a code has, which is half."""
    inside = strip[:, strip.shape[1] // 5 : max(4 * strip.shape[1] // 5, 1)]
    return float((inside >= _BURNT).mean()) > _BURNT_SHARE


class Guidance:
    """One hint at a time, without flicker."""

    def __init__(self) -> None:
        self.hint = ""
        self._shown_ms = 0
        self._wanted = ""
        self._since_ms = 0

    def saw(self, hint: str, at_ms: int) -> str:
        """A look's hint ("" for none); gives the one to be shown."""
        if hint != self._wanted:
            self._wanted, self._since_ms = hint, at_ms
        if self._wanted == self.hint:
            self._shown_ms = at_ms if self.hint else self._shown_ms
        elif self._wanted and at_ms - self._since_ms >= AGREED_MS:
            self.hint, self._shown_ms = self._wanted, at_ms
        if not self._wanted and at_ms - self._shown_ms >= STAYS_MS:
            self.hint = ""
        return self.hint

    def done(self) -> None:
        """A code was read: nothing is to be said."""
        self.hint = self._wanted = ""
