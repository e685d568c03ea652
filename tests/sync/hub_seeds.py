"""Seeded lives of two shops with hubs: acts at random, lines cut, messages lost, doubled and late,
programs that die, at last (where asked for) disks that are rolled back. `tests.bench.hub_seeds`
runs many of them.

Real books, the real machines of till, hub and head office; the wire is left out, its faults are
not. At the end all is well, and every point is where the books say, once.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import msgspec
import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Kind
from loyalty.members.member import Member
from loyalty.redemption.chosen import Chosen
from pos.linked import frozen
from pos.office.ledger.notes import FIRST, OPEN, PAID
from pos.office.schema.engine import reading
from pos.office.schema.facts import entry, note, posting
from pos.store.tables import ACCOUNT_CODES
from pos.sync.hub import Hub
from pos.sync.hub_line import HubLine
from pos.sync.hub_messages import Hand, HubWelcome
from pos.sync.hub_peers import hub_at
from pos.trouble import TroubleError
from tests.shop.chain import MERCHANT
from tests.sync.hub_shop import HubChain, ShopTill

SHOPS = {1: (1, 2, 3), 2: (4, 5)}
STEPS = 80
FAULTS = ("office", "lan", "lose", "late", "restart", "rename", "restore")
MOST_ROUNDS = 80


@dataclass(slots=True)
class Wire:
    """The shop's network in one process, with its faults."""

    life: Life
    till: ShopTill
    up: bool = True
    late: list[bytes] | None = None

    def send(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """As `pos.sync.asking.Transport`."""
        life = self.life
        with self.till.shop.store.reading() as view:
            hub = hub_at(view)
        place = life.by_number[hub.number] if hub else None
        if not self.up or place is None:
            raise TroubleError("office-unreachable")
        if path == "hub-session":
            return msgspec.json.encode(HubWelcome(nonce=b"n"))
        if life.happens("lose", 0.1):
            raise TroubleError("office-unreachable", said="request lost")
        if life.happens("late", 0.1):
            life.delayed.append((place, self.till.number, body))
            raise TroubleError("office-unreachable", said="request late")
        answer = life.asked(place, self.till.number, body)
        if life.happens("lose", 0.1):
            raise TroubleError("office-unreachable", said="answer lost")
        return answer


class Life:
    """One seed. `told` counts what happened, `trace` tells it."""

    def __init__(self, seed: int, folder: Path, faults: Collection[str]) -> None:
        self.chance = random.Random(seed)
        self.faults = frozenset(faults)
        self.told: Counter[str] = Counter()
        self.trace: list[str] = []
        self.delayed: list[tuple[ShopTill, int, bytes]] = []
        self.chain = HubChain(folder)
        self.by_number: dict[int, ShopTill] = {}
        self.wires: dict[int, Wire] = {}
        self.lines: dict[int, HubLine] = {}
        self.images: list[tuple[ShopTill, Path]] = []
        for shop, numbers in SHOPS.items():
            for number in numbers:
                till = self.chain.join(number, shop)
                self.by_number[number] = till
                self.wires[number] = Wire(self, till)
            self.chain.name(self.by_number[numbers[0]], 9)
        self.chain.settle()
        self.members = [self._enrol(n) for n in range(3)]
        self.chain.settle()

    def _enrol(self, n: int) -> Member:
        return self.chance.choice([*self.by_number.values()]).enrol(f"M{n}", n + 1)

    # --- what happens ---------------------------------------------------------------------------

    def run(self, steps: int = STEPS) -> None:
        """A life, and its end."""
        for _ in range(steps):
            self.step()
        self.heal()
        self.check()

    def step(self) -> None:
        self.chain.clock.advance(timedelta(seconds=self.chance.choice((1, 5, 60, 700))))
        till = self.chance.choice([*self.by_number.values()])
        self._weather(till)
        what = self.chance.choices(
            ("sell", "fetch", "spend", "near", "office", "ask", "late"), (4, 3, 5, 8, 5, 1, 2)
        )[0]
        self.trace.append(f"{till.number} {what}")
        try:
            getattr(self, f"_{what}")(till)
        except (TroubleError, LoyaltyError) as no:
            self.told[no.code] += 1
            till.sync.session = None

    def _sell(self, till: ShopTill) -> None:
        till.sell(self.chance.choice(self.members), self.chance.choice((5_000, 40_000)))

    def _fetch(self, till: ShopTill) -> None:
        self.line(till).reserve(self.chance.choice(self.members).id, self.chance.choice((0, 200)))

    def _spend(self, till: ShopTill) -> None:
        member = self.chance.choice(self.members)
        if self.chance.random() < 0.7 and not till.points(member):
            try:
                self.line(till).reserve(member.id, 100)
            except TroubleError as no:
                self.told[f"near-{no.code}"] += 1
        till.sell(member, 5_000, chosen=[Chosen(points=self.chance.choice((100, 200, 300)))])
        self.told["spent"] += 1

    def _near(self, till: ShopTill) -> None:
        self.told["handed"] += self.line(till).round().gave

    def _office(self, till: ShopTill) -> None:
        till.sync.round()

    def _ask(self, till: ShopTill) -> None:
        till.sync.reserve(self.chance.choice(self.members).id, 200)

    def _late(self, _: ShopTill) -> None:
        if self.delayed:
            at = self.chance.randrange(len(self.delayed))
            place, number, body = self.delayed.pop(at)
            self.asked(place, number, body)
            self.told["arrived-late"] += 1

    def _weather(self, till: ShopTill) -> None:
        if self.happens("office", 0.15):
            till.line.up = not till.line.up
        if self.happens("lan", 0.1):
            self.wires[till.number].up = not self.wires[till.number].up
        if self.happens("restart", 0.05):
            self.lines.pop(till.number, None)
            till.sync.session = None
        if self.happens("rename", 0.02):
            shop = self.chance.choice([*SHOPS])
            self.chain.name(self.by_number[self.chance.choice(SHOPS[shop])], 9)
            self.told["another-hub"] += 1
        if "restore" in self.faults:
            self._disk(till)

    def _disk(self, till: ShopTill) -> None:
        drawn = self.chance.random()
        if drawn < 0.04:
            kept = till.copy()
            self.images.append((till, kept.replace(kept.with_name(f"{len(self.images)}.copy"))))
        elif drawn < 0.06 and self.images:
            which, image = self.chance.choice(self.images)
            up = which.line.up
            self.chain.put_back(which, image)
            which.line.up = up
            self.lines.pop(which.number, None)
            self.told["restored"] += 1
            self.trace.append(f"{which.number} restored")

    def happens(self, fault: str, likely: float) -> bool:
        return fault in self.faults and self.chance.random() < likely

    def line(self, till: ShopTill) -> HubLine:
        """The till's machine for its hub, as head office told it last."""
        with till.shop.store.reading() as view:
            hub = hub_at(view)
        if hub is None or hub.number == till.number:
            raise TroubleError("hub-none")
        found = self.lines.get(till.number)
        if found is None or found._hub != hub.number:
            wire = self.wires[till.number]
            found = HubLine(till.shop.store, hub.number, wire, self.chain.new_id, frozen)
            self.lines[till.number] = found
        return found

    def asked(self, hub: ShopTill, till: int, body: bytes) -> bytes:
        """A till's message at its hub, which may be one no more."""
        with hub.shop.store.reading() as view:
            own = hub_at(view)
        if own is None or own.number != hub.number:
            raise TroubleError("office-refused", why="hub-not-here")
        machine = Hub(hub.shop.store, self.chain.new_id, frozen)
        return msgspec.json.encode(machine.answer(till, msgspec.json.decode(body, type=Hand)))

    # --- the end --------------------------------------------------------------------------------

    def heal(self) -> None:
        """All lines are up, what is late arrives, and everybody talks until it is quiet."""
        self.faults = frozenset()
        for place, number, body in self.delayed:
            try:
                self.asked(place, number, body)
            except TroubleError as no:
                self.told[no.code] += 1
        still = 0
        for _ in range(MOST_ROUNDS):
            self.chain.clock.advance(timedelta(seconds=601))
            busy = False
            for till in self.by_number.values():
                self.wires[till.number].up = till.line.up = True
                busy = self._rounds(till) or busy
            still = 0 if busy else still + 1
            if still == 3:
                return
        raise AssertionError(("not quiet", self.trace[-20:]))

    def _rounds(self, till: ShopTill) -> bool:
        busy = False
        try:
            done = till.sync.round()
            self.trace.append(f"{till.number} office {done}")
            busy = bool(done.pushed or done.told or done.taken or done.sent_back or done.more)
        except TroubleError as no:
            till.sync.session = None
            if no.facts.get("code") != "session-stale":
                raise
            busy = True
        with till.shop.store.reading() as view:
            hub, stopped = hub_at(view), frozen(view)
        if hub is not None and hub.number != till.number and not stopped:
            try:
                near = self.line(till).round()
            except TroubleError as no:  # another hub was named, and it has not heard yet
                if no.facts.get("why") != "hub-not-here":
                    raise
                return True
            self.trace.append(f"{till.number} hub {near}")
            busy = busy or bool(near.gave or near.took)
        return busy

    def check(self) -> None:
        """Every point is somewhere once, nothing is on its way, and nobody owes for a note."""
        with reading(self.chain.engine) as db:
            open_notes = db.execute(
                sa.select(sa.func.count()).where(note.c.state.in_((OPEN, FIRST)))
            ).scalar_one()
            paid = db.execute(sa.select(sa.func.count()).where(note.c.state == PAID)).scalar_one()
        self.told["paid"] += paid
        assert not open_notes, ("on its way", open_notes)
        for member in self.members:
            held = self.chain.total(member.id) - self._owed(member.id)
            counted = self.chain.counted(member.id)
            assert held == counted, ("held, counted", held, counted)
            if not self.told["restored"]:
                assert held == self._true(member.id), ("held, true", held, self._true(member.id))
                assert not self.chain.pool(member.id).owed
        self.chain.close()

    def _owed(self, member: UUID) -> int:
        accounts = [self.chain.pool(member)]
        accounts += [till.account(member) for till in self.by_number.values()]
        return sum(account.owed for account in accounts)

    def _true(self, member: UUID) -> int:
        """What sales alone made of a member, by head office's facts."""
        sides = [ACCOUNT_CODES[a] for a in (Ledger.MEMBER, Ledger.MEMBER_DEBT, Ledger.PENDING)]
        at = ("merchant", "terminal", "epoch", "seq")
        with reading(self.chain.engine) as db:
            found = db.execute(
                sa.select(sa.func.coalesce(sa.func.sum(posting.c.points), 0))
                .join(entry, sa.and_(*(entry.c[n] == posting.c[n] for n in at)))
                .where(
                    entry.c.merchant == MERCHANT,
                    entry.c.member == member.bytes,
                    entry.c.kind == Kind.SALE.value,
                    posting.c.account.in_(sides),
                )
            )
            return int(found.scalar_one())


def drawn(seed: int) -> list[str]:
    """The faults of a seed."""
    chance = random.Random(f"faults {seed}")
    return [fault for fault in FAULTS if chance.random() < 0.5]
