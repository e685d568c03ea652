"""What people do at a terminal of the simulated world, by the real use cases.

Whether a rule allows it is no concern here: what may not be is refused, and that is part of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from loyalty.basket import Basket, Line
from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Entry, EntryKey
from loyalty.redemption.chosen import Chosen
from pos.acts import Act
from pos.blocking import block_card
from pos.consents import consent
from pos.counter import confirm
from pos.enrol import enrol
from pos.households import join, leave
from pos.ids import new_id
from pos.leaving import erase
from pos.linked import Advance, frozen
from pos.merging import merge
from pos.nightly import nightly
from pos.profiles import Changes, edit_profile
from pos.returns import confirm_return
from pos.undo import undo
from pos.vouchers import give
from tests.simulation.till import OPERATOR, Till

_GOODS = (
    ("C1", "coffee", 380),
    ("B1", "bakery", 260),
    ("K1", "kitchen", 890),
    ("R1", "retail", 1190),
)


_LEAST = 20  # points that the program takes as money


@dataclass(slots=True)
class People:
    """Whom and what everybody knows of: members, cards, slips in pockets, vouchers in hands."""

    members: list[UUID] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
    slips: list[tuple[int, EntryKey]] = field(default_factory=list)
    hashes: list[tuple[int, bytes]] = field(default_factory=list)
    """Of what was acknowledged, and by which terminal."""
    vouchers: list[str] = field(default_factory=list)
    enrolled: int = 0
    shown: bool = False
    """Whether the newest vouchers are shown in every shop."""


@dataclass(frozen=True, slots=True)
class Doing:
    """Somebody does something at a till."""

    chance: random.Random
    people: People
    till: Till

    def act(self) -> Act:
        return Act(new_id(self.till.clock), OPERATOR)

    def member(self) -> UUID | None:
        """Mostly one of the few regulars, so that the same member is served in many places."""
        known = self.people.members
        if not known or self.chance.random() < 0.05:
            return None
        return known[min(int(self.chance.expovariate(0.4)), len(known) - 1)]

    def basket(self) -> Basket:
        lines = (self.chance.choice(_GOODS) for _ in range(self.chance.randint(1, 4)))
        big = self.chance.choice((1, 1, 3, 8))
        return Basket(
            "EUR",
            tuple(Line(sku, cents * big, big, sku, kind) for sku, kind, cents in lines),
        )

    def sell(self, chosen: tuple[Chosen, ...] = ()) -> None:
        member = self.member()
        booked = confirm(self.till.shop, self.act(), self.basket(), member, chosen)
        self._remember(booked.entry, booked.vouchers)

    def _remember(self, entry: Entry, vouchers: tuple[object, ...]) -> None:
        self.people.slips.append((self.till.number, entry.key))
        self.people.hashes.append((self.till.number, entry.hash))
        self.people.vouchers.extend(voucher.code for voucher in vouchers)  # type: ignore[attr-defined]

    def redeem(self) -> None:
        """Points as money, a reward, a full card, or a voucher; asked for at head office first."""
        member = self.member()
        if member is None:
            return self.sell()
        return self._redeem(member, self.chance.choice((20, 40, 60)))

    def redeem_in_two_shops(self, other: Till) -> None:
        """All a member has, in a shop where it may be, and at once in another one."""
        member = self.member()
        if member is None:
            return None
        with self.till.shop.store.reading() as view:
            known = view.elsewhere(member)
            need = view.points_here(member) + (known.points if known else 0)
        if need < _LEAST:
            return self.sell()
        for till in (self.till, other):
            Doing(self.chance, self.people, till).spend(member, need)
        return None

    def spend(self, member: UUID, need: int) -> None:
        """Points for one thing or many; asked for at head office, or not."""
        till = self.till
        if self.chance.random() < 0.5:
            till.attempt(lambda: till.sync.reserve(member, need))
        basket, chosen = self.basket(), (Chosen(points=need),)
        with till.shop.store.reading() as view:
            why = frozen(view)
        booked = till.attempt(lambda: confirm(till.shop, self.act(), basket, member, chosen))
        if booked:
            till.told["redeemed"] += 1
            till.told["spent-frozen"] += bool(why)
            self._remember(booked.entry, booked.vouchers)
        elif why:
            till.told["frozen"] += 1
        else:
            till.attempt(lambda: self.at_risk(member, need))

    def spend_all(self) -> None:
        """Whatever this terminal may spend, of everybody, without asking anybody."""
        till = self.till
        with till.shop.store.reading() as view:
            today = till.shop.today
            there = [(member, view.account(member).spendable(today)) for member in view.holding()]
        dear = Basket("EUR", (Line("K1", 89_000, 100, "K1", "kitchen"),))
        for member, points in sorted(there, key=str):
            whole = (Chosen(points=points - points % _LEAST),)
            act = partial(confirm, till.shop, self.act(), dear, member, whole)
            if points >= _LEAST and till.attempt(act) is not None:
                till.told["redeemed"] += 1

    def _redeem(self, member: UUID, need: int) -> None:
        till = self.till
        shown = self.people.shown
        codes = self.people.vouchers[-2:] if shown else self.people.vouchers
        likely = 0.9 if shown else 0.4
        code = self.chance.choice(codes) if codes and self.chance.random() < likely else ""
        if self.chance.random() < 0.5:
            till.attempt(lambda: till.sync.reserve(None if code else member, need, code))
        ways = [Chosen(points=need), Chosen(reward="drink"), Chosen(stamps="coffee")]
        chosen = Chosen(voucher=code) if code else self.chance.choice(ways)
        try:
            booked = confirm(till.shop, self.act(), self.basket(), member, (chosen,))
        except LoyaltyError:
            if chosen.points and self.chance.random() < 0.5:
                return self.at_risk(member, need)
            return self.sell()
        till.told["redeemed"] += 1
        self._remember(booked.entry, booked.vouchers)
        return None

    def at_risk(self, member: UUID, need: int) -> None:
        """The shop advances what it may: as the counter does while nobody can be asked."""
        till = self.till
        with till.shop.store.reading() as view:
            person = view.member(member)
            owner = person.owner if person else member
            short = need - view.account(owner).spendable(till.shop.today)
        if short <= 0:
            return
        chosen, basket = (Chosen(points=need),), self.basket()
        confirm(till.shop, self.act(), basket, member, chosen, Advance(short))
        till.told["advanced"] += short
        till.told["redeemed"] += 1
        till.risk(owner, short)

    def enrol(self) -> None:
        self.people.enrolled += 1
        number = self.people.enrolled
        card = member_card(number)
        phone = f"+4915112{number:06d}" if self.chance.random() < 0.7 else ""
        member = enrol(self.till.shop, self.act(), card, phone, f"Anna Schmidt {number}")
        self.people.members.append(member.id)
        self.people.cards.append(card)

    def give_back(self) -> None:
        """A slip of any shop; units of it, or all."""
        own = [key for number, key in self.people.slips if number == self.till.number]
        if not own:
            return
        key = self.chance.choice(own[-8:])
        units = None
        if self.chance.random() < 0.5:
            with self.till.shop.store.reading() as view:
                sold = view.sold(key)
            if sold is None:
                return
            units = tuple(self.chance.randint(0, left) for left in sold.units_left)
        confirm_return(self.till.shop, self.act(), key, units)

    def undo(self) -> None:
        undo(self.till.shop, self.act())

    def night(self) -> None:
        nightly(self.till.shop)

    def give_voucher(self) -> None:
        member = self.member()
        voucher = give(self.till.shop, self.act(), "treat", member, OPERATOR)
        self.people.vouchers.append(voucher.code)

    def show_in_two_shops(self, other: Till) -> None:
        """A voucher is used here, and at once shown in another shop, which asks for its use as
        long as that is somewhere.
        """
        self.till.attempt(self.give_voucher)
        for till in (self.till, other):
            till.round()
        if not self.people.vouchers:
            return
        code = self.people.vouchers[-1]
        self._show(self.till, code)
        for _ in range(2):
            other.attempt(lambda: other.sync.reserve(None, 0, code))
            self.till.round()
        other.attempt(lambda: other.sync.reserve(None, 0, code))
        self._show(other, code)

    def _show(self, till: Till, code: str) -> None:
        basket, act = self.basket(), self.act()

        def use() -> None:
            with till.shop.store.reading() as view:
                voucher = view.voucher(code)
            member = voucher.member if voucher else None
            confirm(till.shop, act, basket, member, (Chosen(voucher=code),))
            till.told["vouchers-used"] += 1

        till.attempt(use)

    def say(self) -> None:
        """Something changes of a person or a card."""
        member = self.member()
        if member is None:
            return
        shop, what = self.till.shop, self.chance.randrange(4)
        if what == 0:
            consent(shop, member, "news", self.chance.random() < 0.5, "counter")
        elif what == 1:
            name = f"Anna {self.chance.randrange(1000)}"
            edit_profile(shop, self.act(), member, Changes(name=name))
        elif what == 2:
            email = f"a{self.chance.randrange(1000)}@example.com"
            edit_profile(shop, self.act(), member, Changes(email=email))
        else:
            card = self.chance.choice(self.people.cards)
            block_card(shop, self.act(), card, self.chance.random() < 0.5)

    def merge(self) -> None:
        gone, kept = self.member(), self.member()
        if gone and kept:
            merge(self.till.shop, self.act(), gone, kept, OPERATOR)

    def household(self) -> None:
        one, other = self.member(), self.member()
        if one is None or other is None:
            return
        if self.chance.random() < 0.3:
            leave(self.till.shop, one)
        else:
            join(self.till.shop, self.act(), one, other, OPERATOR)

    def erase(self) -> None:
        member = self.member()
        if member:
            erase(self.till.shop, self.act(), member, OPERATOR)


WAYS: dict[str, tuple[int, Callable[[Doing], None]]] = {
    "sell": (12, Doing.sell),
    "redeem": (9, Doing.redeem),
    "enrol": (2, Doing.enrol),
    "give-back": (4, Doing.give_back),
    "undo": (2, Doing.undo),
    "voucher": (2, Doing.give_voucher),
    "say": (3, Doing.say),
    "merge": (1, Doing.merge),
    "household": (1, Doing.household),
    "erase": (1, Doing.erase),
}
"""By name: how often, and how."""
