"""What happened on a member's account, newest first: what moved, who did it, and the reason given.

The steps of a sale are `pos.why`'s; here is what stands in a list, a page at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from loyalty.codes import SaleNumber
from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import opened
from loyalty.ledger.entry import MEMBER_ACCOUNTS, Entry, Kind
from pos.clock import moment_of
from pos.shop import Shop
from pos.store import View

EXPLAINED = (Kind.SALE, Kind.CLAIM)
"""Kinds whose points have steps that can be read (`pos.why.explained`)."""
_HIDDEN = frozenset(
    {
        Kind.RIGHTS_SENT,
        Kind.RIGHTS_TAKEN,
        Kind.RIGHTS_CLEARED,
        Kind.RIGHTS_COVERED,
        Kind.RIGHTS_SETTLED,
    }
)
"""Points that change their holder between terminals: the member has as many as before."""


@dataclass(frozen=True, slots=True)
class Movement:
    """One entry. `points` as the member has them; `total_minor` of a sale, else None.

    `operator`, `approved`: names, empty where nobody stands in the books. `why`: as it was typed.
    """

    number: SaleNumber
    kind: Kind
    at: datetime
    points: int
    total_minor: int | None = None
    currency: str = ""
    operator: str = ""
    approved: str = ""
    why: str = ""

    @property
    def explained(self) -> bool:
        """Whether its steps can be read."""
        return self.kind in EXPLAINED


def timeline(shop: Shop, member: UUID, most: int) -> tuple[tuple[Movement, ...], bool]:
    """The newest `most` movements of a member's account, and whether there are older ones.

    Of a household's account, everybody's. LoyaltyError `member-unknown`.
    """
    with shop.store.reading() as view:
        person = view.member(member)
        if person is None:
            raise LoyaltyError("member-unknown")
        found: dict[SaleNumber, Entry] = {}
        for whose in {person.id, person.owner}:
            found |= {entry.key: entry for entry in view.newest(whose, most + 1)}
        newest = sorted(found.values(), key=lambda entry: (entry.at_ms, entry.key), reverse=True)
        names = {operator.id: operator.name for operator in view.operators()}
        shown = tuple(
            _movement(shop, view, entry, names)
            for entry in newest[:most]
            if entry.kind not in _HIDDEN
        )
        return shown, len(newest) > most


def _movement(shop: Shop, view: View, entry: Entry, names: dict[str, str]) -> Movement:
    body = _body(entry)
    sold = view.sold(entry.key) if entry.kind is Kind.SALE else None
    return Movement(
        number=entry.key,
        kind=entry.kind,
        at=moment_of(entry.at_ms).astimezone(shop.clock.zone),
        points=sum(posted.points for posted in entry.postings if posted.account in MEMBER_ACCOUNTS),
        total_minor=sold.sale.total_minor if sold else None,
        currency=sold.sale.currency if sold else "",
        operator=_name(body, "o", names),
        approved=_name(body, "ok", names),
        why=_text(body, "why"),
    )


def _body(entry: Entry) -> dict[str, Any]:
    """The facts of an entry; of a damaged one none."""
    try:
        return opened(entry.body)
    except LoyaltyError:
        return {}


def _text(body: dict[str, Any], name: str) -> str:
    value = body.get(name)
    return value if isinstance(value, str) else ""


def _name(body: dict[str, Any], name: str, names: dict[str, str]) -> str:
    """Who an id in the books is; the id itself where nobody of that id is known any more."""
    known = _text(body, name)
    return names.get(known, known)
