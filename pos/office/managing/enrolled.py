"""The merchant's terminals: which there are, a code for a new one, an end for one that is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from pos.clock import milliseconds
from pos.office.desk.core import HeadOffice
from pos.office.desk.enrolment import MINUTES, make_code
from pos.office.desk.sessions import change_terminal
from pos.office.managing import shops
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor, note
from pos.office.rights import hubs
from pos.office.schema.facts import terminal, terminal_session

MOST_NAME = 40
MOST_TERMINALS = 100_000


@dataclass(frozen=True, slots=True)
class Known:
    """A terminal as people look at it. Times are UTC milliseconds; `unsent`: as it said last;
    `clock_off_ms`: by how much its clock was ahead then; `health`: codes of what it found.
    """

    number: int
    shop: int
    name: str
    state: str
    app: str
    contact_ms: int
    enrolled_ms: int
    unsent: int
    clock_off_ms: int
    health: tuple[str, ...]


def terminals(connection: sa.Connection, merchant: int) -> list[Known]:
    """All by number, retired ones too."""
    asked = sa.select(terminal).where(terminal.c.merchant == merchant).order_by(terminal.c.number)
    return [_known(row) for row in connection.execute(asked.limit(MOST_TERMINALS))]


def terminal_known(connection: sa.Connection, merchant: int, number: int) -> Known:
    """One of them; LoyaltyError `terminal-unknown` (number)."""
    asked = sa.select(terminal).where(terminal.c.merchant == merchant, terminal.c.number == number)
    row = connection.execute(asked).one_or_none()
    if row is None:
        raise LoyaltyError("terminal-unknown", number=number)
    return _known(row)


def new_code(
    connection: sa.Connection, office: HeadOffice, house: House, actor: Actor, shop: int, name: str
) -> str:
    """A one-time code with which a machine becomes a terminal of a shop.

    LoyaltyError `shop-unknown` (number), `terminal-name` (most).
    """
    plain = name.strip()
    if not 0 < len(plain) <= MOST_NAME or not plain.isprintable():
        raise LoyaltyError("terminal-name", most=MOST_NAME)
    if shops.shop_of(connection, house.merchant, shop) is None:
        raise LoyaltyError("shop-unknown", number=shop)
    code = make_code(office, connection, shop, plain, str(actor.who or actor.origin))
    new = {"shop": shop, "name": plain, "minutes": MINUTES}
    note(connection, house.merchant, house.clock, actor, "terminal-code", f"shop:{shop}", new=new)
    return code


def code_again(
    connection: sa.Connection, office: HeadOffice, house: House, actor: Actor, number: int
) -> str:
    """A code with which a machine takes a terminal's place: a new computer, or one whose key was
    lost or copied. LoyaltyError `terminal-unknown`.
    """
    one = terminal_known(connection, house.merchant, number)
    who = str(actor.who or actor.origin)
    code = make_code(office, connection, one.shop, one.name, who, again=number)
    about, new = f"terminal:{number}", {"minutes": MINUTES}
    note(connection, house.merchant, house.clock, actor, "terminal-code", about, new=new)
    return code


def retire(connection: sa.Connection, house: House, actor: Actor, number: int) -> Known:
    """From now on a terminal is answered nothing; its session ends at once. What it still holds is
    taken back when its lease is over. LoyaltyError `terminal-unknown`.
    """
    before = terminal_known(connection, house.merchant, number)
    if before.state != "retired":
        change_terminal(connection, house.merchant, number, state="retired")
        connection.execute(
            terminal_session.delete().where(
                terminal_session.c.merchant == house.merchant,
                terminal_session.c.terminal == number,
            )
        )
        hubs.left(connection, house.merchant, number, before.shop, milliseconds(house.clock.now()))
        old: Mapping[str, Any] = {"state": before.state}
        note(
            connection,
            house.merchant,
            house.clock,
            actor,
            "terminal-retired",
            f"terminal:{number}",
            old=old,
            new={"state": "retired"},
        )
    return terminal_known(connection, house.merchant, number)


def _known(row: Any) -> Known:
    return Known(
        number=row.number,
        shop=row.shop,
        name=row.name,
        state=row.state,
        app=row.app,
        contact_ms=row.contact_ms,
        enrolled_ms=row.enrolled_ms,
        unsent=row.unsent,
        clock_off_ms=row.clock_off_ms,
        health=tuple(row.health.split()),
    )
