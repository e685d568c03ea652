"""A scan that rings something up: which line it is, and whether it joins one that is there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from loyalty.basket import Line
from loyalty.errors import LoyaltyError
from loyalty.scale_label import label, layouts
from pos.catalogue import product_of, rung_up
from pos.shop import Shop

_KILO = 1000


@dataclass(frozen=True, slots=True)
class Rung:
    """A line by a scan. `weighed`: what lies on the scale is a piece of its own."""

    line: Line
    weighed: bool = False


def ring(shop: Shop, code: str, units: int = 1) -> Rung:
    """What a scanned code rings up; a weight stands behind the name, on screen and paper alike.

    Errors: those of `catalogue.rung_up`.
    """
    line = rung_up(shop, code, units)
    if _by_itself(shop, code):
        return Rung(line)
    seen = label(code.strip(), layouts(shop.settings.scale_labels))
    if seen is None or seen.grams is None:
        return Rung(line, weighed=True)
    kilos, grams = divmod(seen.grams, _KILO)
    return Rung(replace(line, text=f"{line.text} {kilos}.{grams:03d} kg"), weighed=True)


def joined(lines: tuple[Line, ...], rung: Rung) -> tuple[Line, ...]:
    """The lines with one more; the same thing at the same price is more units of its line, which
    moves to the end, where it is looked for. Errors: `line-units`, `line-amount`.
    """
    new = rung.line
    same = next((line for line in reversed(lines) if not rung.weighed and _same(line, new)), None)
    if same is None:
        return (*lines, new)
    more = replace(
        same,
        units=same.units + new.units,
        amount_minor=same.amount_minor + new.amount_minor,
        tax_minor=same.tax_minor + new.tax_minor,
    )
    return (*(line for line in lines if line is not same), more)


def _by_itself(shop: Shop, code: str) -> bool:
    """Whether the code is a product's own, not a label that a scale printed."""
    try:
        product_of(shop, code)
    except LoyaltyError:
        return False
    return True


def _same(one: Line, other: Line) -> bool:
    """The same product at the same price for a unit."""
    return (
        bool(one.sku)
        and _what(one) == _what(other)
        and one.amount_minor * other.units == other.amount_minor * one.units
    )


def _what(line: Line) -> tuple[object, ...]:
    return line.sku, line.text, line.category, line.brand, line.flags, line.reward
