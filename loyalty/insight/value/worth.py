"""What members will bring in the next twelve months, with a range, or why nothing is said.

Not "lifetime": margin of a year, discounted month by month. People are ranked by purchases
expected in 90 days, never by P(alive); below the guards there is the value so far and an average.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import TYPE_CHECKING

from loyalty.insight.numeric import arrays
from loyalty.insight.value.beta_geometric import BG_NBD, MBG_NBD
from loyalty.insight.value.fitting import fit
from loyalty.insight.value.guards import Doubt, Judgement, judge, of_spending, too_little
from loyalty.insight.value.histories import DAYS, History, Table, tabled
from loyalty.insight.value.law import Fitted, Law
from loyalty.insight.value.spend import Spending, fit_spending, usable

if TYPE_CHECKING:
    from loyalty.insight.value.law import Numbers

MONTHS = 12
MONTH_WEEKS = 365.25 / MONTHS / DAYS
SOON_WEEKS = 90 / DAYS
DRAWS = 50
_TAIL = 0.025


@dataclass(frozen=True, slots=True)
class Terms:
    """How value is counted: discount a year, share of sales that is margin (1: sales), draws."""

    discount: float = 0.1
    margin: float = 1.0
    draws: int = DRAWS
    seed: int = 0
    law: Law = MBG_NBD


@dataclass(frozen=True, slots=True)
class Worth:
    """One member. Minor units of margin; None where nothing may be said.

    `soon` purchases expected in 90 days; `alive` the chance of not having left.
    """

    member: str
    so_far_minor: float
    soon: float | None = None
    alive: float | None = None
    value_minor: float | None = None
    low_minor: float | None = None
    high_minor: float | None = None


@dataclass(frozen=True, slots=True)
class Valuation:
    """All members, those with most to expect first; by value so far where no model holds.

    `refused` says why there is no value, `beside` what to print with it. `average_minor` is the
    mean value so far of a member. The total's range is of the fit: real years may lie outside.
    """

    members: tuple[Worth, ...]
    average_minor: float
    refused: tuple[Doubt, ...]
    beside: tuple[Doubt, ...] = ()
    judgement: Judgement | None = None
    spending: Spending | None = None
    total_minor: float | None = None
    low_minor: float | None = None
    high_minor: float | None = None


def value_members(
    members: Sequence[History],
    terms: Terms | None = None,
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> Valuation:
    """The whole report. `tell(done, of)` hears of each draw; what it raises ends the work.

    Raises ValueError for a margin or discount below 0, or no draws.
    """
    terms = terms or Terms()
    if terms.margin < 0 or terms.discount < 0 or terms.draws < 1:
        raise ValueError(f"margin {terms.margin}, discount {terms.discount}")
    so_far = [member.bought_minor * terms.margin for member in members]
    average = sum(so_far) / len(so_far) if so_far else 0.0
    if refused := too_little(members):
        return Valuation(_ranked(members, so_far), average, refused)
    table = tabled(members)
    judgement = judge(table, terms.law)
    soon = _purchases(judgement.model, table, SOON_WEEKS)[table.row]
    spending = fit_spending(members) if len(usable(members)) > 1 else None
    doubts = _doubts(judgement, spending)
    refused = tuple(doubt for doubt in doubts if doubt is not Doubt.DEPENDS)
    beside = tuple(doubt for doubt in doubts if doubt is Doubt.DEPENDS)
    if refused or spending is None:
        rows = _ranked(members, so_far, soon)
        return Valuation(rows, average, refused, beside, judgement, spending)
    values = _values(members, table, judgement.model, spending, terms)
    drawn = _drawn(members, table, judgement.model, terms, tell)
    if 2 * len(drawn) < terms.draws:  # most draws have no mean spend: this one is luck
        rows = _ranked(members, so_far, soon)
        return Valuation(rows, average, (Doubt.NO_MEAN,), beside, judgement, spending)
    low, high = arrays().quantile(drawn, [_TAIL, 1 - _TAIL], axis=0)
    total_low, total_high = arrays().quantile(drawn.sum(axis=1), [_TAIL, 1 - _TAIL])
    return Valuation(
        _ranked(members, so_far, soon, _alive(judgement.model, table), values, low, high),
        average,
        (),
        beside,
        judgement,
        spending,
        float(values.sum()),
        float(total_low),
        float(total_high),
    )


def rounded(minor: float, digits: int = 2) -> int:
    """To as many digits as a forecast deserves: 12,345 is 12,000."""
    if minor == 0:
        return 0
    step: int = 10 ** max(0, floor(log10(abs(minor))) + 1 - digits)
    return round(minor / step) * step


def _doubts(judgement: Judgement, spending: Spending | None) -> tuple[Doubt, ...]:
    found: list[Doubt] = []
    if not judgement.departure_visible:
        found.append(Doubt.NO_DEPARTURE)
    elif not judgement.model.settled:
        found.append(Doubt.UNSETTLED)
    found += of_spending(spending) if spending else [Doubt.NO_MEAN]
    return tuple(found)


def _purchases(model: Fitted, table: Table, weeks: float) -> Numbers:
    """Expected in so many weeks, of each row of the table."""
    return model.law.expected(model.values, table.x, table.tx, table.t, weeks)


def _alive(model: Fitted, table: Table) -> Numbers | None:
    """None for BG/NBD, whose figure is 1 for everybody who came once."""
    if model.law is BG_NBD:
        return None
    return model.law.alive(model.values, table.x, table.tx, table.t)[table.row]


def _values(
    members: Sequence[History], table: Table, model: Fitted, spending: Spending, terms: Terms
) -> Numbers:
    np = arrays()
    monthly = (1 + terms.discount) ** (1 / MONTHS)
    summed, before = np.zeros_like(table.x), np.zeros_like(table.x)
    for month in range(1, MONTHS + 1):
        until = _purchases(model, table, month * MONTH_WEEKS)
        summed = summed + (until - before) / monthly**month
        before = until
    repeats = np.array([member.repeats for member in members], dtype=float)
    means = np.array([max(member.mean_minor, 0.0) for member in members])
    values: Numbers = summed[table.row] * spending.expected_minor(repeats, means) * terms.margin
    return values


def _drawn(
    members: Sequence[History],
    table: Table,
    model: Fitted,
    terms: Terms,
    tell: Callable[[int, int], None],
) -> Numbers:
    """Everybody's value under `draws` refits to members drawn with replacement."""
    np = arrays()
    random = np.random.default_rng(terms.seed)
    people, buyers = int(table.n.sum()), len(usable(members))
    found = []
    for draw in range(terms.draws):
        tell(draw, terms.draws)
        weights = random.multinomial(people, table.n / people).astype(float)
        again = fit(model.law, table, weights, model.values, polish=False)
        spending = fit_spending(members, random.integers(0, buyers, buyers), polish=False)
        values = _values(members, table, again, spending, terms)
        if spending.q > 1 and np.isfinite(values).all():
            found.append(values)
    return np.array(found).reshape(-1, len(members))  # type: ignore[no-any-return]


def _ranked(
    members: Sequence[History],
    so_far: Sequence[float],
    soon: Numbers | None = None,
    *columns: Numbers | None,
) -> tuple[Worth, ...]:
    """Rows in order; `columns` are alive, value, low, high, as far as there are any."""
    lists = [[None] * len(members) if c is None else c.tolist() for c in (soon, *columns)]
    rows = [Worth(m.member, *cells) for m, *cells in zip(members, so_far, *lists, strict=True)]
    rows.sort(key=lambda row: (-(row.soon or 0.0), -row.so_far_minor, row.member))
    return tuple(rows)
