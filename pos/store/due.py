"""Whose turn it is: points that vest or end, members who can afford a reward, open questions.

The night asks these in pages, so that a night after a long holiday needs no more memory.
"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa

from loyalty.days import months_later
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, Kind
from pos.store.columns import SLIDES, day_number
from pos.store.ledger import PAGE, LedgerView
from pos.store.statements import Prepared, given
from pos.store.tables import KIND_CODES, PLACE, SIDES, balance, entry, lot, member_day

_MINE = lot.c.merchant == given("merchant")
_SPENDABLE = lot.c.side == SIDES[Ledger.MEMBER]
_ENDED = Prepared(
    sa.select(lot.c.member)
    .where(_MINE, lot.c.expires.is_not(None), _SPENDABLE, lot.c.expires < given("before"))
    .order_by(lot.c.expires)
)
_SLIDING = Prepared(
    sa.select(lot.c.expires)
    .where(_MINE, lot.c.expires.is_not(None), _SPENDABLE, lot.c.expires > given("above"))
    .order_by(lot.c.expires)
    .limit(1)
)
_last_act = (
    sa.select(sa.func.max(member_day.c.day))
    .where(
        member_day.c.merchant == lot.c.merchant,
        member_day.c.member == lot.c.member,
        member_day.c.acts > 0,
    )
    .correlate(lot)
    .scalar_subquery()
)
_FORGOTTEN = Prepared(
    sa.select(lot.c.member)
    .where(_MINE, lot.c.expires == given("months"), _SPENDABLE, _last_act < given("day"))
    .distinct()
)
_VESTING = Prepared(
    sa.select(lot.c.member)
    .where(_MINE, lot.c.vests.is_not(None), lot.c.vests <= given("on"))
    .order_by(lot.c.vests)
)
_RICH = Prepared(
    sa.select(balance.c.member)
    .where(
        balance.c.merchant == given("merchant"),
        balance.c.member > given("after"),
        balance.c.points - balance.c.owed >= given("points"),
    )
    .order_by(balance.c.member)
    .limit(given("most"))
)
_NEXT_DAY = Prepared(
    sa.select(sa.func.min(entry.c.bizdate)).where(
        entry.c.merchant == given("merchant"), entry.c.bizdate > given("after")
    )
)
_answer = entry.alias("answer")
_ANSWERS = (KIND_CODES[Kind.ACTIVITY], KIND_CODES[Kind.ACTIVITY_DECLINED])


def _answered(kind: int) -> sa.ColumnElement[bool]:
    same = (_answer.c[name] == entry.c[name] for name in ("merchant", "source"))
    return sa.exists().where(*same, _answer.c.kind == sa.literal_column(str(kind)))


_ASKED = Prepared(
    sa.select(*(entry.c[part] for part in PLACE[1:]))
    .where(
        entry.c.merchant == given("merchant"),
        entry.c.bizdate == given("day"),
        entry.c.kind == KIND_CODES[Kind.ACTIVITY_ASKED],
        *(~_answered(kind) for kind in _ANSWERS),
    )
    .order_by(*(entry.c[part] for part in PLACE[1:]))
)


class DueView(LedgerView):
    """Whose turn it is, read."""

    __slots__ = ()

    def due_lots(self, before: date, limit: int = PAGE) -> tuple[UUID, ...]:
        """Members with points whose last day lies before a day; sliding ones by the last act."""
        found = self._some(_ENDED, limit, day_number(before))
        months = SLIDES
        while len(found) < limit and (row := self._one(_SLIDING, self.merchant, months)):
            months = row[0]
            acted = day_number(_kept_alive(before, months - SLIDES))
            found.update(self._some(_FORGOTTEN, limit - len(found), months, acted))
        return tuple(UUID(bytes=member) for member in found)

    def due_vesting(self, on: date, limit: int = PAGE) -> tuple[UUID, ...]:
        """Members with pending points that vest on a day or should have before."""
        return tuple(UUID(bytes=member) for member in self._some(_VESTING, limit, day_number(on)))

    def due_rewards(
        self, points: int, after: UUID | None = None, limit: int = PAGE
    ) -> tuple[UUID, ...]:
        """Members with at least so many points, in the order of their ids, behind `after`."""
        start = after.bytes if after else b""
        rows = self._all(_RICH, self.merchant, start, points, limit)
        return tuple(UUID(bytes=row[0]) for row in rows)

    def asked_activities(self) -> tuple[Entry, ...]:
        """Activities that wait for a person: asked, and neither granted nor declined, oldest first.

        An answer has the source of the question. Day by day, because an index for the few of them
        would cost every sale its part.
        """
        found: list[Entry] = []
        day = 0
        while (row := self._one(_NEXT_DAY, self.merchant, day)) and row[0] is not None:
            day = row[0]
            places = self._all(_ASKED, self.merchant, day)
            entries = (self.entry(EntryKey(*place)) for place in places)
            found.extend(each for each in entries if each is not None)
        return tuple(found)

    def _some(self, statement: Prepared, limit: int, *params: object) -> dict[bytes, None]:
        found: dict[bytes, None] = {}
        for (member,) in self._each(statement, self.merchant, *params):
            found[member] = None
            if len(found) >= limit:
                break
        return found


def _kept_alive(on: date, months: int) -> date:
    """The first day of activity whose points can still be used on a day."""
    day = on
    while months_later(day, months) >= on and day > date.min:
        year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
        day = date(max(year, 1), month + 1, 1) if day == on else day - timedelta(days=1)
    while months_later(day, months) < on:
        day += timedelta(days=1)
    return day
