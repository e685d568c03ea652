"""One member with all the counter may show of them: profile, cards, vouchers, stamps, tier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loyalty.accrual.tier import TierState, standing_in
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.count import given_of, stamps_of, used_of
from loyalty.members.member import Card, CardStatus, Consent, Member, MemberStatus, Profile
from loyalty.redemption.voucher import Voucher
from loyalty.rules.rewards import StampRule
from pos.clock import moment_of
from pos.linked import Usable, usable
from pos.referrals import code_of
from pos.shop import Shop, program_in_force
from pos.store import View
from pos.whole import whole_standing


@dataclass(frozen=True, slots=True)
class Person:
    """A member as their sheet at the counter shows them; `vouchers` are those good today.

    `stamps`: the program's stamp cards with what is on them. `household`: who shares the account,
    themselves among them; empty where nobody does. `usable`: as `AtCounter.usable`, and `as_of`
    when head office knew of it, in the shop's zone.
    """

    member: Member
    profile: Profile
    account: Account
    cards: tuple[Card, ...]
    consents: tuple[Consent, ...]
    vouchers: tuple[Voucher, ...]
    stamps: tuple[tuple[StampRule, int], ...]
    tier: TierState | None
    household: tuple[Member, ...]
    usable: Usable | None = None
    as_of: datetime | None = None


def person(shop: Shop, member: UUID) -> Person:
    """Everything of a member; LoyaltyError `member-unknown`, `program-none`.

    Where the program rewards bringing friends, somebody without a code for it has one drawn.
    """
    with shop.store.reading() as view:
        known, rule = view.member(member), program_in_force(view, shop.today).referral
    if rule and known and known.status is MemberStatus.ACTIVE and not known.referral_code:
        code_of(shop, member)
    with shop.store.reading() as view:
        found, standing = view.member(member), whole_standing(view, member)
        here = (MemberStatus.ACTIVE, MemberStatus.BLOCKED)
        if found is None or standing is None or found.status not in here:
            raise LoyaltyError("member-unknown")
        program = program_in_force(view, shop.today)
        on = shop.today
        cards = view.cards_of(member)
        found_usable = usable(shop, view, found.owner)
        as_of_ms = found_usable.as_of_ms if found_usable else None
        return Person(
            member=found,
            profile=view.profile(member),
            account=standing.account,
            cards=tuple(card for card in cards if card.status is not CardStatus.WITHDRAWN),
            consents=view.consents(member),
            vouchers=_usable(shop, view, standing.member.id),
            stamps=tuple(
                (rule, standing.history.count(stamps_of(rule.id))) for rule in program.stamps
            ),
            tier=standing_in(program.tiers, standing.member, standing.history, on),
            household=view.household(found.household) if found.household else (),
            usable=found_usable,
            as_of=moment_of(as_of_ms).astimezone(shop.clock.zone) if as_of_ms else None,
        )


def _usable(shop: Shop, view: View, owner: UUID) -> tuple[Voucher, ...]:
    """Vouchers given, not used, not withdrawn, good today."""
    mine = view.vouchers_of(owner, shop.today)
    names = [name(voucher.code) for voucher in mine for name in (used_of, given_of)]
    counts = view.shop_counts(names) if names else {}
    return tuple(
        voucher
        for voucher in mine
        if counts.get((True, given_of(voucher.code), None), 0) > 0
        and not counts.get((True, used_of(voucher.code), None), 0)
    )
