"""F8: the last act of this terminal, taken back by the operator who did it.

Nothing is deleted. A sale is undone by the return of everything, a return by its mirror, an
enrolment by the card becoming blank again; each is a new entry.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from loyalty.claims.documents import credit_from
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.documents import (
    opened,
    returned_from,
    sale_from,
    undone_body,
    undone_from,
)
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.members.member import CardStatus, Member, MemberStatus, Profile
from loyalty.sales.returned import Returned
from loyalty.sales.reversal import Sold, reverse, undone
from pos.acts import Act
from pos.claims import withdraw_in
from pos.clock import moment_of
from pos.returns import returnable
from pos.shop import Shop, program_in_force
from pos.slips import masked_card
from pos.store import View, Work


@dataclass(frozen=True, slots=True)
class LastAct:
    """The newest act that F8 could take back, and until when (shop's zone) its operator may."""

    entry: Entry
    kind: Kind
    amount_minor: int
    earned: int
    redeemed: int
    member: str
    operator: str
    undo_until: datetime


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did. `returned` is set for a sale; `sold` where a sale was involved."""

    entry: Entry
    undid: Kind
    member: Member | None
    before: Account
    after: Account
    sold: Sold | None = None
    returned: Returned | None = None


def last_act(shop: Shop) -> LastAct | None:
    """The newest entry of this terminal if it can be undone at all, else None."""
    with shop.store.reading() as view:
        return _last(shop, view)


def undo(shop: Shop, act: Act, seen: EntryKey | None = None) -> Undone:
    """Take the last act back; an undo that is asked for again is the same undo.

    `seen` is the act that whoever asks has before their eyes. Errors: `undo-nothing`,
    `undo-moved-on` (another window has booked since), `undo-too-old` (minutes),
    `undo-other-operator`, `member-in-use`, `return-not-undoable`.
    """
    with shop.store.writing() as work:
        if earlier := _repeated(work, act):
            return earlier
        last = _last(shop, work)
        if last is None:
            raise LoyaltyError("undo-nothing")
        if seen is not None and seen != last.entry.key:
            raise LoyaltyError("undo-moved-on")
        if last.operator != act.operator:
            person = work.operator(last.operator)
            name = person.name if person else last.operator
            raise LoyaltyError("undo-other-operator", operator=last.operator, name=name)
        if shop.clock.now() > last.undo_until:
            minutes = program_in_force(work, shop.today).returns.undo_minutes
            raise LoyaltyError("undo-too-old", minutes=minutes)
        return _UNDO[last.kind](shop, work, last.entry, act)


def _repeated(work: Work, act: Act) -> Undone | None:
    """The first outcome of an undo that is asked for again."""
    for kind, undid in _UNDONE_AS.items():
        entry = work.entry_of(act.id, kind)
        if entry is None:
            continue
        returned = returned_from(entry.body, entry.source) if kind is Kind.RETURN else None
        if returned is not None and not returned.void:
            continue  # a return of its own, not an undo
        member = work.member(entry.member) if entry.member else None
        account = work.account(entry.member) if entry.member else Account()
        sold = work.sold(returned.sale) if returned else None
        return Undone(entry, undid, member, account, account, sold, returned)
    return _return_again(work, act)


def _return_again(work: Work, act: Act) -> Undone | None:
    """The undoing of a return has the return's own source: it is known by the act in its body, and
    looked for among the newest entries, where one that is asked for again stands.
    """
    last = work.last_entry()
    newest = range(last.key.seq, max(0, last.key.seq - _LOOK_BACK), -1) if last else ()
    for seq in newest:
        assert last is not None
        entry = work.entry(replace(last.key, seq=seq))
        if entry is None or entry.kind is not Kind.RETURN_UNDONE:
            continue
        if opened(entry.body).get("a") != str(act.id):
            continue
        made = work.entry(undone_from(entry.body))
        sold = work.sold(returned_from(made.body, made.source).sale) if made else None
        member = work.member(entry.member) if entry.member else None
        account = work.account(entry.member) if entry.member else Account()
        return Undone(entry, Kind.RETURN, member, account, account, sold)
    return None


_LOOK_BACK = 50
_UNDONE_AS = {
    Kind.RETURN: Kind.SALE,
    Kind.ENROLMENT_UNDONE: Kind.ENROLMENT,
}
"""What an undo is booked as with its own id, and what it undid."""


def _last(shop: Shop, view: View) -> LastAct | None:
    entry = view.last_entry()
    if entry is None or entry.kind not in _UNDO:
        return None
    person = view.member(entry.member) if entry.member else None
    minutes = program_in_force(view, shop.today).returns.undo_minutes
    until = moment_of(entry.at_ms).astimezone(shop.clock.zone) + timedelta(minutes=minutes)
    amount, earned, redeemed, operator = _figures(entry)
    if entry.kind is Kind.RETURN and returned_from(entry.body, entry.source).void:
        return None
    name = (person.name or _card(view, person)) if person else ""
    return LastAct(entry, entry.kind, amount, earned, redeemed, name, operator, until)


def _card(view: View, person: Member) -> str:
    """What to call a member who has no name yet."""
    cards = view.cards_of(person.id)
    return masked_card(cards[0].code) if cards else ""


def _figures(entry: Entry) -> tuple[int, int, int, str]:
    """Amount, points earned, points redeemed and the operator of an act."""
    if entry.kind is Kind.SALE:
        sale = sale_from(entry.body, entry.source, entry.member, entry.program)
        return sale.due_minor, sale.earned, sale.redeemed, sale.operator
    if entry.kind is Kind.RETURN:
        returned = returned_from(entry.body, entry.source)
        return returned.refund_minor, -returned.clawed, -returned.restored, returned.operator
    if entry.kind is Kind.CLAIM:
        made = credit_from(entry)
        return made.receipt.total_minor, made.points, 0, made.sale.operator
    return 0, 0, 0, str(opened(entry.body).get("o", ""))


def _undo_sale(shop: Shop, work: Work, entry: Entry, act: Act) -> Undone:
    sold = work.sold(entry.key)
    if sold is None or not any(sold.units_left):
        raise LoyaltyError("undo-nothing")
    found = returnable(shop, work, entry.key)
    sold, before = found.sold, found.account
    occasion = act.occasion(shop, work)
    returned, fresh = reverse(sold, sold.units_left, before, found.program, occasion, void=True)
    booked = replace(_appended(work, fresh, entry, before), sold=sold, returned=returned)
    exchanged = work.entry_of(entry.source, Kind.RETURN)
    if exchanged is None:
        return booked
    # An exchange is one act at the counter: the goods that came back go out again, too.
    again = _undo_return(shop, work, exchanged, act)
    return replace(booked, after=again.after)


def _undo_return(shop: Shop, work: Work, entry: Entry, act: Act) -> Undone:
    before = work.account(entry.member) if entry.member else Account()
    sold = work.sold(returned_from(entry.body, entry.source).sale)
    fresh = undone(entry, before, act.occasion(shop, work))
    return replace(_appended(work, fresh, entry, before), sold=sold)


def _undo_enrolment(shop: Shop, work: Work, entry: Entry, act: Act) -> Undone:
    """The card is blank again, the member withdrawn; refused once anything else was booked."""
    member = work.member(entry.member) if entry.member else None
    if member is None or any(e.key != entry.key for e in work.entries(member=member.id)):
        raise LoyaltyError("member-in-use")
    nobody = Member(member.id, "", "", member.joined_on, status=MemberStatus.WITHDRAWN)
    work.change_member(nobody)
    work.keep_profile(member.id, Profile())
    for card in work.cards_of(member.id):
        work.change_card(replace(card, status=CardStatus.WITHDRAWN))
    occasion = act.occasion(shop, work)
    fresh = Entry(
        source=act.id,
        kind=Kind.ENROLMENT_UNDONE,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=member.id,
        program=0,
        postings=(),
        body=undone_body(entry.key, act.operator),
    )
    return _appended(work, fresh, entry, Account())


def _appended(work: Work, fresh: Entry, undid: Entry, before: Account) -> Undone:
    booked = work.append(fresh)
    member = work.member(undid.member) if undid.member else None
    after = work.account(undid.member) if undid.member else before
    return Undone(booked, undid.kind, member, before, after)


def _undo_claim(shop: Shop, work: Work, entry: Entry, act: Act) -> Undone:
    """The receipt may be presented again: by whom it belongs to."""
    back = withdraw_in(shop, work, act, entry, "", again=True)
    return Undone(back.entry, entry.kind, back.member, back.before, back.after)


_UNDO = {
    Kind.CLAIM: _undo_claim,
    Kind.SALE: _undo_sale,
    Kind.RETURN: _undo_return,
    Kind.ENROLMENT: _undo_enrolment,
}
