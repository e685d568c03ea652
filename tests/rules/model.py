"""A member's points as program.md tells of them, in plain dicts: nothing here asks the rules.

`ends` is a lot's last day (None: never), `born` its age. What a sale earned and used is told to it.
"""

from __future__ import annotations

from datetime import date

Points = dict[str, int]


class Model:
    """`lots` can be spent, `pending` not yet, `debts` are owed for the lot they are named after."""

    def __init__(self) -> None:
        self.lots, self.pending, self.debts = Points(), Points(), Points()
        self.ends: dict[str, date | None] = {}
        self.born: dict[str, int] = {}

    def order(self, lot: str) -> tuple[date, int]:
        return self.ends[lot] or date.max, self.born[lot]

    def live(self, on: date) -> list[str]:
        usable = [lot for lot in self.lots if (self.ends[lot] or date.max) >= on]
        return sorted(usable, key=self.order)

    def spend(self, points: int, on: date) -> list[tuple[str, int]]:
        """Section 3: soonest-expiring first; what was taken."""
        taken = []
        for lot in self.live(on):
            taken.append((lot, self.take(self.lots, lot, points)))
            points -= taken[-1][1]
        return taken

    def credit(self, gained: list[tuple[str, int]]) -> list[tuple[str, int]]:
        """Section 3: a debt of the same lot first, then others from what ends last; debts paid."""
        paid = [(lot, self.take(self.debts, lot, points)) for lot, points in gained]
        rest = [(lot, points - own) for (lot, points), (_, own) in zip(gained, paid, strict=True)]
        for lot, points in reversed(rest):
            for debt in sorted(self.debts, key=self.order):
                paid.append((debt, self.take(self.debts, debt, points)))
                points -= paid[-1][1]
            add(self.lots, lot, points)
        return [(debt, points) for debt, points in paid if points]

    def claw(self, own: str, points: int, on: date) -> int:
        """Section 4: own pending, own lot, what would be spent last, other pending; the rest."""
        last = sorted(self.live(on), key=lambda lot: lot == own)
        wait = sorted(sorted(self.pending, key=self.order), key=lambda lot: lot == own)
        mine = [(self.pending, lot) for lot in wait if lot == own]
        theirs = [(self.pending, lot) for lot in reversed(wait) if lot != own]
        for side, lot in (*mine, *((self.lots, lot) for lot in reversed(last)), *theirs):
            points -= self.take(side, lot, points)
        return points

    def take(self, side: Points, lot: str, most: int) -> int:
        taken = min(side.get(lot, 0), most)
        add(side, lot, -taken)
        return taken


def add(side: Points, lot: str, points: int) -> None:
    side[lot] = side.get(lot, 0) + points
    if not side[lot]:
        del side[lot]
