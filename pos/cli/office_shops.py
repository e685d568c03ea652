"""`regulars office shop`: the merchant's shops listed, a new one, and one as it is from now on."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict, replace

from loyalty.errors import LoyaltyError
from pos.cli.office import clock_of
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.office.managing import shops
from pos.office.managing.shops import Shop
from pos.office.people.accounts import House
from pos.office.running.setting_up import BY_HAND, MERCHANT, database_url, open_office
from pos.office.schema.engine import reading, transaction
from pos.places import Places
from pos.settings import usual_settings


def shop(options: Namespace, places: Places) -> Told:
    """List them, add one, or change one; what is not said stays, or is this machine's own."""
    house = House(MERCHANT, clock_of(places))
    engine = open_office(database_url(places, options.database), house.clock)
    try:
        if options.act == "list":
            with reading(engine) as connection:
                return _list(shops.shops(connection, MERCHANT))
        with transaction(engine) as connection:
            known = shops.shops(connection, MERCHANT)
            if options.act == "add":
                one = shops.add(connection, house, BY_HAND, _new(options, places, known))
            else:
                one = shops.change(connection, house, BY_HAND, _changed(options, known))
    finally:
        engine.dispose()
    return Told({"shop": _facts(one)}, (f"Shop {one.number}: {_line(one)}",))


def _new(options: Namespace, places: Places, known: list[Shop]) -> Shop:
    """The next number, and the zone and currency of this machine's settings, where none is said."""
    usual = usual_settings(places.settings)
    return Shop(
        options.number or max((one.number for one in known), default=0) + 1,
        options.name,
        options.address or "",
        options.zone or usual.zone,
        (options.currency or usual.currency).upper(),
    )


def _changed(options: Namespace, known: list[Shop]) -> Shop:
    before = next((one for one in known if one.number == options.number), None)
    if before is None:
        raise LoyaltyError("shop-unknown", number=options.number)
    told = {
        "name": options.name,
        "address": options.address,
        "zone": options.zone,
        "currency": options.currency.upper() if options.currency else None,
        "active": False if options.closed else True if options.open else None,
    }
    return replace(before, **{name: value for name, value in told.items() if value is not None})


def _list(found: list[Shop]) -> Told:
    head = ("Shop", "Name", "Zone", "Currency", "Address", "")
    rows = [
        (str(s.number), s.name, s.zone, s.currency, s.address, "" if s.active else "closed")
        for s in found
    ]
    lines = table([head, *rows], right=(0,)) if rows else ("No shops yet.",)
    return Told({"shops": [_facts(one) for one in found]}, lines)


def _line(one: Shop) -> str:
    parts = (one.name, one.address, one.zone, one.currency, "" if one.active else "closed")
    return ", ".join(part for part in parts if part)


def _facts(one: Shop) -> Facts:
    return asdict(one)
