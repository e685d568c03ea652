"""Members: found by name, phone, e-mail or card; what they have where, and why; acts for them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec

from loyalty.errors import LoyaltyError
from loyalty.members.member import MemberStatus
from pos.ids import new_id
from pos.office.managing import contacts, shops
from pos.office.managing import member_acts as members_api
from pos.office.people.duties import Right
from pos.office.schema.engine import reading
from pos.office.web.api import members as api
from pos.office.web.asking import Ask, File, Moved, Page, Shown
from pos.office.web.pictures import local_time
from pos.office.web.refusals import Refused
from pos.office.wording import has, sentence


def _find(ask: Ask) -> Shown:
    text = ask.query.get("q", "")[:200]
    with reading(ask.parts.engine) as connection:
        found = members_api.found(connection, ask.house.merchant, text)
    return Shown("members.html", {"q": text, "found": found})


def _show(ask: Ask) -> Shown:
    return _shown(ask, None)


def _shown(ask: Ask, no: LoyaltyError | None, typed: dict[str, str] | None = None) -> Shown:
    id_ = ask.id("id")
    text = ask.query.get("skip", "")
    skip = int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 0
    with api.looking(ask) as books:
        one = members_api.profile(books, id_)
        entries = members_api.history(books, id_, skip, members_api.PAGE + 1)
        every = shops.shops(books.db, ask.house.merchant)
        doubted = contacts.unverified(books, one.member)
        other = contacts.alike(books, id_)
        like = members_api.known(books.db, ask.house.merchant, other) if other else None
    zone, gone = ask.house.clock.zone, one.member.status in _GONE
    values: dict[str, Any] = {
        "one": one,
        "unverified": doubted,
        "like": like,
        "shop_names": {each.number: each.name for each in every},
        "entries": entries[: members_api.PAGE],
        "more": skip + members_api.PAGE if len(entries) > members_api.PAGE else 0,
        "when": lambda at_ms: local_time(at_ms, zone)[:16],
        "kind": lambda code: _kind(ask.language, code),
        "named": lambda rule: sentence(ask.language, rule, {}) if has(rule) else rule,
        "gone": gone,
        "gives": ask.who.may(Right.ADJUST_POINTS) and not gone,
        "edits": ask.who.may(Right.EDIT_MEMBERS) and not gone,
        "erases": ask.who.may(Right.ERASE_MEMBERS),
        "act_id": str(new_id(ask.house.clock)),
        "typed": typed or {},
        "error": no,
    }
    return Shown("member.html", values, 422 if no else 200)


_GONE = (MemberStatus.MERGED, MemberStatus.ERASED)


def _kind(language: str, code: str) -> str:
    key = f"kind.{code}"
    return sentence(language, key, {}) if has(key) else code


def _act(ask: Ask) -> Shown | Moved | File:
    """What a member's page asks for; the page again with what is wrong."""
    id_, act = ask.id("id"), ask.named["act"]
    right = _ACTS.get(act)
    if right is None:
        raise Refused(404, "not-found")
    if not ask.who.may(right):
        raise Refused(403, "not-allowed")
    try:
        if act == "export":
            body = msgspec.json.format(msgspec.json.encode(api.exported(ask, id_)))
            return File(f"member-{id_}.json", "application/json", body)
        _done(ask, id_, act)
    except LoyaltyError as no:
        if no.code == "member-unknown":
            raise
        return _shown(ask, no, {name: ask.typed(name)[:200] for name in ("points", "why", "kept")})
    return Moved(f"/members/{id_}")


def _done(ask: Ask, id_: UUID, act: str) -> None:
    if act == "adjust":
        api.adjusted(ask, id_, _points(ask), ask.typed("why"), _id(ask.typed("act")))
    elif act == "recall":
        api.asked_back(ask, id_)
    elif act == "block":
        api.blocked(ask, id_, ask.typed("why"), stop=True)
    elif act == "unblock":
        api.blocked(ask, id_, "", stop=False)
    elif act in ("confirm", "apart", "together"):
        api.contact_settled(ask, id_, act)
    elif act == "merge":
        with reading(ask.parts.engine) as connection:
            found = members_api.found(connection, ask.house.merchant, ask.typed("kept"))
        others = [one for one in found if one.id != id_ and one.status not in _GONE]
        if len(others) != 1:
            raise LoyaltyError("merge-whom", found=len(others))
        api.merged(ask, id_, others[0].id)
    else:
        if "sure" not in ask.form:
            raise LoyaltyError("erase-sure")
        api.erased(ask, id_)


def _points(ask: Ask) -> int:
    text = ask.typed("points").replace("\u2212", "-")
    digits = text.removeprefix("-").removeprefix("+")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 12):
        raise LoyaltyError("adjust-nothing")
    return -int(digits) if text.startswith("-") else int(digits)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise LoyaltyError("adjust-nothing") from None


_ACTS = {
    "adjust": Right.ADJUST_POINTS,
    "recall": Right.ADJUST_POINTS,
    "block": Right.EDIT_MEMBERS,
    "unblock": Right.EDIT_MEMBERS,
    "merge": Right.EDIT_MEMBERS,
    "confirm": Right.EDIT_MEMBERS,
    "apart": Right.EDIT_MEMBERS,
    "together": Right.EDIT_MEMBERS,
    "export": Right.EDIT_MEMBERS,
    "erase": Right.ERASE_MEMBERS,
}
PAGES = (
    Page("/members", _find, right=Right.SEE_MEMBERS, menu="menu.members"),
    Page("/members/{id}", _show, right=Right.SEE_MEMBERS),
    Page("/members/{id}/{act}", _act, "POST", Right.SEE_MEMBERS),
)
