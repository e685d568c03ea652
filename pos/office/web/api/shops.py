"""`/api/v1/shops`: the merchant's shops."""

from __future__ import annotations

import msgspec

from pos.office.managing import shops
from pos.office.managing.shops import Shop
from pos.office.people.duties import Right
from pos.office.schema.engine import reading, transaction
from pos.office.web.api.fields import Line, ShopNumber
from pos.office.web.asking import Ask, Call


class ShopIn(msgspec.Struct, forbid_unknown_fields=True):
    """A shop as it shall be. `zone`: IANA, such as Asia/Seoul; `currency`: ISO 4217."""

    name: Line
    address: Line
    zone: Line
    currency: Line
    active: bool = True


class NewShop(ShopIn, forbid_unknown_fields=True, kw_only=True):
    """A shop with the number it shall have."""

    number: ShopNumber


def _list(ask: Ask, _: None) -> list[Shop]:
    with reading(ask.parts.engine) as connection:
        found = shops.shops(connection, ask.house.merchant)
    return [one for one in found if ask.who.sees(one.number)]


def _add(ask: Ask, given: NewShop) -> Shop:
    with transaction(ask.parts.engine) as connection:
        return shops.add(connection, ask.house, ask.actor, _shop(given, given.number))


def _change(ask: Ask, given: ShopIn) -> Shop:
    with transaction(ask.parts.engine) as connection:
        return shops.change(connection, ask.house, ask.actor, _shop(given, ask.number("number")))


def _shop(given: ShopIn, number: int) -> Shop:
    return Shop(number, given.name, given.address, given.zone, given.currency, given.active)


_PATH = "/api/v1/shops"
_EDIT = Right.EDIT_SHOPS
CALLS = (
    Call(_PATH, _list, list[Shop], "The shops one sees", right=Right.SEE_SHOPS),
    Call(_PATH, _add, Shop, "Add a shop", "POST", NewShop, _EDIT, status=201),
    Call(f"{_PATH}/{{number}}", _change, Shop, "Change a shop", "PUT", ShopIn, _EDIT),
)
