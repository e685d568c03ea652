"""Pareto/NBD: members may leave at any moment (Schmittlein, Morrison, Colombo 1987).

The likelihood is the closed form of Fader and Hardie's note (2005); its beta is a flat ridge, so
two fits that differ there may be equally good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loyalty.insight.numeric import arrays, special
from loyalty.insight.value.law import Law, Parameters

if TYPE_CHECKING:
    from loyalty.insight.value.law import Numbers


def _still(p: Parameters, x: Numbers, t: Numbers) -> Numbers:
    """Log of the part of the likelihood where the member has not left."""
    np = arrays()
    r, alpha, s, beta = p
    logs: Numbers = -(r + x) * np.log(alpha + t) - s * np.log(beta + t)
    return logs


def _gone(p: Parameters, x: Numbers, tx: Numbers, t: Numbers) -> Numbers:
    """Log of the part where they left after the last purchase."""
    np, hyp2f1 = arrays(), special().hyp2f1
    r, alpha, s, beta = p
    power = r + s + x
    large, small = max(alpha, beta), min(alpha, beta)
    order = s + 1 if alpha >= beta else r + x

    def part(at: Numbers) -> Numbers:
        series = hyp2f1(power, order, power + 1, (large - small) / (large + at))
        logs: Numbers = np.log(series) - power * np.log(large + at)
        return logs

    early, late = part(tx), part(t)
    with np.errstate(divide="ignore"):  # nobody leaves in no time: log 0
        between = np.log(-np.expm1(np.minimum(late - early, 0.0)))
    gone: Numbers = np.log(s) - np.log(power) + early + between
    return gone


def _logs(p: Parameters, x: Numbers, tx: Numbers, t: Numbers) -> Numbers:
    np, gammaln = arrays(), special().gammaln
    r, alpha, s, beta = p
    constant = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
    logs: Numbers = constant + np.logaddexp(_still(p, x, t), _gone(p, x, tx, t))
    return logs


def _alive(p: Parameters, x: Numbers, tx: Numbers, t: Numbers) -> Numbers:
    alive: Numbers = special().expit(_still(p, x, t) - _gone(p, x, tx, t))
    return alive


def _lived(s: float, beta: Numbers | float, ahead: float) -> Numbers:
    """Expected time alive within `ahead`: the integral of (beta / (beta + u))^s."""
    np = arrays()
    if abs(s - 1) < 1e-9:
        lived: Numbers = beta * np.log1p(ahead / beta)
    else:
        lived = beta / (s - 1) * -np.expm1((1 - s) * np.log1p(ahead / beta))
    return lived


def _expected(p: Parameters, x: Numbers, tx: Numbers, t: Numbers, ahead: float) -> Numbers:
    r, alpha, s, beta = p
    return (r + x) / (alpha + t) * _lived(s, beta + t, ahead) * _alive(p, x, tx, t)


def _population(p: Parameters, ahead: float) -> float:
    r, alpha, s, beta = p
    return float(r / alpha * _lived(s, beta, ahead))


PARETO_NBD = Law(
    "pareto-nbd",
    ("r", "alpha", "s", "beta"),
    (1.0, 3.0, 1.0, 3.0),
    (1, 3),
    _logs,
    _alive,
    _expected,
    _population,
)
