"""Balances from another system: one opening entry for each member and expiry date.

The same member and date is the same act, so a file brought twice moves nothing; another number of
points for it is a fault, since somebody must say which of the two is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from loyalty.ledger.count import Count
from loyalty.ledger.counting import counts_of
from loyalty.ledger.entry import Account, Entry, Kind
from loyalty.ledger.expiry import last_day
from loyalty.ledger.moving import opening_entry
from loyalty.rules.program import ExpiryKind, Program
from loyalty.sales.sale import Occasion
from pos.importing import cells
from pos.importing.faults import CellError, Faults
from pos.importing.ids import derived
from pos.importing.kinds import Here, Key, Record, Source
from pos.importing.row import Row
from pos.importing.spool import Spool
from pos.importing.whose import Whose, theirs
from pos.shop import program_in_force
from pos.store import View, Work

MOST_STAMPS = 9_999
NEVER = "never"


class Balances:
    """Reads, looks up and books balances. A record: line, keys, points, expiry, stamps, member."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._whose = Whose(source)
        shop = source.shop
        with shop.store.reading() as view:
            self._program = program_in_force(view, shop.today)
        families = (name.partition(":") for name in source.columns.of)
        self._rules = [rest for family, _, rest in families if family == "stamps"]
        known = {rule.id for rule in self._program.stamps}
        self._unknown = [rule for rule in self._rules if rule not in known]

    def read(self, row: Row) -> Record | None:
        """What a row says: points, stamps by rule, or both, and whose. No points: nothing to do."""
        keys = theirs(row, self._source)
        if not keys and row.sound:
            row.wrong("id", "", "import-whose")
        points = row.read("points", lambda text: cells.number(text, 0), 0)
        expires = row.read("expires", self._expires, "")
        for rule in self._unknown:
            row.wrong(f"stamps:{rule}", rule, "stamps-unknown")
        most = MOST_STAMPS
        stamps = [
            [rule, row.read(f"stamps:{rule}", lambda text: cells.number(text, 0, most), 0)]
            for rule in self._rules
        ]
        stamps = [one for one in stamps if one[1]]
        if not row.sound or not (points or stamps):
            return None
        return [row.line, keys, points, expires, stamps]

    def keys(self, record: Record) -> Iterable[Key]:
        """One balance for each member and day."""
        how, what = record[1][0]
        yield Key(how, what, f"{record[5]} {record[3]}")

    def whole(self, spool: Spool, faults: Faults) -> Iterator[tuple[int, Record]]:
        """Each row is a balance."""
        for record in spool.rows():
            yield record[0], record

    def look(self, view: View, record: Record) -> None:
        """The member is found once, and kept in the record."""
        member = self._whose.find(view, record[1])
        if member is None:
            raise CellError("member-unknown")
        record[5:] = [member.owner.hex]
        earlier = view.entry_of(self._act(record), Kind.OPENING)
        if earlier is None:
            return
        if _told(earlier) != (record[2], dict(record[4])):
            raise CellError("balance-differs", points=_told(earlier)[0])
        raise Here(*record[1][0], same=True)

    def book(self, work: Work, record: Record) -> bool:
        """An opening entry of today; its points end as the file says, else as the program does."""
        if work.entry_of(self._act(record), Kind.OPENING) is not None:
            return False
        shop, member = self._source.shop, UUID(record[5])
        occasion = Occasion(self._act(record), work.now_ms(), shop.today)
        expires, slides = self._ends(record[3], self._program)
        stamps = [(rule, number) for rule, number in record[4]]
        account = work.account(member)
        work.append(opening_entry(occasion, member, account, record[2], expires, stamps, slides))
        return True

    def _act(self, record: Record) -> UUID:
        return derived("balance", self._source.mapping.system, record[5], record[3])

    def _expires(self, text: str) -> str:
        if text.casefold() == NEVER:
            return NEVER
        on = cells.day(text, self._source.mapping.date_format)
        if on < self._source.shop.today:
            raise CellError("balance-ended")
        return on.isoformat()

    def _ends(self, said: str, program: Program) -> tuple[date | None, int]:
        """The last day, or the months they slide; what is not said is as if earned today."""
        if said:
            return (None if said == NEVER else date.fromisoformat(said)), 0
        sliding = program.expiry.kind is ExpiryKind.SLIDING
        last = last_day(program.expiry, self._source.shop.today)
        return last, program.expiry.months if sliding else 0


def _told(entry: Entry) -> tuple[int, dict[str, int]]:
    """The points and stamps of an opening entry."""
    points = -sum(one.points for one in entry.postings if one.account is Account.OPENED)
    counts: tuple[Count, ...] = counts_of(entry)
    stamps = {
        count.name.partition(":")[2]: count.amount
        for count in counts
        if count.name.startswith("stamps:")
    }
    return points, stamps
