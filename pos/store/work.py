"""What a transaction offers: `View` to read, `Work` to read and write."""

from __future__ import annotations

from pos.store.booking import LedgerWork
from pos.store.people import PeopleView, PeopleWork
from pos.store.sales import SaleView
from pos.store.shop import ShopView, ShopWork


class View(SaleView, PeopleView, ShopView):
    """One state of the books, read in one transaction."""

    __slots__ = ()


class Work(LedgerWork, PeopleWork, ShopWork, View):
    """One transaction that holds the books alone: all of it is kept, or nothing."""

    __slots__ = ()
