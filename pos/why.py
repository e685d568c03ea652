"""Why a sale earned what it did, as steps of codes and facts: for the screen, paper and files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from loyalty.accrual.explanation import Explanation, Part
from loyalty.claims.documents import sale_in
from loyalty.codes import SaleNumber
from loyalty.errors import LoyaltyError
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
    return tuple(_steps(why, amounts))


def _steps(why: Explanation, amounts: Sequence[int]) -> Iterator[Step]:
    for line, reason in why.excluded:
        if reason != "reward":  # a reward that does not earn surprises nobody
            yield "excluded", (("amount_minor", amounts[line]), ("line", line + 1))
    if why.paid_minor:
        yield "paid-with-points", (("amount_minor", why.paid_minor),)
    yield "eligible-amount", (("amount_minor", sum(why.eligible)),)
    if why.short_of_minor:
        yield "minimum-not-reached", (("minimum_minor", why.short_of_minor),)
    for _, arm, name in why.arms:
        yield f"campaign-{arm}", (("name", name),)
    yield from map(_part, why.parts)
    trimmed = sum(points for _, points in why.trims)
    if why.exact.denominator != 1:
        yield _ROUNDED[why.rounding], (("points", why.points + trimmed),)
    for cap, points in why.trims:
        yield f"cap-{cap}", (("points", -points),)


def _part(part: Part) -> Step:
    points = ("points", _number(part.exact))
    if part.kind == "spend":
        return "base", (("points", part.points), ("per_minor", part.step))
    if part.kind == "times":
        return "multiplier", (("name", part.name), ("factor", part.why), points)
    if part.kind == "bonus":
        return "bonus", (("name", part.name), points)
    if part.kind == "limit":
        return f"limit-{_limit(part.why)}", (("name", part.name), points)
    return f"base-{part.kind}", (("points", part.points), ("count", part.amount))


def _limit(why: str) -> str:
    """Whether uses were counted by the day or the week makes no difference to who reads it."""
    return "times" if why.startswith("times-") else why


def _number(points: Fraction) -> int | str:
    """Whole points as a number, others as a decimal with at most two places."""
    if points.denominator == 1:
        return points.numerator
    hundredths = abs(points.numerator) * 100 // points.denominator
    whole, rest = divmod(hundredths, 100)
    sign = "-" if points < 0 and hundredths else ""
    return f"{sign}{whole}.{rest:02d}".rstrip("0").rstrip(".")


def explained(shop: Shop, number: SaleNumber) -> tuple[int, tuple[Step, ...]]:
    """Points and steps of a sale, or of a receipt credited as one; LoyaltyError `sale-unknown`.

    What is pending says from when it can be used, as the last step.
    """
    with shop.store.reading() as view:
        entry = view.entry(number)
    sale = sale_in(entry) if entry else None
    if sale is None:
        raise LoyaltyError("sale-unknown", terminal=number.terminal, seq=number.seq)
    found = steps(sale.explanation, [sold.line.amount_minor for sold in sale.lines])
    if sale.vests_on is not None and sale.earned:
        vesting = ("on", sale.vests_on.isoformat()), ("points", sale.earned)
        found = (*found, ("vesting", vesting))
    return sale.earned, found
