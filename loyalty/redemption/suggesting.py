"""Which of all that could be redeemed is worth suggesting: most value for what is given up.

1. Full stamp cards, and vouchers that end within 30 days: they cost nothing, or are soon lost.
2. Other vouchers where the basket uses them up, and rewards that cost no points.
3. Rewards by value for each point; never one that gives less than the same points as money would.
4. Points as money, unless a reward that is nearly in reach gives more for each point.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from loyalty.redemption.chosen import Chosen
from loyalty.redemption.offers import Quote, VoucherOffer
from loyalty.rules.rewards import Reward, TenderRule, VoucherKind

SOON = timedelta(days=30)
"""Points are called expiring as early."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A redemption of one of the four ranks; what costs points has a `rate`: money for a point."""

    choice: Chosen
    rank: int
    value_minor: int
    rate: Fraction = Fraction(0)

    @property
    def order(self) -> tuple[int, Fraction, int, bool, str]:
        """What is better sorts first. Of two as good a voucher goes first: it ends, a card does
        not; the name only makes ties the same everywhere.
        """
        name = self.choice.reward or self.choice.stamps or self.choice.voucher
        return self.rank, -self.rate, -self.value_minor, not self.choice.voucher, name


def best(found: Quote, rule: TenderRule | None, on: date) -> Chosen | None:
    """The redemption to suggest on this basket, if any. Each candidate is taken alone."""
    every = [*_free(found, on), *_priced(found, rule), *_plain(found, rule)]
    return min(every, key=lambda candidate: candidate.order).choice if every else None


def _free(found: Quote, on: date) -> Iterator[_Candidate]:
    for card in found.cards:
        if card.refused is None:
            yield _Candidate(Chosen(stamps=card.rule.id), 1, card.value_minor)
    for offer in found.vouchers:
        rank = 1 if offer.voucher.last_day <= on + SOON else 2
        if offer.refused is None and (rank == 1 or _used_up(offer)):
            yield _Candidate(Chosen(voucher=offer.voucher.code), rank, offer.value_minor)


def _used_up(offer: VoucherOffer) -> bool:
    terms = offer.voucher.terms
    return terms.kind is not VoucherKind.MONEY_OFF or offer.value_minor == terms.value_minor


def _priced(found: Quote, rule: TenderRule | None) -> Iterator[_Candidate]:
    least = _rate_of_money(rule)
    for offer in found.rewards:
        choice, points = Chosen(offer.reward.id), offer.reward.points
        if offer.refused:
            continue
        if not points:
            yield _Candidate(choice, 2, offer.value_minor)
        elif (rate := Fraction(offer.value_minor, points)) >= least:
            yield _Candidate(choice, 3, offer.value_minor, rate)


def _plain(found: Quote, rule: TenderRule | None) -> Iterator[_Candidate]:
    """Points as money. What is saved for is not spent: a coffee that lacks a few points waits."""
    near = [_rate(n.what) for n in found.near if isinstance(n.what, Reward)]
    rate = _rate_of_money(rule)
    if found.tender.applied and max(near, default=Fraction(0)) <= rate:
        chosen = Chosen(points=found.tender.applied)
        yield _Candidate(chosen, 4, found.tender.value_minor, rate)


def _rate(reward: Reward) -> Fraction:
    return Fraction(reward.value_minor, reward.points)


def _rate_of_money(rule: TenderRule | None) -> Fraction:
    return Fraction(rule.step_minor, rule.step_points) if rule else Fraction(0)
