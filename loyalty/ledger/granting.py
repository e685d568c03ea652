"""Points that are given outside a sale: the lot they open, debts paid first, and where they go.

They can be spent at once: only a sale has a return window to wait for. Their last day is that of
the program on the day they are given, the longer one of a tier included.
"""

from __future__ import annotations

import hashlib
from uuid import UUID

from loyalty.ledger.account import Account, Lot
from loyalty.ledger.entry import OWN_LOT, LotRef, Posting
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.expiry import last_day
from loyalty.ledger.settle import settled
from loyalty.rules.program import ExpiryKind, Program
from loyalty.sales.sale import Occasion


def granted(
    account: Account,
    points: int,
    program: Program,
    occasion: Occasion,
    against: Ledger = Ledger.ISSUED,
    tier: str = "",
) -> tuple[Posting, ...]:
    """Postings that give a member `points` (none for 0), taken from the account `against`."""
    if not points:
        return ()
    ref = fresh_lot(program, occasion, tier)
    return (*settled(account, (Lot(ref, points),)), Posting(against, -points))


def fresh_lot(program: Program, occasion: Occasion, tier: str = "") -> LotRef:
    """The lot that points given now open."""
    levels = program.tiers.levels if program.tiers else ()
    longer = sum(level.longer_months for level in levels if level.id == tier)
    slides = program.expiry.months + longer if program.expiry.kind is ExpiryKind.SLIDING else 0
    until = last_day(program.expiry, occasion.on, longer)
    return LotRef(OWN_LOT, occasion.at_ms, until, slides)


def named_source(*parts: object) -> UUID:
    """An id made from what an act is about, so that it is the same act on every try (SHA-256)."""
    named = ":".join(str(part) for part in parts)
    return UUID(bytes=hashlib.sha256(named.encode()).digest()[:16], version=5)
