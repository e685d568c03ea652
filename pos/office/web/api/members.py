"""`/api/v1/members`: finding members, what they have where and why, and what is done for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any
from uuid import UUID

import msgspec

from loyalty.errors import LoyaltyError
from pos.ids import new_id
from pos.office.ledger.books import Books
from pos.office.ledger.standing import booking, told_of_touched
from pos.office.managing import contacts, merging
from pos.office.managing import member_acts as members_api
from pos.office.managing.member_acts import Profile
from pos.office.people.duties import Right
from pos.office.schema.engine import reading
from pos.office.web.api.fields import Done, Line, Most
from pos.office.web.asking import Ask, Call


class Search(msgspec.Struct, forbid_unknown_fields=True):
    """A card's number, an e-mail address, four or more digits of a phone's end, or a name."""

    q: Line


class MemberOut(msgspec.Struct):
    """A member as a list shows them."""

    id: str
    name: str
    phone: str
    email: str
    status: str


class ShareOut(msgspec.Struct):
    """Points at a terminal (0: head office; -1: on their way)."""

    terminal: int
    shop: int
    name: str
    points: int
    pending: int


class ProfileOut(msgspec.Struct):
    """A member with all that head office knows of them."""

    member: MemberOut
    owner: str
    language: str
    cards: list[str]
    consents: dict[str, bool]
    points: int
    pending: int
    held: list[ShareOut]


class Paged(msgspec.Struct, forbid_unknown_fields=True):
    """How many are passed over, and how many wanted."""

    skip: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0
    limit: Most = members_api.PAGE


class EntryOut(msgspec.Struct):
    """An entry of the member's account; `why`: what made its points."""

    terminal: int
    epoch: int
    seq: int
    kind: str
    at_ms: int
    day: int
    points: int
    why: list[tuple[str, str]]
    said: str


class Adjusting(msgspec.Struct, forbid_unknown_fields=True):
    """Points given, or taken below zero, and why. `id`: the same again is the same act."""

    points: Annotated[int, msgspec.Meta(ge=-(1 << 40), le=1 << 40)]
    why: Line
    id: UUID | None = None


class Blocking(msgspec.Struct, forbid_unknown_fields=True):
    """Whether nobody may spend or earn with them, and why."""

    blocked: bool
    why: Line = ""


class Merging(msgspec.Struct, forbid_unknown_fields=True):
    """The member who is kept."""

    kept: UUID


@contextmanager
def looking(ask: Ask) -> Iterator[Books]:
    """Books to look into, which nothing is appended to."""
    with reading(ask.parts.engine) as connection:
        yield Books(connection, ask.house.merchant, ask.house.clock, 1)


def profile_out(one: Profile) -> ProfileOut:
    """A profile as the API tells it."""
    return ProfileOut(
        _member(one.member),
        str(one.owner),
        one.member.language,
        [code for code, _ in one.cards],
        dict(one.consents),
        one.points,
        one.pending,
        [ShareOut(s.holder, s.shop, s.name, s.points, s.pending) for s in one.shares],
    )


def _member(one: Any) -> MemberOut:
    return MemberOut(str(one.id), one.name, one.phone, one.email, one.status.value)


def _find(ask: Ask, given: Search) -> list[MemberOut]:
    with reading(ask.parts.engine) as connection:
        found = members_api.found(connection, ask.house.merchant, given.q)
    return [_member(one) for one in found]


def _one(ask: Ask, _: None) -> ProfileOut:
    with looking(ask) as books:
        return profile_out(members_api.profile(books, ask.id("id")))


def _history(ask: Ask, given: Paged) -> list[EntryOut]:
    with looking(ask) as books:
        found = members_api.history(books, ask.id("id"), given.skip, given.limit)
    return [
        EntryOut(
            *(one.key.terminal, one.key.epoch, one.key.seq),
            one.kind,
            one.at_ms,
            one.day,
            one.points,
            list(one.why),
            one.said,
        )
        for one in found
    ]


def adjusted(ask: Ask, id_: UUID, points: int, why: str, act: UUID) -> None:
    """Book an adjustment; LoyaltyErrors of `members_api.adjust`."""
    with booking(ask.office) as books:
        made = members_api.adjust(books, ask.house, ask.actor, id_, points, why, act)
        if books.touched:  # else it is the first outcome, told once more
            members_api.adjusted(books, ask.house, ask.actor, made, id_)
            told_of_touched(books, ask.office.new_id)


