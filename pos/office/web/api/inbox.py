"""`/api/v1/inbox`: entries that were set aside, and answers to them; what was settled."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from loyalty.ledger.entry import EntryKey
from pos.office.ledger.standing import booking
from pos.office.managing import inbox
from pos.office.people.duties import Right
from pos.office.schema.engine import reading, transaction
from pos.office.web.api.fields import Done, Most
from pos.office.web.api.reports import whole_only
from pos.office.web.asking import Ask, Call


class AsideAsked(msgspec.Struct, forbid_unknown_fields=True):
    """Which, and how many are passed over."""

    state: Literal["open", "answered"] = "open"
    skip: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0
    limit: Most = inbox.PAGE


class AsideOut(msgspec.Struct):
    """An entry that was set aside; `again`: it can be tried again."""

    terminal: int
    epoch: int
    seq: int
    shop: int
    why: str
    said: str
    at_ms: int
    kind: str
    day: int
    member: str | None
    again: bool
    answer: str


class SettlementOut(msgspec.Struct):
    """What head office booked because books disagreed, or wrote off."""

    epoch: int
    seq: int
    kind: str
    why: str
    of: int
    at_ms: int
    member: str | None
    points: int


def _list(ask: Ask, given: AsideAsked) -> list[AsideOut]:
    with reading(ask.parts.engine) as connection:
        found = inbox.asides(
            connection, ask.house.merchant, ask.who.shops, given.state, given.skip, given.limit
        )
    return [
        AsideOut(
            one.key.terminal,
            one.key.epoch,
            one.key.seq,
            one.shop,
            one.why,
            one.said,
            one.at_ms,
            one.kind,
            one.day,
            str(one.member) if one.member else None,
            one.kept,
            one.answer,
        )
        for one in found
    ]


def _settled(ask: Ask, given: AsideAsked) -> list[SettlementOut]:
    whole_only(ask)
    with reading(ask.parts.engine) as connection:
        found = inbox.settlements(connection, ask.house.merchant, given.skip, given.limit)
    return [
        SettlementOut(
            one.key.epoch,
            one.key.seq,
            one.kind,
            one.why,
            one.of,
            one.at_ms,
            str(one.member) if one.member else None,
            one.points,
        )
        for one in found
    ]


def key_of(ask: Ask) -> EntryKey:
    """The entry that a path names."""
    return EntryKey(*(ask.number(name) for name in ("terminal", "epoch", "seq")))


def mark_seen(ask: Ask) -> None:
    """A person has looked at it."""
    with transaction(ask.parts.engine) as connection:
        inbox.seen(connection, ask.house, ask.actor, key_of(ask), ask.who.shops)


def read_again(ask: Ask) -> None:
    """Try it again."""
    with booking(ask.office) as books:
        inbox.try_again(books, ask.office.new_id, ask.house, ask.actor, key_of(ask), ask.who.shops)


def _seen(ask: Ask, _: None) -> Done:
    mark_seen(ask)
    return Done()


def _again(ask: Ask, _: None) -> Done:
    read_again(ask)
    return Done()


_PATH = "/api/v1/inbox"
_ONE = f"{_PATH}/{{terminal}}/{{epoch}}/{{seq}}"
_SEE, _ANSWER = Right.SEE_INBOX, Right.ANSWER_INBOX
CALLS = (
    Call(_PATH, _list, list[AsideOut], "Entries set aside", takes=AsideAsked, right=_SEE),
    Call(f"{_ONE}/seen", _seen, Done, "A person has seen it", "POST", right=_ANSWER),
    Call(f"{_ONE}/again", _again, Done, "Try to read it again", "POST", right=_ANSWER),
    Call(
        "/api/v1/settlements",
        _settled,
        list[SettlementOut],
        "What was settled and written off",
        takes=AsideAsked,
        right=_SEE,
    ),
)
