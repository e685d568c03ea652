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
    names = list(Terminal.__dataclass_fields__)
    wanted = sa.select(*(terminal.c[name] for name in names)).where(
        terminal.c.merchant == merchant, terminal.c.number == number
    )
    row = db.execute(wanted.with_for_update() if lock else wanted).one_or_none()
    if row is None:
        raise OfficeError("terminal-unknown", 401)
    return Terminal(*row)


def change_terminal(db: sa.Connection, merchant: int, number: int, **values: object) -> None:
    """Write some of a terminal's columns."""
    db.execute(
        terminal.update()
        .where(terminal.c.merchant == merchant, terminal.c.number == number)
        .values(**values)
    )


def sent(db: sa.Connection, merchant: int, number: int, many: int) -> None:
    """A terminal has so many entries less to send than it said when its session began."""
    left = terminal.c.unsent - many
    change_terminal(db, merchant, number, unsent=sa.case((left > 0, left), else_=0))


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
    counted = (
        terminal_session.update()
        .where(
            terminal_session.c.merchant == merchant,
            terminal_session.c.terminal == number,
            terminal_session.c.nonce == nonce,
            terminal_session.c.ctr < ctr,
        )
        .values(ctr=ctr)
    )
    if not nonce or db.execute(counted).rowcount != 1:
        raise OfficeError("session-stale", 401)
