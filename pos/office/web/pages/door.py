"""In and out: the log-in page, logging out, the choice of a language."""

from __future__ import annotations

from loyalty.errors import LoyaltyError
from pos.office.people import logging_in
from pos.office.web.asking import Ask, Moved, Page, Shown
from pos.office.web.dispatch import LOG_IN, PASSWORD
from pos.office.web.rates import network
from pos.office.web.refusals import Refused
from pos.office.wording import LANGUAGES

_STATUS = {"log-in-wait": 429}


def _show(ask: Ask) -> Shown | Moved:
    return Moved("/") if ask.person else Shown("log_in.html", {"login": "", "error": None})


def _enter(ask: Ask) -> Shown | Moved:
    password = ask.form.get("password", ("",))[-1]
    address = network(ask.address)
    try:
        entered = logging_in.log_in(
            ask.parts.engine, ask.house, ask.typed("login"), password, address
        )
    except LoyaltyError as no:
        values = {"login": ask.typed("login")[:200], "error": no}
        return Shown("log_in.html", values, _STATUS.get(no.code, 422))
    return Moved(PASSWORD if entered.person.once else "/", entered.token)


def _leave(ask: Ask) -> Moved:
    if ask.person:
        logging_in.log_out(ask.parts.engine, ask.house, ask.actor, ask.token)
    return Moved(LOG_IN, "")


def _speak(ask: Ask) -> Moved:
    language = ask.named["code"]
    if language not in LANGUAGES:
        raise Refused(404, "not-found")
    return Moved("/", language=language)


PAGES = (
    Page(LOG_IN, _show, public=True),
    Page(LOG_IN, _enter, "POST", public=True, slow=True),
    Page("/log-out", _leave, "POST", public=True),
    Page("/language/{code}", _speak, public=True),
)
