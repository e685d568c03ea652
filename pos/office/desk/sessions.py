"""Sessions of terminals: a name drawn anew each time, and a count that only goes up.

A delayed or repeated message belongs to a session that is over, or has a number that was used: it
is refused before it can change anything. Two machines under one name take the session from each
other, and that is how a copied disk shows (ledger-sync.md 4.2).
"""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from pos.office.schema.engine import upsert
from pos.office.schema.facts import terminal, terminal_session

NONCE_BYTES = 16
COPY_MS = 24 * 3_600_000
"""Two machines under one name within a day are copies; after that it is a new computer."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal as head office knows it."""

    number: int
    shop: int
    name: str
    public: bytes
    state: str
    newest_epoch: int
    cleared_epoch: int
    lease_ms: int
    machine: str
    machine_ms: int
    contact_ms: int
    told_rev: int
    enrolled_ms: int


# Built once: each message of a terminal needs them, and to build one costs as much as to run it.
_TERMINAL = sa.select(*(terminal.c[name] for name in Terminal.__dataclass_fields__)).where(
    terminal.c.merchant == sa.bindparam("merchant_"), terminal.c.number == sa.bindparam("number_")
)
_LOCKED = _TERMINAL.with_for_update()
_LEFT = terminal.c.unsent - sa.bindparam("many")
_SENT = (
    terminal.update()
    .where(
        terminal.c.merchant == sa.bindparam("merchant_"),
        terminal.c.number == sa.bindparam("number_"),
    )
    .values(unsent=sa.case((_LEFT > 0, _LEFT), else_=0))
)
_CHANGED = terminal.update().where(  # those columns that values are given for
    terminal.c.merchant == sa.bindparam("merchant_"), terminal.c.number == sa.bindparam("number_")
)
_COUNTED = (
    terminal_session.update()
    .where(
        terminal_session.c.merchant == sa.bindparam("merchant_"),
        terminal_session.c.terminal == sa.bindparam("number_"),
        terminal_session.c.nonce == sa.bindparam("nonce_"),
        terminal_session.c.ctr < sa.bindparam("ctr_"),
    )
    .values(ctr=sa.bindparam("ctr_"))
)


class OfficeError(Exception):
    """Head office says no to a message: `code` and facts as in `messages.Refused`, and the status
    of HTTP (RFC 9110) that says the same.
    """

    def __init__(self, code: str, status: int = 400, retry_ms: int = 0, **facts: str | int) -> None:
        super().__init__(code, facts)
        self.code = code
        self.status = status
        self.retry_ms = retry_ms
        self.facts = facts


def terminal_of(db: sa.Connection, merchant: int, number: int, *, lock: bool = False) -> Terminal:
    """The terminal of a number; OfficeError `terminal-unknown`."""
    asked = {"merchant_": merchant, "number_": number}
    row = db.execute(_LOCKED if lock else _TERMINAL, asked).one_or_none()
    if row is None:
        raise OfficeError("terminal-unknown", 401)
    return Terminal(*row)


def change_terminal(db: sa.Connection, merchant: int, number: int, **values: object) -> None:
    """Write some of a terminal's columns."""
    db.execute(_CHANGED, {"merchant_": merchant, "number_": number, **values})


def sent(db: sa.Connection, merchant: int, number: int, many: int) -> None:
    """A terminal has so many entries less to send than it said when its session began."""
    db.execute(_SENT, {"merchant_": merchant, "number_": number, "many": many})


def begin(db: sa.Connection, merchant: int, number: int, nonce: bytes, at_ms: int) -> None:
    """A new session; the one before ends with it."""
    fresh = upsert(db, terminal_session)
    db.execute(
        fresh.on_conflict_do_update(
            index_elements=["merchant", "terminal"],
            set_={n: fresh.excluded[n] for n in ("nonce", "ctr", "at_ms")},
        ),
        {"merchant": merchant, "terminal": number, "nonce": nonce, "ctr": 0, "at_ms": at_ms},
    )


def go_on(db: sa.Connection, merchant: int, number: int, nonce: bytes, ctr: int) -> None:
    """The next message of a session; OfficeError `session-stale`."""
    told = {"merchant_": merchant, "number_": number, "nonce_": nonce, "ctr_": ctr}
    if not nonce or db.execute(_COUNTED, told).rowcount != 1:
        raise OfficeError("session-stale", 401)
