"""What may change, as documents: a member, a card, a voucher, a program… to JSON text and back.

One topic for each thing that can change on its own, so that a phone number mended in one shop and
a consent given in another both stand.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import compact
from loyalty.members.member import (
    Birthday,
    Card,
    CardStatus,
    Consent,
    Member,
    MemberStatus,
    Profile,
)
from loyalty.program_file.document import (
    program_to_text,
    stored_program,
    terms_from_text,
    terms_to_text,
)
from loyalty.redemption.voucher import Voucher
from loyalty.rules.activity import Referral, ReferralState
from pos.store import View, Work
from pos.store.columns import day_from, day_number
from pos.store.link import DIFFERS
from pos.sync import hub_peers, receipt_docs, verdicts, vouching
from pos.trouble import TroubleError

MOST_BODY = 256 << 10
GONE = ""
_WRONG = (KeyError, TypeError, ValueError, AttributeError, LoyaltyError, RecursionError)


def body_of(view: View, topic: str, name: str) -> str:
    """The newest state of something, as its document; empty where it is gone."""
    read = _READ.get(topic)  # what only head office says is never told, and has no reader
    made = read(view, name) if read else None
    return compact(made) if made is not None else GONE


def apply(work: Work, topic: str, name: str, body: str) -> None:
    """Bring somebody else's word into the books; TroubleError `document-unreadable` (topic).

    What its own rules would refuse here (a phone number two members have by now) stands as it was
    said: a person merges them, nothing is lost.
    """
    if topic not in _WRITE or len(body) > MOST_BODY:
        raise TroubleError("document-unreadable", topic=topic[:40])
    work.hearing = True
    try:
        told = json.loads(body) if body else None
        _WRITE[topic](work, name, told)
    except _WRONG as error:
        raise TroubleError("document-unreadable", topic=topic, said=str(error)[:100]) from None
    finally:
        work.hearing = False


def known(topic: str) -> bool:
    """Whether this version knows what to do with a topic."""
    return topic in _WRITE


def member_of(topic: str, name: str, body: str) -> str:
    """The member, by hex, whom a word is about and without whom it cannot be kept; or empty."""
    if topic in ("profile", "referral"):
        return name
    if topic == "consent":
        return name.partition(":")[0]
    if topic == "card" and body:
        try:
            told = json.loads(body)["member"]
        except _WRONG:
            return ""
        return told if isinstance(told, str) else ""
    return ""


# --- members ------------------------------------------------------------------------------------


def member_document(member: Member) -> dict[str, Any]:
    """A member's own facts."""
    return {
        "name": member.name,
        "phone": member.phone,
        "joined": day_number(member.joined_on),
        "language": member.language,
        "status": member.status.value,
        "why": member.why_blocked,
        "birthday": str(member.birthday) if member.birthday else "",
        "email": member.email,
        "household": member.household.hex if member.household else "",
        "merged": member.merged_into.hex if member.merged_into else "",
        "referral": member.referral_code,
    }


def member_from_document(id_: UUID, told: Mapping[str, Any], segment: str = "") -> Member:
    """The member of a document; raises what a wrong one does (KeyError, ValueError…)."""
    return Member(
        id=id_,
        name=_text(told["name"]),
        phone=_text(told["phone"]),
        joined_on=day_from(told["joined"]),
        language=_text(told["language"]),
        status=MemberStatus(told["status"]),
        why_blocked=_text(told["why"]),
        birthday=Birthday.from_text(told["birthday"]) if told["birthday"] else None,
        email=_text(told["email"]),
        household=UUID(hex=told["household"]) if told["household"] else None,
        merged_into=UUID(hex=told["merged"]) if told["merged"] else None,
        referral_code=_text(told["referral"]),
        segment=segment,
    )


def _read_member(view: View, name: str) -> dict[str, Any] | None:
    member = view.member(UUID(hex=name))
    return member_document(member) if member else None


def _write_member(work: Work, name: str, told: Mapping[str, Any] | None) -> None:
    id_ = UUID(hex=name)
    before = work.member(id_)
    if told is None:
        if before is not None:
            _erase(work, id_)
        return
    member = member_from_document(id_, told, before.segment if before else "")
    holder = work.member_by_referral(member.referral_code) if member.referral_code else None
    if holder is not None and holder.id != id_:  # drawn twice, or a merge that is on its way
        work.change_member(_without_code(holder))
    if before is None:
        work.add_member(member)
    elif member.status is MemberStatus.ERASED:
        _erase(work, id_)
        nobody = Member(id_, "", "", before.joined_on, status=MemberStatus.ERASED)
        work.change_member(replace(nobody, merged_into=member.merged_into))
    elif before.status is not MemberStatus.ERASED:  # nobody comes back from there
        work.change_member(member)


def _erase(work: Work, member: UUID) -> None:
    work.erase_member(member)
    work.forget_answers(member)


def _without_code(member: Member) -> Member:
    facts = {name: getattr(member, name) for name in Member.__dataclass_fields__}
    return Member(**{**facts, "referral_code": ""})


def _read_profile(view: View, name: str) -> dict[str, Any] | None:
    member = view.member(UUID(hex=name))
    if member is None or member.status is MemberStatus.ERASED:
        return None
    return asdict(view.profile(member.id))


