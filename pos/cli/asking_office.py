"""Head office asked in the middle of a command: what it knows of a sale, if it can be reached."""

from __future__ import annotations

from loyalty.codes import SaleNumber
from pos.cli.syncing import machine
from pos.linked import linked
from pos.shop import Shop
from pos.trouble import TroubleError


def brought(shop: Shop, number: SaleNumber) -> SaleNumber:
    """A sale's number in these books, with what became of it elsewhere; as it was given where head
    office has no such sale or cannot be reached: then these books alone say what can be returned.
    """
    with shop.store.reading() as view:
        if not linked(view):
            return number
    try:
        with machine(shop) as sync:
            return sync.find(number) or number
    except TroubleError as trouble:
        if not trouble.code.startswith("office-"):
            raise
        return number
