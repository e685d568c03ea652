"""The day's beginning: lots whose last day has passed are closed, one entry each.

Safe to run twice, late, or interrupted: an expiry's source is made from its lot, so posting it
again is the same act. Vesting and tier reviews join here, in program.md's nightly order.
"""

from __future__ import annotations

from uuid import UUID

from loyalty.expiry import expiry_entries
from pos.clock import milliseconds
from pos.shop import Shop

PAGE = 200  # members a transaction: the till is never kept waiting for long


def expire_due(shop: Shop) -> int:
    """Close every lot that ended before today; the number of points that expired."""
    gone = 0
    today, now = shop.today, milliseconds(shop.clock.now())
    before: tuple[UUID, ...] = ()
    while True:
        with shop.store.writing() as work:
            due = work.due_lots(before=today, limit=PAGE)
            if not due or due == before:  # the second: a page that does not shrink is left alone
                return gone
            before = due
            program = work.program_on(today)
            number = program.number if program else 0
            for member in due:
                account = work.account(member)
                for entry in expiry_entries(account, member, today, now, number):
                    work.append(entry)
                    gone += sum(p.points for p in entry.postings if p.lot is None)
