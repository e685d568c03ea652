"""Two members, their receipts and their cards, in any order, against a model of one line each.

What a member has is the sum over what they hold: points of the units they kept, less the points
that paid for them. It holds whatever was claimed, returned, undone, withdrawn, and by whom.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from loyalty.claims.receipt import own_key
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.entry import EntryKey, Kind
from loyalty.members.member import Member
from loyalty.redemption.quote import Chosen
from loyalty.rules.program import Missing, ReturnRule, TenderRule
from loyalty.sales.sale import Sale
from pos.claims import claim, withdraw
from pos.counter import confirm
from pos.demo import demo_program
from pos.issuers import enrol as enrol_issuer
from pos.nightly import nightly
from pos.presenting import Presented, present
from pos.returns import confirm_return
from pos.undo import undo
from tests.shop.claim_desk import bert, own, portuguese
from tests.shop.house import act, anna, clean, clock_of, goods, open_at

FOREIGN = (123_411, 123_412)
"""Numbers of another till's receipts."""
WHO, WHICH = st.integers(0, 1), st.integers(0, 5)


@dataclass
class Bought:
    """A receipt: who holds it (0, 1, nobody), and what each line earned and cost.

    `claimed`: credited by a claim, not by a card. `closed`: taken back for good.
    """

    key: EntryKey | None
    number: int
    units: int
    back: tuple[int, ...]
    earned: tuple[int, ...] = ()
    paid: tuple[int, ...] = ()
    holder: int | None = None
    claimed: bool = False
    closed: bool = False

    @property
    def left(self) -> tuple[int, ...]:
        return tuple(self.units - gone for gone in self.back)

    @property
    def worth(self) -> int:
        """The points of what was kept: the first units of a line carry the remainder."""
        each = zip(self.earned, self.paid, self.back, strict=True)
        return sum(rest(won, self.units, n) - rest(cost, self.units, n) for won, cost, n in each)

    @property
    def shown(self) -> tuple[str, str]:
        """Scheme and key."""
        if self.key is not None:
            return own_key(self.key)
        return "pt-at", f"514038942/J6JFB6F9-{self.number} FS 70720232026001/{self.number}"

    def hold(self, who: int | None, sale: Sale) -> None:
        self.holder = who
        self.earned = tuple(line.earned for line in sale.lines)
        self.paid = tuple(line.paid_points for line in sale.lines)

    def let_go(self) -> None:
        self.holder, self.claimed = None, False


