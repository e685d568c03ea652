"""What a basket earns: the pipeline of program.md section 1, one step a function, in fixed order.

Each step takes the draft on and leaves its line in the explanation; what must be remembered for
limits, tiers and budgets leaves as counts, so that a return gives it back.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from loyalty.basket import Basket
from loyalty.count import Count
from loyalty.explanation import Explanation, Part
from loyalty.history import Scene
from loyalty.program import Program
from loyalty.rewards import VoucherTerms


@dataclass(frozen=True, slots=True)
class Draft:
    """An accrual under way. `paid` is the money that points paid, per line, in minor units.

    `by_line`: exact points each line has earned so far; what belongs to no line in particular is
    `loose`. `base`: base points per line, before multipliers; `visit`: base points of the visit.
    """

    basket: Basket
    program: Program
    paid: tuple[int, ...]
    scene: Scene = Scene()
    eligible: tuple[int, ...] = ()
    excluded: tuple[tuple[int, str], ...] = ()
    short_of_minor: int = 0
    base: tuple[Fraction, ...] = ()
    visit: Fraction = Fraction(0)
    by_line: tuple[Fraction, ...] = ()
    loose: Fraction = Fraction(0)
    parts: tuple[Part, ...] = ()
    trims: tuple[tuple[str, int], ...] = ()
    arms: tuple[tuple[str, str], ...] = ()
    tier: str = ""
    counts: tuple[Count, ...] = ()
    gifts: tuple[VoucherTerms, ...] = ()


@dataclass(frozen=True, slots=True)
class Accrual:
    """What a basket earns, why, what that adds to counts, and vouchers to hand out with it."""

    why: Explanation
    counts: tuple[Count, ...] = ()
    gifts: tuple[VoucherTerms, ...] = ()


def accrue(
    basket: Basket, program: Program, paid: tuple[int, ...] = (), scene: Scene = Scene()
) -> Accrual:
    """What a basket earns under a program, and why. `paid`: minor units per line paid by points."""
    draft = Draft(basket, program, paid or (0,) * len(basket.lines), scene)
    for step in PIPELINE:
        draft = step(draft)
    why = Explanation(
        program=program.number,
        eligible=draft.eligible,
        excluded=draft.excluded,
        paid_minor=sum(draft.paid),
        short_of_minor=draft.short_of_minor,
        parts=draft.parts,
        rounding=program.rounding,
        weights=_weights(draft),
        trims=draft.trims,
        arms=draft.arms,
        tier=draft.tier,
    )
    return Accrual(why, draft.counts, draft.gifts)


def eligible_amounts(draft: Draft) -> Draft:
    """Step 1: net of discounts, with or without tax, without exclusions and what points paid."""
    reasons = [draft.program.exclusions.why(line) for line in draft.basket.lines]
    amounts = []
    for line, paid, why in zip(draft.basket.lines, draft.paid, reasons, strict=True):
        whole = line.amount_minor if draft.program.with_tax else line.amount_minor - line.tax_minor
        unpaid = line.amount_minor - paid
        # Without tax, the paid part takes its share of the tax along; floor favours no one by more
        # than one minor unit, and the result is stored, so it is never computed twice.
        amounts.append(0 if why or not whole else whole * unpaid // line.amount_minor)
    excluded = tuple((i, why) for i, why in enumerate(reasons) if why)
    return replace(draft, eligible=tuple(amounts), excluded=excluded)


def base_points(draft: Draft) -> Draft:
    """Step 2: per money step, per visit, per item, in any combination; minimum spend.

    What points paid earns none of the three: a line paid half with points counts half its items,
    whole items over the basket, and a basket paid wholly with points is no visit. Otherwise a
    member could redeem their way to new points.
    """
    base, total = draft.program.base, sum(draft.eligible)
    nothing = (Fraction(0),) * len(draft.eligible)
    if total < base.minimum_spend_minor:
        return replace(
            draft, short_of_minor=base.minimum_spend_minor, base=nothing, by_line=nothing
        )
    earning = earning_units(draft)
    shares = zip(earning, draft.paid, draft.basket.lines, strict=True)
    lost = sum(Fraction(units * paid, line.amount_minor) for units, paid, line in shares if paid)
    items = sum(earning) - math.ceil(lost)
    parts = [
        Part("spend", base.points, base.step_minor, total),
        Part("visit", base.per_visit, 1, 1 if any(earning) else 0),
        Part("item", base.per_item, 1, items),
    ]
    per_item = Fraction(base.per_item * items, sum(earning)) if items > 0 else Fraction(0)
    by_line = tuple(
        Fraction(base.points * amount, base.step_minor) + per_item * units
        for amount, units in zip(draft.eligible, earning, strict=True)
    )
    visit = parts[1].exact
    kept = tuple(part for part in parts if part.points and part.amount)
    return replace(draft, parts=kept, base=by_line, by_line=by_line, visit=visit, loose=visit)


PIPELINE: tuple[Callable[[Draft], Draft], ...] = (eligible_amounts, base_points)


def earning_units(draft: Draft) -> tuple[int, ...]:
    """Units of each line that may earn: none of an excluded line, none where points paid all."""
    barred = {i for i, _ in draft.excluded}
    lines = enumerate(zip(draft.basket.lines, draft.paid, strict=True))
    return tuple(
        0 if i in barred or 0 < line.amount_minor == paid else line.units
        for i, (line, paid) in lines
    )


def _weights(draft: Draft) -> tuple[int, ...]:
    """How points go to lines: each its own, and what is of no line by eligible amount.

    Where nothing was to pay, by units; where nothing earned, by eligible amount, which is stored
    anyway. Whole numbers: the exact points over their common denominator.
    """
    fallback = draft.eligible if any(draft.eligible) else earning_units(draft)
    whole = sum(fallback)
    if not whole or not any(draft.by_line):
        return fallback
    shared = [
        own + draft.loose * Fraction(weight, whole)
        for own, weight in zip(draft.by_line, fallback, strict=True)
    ]
    shared = [max(Fraction(0), share) for share in shared]
    scale = math.lcm(*(share.denominator for share in shared))
    weights = [int(share * scale) for share in shared]
    shrink = math.gcd(*weights) or 1
    exact = tuple(weight // shrink for weight in weights)
    same = all(a * whole == b * sum(exact) for a, b in zip(exact, fallback, strict=True))
    return fallback if same else exact
