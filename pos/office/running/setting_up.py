"""Head office's first hour: its database, its key, its first owner. And opening what was made."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from pos.clock import Clock, milliseconds
from pos.office.desk.key import make_key
from pos.office.people import accounts as people
from pos.office.people.accounts import Draft, House, Person
from pos.office.people.auditing import COMMAND_LINE, Actor, note
from pos.office.people.duties import Role
from pos.office.schema.engine import (
    check_schema,
    create_schema,
    office_engine,
    sqlite_url,
    transaction,
)
from pos.places import Places
from pos.trouble import TroubleError

MERCHANT = 1
"""Whose head office a database is until one holds several."""

DATABASE = "REGULARS_OFFICE_DATABASE"
"""The environment's word for the database, where its password is better kept off the command."""

BY_HAND = Actor(None, COMMAND_LINE)


@dataclass(frozen=True, slots=True)
class Made:
    """The first owner and the password for their first log-in."""

    owner: Person
    password: str
    key: Path


def database_url(
    places: Places, given: str = "", environment: Mapping[str, str] = os.environ
) -> str:
    """Which database: the one named, else the environment's, else a file in the data folder."""
    return given or environment.get(DATABASE, "").strip() or sqlite_url(places.data / "office.db")


def key_path(places: Places) -> Path:
    """Where head office's own key lies."""
    return places.data / "office.key"


def make_office(places: Places, url: str, clock: Clock, login: str, name: str) -> Made:
    """Make tables, key and first owner.

    Errors: `office-made-already` while there is an owner, those of a person, key and database.
    """
    _private_file(url)
    engine = office_engine(url)
    house = House(MERCHANT, clock)
    try:
        create_schema(engine, house.now_ms)
        key = key_path(places)
        make_key(key)
        with transaction(engine) as connection:
            everybody = people.everybody(connection, MERCHANT)
            if any(one.role is Role.OWNER for one in everybody):
                raise LoyaltyError("office-made-already")
            note(connection, MERCHANT, clock, BY_HAND, "office-made", "office")
            draft = Draft(login, name, Role.OWNER)
            owner, once = people.add(connection, house, BY_HAND, draft)
    finally:
        engine.dispose()
    return Made(owner, once, key)


def open_office(url: str, clock: Clock) -> sa.Engine:
    """The engine of a database that was made, with the tables that this version has more than the
    one it was made by. Errors of `check_schema`.
    """
    database = sa.make_url(url).database if url.startswith("sqlite:///") else None
    if database and not Path(database).exists():  # or looking would make an empty file
        raise TroubleError("office-database-empty")
    engine = office_engine(url)
    try:
        check_schema(engine)
        create_schema(engine, milliseconds(clock.now()))
    except TroubleError:
        engine.dispose()
        raise
    return engine


def _private_file(url: str) -> None:
    """An embedded database that only its user can read; its side files follow its permissions."""
    database = sa.make_url(url).database if url.startswith("sqlite:///") else None
    if not database:
        return
    path = Path(database)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    except OSError as error:
        raise TroubleError("office-database", said=str(error)[:200]) from None
