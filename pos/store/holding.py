"""Points that open baskets hold, so that two windows do not quote the same ones twice.

Nothing is taken: a hold ends with its basket, by its time, or when the file is opened anew.
"""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from pos.clock import milliseconds
from pos.store.masters import hold
from pos.store.statements import Prepared, Rows, given

_HELD = Prepared(
    sa.select(sa.func.coalesce(sa.func.sum(hold.c.points), 0)).where(
        hold.c.merchant == given("merchant"),
        hold.c.member == given("member"),
        hold.c.session != given("but"),
        hold.c.until_ms > given("now_ms"),
    )
)
_fresh = insert(hold)
_HOLD = Prepared(
    _fresh.on_conflict_do_update(
        index_elements=["merchant", "session"],
        set_={name: _fresh.excluded[name] for name in ("member", "points", "until_ms")},
    )
)
_RELEASE = Prepared(
    hold.delete().where(hold.c.merchant == given("merchant"), hold.c.session == given("session"))
)


class HoldView(Rows):
    """Holds, read."""

    __slots__ = ()

    def holds(self, member: UUID, but: UUID | None = None) -> int:
        """Points that open baskets hold of a member, one of them left out."""
        now_ms = milliseconds(self._clock.now())
        row = self._one(_HELD, self.merchant, member.bytes, but.bytes if but else b"", now_ms)
        return int(row[0]) if row else 0


class HoldWork(HoldView):
    """Holds, written."""

    __slots__ = ()

    def hold(self, session: UUID, member: UUID, points: int, until_ms: int) -> None:
        """What a basket holds from now on, until a moment (UTC ms); 0 points hold nothing."""
        if points <= 0:
            self.release(session)
        else:
            self._do(_HOLD, self.merchant, session.bytes, member.bytes, points, until_ms)

    def release(self, session: UUID) -> None:
        """The basket is booked or left; repeats do nothing."""
        self._do(_RELEASE, self.merchant, session.bytes)
