"""The basket: what a customer is about to pay, line by line, net of discounts."""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.errors import LoyaltyError
from loyalty.money import LARGEST_MINOR

MOST_LINES = 500  # a basket is for people; beyond this a file was scanned
MOST_UNITS = 9_999


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a basket: `units` pieces that cost `amount_minor` together.

    The amount is net of discounts and includes `tax_minor`. `flags` mark what a program may exclude
    (`gift-card`, `deposit`, `delivery`); `reward` is the id of the reward handed over, or empty.
    """

    text: str
    amount_minor: int
    units: int = 1
    sku: str = ""
    category: str = ""
    brand: str = ""
    tax_minor: int = 0
    flags: frozenset[str] = frozenset()
    reward: str = ""

    def __post_init__(self) -> None:
        """Refuse what no till can sell: `line-amount`, `line-units`, `line-tax`."""
        if not 0 <= self.amount_minor <= LARGEST_MINOR:
            raise LoyaltyError("line-amount", amount_minor=self.amount_minor)
        if not 1 <= self.units <= MOST_UNITS:
            raise LoyaltyError("line-units", units=self.units)
        if not 0 <= self.tax_minor <= self.amount_minor:
            raise LoyaltyError("line-tax", tax_minor=self.tax_minor)


@dataclass(frozen=True, slots=True)
class Basket:
    """Lines in the order they were rung up, all in one currency (ISO 4217 code)."""

    currency: str
    lines: tuple[Line, ...] = ()

    def __post_init__(self) -> None:
        """Refuse `basket-too-long`, and `basket-total` beyond what a counter can owe."""
        goods = sum(not line.reward for line in self.lines)
        if goods > MOST_LINES:  # rewards come on top: a full basket may still redeem
            raise LoyaltyError("basket-too-long", lines=goods)
        if self.total_minor > LARGEST_MINOR:
            raise LoyaltyError("basket-total", amount_minor=self.total_minor)

    @property
    def total_minor(self) -> int:
        """What the lines cost together, before any points are used."""
        return sum(line.amount_minor for line in self.lines)
