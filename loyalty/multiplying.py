"""Multipliers: what own brands, tiers, campaigns and quiet hours add to the base points of lines.

Inside a group the best factor wins, line by line; between groups the program says how they meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from loyalty.basket import Line
from loyalty.campaign import Campaign
from loyalty.capping import barred, stopped
from loyalty.draft import Award, Draft
from loyalty.earning import Combine, Multiplier

TIER, CAMPAIGN = "tier", "campaign"
"""The groups of a tier's factor and of campaigns; a program's own multiplier may join them."""


@dataclass(frozen=True, slots=True)
class _Offer:
    rule: Multiplier
    campaign: Campaign | None = None

    @property
    def above(self) -> Fraction:
        """What it adds to each base point."""
        return self.rule.factor - 1


def multiplied(draft: Draft) -> Draft:
    """Step of the pipeline: an award for every multiplier that wins on some line.

    The points of the visit are one more place to win, for multipliers that mean everything.
    """
    possible = draft.program.multipliers or draft.campaigns or draft.tier
    if not possible or not draft.earns:
        return draft
    offers: list[_Offer] = []
    for offer in _offers(draft):
        if not any(_touched(offer.rule, draft)):
            continue
        why = barred(offer.rule, draft.scene)
        if why:
            draft = draft.with_parts(stopped(offer.rule, why))
        else:
            offers.append(offer)
    if not offers:
        return draft
    base = (*draft.base, draft.visit)
    added = [[Fraction(0)] * len(base) for _ in offers]
    for place, points in enumerate(base):
        line = draft.basket.lines[place] if place < len(draft.base) else None
        for number, above in _won(offers, line, draft.program.combine) if points else ():
            added[number][place] = above * points
    awards = tuple(
        _award(offer, points) for offer, points in zip(offers, added, strict=True) if any(points)
    )
    return replace(draft, awards=(*draft.awards, *awards))


def _award(offer: _Offer, points: Sequence[Fraction]) -> Award:
    word = _decimal(offer.rule.factor)
    return Award(offer.rule, tuple(points[:-1]), points[-1], campaign=offer.campaign, word=word)


def _offers(draft: Draft) -> Iterator[_Offer]:
    """Multipliers for this member at this time, whatever is in the basket; earlier ones win ties.

    Those of a campaign come in the order of its priority.
    """
    on, minute = draft.scene.on, draft.scene.minute
    for rule in draft.program.multipliers:
        if rule.when.holds(on, minute) and (not rule.tiers or draft.tier in rule.tiers):
            yield _Offer(rule)
    levels = draft.program.tiers.levels if draft.program.tiers and draft.tier else ()
    for level in levels:
        if level.id == draft.tier:
            yield _Offer(Multiplier(level.id, level.name, level.factor, TIER))
    for campaign in draft.campaigns:
        for rule in campaign.multipliers:
            if rule.when.holds(on, minute) and (not rule.tiers or draft.tier in rule.tiers):
                yield _Offer(replace(rule, group=CAMPAIGN), campaign)


def _touched(rule: Multiplier, draft: Draft) -> Iterator[bool]:
    yield bool(draft.visit) and rule.which.everything
    for line, points in zip(draft.basket.lines, draft.base, strict=True):
        yield bool(points) and rule.which.holds(line)


def _won(
    offers: Sequence[_Offer], line: Line | None, combine: Combine
) -> Iterator[tuple[int, Fraction]]:
    """Which offers win at a place, and what each adds to a base point there."""
    best: dict[str, int] = {}
    for number, offer in enumerate(offers):
        which = offer.rule.which
        if not (which.holds(line) if line else which.everything):
            continue
        held = best.get(offer.rule.group)
        if held is None or offers[held].above < offer.above:
            best[offer.rule.group] = number
    # Reductions first, to nothing at most: a limit may then take every boost and leave no debt.
    winners = sorted(best.values(), key=lambda number: (offers[number].above, -number))
    factor = Fraction(1)
    for number in winners[-1:] if combine is Combine.BEST else winners:
        if combine is Combine.MULTIPLY:
            after = factor * offers[number].rule.factor
        else:
            after = max(Fraction(0), factor + offers[number].above)
        yield number, after - factor
        factor = after


def _decimal(factor: Fraction) -> str:
    """A factor as its owner wrote it: at most three decimals, no zeros at the end."""
    whole, thousandths = divmod(factor.numerator * 1000 // factor.denominator, 1000)
    return f"{whole}.{thousandths:03d}".rstrip("0").rstrip(".")
