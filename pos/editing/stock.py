"""Lists beside the rules: rewards with what is left of them, vouchers by kind, referrals."""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.ledger.count import taken_of
from loyalty.members.member import Member
from loyalty.rules.activity import Referral, ReferralState
from loyalty.rules.rewards import Reward, VoucherTerms
from pos.shop import Shop, program_in_force

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Shelf:
    """A reward in force. `campaign`: the id of the one that adds it, or empty. `left`: of its
    stock; None where there is enough for everybody.
    """

    reward: Reward
    campaign: str
    taken: int
    left: int | None


@dataclass(frozen=True, slots=True)
class VoucherKind:
    """Vouchers of one kind: those given, used, withdrawn, ended unused, and the rest that may
    still be used. `terms`: as the program in force has them; None for a kind it has no more.
    """

    id: str
    terms: VoucherTerms | None
    given: int
    used: int
    withdrawn: int
    ended: int

    @property
    def open(self) -> int:
        """Those that may still be used, today or from a later day on."""
        return self.given - self.used - self.withdrawn - self.ended


@dataclass(frozen=True, slots=True)
class Brought:
    """A referral with both members; None for one whose person is gone."""

    referral: Referral
    friend: Member | None
    referrer: Member | None


def shelf(shop: Shop) -> tuple[Shelf, ...]:
    """Every reward in force, in the program's order; LoyaltyError `program-none`."""
    with shop.store.reading() as view:
        program = program_in_force(view, shop.today)
        of = [(reward, "") for reward in program.rewards]
        of += [(reward, one.id) for one in program.campaigns for reward in one.rewards]
        counts = view.whole_shop_counts([taken_of(reward.id) for reward, _ in of]) if of else {}
    found = []
    for reward, campaign in of:
        taken = counts.get((True, taken_of(reward.id), None), 0)
        left = None if reward.stock is None else max(0, reward.stock - taken)
        found.append(Shelf(reward, campaign, taken, left))
    return tuple(found)


def voucher_kinds(shop: Shop) -> tuple[VoucherKind, ...]:
    """The kinds in force, and those of which some were given, by id. Walks over all vouchers."""
    with shop.store.reading() as view:
        program = program_in_force(view, shop.today)
        known = {one.id: one for one in program.vouchers}
        known |= {one.id: one for each in program.campaigns for one in each.vouchers}
        counts = {kind: numbers for kind, *numbers in view.voucher_kinds(shop.today)}
    none = [0, 0, 0, 0]
    return tuple(
        VoucherKind(kind, known.get(kind), *counts.get(kind, none))
        for kind in sorted({*known, *counts})
    )


def referrals(shop: Shop) -> tuple[dict[ReferralState, int], tuple[Brought, ...]]:
    """How many of each state, and the newest ones."""
    with shop.store.reading() as view:
        states = view.referral_states()
        newest = tuple(
            Brought(one, view.member(one.friend), view.member(one.referrer))
            for one in view.latest_referrals(MOST_SHOWN)
        )
    return {state: states.get(state, 0) for state in ReferralState}, newest
