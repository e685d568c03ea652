"""What a basket earns: the pipeline of program.md section 1, one step a function, in fixed order.

Each step takes the draft on and leaves its line in the explanation; what must be remembered for
limits, tiers and budgets leaves as counts, so that a return gives it back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from loyalty.accrual.bonuses import qualifying, rewarded
from loyalty.accrual.budgeting import campaigns_counted, campaigns_limited
from loyalty.accrual.campaigning import campaigns_held, tier_at, vouchers_given
from loyalty.accrual.capping import added_up, capped, rules_limited
from loyalty.accrual.draft import Draft, items, line_weights, whole_weights
from loyalty.accrual.explanation import Explanation, Part
from loyalty.accrual.multiplying import multiplied
from loyalty.accrual.stamping import stamps
from loyalty.apportion import apportion
from loyalty.basket import Basket
from loyalty.ledger.count import QUALIFYING, Count
from loyalty.members.history import Scene
from loyalty.rules.levels import Measure
from loyalty.rules.program import Program
from loyalty.rules.rewards import VoucherTerms

__all__ = ["PIPELINE", "Accrual", "Draft", "accrue"]


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
    units = tuple(
        0 if why or 0 < line.amount_minor == paid else line.units
        for line, paid, why in zip(draft.basket.lines, draft.paid, reasons, strict=True)
    )
    return replace(draft, eligible=tuple(amounts), units=units, excluded=excluded)


def base_points(draft: Draft) -> Draft:
    """Step 2: per money step, per visit, per item, in any combination; minimum spend.

    What points paid earns none of the three: a line paid half with points counts half its items,
    whole items over the basket, and a basket paid wholly with points is no visit. Otherwise a
    member could redeem their way to new points.
    """
    base, total = draft.program.base, sum(draft.eligible)
    nothing = (Fraction(0),) * len(draft.eligible)
    if total < base.minimum_spend_minor:
        short = base.minimum_spend_minor
        return replace(draft, short_of_minor=short, base=nothing, by_line=nothing)
    earning = draft.units
    count = items(draft, range(len(earning)))
    parts = [
        Part("spend", base.points, base.step_minor, total),
        Part("visit", base.per_visit, 1, 1 if any(earning) else 0),
        Part("item", base.per_item, 1, count),
    ]
    per_item = Fraction(base.per_item * count, sum(earning)) if count > 0 else Fraction(0)
    by_line = tuple(
        Fraction(base.points * amount, base.step_minor) + per_item * units
        for amount, units in zip(draft.eligible, earning, strict=True)
    )
    visit = parts[1].exact
    kept = tuple(part for part in parts if part.points and part.amount)
    return replace(draft, parts=kept, base=by_line, by_line=by_line, visit=visit, loose=visit)


def tier_before(draft: Draft) -> Draft:
    """The member's tier before this sale: what it gives counts from the next one on."""
    tier = tier_at(draft.program, draft.scene)
    return replace(draft, tier=tier) if tier else draft


def qualifying_counted(draft: Draft) -> Draft:
    """What counts to a tier, where tiers are measured in points; spend and visits count anyway."""
    rules = draft.program.tiers
    if rules is None or rules.measure is not Measure.POINTS:
        return draft
    points = qualifying(draft)
    weights = whole_weights(draft.base, draft.visit, line_weights(draft))
    if not points or not any(weights):
        return draft
    shares = apportion(points, weights)
    return draft.with_counts(Count(QUALIFYING, points, draft.scene.on, shares=shares))


def stamped(draft: Draft) -> Draft:
    """Stamps are no points: no minimum spend and no cap of the points is asked."""
    return draft.with_counts(*stamps(draft)) if draft.program.stamps else draft


PIPELINE: tuple[Callable[[Draft], Draft], ...] = (
    eligible_amounts,
    base_points,
    tier_before,
    campaigns_held,
    multiplied,
    rewarded,
    rules_limited,
    campaigns_limited,
    added_up,
    capped,
    vouchers_given,
    campaigns_counted,
    qualifying_counted,
    stamped,
)


def _weights(draft: Draft) -> tuple[int, ...]:
    """How points go to lines: each its own, and what is of no line by eligible amount.

    Where nothing was to pay, by units; where nothing earned, by eligible amount, which is stored
    anyway. Whole numbers: the exact points over their common denominator.
    """
    fallback = line_weights(draft)
    whole = sum(fallback)
    if not whole or not any(draft.by_line):
        return fallback
    exact = whole_weights(draft.by_line, draft.loose, fallback)
    of = sum(exact)
    same = all(a * whole == b * of for a, b in zip(exact, fallback, strict=True))
    return fallback if same else exact
