"""The share of issued points that will ever be spent: chain ladder by issue month and age.

After Gault, Llaguno and Menard (Casualty Actuarial Society): "spent so far" forgets that young
points have not had the time. Spends are put to the issue they were drawn from, oldest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from loyalty.insight.intervals import Interval
from loyalty.insight.numeric import arrays

PRUDENT_MONTHS = 12
"""Below, nothing can be said about the last months of a point's life."""
_PLACES = Decimal("0.0001")
_DRAWS = 500
_TAIL = 0.025


class Basis(StrEnum):
    """Where a redemption rate comes from; printed beside it."""

    PRUDENT = "all-will-be-redeemed"
    LADDER = "chain-ladder"
    OVERRIDE = "manager-override"


@dataclass(frozen=True, slots=True)
class Issue:
    """Points issued in one month, and those of them spent in it and in each month after it."""

    issued: int
    spent: tuple[int, ...]

    @property
    def to_date(self) -> int:
        """Spent so far."""
        return sum(self.spent)


@dataclass(frozen=True, slots=True)
class Ultimate:
    """`rate` of issued points ever spent (URR), to four places: what is booked is what is printed.

    `low` and `high` by a bootstrap over issue months, None unless the basis is the ladder.
    `factors[k]` is the growth from age k to k + 1; `tail` that beyond the oldest issue, an
    assumption to print. `points` are the expected totals by issue month.
    """

    basis: Basis
    rate: Decimal
    low: float | None
    high: float | None
    factors: tuple[float, ...]
    tail: Fraction
    points: tuple[Fraction, ...]
    months: int

    @property
    def breakage(self) -> Decimal:
        """The share never spent."""
        return 1 - self.rate


def ultimate(
    issues: Sequence[Issue],
    tail: Fraction = Fraction(1),
    override: Decimal | None = None,
    seed: int = 0,
) -> Ultimate:
    """From issue months, oldest first, the newest with one age and each older with one more.

    Raises ValueError for another shape, more spent than issued, or an override outside 0..1.
    """
    _check(issues, override)
    months = len(issues)
    issued = sum(one.issued for one in issues)
    if override is not None or months < PRUDENT_MONTHS or issued == 0:
        basis = Basis.PRUDENT if override is None else Basis.OVERRIDE
        rate = Decimal(1) if override is None else override
        points = tuple(max(one.issued * Fraction(rate), Fraction(one.to_date)) for one in issues)
        return Ultimate(basis, rate, None, None, (), tail, points, months)
    factors = development(issues)
    points = _projected(issues, factors, tail)
    exact = sum(points, Fraction(0)) / issued
    rate = (Decimal(exact.numerator) / exact.denominator).quantize(_PLACES, ROUND_HALF_UP)
    low, high = _range(issues, float(tail), seed)
    told = tuple(float(factor) for factor in factors)
    return Ultimate(Basis.LADDER, rate, low, high, told, tail, points, months)


def development(issues: Sequence[Issue]) -> tuple[Fraction, ...]:
    """Volume-weighted growth of cumulative spends from each age to the next; 1 where none is."""
    found = []
    for age in range(len(issues) - 1):
        both = [one.spent for one in issues if len(one.spent) > age + 1]
        before = sum(sum(spent[: age + 1]) for spent in both)
        after = sum(sum(spent[: age + 2]) for spent in both)
        found.append(Fraction(after, before) if before else Fraction(1))
    return tuple(found)


def still_to_come(issues: Sequence[Issue], found: Ultimate) -> int:
    """Points expected to be spent from now on, of all issue months."""
    expected = sum(found.points, Fraction(0)) - sum(one.to_date for one in issues)
    return round(expected)


def _projected(
    issues: Sequence[Issue], factors: Sequence[Fraction], tail: Fraction
) -> tuple[Fraction, ...]:
    """Expected totals; a month of which nothing is spent yet is taken to be like the others."""
    grown = []
    for one in issues:
        total = one.to_date * tail
        for factor in factors[len(one.spent) - 1 :]:
            total *= factor
        grown.append(min(total, Fraction(one.issued)))
    seen = [(one, total) for one, total in zip(issues, grown, strict=True) if one.to_date]
    issued = sum(one.issued for one, _ in seen)
    usual = sum((total for _, total in seen), Fraction(0)) / issued if issued else Fraction(1)
    return tuple(
        total if one.to_date else one.issued * usual
        for one, total in zip(issues, grown, strict=True)
    )


def _range(issues: Sequence[Issue], tail: float, seed: int) -> Interval:
    """Issue months drawn with replacement, factors and rate found again (in floating point)."""
    np = arrays()
    size = len(issues)
    grid, known = np.zeros((size, size)), np.zeros((size, size), dtype=bool)
    for row, one in enumerate(issues):
        grid[row, : len(one.spent)] = one.spent
        known[row, : len(one.spent)] = True
    issued = np.array([one.issued for one in issues], dtype=float)
    summed = np.where(known, grid.cumsum(axis=1), 0.0)
    to_date = summed.max(axis=1)
    age = known.sum(axis=1) - 1
    random = np.random.default_rng(seed)
    rates = []
    for _ in range(_DRAWS):
        weight = np.bincount(random.integers(0, size, size), minlength=size)[:, None]
        after = (summed[:, 1:] * known[:, 1:] * weight).sum(axis=0)
        before = (summed[:, :-1] * known[:, 1:] * weight).sum(axis=0)
        factors = np.divide(after, before, out=np.ones(size - 1), where=before > 0)
        left = np.append(np.cumprod(factors[::-1])[::-1], 1.0)
        seen = (to_date > 0) * weight[:, 0]
        total = np.minimum(to_date * left[age] * tail, issued)
        if (issued * seen).sum() > 0:
            rates.append(float((total * seen).sum() / (issued * seen).sum()))
    low, high = np.quantile(rates or [1.0], [_TAIL, 1 - _TAIL])
    return float(low), float(high)


def _check(issues: Sequence[Issue], override: Decimal | None) -> None:
    months = len(issues)
    for place, one in enumerate(issues):
        if len(one.spent) != months - place:
            raise ValueError(f"issue {place} has {len(one.spent)} ages of {months - place}")
        if min(one.issued, *one.spent) < 0 or one.to_date > one.issued:
            raise ValueError(f"issue {place}: {one.to_date} spent of {one.issued}")
    if override is not None and not 0 <= override <= 1:
        raise ValueError(f"{override} is no share")
