"""All that is kept about one person, as plain JSON values that the person can read (GDPR 15, 20).

What they told, agreed to, bought, earned and used, with the reason of every point. Of the others in
a household nothing is said but how many they are.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from loyalty.accrual.tier import tier_of
from loyalty.care.case import Case
from loyalty.care.letter import Message
from loyalty.claims.documents import sale_in
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, Lot
from loyalty.ledger.documents import opened
from loyalty.ledger.entry import MEMBER_ACCOUNTS, Entry, Kind
from loyalty.ledger.entry import Account as Ledger
from loyalty.members.answer import Answer
from loyalty.members.history import History
from loyalty.members.member import Consent, Member, Profile
from loyalty.redemption.voucher import Voucher
from loyalty.sales.sale import Sale
from pos.acts import Act
from pos.clock import moment_of
from pos.deeds import What, note
from pos.merging import others_in
from pos.rights import Right, answering
from pos.shop import Shop
from pos.slips import number_text
from pos.store import View
from pos.whereabouts import survivor
from pos.why import steps
from receipts.writing.explain import worded
from receipts.writing.facts import WhyStep

FORMAT = "regulars-person-1"
Facts = dict[str, Any]


def everything_of(shop: Shop, act: Act, member: UUID, approved: str = "") -> Facts:
    """All of a person, those included who were merged into them, in the shop's language.

    Money in minor units beside its currency, moments ISO 8601 in the shop's zone. Errors:
    `member-unknown`, `approval-needed`.
    """
    with shop.store.reading() as view:
        person = survivor(view, member)
        if person is None:
            raise LoyaltyError("member-unknown")
        answered = answering(view, act.operator, Right.EXPORT, 0, approved)
        owner = view.member(person.owner) or person
        earlier = view.merged_from(person.id)
        shared = others_in(view, owner.id) if person.household else ()
        mine = frozenset((person.id, *(one.id for one in earlier)))
        history = view.history(owner.id)
        account = view.account(owner.id).active(history.last_act)
        facts: Facts = {
            "format": FORMAT,
            "shop": shop.settings.shop,
            "made_at": _moment(shop, view.now_ms()),
            "member": _member(person) | _profile(view.profile(person.id)),
            "earlier": [_member(one) | _profile(view.profile(one.id)) for one in earlier],
            "consents": [_consent(shop, one) for one in view.consents(person.id)],
            "cards": [
                {"code": card.code, "status": card.status.value}
                for card in view.cards_of(person.id)
            ],
            "household": {"own": owner.id == person.id, "others": len(shared)} if shared else None,
            "points": _points(shop, account),
            "tier": _tier(shop, view, owner, history),
            "counts": [
                {"name": name, "day": on.isoformat() if on else None, "amount": amount}
                for (name, on), amount in sorted(history.counts.items(), key=str)
            ],
            "vouchers": [_voucher(one) for one in view.vouchers_of(owner.id)],
            "answers": [_answer(one) for one in view.answers_of(person.id)],
            "cases": [_case(shop, view, one) for one in view.cases_of(person.id)],
            "messages": [_message(shop, one) for one in view.messages_of(person.id)],
            "entries": [_entry(shop, entry, mine) for entry in _entries(view, mine)],
        }
    with shop.store.writing() as work:
        note(work, act, What.EXPORTED, member=person.id, approved=answered)
    return facts


def _entries(view: View, mine: frozenset[UUID]) -> list[Entry]:
    """All of their own accounts, and what they bought on those of households they were in."""
    own = [entry for one in mine for entry in view.entries(member=one)]
    moved = [entry.source for entry in own if entry.kind is Kind.MOVED_OUT]
    into = [view.entry_of(source, Kind.MOVED_IN) for source in moved]
    hosts = {entry.member for entry in into if entry and entry.member} - mine
    shared = [
        entry
        for host in hosts
        for kind in (Kind.SALE, Kind.CLAIM)
        for entry in view.entries(member=host, kind=kind)
        if _buyer(entry) in mine
    ]
    return sorted((*own, *shared), key=lambda entry: (entry.at_ms, entry.key))


def _buyer(entry: Entry) -> UUID | None:
    sale = _read(entry)
    return sale.person or entry.member if sale else None


def _read(entry: Entry) -> Sale | None:
    """The sale of an entry; a damaged one is only named, and keeps nobody from the rest."""
    try:
        return sale_in(entry)
    except LoyaltyError:
        return None


def _member(person: Member) -> Facts:
    return {
        "number": str(person.id),
        "name": person.name,
        "phone": person.phone,
        "email": person.email,
        "birthday": str(person.birthday) if person.birthday else None,
        "language": person.language,
        "joined_on": person.joined_on.isoformat(),
        "status": person.status.value,
        "why_blocked": person.why_blocked,
        "referral_code": person.referral_code,
        "segment": person.segment,
    }


def _profile(profile: Profile) -> Facts:
    return {
        "other_phones": list(profile.phones),
        "address": profile.address,
        "likes": list(profile.likes),
        "dislikes": list(profile.dislikes),
        "favourite_brands": list(profile.brands),
        "social": dict(profile.social),
        "notes": profile.notes,
    }


def _consent(shop: Shop, said: Consent) -> Facts:
    return {
        "what": said.what,
        "given": said.given,
        "at": _moment(shop, said.at_ms),
        "where": said.where,
    }


def _answer(said: Answer) -> Facts:
    return {
        "question": said.question.value,
        "score": said.score,
        "comment": said.comment,
        "on": said.on.isoformat(),
    }


def _case(shop: Shop, view: View, case: Case) -> Facts:
    """What was written down of it. Who of the shop wrote it is their own matter."""
    return {
        "number": str(case.id),
        "opened_at": _moment(shop, case.opened_ms),
        "channel": case.channel.value,
        "cause": case.cause.value,
        "words": case.words,
        "promise": case.promise,
        "due_on": case.due_on.isoformat() if case.due_on else None,
        "added": [
            {"at": _moment(shop, word.at_ms), "words": word.words}
            for word in view.case_words(case.id)
        ],
        "resolution": case.resolution,
        "closed_at": _moment(shop, case.closed_ms) if case.closed_ms is not None else None,
        "points_given": case.goodwill,
    }


def _message(shop: Shop, message: Message) -> Facts:
    return {
        "occasion": message.occasion.value,
        "made_at": _moment(shop, message.made_ms),
        "state": message.state.value,
        "sent_at": _moment(shop, message.sent_ms) if message.sent_ms is not None else None,
    }


def _points(shop: Shop, account: Account) -> Facts:
    return {
        "balance": account.balance,
        "usable": account.spendable(shop.today),
        "pending": account.pending_points,
        "owed": account.owed,
        "lots": [_lot(shop, lot) for lot in (*account.lots, *account.pending)],
    }


def _lot(shop: Shop, lot: Lot) -> Facts:
    ends, vests = lot.ref.expires_on, lot.ref.vests_on
    return {
        "points": lot.points,
        "earned_at": _moment(shop, lot.ref.earned_ms),
        "usable_until": ends.isoformat() if ends else None,
        "months_after_last_visit": lot.ref.slides or None,
        "usable_from": vests.isoformat() if vests else None,
    }


def _tier(shop: Shop, view: View, owner: Member, history: History) -> str | None:
    program = view.program_on(shop.today)
    return tier_of(program.tiers, owner, history, shop.today) or None if program else None


def _voucher(voucher: Voucher) -> Facts:
    return {
        "code": voucher.code,
        "what": voucher.terms.name,
        "from": voucher.first_day.isoformat(),
        "until": voucher.last_day.isoformat(),
    }


def _entry(shop: Shop, entry: Entry, mine: frozenset[UUID]) -> Facts:
    """An entry with what it moved. What others of a household bought is their own matter."""
    facts: Facts = {
        "number": number_text(entry.key),
        "kind": entry.kind.value,
        "at": _moment(shop, entry.at_ms),
        "business_date": entry.business_date.isoformat(),
        "points": [
            {"points": posting.points, "account": posting.account.value}
            for posting in entry.postings
            if posting.account in MEMBER_ACCOUNTS
        ],
    }
    if entry.kind not in (Kind.SALE, Kind.CLAIM):
        return facts | _reason(entry)
    sale = _read(entry)
    if sale is None:
        return facts
    if (sale.person or entry.member) not in mine:
        return facts | {"by": "household"}
    return facts | _sale(shop, sale)


def _reason(entry: Entry) -> Facts:
    """What was said of an act by hand: the reason that was typed."""
    try:
        why = opened(entry.body).get("why")
    except LoyaltyError:
        return {}
    return {"why": [why]} if isinstance(why, str) and why else {}


def _sale(shop: Shop, sale: Sale) -> Facts:
    why = steps(sale.explanation, [sold.line.amount_minor for sold in sale.lines])
    language = shop.settings.language
    told = [worded(WhyStep(code, facts), language, sale.currency) for code, facts in why]
    return {
        "currency": sale.currency,
        "total_minor": sale.total_minor,
        "paid_with_points_minor": sale.paid_minor,
        "earned": sale.earned,
        "used": [
            {"what": used.name or used.voucher or Ledger.REDEEMED.value, "points": used.points}
            for used in sale.used
        ],
        "goods": [
            {
                "text": sold.line.text,
                "units": sold.line.units,
                "amount_minor": sold.line.amount_minor,
                "category": sold.line.category,
                "brand": sold.line.brand,
                "earned": sold.earned,
            }
            for sold in sale.lines
        ],
        "why": [f"{label}: {value}" if value else label for label, value in told],
    }


def _moment(shop: Shop, at_ms: int) -> str:
    return moment_of(at_ms).astimezone(shop.clock.zone).isoformat(timespec="seconds")
