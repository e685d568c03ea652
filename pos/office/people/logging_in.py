"""Logging in and out, and the sessions between: the token is the browser's, its hash is ours."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from pos.office.people import passwords
from pos.office.people.accounts import (
    House,
    Person,
    folded,
    person_named,
    person_of,
    secret_of,
    set_password,
)
from pos.office.people.auditing import Actor, note
from pos.office.people.waits import Try, charge, forgive
from pos.office.schema.engine import reading, transaction
from pos.office.schema.people import web_session

IDLE = timedelta(minutes=60)
LONGEST = timedelta(hours=12)
_STEP = timedelta(minutes=1)  # a session's last use is written no oftener
_MS = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Entered:
    """Who logged in, and the token that shows it from now on."""

    person: Person
    token: str


def new_token() -> str:
    """256 random bits as text."""
    return secrets.token_urlsafe(32)


def log_in(engine: sa.Engine, house: House, login: str, password: str, address: str) -> Entered:
    """A new session for whoever knows the password.

    Errors, the same for names that exist and that do not: `log-in-wrong`, `log-in-wait` (seconds).
    """
    attempt = Try(folded(login), address)
    with transaction(engine) as connection:
        charge(connection, house, attempt)
    with reading(engine) as connection:
        found = person_named(connection, house.merchant, login)
        secret = secret_of(connection, house.merchant, found.id) if found else ""
    # Outside of any transaction: it takes a tenth of a second on purpose.
    right = passwords.fits(secret, password)
    with transaction(engine) as connection:
        if not (right and found and found.active):
            who = found.id if found else None
            note(
                connection,
                house.merchant,
                house.clock,
                Actor(None, address),
                "log-in-refused",
                f"person:{who}" if who else "nobody",
            )
            entered = None
        else:
            forgive(connection, house, attempt)
            entered = _enter(connection, house, found, address)
    if entered is None:
        raise LoyaltyError("log-in-wrong")
    return entered


def person_in(engine: sa.Engine, house: House, token: str) -> Person | None:
    """Whose session a token shows; None for none, one that ran out, or a person shut out since."""
    hashed, now_ms = _hash(token), house.now_ms
    mine = (web_session.c.merchant == house.merchant, web_session.c.hash == hashed)
    with reading(engine) as connection:
        row = connection.execute(sa.select(web_session).where(*mine)).one_or_none()
        found = person_of(connection, house.merchant, UUID(bytes=row.person)) if row else None
    if row is None or found is None or not found.active:
        return None
    if now_ms - row.seen_ms > IDLE // _MS or now_ms - row.made_ms > LONGEST // _MS:
        return None
    if now_ms - row.seen_ms > _STEP // _MS:
        with transaction(engine) as connection:
            connection.execute(web_session.update().where(*mine), {"seen_ms": now_ms})
    return found


def log_out(engine: sa.Engine, house: House, actor: Actor, token: str) -> None:
    """End the session of a token."""
    mine = (web_session.c.merchant == house.merchant, web_session.c.hash == _hash(token))
    with transaction(engine) as connection:
        connection.execute(web_session.delete().where(*mine))
        note(connection, house.merchant, house.clock, actor, "logged-out", _about(actor.who))


def change_password(engine: sa.Engine, house: House, actor: Actor, old: str, new: str) -> Entered:
    """A password of one's own choice; every session ends, and a new one begins here.

    Errors: `password-wrong`, `log-in-wait` (seconds), and those of `passwords.checked`.
    """
    assert actor.who is not None
    with reading(engine) as connection:
        found = person_of(connection, house.merchant, actor.who)
        secret = secret_of(connection, house.merchant, actor.who)
    assert found is not None
    passwords.checked(new, found.login, old)
    attempt = Try(found.login, actor.origin)
    with transaction(engine) as connection:
        charge(connection, house, attempt)  # a stolen session must not guess the password
    if not passwords.fits(secret, old):
        raise LoyaltyError("password-wrong")
    with transaction(engine) as connection:
        forgive(connection, house, attempt)
        set_password(connection, house, actor, found.id, new)
        return _enter(connection, house, found, actor.origin)


def _enter(connection: sa.Connection, house: House, who: Person, address: str) -> Entered:
    now_ms, token = house.now_ms, new_token()
    mine = web_session.c.merchant == house.merchant
    ended = web_session.c.seen_ms < now_ms - IDLE // _MS
    connection.execute(web_session.delete().where(mine, ended))
    row = {
        "merchant": house.merchant,
        "hash": _hash(token),
        "person": who.id.bytes,
        "made_ms": now_ms,
        "seen_ms": now_ms,
    }
    connection.execute(web_session.insert(), row)
    actor = Actor(who.id, address)
    note(connection, house.merchant, house.clock, actor, "logged-in", _about(who.id))
    return Entered(who, token)


def _about(who: UUID | None) -> str:
    return f"person:{who}"


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
