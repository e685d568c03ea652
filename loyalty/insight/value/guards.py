"""When a model of members' value must not be believed: the refusals, measured on real shops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from loyalty.insight.definitions import VALUE
from loyalty.insight.value.beta_geometric import MBG_NBD
from loyalty.insight.value.fitting import fit
from loyalty.insight.value.histories import History, Table
from loyalty.insight.value.law import Fitted, Law
from loyalty.insight.value.nbd import NBD
from loyalty.insight.value.spend import Spending

GAIN = 2.0
"""Log-likelihood by which leaving must explain more than "nobody leaves"."""
CORRELATION = 0.3


class Doubt(StrEnum):
    """Why there is no model value (the first six), or what to print beside it (the last)."""

    FEW_MEMBERS = "too-few-members"
    FEW_REPEATS = "too-few-repeats"
    SHORT = "too-short-history"
    NO_DEPARTURE = "no-departure-visible"
    UNSETTLED = "fit-unsettled"
    NO_MEAN = "spend-without-mean"
    DEPENDS = "spend-depends-on-frequency"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The model to use: `law` fitted, or the one where nobody leaves if `gain` is under two."""

    model: Fitted
    nobody_leaves: Fitted
    gain: float

    @property
    def departure_visible(self) -> bool:
        """Whether P(alive) and a value by survival may be shown at all."""
        return self.model is not self.nobody_leaves


def too_little(members: Sequence[History]) -> tuple[Doubt, ...]:
    """What forbids a model before any is fitted, by the minimums of the definition."""
    repeats = sum(member.repeats for member in members)
    weeks = max((member.age for member in members), default=0.0)
    least = dict(VALUE.also)
    limits = (
        (len(members) < VALUE.minimum, Doubt.FEW_MEMBERS),
        (repeats < least["repeat-purchases"], Doubt.FEW_REPEATS),
        (weeks < least["weeks"], Doubt.SHORT),
    )
    return tuple(doubt for short, doubt in limits if short)


def judge(table: Table, law: Law = MBG_NBD) -> Judgement:
    """Both fits and the gain of the one where members leave. Raises ValueError for nobody."""
    plain = fit(NBD, table)
    leaving = fit(law, table)
    gain = leaving.log_likelihood - plain.log_likelihood
    return Judgement(leaving if gain >= GAIN else plain, plain, gain)


def of_spending(spending: Spending) -> tuple[Doubt, ...]:
    """NO_MEAN refuses a value; DEPENDS is printed beside it."""
    limits = (
        (spending.q <= 1, Doubt.NO_MEAN),
        (abs(spending.correlation) > CORRELATION, Doubt.DEPENDS),
    )
    return tuple(doubt for short, doubt in limits if short)
