"""What was lost in a life, in points, and the most that may be (ledger-sync.md 3.4, B1 and B2).

Counted from the entries that head office has, lot by lot: whatever was spent of a lot beyond what
it was ever given was spent twice, or was advanced at a shop's risk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

import sqlalchemy as sa

from loyalty.ledger.documents import opened
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, Kind
from pos.office.ledger import notes
from pos.office.schema.facts import held, note
from pos.store.tables import SIDES
from tests.simulation.truth import RIGHTS, Books, distinct

if TYPE_CHECKING:
    from tests.simulation.headquarters import Headquarters
    from tests.simulation.till import Till

Stake = Counter[UUID]
"""Points by member that two could spend from some moment on."""
_SPENDABLE = (Ledger.MEMBER, Ledger.PENDING)
_OWED = SIDES[Ledger.MEMBER_DEBT]
_TWICE = frozenset({"note-again", "note-unknown"})


def rights_of(till: Till) -> Stake:
    """What a terminal may spend now: a copy of its books may spend it again."""
    found: Stake = Counter()
    till.recover()  # a fault that is armed waits for what people do, not for this look
    with till.shop.store.reading() as view:
        for member in view.holding():
            account = view.account(member)
            found[member] += sum(lot.points for lot in (*account.lots, *account.pending))
    return found


def pool_of(office: Headquarters, holder: int = 0) -> Stake:
    """What head office counts at a holder, and what is on its way: of the pool that is what may be
    given out again after a restore, of a terminal that is given up what it may still spend.
    """
    found: Stake = Counter()
    mine = held.select().where(held.c.holder == holder, held.c.side != _OWED, held.c.points > 0)
    for row in office.rows(mine):
        found[UUID(bytes=row.member)] += row.points
    under_way = sa.select(note).where(note.c.state.in_((notes.OPEN, notes.FIRST)))
    for row in office.rows(under_way):
        if row.member is not None and holder in (0, row.taker):
            found[UUID(bytes=row.member)] += max(0, row.points) + max(0, row.pending)
    return found


@dataclass(slots=True)
class Losses:
    """By member: spent beyond what there was (`twice`, `advanced`), notes that two took (`taken`),
    what a copy spent when its terminal's points were head office's again (`unseen`), advances
    (`risked`), debts of returns (`owed`), and the points there are after all (`left`).
    """

    twice: Stake = field(default_factory=Counter)
    advanced: Stake = field(default_factory=Counter)
    taken: Stake = field(default_factory=Counter)
    unseen: Stake = field(default_factory=Counter)
    risked: Stake = field(default_factory=Counter)
    owed: Stake = field(default_factory=Counter)
    left: Stake = field(default_factory=Counter)


def losses_of(books: Books, *, forgotten: bool, cloned: Collection[int] = ()) -> Losses:
    """All of a life. `forgotten`: awards may be gone from head office and from their terminal;
    `cloned`: terminals that were two machines.
    """
    found = Losses()
    _of_lots(books, found, forgotten)
    _of_branches(books, found, cloned)
    _of_rights(books, found)
    for (member, _), places in books.held.items():
        for where, points in places.items():
            found.left[member] += -points if where[0] == _OWED else points
    for member, points in books.open_notes.items():
        found.left[member] += points
    return found


def _of_lots(books: Books, found: Losses, forgotten: bool) -> None:
    lots, whose = Counter[EntryKey](), dict[EntryKey, UUID]()
    given: set[EntryKey] = set()
    risky = {key for key, (one, _) in books.entries.items() if one.kind is Kind.RIGHTS_ADVANCED}
    acts = [one for one in distinct(books) if one.kind not in RIGHTS]
    for member, moved in ((one.member, moved) for one in acts for moved in one.postings):
        if member is None or moved.lot is None:
            continue
        if moved.account in _SPENDABLE:
            lots[moved.lot.key] += moved.points
            whose[moved.lot.key] = member
            if moved.points > 0:
                given.add(moved.lot.key)
        elif moved.points < 0:
            found.owed[member] -= moved.points
    for key, points in _paid_back(books, acts).items():
        lots[key] += points
    for key, points in lots.items():
        if points < 0 and key in risky:
            found.advanced[whose[key]] -= points
        elif points < 0 and (key in given or not forgotten):
            found.twice[whose[key]] -= points


def _paid_back(books: Books, acts: list[Entry]) -> Counter[EntryKey]:
    """Points by lot that came to head office twice, and were paid back: it owes them to itself at
    their member's cost, by a settlement that counts nowhere, and an act that moves the account pays
    with what the member has. Nobody spent that: what came twice is there in its place. No more than
    such debts there were, and than was paid of them.
    """
    made, paid = Counter[EntryKey](), Counter[EntryKey]()
    rights = (one for one, _ in books.entries.values() if one.kind in RIGHTS)
    for found, entries in ((made, rights), (paid, iter(acts))):
        for moved in (moved for one in entries for moved in one.postings):
            if moved.lot is not None and moved.account is Ledger.MEMBER_DEBT:
                found[moved.lot.key] += moved.points
    return paid & Counter({key: -points for key, points in made.items()})


def _of_branches(books: Books, found: Losses, cloned: Collection[int]) -> None:
    """B2's second part, the unseen spends of a lost branch. A machine that comes back with fewer
    entries than its terminal has sent says that it holds nothing of what came since, and head
    office frees that; a copy to which it came after the books were copied has it still, hears of
    it at its own next contact, and may spend it until then. Each lot no further than it was freed,
    and than the terminal spent of it in entries that came later.
    """
    freed, spent = Counter[tuple[int, EntryKey]](), Counter[tuple[int, EntryKey]]()
    since: dict[tuple[int, EntryKey], int] = {}
    whose: dict[tuple[int, EntryKey], UUID] = {}
    for key, (one, _) in books.entries.items():
        told = opened(one.body) if cloned and one.kind is Kind.RIGHTS_SETTLED else {}
        if told.get("why") != "cleared" or told["of"] not in cloned:
            continue
        for moved in one.postings:
            if moved.lot is not None and moved.account in _SPENDABLE and moved.points > 0:
                place = told["of"], moved.lot.key
                freed[place] += moved.points
                since[place] = min(since.get(place, 1 << 62), books.arrived[key])
    for one in distinct(books):
        if one.kind in RIGHTS or one.member is None:
            continue
        for moved in one.postings:
            if moved.lot is None or moved.account not in _SPENDABLE or moved.points > 0:
                continue
            place = one.key.terminal, moved.lot.key
            if books.arrived[one.key] >= since.get(place, 1 << 62):
                spent[place] -= moved.points
                whose[place] = one.member
    for place, points in spent.items():
        found.unseen[whose[place]] += min(points, freed[place])


def _of_rights(books: Books, found: Losses) -> None:
    for one, _ in books.entries.values():
        if one.member is None:
            continue
        if one.kind is Kind.RIGHTS_ADVANCED:
            found.risked[one.member] += _gained(one)
        elif one.kind is Kind.RIGHTS_SETTLED and opened(one.body).get("why") in _TWICE:
            found.taken[one.member] += max(0, -_gained(one))


def _gained(one: Entry) -> int:
    return sum(moved.points for moved in one.postings if moved.lot is not None)


def beyond(lost: Stake, bound: Stake, by_member: bool) -> Iterator[tuple[str, int, int]]:
    """Where more was lost than may be: of whom, how much, and the bound. In all, and by member
    where nobody's points become another's.
    """
    if lost.total() > bound.total():
        yield "all", lost.total(), bound.total()
    for member, points in lost.items() if by_member else ():
        if points > bound[member]:
            yield member.hex[-6:], points, bound[member]
