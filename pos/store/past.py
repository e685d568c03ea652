"""What rules may know of the past: days and counts, and what was bought when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from loyalty.basket import Line
from loyalty.ledger.count import CountKey
from loyalty.ledger.documents import sale_from
from loyalty.ledger.entry import EntryKey
from loyalty.members.history import Day, History
from loyalty.rules.which import Which
from pos.store.columns import day_from, day_number
from pos.store.ledger import LedgerView
from pos.store.masters import member
from pos.store.statements import Prepared, Row, at, given, same_place
from pos.store.sync_tables import elsewhere_day, elsewhere_tally
from pos.store.tables import (
    PLACE,
    SHOP,
    member_day,
    returned,
    returned_line,
    sale,
    sale_line,
    tally,
)

_DAYS = Prepared(
    sa.select(*(c for c in member_day.c if c.name not in ("merchant", "member")))
    .where(
        member_day.c.merchant == given("merchant"),
        member_day.c.member == given("member"),
        member_day.c.day >= given("since"),
    )
    .order_by(member_day.c.day)
)
_TALLIES = sa.select(tally.c.name, tally.c.day, tally.c.amount).where(
    tally.c.merchant == given("merchant"), tally.c.owner == given("owner")
)
_ALL_COUNTS = Prepared(_TALLIES)
_ONE_COUNT = Prepared(_TALLIES.where(tally.c.name == given("name")))
_HERE = (_ALL_COUNTS, _ONE_COUNT)
_TALLIES_ELSEWHERE = sa.select(
    elsewhere_tally.c.name, elsewhere_tally.c.day, elsewhere_tally.c.amount
).where(elsewhere_tally.c.merchant == given("merchant"), elsewhere_tally.c.owner == given("owner"))
_ELSEWHERE = (
    Prepared(_TALLIES_ELSEWHERE),
    Prepared(_TALLIES_ELSEWHERE.where(elsewhere_tally.c.name == given("name"))),
)
_DAYS_ELSEWHERE = Prepared(
    sa.select(*(c for c in elsewhere_day.c if c.name not in ("merchant", "member")))
    .where(
        elsewhere_day.c.merchant == given("merchant"),
        elsewhere_day.c.member == given("member"),
        elsewhere_day.c.day >= given("since"),
    )
    .order_by(elsewhere_day.c.day)
)
_NO_SUMS = (0, 0, 0, 0, 0)
_COUNTED = Prepared(
    sa.select(tally.c.owner)
    .where(tally.c.merchant == given("merchant"), tally.c.name == given("name"))
    .where(tally.c.owner != given("shop"))
    .distinct()
)
_SALES = Prepared(
    sa.select(*(sale.c[name] for name in ("bizdate", *PLACE[1:])))
    .where(
        sale.c.merchant == given("merchant"),
        sale.c.member == given("member"),
        sale.c.bizdate >= given("since"),
    )
    .order_by(sale.c.bizdate.desc())
)
_LINES = Prepared(
    sa.select(*(sale_line.c[name] for name in ("n", "units", "sku", "category", "brand"))).where(
        at(sale_line)
    )
)
_BACK = Prepared(
    sa.select(sa.func.coalesce(sa.func.sum(returned_line.c.units), 0))
    .join_from(returned, returned_line, same_place(returned, returned_line))
    .where(at(returned, "of_"), returned.c.undone_seq.is_(None), returned_line.c.n == given("n"))
)
_BEHIND = Prepared(
    sa.select(member.c.id).where(
        member.c.merchant == given("merchant"), member.c.merged_into == given("into")
    )
)
_SHARING = Prepared(
    sa.select(member.c.id).where(
        member.c.merchant == given("merchant"), member.c.household == given("owner")
    )
)


class PastView(LedgerView):
    """Days, counts and purchases, read."""

    __slots__ = ()

    def history(
        self, member: UUID, since: date = date.min, names: Collection[str] | None = None
    ) -> History:
        """Days from `since` on, and all counts, or those whose name is in `names`: of these books
        alone. What rules judge by is `whole_history`.
        """
        rows = self._all(_DAYS, self.merchant, member.bytes, day_number(since))
        days = tuple(Day(day_from(row[0]), *row[1:]) for row in rows)
        counts = {(name, on): n for name, on, n in self._counts(member.bytes, names)}
        return History(days, counts)

    def whole_history(
        self, member: UUID, since: date = date.min, names: Collection[str] | None = None
    ) -> History:
        """The same with what was done at other terminals, as far as head office told of it."""
        sums: dict[int, list[int]] = {}
        for statement in (_DAYS, _DAYS_ELSEWHERE):
            for day, *more in self._all(statement, self.merchant, member.bytes, day_number(since)):
                sums[day] = [a + b for a, b in zip(sums.get(day, _NO_SUMS), more, strict=True)]
        days = tuple(Day(day_from(day), *sums[day]) for day in sorted(sums))
        counts: dict[tuple[str, date | None], int] = {}
        for counted in (self._counts, self._elsewhere):
            for name, on, n in counted(member.bytes, names):
                counts[name, on] = counts.get((name, on), 0) + n
        return History(days, counts)

    def shop_counts(self, names: Collection[str]) -> dict[CountKey, int]:
        """The shop's counts of these names, as far as they were made here."""
        return {(True, name, on): n for name, on, n in self._counts(SHOP, names)}

    def whole_shop_counts(self, names: Collection[str]) -> dict[CountKey, int]:
        """The same with those of other terminals, as far as head office told of them."""
        counts = self.shop_counts(names)
        for name, on, n in self._elsewhere(SHOP, names):
            counts[True, name, on] = counts.get((True, name, on), 0) + n
        return counts

    def counted(self, name: str) -> tuple[UUID, ...]:
        """Members with a count of this name. Walks over all counts: once a report."""
        rows = self._all(_COUNTED, self.merchant, name, SHOP)
        return tuple(UUID(bytes=owner) for (owner,) in rows)

    def bought(self, member: UUID, which: Which, since: date | None = None) -> date | None:
        """The last day such a line was bought and not wholly returned; `since`: not before it.

        What members now merged into this one, or of its household, bought is this member's.
        """
        days = [self._bought(each, which, since) for each in self._behind(member)]
        return max((day for day in days if day), default=None)

    def _bought(self, member: bytes, which: Which, since: date | None) -> date | None:
        first = day_number(since) if since else 0
        for day, *place in self._each(_SALES, self.merchant, member, first):
            key = EntryKey(*place)
            if any(self._kept(key, row, which) for row in self._all(_LINES, *self._key(key))):
                return day_from(day)
        return None

    def _kept(self, key: EntryKey, row: Row, which: Which) -> bool:
        """Whether a line of a sale is meant, and not wholly returned."""
        n, units, *named = row
        if not (which.flags or which.holds(Line("", 0, 1, *named))):
            return False
        # What a line was marked with, and whether it was given as a reward, is in the body.
        back = self._one(_BACK, *self._key(key), n) or (0,)
        return bool(units > back[0]) and which.holds(self._line(key, n))

    def _line(self, key: EntryKey, n: int) -> Line:
        entry = self.entry(key)
        if entry is None:
            raise AssertionError("a sale that is there has an entry")
        return sale_from(entry.body, entry.source, entry.member, entry.program).lines[n].line

    def _behind(self, member: UUID) -> list[bytes]:
        """Everybody whose purchases are this member's now; who came with somebody came along."""
        found = [member.bytes]
        for one in found:  # grows while it is walked
            for statement in (_BEHIND, _SHARING):
                others = self._all(statement, self.merchant, one)
                found.extend(other for (other,) in others if other not in found)
        return found

    def _counts(
        self, owner: bytes, names: Collection[str] | None
    ) -> Iterator[tuple[str, date | None, int]]:
        for name, day, amount in self._tallies(_HERE, owner, names):
            yield name, day_from(day) if day else None, amount

    def _elsewhere(
        self, owner: bytes, names: Collection[str] | None
    ) -> Iterator[tuple[str, date | None, int]]:
        for name, day, amount in self._tallies(_ELSEWHERE, owner, names):
            yield name, day_from(day) if day else None, amount

    def _tallies(
        self,
        statements: tuple[Prepared, Prepared],
        owner: bytes,
        names: Collection[str] | None,
    ) -> Iterator[Row]:
        every, one = statements
        if names is None:
            yield from self._all(every, self.merchant, owner)
            return
        for name in names:
            yield from self._all(one, self.merchant, owner, name)
