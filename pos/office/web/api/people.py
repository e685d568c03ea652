"""`/api/v1/people`: who may log in, their roles and shops."""

from __future__ import annotations

import msgspec

from pos.office.people import accounts as people
from pos.office.people.accounts import Draft, Person
from pos.office.people.duties import Right
from pos.office.schema.engine import reading, transaction
from pos.office.web.api.fields import Line, Shops
from pos.office.web.asking import Ask, Call


class PersonIn(msgspec.Struct, forbid_unknown_fields=True):
    """A person as they shall be."""

    login: Line
    name: Line
    role: Line
    shops: Shops = []
    active: bool = True


class PersonOut(msgspec.Struct):
    """A person as they are. `once`: their password must be changed at the next log-in."""

    id: str
    login: str
    name: str
    role: str
    shops: list[int]
    active: bool
    once: bool


class Added(msgspec.Struct):
    """A person and the password for their first log-in; it is shown this once only."""

    person: PersonOut
    password: str


class Password(msgspec.Struct):
    """A password for one log-in; it is shown this once only."""

    password: str


def person_out(one: Person) -> PersonOut:
    """A person as the API tells them."""
    return PersonOut(
        str(one.id), one.login, one.name, one.role.value, sorted(one.shops), one.active, one.once
    )


def _list(ask: Ask, _: None) -> list[PersonOut]:
    with reading(ask.parts.engine) as connection:
        found = people.everybody(connection, ask.house.merchant)
    return [person_out(one) for one in found]


def _add(ask: Ask, given: PersonIn) -> Added:
    with transaction(ask.parts.engine) as connection:
        made, once = people.add(connection, ask.house, ask.actor, _draft(given))
    return Added(person_out(made), once)


def _change(ask: Ask, given: PersonIn) -> PersonOut:
    with transaction(ask.parts.engine) as connection:
        after = people.change(connection, ask.house, ask.actor, ask.id("id"), _draft(given))
    return person_out(after)


def _reset(ask: Ask, _: None) -> Password:
    with transaction(ask.parts.engine) as connection:
        return Password(people.reset(connection, ask.house, ask.actor, ask.id("id")))


def _draft(given: PersonIn) -> Draft:
    return Draft(given.login, given.name, given.role, frozenset(given.shops), given.active)


_RIGHT = Right.EDIT_PEOPLE
_PATH = "/api/v1/people"
CALLS = (
    Call(_PATH, _list, list[PersonOut], "Everybody who may log in", right=_RIGHT),
    Call(_PATH, _add, Added, "Add a person", "POST", PersonIn, _RIGHT, status=201),
    Call(f"{_PATH}/{{id}}", _change, PersonOut, "Change a person", "PUT", PersonIn, _RIGHT),
    Call(f"{_PATH}/{{id}}/password", _reset, Password, "A new password", "POST", right=_RIGHT),
)
