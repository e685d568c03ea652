"""`regulars office terminal hub`: which till of a shop keeps the points of all its tills ready."""

from __future__ import annotations

import sqlalchemy as sa

from pos.cli.told import Facts, Told
from pos.office.auditing import note
from pos.office.books import Books
from pos.office.engine import transaction
from pos.office.hubs import end_hub, hub_of, name_hub
from pos.office.people import House
from pos.office.recovery import own_epoch
from pos.office.sessions import OfficeError, terminal_of
from pos.office.setting_up import BY_HAND
from pos.trouble import TroubleError


def named(engine: sa.Engine, house: House, number: int, address: str) -> Told:
    """Name a hub, or, without an address, end it; TroubleError `hub-address`, `terminal-unknown`,
    `terminal-retired`, `hub-none`.
    """
    try:
        with transaction(engine) as db:
            books = Books(db, house.merchant, house.clock, own_epoch(db, house.merchant))
            who = terminal_of(db, house.merchant, number)
            before = hub_of(db, house.merchant, who.shop)
            if address:
                name_hub(books, number, address)
            elif before is None or before.number != number:
                raise TroubleError("hub-none")
            else:
                end_hub(books, who.shop)
            about = f"terminal:{number}"
            old = {"hub": f"{before.number} {before.address}" if before else ""}
            new = {"hub": f"{number} {address}" if address else ""}
            note(db, house.merchant, house.clock, BY_HAND, "hub-named", about, old=old, new=new)
            books.close()
    except OfficeError as error:
        raise TroubleError(error.code, **error.facts) from None
    facts: Facts = {"shop": who.shop, "hub": number if address else None, "address": address}
    if not address:
        return Told(facts, (f"Shop {who.shop} has no hub any more.",))
    lines = (
        f"Terminal {number} is the hub of shop {who.shop}, at {address}.",
        "Its tills hear of it with their next contact; its window serves by itself.",
    )
    return Told(facts, lines)
