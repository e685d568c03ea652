"""Two members who are one person, made one: points, tier, stamps, cards, vouchers and profile.

Nothing in the books is rewritten. Two entries move the account; the member who goes stays as a
number that points to the one who is kept, so that returns of old sales find their way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Account, Entry, Kind
from loyalty.ledger.moving import move_all
from loyalty.members.history import Standing
from loyalty.members.member import CardStatus, Member, MemberStatus, united, united_profile
from pos.acts import Act
from pos.rights import Right, answering
from pos.shop import Shop
from pos.store import View, Work
from pos.whereabouts import survivor

MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge: who is kept, who went, and the points that were moved (below zero: a debt)."""

    member: Member
    gone: Member
    points: int


def merge(shop: Shop, act: Act, gone: UUID, kept: UUID, approved: str = "") -> Merged:
    """Make two members one; the same two again are the same merge.

    `approved`: who allowed it where the operator may not. A member who is nobody yet (a card used
    before its owner signed up) needs no approval. Who was in no household comes into that of the
    member who is kept.
    Errors: `merge-self`, `member-unknown`, `member-blocked` (a block would be got rid of),
    `merge-household` (they belong to another household), `household-others-in` (others belong to
    theirs), `approval-needed`.
    """
    with shop.store.writing() as work:
        return merge_in(shop, work, act, gone, kept, approved)


def merge_in(
    shop: Shop, work: Work, act: Act, gone: UUID, kept: UUID, approved: str = ""
) -> Merged:
    """`merge` inside a transaction that does more."""
    if earlier := _earlier(work, act, gone, kept):
        return earlier
    if gone == kept:
        raise LoyaltyError("merge-self")
    source, target = active(work, gone), active(work, kept)
    _households(work, source, target)
    answer = "" if nobody(source) else answering(work, act.operator, Right.MERGE, 0, approved)
    points = move(shop, work, act, source, target, MERGED, answer)
    _hand_over(work, source, target)
    member, went = _as_one(work, source, target)
    return Merged(member, went, points)


def move(
    shop: Shop, work: Work, act: Act, source: Member, target: Member, why: str, approved: str
) -> int:
    """Book that all a member's own account holds goes to the account of another; the points.

    Vouchers of the account go along.
    """
    owner = work.member(target.owner) or target
    giver, taker = _whole(work, source), _whole(work, owner)
    out, into = move_all(giver, taker, act.occasion(shop, work), why, approved)
    work.append(out)
    work.append(into)
    work.move_vouchers(source.id, owner.id)
    return moved_points(out)


def moved_points(out: Entry) -> int:
    """What an entry took off its member's account: spendable and pending points less debts."""
    mine = (Account.MEMBER, Account.MEMBER_DEBT, Account.PENDING)
    return -sum(posting.points for posting in out.postings if posting.account in mine)


def nobody(member: Member) -> bool:
    """A card that was used before its owner signed up: nobody is known behind it."""
    return not (member.name or member.phone or member.email)


def active(view: View, member: UUID) -> Member:
    """A member who may collect; LoyaltyError `member-unknown`, `member-blocked`."""
    found = view.member(member)
    if found is not None and found.status is MemberStatus.BLOCKED:
        raise LoyaltyError("member-blocked", member=found.name, why=found.why_blocked)
    if found is None or found.status is not MemberStatus.ACTIVE:
        raise LoyaltyError("member-unknown")
    return found


def others_in(view: View, owner: UUID) -> tuple[Member, ...]:
    """Who shares a member's account besides them."""
    return tuple(one for one in view.household(owner) if one.id != owner)


def _earlier(work: Work, act: Act, gone: UUID, kept: UUID) -> Merged | None:
    """The first outcome: of this act, or of an earlier one with the same two members."""
    source, target = work.member(gone), survivor(work, gone)
    if source is None or target is None or source.status is not MemberStatus.MERGED:
        return None
    now = survivor(work, kept)
    if now is None or now.id != target.id:
        raise LoyaltyError("member-unknown")
    out = work.entry_of(act.id, Kind.MOVED_OUT)
    return Merged(target, source, moved_points(out) if out and out.member == gone else 0)


def _households(work: Work, source: Member, target: Member) -> None:
    """A shared account is never emptied by merging one who shares it."""
    if others_in(work, source.id):
        raise LoyaltyError("household-others-in", member=source.name)
    elsewhere = source.household not in (None, source.id, target.owner)
    if elsewhere:
        raise LoyaltyError("merge-household", member=source.name)


def _whole(work: Work, member: Member) -> Standing:
    return Standing(member, work.account(member.id), work.history(member.id))


def _hand_over(work: Work, source: Member, target: Member) -> None:
    """Cards, consents, cases, messages, earlier merges and an open referral of the one who goes."""
    for card in work.cards_of(source.id):
        if card.status is not CardStatus.WITHDRAWN:
            work.change_card(replace(card, member=target.id))
    said = {consent.what for consent in work.consents(target.id)}
    for consent in work.consents(source.id):
        if consent.what not in said:  # what the one who is kept said themselves stands
            work.add_consent(target.id, consent)
    work.move_cases(source.id, target.id)
    work.move_messages(source.id, target.id)
    for earlier in work.merged_from(source.id):
        work.change_member(replace(earlier, merged_into=target.id))
    referral = work.referral(source.id)
    if referral is not None and referral.state == "open" and not nobody(source):
        work.settle_referral(source.id, "refused")  # they were a member already


def _as_one(work: Work, source: Member, target: Member) -> tuple[Member, Member]:
    second = source.phone if target.phone and source.phone != target.phone else ""
    profile = united_profile(work.profile(target.id), work.profile(source.id), second)
    went = replace(source, status=MemberStatus.MERGED, merged_into=target.id, household=None)
    member = united(target, source)
    if member.referral_code == source.referral_code:
        went = replace(went, referral_code="")  # a code leads to one member
    work.change_member(went)
    work.change_member(member)
    work.keep_profile(member.id, profile)
    return member, went
