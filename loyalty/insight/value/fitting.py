"""Maximum likelihood without a penalty: quasi-Newton over log-parameters, then a simplex.

Time is scaled to a mean of one first, so that weeks and days find the same optimum.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from loyalty.insight.numeric import arrays, optimize
from loyalty.insight.value.histories import Table
from loyalty.insight.value.law import Fitted, Law

if TYPE_CHECKING:
    from loyalty.insight.value.law import Numbers

_FARTHEST = 12.0
"""Log-parameters stay within e^-12..e^12: beyond, a model has become another, simpler one."""
_AT_LIMIT = _FARTHEST - 0.5


def best(
    negative: Callable[[Sequence[float]], float], start: Sequence[float], polish: bool = True
) -> tuple[tuple[float, ...], float, bool]:
    """Positive parameters with the least `negative`, that least, and whether it is inside limits.

    Without `polish` the simplex is left out: four digits instead of eight, in a tenth of the time.
    """
    np, opt = arrays(), optimize()

    def at(logs: Numbers) -> float:
        value = negative(tuple(np.exp(np.clip(logs, -_FARTHEST, _FARTHEST))))
        return value if np.isfinite(value) else 1e15

    bounds = [(-_FARTHEST, _FARTHEST)] * len(start)
    found = opt.minimize(at, np.log(start), method="L-BFGS-B", bounds=bounds)
    if polish:
        terms = {"xatol": 1e-8, "fatol": 1e-9, "maxiter": 4000, "maxfev": 4000}
        found = opt.minimize(at, found.x, method="Nelder-Mead", options=terms)
    logs = np.clip(found.x, -_FARTHEST, _FARTHEST)
    inside = bool(np.all(np.abs(logs) < _AT_LIMIT))
    return tuple(float(value) for value in np.exp(logs)), float(found.fun), inside


def fit(
    law: Law,
    table: Table,
    weights: Numbers | None = None,
    start: Sequence[float] | None = None,
    polish: bool = True,
) -> Fitted:
    """The law at its most likely for the table, or for other `weights` of its rows.

    `start` are parameters in weeks to begin at. Raises ValueError for a table of nobody.
    """
    n = table.n if weights is None else weights
    members = float(n.sum())
    if members <= 0:
        raise ValueError("no members, no model")
    scale = float((table.t * n).sum() / members) or 1.0
    tx, t = table.tx / scale, table.t / scale
    timed = [1 / scale if place in law.timed else 1.0 for place in range(len(law.parameters))]
    begin = law.start if start is None else [v * f for v, f in zip(start, timed, strict=True)]

    def negative(values: Sequence[float]) -> float:
        with arrays().errstate(all="ignore"):  # far corners overflow; `best` reads that as bad
            return -float((law.logs(values, table.x, tx, t) * n).sum()) / members

    scaled, least, settled = best(negative, begin, polish)
    values = tuple(v / f for v, f in zip(scaled, timed, strict=True))
    # A rate per week instead of per mean age: each of the purchases has that factor.
    likelihood = -least * members - float((table.x * n).sum() * arrays().log(scale))
    return Fitted(law, values, likelihood, round(members), settled)
