"""Gamma-Gamma: what a member spends on a purchase, drawn towards the shop's mean (2005, 2013).

After Fader and Hardie's note 25. It holds where spend does not go with frequency; fitted on
members with a repeat purchase and a positive mean, on margin where cost is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loyalty.insight.numeric import arrays, special
from loyalty.insight.value.fitting import best
from loyalty.insight.value.histories import History

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from loyalty.insight.value.law import Numbers

_START = (1.0, 3.0, 3.0)


@dataclass(frozen=True, slots=True)
class Spending:
    """Shape p of a member's purchases, q and gamma (minor units) of the spread between members.

    `correlation` of mean spend with the number of repeats, over `members`.
    """

    p: float
    q: float
    gamma: float
    log_likelihood: float
    members: int
    correlation: float

    @property
    def mean_minor(self) -> float:
        """Of a purchase of a member nobody has seen; infinite where q is at most 1."""
        return self.p * self.gamma / (self.q - 1) if self.q > 1 else float("inf")

    def expected_minor(self, repeats: Numbers, mean_minor: Numbers) -> Numbers:
        """Of each member's next purchase, between their own mean and everybody's.

        Without repeats it is the shop's mean. Meaningless for q <= 1 (see `guards`).
        """
        top = self.p * (self.gamma + repeats * mean_minor)
        found: Numbers = top / (self.p * repeats + self.q - 1)
        return found


def usable(members: Sequence[History]) -> list[tuple[int, float]]:
    """Repeats and mean of those whom the model may see, sorted."""
    return sorted((m.repeats, m.mean_minor) for m in members if m.repeats and m.mean_minor > 0)


def fit_spending(
    members: Sequence[History], rows: NDArray[np.intp] | None = None, polish: bool = True
) -> Spending:
    """Most likely parameters; `rows` picks places of `usable` (a bootstrap draw).

    The log-likelihood is that of means in whole units of a hundred minor ones, as in the note.
    Raises ValueError for fewer than two usable members.
    """
    np, gammaln = arrays(), special().gammaln
    data = np.array(usable(members), dtype=float).reshape(-1, 2)
    data = data if rows is None else data[rows]
    if len(data) < 2:
        raise ValueError("nobody came twice")
    x, mean = data[:, 0], data[:, 1]
    scale = float(mean.mean())
    m = mean / scale

    def negative(values: Sequence[float]) -> float:
        p, q, gamma = values
        with np.errstate(all="ignore"):  # far corners overflow; `best` reads that as bad
            logs = (
                *(gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + q * np.log(gamma),),
                (p * x - 1) * np.log(m) + p * x * np.log(x) - (p * x + q) * np.log(gamma + m * x),
            )
            return -float(sum(logs).sum()) / len(x)

    (p, q, gamma), least, _ = best(negative, _START, polish)
    likelihood = -(least + float(np.log(scale / 100))) * len(x)
    return Spending(p, q, gamma * scale, likelihood, len(x), _correlation(x, mean))


def _correlation(x: Numbers, mean: Numbers) -> float:
    np = arrays()
    if x.std() == 0 or mean.std() == 0:
        return 0.0
    return float(np.corrcoef(x, mean)[0, 1])
