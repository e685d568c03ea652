"""Whole points: the one place where a fraction of a point becomes a whole one."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction


class Rounding(StrEnum):
    """How a basket's total of points becomes whole. The program chooses; floor is the default."""

    FLOOR = "floor"
    HALF_UP = "half-up"
    CEIL = "ceil"


def rounded(points: Fraction, how: Rounding) -> int:
    """Whole points of a non-negative fraction of points."""
    if how is Rounding.FLOOR:
        return points.numerator // points.denominator
    if how is Rounding.CEIL:
        return -(-points.numerator // points.denominator)
    return (2 * points.numerator + points.denominator) // (2 * points.denominator)
