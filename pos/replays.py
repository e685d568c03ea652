"""A draft on the shop's own past: what it would have given, what that costs, who gains.

Without a draft every sale is replayed under the rules it was booked with; then any difference is a
fault of the books or of the program, and there should be none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from loyalty.accrual.matching import asked
from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import returned_from
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.members.member import Member
from loyalty.rules.audience import Bought
from loyalty.rules.program import Program
from loyalty.sales.replaying import Replayed, Replaying
from pos.scene import KEY
from pos.shop import Shop
from pos.store import View

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Gain:
    """What one member would have had more, or less where below zero, in points."""

    member: UUID
    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Replay:
    """The result over business days `first` to `last`, both included.

    Points net of returns: `booked` as it happened, `replayed` under the draft. `cost_minor`: what
    the difference is worth as money off, in minor units of the draft; 0 where points are not money.
    `differing`: sales and returns whose points are not the same. `gains`: the members with the
    largest differences, either way. `faults`: the first entries that differ, where none should.
    """

    first: date | None
    last: date | None
    sales: int
    returns: int
    members: int
    booked: int
    replayed: int
    differing: int
    gaining: int
    losing: int
    cost_minor: int
    gains: tuple[Gain, ...]
    faults: tuple[Replayed, ...]


def replay(
    shop: Shop,
    draft: Program | None = None,
    first: date | None = None,
    last: date | None = None,
    told: Callable[[int], object] = lambda done: None,
) -> Replay:
    """Replay the books; sales before `first` only build the histories, under their own rules.

    `told` hears the number of entries done, now and then. LoyaltyError `replay-currency` for a
    draft in another currency than the shop's.
    """
    if draft is not None and draft.currency != shop.settings.currency:
        raise LoyaltyError("replay-currency", currency=draft.currency)
    with shop.store.reading() as view:
        return _replayed(view, draft, first, last, told)


def _replayed(
    view: View,
    draft: Program | None,
    first: date | None,
    last: date | None,
    told: Callable[[int], object],
) -> Replay:
    people = _People(view)
    rules = _Rules(view, draft, first)
    key = bytes.fromhex(view.setting(KEY) or "")
    machine = Replaying(rules.of, people.of, key, rules.wanted(), _returned(view))
    sum_of: dict[UUID, int] = {}
    seen = {Kind.SALE: 0, Kind.RETURN: 0}
    booked = replayed = differing = 0
    faults: list[Replayed] = []
    for number, entry in enumerate(view.entries(), start=1):
        if number % 10_000 == 0:
            told(number)
        if last is not None and entry.business_date > last:
            continue
        found = machine.feed(entry)
        if found is None or (first is not None and found.on < first):
            continue
        seen[found.kind] = seen.get(found.kind, 0) + 1
        booked += found.booked
        replayed += found.replayed
        if found.difference:
            differing += 1
            sum_of[found.member] = sum_of.get(found.member, 0) + found.difference
            faults = faults if len(faults) >= MOST_SHOWN else [*faults, found]
        else:
            sum_of.setdefault(found.member, 0)
    ranked = sorted((m for m in sum_of if sum_of[m]), key=lambda m: (-abs(sum_of[m]), m))
    return Replay(
        first=first,
        last=last,
        sales=seen[Kind.SALE],
        returns=seen[Kind.RETURN],
        members=len(sum_of),
        booked=booked,
        replayed=replayed,
        differing=differing,
        gaining=sum(points > 0 for points in sum_of.values()),
        losing=sum(points < 0 for points in sum_of.values()),
        cost_minor=_worth(replayed - booked, draft),
        gains=tuple(Gain(m, people.of(m).name, sum_of[m]) for m in ranked[:MOST_SHOWN]),
        faults=tuple(faults),
    )


def _worth(points: int, draft: Program | None) -> int:
    """What points cost as money off, rounded towards the shop's disadvantage."""
    tender = draft.tender if draft else None
    return -(-points * tender.step_minor // tender.step_points) if tender else 0


def _returned(view: View) -> frozenset[EntryKey]:
    """Sales that have returns: only those need to be remembered on the way."""
    entries = view.entries(kind=Kind.RETURN)
    return frozenset(returned_from(entry.body, entry.source).sale for entry in entries)


class _Rules:
    """The rules each entry is replayed under."""

    def __init__(self, view: View, draft: Program | None, first: date | None) -> None:
        self._view = view
        self._draft = draft
        self._first = first
        self._known: dict[int, Program] = {}

    def wanted(self) -> tuple[Bought, ...]:
        """The purchases that any of them asks for."""
        drafts = (self._draft,) if self._draft else ()
        return tuple(each for one in (*self._view.programs(), *drafts) for each in asked(one))

    def of(self, entry: Entry) -> Program:
        """The draft from the first day on; before it, and without one, the entry's own version."""
        early = self._first is not None and entry.business_date < self._first
        if self._draft is not None and not early:
            return self._draft
        if entry.program not in self._known:
            program = self._view.program(entry.program)
            if program is None:
                raise LoyaltyError("program-unknown", number=entry.program)
            self._known[entry.program] = program
        return self._known[entry.program]


class _People:
    """Profiles, looked up once; whoever is gone by now is a person without one."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[UUID, Member] = {}

    def of(self, member: UUID) -> Member:
        if member not in self._known:
            found = self._view.member(member)
            self._known[member] = found or Member(member, "", "", date.min)
        return self._known[member]
