"""The inbox: what was set aside with an answer each, and what head office settled or wrote off."""

from __future__ import annotations

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.members.member import Member, MemberStatus
from pos.office.ledger.books import Books
from pos.office.managing import contacts, inbox
from pos.office.managing.member_acts import known
from pos.office.people.duties import Right
from pos.office.schema.engine import reading
from pos.office.web.api.inbox import mark_seen, read_again
from pos.office.web.asking import Ask, Moved, Page, Shown
from pos.office.web.pictures import local_time
from pos.office.wording import has, sentence


def _show(ask: Ask) -> Shown:
    return _shown(ask, None)


def _shown(ask: Ask, no: LoyaltyError | None) -> Shown:
    state = "answered" if ask.query.get("state") == "answered" else "open"
    skip = _number(ask.query.get("skip", ""))
    with reading(ask.parts.engine) as connection:
        merchant = ask.house.merchant
        found = inbox.asides(connection, merchant, ask.who.shops, state, skip, inbox.PAGE + 1)
        settled = [] if ask.who.shops else inbox.settlements(connection, merchant, 0, inbox.PAGE)
        alike = _alike(ask, connection)
    values = {
        "alike": alike,
        "asides": found[: inbox.PAGE],
        "more": skip + inbox.PAGE if len(found) > inbox.PAGE else 0,
        "state": state,
        "settled": settled,
        "answers": ask.who.may(Right.ANSWER_INBOX),
        "when": lambda at_ms: local_time(at_ms, ask.house.clock.zone)[:16],
        "plain": lambda one: _plain(ask.language, one),
        "why_settled": lambda one: _said(ask.language, f"settled.{one.why or one.kind}", one.why),
        "error": no,
    }
    return Shown("inbox.html", values, 422 if no else 200)


def _alike(ask: Ask, connection: sa.Connection) -> list[tuple[int, Member, Member]]:
    """Pairs of members with one number, for whoever may put them together: since when, and both."""
    if not ask.who.may(Right.EDIT_MEMBERS):
        return []
    books = Books(connection, ask.house.merchant, ask.house.clock, 1)
    pairs = []
    for task in contacts.tasks(books):
        both = [known(connection, books.merchant, id_) for id_ in (task.member, task.other)]
        here = [one for one in both if one is not None and one.status is MemberStatus.ACTIVE]
        if len(here) == 2:  # else a counter put them together
            pairs.append((task.asked_ms, here[0], here[1]))
    return pairs


def _plain(language: str, one: inbox.Aside) -> str:
    return _said(language, f"aside.{one.why}", one.why)


def _said(language: str, key: str, code: str) -> str:
    """The sentence of a reason; a reason of a rule has its own, any other is told by its code."""
    if has(key):
        return sentence(language, key, {})
    return sentence(language, "aside.other", {"code": code})


def _seen(ask: Ask) -> Moved:
    mark_seen(ask)
    return Moved("/inbox")


def _again(ask: Ask) -> Shown | Moved:
    try:
        read_again(ask)
    except LoyaltyError as no:
        if no.code == "aside-unknown":
            raise
        return _shown(ask, no)
    return Moved("/inbox")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 0


_ONE = "/inbox/{terminal}/{epoch}/{seq}"
PAGES = (
    Page("/inbox", _show, right=Right.SEE_INBOX, menu="menu.inbox"),
    Page(f"{_ONE}/seen", _seen, "POST", Right.ANSWER_INBOX),
    Page(f"{_ONE}/again", _again, "POST", Right.ANSWER_INBOX),
)
