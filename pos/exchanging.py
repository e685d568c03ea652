"""An exchange: goods come back and others go out, in one transaction and at one price."""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.basket import Basket
from loyalty.codes import SaleNumber
from loyalty.redemption.quote import Chosen
from pos.acts import Act
from pos.counter import Booked, sell_in
from pos.returns import BookedReturn, return_in
from pos.shop import Shop
from pos.whereabouts import survivor


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Both halves; `due_minor` is what the customer pays, below zero what they are given."""

    back: BookedReturn
    sale: Booked

    @property
    def due_minor(self) -> int:
        """The price of the new goods less the refund for the old ones."""
        return self.sale.sale.due_minor - self.back.returned.refund_minor


def exchange(
    shop: Shop,
    act: Act,
    number: SaleNumber,
    units: tuple[int, ...],
    basket: Basket,
    chosen: tuple[Chosen, ...] = (),
) -> Exchanged:
    """Take `units` of a sale back and sell a basket to whoever bought it; a repeat books nothing.

    The return comes first, so what it gives back can pay. Errors: those of `confirm_return` and
    `confirm`; then nothing of either is booked.
    """
    with shop.store.writing() as work:
        back = return_in(shop, work, act, number, units)
        buyer = survivor(work, back.sold.sale.person) or back.member
        member = buyer.id if buyer else None
        return Exchanged(back, sell_in(shop, work, act, basket, member, chosen))
