"""What people do with terminals: see how they are, name them anew, move them, give them up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Account as Ledger
from pos.office.desk.sessions import change_terminal
from pos.office.ledger.books import Books
from pos.office.ledger.standing import told_of_touched
from pos.office.managing import shops
from pos.office.managing.enrolled import MOST_NAME, Known, retire, terminal_known, terminals
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor, note
from pos.office.rights import hubs
from pos.office.rights.pool import Rights
from pos.office.schema.facts import held, terminal
from pos.office.schema.shops import setting
from pos.store.tables import SIDES

RETIRE_LIMIT = 500
"""Points that are taken back from a silent terminal without a person's word, unless set."""
LIMIT_SETTING = "retire-limit"
CLOCK_OFF_MS = 5 * 60_000
SILENT_MS = 24 * 3_600_000
UNSENT_MS = 15 * 60_000
"""What a terminal said was unsent when it was last heard, so long ago."""


@dataclass(frozen=True, slots=True)
class AtRisk:
    """What a terminal holds by head office's count: how many members' points, and how many."""

    members: int = 0
    points: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """A terminal with what it holds, until when it may spend that, and whether it is a hub.

    `worries`: codes of what a person should look at: `silent`, `clock`, `unsent`, `suspended`.
    """

    known: Known
    risk: AtRisk
    lease_ms: int
    hub: bool
    worries: tuple[str, ...]


def seen(connection: sa.Connection, house: House) -> list[Seen]:
    """All terminals that are not retired, then the retired ones; by number."""
    merchant = house.merchant
    risks = at_risk(connection, merchant)
    leases = dict(
        connection.execute(
            sa.select(terminal.c.number, terminal.c.lease_ms).where(terminal.c.merchant == merchant)
        ).all()
    )
    known = terminals(connection, merchant)
    found = {one.shop: hubs.hub_of(connection, merchant, one.shop) for one in known}
    made = []
    for one in known:
        hub = found[one.shop]
        is_hub = hub is not None and hub.number == one.number
        risk = risks.get(one.number, AtRisk())
        made.append(Seen(one, risk, leases[one.number], is_hub, _worries(one, house.now_ms)))
    return sorted(made, key=lambda each: (each.known.state == "retired", each.known.number))


def seen_one(connection: sa.Connection, house: House, number: int) -> Seen:
    """One terminal; LoyaltyError `terminal-unknown` (number)."""
    for each in seen(connection, house):
        if each.known.number == number:
            return each
    raise LoyaltyError("terminal-unknown", number=number)


def at_risk(connection: sa.Connection, merchant: int) -> dict[int, AtRisk]:
    """What each terminal may have spent unseen."""
    wanted = (
        sa.select(
            held.c.holder, sa.func.count(held.c.member.distinct()), sa.func.sum(held.c.points)
        )
        .where(
            held.c.merchant == merchant,
            held.c.side == SIDES[Ledger.MEMBER],
            held.c.points > 0,
        )
        .group_by(held.c.holder)
    )
    return {
        holder: AtRisk(int(members), int(points))
        for holder, members, points in connection.execute(wanted)
    }


def _worries(one: Known, now_ms: int) -> tuple[str, ...]:
    if one.state == "retired":
        return ()
    found = []
    if one.state == "suspended":
        found.append("suspended")
    if now_ms - one.contact_ms > SILENT_MS:
        found.append("silent")
    if abs(one.clock_off_ms) > CLOCK_OFF_MS:
        found.append("clock")
    if one.unsent and now_ms - one.contact_ms > UNSENT_MS:
        found.append("unsent")
    return tuple(found)


def change(
    connection: sa.Connection, house: House, actor: Actor, number: int, name: str, shop: int
) -> Known:
    """Another name or shop. LoyaltyError `terminal-unknown`, `terminal-name` (most),
    `shop-unknown`, `terminal-hub` (shop): a shop's hub stays there until it is one no more.
    """
    before = terminal_known(connection, house.merchant, number)
    plain = name.strip()
    if not 0 < len(plain) <= MOST_NAME or not plain.isprintable():
        raise LoyaltyError("terminal-name", most=MOST_NAME)
    if shops.shop_of(connection, house.merchant, shop) is None:
        raise LoyaltyError("shop-unknown", number=shop)
    hub = hubs.hub_of(connection, house.merchant, before.shop)
    if shop != before.shop and hub is not None and hub.number == number:
        raise LoyaltyError("terminal-hub", shop=before.shop)
    if (plain, shop) == (before.name, before.shop):
        return before
    change_terminal(connection, house.merchant, number, name=plain, shop=shop)
    if shop != before.shop:
        hubs.left(connection, house.merchant, number, before.shop, house.now_ms)
    hubs.tell(connection, house.merchant, shop, house.now_ms)
    old = {"name": before.name, "shop": before.shop}
    new = {"name": plain, "shop": shop}
    changed = [key for key in new if old[key] != new[key]]
    note(
        connection,
        house.merchant,
        house.clock,
        actor,
        "terminal-changed",
        f"terminal:{number}",
        old={key: old[key] for key in changed},
        new={key: new[key] for key in changed},
    )
    return terminal_known(connection, house.merchant, number)


def give_up(
    books: Books, new_id: Callable[[], UUID], house: House, actor: Actor, number: int
) -> AtRisk:
    """Retire a terminal, and take into the pool what it holds: should it have spent some of that
    unseen, the merchant bears it. What it held. LoyaltyError `terminal-unknown`.

    Should it be enrolled again one day, it first sends back whatever it still has.
    """
    books.lock()
    risk = at_risk(books.db, books.merchant).get(number, AtRisk())
    retire(books.db, house, actor, number)
    if not take_back(Rights(books, new_id), number):
        return AtRisk()
    told_of_touched(books, new_id)
    new = {"members": risk.members, "points": risk.points}
    about = f"terminal:{number}"
    note(books.db, books.merchant, house.clock, actor, "terminal-settled", about, new=new)
    return risk


def take_back(rights: Rights, number: int) -> int:
    """What a terminal holds is the pool's; how many members and notes. Heard of again, it is first
    asked to send back all it has.
    """
    books = rights.books
    settled = rights.settle_holder(number, "retired") + rights.call_off(number)
    if settled:
        newest = sa.select(terminal.c.newest_epoch).where(
            terminal.c.merchant == books.merchant, terminal.c.number == number
        )
        before = int(books.db.execute(newest).scalar_one()) - 1
        change_terminal(books.db, books.merchant, number, cleared_epoch=before)
    return settled


def retire_limit(connection: sa.Connection, merchant: int) -> int:
    """Points that a night takes back by itself from a silent terminal that nobody retired."""
    wanted = sa.select(setting.c.value).where(
        setting.c.merchant == merchant, setting.c.name == LIMIT_SETTING
    )
    found = connection.execute(wanted).scalar_one_or_none() or ""
    return int(found) if found.isdecimal() and len(found) < 10 else RETIRE_LIMIT