def blocked(ask: Ask, id_: UUID, why: str, *, stop: bool) -> None:
    """Block a member, or let them in again."""
    with booking(ask.office) as books:
        members_api.block(books, ask.house, ask.actor, id_, why, stop)


def merged(ask: Ask, gone: UUID, kept: UUID) -> None:
    """Merge a member into another one."""
    with booking(ask.office) as books:
        merging.merge(books, ask.office.new_id, ask.house, ask.actor, gone, kept)


def contact_settled(ask: Ask, id_: UUID, act: str) -> None:
    """A number typed on a page: it is theirs (`confirm`), two people share it (`apart`), or both
    are one (`together`). LoyaltyErrors of `contacts` and of `merging.merge`.
    """
    with booking(ask.office) as books:
        if act == "confirm":
            one = members_api.profile(books, id_).member
            contacts.confirm(books, ask.house, ask.actor, one)
        elif act == "apart":
            contacts.apart(books, ask.house, ask.actor, id_)
        else:
            other = contacts.alike(books, id_)
            if other is None:
                raise LoyaltyError("contact-settled")
            merging.merge(books, ask.office.new_id, ask.house, ask.actor, id_, other)


def erased(ask: Ask, id_: UUID) -> None:
    """Forget who a member was."""
    with booking(ask.office) as books:
        members_api.erase(books, ask.office.new_id, ask.house, ask.actor, id_)


def exported(ask: Ask, id_: UUID) -> dict[str, Any]:
    """All that is kept of a member."""
    with booking(ask.office) as books:
        return members_api.everything_of(books, ask.house, ask.actor, id_)


def asked_back(ask: Ask, id_: UUID) -> int:
    """Ask all terminals for what they hold of a member."""
    with booking(ask.office) as books:
        return members_api.ask_back(books, id_)


def _adjust(ask: Ask, given: Adjusting) -> ProfileOut:
    act = given.id or new_id(ask.house.clock)
    adjusted(ask, ask.id("id"), given.points, given.why, act)
    return _one(ask, None)


def _block(ask: Ask, given: Blocking) -> ProfileOut:
    blocked(ask, ask.id("id"), given.why, stop=given.blocked)
    return _one(ask, None)


def _merge(ask: Ask, given: Merging) -> ProfileOut:
    merged(ask, ask.id("id"), given.kept)
    return _one(ask, None)


def _erase(ask: Ask, _: None) -> Done:
    erased(ask, ask.id("id"))
    return Done()


def _export(ask: Ask, _: None) -> dict[str, Any]:
    return exported(ask, ask.id("id"))


def _ask_back(ask: Ask, _: None) -> Done:
    asked_back(ask, ask.id("id"))
    return Done()


_PATH = "/api/v1/members"
_ONE = f"{_PATH}/{{id}}"
_SEE, _EDIT, _POST = Right.SEE_MEMBERS, Right.EDIT_MEMBERS, "POST"
_GIVE, _ERASE = Right.ADJUST_POINTS, Right.ERASE_MEMBERS
CALLS = (
    Call(_PATH, _find, list[MemberOut], "Find members", takes=Search, right=_SEE),
    Call(_ONE, _one, ProfileOut, "A member", right=_SEE),
    Call(f"{_ONE}/entries", _history, list[EntryOut], "History", takes=Paged, right=_SEE),
    Call(f"{_ONE}/adjustments", _adjust, ProfileOut, "Points by hand", _POST, Adjusting, _GIVE),
    Call(f"{_ONE}/recall", _ask_back, Done, "Ask terminals for their points", _POST, right=_GIVE),
    Call(f"{_ONE}/block", _block, ProfileOut, "Block or let in again", "PUT", Blocking, _EDIT),
    Call(f"{_ONE}/merge", _merge, ProfileOut, "Merge into another one", _POST, Merging, _EDIT),
    Call(_ONE, _erase, Done, "Forget a person", "DELETE", right=_ERASE),
    Call(f"{_ONE}/export", _export, dict[str, Any], "All that is kept", _POST, right=_EDIT),
)
