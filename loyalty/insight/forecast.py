"""Sales of the next week or four weeks, with a range from past misses and the track record.

The mean of the last four same weekdays is the method; another takes its place only where it was
clearly better on this shop's own past. Without last year's season nothing sees a season coming.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from statistics import fmean

from loyalty.insight.smoothing import Run, fitted, smooth

WEEK, MONTH = 7, 28
LEAST = {WEEK: 8 * 7, MONTH: 26 * 7}
"""Days of history below which nothing is said about so many days ahead."""
SEASON = 104 * 7
ORIGINS = 52
"""Weekly starting points of the back-test, at most."""
COVER = 0.8
_BETTER = 0.95
_FEWEST_ORIGINS = 8
_FEWEST_MISSES = 5
_SAME_WEEKDAYS = 4
_REFIT = 28
_MEMORY = 104 * 7
_TREND = 8 * 7
_YEAR = 52 * 7

Daily = Sequence[float | None]
"""Net minor units a day, without gaps; None on days the calendar calls closed."""


class Method(StrEnum):
    """How the days ahead are found; the first is used unless another was better."""

    WEEKDAYS = "weekday-mean"
    SMOOTHED = "holt-winters-damped"
    LAST_YEAR = "last-year-trend"


class Doubt(StrEnum):
    """Why nothing is forecast (the first), or what to print beside it."""

    SHORT = "history-too-short"
    NO_RANGE = "range-unknown"
    NO_SEASON = "season-unknown"


@dataclass(frozen=True, slots=True)
class Forecast:
    """Minor units. `days` one by one (closed ones 0), their `total` and its range.

    `errors` is each method's mean miss of four weeks' totals as a share of them, in the back-test,
    as far as there are any. Of the last `judged` totals, `inside` fell into the range that would
    have been printed then.
    """

    method: Method
    days: tuple[float, ...]
    total: float
    low: float | None
    high: float | None
    errors: Mapping[Method, float]
    inside: int
    judged: int
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """No forecast: `days` of history where `needed` are."""

    doubt: Doubt
    days: int
    needed: int


@dataclass(frozen=True, slots=True)
class _Trial:
    """A past total of `ahead` days from `origin`: what was said and what came."""

    origin: int
    ahead: int
    said: float
    came: float

    @property
    def miss(self) -> float:
        """Relative to what was said."""
        return abs(self.came - self.said) / self.said if self.said > 0 else float("inf")


_Says = Callable[[Daily, int], list[float]]


def forecast(
    history: Daily, closed_ahead: Sequence[bool], cover: float = COVER
) -> Forecast | Refusal:
    """The days after `history`; `closed_ahead[k]` says whether day k is closed, 7 or 28 of them.

    Closed days are 0 and nothing is learned from them. Raises ValueError for another horizon.
    """
    ahead = len(closed_ahead)
    if ahead not in LEAST:
        raise ValueError(f"{ahead} days ahead")
    if len(history) < LEAST[ahead]:
        return Refusal(Doubt.SHORT, len(history), LEAST[ahead])
    tried = {method: _tried(method, history) for method in Method}
    months = {method: _of(trials, MONTH) for method, trials in tried.items()}
    errors = {method: _error(trials) for method, trials in months.items() if trials}
    method = _chosen(months)
    said = _method(method)(history, ahead)
    days = [0.0 if closed else value for closed, value in zip(closed_ahead, said, strict=True)]
    total = sum(days)
    past = _of(tried[method], ahead)
    half = _half(past, cover)
    inside = _record(past, cover)
    doubts = [Doubt.NO_RANGE] * (half is None) + [Doubt.NO_SEASON] * (len(history) < SEASON)
    return Forecast(
        method,
        tuple(days),
        total,
        None if half is None else max(0.0, total * (1 - half)),
        None if half is None else total * (1 + half),
        errors,
        sum(inside),
        len(inside),
        tuple(doubts),
    )


def weekday_means(history: Daily, ahead: int) -> list[float]:
    """Each day the mean of the last four open days of that weekday; 0 where it never was open."""
    found = []
    for step in range(ahead):
        place = len(history) + step % WEEK - WEEK
        same = (history[at] for at in range(place, -1, -WEEK))
        open_days = [value for value in same if value is not None][:_SAME_WEEKDAYS]
        found.append(max(0.0, fmean(open_days)) if open_days else 0.0)
    return found


def last_year(history: Daily, ahead: int) -> list[float]:
    """The same weeks of last year times this year's trend: eight weeks against the same eight.

    Raises ValueError for less than 104 weeks.
    """
    if len(history) < SEASON:
        raise ValueError(f"{len(history)} days")
    now = len(history)
    before = _sum(history[now - _YEAR - _TREND : now - _YEAR])
    trend = _sum(history[now - _TREND :]) / before if before > 0 else 1.0
    plain = weekday_means(history, ahead)
    found = []
    for step in range(ahead):
        then = history[now + step - _YEAR]
        found.append(plain[step] if then is None else max(0.0, then * trend))
    return found


def _holt_winters() -> _Says:
    """Damped smoothing; parameters found again after four weeks, from days known by then only."""
    known: list[tuple[int, int, Run]] = []

    def says(history: Daily, ahead: int) -> list[float]:
        now = len(history)
        if not known or not 0 <= now - known[-1][0] < _REFIT:
            since = max(0, now - _MEMORY)
            near = known[-1][2].smoothing if known else None
            known.append((now, since, fitted(_filled(history)[since:], WEEK, near=near)))
        _, since, run = known[-1]
        again = smooth(_filled(history)[since:], run.smoothing, run.start)
        return [max(0.0, value) for value in again.ahead(ahead)]

    return says


def _method(method: Method) -> _Says:
    if method is Method.SMOOTHED:
        return _holt_winters()
    return weekday_means if method is Method.WEEKDAYS else last_year


def _filled(history: Daily) -> list[float]:
    """Closed days as if open: the mean of the four same weekdays before, else of all open days."""
    open_days = [value for value in history if value is not None]
    usual = fmean(open_days) if open_days else 0.0
    found: list[float] = []
    for place, value in enumerate(history):
        same = found[place - WEEK :: -WEEK][:_SAME_WEEKDAYS] if place >= WEEK else []
        found.append(value if value is not None else fmean(same) if same else usual)
    return found


def _tried(method: Method, history: Daily) -> list[_Trial]:
    """Past totals of a week and of four, oldest first, each from the days before it only."""
    least = SEASON if method is Method.LAST_YEAR else LEAST[WEEK]
    says = _method(method)
    origins = list(range(len(history) - WEEK, least - 1, -WEEK))[:ORIGINS]
    found = []
    for origin in reversed(origins):
        said = says(history[:origin], MONTH)
        for ahead in LEAST:
            came = history[origin : origin + ahead]
            if len(came) == ahead:
                pairs = zip(said, came, strict=False)
                total = sum(value for value, real in pairs if real is not None)
                found.append(_Trial(origin, ahead, total, _sum(came)))
    return found


def _of(trials: Sequence[_Trial], ahead: int) -> list[_Trial]:
    return [trial for trial in trials if trial.ahead == ahead]


def _error(trials: Sequence[_Trial]) -> float:
    """Mean absolute miss as a share of the mean total that came."""
    came = sum(trial.came for trial in trials)
    missed = sum(abs(trial.came - trial.said) for trial in trials)
    return missed / came if came > 0 else float("inf")


def _chosen(months: Mapping[Method, Sequence[_Trial]]) -> Method:
    """The plain method unless one is better by a twentieth on eight origins, the same for both."""
    best, least = Method.WEEKDAYS, _BETTER
    for method, trials in months.items():
        if method is Method.WEEKDAYS or len(trials) < _FEWEST_ORIGINS:
            continue
        origins = {trial.origin for trial in trials}
        plain = _error([t for t in months[Method.WEEKDAYS] if t.origin in origins])
        ratio = _error(trials) / plain if plain > 0 else float("inf")
        if ratio < least:
            best, least = method, ratio
    return best


def _half(trials: Sequence[_Trial], cover: float) -> float | None:
    """Split-conformal half-width, a share of the total: an upper quantile of past misses."""
    if len(trials) < _FEWEST_MISSES:
        return None
    misses = sorted(trial.miss for trial in trials)
    half = misses[min(len(misses), ceil(cover * (len(misses) + 1))) - 1]
    return None if half == float("inf") else half


def _record(trials: Sequence[_Trial], cover: float) -> list[bool]:
    """Whether each total fell into the range of the misses that were known when it was said."""
    found = []
    for trial in trials:
        known = [past for past in trials if past.origin + past.ahead <= trial.origin]
        half = _half(known, cover)
        if half is not None:
            found.append(trial.miss <= half)
    return found


def _sum(days: Daily) -> float:
    return sum(value for value in days if value is not None)
