"""Replay: past sales under other rules, or under their own, which must give the ledger again.

Baskets and redemptions stay as they happened; what is computed anew is what they earned, with
histories that grow from the replayed sales and not from the booked ones, and move on with their
members. Profiles (birthday, language, segment) are those of today: the ledger holds no person. Nor
does it say when somebody left a household, whose account goes on knowing what they had bought.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from operator import add
from uuid import UUID

from loyalty.accrual.matching import asked
from loyalty.accrual.pipeline import accrue
from loyalty.basket import Basket
from loyalty.ledger.count import Count, CountKey, budget_of, taken_back
from loyalty.ledger.counting import counts_of
from loyalty.ledger.documents import returned_from, sale_from, undone_from
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.ledger.moving import arriving, counts_of_history
from loyalty.members.history import History, Scene, ShopState, Standing
from loyalty.members.member import Member
from loyalty.rules.audience import Bought
from loyalty.rules.program import Program
from loyalty.sales.sale import Sale, SaleLine

BUDGET = budget_of("")


@dataclass(frozen=True, slots=True)
class Replayed:
    """One sale's or return's points as booked, and as the replay has them; below zero: taken back.

    `earned_until` is not replayed: when points end changes no sum of what is issued.
    """

    key: EntryKey
    kind: Kind
    on: date
    member: UUID
    booked: int
    replayed: int

    @property
    def difference(self) -> int:
        """What the other rules would have given more, or less where below zero."""
        return self.replayed - self.booked


@dataclass(slots=True)
class _Past:
    """A replayed sale, kept for its returns: the sale, and units of each line that came back."""

    sale: Sale
    on: date
    gone: tuple[int, ...]
    back: list[Count] = field(default_factory=list)
    points: int = 0  # taken back so far


class Replaying:
    """Feed it every entry of a ledger in order; it answers for each sale and return of a member.

    `program_for`: the rules an entry is replayed under. `member`: a profile by id. `wanted`: the
    purchases that any of those programs asks for (`matching.asked`), looked for from the first sale
    on. `returned`: keys of sales that have returns, so that only those are remembered; None: all.
    """

    def __init__(
        self,
        program_for: Callable[[Entry], Program],
        member: Callable[[UUID], Member],
        key: bytes,
        wanted: Iterable[Bought],
        returned: frozenset[EntryKey] | None = None,
    ) -> None:
        self._program_for = program_for
        self._member = member
        self._key = key
        self._wanted = tuple(dict.fromkeys(wanted))
        self._returned = returned
        self._histories: dict[UUID, History] = {}
        self._shop: dict[CountKey, int] = {}
        self._past: dict[EntryKey, _Past] = {}
        self._returns: dict[EntryKey, tuple[EntryKey, tuple[int, ...], list[Count], int, int]] = {}
        self._bought: dict[UUID, dict[Bought, dict[EntryKey, date]]] = {}
        self._moving: dict[UUID, tuple[UUID, tuple[Count, ...]]] = {}

    def feed(self, entry: Entry) -> Replayed | None:
        """One more entry; None where it neither gives nor takes back what a sale earned."""
        if entry.member is None:
            self._count(None, counts_of(entry))
            return None
        if entry.kind is Kind.SALE:
            return self._sold(entry, entry.member)
        if entry.kind is Kind.RETURN:
            return self._taken_back(entry, entry.member)
        if entry.kind is Kind.RETURN_UNDONE:
            return self._given_again(entry, entry.member)
        if entry.kind in (Kind.MOVED_OUT, Kind.MOVED_IN):
            self._moved(entry, entry.member)
            return None
        self._count(entry.member, counts_of(entry))
        return None

    def history(self, member: UUID) -> History:
        """A member's history as the replay has it so far."""
        return self._histories.get(member, History())

    def _sold(self, entry: Entry, member: UUID) -> Replayed:
        booked = sale_from(entry.body, entry.source, entry.member, entry.program)
        program = self._program_for(entry)
        on = entry.business_date
        last = {each: day for each in asked(program) if (day := self._last_bought(member, each))}
        person = self._then(booked, member)
        history = replace(self.history(member), bought=last)
        shop = ShopState(self._shop, key=self._key)
        joined = self._member(member).joined_on if booked.person else None
        standing = Standing(person, history=history, joined_on=joined)
        scene = Scene(on, booked.minute, standing, shop)
        basket = Basket(booked.currency, tuple(sold.line for sold in booked.lines))
        paid = tuple(sold.paid_minor for sold in booked.lines)
        accrual = accrue(basket, program, paid, scene)
        lines = tuple(
            SaleLine(sold.line, earned, sold.paid_points, sold.paid_minor)
            for sold, earned in zip(booked.lines, accrual.why.line_points, strict=True)
        )
        spent = tuple(count for count in booked.counts if _of_redemption(count))
        sale = replace(
            booked, lines=lines, explanation=accrual.why, counts=(*spent, *accrual.counts)
        )
        self._count(member, (*sale.daily(on), *sale.counts))
        if self._returned is None or entry.key in self._returned:
            self._past[entry.key] = _Past(sale, on, (0,) * len(lines))
        self._remember(member, entry.key, sale, on)
        return Replayed(entry.key, entry.kind, on, member, booked.earned, sale.earned)

    def _then(self, booked: Sale, member: UUID) -> Member:
        """Who bought, as owner or guest of the account it was then: both may have moved since."""
        home = member if booked.person else None
        return replace(self._member(booked.person or member), household=home, merged_into=None)

    def _moved(self, entry: Entry, member: UUID) -> None:
        """All that a member had, as the replay has it, goes to another with the points."""
        if entry.kind is Kind.MOVED_OUT:
            self._moving[entry.source] = member, counts_of_history(self.history(member))
            self._histories[member] = History()
            return
        giver, counts = self._moving.pop(entry.source)
        self._count(member, arriving(counts, self.history(member)))
        mine = self._bought.setdefault(member, {})
        for each, days in self._bought.get(giver, {}).items():
            mine.setdefault(each, {}).update(days)

    def _taken_back(self, entry: Entry, member: UUID) -> Replayed | None:
        returned = returned_from(entry.body, entry.source)
        past = self._past.get(returned.sale)
        if past is None:  # of a sale without a member, or from before the replay began
            self._count(member, counts_of(entry))
            return None
        gone = tuple(map(add, past.gone, returned.units))
        counted = (*past.sale.daily(past.on), *past.sale.counts)
        back = list(taken_back(counted, past.sale.units, gone, past.back))
        points = _share(past.sale, gone) - past.points
        past.gone, past.points = gone, past.points + points
        past.back.extend(back)
        taken = returned.clawed + returned.forgiven + returned.waived
        self._returns[entry.key] = returned.sale, returned.units, back, points, taken
        self._count(member, back)
        on = entry.business_date
        return Replayed(entry.key, entry.kind, on, member, -taken, -points)

    def _given_again(self, entry: Entry, member: UUID) -> Replayed | None:
        known = self._returns.pop(undone_from(entry.body), None)
        if known is None:
            self._count(member, counts_of(entry))
            return None
        key, units, back, points, taken = known
        past = self._past[key]
        past.gone = tuple(a - b for a, b in zip(past.gone, units, strict=True))
        past.points -= points
        for count in back:
            past.back.remove(count)
        self._count(member, [replace(count, amount=-count.amount) for count in back])
        on = entry.business_date
        return Replayed(entry.key, entry.kind, on, member, taken, points)

    def _count(self, member: UUID | None, counts: tuple[Count, ...] | list[Count]) -> None:
        for count in counts:
            if count.shop and count.name.startswith(BUDGET):  # all that an accrual asks of a shop
                self._shop[count.key] = self._shop.get(count.key, 0) + count.amount
        if member is not None and counts:
            self._histories[member] = self.history(member).with_counts(counts)

    def _remember(self, member: UUID, key: EntryKey, sale: Sale, on: date) -> None:
        for each in self._wanted:
            if any(each.which.holds(sold.line) for sold in sale.lines):
                self._bought.setdefault(member, {}).setdefault(each, {})[key] = on

    def _last_bought(self, member: UUID, each: Bought) -> date | None:
        days = self._bought.get(member, {}).get(each, {})
        return max((day for key, day in days.items() if self._kept(key, each)), default=None)

    def _kept(self, key: EntryKey, each: Bought) -> bool:
        """Whether something of a purchase was not brought back, by now."""
        past = self._past.get(key)
        if past is None:
            return True
        lines = zip(past.sale.lines, past.gone, strict=True)
        return any(each.which.holds(sold.line) and sold.line.units > gone for sold, gone in lines)


def _share(sale: Sale, gone: tuple[int, ...]) -> int:
    earned = tuple(sold.earned for sold in sale.lines)
    return Count("", sum(earned), shares=earned).share(sale.units, gone)


def _of_redemption(count: Count) -> bool:
    """Whether a redemption made a count, which the replay keeps, and not the accrual."""
    return count.name.startswith(("taken:", "used:")) or count.amount < 0
