"""Negative binomial: everybody keeps buying at their own rate, nobody leaves (Ehrenberg 1959).

The yardstick of the others: a model of leaving must explain more than this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loyalty.insight.numeric import arrays, special
from loyalty.insight.value.law import Law, Parameters

if TYPE_CHECKING:
    from loyalty.insight.value.law import Numbers


def _logs(p: Parameters, x: Numbers, _tx: Numbers, t: Numbers) -> Numbers:
    r, alpha = p
    np, gammaln = arrays(), special().gammaln
    logs: Numbers = gammaln(r + x) - gammaln(r) + r * np.log(alpha) - (r + x) * np.log(alpha + t)
    return logs


def _alive(_p: Parameters, x: Numbers, _tx: Numbers, _t: Numbers) -> Numbers:
    alive: Numbers = arrays().ones_like(x)
    return alive


def _expected(p: Parameters, x: Numbers, _tx: Numbers, t: Numbers, ahead: float) -> Numbers:
    r, alpha = p
    return (r + x) / (alpha + t) * ahead


def _population(p: Parameters, ahead: float) -> float:
    return p[0] / p[1] * ahead


NBD = Law("nbd", ("r", "alpha"), (1.0, 3.0), (1,), _logs, _alive, _expected, _population)
