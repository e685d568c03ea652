"""The three colour sets. Every colour on any screen comes from here, and the pairs that must be
readable are listed beside them, so that one test can hold all sets to the contrast we promise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour set; all values are `#rrggbb`, except `scrim` and `shadow` (`#aarrggbb`).

    `*_soft` is a calm ground, and the colour without the suffix is what stands on it.
    `edge_px` is the width of card outlines: high contrast needs lines where others have shade.
    """

    name: str
    dark: bool
    page: str
    card: str
    sunken: str
    text: str
    muted: str
    hairline: str
    edge: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    focus: str
    ok: str
    ok_soft: str
    attention: str
    attention_soft: str
    refused: str
    refused_soft: str
    quiet: str
    quiet_soft: str
    training: str
    on_training: str
    scrim: str
    shadow: str
    edge_px: int


LIGHT: Final = Tokens(
    name="light",
    dark=False,
    page="#eef1f5",
    card="#ffffff",
    sunken="#f6f8fa",
    text="#131a24",
    muted="#465262",
    hairline="#dde2e9",
    edge="#77828f",
    accent="#1c46b8",
    accent_hover="#16389a",
    on_accent="#ffffff",
    accent_soft="#e6edfd",
    on_accent_soft="#173a99",
    focus="#1c46b8",
    ok="#0a5a35",
    ok_soft="#def3e7",
    attention="#743d00",
    attention_soft="#ffeecd",
    refused="#94121a",
    refused_soft="#fde5e5",
    quiet="#3d4858",
    quiet_soft="#e4e8ee",
    training="#5b2a9d",
    on_training="#ffffff",
    scrim="#8c131a24",
    shadow="#1e131a24",
    edge_px=1,
)

DARK: Final = Tokens(
    name="dark",
    dark=True,
    page="#0e1217",
    card="#191f28",
    sunken="#12171e",
    text="#f1f4f8",
    muted="#b4c0ce",
    hairline="#2c3542",
    edge="#758496",
    accent="#8fb6ff",
    accent_hover="#b0ccff",
    on_accent="#07183b",
    accent_soft="#1d2f52",
    on_accent_soft="#c9dcff",
    focus="#8fb6ff",
    ok="#86e2ac",
    ok_soft="#123524",
    attention="#ffce80",
    attention_soft="#3d2a0a",
    refused="#ffb1ae",
    refused_soft="#4a191b",
    quiet="#c5cfdb",
    quiet_soft="#2a333f",
    training="#d3b6ff",
    on_training="#220a45",
    scrim="#b8000000",
    shadow="#66000000",
    edge_px=1,
)

CONTRAST: Final = Tokens(
    name="contrast",
    dark=True,
    page="#000000",
    card="#000000",
    sunken="#000000",
    text="#ffffff",
    muted="#ffffff",
    hairline="#ffffff",
    edge="#ffffff",
    accent="#ffe100",
    accent_hover="#fff28a",
    on_accent="#000000",
    accent_soft="#000000",
    on_accent_soft="#ffe100",
    focus="#00e5ff",
    ok="#6dff9f",
    ok_soft="#000000",
    attention="#ffc35c",
    attention_soft="#000000",
    refused="#ff9d9d",
    refused_soft="#000000",
    quiet="#ffffff",
    quiet_soft="#000000",
    training="#e0c4ff",
    on_training="#000000",
    scrim="#d9000000",
    shadow="#00000000",
    edge_px=2,
)

THEMES: Final = {t.name: t for t in (LIGHT, DARK, CONTRAST)}

# (foreground, ground): text somebody must read at the counter.
TEXT_PAIRS: Final = (
    *((ink, ground) for ink in ("text", "muted") for ground in ("page", "card", "sunken")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent_soft", "accent_soft"),
    ("text", "accent_soft"),
    ("accent", "card"),
    ("on_training", "training"),
    *((k, f"{k}_soft") for k in ("ok", "attention", "refused", "quiet")),
    *(("text", f"{k}_soft") for k in ("ok", "attention", "refused", "quiet")),
    *((k, "card") for k in ("ok", "attention", "refused", "quiet")),
)

# (line, ground): edges of controls and the focus ring, which stands on the gap, not on the control.
LINE_PAIRS: Final = (
    *(("edge", ground) for ground in ("page", "card", "sunken")),
    *(("focus", ground) for ground in ("page", "card", "sunken", "quiet_soft")),
    *(("focus", f"{k}_soft") for k in ("ok", "attention", "refused")),
    ("accent", "page"),
    ("accent", "card"),
)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1.0 to 21.0."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
