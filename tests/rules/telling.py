"""The cases of the tables, told line by line against a book; the language stands in their README.

A verb is one method here. Nothing is taken from memory: the last purchase is read from its body.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from loyalty.accrual.campaigning import tier_at
from loyalty.accrual.explanation import Explanation
from loyalty.accrual.matching import asked
from loyalty.accrual.tier import TierState, standing_in, tier_on
from loyalty.basket import Basket
from loyalty.codes import voucher_code
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Entry
from loyalty.members.history import History, Scene, Standing
from loyalty.members.member import Member
from loyalty.redemption.quote import Chosen, quote
from loyalty.redemption.voucher import voucher_from
from loyalty.rules.activity import ActivityRule, ReferralRule
from loyalty.rules.audience import Bought
from loyalty.rules.campaign import Campaign
from loyalty.rules.earning import Bonus, Multiplier
from loyalty.rules.levels import Tier, TierRules
from loyalty.rules.program import Program
from loyalty.rules.rewards import Reward, StampRule, VoucherTerms
from loyalty.sales.sale import Occasion
from loyalty.sales.selling import sell
from tests.rules.book import MEMBER, Book
from tests.rules.makers import program
from tests.rules.table_cases import Case, named, terms, told
from tests.rules.wordings import assigned, filled, goods, limit, minor, minutes

DAY = date(2026, 3, 4)
ADDED: dict[str, tuple[str, type[Any]]] = {
    "multiplier": ("multipliers", Multiplier),
    "bonus": ("bonuses", Bonus),
    "campaign": ("campaigns", Campaign),
    "reward": ("rewards", Reward),
    "stamps": ("stamps", StampRule),
    "voucher": ("vouchers", VoucherTerms),
    "activity": ("activities", ActivityRule),
}
SET = (
    *("base", "exclusions", "vesting", "expiry", "tender", "returns", "program", "tiers"),
    *("referral", "claims"),
)


class Told(Book):
    """A book whose acts have a minute, and that remembers what was last bought."""

    minute = 0
    held = 0
    wanted: tuple[Bought, ...] = ()

    def standing(self) -> Standing:
        """With what other open baskets hold."""
        return replace(super().standing(), held=self.held)

    def occasion(self) -> Occasion:
        """With the minute of the day."""
        return replace(super().occasion(), minute=self.minute)

    @property
    def history(self) -> History:
        """With the purchases that audiences ask for."""
        last = {one: day for one in self.wanted if (day := self._bought(one))}
        return replace(super().history, bought=last)

    def _bought(self, wanted: Bought) -> date | None:
        days = [
            entry.business_date
            for entry in self.sales()
            for line, left in zip(self.sale(entry).lines, self.sold(entry).units_left, strict=True)
            if left and wanted.which.holds(line.line)
        ]
        return max(days, default=None)


class Teller:
    """Tells one case; AssertionError or ValueError with the place where it does not come true."""

    def __init__(self) -> None:
        self.rules: dict[str, Any] = {"rewards": ()}
        self.levels: tuple[Tier, ...] = ()
        self.book = Told(DAY)
        self.book.member = Member(MEMBER, "Ann", "", date(2025, 1, 1))
        self.chosen: tuple[Chosen, ...] = ()
        self.why: Explanation | None = None
        self.gifts: tuple[VoucherTerms, ...] = ()
        self.sales: list[Entry] = []

    def tell(self, case: Case) -> None:
        """All lines of a case, in order."""
        for number, line in case.lines:
            try:
                self.line(line)
            except (AssertionError, ValueError, KeyError, TypeError) as wrong:
                wrong.add_note(f"{case.table}.txt:{number}: {line}")
                raise

    def line(self, line: str) -> None:
        """One line: its verb, and the rest."""
        verb, _, rest = line.partition(" ")
        if verb.endswith(":") and verb[:-1] in SET:
            self._set(verb[:-1], rest)
        elif verb in ADDED:
            self._add(*ADDED[verb], rest)
        elif verb.removesuffix(":") in VERBS:
            VERBS[verb.removesuffix(":")](self, rest.strip())
        else:
            raise ValueError(f"no verb: {verb!r}")

    @property
    def program(self) -> Program:
        """The rules so far."""
        return program(**self.rules)

    def _add(self, place: str, kind: type[Any], rest: str) -> None:
        text, given = named(rest)
        made = filled(kind, text, **given)
        self.rules[place] = (*self.rules.get(place, ()), made)

    def _set(self, name: str, rest: str) -> None:
        if name == "program":
            self.rules |= assigned(Program, rest)
        elif name == "referral":
            self.rules[name] = filled(ReferralRule, rest)
        elif name == "tiers":
            self.rules[name] = filled(TierRules, rest, levels=self.levels)
        else:
            current = getattr(self.program, name)
            self.rules[name] = replace(current, **assigned(type(current), rest))

    def tier_level(self, rest: str) -> None:
        """`tier silver: threshold 100` adds a level; `tier silver` asks for it."""
        if ":" not in rest:
            expected = "" if rest == "none" else rest
            scene = Scene(self.book.on, self.book.minute, self.book.standing())
            assert tier_at(self.program, scene) == expected
            return
        text, given = named(rest)
        self.levels = (*self.levels, filled(Tier, text, **given))
        self.rules["tiers"] = replace(self.rules.get("tiers", TierRules(())), levels=self.levels)

    def was(self, rest: str) -> None:
        """`silver on 2026-03-04`: the tier as it stood at the end of a past day."""
        name, _, day = rest.partition(" on ")
        book, rules = self.book, self.program.tiers
        found = tier_on(rules, book.member, book.entries, date.fromisoformat(day))
        assert found == ("" if name == "none" else name)

    def keeps(self, rest: str) -> None:
        """`silver until 2026-03-04`, or `silver for ever`: if nothing more is bought."""
        state = self._state()
        name = state.tier.id if state.tier else "none"
        end = f"until {state.kept_until}" if state.kept_until else "for ever"
        assert f"{name} {end}" == rest, f"{name} {end}"

    def needs(self, rest: str) -> None:
        """`40 for gold`, or `nothing more`: what the next tier takes."""
        state = self._state()
        above = state.next_tier
        assert (f"{state.missing} for {above.id}" if above else "nothing more") == rest, state

    def _state(self) -> TierState:
        book = self.book
        state = standing_in(self.program.tiers, book.member, book.history, book.on)
        assert state is not None
        return state

    def cap(self, rest: str) -> None:
        """One more cap."""
        self.rules["caps"] = (*self.rules.get("caps", ()), limit(rest))

    def member(self, rest: str) -> None:
        """What the member is like; the account stays."""
        self.book.member = replace(self.book.member, **assigned(Member, rest))

    def on(self, rest: str) -> None:
        """A day, and a time of it."""
        day, _, minute = rest.partition(" ")
        self.book.on = date.fromisoformat(day)
        self.book.minute = minutes(minute) if minute else 0

    def uses(self, rest: str) -> None:
        """What the next purchase redeems."""
        first, _, second = rest.partition(" ")
        as_money = second == "points"
        if first == "voucher":
            second = self._code(second)
        said: dict[str, Any] = {"points": int(first)} if as_money else {first: second}
        self.chosen = (*self.chosen, Chosen(**said))

    def _code(self, terms: str) -> str:
        """The code of the voucher last given on these terms; another word is taken as a code."""
        codes = [v.code for v in self.book.vouchers.values() if v.terms.id == terms]
        return codes[-1] if codes else terms

    def given(self, rest: str) -> None:
        """`ID`: a voucher of the program is handed out by hand, `ID to 7` to another member."""
        name, _, to = rest.partition(" to ")
        terms = next(each for each in self.program.vouchers if each.id == name)
        code, source = voucher_code(len(self.book.vouchers)), UUID(int=0)
        whom = UUID(int=int(to)) if to else MEMBER
        voucher = voucher_from(terms, code, source, self.book.on, whom)
        self.book.vouchers = {**self.book.vouchers, code: voucher}

    def holds(self, rest: str) -> None:
        """`30 points`: another open basket of the member holds them."""
        self.book.held = int(rest.removesuffix(" points"))

    def buys(self, rest: str) -> None:
        """A purchase of the member."""
        self._buys(goods(rest), MEMBER)

    def nobody(self, rest: str) -> None:
        """A purchase without a card."""
        self._buys(goods(rest.removeprefix("buys ")), None)

    def _buys(self, basket: Basket, who: UUID | None) -> None:
        self.book.wanted = asked(self.program)
        book, chosen, self.chosen = self.book, self.chosen, ()
        standing = book.standing() if who else None
        rules, occasion = self.program, book.occasion()
        _, self.gifts = sell(basket, rules, occasion, standing, chosen, book.shop)
        entry = book.sell(basket, rules, chosen, who)
        self.why = book.sale(entry).explanation
        self.sales.append(entry)

    def refused(self, rest: str) -> None:
        """`CODE: GOODS`: the purchase is refused for this reason, and nothing was booked."""
        code, _, told = rest.partition(":")
        before = len(self.book.entries)
        with pytest.raises(LoyaltyError) as caught:
            self._buys(goods(told), MEMBER)
        assert code in (caught.value.code, caught.value.facts.get("why"))
        assert len(self.book.entries) == before

    def pays(self, rest: str) -> None:
        """`2.00 0.50`: what points, rewards, vouchers and stamps paid of each line."""
        paid = [line.paid_minor for line in self.book.sale(self.sales[-1]).lines]
        assert paid == [minor(word) for word in rest.split()]

    def best(self, rest: str) -> None:
        """`reward ID: GOODS`: what is suggested for a basket, in the words of `uses`."""
        choice, _, told = rest.partition(":")
        found = quote(self.program, self.book.scene, goods(told)).best
        self.chosen = ()
        if choice != "nothing":
            self.uses(choice)
        assert (() if found is None else (found,)) == self.chosen
        self.chosen = ()

    def near(self, rest: str) -> None:
        """`38 coffee, 2 card`, or `nothing`: what is nearly in reach, the nearest first."""
        near = quote(self.program, self.book.scene, goods("bread 10.00")).near
        said = [f"{one.missing} {one.what.id}" for one in near]
        assert said == ([] if rest == "nothing" else rest.split(", "))

    def returns(self, rest: str) -> None:
        """`1` or `1: 1 0`: the first purchase, whole or so many units of each line."""
        number, _, units = rest.partition(":")
        sale = self.sales[int(number) - 1]
        self.book.give_back(sale, self.program, tuple(map(int, units.split())) or None)

    def earns(self, rest: str) -> None:
        """`7` or `7 = 5 base + 2 own-brand`."""
        total, _, parts = rest.partition("=")
        assert self.why is not None
        sold = self.book.sale(self.sales[-1])
        points = self.why.points if sold.member is None else sold.earned
        assert points == int(total), told(self.why)
        assert points == self.why.points == sum(self.why.line_points)
        if parts:
            assert told(self.why) == terms(parts)

    def lines(self, rest: str) -> None:
        """Points of each line of the last purchase."""
        earned = [line.earned for line in self.book.sale(self.sales[-1]).lines]
        assert earned == [int(word) for word in rest.split()]

    def counts(self, rest: str) -> None:
        """`NAME AMOUNT`, of the member or of the shop."""
        name, amount = rest.rsplit(" ", 1)
        known = self.book.history.count(name) + self.book.shop.count(name)
        assert known == int(amount), dict(self.book.history.counts)

    def arm(self, rest: str) -> None:
        """`CAMPAIGN ARM` at the last purchase."""
        assert self.why is not None
        assert tuple(rest.split()) in {arm[:2] for arm in self.why.arms}

    def no(self, rest: str) -> None:
        """`arm CAMPAIGN`: it did not hold at the last purchase."""
        assert self.why is not None
        assert rest.removeprefix("arm ") not in {arm[0] for arm in self.why.arms}

    def gives(self, rest: str) -> None:
        """Vouchers handed out with the last purchase."""
        given = [terms.id for terms in self.gifts]
        assert given == ([] if rest == "nothing" else rest.split(", "))

    def has(self, rest: str) -> None:
        """`11 points`: the balance."""
        assert self.book.account.balance == int(rest.removesuffix(" points"))

    def pending(self, rest: str) -> None:
        """`11 points` that are not yet the member's to spend."""
        assert self.book.account.pending_points == int(rest.removesuffix(" points"))


VERBS: dict[str, Callable[[Teller, str], None]] = {
    "tier": Teller.tier_level,
    "was": Teller.was,
    "keeps": Teller.keeps,
    "needs": Teller.needs,
    "cap": Teller.cap,
    "member": Teller.member,
    "on": Teller.on,
    "uses": Teller.uses,
    "buys": Teller.buys,
    "nobody": Teller.nobody,
    "given": Teller.given,
    "holds": Teller.holds,
    "refused": Teller.refused,
    "pays": Teller.pays,
    "best": Teller.best,
    "near": Teller.near,
    "returns": Teller.returns,
    "earns": Teller.earns,
    "lines": Teller.lines,
    "counts": Teller.counts,
    "arm": Teller.arm,
    "no": Teller.no,
    "gives": Teller.gives,
    "has": Teller.has,
    "pending": Teller.pending,
}
