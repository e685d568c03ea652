"""Bringing a friend (program.md 7): who may, when both are rewarded, and when it is over.

A referral waits until one of the friend's purchases has outlived the return window. Nothing is
promised before that, so a purchase that comes back costs nobody anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from loyalty.apportion import units_share
from loyalty.errors import LoyaltyError
from loyalty.ledger.count import Count
from loyalty.ledger.documents import compact, counts_rows
from loyalty.ledger.entry import Entry, Kind
from loyalty.ledger.granting import granted, named_source
from loyalty.members.history import History, Standing
from loyalty.members.member import Member, MemberStatus, Profile
from loyalty.rules.activity import ReferralRule
from loyalty.rules.limits import Period
from loyalty.rules.program import Program
from loyalty.sales.reversal import Sold
from loyalty.sales.sale import Occasion

REFERRALS = "referrals"
"""The referrer's count of friends that were rewarded, on the day of the reward."""


class Side(StrEnum):
    """Which of the two an entry rewards."""

    FRIEND = "friend"
    REFERRER = "referrer"


@dataclass(frozen=True, slots=True)
class Person:
    """A member with what could show that two members are the same person, or share a roof."""

    member: Member
    profile: Profile = Profile()

    @property
    def phones(self) -> frozenset[str]:
        """Every number that is known of them."""
        return frozenset(phone for phone in (self.member.phone, *self.profile.phones) if phone)


def check_referral(referrer: Person, friend: Person, history: History) -> None:
    """Refuse a referral that must not be. `history`: the friend's.

    Errors: `referral-own`, `referral-shared` (what: phone, email, household), `referral-blocked`
    (the referrer is), `referral-not-new` (the friend has bought before). That a friend was referred
    before, `referral-again`, only the books know.
    """
    one, other = referrer.member, friend.member
    if one.id == other.id:
        raise LoyaltyError("referral-own")
    if one.status is not MemberStatus.ACTIVE:
        raise LoyaltyError("referral-blocked")
    if one.owner == other.owner:
        raise LoyaltyError("referral-shared", what="household")
    if referrer.phones & friend.phones:
        raise LoyaltyError("referral-shared", what="phone")
    if one.email and one.email.casefold() == other.email.casefold():
        raise LoyaltyError("referral-shared", what="email")
    if history.visits:
        raise LoyaltyError("referral-not-new")


@dataclass(frozen=True, slots=True)
class Purchase:
    """A purchase of the friend's: its day, and the money paid for what was not brought back."""

    on: date
    kept_minor: int


def purchase_of(sold: Sold) -> Purchase:
    """What is left of a sale after its returns: money paid, points and rewards not counted."""
    paid = 0
    for sale, gone in zip(sold.sale.lines, sold.units_before, strict=True):
        whole = sale.line.amount_minor - sale.paid_minor
        paid += whole - units_share(whole, sale.line.units, 0, gone)
    return Purchase(sold.on, paid)


class Verdict(StrEnum):
    """What a night makes of an open referral."""

    WAIT = "wait"
    DUE = "due"
    LAPSED = "lapsed"


def verdict(
    rule: ReferralRule, referred_on: date, purchases: Iterable[Purchase], on: date
) -> Verdict:
    """Whether both are rewarded on a day. A purchase counts that was made while the referral was
    open, is `after_days` old and still worth `spend_minor`; one that is younger is waited for.
    """
    last = referred_on + timedelta(days=rule.open_days)
    good = [
        purchase.on
        for purchase in purchases
        if purchase.on <= last and purchase.kept_minor >= max(1, rule.spend_minor)
    ]
    if any((on - day).days >= rule.after_days for day in good):
        return Verdict.DUE
    return Verdict.LAPSED if on > last and not good else Verdict.WAIT


def over_the_month(rule: ReferralRule, history: History, on: date) -> bool:
    """Whether the referrer has had all friends that count in the month of a day."""
    return history.count(REFERRALS, Period.MONTH, on) >= rule.per_month


def referral_entry(
    side: Side,
    friend: UUID,
    points: int,
    program: Program,
    standing: Standing,
    occasion: Occasion,
    tier: str = "",
) -> Entry:
    """The entry that rewards one side. Its source is made from the friend: it can be there once."""
    counts = [Count(REFERRALS, 1, occasion.on)] if side is Side.REFERRER else []
    told = {"v": 1, "side": side.value, "friend": str(friend), "p": points}
    return Entry(
        source=named_source("referral", friend, side.value),
        kind=Kind.REFERRAL,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=standing.member.owner,
        program=program.number,
        postings=granted(standing.account, points, program, occasion, tier=tier),
        body=compact(told | ({"t": counts_rows(counts)} if counts else {})),
    )
