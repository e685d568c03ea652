"""The people who look into head office: added, changed, shut out, given a new password."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from pos.clock import Clock, milliseconds
from pos.ids import new_id
from pos.office.people import passwords
from pos.office.people.auditing import Actor, note
from pos.office.people.duties import Right, Role, allowed
from pos.office.schema.people import person, person_shop, web_session
from pos.office.schema.shops import shop

MOST_NAME = 80
MOST_LOGIN = 120
MOST_PEOPLE = 1_000


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may log in. `shops`: the ones they see; none named means all of them."""

    id: UUID
    login: str
    name: str
    role: Role
    shops: frozenset[int]
    active: bool
    once: bool

    def may(self, right: Right) -> bool:
        return self.active and allowed(self.role, right)

    def sees(self, number: int) -> bool:
        return not self.shops or number in self.shops


@dataclass(frozen=True, slots=True)
class Draft:
    """What is said of a person when one is added or changed."""

    login: str
    name: str
    role: str
    shops: frozenset[int] = frozenset()
    active: bool = True


@dataclass(frozen=True, slots=True)
class House:
    """Whose head office, by which clock."""

    merchant: int
    clock: Clock

    @property
    def now_ms(self) -> int:
        """UTC milliseconds."""
        return milliseconds(self.clock.now())


def folded(login: str) -> str:
    """A log-in name as it is compared and kept: `Ana@Shop.Example ` is `ana@shop.example`."""
    return unicodedata.normalize("NFKC", login[: MOST_LOGIN * 2]).strip().casefold()


def everybody(connection: sa.Connection, merchant: int) -> list[Person]:
    """All people, by name."""
    asked = sa.select(person).where(person.c.merchant == merchant)
    rows = connection.execute(asked.order_by(person.c.name, person.c.id).limit(MOST_PEOPLE)).all()
    shops = _shops(connection, merchant)
    return [_person(row, shops.get(row.id, frozenset())) for row in rows]


def person_of(connection: sa.Connection, merchant: int, id_: UUID) -> Person | None:
    """One person, active or not."""
    return _one(connection, merchant, person.c.id == id_.bytes)


def person_named(connection: sa.Connection, merchant: int, login: str) -> Person | None:
    """The person with a log-in name."""
    return _one(connection, merchant, person.c.login == folded(login))


def add(connection: sa.Connection, house: House, actor: Actor, draft: Draft) -> tuple[Person, str]:
    """A new person and the password for their first log-in, which nobody can be shown again.

    Errors: `person-login`, `person-name`, `person-role`, `person-shops`, `person-exists`.
    """
    made = _checked(connection, house.merchant, draft, new_id(house.clock))
    if person_named(connection, house.merchant, made.login):
        raise LoyaltyError("person-exists")
    once = passwords.made()
    row = _row(made, house) | {"secret": passwords.hashed(once), "once": 1}
    connection.execute(person.insert(), row)
    _keep_shops(connection, house.merchant, made)
    note(
        connection,
        house.merchant,
        house.clock,
        actor,
        "person-added",
        _about(made.id),
        new=_standing(made),
    )
    return made, once


def change(
    connection: sa.Connection, house: House, actor: Actor, id_: UUID, draft: Draft
) -> Person:
    """A person as they are from now on; with another role or other shops they log in anew.

    Errors: `person-unknown`, `person-last-owner`, `person-self`, and those of `add`.
    """
    before = _known(connection, house.merchant, id_)
    after = _checked(connection, house.merchant, draft, id_, once=before.once)
    other = person_named(connection, house.merchant, after.login)
    if other and other.id != id_:
        raise LoyaltyError("person-exists")
    if actor.who == id_ and (after.role, after.active) != (before.role, before.active):
        raise LoyaltyError("person-self")
    _owner_stays(connection, house.merchant, before, after)
    where = sa.and_(person.c.merchant == house.merchant, person.c.id == id_.bytes)
    connection.execute(person.update().where(where), _row(after, house))
    _keep_shops(connection, house.merchant, after)
    old, new = _standing(before), _standing(after)
    if old != new:
        end_sessions(connection, house.merchant, id_)
    changed = {name for name in new if old[name] != new[name]}
    renamed = {"renamed": True} if (before.name, before.login) != (after.name, after.login) else {}
    if changed or renamed:
        note(
            connection,
            house.merchant,
            house.clock,
            actor,
            "person-changed",
            _about(id_),
            old={name: old[name] for name in changed},
            new={name: new[name] for name in changed} | renamed,
        )
    return after


def reset(connection: sa.Connection, house: House, actor: Actor, id_: UUID) -> str:
    """A new password for one log-in; the old one and all sessions end. `person-unknown`."""
    _known(connection, house.merchant, id_)
    once = passwords.made()
    _set_secret(connection, house, id_, once, once=True)
    note(connection, house.merchant, house.clock, actor, "password-reset", _about(id_))
    return once


