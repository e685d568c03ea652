"""A basket being paid with points, rewards, stamps and vouchers: what paid which line so far.

Only the state and the ways money can be spread over lines; who may have what is `refusing`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import add

from loyalty.apportion import apportion
from loyalty.basket import Basket, Line
from loyalty.ledger.account import Account
from loyalty.ledger.count import Count
from loyalty.members.history import Scene
from loyalty.redemption.chosen import Reason
from loyalty.rules.program import Program
from loyalty.rules.which import Which
from loyalty.sales.sale import Used


@dataclass(frozen=True, slots=True)
class Payment:
    """`points` and `minor` are what was paid, line by line; `used` the redemptions in their order.

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
    def held(self) -> int:
        """Points that other open baskets of the member hold."""
        return self.scene.standing.held if self.scene.standing else 0

    @property
    def spendable(self) -> int:
        """Points still free to use."""
        standing = self.scene.standing
        if standing is None or standing.frozen:
            return 0
        spent = sum(used.points for used in self.used)
        return max(0, standing.account.spendable(self.on) + standing.advance - self.held - spent)

    @property
    def beyond(self) -> int:
        """Points the member has that cannot be spent here now: held, or elsewhere."""
        standing = self.scene.standing
        return self.held + (standing.elsewhere if standing else 0)

    @property
    def withheld(self) -> Reason | None:
        """Why points the member has are not spendable here; None where that is not so."""
        standing = self.scene.standing
        if standing is not None and standing.frozen:
            return Reason("points-frozen", (("why", standing.frozen),))
        if self.held:
            return Reason("points-held", (("points", self.held),))
        if standing is not None and standing.elsewhere > 0:
            total = self.spendable + standing.elsewhere
            return Reason("points-elsewhere", (("points", self.spendable), ("total", total)))
        return None

    @property
    def tendered_minor(self) -> int:
        """Money that points paid as money."""
        return sum(used.value_minor for used in self.used if used.as_money)

    @property
    def unpaid_minor(self) -> int:
        """Money still to pay."""
        return self.basket.total_minor - sum(self.minor)

    @property
    def open_minor(self) -> tuple[int, ...]:
        """Money still to pay, line by line."""
        lines = zip(self.basket.lines, self.minor, strict=True)
        return tuple(line.amount_minor - paid for line, paid in lines)

    def spent_minor(self, which: Which) -> int:
        """What the lines meant cost, paid with points or not."""
        return sum(line.amount_minor for line in self.basket.lines if which.holds(line))

    def left(self, which: Which) -> tuple[int, ...]:
        """Money still to pay on the lines meant; 0 on the others."""
        lines = zip(self.basket.lines, self.open_minor, strict=True)
        return tuple(left if which.holds(line) else 0 for line, left in lines)

    def goods(self, which: Which) -> tuple[bool, ...]:
        """Which lines a percentage or a free unit is meant for.

        Where `which` names nothing, not those the program excludes from earning: nobody wants to
        give a gift card, a deposit or a delivery away with "10 % off" or "one free".
        """
        bars = self.program.exclusions
        return tuple(
            which.holds(line) and not (which.everything and bars.why(line))
            for line in self.basket.lines
        )

    def counted(self, name: str, shop: bool) -> int:
        """What this basket's redemptions have added to a count so far."""
        return sum(c.amount for c in self.counts if (c.name, c.shop) == (name, shop))

    def paid(self, used: Used, money: Sequence[int], counts: Sequence[Count] = ()) -> Payment:
        """With one more redemption that paid `money` on each line."""
        points = apportion(used.points, money)
        return replace(
            self,
            points=tuple(map(add, self.points, points)),
            minor=tuple(map(add, self.minor, money)),
            used=(*self.used, used),
            counts=(*self.counts, *counts),
        )

    def handed(self, used: Used, line: Line, counts: Sequence[Count] = ()) -> Payment:
        """With one more redemption that is handed over as a line of its own, without a price."""
        return replace(
            self,
            basket=replace(self.basket, lines=(*self.basket.lines, line)),
            points=(*self.points, used.points),
            minor=(*self.minor, 0),
            used=(*self.used, used),
            counts=(*self.counts, *counts),
        )


def money_off(payment: Payment, minor: int, which: Which) -> tuple[int, ...]:
    """Up to `minor` off the lines meant: in proportion off those that earn, then off the others."""
    left = payment.left(which)
    bars = [bool(payment.program.exclusions.why(line)) for line in payment.basket.lines]
    earning = [0 if bar else open_ for bar, open_ in zip(bars, left, strict=True)]
    barred = [open_ if bar else 0 for bar, open_ in zip(bars, left, strict=True)]
    first = min(minor, sum(earning))
    rest = min(minor - first, sum(barred))
    return tuple(map(add, apportion(first, earning), apportion(rest, barred)))


def percent_off(payment: Payment, percent: int, most: int, which: Which) -> tuple[int, ...]:
    """`percent` of what the lines meant still cost, rounded down, at most `most` (0: no most)."""
    goods = zip(payment.open_minor, payment.goods(which), strict=True)
    left = [open_ if meant else 0 for open_, meant in goods]
    off = sum(left) * percent // 100
    return apportion(min(off, most) if most else off, left)


def one_free(payment: Payment, most: int, which: Which) -> tuple[int, ...]:
    """The cheapest unit of the lines meant, up to `most` (0: no most), of a line that owes as much.

    Ties go to the earlier line. All zero where no unit is left to pay. A unit's price is the
    line's by its units, rounded down.
    """
    prices = [line.amount_minor // line.units for line in payment.basket.lines]
    gifts = [min(price, most) if most else price for price in prices]
    lines = zip(gifts, payment.open_minor, payment.goods(which), strict=True)
    fit = [i for i, (gift, open_, meant) in enumerate(lines) if meant and 0 < gift <= open_]
    chosen = min(fit, key=lambda i: (prices[i], i), default=None)
    return tuple(gift if i == chosen else 0 for i, gift in enumerate(gifts))
