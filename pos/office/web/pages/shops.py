"""The shops: a list, and a form to add or change one."""

from __future__ import annotations

from loyalty.errors import LoyaltyError
from pos.office.managing import shops
from pos.office.managing.shops import Shop
from pos.office.people.duties import Right
from pos.office.schema.engine import reading, transaction
from pos.office.web.asking import Ask, Moved, Page, Shown
from pos.office.web.refusals import Refused

_FIELDS = {
    "shop-number": "number",
    "shop-exists": "number",
    "shop-name": "name",
    "shop-address": "address",
    "shop-zone": "zone",
    "currency-unknown": "currency",
    "shop-currency-stays": "currency",
}


def _list(ask: Ask) -> Shown:
    with reading(ask.parts.engine) as connection:
        found = shops.shops(connection, ask.house.merchant)
    mine = [one for one in found if ask.who.sees(one.number)]
    return Shown("shops.html", {"shops": mine, "edits": ask.who.may(Right.EDIT_SHOPS)})


def _blank(ask: Ask) -> Shown:
    zone = ask.house.clock.zone.key
    return _form(Shop(0, "", "", zone, ""), None, new=True)


def _add(ask: Ask) -> Shown | Moved:
    number = ask.typed("number")
    one = _typed(ask, int(number) if number.isdecimal() and len(number) < 10 else 0)
    try:
        with transaction(ask.parts.engine) as connection:
            shops.add(connection, ask.house, ask.actor, one)
    except LoyaltyError as no:
        return _form(one, no, new=True)
    return Moved("/shops")


def _show(ask: Ask) -> Shown:
    with reading(ask.parts.engine) as connection:
        found = shops.shop_of(connection, ask.house.merchant, ask.number("number"))
    if found is None:
        raise Refused(404, "not-found")
    return _form(found, None, new=False)


def _change(ask: Ask) -> Shown | Moved:
    one = _typed(ask, ask.number("number"))
    try:
        with transaction(ask.parts.engine) as connection:
            shops.change(connection, ask.house, ask.actor, one)
    except LoyaltyError as no:
        if no.code == "shop-unknown":
            raise
        return _form(one, no, new=False)
    return Moved("/shops")


def _typed(ask: Ask, number: int) -> Shop:
    return Shop(
        number=number,
        name=ask.typed("name"),
        address=ask.typed("address"),
        zone=ask.typed("zone"),
        currency=ask.typed("currency").upper(),
        active="active" in ask.form,
    )


def _form(one: Shop, no: LoyaltyError | None, *, new: bool) -> Shown:
    wrong = _FIELDS.get(no.code, "name") if no else ""
    values = {"shop": one, "new": new, "error": no, "wrong": wrong}
    return Shown("shop.html", values, 422 if no else 200)


_EDIT = Right.EDIT_SHOPS
PAGES = (
    Page("/shops", _list, right=Right.SEE_SHOPS, menu="menu.shops"),
    Page("/shops/new", _blank, right=_EDIT),
    Page("/shops/new", _add, "POST", _EDIT),
    Page("/shops/{number}", _show, right=_EDIT),
    Page("/shops/{number}", _change, "POST", _EDIT),
)
