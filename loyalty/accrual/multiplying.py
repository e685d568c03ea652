"""Multipliers: what own brands, tiers, campaigns and quiet hours add to the base points of lines.

Inside a group the best factor wins, line by line; between groups the program says how they meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from loyalty.accrual.capping import barred, stopped
from loyalty.accrual.draft import Award, Draft
from loyalty.rules.campaign import Campaign
from loyalty.rules.earning import Combine, Multiplier

TIER, CAMPAIGN = "tier", "campaign"
"""The groups of a tier's factor and of campaigns; a program's own multiplier may join them."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """A multiplier and the places it means: lines, and behind the last one the visit."""

    rule: Multiplier
    places: tuple[int, ...]
    campaign: Campaign | None = None


def multiplied(draft: Draft) -> Draft:
    """Step of the pipeline: an award for every multiplier that wins on some line.

    The points of the visit are one more place to win, for multipliers that mean everything.
    """
    possible = draft.program.multipliers or draft.campaigns or draft.tier
    if not possible or not draft.earns:
        return draft
    offers: list[_Offer] = []
    for rule, campaign in _rules(draft):
        places = _places(rule, draft)
        if not places:
            continue
        why = barred(rule, draft.scene)
        if why:
            draft = draft.with_parts(stopped(rule, why))
        else:
            offers.append(_Offer(rule, places, campaign))
    if not offers:
        return draft
    added = _added(offers, (*draft.base, draft.visit), draft.program.combine)
    awards = tuple(
        _award(offer, points) for offer, points in zip(offers, added, strict=True) if any(points)
    )
    return replace(draft, awards=(*draft.awards, *awards))


def _award(offer: _Offer, points: Sequence[Fraction]) -> Award:
    word = _decimal(offer.rule.factor)
    return Award(offer.rule, tuple(points[:-1]), points[-1], campaign=offer.campaign, word=word)


def _rules(draft: Draft) -> Iterator[tuple[Multiplier, Campaign | None]]:
    """Multipliers for this member at this time, whatever is in the basket; earlier ones win ties.

    Those of a campaign come in the order of its priority.
    """
    on, minute = draft.scene.on, draft.scene.minute
    for rule in draft.program.multipliers:
        if rule.when.holds(on, minute) and (not rule.tiers or draft.tier in rule.tiers):
            yield rule, None
    levels = draft.program.tiers.levels if draft.program.tiers and draft.tier else ()
    for level in levels:
        if level.id == draft.tier:
            yield Multiplier(level.id, level.name, level.factor, TIER), None
    for campaign in draft.campaigns:
        for rule in campaign.multipliers:
            if rule.when.holds(on, minute) and (not rule.tiers or draft.tier in rule.tiers):
                yield replace(rule, group=CAMPAIGN), campaign


def _places(rule: Multiplier, draft: Draft) -> tuple[int, ...]:
    """Where a multiplier could win: lines it means that have base points, and the visit."""
    which, base = rule.which, draft.base
    lines = [i for i in which.among(draft.basket.lines) if base[i]]
    return (*lines, len(base)) if draft.visit and which.everything else tuple(lines)


def _added(
    offers: Sequence[_Offer], base: Sequence[Fraction], combine: Combine
) -> list[list[Fraction]]:
    """What each offer adds at each place."""
    added = [[Fraction(0)] * len(base) for _ in offers]
    gains: dict[tuple[int, ...], tuple[Fraction, ...]] = {}  # most places have the same winners
    for place, won in enumerate(_winners(offers, len(base))):
        if won not in gains:
            gains[won] = _gains([offers[number].rule.factor for number in won], combine)
        for number, gain in zip(won, gains[won], strict=True):
            added[number][place] = gain * base[place]
    return added


def _winners(offers: Sequence[_Offer], places: int) -> list[tuple[int, ...]]:
    """Which offers win at each place, the lowest factor first; of equal ones the later."""
    best: list[dict[str, int]] = [{} for _ in range(places)]
    for number in sorted(range(len(offers)), key=lambda n: -offers[n].rule.factor):
        for place in offers[number].places:
            best[place].setdefault(offers[number].rule.group, number)
    return [tuple(reversed(won.values())) for won in best]


def _gains(factors: Sequence[Fraction], combine: Combine) -> tuple[Fraction, ...]:
    """What factors add to a base point, the lowest first.

    Reductions first, to nothing at most: a limit may then take every boost and leave no debt.
    """
    factor, gains = Fraction(1), []
    for number, one in enumerate(factors):
        if combine is Combine.BEST and number < len(factors) - 1:
            after = factor
        elif combine is Combine.MULTIPLY:
            after = factor * one
        else:
            after = max(Fraction(0), factor + one - 1)
        gains.append(after - factor)
        factor = after
    return tuple(gains)


def _decimal(factor: Fraction) -> str:
    """A factor as its owner wrote it: at most three decimals, no zeros at the end."""
    whole, thousandths = divmod(factor.numerator * 1000 // factor.denominator, 1000)
    return f"{whole}.{thousandths:03d}".rstrip("0").rstrip(".")
