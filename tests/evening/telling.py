"""What an evening came to: the terminals' books beside head office's, line by line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from loyalty.ledger.entry import Account, Kind
from pos.clock import SystemClock
from pos.office.ledger.notes import OPEN
from pos.office.managing.inbox import asides, settlements
from pos.office.schema.engine import reading
from pos.office.schema.facts import entry, held, note, posting
from pos.store import open_store, verify
from pos.store.tables import ACCOUNT_CODES, SIDES
from tests.evening.street import ZONE, Street

EMPTY = (Account.TRANSIT, Account.NOTED, Account.ADVANCED)
"""Accounts through which points only pass."""
_ALL = 1_000_000


def found(street: Street, tills: dict[int, Path]) -> dict[str, Any]:
    """Everything that can be compared. The windows are closed, head office may still serve."""
    told: dict[str, Any] = {"terminals": {}}
    balances: dict[str, dict[int, int]] = {}
    for number, folder in tills.items():
        told["terminals"][number] = _terminal(folder, number, balances)
    engine = street.office.engine()
    try:
        with reading(engine) as db:
            told["head_office"] = _office(db)
            told["balances"] = _balances(db, balances)
    finally:
        engine.dispose()
    told["head_office"]["verify"] = street.office.run("verify")["clean"]
    return told


def wrong(told: dict[str, Any]) -> list[str]:
    """What does not agree; head office's losses are judged by whoever knows the evening."""
    office = told["head_office"]
    faults = []
    for number, one in told["terminals"].items():
        if one["entries"] != office["entries"].get(number):
            faults.append(f"terminal {number}: entries")
        faults += [
            f"terminal {number}: {name}"
            for name in ("faults", "unsent", "aside", "twice")
            if one[name]
        ]
    for each in told["balances"]:
        if each["terminals"] != each["head_office"]:
            faults.append(f"balance of {each['member']}")
    faults += [f"head office: {name}" for name in ("aside", "open_notes", "twice") if office[name]]
    faults += [
        f"account {name} is not empty" for name, points in office["passing"].items() if points
    ]
    return faults if office["verify"] else [*faults, "head office's books"]


def _terminal(folder: Path, number: int, balances: dict[str, dict[int, int]]) -> dict[str, Any]:
    clock = SystemClock(ZoneInfo(ZONE))
    store = open_store(folder / "regulars.db", clock, number, reserve_bytes=0)
    with store, store.reading() as view:
        entries = list(view.entries(limit=_ALL))
        acts = Counter((each.source, each.kind) for each in entries if each.kind is Kind.SALE)
        members = {each.member for each in entries if each.member is not None}
        for member in members:
            account = view.account(member)
            balances.setdefault(member.hex, {})[number] = account.balance
        return {
            "entries": len(entries),
            "kinds": dict(sorted(Counter(each.kind.value for each in entries).items())),
            "faults": len(list(verify(view))),
            "unsent": view.unsent()[0],
            "aside": len(view.set_aside()),
            "twice": sum(count - 1 for count in acts.values()),
        }


def _office(db: sa.Connection) -> dict[str, Any]:
    by_terminal = sa.select(entry.c.terminal, sa.func.count()).group_by(entry.c.terminal)
    sales = sa.select(entry.c.source).where(entry.c.kind == Kind.SALE.value)
    acts = Counter(bytes(row[0]) for row in db.execute(sales))
    codes = {ACCOUNT_CODES[account]: account.value for account in Account}
    sums = sa.select(posting.c.account, sa.func.sum(posting.c.points)).group_by(posting.c.account)
    accounts = {codes[row[0]]: int(row[1]) for row in db.execute(sums)}
    way = sa.select(sa.func.count()).where(note.c.state == OPEN)
    return {
        "entries": {row[0]: int(row[1]) for row in db.execute(by_terminal)},
        "twice": sum(count - 1 for count in acts.values()),
        "aside": [f"{one.key} {one.why}" for one in asides(db, 1, (), "open", 0, 100)],
        "settled": [
            {"kind": one.kind, "why": one.why, "points": one.points}
            for one in settlements(db, 1, 0, 100)
        ],
        "open_notes": int(db.execute(way).scalar_one()),
        "accounts": accounts,
        "passing": {one.value: accounts.get(one.value, 0) for one in EMPTY},
    }


def _balances(db: sa.Connection, terminals: dict[str, dict[int, int]]) -> list[dict[str, Any]]:
    """By member and holder; what a terminal owes a member's lots is below zero at both."""
    wanted = (
        sa.select(held.c.member, held.c.holder, held.c.side, sa.func.sum(held.c.points))
        .group_by(held.c.member, held.c.holder, held.c.side)
        .order_by(held.c.member)
    )
    office: dict[str, dict[int, int]] = {}
    for member, holder, side, points in db.execute(wanted):
        if side != SIDES[Account.PENDING]:
            at = office.setdefault(bytes(member).hex(), {})
            owed = side == SIDES[Account.MEMBER_DEBT]
            at[holder] = at.get(holder, 0) + (-int(points) if owed else int(points))
    return [
        {
            "member": member[-6:],
            "terminals": {n: p for n, p in sorted(terminals.get(member, {}).items()) if p},
            "head_office": {n: p for n, p in sorted(office.get(member, {}).items()) if n and p},
            "pool": office.get(member, {}).get(0, 0),
        }
        for member in sorted({*terminals, *office})
    ]
