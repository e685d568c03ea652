"""Why a sale earned what it did, as steps of codes and facts: for the screen, paper and files."""

from __future__ import annotations

from collections.abc import Sequence

from loyalty.codes import SaleNumber
from loyalty.documents import sale_from
from loyalty.entry import Kind
from loyalty.errors import LoyaltyError
from loyalty.explanation import Explanation, Part
from loyalty.points import Rounding
from pos.shop import Shop

Step = tuple[str, tuple[tuple[str, str | int], ...]]

_ROUNDED = {
    Rounding.FLOOR: "rounded-down",
    Rounding.HALF_UP: "rounded-half-up",
    Rounding.CEIL: "rounded-up",
}


def steps(why: Explanation, amounts: Sequence[int]) -> tuple[Step, ...]:
    """The steps in the order they were taken; `amounts` are the lines' prices in minor units."""
    found: list[Step] = []
    for line, reason in why.excluded:
        if reason != "reward":  # a reward that does not earn surprises nobody
            found.append(("excluded", (("amount_minor", amounts[line]), ("line", line + 1))))
    if why.paid_minor:
        found.append(("paid-with-points", (("amount_minor", why.paid_minor),)))
    found.append(("eligible-amount", (("amount_minor", sum(why.eligible)),)))
    if why.short_of_minor:
        found.append(("minimum-not-reached", (("minimum_minor", why.short_of_minor),)))
    found.extend(_part(part) for part in why.parts)
    if why.exact.denominator != 1:
        found.append((_ROUNDED[why.rounding], (("points", why.points),)))
    return tuple(found)


def _part(part: Part) -> Step:
    if part.kind == "spend":
        return "base", (("points", part.points), ("per_minor", part.step))
    return f"base-{part.kind}", (("points", part.points), ("count", part.amount))


def explained(shop: Shop, number: SaleNumber) -> tuple[int, tuple[Step, ...]]:
    """Points and steps of a sale in the books; LoyaltyError `sale-unknown`."""
    with shop.store.reading() as view:
        entry = view.entry(number)
    if entry is None or entry.kind is not Kind.SALE:
        raise LoyaltyError("sale-unknown", terminal=number.terminal, seq=number.seq)
    sale = sale_from(entry.body, entry.source, entry.member, entry.program)
    return sale.earned, steps(sale.explanation, [sold.line.amount_minor for sold in sale.lines])
