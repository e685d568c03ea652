"""Whether a member is one of an audience, and what must be known of their past to tell.

The store reads no more than `days_since` and `asked` say: most programs ask for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from loyalty.days import yearly
from loyalty.members.history import History, Scene, Standing
from loyalty.members.member import Birthday
from loyalty.rules.audience import Audience, Bought
from loyalty.rules.earning import Bonus, BonusKind, Multiplier
from loyalty.rules.limits import Limit, Period
from loyalty.rules.program import Program


def meets(audience: Audience, scene: Scene, tier: str = "") -> bool:
    """Whether all conditions of an audience hold for the member at the counter.

    `tier`: theirs on this day. Nobody at the counter is in no audience but the one without any
    condition. What was bought is looked up in `scene.history.bought`, see `asked`.
    """
    if audience == Audience():
        return True
    standing, on = scene.standing, scene.on
    if standing is None:
        return False
    return (
        (not audience.tiers or tier in audience.tiers)
        and all(holds(audience, standing, on) for holds in _CONDITIONS)
        and (not audience.any_of or any(meets(one, scene, tier) for one in audience.any_of))
        and not any(meets(one, scene, tier) for one in audience.none_of)
    )


def asked(program: Program) -> tuple[Bought, ...]:
    """The purchases that audiences ask for: the keys of `History.bought`, each once."""
    every = (b for one in _audiences(program) for b in (*one.bought, *one.never_bought))
    return tuple(dict.fromkeys(every))


def days_since(program: Program, on: date) -> date | None:
    """From which day on the days of a member's history are needed on a day; None: no history.

    `on` itself where only counts are needed, the first day there is where all purchases count.
    """
    needed = [*_days_of_rules(program, on), *_days_of_audiences(program, on)]
    if program.caps:
        needed.extend(_began(limit, on) for limit in program.caps)
    if program.tiers is not None:
        needed.append(date.min)
    if not needed and _counts(program):
        return on
    return min(needed, default=None)


def days_back(on: date, days: int) -> date:
    """So many days before, or the first day there is."""
    return on - timedelta(days=min(days, (on - date.min).days))


def _named(audience: Audience, standing: Standing, _on: date) -> bool:
    member = standing.member
    mine = {str(member.id), str(member.owner)}
    return (
        (not audience.members or not mine.isdisjoint(audience.members))
        and (not audience.segments or member.segment in audience.segments)
        and (not audience.languages or any(_speaks(member.language, x) for x in audience.languages))
    )


def _speaks(language: str, wanted: str) -> bool:
    """`zh` is spoken by whoever speaks `zh_CN`."""
    spoken = language.replace("_", "-").lower()
    return spoken == wanted.lower() or spoken.startswith(f"{wanted.lower()}-")


def _joined(audience: Audience, standing: Standing, _on: date) -> bool:
    joined, since, before = standing.member.joined_on, audience.joined_since, audience.joined_before
    return (since is None or since <= joined) and (before is None or joined < before)


def _lapsed(audience: Audience, standing: Standing, on: date) -> bool:
    if audience.lapsed_days is None:
        return True
    last = standing.history.last_visit
    return last is not None and (on - last).days >= audience.lapsed_days


def _birthday(audience: Audience, standing: Standing, on: date) -> bool:
    if audience.birthday_within_days is None:
        return True
    born = standing.member.birthday
    return born is not None and _days_to(born, on) <= audience.birthday_within_days


def _days_to(born: Birthday, on: date) -> int:
    this = born.in_year(on.year)
    if this >= on or on.year == date.max.year:
        return (this - on).days if this >= on else date.max.year
    return (yearly(born.month, born.day, on.year + 1) - on).days


def _purchases(audience: Audience, standing: Standing, on: date) -> bool:
    bought = standing.history.bought
    return all(_recent(one, bought.get(one), on) for one in audience.bought) and not any(
        _recent(one, bought.get(one), on) for one in audience.never_bought
    )


def _recent(wanted: Bought, last: date | None, on: date) -> bool:
    if last is None:
        return False
    return wanted.within_days is None or (on - last).days <= wanted.within_days


def _spending(audience: Audience, standing: Standing, on: date) -> bool:
    visits, spend = _so_far(standing.history, audience.in_days, on)
    if audience.visits_at_least is not None and visits < audience.visits_at_least:
        return False
    if audience.spent_at_least_minor is not None and spend < audience.spent_at_least_minor:
        return False
    if audience.average_below_minor is None:
        return True
    visits, spend = _so_far(standing.history, None, on)
    return visits > 0 and spend < audience.average_below_minor * visits


def _so_far(history: History, in_days: int | None, on: date) -> tuple[int, int]:
    first = date.min if in_days is None else days_back(on, in_days)
    days = [day for day in history.days if first <= day.on <= on]
    return sum(day.visits for day in days), sum(day.spend_minor for day in days)


_CONDITIONS: tuple[Callable[[Audience, Standing, date], bool], ...] = (
    _named,
    _joined,
    _lapsed,
    _birthday,
    _purchases,
    _spending,
)


def _audiences(program: Program) -> Iterator[Audience]:
    """Every audience of a program, and those within them."""
    left = [campaign.audience for campaign in program.campaigns]
    while left:
        audience = left.pop(0)
        yield audience
        left = [*audience.any_of, *audience.none_of, *left]


def _days_of_audiences(program: Program, on: date) -> Iterator[date]:
    for one in _audiences(program):
        if one.lapsed_days is not None or one.average_below_minor is not None:
            yield date.min
        if one.visits_at_least is not None or one.spent_at_least_minor is not None:
            yield date.min if one.in_days is None else days_back(on, one.in_days)


def _days_of_rules(program: Program, on: date) -> Iterator[date]:
    for bonus in _bonuses(program):
        if bonus.kind is BonusKind.AGAIN:
            yield days_back(on, bonus.within_days)
        elif bonus.kind in (BonusKind.FIRST, BonusKind.NTH):
            yield date.min


def _bonuses(program: Program) -> Iterator[Bonus]:
    yield from program.bonuses
    for campaign in program.campaigns:
        yield from campaign.bonuses


def _began(limit: Limit, on: date) -> date:
    return limit.per.began(on)


def _counts(program: Program) -> bool:
    """Whether any rule remembers something of a member besides days: limits, arms, stamps."""
    if program.stamps or any(campaign.trial for campaign in program.campaigns):
        return True
    once = (BonusKind.BIRTHDAY, BonusKind.ANNIVERSARY)
    if any(bonus.kind in once for bonus in _bonuses(program)):
        return True
    multipliers = (m for c in program.campaigns for m in c.multipliers)
    rules: tuple[Multiplier | Bonus, ...] = (
        *program.multipliers,
        *multipliers,
        *_bonuses(program),
    )
    limited: Iterable[tuple[Limit, ...]] = (
        *(rule.limits for rule in rules),
        *(campaign.limits for campaign in program.campaigns),
        *(reward.limits for reward in program.all_rewards),
    )
    lasting = any(limit.per is not Period.BASKET for limits in limited for limit in limits)
    return lasting or any(rule.cooldown_days for rule in rules)
