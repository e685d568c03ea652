"""What must hold once it is quiet (ledger-sync.md 3.4): each check yields a sentence a fault.

`copied`: books were rolled back or used twice in this life; then points may have been spent twice,
and what was, is owed or written off. Without it nothing may be.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, Lot
from loyalty.ledger.chain import FIRST, digest
from loyalty.ledger.count import used_of
from loyalty.ledger.counting import counts_of
from loyalty.ledger.documents import opened
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import EntryKey, Kind
from pos.office.ledger import notes
from pos.office.ledger.books import Books as OfficeBooks
from pos.office.ledger.intake import KNOWN
from pos.office.ledger.verifying import OfficeAudit
from pos.office.schema.engine import reading
from pos.office.schema.facts import note, terminal, terminal_epoch, word
from pos.store import View, verify
from pos.store.tables import SHOP, SIDES
from pos.sync import docs
from tests.simulation.headquarters import MERCHANT
from tests.simulation.losses import Stake, beyond, losses_of
from tests.simulation.till import Till
from tests.simulation.truth import MOVING, SPENDABLE, Books, books_of, distinct, points_in, total
from tests.simulation.world import COPYING, World

_ON_ITS_WAY = (notes.OPEN, notes.FIRST)
MOST = 5
"""Faults told of one check: the rest say the same."""


def faults_of(world: World) -> list[str]:
    """Everything that is wrong with a world at its end."""
    books = books_of(world.headquarters)
    found: list[str] = []
    for name, check in _CHECKS.items():
        try:
            told = [f"{name}: {one}" for one in check(world, books)]
        except (ValueError, LookupError, LoyaltyError) as error:
            told = [f"{name}: {type(error).__name__} {error}"]
        found += told[:MOST]
    return found


def _copied(world: World) -> bool:
    return bool(COPYING & world.faults)


def _sums(world: World, books: Books) -> Iterator[str]:
    """G1: what holders have and what is on its way is all that was ever given."""
    truth: Counter[UUID] = Counter()
    for one in distinct(books):
        if one.member is not None:
            truth[one.member] += points_in(one)
    there: Counter[UUID] = Counter(books.open_notes)
    for (member, _), lots in books.held.items():
        there[member] += total(lots)
    for member in sorted({*truth, *there}, key=str):
        if truth[member] != there[member]:
            yield f"member {member.hex[-6:]}: {there[member]} there, {truth[member]} given"


def _really_held(world: World, books: Books) -> Iterator[str]:
    """What head office thinks a terminal holds is what it holds, lot for lot."""
    for till in world.tills:
        with till.shop.store.reading() as view:
            lineage = view.lineage()
            known = {member for member, holder in books.held if holder == till.number}
            for member in sorted({*view.holding(), *known}, key=str):
                here = Counter(
                    {
                        (SIDES[side], *_named(lineage.named(lot.ref.key))): lot.points
                        for side, lot in _lots(view.account(member))
                    }
                )
                there = books.held.get((member, till.number), Counter())
                if here != +there or -there:
                    yield f"terminal {till.number}, member {member.hex[-6:]}: {here} != {there}"


def _named(key: EntryKey) -> tuple[int, int, int]:
    return key.terminal, key.epoch, key.seq


def _lots(account: Account) -> Iterator[tuple[Ledger, Lot]]:
    yield from ((Ledger.MEMBER, lot) for lot in account.lots)
    yield from ((Ledger.MEMBER_DEBT, lot) for lot in account.debts)
    yield from ((Ledger.PENDING, lot) for lot in account.pending)


def _overdrawn(world: World, books: Books) -> Iterator[str]:
    """G2: without copies nothing is settled or written off; without a floor nothing is covered."""
    bad = set() if _copied(world) else {Kind.RIGHTS_SETTLED, Kind.WRITTEN_OFF, Kind.RIGHTS_CLEARED}
    if "floor" not in world.faults:
        bad |= {Kind.RIGHTS_ADVANCED, Kind.RIGHTS_COVERED}
    if "power" in world.faults:  # a mark that is ahead of a ledger that lost an unanswered sale
        bad -= {Kind.RIGHTS_CLEARED}
    for key, (one, _) in books.entries.items():
        if one.kind in bad and not (one.kind is Kind.RIGHTS_SETTLED and _nothing(one.body)):
            yield f"{one.kind} at {key}"


def _nothing(body: str) -> bool:
    return opened(body).get("why") == "called-off"


def _once(world: World, books: Books) -> Iterator[str]:
    """G3: no entry is stored twice, and no note is taken twice without a settlement."""
    hashes = Counter(raw for _, raw in books.entries.values())
    for raw, times in hashes.items():
        if times > 1:
            where = [key for key, (_, other) in books.entries.items() if other == raw]
            yield f"the same entry at {where}"


def _all_there(world: World, books: Books) -> Iterator[str]:
    """G4: every entry of a surviving terminal is at head office, under its name, with its hash."""
    for till in world.tills:
        with till.shop.store.reading() as view:
            lineage = view.lineage()
            for one in view.entries():
                named = lineage.named(one.key)
                if named in books.unread:
                    if not (_copied(world) and books.unread[named] == KNOWN):
                        yield f"{named} was set aside: {books.unread[named]}"
                    continue
                stored = books.entries.get(named)
                if stored is None or stored[1] != one.hash or stored[0].source != one.source:
                    yield f"terminal {till.number}: {one.kind} {one.key} is not at {named}"
            unsent, untold = view.unsent()[0], view.untold_count()
            if unsent or untold:
                yield f"terminal {till.number}: {unsent} unsent, {untold} untold"
            for aside in () if _copied(world) else view.set_aside():
                yield f"terminal {till.number}: {aside.key} was set aside, {aside.why}"
    for number, raw in () if _copied(world) else world.people.hashes:  # L3: a customer has its slip
        if raw not in books.hashes:  # its number alone may have been given again
            yield f"terminal {number}: what was acknowledged is lost"
    for raw in world.proved:
        if raw not in books.hashes:
            yield "an entry that head office had signed for is gone"


def _chains(world: World, books: Books) -> Iterator[str]:
    """Head office's epochs are dense; its own chain is made of its entries."""
    seqs: dict[tuple[int, int], list[int]] = defaultdict(list)
    for key in (*books.entries, *books.unread):
        seqs[key.terminal, key.epoch].append(key.seq)
    for row in world.headquarters.rows(terminal_epoch):
        found = sorted(seqs.pop((row.terminal, row.epoch), []))
        if found != list(range(row.of_seq + 1, row.next)):
            named = f"{row.terminal}-{row.epoch}"
            yield f"epoch {named}: next {row.next}, of {row.of_seq}: {found[-3:]}"
    if seqs:
        yield f"entries of no epoch: {sorted(seqs)}"
    previous, before = FIRST, EntryKey(0, 0, 0)
    own = sorted((key for key in books.entries if key.terminal == 0), key=_named)
    for key in own:
        one, raw = books.entries[key]
        previous = digest(FIRST if key.epoch != before.epoch else previous, one)
        if previous != raw:
            yield f"head office's own {key} has another hash"
            previous = raw
        before = key


