"""Enrolling a terminal with a code a manager made: used once, within a quarter of an hour."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from pos.clock import milliseconds
from pos.office.desk import feed
from pos.office.desk.sessions import OfficeError
from pos.office.rights import hubs
from pos.office.schema.facts import enrol_code, terminal
from pos.office.schema.shops import setting, shop
from pos.sync.messages import Enrol, Enrolled

if TYPE_CHECKING:
    from pos.office.desk.core import HeadOffice

MINUTES = 15
CODE_DIGITS = 12
MOST_TERMINAL = 99_999  # a slip's number has five digits for it
PUBLIC_BYTES = 32


def code_hash(code: str) -> bytes:
    """How a code is kept: whoever reads the database cannot use it."""
    plain = "".join(char for char in code if char.isalnum()).upper()
    return hashlib.sha256(b"regulars-enrol-1:" + plain.encode()).digest()


def make_code(
    office: HeadOffice, db: sa.Connection, shop_no: int, name: str, person: str, again: int = 0
) -> str:
    """A fresh code for a terminal of a shop; `again`: the terminal that is enrolled anew."""
    number = int.from_bytes(office.random(8), "big") % 10**CODE_DIGITS
    code = f"{number:0{CODE_DIGITS}d}"
    now = milliseconds(office.clock.now())
    db.execute(
        enrol_code.insert(),
        {
            "merchant": office.terms.merchant,
            "hash": code_hash(code),
            "shop": shop_no,
            "name": name,
            "expires_ms": now + MINUTES * 60_000,
            "used_ms": 0,
            "person": person,
            "terminal": again,
        },
    )
    return code


def enrolled(office: HeadOffice, db: sa.Connection, asked: Enrol) -> Enrolled:
    """Give a terminal its number. OfficeError `enrol-code` (unknown, used, too late),
    `enrol-key`, `terminal-number-taken` (number): another one has it, and it brings entries.
    """
    merchant, now = office.terms.merchant, milliseconds(office.clock.now())
    if len(asked.public) != PUBLIC_BYTES:
        raise OfficeError("enrol-key")
    where = (enrol_code.c.merchant == merchant, enrol_code.c.hash == code_hash(asked.code[:80]))
    row = db.execute(sa.select(enrol_code).where(*where).with_for_update()).one_or_none()
    if row is None or row.expires_ms < now or (row.used_ms and not _again(db, row, asked)):
        raise OfficeError("enrol-code", 403)
    if row.terminal and asked.entries and asked.terminal != row.terminal:
        raise OfficeError("terminal-number-taken", 409, number=row.terminal)
    feed.next_rev(db, merchant, 0)  # of two that come at once, the second sees the first's number
    number = row.terminal or _number(db, merchant, asked)
    db.execute(enrol_code.update().where(*where).values(used_ms=now, terminal=number))
    epoch = max(1, min(asked.epoch, 999))
    values = {
        "shop": row.shop,
        "name": row.name,
        "public": asked.public,
        "state": "active",
        "app": asked.app[:40],
        "machine": asked.machine[:80],
        "machine_ms": 0,
        "enrolled_ms": now,
    }
    if row.terminal:
        at = (terminal.c.merchant == merchant, terminal.c.number == number)
        before = db.execute(sa.select(terminal.c.shop).where(*at)).scalar_one_or_none()
        db.execute(terminal.update().where(*at).values(**values))
        if before not in (None, row.shop):
            hubs.left(db, merchant, number, before, now)
    else:
        more = {
            "contact_ms": now,
            "lease_ms": now,
            "newest_epoch": epoch,
            "cleared_epoch": epoch,
            "told_rev": 0,
            "clock_off_ms": 0,
            "unsent": max(0, asked.entries),
            "health": "",
        }
        db.execute(terminal.insert(), {"merchant": merchant, "number": number, **values, **more})
    hubs.tell(db, merchant, row.shop, now)
    shop_name, merchant_name = _names(db, merchant, row.shop)
    return Enrolled(
        terminal=number,
        shop=row.shop,
        shop_name=shop_name,
        office=office.signing.public,
        merchant_name=merchant_name,
    )


def _names(db: sa.Connection, merchant: int, shop_no: int) -> tuple[str, str]:
    """The names of a shop and of the merchant, as far as they are known."""
    of_shop = sa.select(shop.c.name).where(shop.c.merchant == merchant, shop.c.number == shop_no)
    of_all = sa.select(setting.c.value).where(
        setting.c.merchant == merchant, setting.c.name == "merchant-name"
    )
    found = [db.execute(wanted).scalar_one_or_none() or "" for wanted in (of_shop, of_all)]
    return found[0], found[1]


def _again(db: sa.Connection, row: Any, asked: Enrol) -> bool:
    """Whether a used code comes from the terminal that used it, which had no answer: whoever has
    signed with that very key is the same.
    """
    wanted = sa.select(terminal.c.public).where(
        terminal.c.merchant == row.merchant, terminal.c.number == row.terminal
    )
    return bool(db.execute(wanted).scalar_one_or_none() == asked.public)


def _number(db: sa.Connection, merchant: int, asked: Enrol) -> int:
    """The number a terminal has so far, if it is free; else the next one, if it brings nothing."""
    taken = set(
        db.execute(sa.select(terminal.c.number).where(terminal.c.merchant == merchant)).scalars()
    )
    if 0 < asked.terminal <= MOST_TERMINAL and asked.terminal not in taken:
        return asked.terminal
    if asked.entries:
        raise OfficeError("terminal-number-taken", 409, number=asked.terminal)
    number = max(taken, default=0) + 1
    if number > MOST_TERMINAL:
        raise OfficeError("terminal-number-taken", 409, number=number)
    return number
