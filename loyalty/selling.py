"""Confirming a basket: what points pay, what it earns, and the one entry that says both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never
from uuid import UUID

from loyalty.account import Account, Lot, draw
from loyalty.accrual import accrue
from loyalty.apportion import apportion
from loyalty.basket import Basket, Line
from loyalty.documents import sale_body
from loyalty.entry import OWN_LOT, Entry, Kind, LotRef, Posting
from loyalty.entry import Account as Ledger
from loyalty.errors import LoyaltyError
from loyalty.expiry import last_day
from loyalty.program import Program, Reward, RewardKind
from loyalty.quote import Chosen, refusal, tender
from loyalty.sale import Occasion, Sale, SaleLine, Used
from loyalty.settle import settled


def sell(
    basket: Basket,
    program: Program,
    occasion: Occasion,
    member: UUID | None = None,
    account: Account | None = None,
    chosen: Sequence[Chosen] = (),
) -> Sale:
    """Confirm a basket. Without a member nothing is earned or redeemed.

    Errors: `basket-empty`, `basket-currency`, `redeem-needs-member`, `reward-unknown`,
    `reward-refused` (with the reason's code and facts), `tender-refused`, `points-short`.
    """
    if not basket.lines and not chosen:
        raise LoyaltyError("basket-empty")
    if basket.currency != program.currency:
        raise LoyaltyError("basket-currency", currency=basket.currency)
    if chosen and (member is None or account is None):
        raise LoyaltyError("redeem-needs-member")
    payment = Payment.begun(basket, program, occasion.on, account or Account())
    for choice in chosen:
        payment = payment.paying(choice)
    why = accrue(payment.basket, program, payment.minor)
    earned = why.line_points if member else (0,) * len(payment.basket.lines)
    redeemed = sum(used.points for used in payment.used)
    return Sale(
        id=occasion.sale,
        member=member,
        program=program.number,
        currency=basket.currency,
        lines=tuple(map(SaleLine, payment.basket.lines, earned, payment.points, payment.minor)),
        used=payment.used,
        drawn=draw(payment.account, redeemed, occasion.on),
        explanation=why,
        operator=occasion.operator,
        shift=occasion.shift,
        earned_until=last_day(program.expiry, occasion.on) if member else None,
        number=occasion.number,
    )


def sale_entry(sale: Sale, account: Account, occasion: Occasion) -> Entry:
    """The entry of a confirmed sale: redemption first, then accrual, debts paid before gains."""
    redemption = [Posting(Ledger.MEMBER, -lot.points, lot.ref) for lot in sale.drawn]
    if sale.redeemed:
        redemption.append(Posting(Ledger.REDEEMED, sale.redeemed))
    accrual: list[Posting] = []
    if sale.earned:
        lot = Lot(LotRef(OWN_LOT, occasion.at_ms, sale.earned_until), sale.earned)
        accrual = [*settled(account, (lot,)), Posting(Ledger.ISSUED, -sale.earned)]
    return Entry(
        source=sale.id,
        kind=Kind.SALE,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=sale.member,
        program=sale.program,
        postings=(*redemption, *accrual),
        body=sale_body(sale),
    )


@dataclass(frozen=True, slots=True)
class Payment:
    """A basket being paid with points; `points` and `minor` are what was paid, line by line."""

    basket: Basket
    program: Program
    on: date
    account: Account
    points: tuple[int, ...]
    minor: tuple[int, ...]
    used: tuple[Used, ...] = ()

    @classmethod
    def begun(cls, basket: Basket, program: Program, on: date, account: Account) -> Payment:
        """Nothing paid yet."""
        nothing = (0,) * len(basket.lines)
        return cls(basket, program, on, account, nothing, nothing)

    @property
    def spendable(self) -> int:
        """Points still free to use."""
        return self.account.spendable(self.on) - sum(used.points for used in self.used)

    @property
    def unpaid_minor(self) -> int:
        """Money still to pay."""
        return self.basket.total_minor - sum(self.minor)

    def paying(self, choice: Chosen) -> Payment:
        """With one more redemption applied."""
        if choice.reward:
            return self._with_reward(self.program.reward(choice.reward))
        total, unpaid = self.basket.total_minor, self.unpaid_minor
        tendered = sum(used.value_minor for used in self.used if not used.reward)
        rule, spendable = self.program.tender, self.spendable
        offer = tender(rule, choice.points, spendable, total, unpaid, tendered)
        if not offer.applied:
            why = offer.limits[0] if offer.limits else None
            facts = dict(why.facts) if why else {}
            raise LoyaltyError("tender-refused", why=why.code if why else "", **facts)
        return self._paid(Used("", "", offer.applied, offer.value_minor))

    def _with_reward(self, reward: Reward) -> Payment:
        why = refusal(reward, self.spendable, self.basket.total_minor, self.unpaid_minor, self.on)
        if why:
            raise LoyaltyError(
                "reward-refused", reward=reward.name, why=why.code, **dict(why.facts)
            )
        used = Used(reward.id, reward.name, reward.points, reward.value_minor)
        if reward.kind is RewardKind.MONEY_OFF:
            return self._paid(used)
        if reward.kind is not RewardKind.GIFT:
            assert_never(reward.kind)  # a new kind says here what it does to a basket
        line = Line(reward.name, 0, reward=reward.id)
        return replace(
            self,
            basket=replace(self.basket, lines=(*self.basket.lines, line)),
            points=(*self.points, reward.points),
            minor=(*self.minor, 0),
            used=(*self.used, used),
        )

    def _paid(self, used: Used) -> Payment:
        """Take money off the lines that earn, in proportion; what is left over off the others."""
        open_minor = [
            line.amount_minor - paid
            for line, paid in zip(self.basket.lines, self.minor, strict=True)
        ]
        bars = [bool(self.program.exclusions.why(line)) for line in self.basket.lines]
        earning = [0 if bar else left for bar, left in zip(bars, open_minor, strict=True)]
        barred = [left if bar else 0 for bar, left in zip(bars, open_minor, strict=True)]
        first = min(used.value_minor, sum(earning))
        money = [
            a + b
            for a, b in zip(
                apportion(first, earning), apportion(used.value_minor - first, barred), strict=True
            )
        ]
        points = apportion(used.points, money)
        return replace(
            self,
            points=tuple(a + b for a, b in zip(self.points, points, strict=True)),
            minor=tuple(a + b for a, b in zip(self.minor, money, strict=True)),
            used=(*self.used, used),
        )