def _verified(world: World, books: Books) -> Iterator[str]:
    """L1, L2: every terminal's books agree with themselves."""
    for till in world.tills:
        with till.shop.store.reading() as view:
            for fault in verify(view):
                yield f"terminal {till.number}: {fault}"


def _told(world: World, books: Books) -> Iterator[str]:
    """What terminals were told of their members' totals is so."""
    spendable: Counter[UUID] = Counter()
    pending: Counter[UUID] = Counter()
    waits = SIDES[Ledger.PENDING]
    for (member, _), lots in books.held.items():
        for where, points in lots.items():
            sign = -1 if where[0] == SIDES[Ledger.MEMBER_DEBT] else 1
            (pending if where[0] == waits else spendable)[member] += sign * points
    for till in world.tills:
        with till.shop.store.reading() as view:
            for member in sorted({*spendable, *pending}, key=str):
                yield from _one_told(till, view, member, spendable[member], pending[member])


def _one_told(till: Till, view: View, member: UUID, points: int, pending: int) -> Iterator[str]:
    told, account = view.elsewhere(member), view.account(member)
    outside, waits = (told.points, told.pending) if told else (0, 0)
    if (outside + account.balance, waits + account.pending_points) != (points, pending):
        known = (outside + account.balance, waits + account.pending_points)
        who = f"terminal {till.number}, member {member.hex[-6:]}"
        yield f"{who}: told {known}, is {points, pending}"


def _alike(world: World, books: Books) -> Iterator[str]:
    """Members, cards, consents and vouchers are the same everywhere: the newest word."""
    words = world.headquarters.rows(word)
    for till in world.tills:
        with till.shop.store.reading() as view:
            for row in words:
                here = docs.body_of(view, row.topic, row.name)
                if here != row.body:
                    about = f"terminal {till.number}: {row.topic} {row.name[:12]}"
                    yield f"{about}: {here} != {row.body}"


