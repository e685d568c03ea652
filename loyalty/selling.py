"""Confirming a basket: what points pay, what it earns, and the one entry that says both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from loyalty.account import Account, Lot, draw
from loyalty.accrual import accrue
from loyalty.apportion import apportion
from loyalty.basket import Basket, Line
from loyalty.count import Count
from loyalty.documents import sale_body
from loyalty.entry import OWN_LOT, Entry, Kind, LotRef, Posting
from loyalty.entry import Account as Ledger
from loyalty.errors import LoyaltyError
from loyalty.expiry import last_day
from loyalty.history import Scene, ShopState, Standing
from loyalty.program import ExpiryKind, Program, Reward, RewardKind
from loyalty.quote import Chosen, refusal, tender
from loyalty.rewards import VoucherTerms
from loyalty.sale import Occasion, Sale, SaleLine, Used
from loyalty.settle import settled


def sell(
    basket: Basket,
    program: Program,
    occasion: Occasion,
    standing: Standing | None = None,
    chosen: Sequence[Chosen] = (),
    shop: ShopState = ShopState(),
) -> tuple[Sale, tuple[VoucherTerms, ...]]:
    """Confirm a basket, and which vouchers to hand out with it. Nobody there: nothing is earned.

    Errors: `basket-empty`, `basket-currency`, `redeem-needs-member`, `reward-unknown`,
    `reward-refused` (with the reason's code and facts), `tender-refused`, `points-short`.
    """
    if not basket.lines and not chosen:
        raise LoyaltyError("basket-empty")
    if basket.currency != program.currency:
        raise LoyaltyError("basket-currency", currency=basket.currency)
    scene = Scene(occasion.on, occasion.minute, standing, shop)
    payment = Payment.begun(basket, program, scene)
    for choice in chosen:
        payment = payment.paying(choice)
    accrual = accrue(payment.basket, program, payment.minor, scene)
    lines = len(payment.basket.lines)
    earned = accrual.why.line_points if standing else (0,) * lines
    redeemed = sum(used.points for used in payment.used)
    lasting = vested_lot(program, occasion, accrual.why.tier)
    sale = Sale(
        id=occasion.sale,
        member=standing.member.owner if standing else None,
        program=program.number,
        currency=basket.currency,
        lines=tuple(map(SaleLine, payment.basket.lines, earned, payment.points, payment.minor)),
        used=payment.used,
        drawn=draw(payment.account, redeemed, occasion.on),
        explanation=accrual.why,
        operator=occasion.operator,
        shift=occasion.shift,
        earned_until=lasting.expires_on if standing else None,
        number=occasion.number,
        earned_slides=lasting.slides if standing else 0,
        vests_on=lasting.vests_on if standing else None,
        counts=(*_widened(payment.counts, lines), *(accrual.counts if standing else ())),
        minute=occasion.minute,
        person=standing.member.id if standing and standing.member.household else None,
    )
    return sale, accrual.gifts if standing else ()


def vested_lot(program: Program, occasion: Occasion, tier: str) -> LotRef:
    """The lot a sale opens: when its points vest, and how long they last from that day on."""
    vests = occasion.on + timedelta(days=program.vesting.days)
    levels = program.tiers.levels if program.tiers else ()
    longer = sum(level.longer_months for level in levels if level.id == tier)
    sliding = program.expiry.kind is ExpiryKind.SLIDING
    return LotRef(
        OWN_LOT,
        occasion.at_ms,
        last_day(program.expiry, vests, longer),
        program.expiry.months + longer if sliding else 0,
        vests if program.vesting.days else None,
    )


def _widened(counts: Sequence[Count], lines: int) -> tuple[Count, ...]:
    """Counts with a share for each line, those that rewards added later included."""
    return tuple(
        replace(count, shares=(*count.shares, *(0,) * (lines - len(count.shares))))
        if count.shares
        else count
        for count in counts
    )


def sale_entry(sale: Sale, account: Account, occasion: Occasion) -> Entry:
    """The entry of a confirmed sale: redemption first, then accrual, debts paid before gains."""
    redemption = [Posting(Ledger.MEMBER, -lot.points, lot.ref) for lot in sale.drawn]
    if sale.redeemed:
        redemption.append(Posting(Ledger.REDEEMED, sale.redeemed))
    accrual: list[Posting] = []
    if sale.earned:
        ref = sale.lot(OWN_LOT, occasion.at_ms)
        if ref.vests_on:  # what is pending pays no debt yet
            accrual = [Posting(Ledger.PENDING, sale.earned, ref)]
        else:
            accrual = [*settled(account, (Lot(ref, sale.earned),))]
        accrual.append(Posting(Ledger.ISSUED, -sale.earned))
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
    """A basket being paid with points; `points` and `minor` are what was paid, line by line.

    `counts`: what the redemptions add to counts (stamps, limits, stock, vouchers).
    """

    basket: Basket
    program: Program
    scene: Scene
    points: tuple[int, ...]
    minor: tuple[int, ...]
    used: tuple[Used, ...] = ()
    counts: tuple[Count, ...] = ()

    @classmethod
    def begun(cls, basket: Basket, program: Program, scene: Scene) -> Payment:
        """Nothing paid yet."""
        nothing = (0,) * len(basket.lines)
        return cls(basket, program, scene, nothing, nothing)

    @property
    def on(self) -> date:
        """The business day."""
        return self.scene.on

    @property
    def account(self) -> Account:
        """The member's, as it was before; empty where nobody stands there."""
        return self.scene.standing.account if self.scene.standing else Account()

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
        if self.scene.standing is None:
            raise LoyaltyError("redeem-needs-member")
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
            raise LoyaltyError("reward-unknown", reward=reward.id)
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
