"""What can be offered on a basket, as values: rewards, stamp cards, vouchers, points as money."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from loyalty.redemption.chosen import Chosen, Reason
from loyalty.redemption.tendering import TenderOffer
from loyalty.redemption.voucher import Voucher
from loyalty.rules.rewards import Reward, StampRule


@dataclass(frozen=True, slots=True)
class RewardOffer:
    """A reward and, where it cannot be had now, why; `missing` is how many points are lacking.

    `value_minor`: what it is worth on this basket, 0 where it is refused.
    """

    reward: Reward
    refused: Reason | None
    missing: int
    value_minor: int = 0


@dataclass(frozen=True, slots=True)
class CardOffer:
    """A stamp card: `stamps` on it, how many are `missing`, and what it pays on this basket."""

    rule: StampRule
    stamps: int
    refused: Reason | None
    missing: int
    value_minor: int = 0


@dataclass(frozen=True, slots=True)
class VoucherOffer:
    """A voucher that was presented or is the member's own, and what it pays on this basket."""

    voucher: Voucher
    refused: Reason | None
    value_minor: int = 0


@dataclass(frozen=True, slots=True)
class Near:
    """What is nearly in reach: `missing` points for a reward, or stamps for a card."""

    what: Reward | StampRule
    missing: int


@dataclass(frozen=True, slots=True)
class Quote:
    """All that could be redeemed on this basket now: rewards cheapest first, cards as the program
    lists them, vouchers soonest to end first. `best`: the one to suggest, see `suggesting`.
    """

    spendable: int
    tender: TenderOffer
    rewards: tuple[RewardOffer, ...]
    cards: tuple[CardOffer, ...] = ()
    vouchers: tuple[VoucherOffer, ...] = ()
    best: Chosen | None = None

    @property
    def next_reward(self) -> RewardOffer | None:
        """The cheapest reward that only lacks points, if any."""
        return next((offer for offer in self.rewards if _lacks_points(offer)), None)

    @property
    def near(self) -> tuple[Near, ...]:
        """What lacks no more than half of its points or stamps, the nearest first."""
        rewards = [
            (Fraction(offer.missing, offer.reward.points), Near(offer.reward, offer.missing))
            for offer in self.rewards
            if _lacks_points(offer)
        ]
        cards = [
            (Fraction(card.missing, card.rule.needed), Near(card.rule, card.missing))
            for card in self.cards
            if card.missing
        ]
        half = [found for found in (*cards, *rewards) if found[0] <= Fraction(1, 2)]
        return tuple(near for _, near in sorted(half, key=lambda found: found[0]))


def _lacks_points(offer: RewardOffer) -> bool:
    return offer.refused is not None and offer.refused.code == "points-missing"
