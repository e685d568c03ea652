"""Money, points and days of a shop in a line of text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pos.settings import Settings
from pos.shop import Shop
from receipts.writing import format as fmt


@dataclass(frozen=True, slots=True)
class Words:
    """Figures as the shop's language writes them, inside English sentences."""

    settings: Settings

    @classmethod
    def of(cls, shop: Shop) -> Words:
        """Those of a shop."""
        return cls(shop.settings)

    def money(self, minor: int, currency: str = "") -> str:
        """Minor units with the currency's sign."""
        return fmt.money(minor, currency or self.settings.currency, self.settings.language)

    def points(self, number: int) -> str:
        """A number of points."""
        return f"{fmt.count(number, 'en')} {'point' if abs(number) == 1 else 'points'}"

    def signed(self, number: int) -> str:
        """A movement of points, always with its sign."""
        return f"{fmt.signed(number, 'en') or '0'}"

    def day(self, on: date | None) -> str:
        """A day, or that there is none."""
        return fmt.day(on, "en") if on else "never"
