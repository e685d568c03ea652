"""A person names a shop's hub, or ends it; it is written down who did."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from pos.office.desk.recovery import own_epoch
from pos.office.desk.sessions import OfficeError, terminal_of
from pos.office.ledger.books import Books
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor, note
from pos.office.rights.hubs import end_hub, hub_of, name_hub
from pos.trouble import TroubleError


@dataclass(frozen=True, slots=True)
class Named:
    """A shop's hub from now on; number 0 for none."""

    shop: int
    number: int
    address: str


def named(
    connection: sa.Connection, house: House, actor: Actor, number: int, address: str
) -> Named:
    """A terminal is its shop's hub at HOST:PORT, or, without an address, is it no more.

    TroubleError `hub-address`, `terminal-unknown`, `terminal-retired`, `hub-none`.
    """
    merchant = house.merchant
    books = Books(connection, merchant, house.clock, own_epoch(connection, merchant))
    try:
        who = terminal_of(connection, merchant, number)
        before = hub_of(connection, merchant, who.shop)
        if address:
            name_hub(books, number, address)
        elif before is None or before.number != number:
            raise TroubleError("hub-none")
        else:
            end_hub(books, who.shop)
    except OfficeError as error:
        raise TroubleError(error.code, **error.facts) from None
    books.close()
    old = {"hub": f"{before.number} {before.address}" if before else ""}
    new = {"hub": f"{number} {address}" if address else ""}
    note(
        connection,
        merchant,
        house.clock,
        actor,
        "hub-named",
        f"terminal:{number}",
        old=old,
        new=new,
    )
    return Named(who.shop, number if address else 0, address)