def _write_profile(work: Work, name: str, told: Mapping[str, Any] | None) -> None:
    if told is None or work.member(UUID(hex=name)) is None:
        return
    lists = {key: tuple(map(_text, told[key])) for key in ("likes", "dislikes", "brands", "phones")}
    social = tuple((_text(network), _text(account)) for network, account in told["social"])
    profile = Profile(_text(told["address"]), social=social, notes=_text(told["notes"]), **lists)
    work.keep_profile(UUID(hex=name), profile)


def _read_consent(view: View, name: str) -> dict[str, Any] | None:
    who, _, what = name.partition(":")
    said = [c for c in view.consents(UUID(hex=who)) if c.what == what]
    if not said:
        return None
    last = said[-1]  # in the order they were said, whatever a clock thought
    return {"given": last.given, "at": last.at_ms, "where": last.where}


def _write_consent(work: Work, name: str, told: Mapping[str, Any] | None) -> None:
    who, _, what = name.partition(":")
    member = UUID(hex=who)
    if told is None or work.member(member) is None:
        return
    given, at, where = told["given"], told["at"], _text(told["where"])
    if type(given) is not bool or type(at) is not int:
        raise ValueError("no consent")
    consent = Consent(what, given, at, where)
    said = [known for known in work.consents(member) if known.what == what]
    if not said or said[-1] != consent:
        work.add_consent(member, consent)


def _read_card(view: View, name: str) -> dict[str, Any] | None:
    found = view.member_by_card(name)
    return {"member": found[1].member.hex, "status": found[1].status.value} if found else None


def _write_card(work: Work, name: str, told: Mapping[str, Any] | None) -> None:
    if told is None:  # whose it was elsewhere is erased, whoever was given it here meanwhile
        work.drop_card(name)
        return
    card = Card(name, UUID(hex=told["member"]), CardStatus(told["status"]))
    if work.member(card.member) is None:
        return
    if work.free_card(name):
        work.add_card(card)
    else:
        work.change_card(card)


def _read_referral(view: View, name: str) -> dict[str, Any] | None:
    found = view.referral(UUID(hex=name))
    if found is None:
        return None
    return {
        "referrer": found.referrer.hex,
        "on": day_number(found.on),
        "state": ReferralState(found.state).value,
    }


def _write_referral(work: Work, name: str, told: Mapping[str, Any] | None) -> None:
    if told is None:
        return
    friend, state = UUID(hex=name), ReferralState(told["state"])
    if work.referral(friend) is None:
        work.add_referral(Referral(friend, UUID(hex=told["referrer"]), day_from(told["on"]), state))
    else:
        work.settle_referral(friend, state)


# --- vouchers and programs ----------------------------------------------------------------------


def _read_voucher(view: View, name: str) -> dict[str, Any] | None:
    voucher = view.voucher(name)
    if voucher is None:
        return None
    return {
        "terms": terms_to_text(voucher.terms),
        "source": voucher.source.hex,
        "given": day_number(voucher.given_on),
        "member": voucher.member.hex if voucher.member else "",
    }


def _write_voucher(work: Work, name: str, told: Mapping[str, Any] | None) -> None:
    if told is None:
        return
    member = UUID(hex=told["member"]) if told["member"] else None
    before = work.voucher(name)
    if before is None:
        terms = terms_from_text(_text(told["terms"]))
        source, given = UUID(hex=told["source"]), day_from(told["given"])
        work.add_voucher(Voucher(name, terms, source, given, member))
    elif before.member and member and before.member != member:
        work.give_voucher(name, member)


def _read_program(view: View, name: str) -> dict[str, Any] | None:
    program = view.program(int(name))
    return {"text": program_to_text(program)} if program else None


def _write_program(work: Work, name: str, told: Mapping[str, Any] | None) -> None:
    if told is None:
        return
    program = stored_program(_text(told["text"]))
    if program.number != int(name):
        raise ValueError("another number")
    here = work.program(program.number)
    if here is None:
        work.add_program(program)
    _differs(work, name, here is not None and here != program)


def _differs(work: Work, number: str, is_so: bool) -> None:
    """Two programs of one number: sales were made by the one here, so it stays, and is told."""
    before = (work.setting(DIFFERS) or "").split()
    after = sorted({*before, number} if is_so else {*before} - {number}, key=int)
    if after != before:
        work.keep_setting(DIFFERS, " ".join(after))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


_READ: dict[str, Callable[[View, str], dict[str, Any] | None]] = {
    "member": _read_member,
    "profile": _read_profile,
    "consent": _read_consent,
    "card": _read_card,
    "referral": _read_referral,
    "voucher": _read_voucher,
    "program": _read_program,
    **receipt_docs.READ,
}
_WRITE: dict[str, Callable[[Work, str, Mapping[str, Any] | None], None]] = {
    "member": _write_member,
    "profile": _write_profile,
    "consent": _write_consent,
    "card": _write_card,
    "referral": _write_referral,
    "voucher": _write_voucher,
    "program": _write_program,
    **receipt_docs.WRITE,
    "terminal": hub_peers.heard,
    verdicts.VERDICT: verdicts.heard,
    vouching.CERTIFICATE_TOPIC: vouching.heard,
}
TOLD = frozenset(_READ) - {"program"}
"""What a terminal may say; programs come from head office alone."""
