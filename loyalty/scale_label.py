"""The labels of a scale: an EAN-13 that carries a product's number and its price or weight.

GS1 leaves the prefixes 02 and 20 to 29 to the shop, so each scale is set up in its own way: which
digit means what is a setting, written as a picture of the ten digits after the prefix.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loyalty.codes import ean_holds
from loyalty.errors import LoyaltyError

LABELS = "02=PPPPPXMMMM, 20-27=PPPPPMMMMM, 28-29=PPPPPWWWWW"
"""What most scales print: 02 is a UPC-A label of North America, with a check digit of the price;
20 to 27 carry the price in minor units, 28 and 29 the weight in grams."""

_SPAN = re.compile(r"(02|2[0-9])(?:-(2[0-9]))?=([PMWX]{10})")
_ITEM, _VALUE = re.compile(r"P+"), re.compile(r"M+|W+")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a label's digits stand: number and value, as spans of the thirteen digits.

    `weighs`: the value is grams, else minor units.
    """

    prefix: str
    item: tuple[int, int]
    value: tuple[int, int]
    weighs: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A label read: the product's number on the scale without leading zeros, and price or weight.

    One of `minor` and `grams` is None.
    """

    plu: str
    minor: int | None = None
    grams: int | None = None


def layouts(text: str) -> dict[str, Layout]:
    """Layouts by prefix from `20-27=PPPPPMMMMM, 28=PPPPPWWWWW`; empty: no label is read.

    P number on the scale, M price in minor units, W weight in grams, X any digit. LoyaltyError
    `labels-unreadable`.
    """
    found: dict[str, Layout] = {}
    for part in filter(None, (one.strip() for one in text.split(","))):
        span = _SPAN.fullmatch(part)
        picture = span[3] if span else ""
        item, value = _ITEM.search(picture), _VALUE.search(picture)
        rest = re.sub(r"P+|M+|W+", "", picture, count=2).strip("X")
        if span is None or item is None or value is None or rest:
            raise LoyaltyError("labels-unreadable", typed=part[:40])
        first, last = int(span[1]), int(span[2] or span[1])
        if not first <= last or (span[2] and first == 2):
            raise LoyaltyError("labels-unreadable", typed=part[:40])
        where = (item.start() + 2, item.end() + 2), (value.start() + 2, value.end() + 2)
        for number in range(first, last + 1):
            prefix = f"{number:02d}"
            if prefix in found:
                raise LoyaltyError("labels-unreadable", typed=part[:40])
            found[prefix] = Layout(prefix, *where, "W" in picture)
    return found


def label(code: str, known: dict[str, Layout]) -> Label | None:
    """The label that thirteen digits are; None for any other code."""
    layout = known.get(code[:2]) if len(code) == 13 and code.isascii() and code.isdigit() else None
    if layout is None or not ean_holds(code):
        return None
    value = int(code[slice(*layout.value)])
    plu = code[slice(*layout.item)].lstrip("0") or "0"
    return Label(plu, grams=value) if layout.weighs else Label(plu, minor=value)
