"""The books of some weeks of any program, on a real ledger: a replay finds nothing to say.

Sales with what can be redeemed, returns, undone ones, returns without a sale, nights, merges,
households, and a second version of the rules on the way.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from loyalty.accrual.matching import asked
from loyalty.basket import Basket, Line
from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import EntryKey, Kind
from loyalty.members.member import Birthday
from loyalty.redemption.quote import Chosen, quote
from loyalty.rules.audience import Audience, Bought
from loyalty.rules.campaign import Campaign
from loyalty.rules.earning import Bonus, BonusKind
from loyalty.rules.program import BaseRates, Program
from loyalty.rules.rewards import StampRule
from loyalty.rules.which import Which
from pos.clock import FixedClock
from pos.counter import confirm, look
from pos.demo import demo_program
from pos.enrol import enrol
from pos.households import join, leave
from pos.merging import merge
from pos.nightly import nightly
from pos.replays import replay
from pos.returns import confirm_return, confirm_unlinked
from pos.scene import begin_key
from pos.shop import Shop, program_in_force
from pos.undo import undo
from tests.rules.programs import BRANDS, CATEGORIES, DAY, SKUS, whole_programs
from tests.shop.house import act, anna, clean, clock_of, open_at, sale
from tests.shop.people import person

SEOUL = ZoneInfo("Asia/Seoul")
CHANGED = DAY + timedelta(days=12)
# Not shrunk: each try is a ledger on a disk. The seed tells the story again.
LONG = settings(
    max_examples=8,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@dataclass
class Life:
    """A shop and its people; every turn of chance is `chance`'s."""

    shop: Shop
    chance: Random
    people: list[UUID] = field(default_factory=list)
    sales: list[EntryKey] = field(default_factory=list)

    def someone(self) -> UUID:
        return self.chance.choice(self.people)

    def basket(self) -> Basket:
        pick = self.chance
        lines = (
            Line(
                "goods",
                pick.choice([100, 333, 1000, 1999]),
                pick.randint(1, 3),
                pick.choice(SKUS),
                pick.choice(CATEGORIES),
                pick.choice(("", *BRANDS)),
            )
            for _ in range(pick.randint(1, 3))
        )
        return Basket("EUR", tuple(lines))

    def sell(self) -> None:
        who = self.someone() if self.chance.random() < 0.9 else None
        goods = self.basket()
        wanted = self.offered(who, goods)
        try:
            booked = confirm(self.shop, act(self.shop), goods, who, wanted)
        except LoyaltyError:
            booked = confirm(self.shop, act(self.shop), goods, who)
        self.sales.append(booked.entry.key)

    def offered(self, who: UUID | None, goods: Basket) -> tuple[Chosen, ...]:
        scene = look(self.shop, who)
        with self.shop.store.reading() as view:
            offers = quote(program_in_force(view, self.shop.today), scene, goods)
        found = [
            *(Chosen(stamps=one.rule.id) for one in offers.cards if not one.refused),
            *(Chosen(voucher=one.voucher.code) for one in offers.vouchers if not one.refused),
            *(Chosen(reward=one.reward.id) for one in offers.rewards if not one.refused),
            *(Chosen(points=n) for n in (offers.tender.applied,) if n),
        ]
        return (self.chance.choice(found),) if found and self.chance.random() < 0.7 else ()

    def give_back(self) -> None:
        key = self.chance.choice(self.sales)
        with self.shop.store.reading() as view:
            sold = view.sold(key)
        assert sold is not None
        units = tuple(self.chance.randint(0, left) for left in sold.units_left)
        confirm_return(self.shop, act(self.shop), key, units)
        if self.chance.random() < 0.4:
            undo(self.shop, act(self.shop))

    def give_back_unlinked(self) -> None:
        confirm_unlinked(self.shop, act(self.shop), self.basket(), self.someone(), "lost", "sam")

    def merge(self) -> None:
        merge(self.shop, act(self.shop, "sam"), self.someone(), self.someone(), "sam")

    def join(self) -> None:
        join(self.shop, act(self.shop, "sam"), self.someone(), self.someone(), "sam")

    def leave(self) -> None:
        """The ledger does not tell of leaving, see `replaying`: only where nobody asks."""
        with self.shop.store.reading() as view:
            curious = any(asked(program) for program in view.programs())
        if not curious:
            leave(self.shop, self.someone())

    def night(self) -> None:
        clock_of(self.shop).advance(timedelta(days=self.chance.randint(1, 3)))
        nightly(self.shop)

    def turn(self) -> None:
        """One act; what cannot happen does not."""
        rare: list[Callable[[], None]] = [
            self.give_back_unlinked,
            self.merge,
            self.join,
            self.leave,
        ]
        often = [self.sell] * 9 + [self.give_back] * 5 + [self.night] * 3
        clock_of(self.shop).advance(timedelta(minutes=self.chance.randint(1, 200)))
        with suppress(LoyaltyError):
            self.chance.choice([*often, *rare])()


