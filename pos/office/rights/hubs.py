"""Shops with a hub: the terminal that keeps the shop's points ready for all its tills.

Head office names it, tells the shop's terminals where it is and whose key it has, and keeps what
members have at their shop with it; the tills fetch from it over the shop's own network.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from loyalty.ledger.documents import compact
from loyalty.rights.note import HEAD_OFFICE
from pos.office.desk import feed
from pos.office.desk.sessions import OfficeError, Terminal
from pos.office.ledger.books import Books
from pos.office.rights.recalls import Recalls
from pos.office.schema.engine import upsert
from pos.office.schema.facts import held, home, recall, terminal
from pos.office.schema.shops import setting

LATER_MS = 600_000
"""A till's hub has so long to get a member's points back over the shop's network."""
HEARD_MS = 90_000
"""A terminal that was heard within answers for itself."""
MOST_ASKED = 500  # members in one question
TOPIC = "terminal"
_SETTING = "hub:"
_ADDRESS = re.compile(r"(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9.-]{1,253}):([0-9]{1,5})", re.ASCII)


@dataclass(frozen=True, slots=True)
class HubPlace:
    """Which terminal a shop's hub is, and where its tills find it (HOST:PORT)."""

    number: int
    address: str


def hub_of(db: sa.Connection, merchant: int, shop: int) -> HubPlace | None:
    """The hub of a shop; None where each terminal keeps its own."""
    number, _, address = (_setting(db, merchant, shop) or "").partition(" ")
    return HubPlace(int(number), address) if number.isdecimal() and address else None


def keeper_of(db: sa.Connection, merchant: int, who: Terminal) -> int:
    """Where members of a terminal's shop have their points: at its hub, else at itself."""
    hub = hub_of(db, merchant, who.shop)
    return hub.number if hub else who.number


def keepers_of(db: sa.Connection, merchant: int, shops: Mapping[int, int]) -> dict[int, int]:
    """The same of many terminals, by number; `shops`: the shop of each."""
    wanted = sa.select(setting.c.name, setting.c.value).where(
        setting.c.merchant == merchant, setting.c.name.startswith(_SETTING)
    )
    hubs: dict[int, int] = {}
    for name, value in db.execute(wanted):
        number = value.partition(" ")[0]
        if number.isdecimal():
            hubs[int(name.removeprefix(_SETTING))] = int(number)
    return {number: hubs.get(shop, number) for number, shop in shops.items()}


def asked_of_tills(
    books: Books, recalls: Recalls, who: Terminal
) -> tuple[tuple[bytes, ...], tuple[str, ...]]:
    """Members and vouchers that a hub's tills are asked for, of tills that do not answer for
    themselves.
    """
    hub = hub_of(books.db, books.merchant, who.shop)
    if hub is None or hub.number != who.number:
        return (), ()
    silent = sa.select(terminal.c.number).where(
        terminal.c.merchant == books.merchant,
        terminal.c.shop == who.shop,
        terminal.c.number != who.number,
        terminal.c.state == "active",
        terminal.c.contact_ms < books.now_ms - HEARD_MS,
    )
    members: set[bytes] = set()
    codes: set[str] = set()
    for number in books.db.execute(silent).scalars().all():
        asked, vouchers = recalls.asked_back(number)
        members.update(asked)
        codes.update(vouchers)
    return tuple(sorted(members)), tuple(sorted(codes))


def kept_at(books: Books, number: int, members: Collection[bytes]) -> set[bytes]:
    """Those of some members of whom a terminal has points by head office's count."""
    found: set[bytes] = set()
    asked = sorted(members)
    for first in range(0, len(asked), MOST_ASKED):
        some = asked[first : first + MOST_ASKED]
        wanted = sa.select(held.c.member).where(
            held.c.merchant == books.merchant, held.c.holder == number, held.c.member.in_(some)
        )
        found |= set(books.db.execute(wanted.distinct()).scalars())
    return found


