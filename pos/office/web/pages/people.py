"""The people who may log in: a list, a form to add or change one, a new password."""

from __future__ import annotations

from loyalty.errors import LoyaltyError
from pos.office.managing.shops import shops
from pos.office.people import accounts as people
from pos.office.people.accounts import Draft
from pos.office.people.duties import Right, Role
from pos.office.schema.engine import reading, transaction
from pos.office.web.asking import Ask, Moved, Page, Shown
from pos.office.web.refusals import Refused

_FIELDS = {
    "person-login": "login",
    "person-exists": "login",
    "person-name": "name",
    "person-role": "role",
    "person-last-owner": "role",
    "person-self": "role",
    "person-shops": "shops",
}
_NEW = Draft("", "", Role.REPORTS)


def _list(ask: Ask) -> Shown:
    with reading(ask.parts.engine) as connection:
        found = people.everybody(connection, ask.house.merchant)
    return Shown("people.html", {"people": found})


def _blank(ask: Ask) -> Shown:
    return _form(ask, _NEW, None)


def _add(ask: Ask) -> Shown:
    draft = _typed(ask)
    try:
        with transaction(ask.parts.engine) as connection:
            made, once = people.add(connection, ask.house, ask.actor, draft)
    except LoyaltyError as no:
        return _form(ask, draft, no)
    return Shown("password_once.html", {"whose": made, "password": once})


def _show(ask: Ask) -> Shown:
    with reading(ask.parts.engine) as connection:
        found = people.person_of(connection, ask.house.merchant, ask.id("id"))
    if found is None:
        raise Refused(404, "not-found")
    return _form(ask, Draft(found.login, found.name, found.role, found.shops, found.active), None)


def _change(ask: Ask) -> Shown | Moved:
    draft = _typed(ask)
    try:
        with transaction(ask.parts.engine) as connection:
            people.change(connection, ask.house, ask.actor, ask.id("id"), draft)
    except LoyaltyError as no:
        return _form(ask, draft, no)
    return Moved("/people")


def _reset(ask: Ask) -> Shown:
    with transaction(ask.parts.engine) as connection:
        once = people.reset(connection, ask.house, ask.actor, ask.id("id"))
        whose = people.person_of(connection, ask.house.merchant, ask.id("id"))
    return Shown("password_once.html", {"whose": whose, "password": once})


def _typed(ask: Ask) -> Draft:
    numbers = {
        int(text) for text in ask.form.get("shops", ()) if text.isdecimal() and len(text) < 10
    }
    return Draft(
        login=ask.typed("login"),
        name=ask.typed("name"),
        role=ask.typed("role"),
        shops=frozenset(numbers),
        active="active" in ask.form,
    )


def _form(ask: Ask, draft: Draft, no: LoyaltyError | None) -> Shown:
    with reading(ask.parts.engine) as connection:
        every = shops(connection, ask.house.merchant)
    values = {
        "id": ask.named.get("id", ""),
        "draft": draft,
        "roles": tuple(Role),
        "shops": every,
        "error": no,
        "wrong": _FIELDS.get(no.code, "name") if no else "",
    }
    return Shown("person.html", values, 422 if no else 200)


_RIGHT = Right.EDIT_PEOPLE
PAGES = (
    Page("/people", _list, right=_RIGHT, menu="menu.people"),
    Page("/people/new", _blank, right=_RIGHT),
    Page("/people/new", _add, "POST", _RIGHT, slow=True),
    Page("/people/{id}", _show, right=_RIGHT),
    Page("/people/{id}", _change, "POST", _RIGHT),
    Page("/people/{id}/password", _reset, "POST", _RIGHT, slow=True),
)