def _stamps(world: World, books: Books) -> Iterator[str]:
    """Stamps and vouchers' uses are where they are, once; a voucher is used at most once."""
    truth: Counter[tuple[bytes, str, int]] = Counter()
    used: Counter[str] = Counter()
    for one in distinct(books):
        for count in counts_of(one):
            owner = SHOP if count.shop else one.member.bytes if one.member else None
            day = int(count.on.strftime("%Y%m%d")) if count.on else 0
            if owner is not None and count.name.startswith(MOVING):
                truth[owner, count.name, day] += count.amount
            if count.shop and count.name.startswith(used_of("")):
                used[count.name] += count.amount
    there = Counter(books.open_counts)
    for (owner, name, _, day), amount in books.counted.items():
        if name.startswith(MOVING):
            there[owner, name, day] += amount
    for place in {*truth, *there}:
        if truth[place] != there[place]:
            yield f"{place[1]} of {place[0].hex()[-6:]}: {there[place]} there, {truth[place]} given"
    if not _copied(world):
        yield from (f"{name} {times} times" for name, times in used.items() if times > 1)


def _nobody_wronged(world: World, books: Books) -> Iterator[str]:
    """Nobody is suspended without a copy, nor who was enrolled anew when the copies were gone."""
    for row in world.headquarters.rows(terminal):
        if row.state != "active":
            yield f"terminal {row.number} is {row.state}"


def _cleared_accounts(world: World, books: Books) -> Iterator[str]:
    """Clearing accounts are empty (ledger-sync.md 2.1), and nothing is on its way for ever."""
    for row in world.headquarters.rows(note.select().where(note.c.state.in_(_ON_ITS_WAY))):
        yield f"note of {row.giver} to {row.taker} is on its way: {row.points} points"
    left: dict[Ledger, Counter[UUID]] = {Ledger.NOTED: Counter(), Ledger.ADVANCED: Counter()}
    for one, _ in books.entries.values():
        for moved in one.postings:
            if moved.account in left and one.member is not None:
                left[moved.account][one.member] += moved.points
    for member, points in left[Ledger.ADVANCED].items():
        if points and not _copied(world):
            yield f"advanced and not covered: {points} of {member.hex[-6:]}"
    for member, points in left[Ledger.NOTED].items():
        if points != books.open_notes[member] and not _copied(world):
            yield f"on the way of {member.hex[-6:]}: {points}, notes {books.open_notes[member]}"


def _bounds(world: World, books: Books) -> Iterator[str]:
    """B1: no terminal risked more than its floor between two contacts, and no member owes more than
    was advanced to them; none spent points that were frozen (its lease over, its books restored,
    its clock set back). B2: no more was spent twice than two had the right to spend when books
    were copied, what notes brought that two of them took, and what the branch of one spent unseen
    when the other had given it up.
    """
    machines = Counter(till.number for till in (*world.tills, *world.gone))
    lost = losses_of(
        books,
        forgotten={"office-restore", "restore"} <= world.faults,
        cloned={number for number, many in machines.items() if many > 1},
    )
    at_risk = sum(till.risked.total() for till in world.tills)
    told, stake = world.told, world.at_stake + lost.taken + lost.unseen
    missing: Stake = Counter({m: -points for m, points in lost.left.items() if points < 0})
    told["b1-advanced"] += lost.risked.total()
    told["b1-spent"] += lost.advanced.total()
    told["b2-spent-twice"] += lost.twice.total()
    told["b2-rights-copied"] += world.at_stake.total()
    told["b2-notes-twice"] += lost.taken.total()
    told["b2-unseen"] += lost.unseen.total()
    alone = "people" not in world.faults
    for who, points, bound in beyond(lost.twice, stake, alone):
        yield f"spent twice of {who}: {points}, rights {bound}"
    for who, points, bound in beyond(lost.advanced, lost.risked, alone):
        yield f"spent at risk of {who}: {points}, advanced {bound}"
    if not _copied(world):
        for who, points, bound in beyond(missing, lost.risked + lost.owed, alone):
            yield f"owed by {who}: {points}, advanced and returned {bound}"
        if lost.risked.total() > told["floor-bound"] + at_risk:
            yield f"advanced {lost.risked.total()}, bound {told['floor-bound']} and {at_risk}"
    for what in ("over-floor", "spent-frozen"):
        if world.told[what]:
            yield f"{what}: {world.told[what]} times"


def _audited(world: World, books: Books) -> Iterator[str]:
    """Head office's books agree with themselves: chains, rows beside them, sums."""
    office = world.headquarters
    with reading(office.engine) as db:
        for fault in OfficeAudit(OfficeBooks(db, MERCHANT, office.clock, 0)).faults():
            yield str(fault)


_CHECKS = {
    "sums": _sums,
    "held": _really_held,
    "overdrawn": _overdrawn,
    "once": _once,
    "all-there": _all_there,
    "chains": _chains,
    "verify": _verified,
    "audit": _audited,
    "bounds": _bounds,
    "told": _told,
    "alike": _alike,
    "stamps": _stamps,
    "wronged": _nobody_wronged,
    "clearing": _cleared_accounts,
}
__all__ = ["SPENDABLE", "faults_of"]
