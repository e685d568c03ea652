"""Bonuses: points on top of a sale for a reason, such as the first purchase or a birthday.

Every kind asks for the eligible amount of `spend_minor` and for something of `which` that earns.
Bonuses for products and sets belong to their lines and go back with them; others to the sale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from loyalty.accrual.capping import barred, stopped
from loyalty.accrual.draft import Award, Draft, items
from loyalty.accrual.tier import tier_of
from loyalty.days import yearly
from loyalty.ledger.count import QUALIFYING, SPEND, VISITS, Count, times_of
from loyalty.points import rounded
from loyalty.rules.campaign import Campaign
from loyalty.rules.earning import Bonus, BonusKind


def rewarded(draft: Draft) -> Draft:
    """Step of the pipeline: an award for every bonus whose reason is given."""
    if not (draft.program.bonuses or draft.campaigns) or not draft.earns:
        return draft
    awards, parts = list(draft.awards), list(draft.parts)
    for bonus, campaign in _offers(draft):
        award = _KINDS[bonus.kind](bonus, draft)
        if award is None or not award.exact:
            continue
        why = barred(bonus, draft.scene)
        if why:
            parts.append(stopped(bonus, why))
        else:
            awards.append(replace(award, campaign=campaign) if campaign else award)
    return replace(draft, awards=tuple(awards), parts=tuple(parts))


def qualifying(draft: Draft) -> int:
    """Whole points of a sale that count to a tier: the base, before multipliers and bonuses."""
    return rounded(sum(draft.base, draft.visit), draft.program.rounding)


def _offers(draft: Draft) -> Iterator[tuple[Bonus, Campaign | None]]:
    """Bonuses for this member, time and amount, whatever else their kind asks."""
    own = ((bonus, None) for bonus in draft.program.bonuses)
    theirs = ((bonus, one) for one in draft.campaigns for bonus in one.bonuses)
    scene = draft.scene
    for bonus, campaign in (*own, *theirs):
        if not bonus.when.holds(scene.on, scene.minute):
            continue
        if bonus.tiers and draft.tier not in bonus.tiers:
            continue
        lines = _meant(bonus, draft)
        if lines and sum(draft.eligible[i] for i in lines) >= bonus.spend_minor:
            yield bonus, campaign


def _meant(bonus: Bonus, draft: Draft) -> tuple[int, ...]:
    """Lines of `which` that earn."""
    return tuple(i for i in bonus.which.among(draft.basket.lines) if draft.units[i])


def _loose(bonus: Bonus, draft: Draft, once: str = "") -> Award:
    nothing = (Fraction(0),) * len(draft.basket.lines)
    return Award(bonus, nothing, Fraction(bonus.points), once=once)


def _spend(bonus: Bonus, draft: Draft) -> Award | None:
    return _loose(bonus, draft)


def _first(bonus: Bonus, draft: Draft) -> Award | None:
    """No purchase is left: one that was taken back was none."""
    if draft.scene.standing is None or draft.scene.history.visits > 0:
        return None
    return _loose(bonus, draft)


def _nth(bonus: Bonus, draft: Draft) -> Award | None:
    if draft.scene.standing is None or bonus.nth < 1:
        return None
    number = draft.scene.history.visits + 1
    reached = number % bonus.nth == 0 if bonus.every else number == bonus.nth
    return _loose(bonus, draft) if reached else None


def _again(bonus: Bonus, draft: Draft) -> Award | None:
    """The purchase before this one was `within_days` ago, and not today."""
    last = draft.scene.history.last_visit
    if last is None or not 0 < (draft.scene.on - last).days <= bonus.within_days:
        return None
    return _loose(bonus, draft)


def _birthday(bonus: Bonus, draft: Draft) -> Award | None:
    standing = draft.scene.standing
    born = standing.member.birthday if standing else None
    return _yearly(bonus, draft, born.month, born.day, date.min) if born else None


def _anniversary(bonus: Bonus, draft: Draft) -> Award | None:
    """Of joining: the first one is a year later."""
    standing = draft.scene.standing
    joined = standing.member.joined_on if standing else None
    return _yearly(bonus, draft, joined.month, joined.day, joined) if joined else None


def _yearly(bonus: Bonus, draft: Draft, month: int, day: int, after: date) -> Award | None:
    """Once in the window around a day of the year, and once a year of the member's own.

    The year counts from its day, not from New Year: a window over New Year is one window. Given
    again only after a year less the window, so that a corrected birthday is not a second one.
    """
    on, window = draft.scene.on, bonus.days_before + bonus.days_after
    kept = _kept_day(bonus, month, day, on)
    if kept is None or kept <= after:
        return None
    once = _own_count(bonus, draft)
    for given in _days_of(once, draft):
        if _kept_day(bonus, month, day, given) == kept or 0 <= (on - given).days < 365 - window:
            return None
    return _loose(bonus, draft, once)


def _own_count(bonus: Bonus, draft: Draft) -> str:
    """Who shares an account with a household still has a birthday of their own."""
    standing = draft.scene.standing
    if standing is None or standing.member.id == standing.member.owner:
        return times_of(bonus.id)
    return times_of(f"{bonus.id}:{standing.member.id}")


def _days_of(name: str, draft: Draft) -> Iterator[date]:
    for day, amount in draft.scene.history.of(name):
        if day is not None and amount > 0:
            yield day


def _kept_day(bonus: Bonus, month: int, day: int, on: date) -> date | None:
    """The day of this, the last or the next year in whose window a day lies; the nearest one."""
    years = range(max(1, on.year - 1), min(date.max.year, on.year + 1) + 1)
    days = [yearly(month, day, year) for year in years]
    held = [one for one in days if -bonus.days_before <= (on - one).days <= bonus.days_after]
    return min(held, key=lambda one: abs((on - one).days), default=None)


def _product(bonus: Bonus, draft: Draft) -> Award | None:
    lines = _meant(bonus, draft)
    bought, needed = items(draft, lines), max(1, bonus.units)
    if bought < needed:
        return None
    times = bought // needed if bonus.per_unit else 1
    units = draft.units
    by_line = _shared(bonus.points * times, [units[i] if i in lines else 0 for i in _all(draft)])
    return Award(bonus, by_line, times=times)


def _set(bonus: Bonus, draft: Draft) -> Award | None:
    """Every part needs a unit of its own: one croissant is not both halves of a breakfast."""
    places = _matched(bonus, draft)
    if not places:
        return None
    by_line = _shared(bonus.points, [places.count(i) for i in _all(draft)])
    return Award(bonus, by_line)


def _matched(bonus: Bonus, draft: Draft) -> list[int]:
    """A line for each part, as augmenting paths find it; empty where some part has none."""
    left = [items(draft, [i]) for i in _all(draft)]
    fits = [
        [i for i, line in enumerate(draft.basket.lines) if left[i] > 0 and part.holds(line)]
        for part in bonus.parts
    ]
    taken: list[list[int]] = [[] for _ in left]

    def place(part: int, seen: set[int]) -> bool:
        for i in fits[part]:
            if i in seen:
                continue
            seen.add(i)
            if len(taken[i]) < left[i]:
                taken[i].append(part)
                return True
            for other in taken[i]:
                if place(other, seen):
                    taken[i].remove(other)
                    taken[i].append(part)
                    return True
        return False

    if not all(place(part, set()) for part in range(len(fits))):
        return []
    return [i for i, parts in enumerate(taken) for _ in parts]


def _tier_welcome(bonus: Bonus, draft: Draft) -> Award | None:
    """This sale takes the member into a higher tier; into each one once, even after a fall."""
    standing, rules, on = draft.scene.standing, draft.program.tiers, draft.scene.on
    if standing is None or rules is None:
        return None
    height = {level.id: level.threshold for level in rules.levels}
    now = height.get(draft.tier, -1)
    if now == max(height.values(), default=now):
        return None
    after = draft.scene.history.with_counts(
        (
            Count(VISITS, 1, on),
            Count(SPEND, sum(draft.eligible), on),
            Count(QUALIFYING, qualifying(draft), on),
        )
    )
    reached = tier_of(rules, standing.tier_member, after, on)
    if not reached or height[reached] <= now:
        return None
    once = times_of(f"{bonus.id}:{reached}")
    if bonus.tier not in ("", reached) or draft.scene.history.count(once):
        return None
    return _loose(bonus, draft, once)


def _all(draft: Draft) -> range:
    return range(len(draft.basket.lines))


def _shared(points: int, weights: Sequence[int]) -> tuple[Fraction, ...]:
    whole = sum(weights)
    return tuple(Fraction(points * weight, whole) for weight in weights)


_KINDS: dict[BonusKind, Callable[[Bonus, Draft], Award | None]] = {
    BonusKind.SPEND: _spend,
    BonusKind.FIRST: _first,
    BonusKind.NTH: _nth,
    BonusKind.AGAIN: _again,
    BonusKind.BIRTHDAY: _birthday,
    BonusKind.ANNIVERSARY: _anniversary,
    BonusKind.PRODUCT: _product,
    BonusKind.SET: _set,
    BonusKind.TIER_WELCOME: _tier_welcome,
}
