"""`/api/v1/session`: a program logs in as a person, and out; tokens end like sessions."""

from __future__ import annotations

import msgspec

from pos.office.people import logging_in
from pos.office.web.api.fields import Done, Secret
from pos.office.web.api.people import PersonOut, person_out
from pos.office.web.asking import Ask, Call
from pos.office.web.rates import network


class LogIn(msgspec.Struct, forbid_unknown_fields=True):
    """Who wants to come in."""

    login: Secret
    password: Secret


class Token(msgspec.Struct):
    """To be sent as `Authorization: Bearer …`; ends after so long without use, or in all."""

    token: str
    person: PersonOut
    idle_s: int = int(logging_in.IDLE.total_seconds())
    longest_s: int = int(logging_in.LONGEST.total_seconds())


def _open(ask: Ask, given: LogIn) -> Token:
    entered = logging_in.log_in(
        ask.parts.engine, ask.house, given.login, given.password, network(ask.address)
    )
    return Token(entered.token, person_out(entered.person))


def _close(ask: Ask, _: None) -> Done:
    logging_in.log_out(ask.parts.engine, ask.house, ask.actor, ask.token)
    return Done()


def _who(ask: Ask, _: None) -> PersonOut:
    return person_out(ask.who)


_PATH = "/api/v1/session"
CALLS = (
    Call(_PATH, _open, Token, "Log in", "POST", takes=LogIn, public=True, slow=True, status=201),
    Call(_PATH, _close, Done, "Log out", "DELETE"),
    Call(_PATH, _who, PersonOut, "Who is logged in"),
)
