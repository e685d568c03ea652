"""BG/NBD (Fader, Hardie, Lee 2005) and MBG/NBD (Batislam 2007; Hoppe and Wagner 2007).

Members buy at gamma-spread rates; after a purchase they leave with a beta-spread chance. MBG/NBD
counts the first purchase as such a chance, too; BG/NBD calls everybody who bought once alive, so
its P(alive) is never shown to anybody.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from loyalty.insight.numeric import arrays, special
from loyalty.insight.value.law import Law, Parameters

if TYPE_CHECKING:
    from loyalty.insight.value.law import Numbers

_NEAR_ONE = 1e-7
"""The expectation has a gap at a = 1 that closes from both sides; this close it is stepped over."""


def _odds_of_leaving(first: int, p: Parameters, x: Numbers, tx: Numbers, t: Numbers) -> Numbers:
    """Log odds of having left after the last purchase; `first` is 1 if the first may be that."""
    np = arrays()
    r, alpha, a, b = p
    chances = np.maximum(x + first, 1)
    logs: Numbers = (
        np.log(a) - np.log(b + chances - 1) + (r + x) * (np.log(alpha + t) - np.log(alpha + tx))
    )
    return np.where(x + first > 0, logs, -np.inf) if first == 0 else logs


def _logs(first: int, p: Parameters, x: Numbers, tx: Numbers, t: Numbers) -> Numbers:
    np, sp = arrays(), special()
    r, alpha, a, b = p
    still = (
        *(sp.gammaln(r + x) - sp.gammaln(r) + r * np.log(alpha) - (r + x) * np.log(alpha + t),),
        sp.betaln(a, b + x + first) - sp.betaln(a, b),
    )
    logs: Numbers = sum(still) + np.logaddexp(0.0, _odds_of_leaving(first, p, x, tx, t))
    return logs


def _alive(first: int, p: Parameters, x: Numbers, tx: Numbers, t: Numbers) -> Numbers:
    alive: Numbers = special().expit(-_odds_of_leaving(first, p, x, tx, t))
    return alive


def _ahead(a: float, b: Numbers | float, r: Numbers | float, share: Numbers | float) -> Numbers:
    """Purchases of a living member with p ~ Beta(a, b) and rate ~ Gamma(r, s); t / (s + t) = share.

    The papers' hypergeometric series after Euler's transformation, which keeps its arguments
    small for members with hundreds of purchases.
    """
    if abs(a - 1) < _NEAR_ONE:
        a = 1 + _NEAR_ONE
    np = arrays()
    total = a + b - 1
    series = special().hyp2f1(total - r, a - 1, total, share)
    found: Numbers = total / (a - 1) * (1 - np.power(1 - share, a - 1) * series)
    return found


def _expected(
    first: int, p: Parameters, x: Numbers, tx: Numbers, t: Numbers, ahead: float
) -> Numbers:
    r, alpha, a, b = p
    share = ahead / (alpha + t + ahead)
    return _ahead(a, b + x + first, r + x, share) * _alive(first, p, x, tx, t)


def _population(first: int, p: Parameters, ahead: float) -> float:
    r, alpha, a, b = p
    stays = b / (a + b) if first else 1.0
    return stays * float(_ahead(a, b + first, r, ahead / (alpha + ahead)))


def _law(name: str, first: int) -> Law:
    return Law(
        name,
        ("r", "alpha", "a", "b"),
        (1.0, 3.0, 1.0, 3.0),
        (1,),
        partial(_logs, first),
        partial(_alive, first),
        partial(_expected, first),
        partial(_population, first),
    )


BG_NBD = _law("bg-nbd", 0)
MBG_NBD = _law("mbg-nbd", 1)
