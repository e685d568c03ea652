"""Counts as rows: which table keeps which, and the changes an entry makes to both."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from loyalty.ledger.count import ACTS, DAILY, EARNED, QUALIFYING, SPEND, VISITS, Count
from pos.store.columns import day_number
from pos.store.statements import Prepared, Row, Rows, given
from pos.store.tables import SHOP, member_day, tally

FIELDS = {VISITS: 0, SPEND: 1, EARNED: 2, QUALIFYING: 3, ACTS: 4}
_NOTHING = (0,) * len(DAILY)
_SUMS = ("visits", "spend_minor", "earned", "qualifying", "acts")


def _added(table: sa.Table, sums: tuple[str, ...]) -> Prepared:
    fresh = insert(table)
    keys = [column.name for column in table.primary_key.columns]
    changed = fresh.on_conflict_do_update(
        index_elements=keys, set_={name: table.c[name] + fresh.excluded[name] for name in sums}
    )
    return Prepared(changed.returning(*(table.c[name] for name in sums)))


def _gone(table: sa.Table) -> Prepared:
    return Prepared(table.delete().where(*(c == given(c.name) for c in table.primary_key.columns)))


_DAY, _TALLY = _added(member_day, _SUMS), _added(tally, ("amount",))
_DAY_GONE, _TALLY_GONE = _gone(member_day), _gone(tally)


def day_rows(member: UUID | None, counts: Iterable[Count]) -> dict[Row, list[int]]:
    """What counts add to `member_day`: by member and day, its five sums."""
    rows: dict[Row, list[int]] = {}
    for count in counts:
        if member is not None and count.on is not None and _daily(count):
            row = rows.setdefault((member.bytes, day_number(count.on)), [*_NOTHING])
            row[FIELDS[count.name]] += count.amount
    return rows


def tally_rows(member: UUID | None, counts: Iterable[Count]) -> dict[Row, int]:
    """What counts add to `tally`: by owner, name and day. Nobody's counts are nowhere kept."""
    rows: dict[Row, int] = {}
    for count in counts:
        owner = SHOP if count.shop else member.bytes if member else None
        if owner is not None and not (count.on is not None and _daily(count)):
            where = (owner, count.name, day_number(count.on) if count.on else 0)
            rows[where] = rows.get(where, 0) + count.amount
    return rows


def _daily(count: Count) -> bool:
    return count.name in FIELDS and not count.shop


class CountWork(Rows):
    """Counts, written: in the transaction of the entry they are of, and only there."""

    __slots__ = ()

    def _count(self, member: UUID | None, counts: tuple[Count, ...]) -> None:
        """Add up; what comes to nothing leaves no row, as if it had never been."""
        for where, sums in day_rows(member, counts).items():
            if self._all(_DAY, self.merchant, *where, *sums)[0] == _NOTHING:
                self._do(_DAY_GONE, self.merchant, *where)
        for place, amount in tally_rows(member, counts).items():
            if amount and self._all(_TALLY, self.merchant, *place, amount)[0] == (0,):
                self._do(_TALLY_GONE, self.merchant, *place)
