"""What a campaign brought per member over those who were held out, as figures for a report.

The plan (one measure, last day, members needed) was written down before; who draws the arms and
locks the result is `trial` and its callers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loyalty.insight.comparing import SUSPECT, Comparison, less_past, means, shares, split_chance
from loyalty.insight.comparing import winsorised as cut
from loyalty.insight.definitions import UPLIFT_MONEY, UPLIFT_SHARE
from loyalty.insight.figure import Definition, Estimate, Figure, judged


@dataclass(frozen=True, slots=True)
class Uplift:
    """The figure (n is the smaller arm), the test behind it, and the chance of such a split.

    No figure is told where `suspect`: the arms cannot have been drawn as planned. `net_minor` is
    the difference less the reward cost of a treated member.
    """

    figure: Figure
    comparison: Comparison | None
    split: float
    net_minor: float | None = None

    @property
    def suspect(self) -> bool:
        """Whether the sizes of the arms cannot be chance."""
        return self.split < SUSPECT


def uplift_in_share(
    hits: int, treated: int, control_hits: int, control: int, treated_share: float
) -> Uplift:
    """Shares that came (back): pooled test, Newcombe's range."""
    split = split_chance(treated, control, treated_share) if treated + control else 1.0
    enough = _enough(UPLIFT_SHARE, treated, control, split)
    found = shares(hits, treated, control_hits, control) if enough else None
    return Uplift(_figure(UPLIFT_SHARE, treated, control, found), found, split)


def uplift_in_money(
    treated: Sequence[float],
    control: Sequence[float],
    treated_share: float,
    before: tuple[Sequence[float], Sequence[float]] | None = None,
    cost_minor: float = 0.0,
) -> Uplift:
    """Net margin or spend of each member (minor units), cut at the 99th percentile, by Welch.

    `before`: the same members' measure before the campaign, in the same order; what it explains is
    taken off (CUPED), after the same cut. `cost_minor`: rewards of a treated member on average.
    """
    split = split_chance(len(treated), len(control), treated_share) if treated or control else 1.0
    found = None
    if _enough(UPLIFT_MONEY, len(treated), len(control), split):
        groups = cut(treated, control)
        found = means(*(groups if before is None else less_past(groups, cut(*before))))
    figure = _figure(UPLIFT_MONEY, len(treated), len(control), found)
    return Uplift(figure, found, split, found.difference - cost_minor if found else None)


def _enough(definition: Definition, treated: int, control: int, split: float) -> bool:
    return min(treated, control) >= definition.minimum and split >= SUSPECT


def _figure(definition: Definition, treated: int, control: int, found: Comparison | None) -> Figure:
    return judged(
        definition,
        min(treated, control),
        lambda: Estimate(found.difference, found.low, found.high) if found else None,
        counts={"treated": treated, "control": control},
    )
