"""What whoever decides on doubtful receipts is shown: how many wait, and of one the earlier receipt
it is held against.
"""

from __future__ import annotations

from loyalty.claims.receipt import Receipt
from pos.shop import Shop


def how_many_wait(shop: Shop) -> int:
    """How many receipts wait for a decision; cheaper than the queue itself."""
    with shop.store.reading() as view:
        return len(view.asked_receipts())


def beside(shop: Shop, receipt: Receipt, number: str) -> Receipt | None:
    """The receipt of entry `number` ("1-812"), if it lies near another one; None where it does not.

    `number` as in the facts of `claim-look-alike` and `claim-same-visit`.
    """
    with shop.store.reading() as view:
        near = view.near_receipts(receipt)
    named = (one.receipt for one in near if f"{one.entry.terminal}-{one.entry.seq}" == number)
    return next(named, None)
