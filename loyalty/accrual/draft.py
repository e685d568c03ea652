"""An accrual under way, as it goes from step to step of the pipeline in `accrual`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from loyalty.accrual.explanation import Part
from loyalty.basket import Basket
from loyalty.ledger.count import Count
from loyalty.members.history import Scene
from loyalty.rules.campaign import Campaign
from loyalty.rules.earning import Bonus, Multiplier
from loyalty.rules.program import Program
from loyalty.rules.rewards import VoucherTerms


@dataclass(frozen=True, slots=True)
class Award:
    """Points of one rule on top of the base, exact: of each line, and `loose` of the whole sale.

    `times`: how often the rule was used. `word`: what the explanation says besides its name.
    `once`: a count that keeps it from being given again, whatever the limits say.
    Below zero only for a multiplier with a factor below one.
    """

    rule: Multiplier | Bonus
    by_line: tuple[Fraction, ...]
    loose: Fraction = Fraction(0)
    times: int = 1
    campaign: Campaign | None = None
    word: str = ""
    once: str = ""
    exact: Fraction = field(init=False, compare=False)
    """All of its points: asked by every step, so added up once."""

    def __post_init__(self) -> None:
        """Add up."""
        object.__setattr__(self, "exact", total((*self.by_line, self.loose)))

    def scaled(self, to: Fraction, times: int) -> Award:
        """The same award with fewer points in all."""
        share = to / self.exact if self.exact else Fraction(0)
        lines = tuple(points * share for points in self.by_line)
        return replace(self, by_line=lines, loose=self.loose * share, times=times)


@dataclass(frozen=True, slots=True)
class Draft:
    """`paid` is the money that points paid, per line, in minor units.

    `units` of each line that may earn: none of an excluded line, none where points paid all.
    `base`: base points per line, before multipliers; `visit`: base points of the visit. `awards`:
    what multipliers and bonuses add. `by_line`: exact points each line has earned so far; what
    belongs to no line in particular is `loose`. `campaigns`: those that hold for the member, higher
    priority first. `counts`: what the sale adds to counts, `gifts`: vouchers to hand out with it.
    """

    basket: Basket
    program: Program
    paid: tuple[int, ...]
    scene: Scene = Scene()
    eligible: tuple[int, ...] = ()
    units: tuple[int, ...] = ()
    excluded: tuple[tuple[int, str], ...] = ()
    short_of_minor: int = 0
    tier: str = ""
    base: tuple[Fraction, ...] = ()
    visit: Fraction = Fraction(0)
    campaigns: tuple[Campaign, ...] = ()
    awards: tuple[Award, ...] = ()
    by_line: tuple[Fraction, ...] = ()
    loose: Fraction = Fraction(0)
    parts: tuple[Part, ...] = ()
    trims: tuple[tuple[str, int], ...] = ()
    arms: tuple[tuple[str, str, str], ...] = ()
    counts: tuple[Count, ...] = ()
    gifts: tuple[VoucherTerms, ...] = ()

    @property
    def earns(self) -> bool:
        """Whether anything in the basket may earn; if not, no rule adds anything either."""
        return not self.short_of_minor and any(self.units)

    @property
    def exact(self) -> Fraction:
        """All points, before rounding and caps."""
        return total((*self.by_line, self.loose))

    def with_parts(self, *parts: Part) -> Draft:
        """With more said in the explanation."""
        return replace(self, parts=(*self.parts, *parts))

    def with_counts(self, *counts: Count) -> Draft:
        """With more to remember."""
        return replace(self, counts=(*self.counts, *counts))


def items(draft: Draft, lines: Iterable[int]) -> int:
    """Whole items of some lines that earn: a line paid half with points has half its items."""
    meant = tuple(lines)
    lost = sum(
        Fraction(draft.units[i] * draft.paid[i], draft.basket.lines[i].amount_minor)
        for i in meant
        if draft.paid[i]
    )
    return sum(draft.units[i] for i in meant) - math.ceil(lost)


def line_weights(draft: Draft) -> tuple[int, ...]:
    """How what belongs to no line is shared out: by eligible amount, without any by units."""
    return draft.eligible if any(draft.eligible) else draft.units


def total(shares: Iterable[Fraction]) -> Fraction:
    """The sum, over one common denominator: a basket is summed dozens of times a key stroke."""
    kept = [share for share in shares if share]
    scale = math.lcm(*(share.denominator for share in kept))
    return Fraction(sum(share.numerator * (scale // share.denominator) for share in kept), scale)


def whole_weights(
    by_line: Sequence[Fraction], loose: Fraction, weights: tuple[int, ...]
) -> tuple[int, ...]:
    """The points of each line with its share of the loose ones (by `weights`), as the smallest
    whole numbers in the same proportion; below zero counts as 0.
    """
    whole = sum(weights) if loose else 0
    shared = loose / whole if whole else Fraction(0)
    scale = math.lcm(shared.denominator, *(own.denominator for own in by_line))
    each = shared.numerator * (scale // shared.denominator)
    kept = [
        max(0, own.numerator * (scale // own.denominator) + each * weight)
        for own, weight in zip(by_line, weights, strict=True)
    ]
    shrink = math.gcd(*kept) or 1
    return tuple(weight // shrink for weight in kept)
