"""What a basket earns: the pipeline of program.md section 1, one step a function, in fixed order.

Steps 3 (multipliers), 4 (bonuses), 6 (caps) and 7 (vesting) have their place between these; each
takes the draft on and leaves its line in the explanation.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from loyalty.basket import Basket
from loyalty.explanation import Explanation, Part
from loyalty.program import Program


@dataclass(frozen=True, slots=True)
class Draft:
    """An accrual under way. `paid` is the money that points paid, per line, in minor units."""

    basket: Basket
    program: Program
    paid: tuple[int, ...]
    eligible: tuple[int, ...] = ()
    excluded: tuple[tuple[int, str], ...] = ()
    short_of_minor: int = 0
    parts: tuple[Part, ...] = ()


def accrue(basket: Basket, program: Program, paid: tuple[int, ...] = ()) -> Explanation:
    """What a basket earns under a program, and why. `paid`: minor units per line paid by points."""
    draft = Draft(basket, program, paid or (0,) * len(basket.lines))
    for step in PIPELINE:
        draft = step(draft)
    return Explanation(
        program=program.number,
        eligible=draft.eligible,
        excluded=draft.excluded,
        paid_minor=sum(draft.paid),
        short_of_minor=draft.short_of_minor,
        parts=draft.parts,
        rounding=program.rounding,
        weights=_weights(draft),
    )


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
    if total < base.minimum_spend_minor:
        return replace(draft, short_of_minor=base.minimum_spend_minor)
    earning = _earning_units(draft)
    shares = zip(earning, draft.paid, draft.basket.lines, strict=True)
    lost = sum(Fraction(units * paid, line.amount_minor) for units, paid, line in shares if paid)
    parts = [
        Part("spend", base.points, base.step_minor, total),
        Part("visit", base.per_visit, 1, 1 if any(earning) else 0),
        Part("item", base.per_item, 1, sum(earning) - math.ceil(lost)),
    ]
    return replace(draft, parts=tuple(p for p in parts if p.points and p.amount))


PIPELINE: tuple[Callable[[Draft], Draft], ...] = (eligible_amounts, base_points)


def _weights(draft: Draft) -> tuple[int, ...]:
    """How points go to lines: by eligible amount; where nothing was to pay, by units; else none."""
    return draft.eligible if sum(draft.eligible) else _earning_units(draft)


def _earning_units(draft: Draft) -> tuple[int, ...]:
    """Units of each line that may earn: none of an excluded line, none where points paid all."""
    barred = {i for i, _ in draft.excluded}
    lines = enumerate(zip(draft.basket.lines, draft.paid, strict=True))
    return tuple(
        0 if i in barred or 0 < line.amount_minor == paid else line.units
        for i, (line, paid) in lines
    )