def tell(db: sa.Connection, merchant: int, shop: int, now_ms: int, also: int = 0) -> None:
    """Tell the terminals of a shop who they are: their keys, which is the hub, and where. Of a shop
    that never had a hub nothing is told. `also`: a terminal that left the shop.

    All are told anew: one that came from another shop never kept who is in this one.
    """
    if _setting(db, merchant, shop) is None:
        return
    mates = sa.or_(terminal.c.shop == shop, terminal.c.number == also)
    rows = db.execute(
        sa.select(terminal).where(terminal.c.merchant == merchant, mates).order_by("number")
    ).all()
    hub = hub_of(db, merchant, shop)
    for row in rows:
        told = {
            "shop": row.shop,
            "name": row.name,
            "key": row.public.hex(),
            "state": row.state,
            "hub": hub.address if hub and hub.number == row.number else "",
        }
        before = feed.word_of(db, merchant, TOPIC, str(row.number))
        stamp = max(now_ms, before[0] + 1 if before else 0)
        said = (TOPIC, str(row.number), stamp, HEAD_OFFICE, compact(told))
        feed.keep_word(db, merchant, said, HEAD_OFFICE)


def left(db: sa.Connection, merchant: int, number: int, shop: int, now_ms: int) -> None:
    """A terminal was retired, or went to another shop: its mates know it no more. If it was the
    hub there is none until another is named, and its members are at home where they come next.
    """
    hub = hub_of(db, merchant, shop)
    if hub is not None and hub.number == number:
        _keep(db, merchant, shop, "", now_ms)
        db.execute(home.delete().where(home.c.merchant == merchant, home.c.terminal == number))
    tell(db, merchant, shop, now_ms, also=number)


def name_hub(books: Books, number: int, address: str) -> None:
    """A terminal is its shop's hub from now on: members at home in the shop are at home with it,
    and what the hub until then holds is asked back. OfficeError `hub-address`,
    `terminal-unknown`, `terminal-retired`.
    """
    db, merchant = books.db, books.merchant
    where = address.strip()
    found = _ADDRESS.fullmatch(where)
    if found is None or not 0 < int(found[1]) < 65_536:
        raise OfficeError("hub-address", address=address[:80])
    shop = _shop_of(db, merchant, number)
    _keep(db, merchant, shop, f"{number} {where}", books.now_ms)
    tills = sa.select(terminal.c.number).where(
        terminal.c.merchant == merchant, terminal.c.shop == shop
    )
    db.execute(
        home.update()
        .where(home.c.merchant == merchant, home.c.terminal.in_(tills))
        .values(terminal=number)
    )
    for till in db.execute(tills).scalars().all():
        if till != number:
            _ask_for_all(books, till)
    tell(db, merchant, shop, books.now_ms)


def end_hub(books: Books, shop: int) -> None:
    """From now on each terminal of the shop keeps its own; what the hub has stays there."""
    _keep(books.db, books.merchant, shop, "", books.now_ms)
    tell(books.db, books.merchant, shop, books.now_ms)


def _shop_of(db: sa.Connection, merchant: int, number: int) -> int:
    wanted = sa.select(terminal.c.shop, terminal.c.state).where(
        terminal.c.merchant == merchant, terminal.c.number == number
    )
    row = db.execute(wanted).one_or_none()
    if row is None:
        raise OfficeError("terminal-unknown", 404)
    if row.state == "retired":
        raise OfficeError("terminal-retired", 403)
    return int(row.shop)


def _setting(db: sa.Connection, merchant: int, shop: int) -> str | None:
    named = {"merchant_": merchant, "name_": f"{_SETTING}{shop}"}
    return db.execute(_SET, named).scalar_one_or_none()


_SET = sa.select(setting.c.value).where(
    setting.c.merchant == sa.bindparam("merchant_"), setting.c.name == sa.bindparam("name_")
)


def _keep(db: sa.Connection, merchant: int, shop: int, value: str, now_ms: int) -> None:
    fresh = upsert(db, setting)
    db.execute(
        fresh.on_conflict_do_update(
            index_elements=["merchant", "name"],
            set_={n: fresh.excluded[n] for n in ("value", "changed_ms")},
        ),
        {"merchant": merchant, "name": f"{_SETTING}{shop}", "value": value, "changed_ms": now_ms},
    )


def _ask_for_all(books: Books, number: int) -> None:
    """Everything a terminal holds by head office's count is asked back, a little later: over the
    shop's network it may be faster.
    """
    due = books.now_ms + LATER_MS
    members = (
        sa.select(held.c.member)
        .where(held.c.merchant == books.merchant, held.c.holder == number)
        .distinct()
    )
    rows = [
        {
            "merchant": books.merchant,
            "holder": number,
            "member": raw,
            "code": "",
            "at_ms": due,
        }
        for raw in books.db.execute(members).scalars().all()
    ]
    if rows:
        books.db.execute(upsert(books.db, recall).on_conflict_do_nothing(), rows)
