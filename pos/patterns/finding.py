"""A week's patterns: who stands out in what, from the shop's own books."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from pos.patterns import definitions
from pos.patterns.definitions import PATTERNS, Pattern
from pos.patterns.judging import Counted, Judged, against, judged
from pos.store.columns import day_number
from pos.store.deeds import Mark
from pos.store.patterns import (
    Asking,
    ByHand,
    Days,
    Tried,
    adjustments,
    late_attached,
    one_till,
    own_cards,
    quick_repeats,
    returns_without_goods,
    visits,
    voids,
)

KIOSK = "kiosk"
"""Under this name a kiosk credits what customers bring themselves."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Somebody who stands out: `hits` of `tries`, where `expected` would be usual here."""

    pattern: str
    operator: str
    member: UUID | None
    hits: int
    tries: int
    expected: float
    rate: float
    chance: float


@dataclass(frozen=True, slots=True)
class Looked:
    """What a pattern was looked for in, and who stands out; the clearest first."""

    pattern: Pattern
    first: date
    last: date
    subjects: int
    tries: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class House:
    """What patterns need to know besides the books: whose card is whose, and what each operator
    may adjust alone on a day (None: without a limit).
    """

    marks: tuple[Mark, ...]
    alone: Mapping[str, int | None]

    @property
    def own(self) -> frozenset[tuple[str, UUID]]:
        """Operators with their own cards."""
        return frozenset((one.operator, one.member) for one in self.marks if one.operator)

    @property
    def marked(self) -> frozenset[UUID]:
        """Members whom figures leave out."""
        return frozenset(one.member for one in self.marks)


def look(
    view: Asking,
    house: House,
    last: date,
    step: Callable[[str, int, int], None] = lambda _name, _done, _of: None,
) -> tuple[Looked, ...]:
    """Every pattern of the week (or the weeks) up to `last`, that day included."""
    found = []
    for number, pattern in enumerate(PATTERNS):
        step(f"pattern-{pattern.key}", number, len(PATTERNS))
        first = last - timedelta(days=pattern.days - 1)
        since = first - timedelta(days=pattern.before)
        days = Days(day_number(since), day_number(first), day_number(last))
        tries, subjects, findings = _LOOKS[pattern.key](pattern, view, house, days)
        ordered = tuple(sorted(findings, key=lambda one: (one.chance, one.operator)))
        found.append(Looked(pattern, first, last, subjects, tries, ordered))
    return tuple(found)


_Found = tuple[int, int, list[Finding]]


def _stand_out(pattern: Pattern, rows: Iterable[Tried]) -> _Found:
    """Each beside all others, their own earlier days left out of the rate."""
    tried = list(rows)
    now = [one for one in tried if one.tries]
    hits = sum(one.hits + one.hits_before for one in tried)
    tries = sum(one.tries + one.tries_before for one in tried)
    mine: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in tried:  # whoever does it with many cards is not their own excuse
        mine[one.operator][0] += one.hits + one.hits_before
        mine[one.operator][1] += one.tries + one.tries_before
    findings = []
    for one in now:
        own_hits, own_tries = mine[one.operator]
        counted = Counted(one.hits, one.tries, hits - own_hits, tries - own_tries)
        said = judged(pattern, counted, len(now))
        if said.stands_out:
            findings.append(_finding(pattern, one, said))
    return sum(one.tries for one in now), len(now), findings


def _finding(pattern: Pattern, one: Tried, said: Judged) -> Finding:
    return Finding(
        *(pattern.key, one.operator, one.member, one.hits, one.tries),
        *(said.expected, said.rate, said.chance),
    )


def _own_card(pattern: Pattern, view: Asking, house: House, days: Days) -> _Found:
    return _stand_out(pattern, own_cards(view, days))


def _same_card(pattern: Pattern, view: Asking, house: House, days: Days) -> _Found:
    rows = quick_repeats(view, days, definitions.WITHIN_MS)
    return _stand_out(pattern, (one for one in rows if one.member not in house.marked))


def _after_payment(pattern: Pattern, view: Asking, house: House, days: Days) -> _Found:
    """Beside all visits of the member: whoever forgets a card now and then is no case."""
    seen = visits(view, days)
    rows = [
        Tried(
            *(one.operator, one.member, one.hits),
            one.tries + seen.get(one.member, (0, 0))[0] if one.member else one.tries,
            one.hits_before,
            one.tries_before + seen.get(one.member, (0, 0))[1] if one.member else one.tries_before,
        )
        for one in late_attached(view, days, definitions.AFTER_MS)
        if one.operator != KIOSK and one.member not in house.marked
    ]
    claimers = {one.member for one in rows}
    rest = [("", who, now, before) for who, (now, before) in seen.items() if who not in claimers]
    silent = [Tried(who, member, 0, now, 0, before) for who, member, now, before in rest]
    return _stand_out(pattern, [*rows, *silent])


def _under_limit(pattern: Pattern, view: Asking, house: House, days: Days) -> _Found:
    sums: dict[tuple[str, int], int] = defaultdict(int)
    for one in adjustments(view, days):
        if not one.approved and house.alone.get(one.operator):
            sums[one.operator, one.day] += abs(one.points)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for (operator, day), total in sums.items():
        most = house.alone[operator] or 0
        near = definitions.NEAR * most <= 100 * total <= 100 * most
        at = 0 if day >= days.first else 2
        counts[operator][at] += near
        counts[operator][at + 1] += 1
    rows = [Tried(who, None, *told) for who, told in sorted(counts.items())]
    return _stand_out(pattern, rows)


def _by_operator(
    ask: Callable[[Asking, Days], list[Tried]],
    pattern: Pattern,
    view: Asking,
    house: House,
    days: Days,
) -> _Found:
    return _stand_out(pattern, ask(view, days))


def _own_favour(pattern: Pattern, view: Asking, house: House, days: Days) -> _Found:
    given: dict[tuple[str, UUID], list[ByHand]] = defaultdict(list)
    every = adjustments(view, days)
    for one in every:
        if one.points > 0 and one.member and (one.operator, one.member) in house.own:
            given[one.operator, one.member].append(one)
    by: dict[str, int] = defaultdict(int)
    for one in every:
        by[one.operator] += 1
    findings = [
        Finding(pattern.key, who, member, len(acts), by[who], 0.0, 0.0, 0.0)
        for (who, member), acts in sorted(given.items())
        if len(acts) >= pattern.least
    ]
    return len(every), len(by), findings


def _one_till(pattern: Pattern, view: Asking, house: House, days: Days) -> _Found:
    rows = [one for one in one_till(view, days, pattern.least) if one.member not in house.marked]
    findings = []
    for one in rows:
        said = against(pattern, one.hits, one.visits, one.expected / one.visits, len(rows))
        if said.stands_out:
            tried = Tried(one.operator, one.member, one.hits, one.visits)
            findings.append(_finding(pattern, tried, said))
    return sum(one.visits for one in rows), len(rows), findings


_LOOKS: Mapping[str, Callable[[Pattern, Asking, House, Days], _Found]] = {
    definitions.OWN_CARD.key: _own_card,
    definitions.SAME_CARD.key: _same_card,
    definitions.AFTER_PAYMENT.key: _after_payment,
    definitions.UNDER_LIMIT.key: _under_limit,
    definitions.WITHOUT_GOODS.key: partial(_by_operator, returns_without_goods),
    definitions.VOIDS.key: partial(_by_operator, voids),
    definitions.OWN_FAVOUR.key: _own_favour,
    definitions.ONE_TILL.key: _one_till,
}
