"""What a purchase brings and how wide a member buys: average and median basket, upsell ratio."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, median

from loyalty.insight.definitions import BASKET, UPSELL
from loyalty.insight.figure import Estimate, Figure, judged
from loyalty.insight.intervals import bootstrap, wilson
from loyalty.insight.numeric import arrays


def average_basket(net_minor: Sequence[int], seed: int = 0) -> Figure:
    """Mean net minor units a purchase with a bootstrap range; `beside` the median, always.

    Points spent are a tender and already off the net amount: they are not sales twice. A mean far
    above its median is the heavy tail, and the page says both.
    """

    def estimate() -> Estimate:
        values = arrays().asarray(net_minor, dtype=float)
        drawn = bootstrap(len(values), lambda rows: float(values[rows].mean()), seed)
        return Estimate(fmean(net_minor), *drawn)

    n = len(net_minor)
    enough = n >= BASKET.minimum
    return judged(
        BASKET,
        n,
        estimate,
        numerator=sum(net_minor),
        denominator=n,
        beside={"median": float(median(net_minor))} if enough else None,
    )


def upsell(two_kinds: int, one_kind: int) -> Figure:
    """Members who bought two kinds and more to those who bought one: odds; `beside` the share.

    The range is Wilson's on the share, turned into odds; open above has high None. No value where
    nobody bought just one kind.
    """
    n = two_kinds + one_kind

    def estimate() -> Estimate | None:
        if one_kind == 0:
            return None
        low, high = wilson(two_kinds, n)
        return Estimate(two_kinds / one_kind, low / (1 - low), high / (1 - high))

    return judged(
        UPSELL,
        n,
        estimate,
        numerator=two_kinds,
        denominator=one_kind,
        counts={"smaller-group": min(two_kinds, one_kind)},
        beside={"share": two_kinds / n} if n else None,
    )
