"""The merchant's shops: number, name, address, zone, currency."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.money import currency as known_currency
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor, note
from pos.office.schema.shops import shop

MOST_NUMBER = 99_999
MOST_NAME = 80
MOST_ADDRESS = 200
MOST_SHOPS = 100_000


@dataclass(frozen=True, slots=True)
class Shop:
    """One shop, as it stands on reports."""

    number: int
    name: str
    address: str
    zone: str
    currency: str
    active: bool = True


def shops(connection: sa.Connection, merchant: int) -> list[Shop]:
    """All shops by number, closed ones too."""
    asked = sa.select(shop).where(shop.c.merchant == merchant).order_by(shop.c.number)
    return [_shop(row) for row in connection.execute(asked.limit(MOST_SHOPS))]


def shop_of(connection: sa.Connection, merchant: int, number: int) -> Shop | None:
    """One shop."""
    asked = sa.select(shop).where(shop.c.merchant == merchant, shop.c.number == number)
    row = connection.execute(asked).one_or_none()
    return _shop(row) if row else None


def add(connection: sa.Connection, house: House, actor: Actor, one: Shop) -> Shop:
    """A new shop. Errors: `shop-exists`, `shop-number`, `shop-name`, `shop-address`, `shop-zone`,
    and those of a currency.
    """
    made = _checked(one)
    if shop_of(connection, house.merchant, made.number):
        raise LoyaltyError("shop-exists", number=made.number)
    connection.execute(shop.insert(), _row(made, house))
    new = asdict(made)
    about = f"shop:{made.number}"
    note(connection, house.merchant, house.clock, actor, "shop-added", about, new=new)
    return made


def change(connection: sa.Connection, house: House, actor: Actor, one: Shop) -> Shop:
    """A shop as it is from now on; its currency stays. `shop-unknown`, `shop-currency-stays`,
    and the errors of `add`.
    """
    after, before = _checked(one), shop_of(connection, house.merchant, one.number)
    if before is None:
        raise LoyaltyError("shop-unknown", number=one.number)
    if before.currency != after.currency:
        raise LoyaltyError("shop-currency-stays", currency=before.currency)
    where = (shop.c.merchant == house.merchant, shop.c.number == after.number)
    connection.execute(shop.update().where(*where), _row(after, house))
    old, new = asdict(before), asdict(after)
    changed = [name for name in new if old[name] != new[name]]
    if changed:
        note(
            connection,
            house.merchant,
            house.clock,
            actor,
            "shop-changed",
            f"shop:{after.number}",
            old={name: old[name] for name in changed},
            new={name: new[name] for name in changed},
        )
    return after


def _checked(one: Shop) -> Shop:
    name, address = one.name.strip(), one.address.strip()
    if not 0 < one.number <= MOST_NUMBER:
        raise LoyaltyError("shop-number", most=MOST_NUMBER)
    if not 0 < len(name) <= MOST_NAME or not name.isprintable():
        raise LoyaltyError("shop-name", most=MOST_NAME)
    if len(address) > MOST_ADDRESS or not address.isprintable():
        raise LoyaltyError("shop-address", most=MOST_ADDRESS)
    try:
        ZoneInfo(one.zone[:60])
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise LoyaltyError("shop-zone") from None
    return Shop(one.number, name, address, one.zone, known_currency(one.currency).code, one.active)


def _row(one: Shop, house: House) -> dict[str, Any]:
    values = asdict(one) | {"active": int(one.active)}
    return {"merchant": house.merchant, **values, "changed_ms": house.now_ms}


def _shop(row: Any) -> Shop:
    return Shop(row.number, row.name, row.address, row.zone, row.currency, bool(row.active))