def set_password(
    connection: sa.Connection, house: House, actor: Actor, id_: UUID, password: str
) -> None:
    """A password of the person's own choice, checked before; all sessions end."""
    _set_secret(connection, house, id_, password, once=False)
    note(connection, house.merchant, house.clock, actor, "password-changed", _about(id_))


def secret_of(connection: sa.Connection, merchant: int, id_: UUID) -> str:
    """The hash of a person's password."""
    where = (person.c.merchant == merchant, person.c.id == id_.bytes)
    return str(connection.execute(sa.select(person.c.secret).where(*where)).scalar_one())


def end_sessions(connection: sa.Connection, merchant: int, id_: UUID) -> None:
    """Log a person out everywhere."""
    mine = (web_session.c.merchant == merchant, web_session.c.person == id_.bytes)
    connection.execute(web_session.delete().where(*mine))


def _set_secret(
    connection: sa.Connection, house: House, id_: UUID, password: str, *, once: bool
) -> None:
    where = (person.c.merchant == house.merchant, person.c.id == id_.bytes)
    values = {
        "secret": passwords.hashed(password),
        "once": int(once),
        "changed_ms": house.now_ms,
    }
    connection.execute(person.update().where(*where), values)
    end_sessions(connection, house.merchant, id_)


def _known(connection: sa.Connection, merchant: int, id_: UUID) -> Person:
    found = person_of(connection, merchant, id_)
    if found is None:
        raise LoyaltyError("person-unknown")
    return found


def _owner_stays(connection: sa.Connection, merchant: int, before: Person, after: Person) -> None:
    was, stays = (one.active and one.role is Role.OWNER for one in (before, after))
    if not was or stays:
        return
    owners = (
        sa.select(person.c.id)
        .where(person.c.merchant == merchant, person.c.role == Role.OWNER, person.c.active == 1)
        .with_for_update()  # two owners must not shut each other out at once
    )
    if len(connection.execute(owners).all()) < 2:
        raise LoyaltyError("person-last-owner")


def _checked(
    connection: sa.Connection, merchant: int, draft: Draft, id_: UUID, *, once: bool = True
) -> Person:
    login, name = folded(draft.login), draft.name.strip()
    if not (2 < len(login) <= MOST_LOGIN) or not login.isprintable() or " " in login:
        raise LoyaltyError("person-login", least=3, most=MOST_LOGIN)
    if not (0 < len(name) <= MOST_NAME) or not name.isprintable():
        raise LoyaltyError("person-name", most=MOST_NAME)
    if draft.role not in set(Role):
        raise LoyaltyError("person-role")
    numbers = sa.select(shop.c.number).where(shop.c.merchant == merchant)
    unknown = draft.shops - set(connection.execute(numbers).scalars())
    # No shop named means all of them: right for an owner, never by an oversight for a manager.
    if unknown or (draft.role == Role.MANAGER and not draft.shops):
        raise LoyaltyError("person-shops")
    shops = frozenset[int]() if draft.role == Role.OWNER else draft.shops
    return Person(id_, login, name, Role(draft.role), shops, draft.active, once)


def _row(one: Person, house: House) -> dict[str, Any]:
    return {
        "merchant": house.merchant,
        "id": one.id.bytes,
        "login": one.login,
        "name": one.name,
        "role": one.role.value,
        "active": int(one.active),
        "changed_ms": house.now_ms,
    }


def _keep_shops(connection: sa.Connection, merchant: int, one: Person) -> None:
    mine = (person_shop.c.merchant == merchant, person_shop.c.person == one.id.bytes)
    connection.execute(person_shop.delete().where(*mine))
    rows = [
        {"merchant": merchant, "person": one.id.bytes, "shop": number}
        for number in sorted(one.shops)
    ]
    if rows:
        connection.execute(person_shop.insert(), rows)


def _standing(one: Person) -> Mapping[str, Any]:
    return {"role": one.role.value, "shops": sorted(one.shops), "active": one.active}


def _about(id_: UUID) -> str:
    return f"person:{id_}"


def _one(connection: sa.Connection, merchant: int, which: sa.ColumnElement[bool]) -> Person | None:
    asked = sa.select(person).where(person.c.merchant == merchant, which)
    row = connection.execute(asked).one_or_none()
    if row is None:
        return None
    return _person(row, _shops(connection, merchant, row.id).get(row.id, frozenset()))


def _shops(
    connection: sa.Connection, merchant: int, only: bytes | None = None
) -> dict[bytes, frozenset[int]]:
    asked = sa.select(person_shop.c.person, person_shop.c.shop)
    asked = asked.where(person_shop.c.merchant == merchant)
    if only is not None:
        asked = asked.where(person_shop.c.person == only)
    found: dict[bytes, set[int]] = {}
    for whose, number in connection.execute(asked):
        found.setdefault(whose, set()).add(number)
    return {whose: frozenset(numbers) for whose, numbers in found.items()}


def _person(row: Any, shops: frozenset[int]) -> Person:
    return Person(
        id=UUID(bytes=row.id),
        login=row.login,
        name=row.name,
        role=Role(row.role),
        shops=shops,
        active=bool(row.active),
        once=bool(row.once),
    )
