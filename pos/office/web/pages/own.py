"""One's own password."""

from __future__ import annotations

from loyalty.errors import LoyaltyError
from pos.office.people import logging_in
from pos.office.people.passwords import SHORTEST
from pos.office.web.asking import Ask, Moved, Page, Shown
from pos.office.web.dispatch import PASSWORD

_FIELDS = {"password-wrong": "old", "log-in-wait": "old", "password-differs": "again"}


def _show(ask: Ask) -> Shown:
    return _form(ask, None)


def _change(ask: Ask) -> Shown | Moved:
    old, new, again = (ask.form.get(name, ("",))[-1] for name in ("old", "new", "again"))
    try:
        if new != again:
            raise LoyaltyError("password-differs")
        entered = logging_in.change_password(ask.parts.engine, ask.house, ask.actor, old, new)
    except LoyaltyError as no:
        return _form(ask, no)
    return Moved("/", entered.token)


def _form(ask: Ask, no: LoyaltyError | None) -> Shown:
    values = {
        "once": ask.who.once,
        "least": SHORTEST,
        "error": no,
        "wrong": _FIELDS.get(no.code, "new") if no else "",
    }
    return Shown("password.html", values, 422 if no else 200)


PAGES = (
    Page(PASSWORD, _show),
    Page(PASSWORD, _change, "POST", slow=True),
)
