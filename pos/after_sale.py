"""What a customer's screen does once a sale is booked: ask whoever has a card how it was, and let
the others keep their points by a code.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from loyalty.codes import SaleNumber
from loyalty.ledger.documents import sale_from
from loyalty.ledger.entry import Kind
from loyalty.members.answer import Question
from pos.shop import Shop
from pos.slips import slip_of
from pos.surveys import due


@dataclass(frozen=True, slots=True)
class AfterSale:
    """`member` of the sale, or None; `asks`: the member may be asked now; `code`: what keeps the
    points of a sale without a card, as a QR code holds it, empty where there is none.
    """

    member: UUID | None = None
    asks: bool = False
    code: str = ""


def after_sale(shop: Shop, number: str) -> AfterSale:
    """By the number that stands on the slip (`1-812`); nothing for what is no sale of this shop.

    Errors: those of `slip_of`.
    """
    key = _key(number)
    if key is None:
        return AfterSale()
    with shop.store.reading() as view:
        entry = view.entry(key)
    if entry is None or entry.kind is not Kind.SALE:
        return AfterSale()
    sale = sale_from(entry.body, entry.source, entry.member, entry.program)
    member = sale.person or entry.member
    if member is not None:
        asks = shop.settings.survey and due(shop, member, Question.NPS)
        return AfterSale(member, asks)
    return AfterSale(code=slip_of(shop, key).claim_url)


def _key(number: str) -> SaleNumber | None:
    parts = number.split("-")
    if not (
        2 <= len(parts) <= 3 and all(p.isascii() and p.isdigit() and len(p) < 9 for p in parts)
    ):
        return None
    epoch = int(parts[1]) if len(parts) == 3 else 1
    return SaleNumber(int(parts[0]), epoch, int(parts[-1]))