@contextmanager
def lived(first: Program, second: Program, seed: int, turns: int = 25) -> Iterator[Life]:
    """A shop after some weeks; `second` is in force from `CHANGED` on."""
    with tempfile.TemporaryDirectory() as folder:
        clock = FixedClock(datetime(DAY.year, DAY.month, DAY.day, 9, tzinfo=SEOUL), SEOUL)
        shop = open_at(Path(folder), clock, replace(first, starts_on=date(2020, 1, 1)))
        with shop.store.writing() as work:
            begin_key(work)
            work.add_program(replace(second, number=2, starts_on=CHANGED))
        life = Life(shop, Random(seed))
        for number in range(1, 6):
            enrolled = enrol(shop, act(shop), member_card(number), "", f"Person {number}")
            told = replace(enrolled, birthday=Birthday(2, number), language="ko")
            with shop.store.writing() as work:
                work.change_member(told)
            life.people.append(told.id)
        life.sell()
        for _ in range(turns):
            life.turn()
        yield life
        assert clean(shop)
        shop.store.close()


@LONG
@given(whole_programs(), whole_programs(), st.integers(0, 10**6))
def test_weeks_of_any_program_replay_without_a_difference(
    first: Program, second: Program, seed: int
) -> None:
    with lived(first, second, seed) as life:
        found = replay(life.shop)
        assert found.faults == ()
        assert (found.differing, found.booked) == (0, found.replayed)
        with life.shop.store.reading() as view:
            kinds = {entry.kind for entry in view.entries()}
        for kind in (Kind.RETURN, Kind.RETURN_UNDONE, Kind.MOVED_IN, Kind.VESTING):
            if kind in kinds:
                event(f"with {kind}")
        event("points" if found.booked else "no points")


@LONG
@given(whole_programs(), st.integers(0, 10**6))
def test_a_draft_from_a_day_on_begins_with_the_past_as_it_was(program: Program, seed: int) -> None:
    """The rules in force, as a draft, change nothing; a draft's own points are of its own days."""
    with lived(program, program, seed) as life:
        same = replay(life.shop, replace(program, number=2, starts_on=CHANGED), CHANGED)
        assert same.faults == ()
        whole, early = replay(life.shop), replay(life.shop, last=CHANGED - timedelta(days=1))
        assert whole.booked == early.booked + same.booked
        nothing = replace(program, base=BaseRates(0, 1), bonuses=(), campaigns=())
        draft = replay(life.shop, nothing, CHANGED)
        with life.shop.store.reading() as view:
            late = any(e.business_date >= CHANGED for e in view.entries(kind=Kind.RETURN))
        assert late or draft.replayed == 0
        assert draft.booked == same.booked


def test_a_card_filled_and_paid_on_one_sale_comes_back_line_by_line(tmp_path: Path) -> None:
    """The first line's return takes more stamps than the whole sale had added: that is no fault."""
    card = StampRule("card", "Card", 2, Which(categories=frozenset({"food"})))
    program = replace(demo_program(), starts_on=date(2020, 1, 1), stamps=(card,))
    shop = open_at(tmp_path, program=program)
    member = anna(shop)
    goods = Basket("EUR", (Line("a", 900, 3, category="food"), Line("b", 100, category="food")))
    confirm(shop, act(shop), goods, member.id)
    booked = confirm(shop, act(shop), goods, member.id, (Chosen(stamps="card"),))
    for units in ((3, 0), (0, 1)):
        confirm_return(shop, act(shop), booked.entry.key, units)
        assert clean(shop)
    assert replay(shop).differing == 0
    shop.store.close()


def test_what_somebody_bought_who_came_along_twice_is_known(tmp_path: Path) -> None:
    """Merged into a member who then joins a household: the household bought it, says the replay."""
    smoke = Which(categories=frozenset({"tobacco"}))
    smokers = Campaign(
        "smokers",
        "Smokers",
        audience=Audience(bought=(Bought(smoke),)),
        bonuses=(Bonus("b", "B", BonusKind.SPEND, 7, spend_minor=1),),
    )
    program = replace(demo_program(), starts_on=date(2020, 1, 1), campaigns=(smokers,))
    shop = open_at(tmp_path, program=program)
    twin, other, owner = (person(shop, number, f"P {number}") for number in (1, 2, 3))
    pipe = Basket("EUR", (Line("pipe", 500, category="tobacco"),))
    confirm(shop, act(shop), pipe, twin.id)
    merge(shop, act(shop, "sam"), twin.id, other.id, "sam")
    join(shop, act(shop, "sam"), other.id, owner.id, "sam")
    arms = sale(shop, owner).sale.explanation.arms
    assert [name for name, *_ in arms] == ["smokers"]
    assert replay(shop).differing == 0
    shop.store.close()
