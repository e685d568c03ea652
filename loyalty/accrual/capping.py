"""What limits leave of an award, and what caps leave of a basket; and what is counted for both.

A limit is kept before rounding, exactly, and its use is counted in whole points rounded up, so
that it is never passed. Caps are kept after rounding, in whole points, over all rules together.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from loyalty.accrual.draft import Award, Draft, line_weights, total, whole_weights
from loyalty.accrual.explanation import Part
from loyalty.apportion import apportion
from loyalty.ledger.count import Count, points_of, times_of
from loyalty.members.history import Scene
from loyalty.points import rounded
from loyalty.rules.earning import Bonus, Multiplier
from loyalty.rules.limits import Limit, Period

TIMES = "times-"
"""Before the period of a limit on uses, where the explanation says which limit it was."""

Room = tuple[int, str]
"""Points or uses that are left, and the limit that leaves so few."""


def spent(limits: Iterable[Limit], rule: str, scene: Scene, only_times: bool = False) -> str:
    """Which limit leaves nothing (a period, or `times-` and a period), or an empty text."""
    told = tuple(limits)
    uses = times_room(told, rule, scene)
    if uses and uses[0] <= 0:
        return uses[1]
    points = None if only_times else points_room(told, rule, scene)
    return points[1] if points and points[0] <= 0 else ""


def points_room(limits: Iterable[Limit], rule: str, scene: Scene) -> Room | None:
    """Points the tightest limit leaves, None where there is none."""
    rooms = [
        (limit.points - _used(points_of(rule), limit.per, scene), limit.per.value)
        for limit in limits
        if limit.points is not None
    ]
    return min(rooms, key=lambda room: room[0], default=None)


def times_room(limits: Iterable[Limit], rule: str, scene: Scene) -> Room | None:
    """Uses the tightest limit leaves, None where there is none."""
    rooms = [
        (limit.times - _used(times_of(rule), limit.per, scene), f"{TIMES}{limit.per.value}")
        for limit in limits
        if limit.times is not None
    ]
    return min(rooms, key=lambda room: room[0], default=None)


def barred(rule: Multiplier | Bonus, scene: Scene) -> str:
    """Why a rule that would apply may not now: its limits, `cooldown`; or an empty text.

    A cooldown of one day means once a day: the rule is free again on the day so many days later.
    """
    if rule.cooldown_days:
        last = scene.history.last_day(times_of(rule.id))
        if last is not None and (scene.on - last).days < rule.cooldown_days:
            return "cooldown"
    return spent(rule.limits, rule.id, scene) if rule.limits else ""


def stopped(rule: Multiplier | Bonus, why: str) -> Part:
    """The line of an explanation that says why a rule gave nothing at all."""
    return Part("limit", 0, 1, 1, rule.id, rule.name, why)


def rules_limited(draft: Draft) -> Draft:
    """Step of the pipeline: trim every award to the limits of its own rule, and say so."""
    if not draft.awards:
        return draft
    awards, parts, counts = [], list(draft.parts), list(draft.counts)
    for award in draft.awards:
        kept, trims = _trimmed(award, draft.scene)
        parts += (_part(award), *trims)
        counts += _uses(kept, draft)
        awards.append(kept)
    return replace(draft, awards=tuple(awards), parts=tuple(parts), counts=tuple(counts))


def added_up(draft: Draft) -> Draft:
    """Step of the pipeline: awards on top of the base points, line by line."""
    if not draft.awards:
        return draft
    columns = zip(draft.by_line, *(award.by_line for award in draft.awards), strict=True)
    by_line = tuple(map(total, columns))
    loose = total((draft.loose, *(award.loose for award in draft.awards)))
    return replace(draft, by_line=by_line, loose=loose)


def capped(draft: Draft) -> Draft:
    """Step of the pipeline: the caps of the program, on the whole points of the basket."""
    if not draft.program.caps or not draft.earns:
        return draft
    left = rounded(draft.exact, draft.program.rounding)
    for cap in draft.program.caps:
        room = _cap_room(cap, draft.scene)
        if room is not None and left > room:
            draft = replace(draft, trims=(*draft.trims, (cap.per.value, left - room)))
            left = room
    return draft


def limit_part(rule: str, name: str, trimmed: Fraction, why: str) -> Part:
    """What a limit took, as the explanation keeps it."""
    return Part("limit", -trimmed.numerator, trimmed.denominator, 1, rule, name, why)


def shares_of(awards: Iterable[Award], amount: int, draft: Draft) -> tuple[int, ...]:
    """How a count of some awards belongs to lines; empty where they belong to the whole sale."""
    told = tuple(awards)
    if not any(any(award.by_line) for award in told):
        return ()
    if len(told) == 1:
        lines, loose = told[0].by_line, told[0].loose
    else:
        lines = tuple(map(total, zip(*(award.by_line for award in told), strict=True)))
        loose = total(award.loose for award in told)
    weights = whole_weights(lines, loose, line_weights(draft))
    return apportion(amount, weights) if any(weights) else ()


def _used(name: str, per: Period, scene: Scene) -> int:
    return 0 if per is Period.BASKET else scene.history.count(name, per, scene.on)


def _cap_room(cap: Limit, scene: Scene) -> int | None:
    """Points a cap leaves; caps are of points only (`program_checks`)."""
    if cap.points is None:
        return None
    before = 0 if cap.per is Period.BASKET else scene.history.earned(cap.per, scene.on)
    return max(0, cap.points - before)


def _part(award: Award) -> Part:
    rule, exact = award.rule, award.exact
    if isinstance(rule, Bonus):
        return Part("bonus", rule.points, 1, award.times, rule.id, rule.name)
    part = exact.numerator, exact.denominator
    return Part("times", *part, 1, rule.id, rule.name, award.word)


def _trimmed(award: Award, scene: Scene) -> tuple[Award, tuple[Part, ...]]:
    rule, parts = award.rule, []
    if not rule.limits:
        return award, ()
    uses = times_room(rule.limits, rule.id, scene)
    if uses and award.times > uses[0]:
        kept = award.scaled(award.exact * Fraction(uses[0], award.times), uses[0])
        parts.append(limit_part(rule.id, rule.name, award.exact - kept.exact, uses[1]))
        award = kept
    room = points_room(rule.limits, rule.id, scene)
    if room and award.exact > room[0]:
        parts.append(limit_part(rule.id, rule.name, award.exact - room[0], room[1]))
        award = award.scaled(Fraction(room[0]), award.times)
    return award, tuple(parts)


def _uses(award: Award, draft: Draft) -> Iterator[Count]:
    """What must be remembered of a rule's use, and nothing where no rule will ask."""
    rule, on, exact = award.rule, draft.scene.on, award.exact
    if exact <= 0:
        return
    lasting = [limit for limit in rule.limits if limit.per is not Period.BASKET]
    if any(limit.points is not None for limit in lasting):
        points = math.ceil(exact)
        yield Count(points_of(rule.id), points, on, shares=shares_of((award,), points, draft))
    timed = bool(rule.cooldown_days) or any(limit.times is not None for limit in lasting)
    if timed:
        shares = shares_of((award,), award.times, draft)
        yield Count(times_of(rule.id), award.times, on, shares=shares)
    if award.once and not (timed and award.once == times_of(rule.id)):
        yield Count(award.once, 1, on)
