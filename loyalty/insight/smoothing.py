"""Additive exponential smoothing with trend and season, damped or not: ETS(A,A,A), ETS(A,Ad,A).

After Hyndman, Koehler, Ord and Snyder (2008), error-correction form; own code, because the
libraries that have it bring 150 MB.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from statistics import fmean
from typing import TYPE_CHECKING

from loyalty.insight.numeric import arrays, optimize

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

_HUGE = 1e15
_STARTS = ((0.3, 0.1, 0.1, 0.95), (0.1, 0.01, 0.5, 0.98))
"""Alpha, beta and gamma as shares of what they may be, phi."""


@dataclass(frozen=True, slots=True)
class Smoothing:
    """Shares by which an error moves level, trend and season; `phi` damps the trend (1: not).

    In the error-correction form: beta is not more than alpha, gamma not more than 1 - alpha.
    """

    alpha: float
    beta: float
    gamma: float
    phi: float = 1.0


@dataclass(frozen=True, slots=True)
class Standing:
    """Level, trend and seasons; `season[0]` is that of the next step."""

    level: float
    trend: float
    season: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """One-step forecasts of the series, squared errors' sum, and where it stands at its end."""

    fitted: tuple[float, ...]
    squares: float
    start: Standing
    end: Standing
    smoothing: Smoothing

    @property
    def log_likelihood(self) -> float:
        """-(n / 2) ln SSE, constants left out, as R's ets prints it."""
        n = len(self.fitted)
        return -n / 2 * log(self.squares) if self.squares > 0 else float("inf")

    def ahead(self, steps: int) -> tuple[float, ...]:
        """Forecasts of the next steps."""
        found, damping, drift = [], 1.0, 0.0
        for step in range(steps):
            damping *= self.smoothing.phi
            drift += damping
            season = self.end.season[step % len(self.end.season)]
            found.append(self.end.level + drift * self.end.trend + season)
        return tuple(found)


def smooth(series: Sequence[float], by: Smoothing, start: Standing) -> Run:
    """The series run through, from `start`. Raises ValueError for a standing without seasons."""
    if not start.season:
        raise ValueError("a season has at least one step")
    level, trend, season = start.level, start.trend, list(start.season)
    length, squares = len(season), 0.0
    fitted = []
    for step, value in enumerate(series):
        place = step % length
        drift = by.phi * trend
        expected = level + drift + season[place]
        error = value - expected
        level += drift + by.alpha * error
        trend = drift + by.beta * error
        season[place] += by.gamma * error
        squares += error * error
        fitted.append(expected)
    turn = len(series) % length
    end = Standing(level, trend, tuple(season[turn:] + season[:turn]))
    return Run(tuple(fitted), squares, start, end, by)


def first_standing(series: Sequence[float], length: int) -> Standing:
    """Level and season from the first two rounds, trend between their means.

    Raises ValueError for less than two rounds.
    """
    if len(series) < 2 * length:
        raise ValueError(f"{len(series)} steps of {length}")
    first, second = fmean(series[:length]), fmean(series[length : 2 * length])
    season = tuple(
        (series[place] - first + series[place + length] - second) / 2 for place in range(length)
    )
    return Standing(first, (second - first) / length, season)


def fitted(
    series: Sequence[float], length: int, damped: bool = True, near: Smoothing | None = None
) -> Run:
    """Parameters and starting standing with the least squared error (L-BFGS-B from two places).

    `near`: what was found for most of the series before; the search then begins there only.

    Raises ValueError for less than two rounds of `length` steps.
    """
    np = arrays()
    begin = first_standing(series, length)
    scale = max(float(np.std(series)), 1e-9)
    data = [value / scale for value in series]
    state = [begin.level / scale, begin.trend / scale, *(value / scale for value in begin.season)]

    def parts(vector: NDArray[float64]) -> tuple[Smoothing, Standing]:
        alpha, beta_of, gamma_of, phi, level, trend, *season = (float(v) for v in vector)
        by = Smoothing(alpha, beta_of * alpha, gamma_of * (1 - alpha), phi if damped else 1.0)
        return by, Standing(level, trend, tuple(season))

    def squares(vector: NDArray[float64]) -> float:
        found = smooth(data, *parts(vector)).squares
        return log(found) if 0 < found < _HUGE else (log(_HUGE) if found else -50.0)

    limits = [(1e-4, 0.9999)] * 3 + [(0.8, 0.98)] + [(None, None)] * len(state)
    starts = _STARTS if near is None else (_searched(near),)
    found = [
        optimize().minimize(squares, [*start, *state], method="L-BFGS-B", bounds=limits)
        for start in starts
    ]
    by, standing = parts(min(found, key=lambda one: float(one.fun)).x)
    season = tuple(value * scale for value in standing.season)
    return smooth(series, by, Standing(standing.level * scale, standing.trend * scale, season))


def _searched(by: Smoothing) -> tuple[float, float, float, float]:
    """Parameters as the search holds them."""
    return by.alpha, by.beta / by.alpha, by.gamma / (1 - by.alpha), by.phi
