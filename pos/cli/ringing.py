"""A basket of a command line: lines as typed, products of the catalogue, and what shall pay."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence

from loyalty.basket import Basket, Line
from loyalty.money import amount_from_text, currency
from loyalty.redemption.quote import Chosen
from pos.catalogue import rung_up
from pos.cli.amounts import basket_of
from pos.cli.told import Refused
from pos.shop import Shop

_PRODUCT = re.compile(r"(?P<code>[^*×]{1,60})(?:[*×](?P<count>[0-9]{1,6})(?P<grams>g?))?")


def basket_rung(
    shop: Shop,
    amount: str | None,
    lines: Sequence[str] | None,
    products: Sequence[str] | None = None,
    empty: bool = False,
) -> Basket:
    """The basket: lines first, then products. `empty`: nothing at all may have been rung up.

    Errors: those of `basket_of` and of `rung_up`; Refused `product-unreadable`.
    """
    money = shop.settings.currency
    if not products:
        nothing = amount is None and not lines
        return Basket(money) if empty and nothing else basket_of(money, amount, lines)
    typed = basket_of(money, None, lines).lines if lines else ()
    basket = Basket(money, (*typed, *(_product(shop, text) for text in products)))
    if amount is not None:
        wanted = amount_from_text(amount, currency(money))
        if wanted != basket.total_minor:
            raise Refused("lines-differ", lines_minor=basket.total_minor, amount_minor=wanted)
    return basket


def _product(shop: Shop, text: str) -> Line:
    found = _PRODUCT.fullmatch(text.strip())
    if found is None:
        raise Refused("product-unreadable", text=text[:40])
    count = int(found["count"] or 1)
    if found["grams"]:
        return rung_up(shop, found["code"], grams=count)
    return rung_up(shop, found["code"], count)


def chosen_of(options: Namespace) -> tuple[Chosen, ...]:
    """What shall pay: rewards, full stamp cards, vouchers, and points for what is left."""
    first: str = getattr(options, "reward", None) or ""
    rewards = (*((first,) if first else ()), *(options.rewards or ()))
    points = (Chosen(points=options.points),) if options.points else ()
    return (
        *(Chosen(reward=one) for one in rewards),
        *(Chosen(stamps=one) for one in options.stamps or ()),
        *(Chosen(voucher=one.strip()) for one in options.vouchers or ()),
        *points,
    )
