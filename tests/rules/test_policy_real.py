"""The model of the policy simulation against the real terminals and the real head office.

The same random schedule of visits, outages and moves of home is lived through by both; after every
step they agree on what was refused, what was advanced, and who holds how many points.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from loyalty.basket import Basket, Line
from loyalty.errors import LoyaltyError
from loyalty.members.member import Member
from loyalty.redemption.chosen import Chosen
from pos.acts import Act
from pos.clock import FixedClock
from pos.counter import confirm
from pos.ids import new_id
from pos.linked import Advance
from pos.office.desk.core import Terms
from pos.office.desk.recovery import own_epoch
from pos.office.desk.sessions import OfficeError
from pos.office.ledger.books import Books
from pos.office.rights.recalls import Recalls
from pos.office.schema.engine import transaction
from pos.opening import starter_program
from pos.scene import begin_key
from pos.settings import Settings
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator, open_store
from pos.sync.machine import Progress, Sync
from pos.trouble import TroubleError
from tests.bench.policy_homes import OFFICE
from tests.bench.policy_worlds import Escrow, Policy, Told
from tests.simulation.headquarters import MERCHANT, Headquarters

TILLS, MEMBERS, STEPS, FLOOR = 3, 3, 90, 300
_NOT_ENOUGH = {"tender-refused", "advance-refused"}


class Till:
    """A real terminal with a line that can be cut; it is its own transport."""

    def __init__(self, folder: Path, number: int, clock: FixedClock, office: Headquarters) -> None:
        self.number, self.office, self.up = number, office, True
        office.enrol(number, f"m{number}")
        store = open_store(folder / f"{number}.db", clock, number, reserve_bytes=0)
        settings = Settings(terminal=number)
        with store.writing() as work:
            begin_key(work)
            work.add_program(starter_program(settings, date(2000, 1, 1)))
            work.add_operator(Operator("owner", "Owner", Role.OWNER))
            work.link()
        self.shop = Shop(store, clock, settings)
        self.sync = Sync(store, self, lambda: new_id(clock), app="0.4")

    def send(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        if not self.up:
            raise TroubleError("office-unreachable")
        try:
            return self.office.answer(self.number, path, session, ctr, body)
        except OfficeError as error:
            raise TroubleError("office-refused", code=error.code) from error

    def held(self, member: UUID) -> int:
        with self.shop.store.reading() as view:
            return view.account(member).spendable(self.shop.today)

    def known(self, member: UUID) -> int | None:
        """The total as this terminal would say it."""
        with self.shop.store.reading() as view:
            told = view.elsewhere(member)
            return None if told is None else told.points + view.points_here(member)

    def sell(self, member: UUID, need: int, cents: int) -> tuple[bool, int]:
        """A sale, with points if they can be had; whether they were, and what was earned."""
        ways: list[tuple[tuple[Chosen, ...], Advance | None]] = [((), None)]
        short = need - self.held(member)
        if need and (short <= 0 or not self.up):  # short and connected: asked for before, in vain
            at_risk = Advance(short) if short > 0 else None
            ways.insert(0, ((Chosen(points=need),), at_risk))
        basket = Basket("EUR", (Line("x", cents, 1),))
        for chosen, advance in ways:
            before = self.held(member)
            act = Act(new_id(self.shop.clock), "owner")
            try:
                booked = confirm(self.shop, act, basket, member, chosen, advance)
            except LoyaltyError as no:
                if no.code not in _NOT_ENOUGH:
                    raise
                continue
            given = advance.points if advance else 0
            spent = need if chosen else 0
            assert booked.sale.redeemed == spent
            return bool(chosen), booked.after.spendable(self.shop.today) - before - given + spent
        raise AssertionError("a sale without points is never refused")


class Both:
    """The real thing and its model, step by step."""

    def __init__(self, folder: Path, seed: int, floor: int) -> None:
        self.chance = random.Random(seed)
        self.clock = FixedClock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
        limits = (floor, 20 * floor)
        self.office = Headquarters(random.Random(0), self.clock, Terms(floor=limits))
        self.tills = [Till(folder, n, self.clock, self.office) for n in range(1, TILLS + 1)]
        self.people = [self._enrol(n) for n in range(MEMBERS)]
        self.told: Counter[str] = Counter()
        self.of_model = Told()
        policy = Policy("as coded", homes="first", floor=floor)
        homes = [OFFICE] * MEMBERS
        self.model = Escrow(TILLS, (0,) * MEMBERS, self.of_model, policy, homes)
        self.settle()

    def _enrol(self, number: int) -> UUID:
        member = Member(new_id(self.clock), f"Member {number}", "", date(2026, 1, 1))
        with self.tills[0].shop.store.writing() as work:
            work.add_member(member)
        return member.id

    def close(self) -> None:
        for till in self.tills:
            till.shop.store.close()
        self.office.close()

    def settle(self) -> None:
        """Whoever is in contact goes on until there is no more to say."""
        for _ in range(20):
            self.clock.advance(timedelta(seconds=1))
            rounds = [till.sync.round() for till in self.tills if till.up]
            if all(r == Progress(slow_ms=r.slow_ms) for r in rounds):
                return
        raise AssertionError("terminals do not come to rest")

    # --- steps -----------------------------------------------------------------------------------

    def step(self) -> None:
        kind = self.chance.choices(("visit", "line", "move"), (80, 11, 9))[0]
        self.clock.advance(timedelta(minutes=2))
        if kind == "visit":
            self.visit(self.chance.randrange(TILLS), self.chance.randrange(MEMBERS))
        elif kind == "line":
            self.line(self.chance.randrange(TILLS))
        else:
            self.move(self.chance.randrange(MEMBERS), self.chance.randrange(TILLS))
        self.settle()
        self.agree()

    def visit(self, place: int, who: int) -> None:
        till, member = self.tills[place], self.people[who]
        need = self.chance.choice((0, 100, 200, 300, 400))
        if need and till.up and till.held(member) < need:
            for _ in range(2):  # the second time with what others sent back meanwhile
                till.sync.reserve(member, need)
                for other in self.tills:
                    if other.up and other is not till:
                        other.sync.round()
        real, earned = till.sell(member, need, self.chance.choice((4_000, 8_000, 16_000)))
        before = self.model.total[who]
        modelled = self.model.redeem(place, 0, who, need) if need else False
        assert real == modelled
        self.model.earn(place, 0, who, earned)
        if need:
            self.told["redeemed" if real else "refused" if before >= need else "too-poor"] += 1
        if real and before < need:
            self.told["overdrawn"] += 1

    def line(self, place: int) -> None:
        till = self.tills[place]
        till.up = not till.up
        if till.up:
            self.model.rise(place)
        else:
            self.model.down(place)

    def move(self, who: int, place: int) -> None:
        """Head office finds that a member goes elsewhere now."""
        homes = list(self.model.homes)
        if homes[who] in (OFFICE, place):
            return
        with transaction(self.office.engine) as db:
            books = Books(db, MERCHANT, self.clock, own_epoch(db, MERCHANT))
            recalls = Recalls(books)
            recalls.settle_in({self.people[who].bytes: 20_260_302}, place + 1)
            recalls.ask_back(homes[who] + 1, self.people[who], books.now_ms)
        homes[who] = place
        self.model.week(homes)
        self.told["moved"] += 1

    # --- what has to be the same -----------------------------------------------------------------

    def agree(self) -> None:
        model = self.model
        for who, member in enumerate(self.people):
            assert [till.held(member) for till in self.tills] == [held[who] for held in model.held]
            for place, till in enumerate(self.tills):
                known = till.known(member)
                assert known is None or known == self._cached(place, who)
        with transaction(self.office.engine) as db:
            books = Books(db, MERCHANT, self.clock, own_epoch(db, MERCHANT))
            pool = [books.holders(member).get(0, (0, 0))[0] for member in self.people]
        assert pool == model.pool
        assert model.sound()

    def _cached(self, place: int, who: int) -> int:
        away = self.model.away[place]
        if away is None:
            return self.model.known[who]
        return away.total[who] - away.held[who] + self.model.held[place][who]


@pytest.fixture
def pair(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Both]:
    seed, floor = request.param
    made = Both(tmp_path, seed, floor)
    yield made
    made.close()


@pytest.mark.parametrize("pair", [(4, 0), (17, 0)], indirect=True)
def test_without_a_floor_the_model_and_the_real_pair_refuse_alike_and_nothing_is_overdrawn(
    pair: Both,
) -> None:
    for _ in range(STEPS):
        pair.step()
    assert pair.told["refused"] > 0
    assert pair.told["redeemed"] > 0
    assert pair.told["overdrawn"] == 0
    assert pair.model.owed() == 0


@pytest.mark.parametrize("pair", [(8, FLOOR), (17, FLOOR)], indirect=True)
def test_with_a_floor_the_model_and_the_real_pair_advance_and_owe_alike(pair: Both) -> None:
    for _ in range(STEPS):
        pair.step()
    for place, till in enumerate(pair.tills):
        if not till.up:
            pair.line(place)
    pair.settle()
    pair.agree()
    assert pair.told["overdrawn"] > 0
    assert 0 < pair.of_model.advanced <= pair.of_model.bound