def rest(points: int, units: int, gone: int) -> int:
    return sum(points // units + (unit < points % units) for unit in range(gone, units))


class Claims(RuleBasedStateMachine):
    """A shop and a model, told the same."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="claims-"))

    @initialize(how=st.sampled_from([Missing.DEBT, *Missing]), alone=st.booleans())
    def open(self, how: Missing, alone: bool) -> None:
        self.how = how
        rules = ReturnRule(how, undo_minutes=1_440)
        plan = replace(demo_program(), tender=TenderRule(1, 2), returns=rules)
        shop = open_at(self.folder, program=plan)
        self.shop = replace(shop, settings=replace(shop.settings, alone=alone))
        self.members: tuple[Member, Member] = (anna(self.shop), bert(self.shop))
        enrol_issuer(self.shop, "sam", "Mercearia", (portuguese(),))
        self.bought = [Bought(None, number, 1, (0,)) for number in FOREIGN]
        self.last: tuple[Kind, int, Bought] | None = None
        for prices, units in (([900, 450], 2), ([999, 1, 500], 1), ([1_250], 3)):
            self.sell(None, prices, units, 0)

    def teardown(self) -> None:
        try:
            if hasattr(self, "last"):
                self.everything_goes_back()
                self.shop.store.close()
        finally:
            shutil.rmtree(self.folder)

    def did(self, kind: Kind, at: int, before: Bought) -> None:
        """What F8 would take back now, and to what."""
        self.last = (kind, at, before)

    @precondition(lambda self: len(self.bought) < 8)
    @rule(
        who=st.none() | WHO,
        prices=st.lists(st.integers(1, 9_999), min_size=1, max_size=3),
        units=st.integers(1, 3),
        points=st.integers(0, 60),
    )
    def sell(self, who: int | None, prices: list[int], units: int, points: int) -> None:
        member, most = None, 0
        if who is not None:
            member = self.members[who].id
            most = min(points, self.account(who).spendable(self.shop.today), sum(prices) // 4)
        chosen = (Chosen(points=most),) if most else ()
        booked = confirm(self.shop, act(self.shop), goods(*prices, units=units), member, chosen)
        fresh = Bought(booked.entry.key, 0, units, (0,) * len(prices))
        fresh.hold(who, booked.sale)
        assert (booked.sale.redeemed, sum(fresh.paid)) == (most, most)
        if who is not None:
            assert sum(fresh.earned) == (booked.sale.total_minor - 2 * most) // 100
        self.bought.append(fresh)
        self.did(Kind.SALE, len(self.bought) - 1, replace(fresh, back=(units,) * len(prices)))

    def pick(self, which: int, fits: Callable[[Bought], bool]) -> tuple[int, Bought]:
        """The newest that fits, so that much happens to the same few; from 5 on any."""
        order = [(at, one) for at, one in enumerate(self.bought)][::-1]
        good = [place for place in order if fits(place[1])] if which < 5 else []
        return (good or order)[which % len(good or order)]

    def shown(self, one: Bought) -> Presented:
        return own(self.shop, one.key) if one.key else present(self.shop, portuguese(one.number))

    @rule(which=WHICH, who=WHO, slip=st.booleans())
    def bring(self, which: int, who: int, slip: bool) -> None:
        """`slip`: to the wrong member first."""
        at, one = self.pick(which, lambda one: one.holder is None and not one.closed)
        if slip and one.holder is None and not one.closed and any(one.left):
            self.present_to(at, 1 - who)
            self.f8()
        self.present_to(at, who)

    def present_to(self, at: int, who: int) -> None:
        one = self.bought[at]
        before = replace(one)
        why = ""
        if one.holder is not None and one.key and not one.claimed:
            why = "claim-has-card"
        elif not any(one.left):
            why = "claim-returned"
        elif one.claimed:
            why = "claim-already"
        elif one.closed:
            why = "claim-withdrawn"
        if why:
            with pytest.raises(LoyaltyError) as no:
                self.credit(one, who)
            assert no.value.code == why
            return
        done = self.credit(one, who)
        assert done is not None
        one.hold(who, done)
        one.claimed = True
        self.did(Kind.CLAIM, at, before)

    def credit(self, one: Bought, who: int) -> Sale | None:
        """Somebody always approves: only what is certain stops a receipt."""
        presented, member = self.shown(one), self.members[who].id
        done = claim(self.shop, act(self.shop), member, presented, approved="sam", why="seen")
        return done.credit.sale if done.credit else None

    @precondition(lambda self: any(one.key and any(one.left) for one in self.bought))
    @rule(which=WHICH, line=st.integers(0, 2), units=st.integers(1, 3))
    def give_back(self, which: int, line: int, units: int) -> None:
        at, one = self.pick(which, lambda one: one.key is not None and any(one.left))
        place = line % len(one.back)
        if not one.left[place]:
            place = next((n for n, left in enumerate(one.left) if left), -1)
        if one.key is None or place < 0:
            return
        back = [0] * len(one.back)
        back[place] = min(units, one.left[place])
        confirm_return(self.shop, act(self.shop), one.key, tuple(back))
        self.did(Kind.RETURN, at, replace(one))
        one.back = tuple(a + b for a, b in zip(one.back, back, strict=True))

    @precondition(lambda self: self.last is not None)
    @rule()
    def f8(self) -> None:
        assert self.last is not None
        kind, at, before = self.last
        refused = self.undone(kind)
        if refused:
            assert (kind, refused) == (Kind.RETURN, "return-not-undoable")
            return
        self.bought[at], self.last = before, None

    def undone(self, kind: Kind) -> str:
        """The code that F8 is refused with."""
        try:
            assert undo(self.shop, act(self.shop)).undid is kind
        except LoyaltyError as no:
            return no.code
        return ""

    @precondition(lambda self: any(one.claimed for one in self.bought))
    @rule(which=WHICH, again=st.sampled_from([True, True, False]))
    def take_back(self, which: int, again: bool) -> None:
        _, one = self.pick(which, lambda one: one.claimed)
        if one.claimed:
            self.withdraw(one, again)
            one.let_go()
            one.closed = not again
            self.last = None
        elif one.holder is not None:
            with pytest.raises(LoyaltyError) as no:
                self.withdraw(one, again)
            assert no.value.code == "claim-not-credited"

    def withdraw(self, one: Bought, again: bool) -> None:
        withdraw(self.shop, act(self.shop, "sam"), *one.shown, "mistake", again=again)

    @rule()
    def a_week_goes_by(self) -> None:
        clock_of(self.shop).advance(timedelta(days=8))
        nightly(self.shop)
        self.last = None

    @invariant()
    def the_books_are_clean(self) -> None:
        assert clean(self.shop)

    @invariant()
    def each_has_what_is_theirs(self) -> None:
        for who in range(2):
            account = self.account(who)
            theirs = sum(one.worth for one in self.bought if one.holder == who)
            has = account.balance + account.pending_points
            assert has == theirs if self.how is Missing.DEBT else has >= theirs

    @invariant()
    def each_receipt_is_credited_to_one_at_most(self) -> None:
        with self.shop.store.reading() as view:
            for one in self.bought:
                kinds = [said.kind for said in view.said_of(*one.shown)]
                live = kinds.count(Kind.CLAIM) - kinds.count(Kind.CLAIM_WITHDRAWN)
                assert live == one.claimed

    def everything_goes_back(self) -> None:
        """Nothing is left of anything: no points, no debts, no visits, no counts."""
        for one in self.bought:
            if one.key and any(one.left):
                confirm_return(self.shop, act(self.shop), one.key)
            elif one.claimed:
                self.withdraw(one, again=False)
        assert clean(self.shop)
        for who in range(2):
            with self.shop.store.reading() as view:
                history = view.history(self.members[who].owner)
            assert (history.days, dict(history.counts)) == ((), {})
            if self.how is Missing.DEBT:
                account = self.account(who)
                assert (account.lots, account.debts, account.pending) == ((), (), ())

    def account(self, who: int) -> Account:
        with self.shop.store.reading() as view:
            return view.account(self.members[who].owner)


Claims.TestCase.settings = settings(
    max_examples=30,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestClaims = Claims.TestCase
