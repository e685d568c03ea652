"""What customers said in a period, beside the same number of days before."""

from __future__ import annotations

from datetime import timedelta

from loyalty.insight.figure import Figure
from pos.insight.asked import Asked
from pos.insight.figure_tiles import tile
from pos.insight.surveyed import surveyed
from pos.shop import Shop
from pos.store.insight.reading import InsightView
from receipts.charts.kinds import Shares
from receipts.reports.cells import Cell, Count, Nothing, Share, Word
from receipts.reports.value import Part, Picture, Said, Table, Tiles

_KINDS = ("promoters", "passives", "detractors")


def survey_report(shop: Shop, view: InsightView, asked: Asked) -> tuple[Part, ...]:
    """The score and the index, each with its range and what it rests on."""
    first, last = asked.period.first, asked.period.last
    view.step("surveys")
    before = first - timedelta(days=1)
    now, then = surveyed(shop, first, last), surveyed(shop, before - (last - first), before)
    tiles = Tiles(
        (
            tile(now.nps, view.currency, then.nps),
            tile(now.index, view.currency, then.index),
        )
    )
    found = _counts(now.nps)
    if not now.nps.n:
        return Said("no-entries"), tiles, Table("answers", ("answer", "count"), ())
    rows: list[tuple[Cell, ...]] = [
        (Word(kind), Count(count), Share(count / now.nps.n, places=1))
        for kind, count in zip(_KINDS, found, strict=True)
    ]
    parts = tuple((Word(kind), float(count)) for kind, count in zip(_KINDS, found, strict=True))
    sums = (Nothing(), Count(now.nps.n), Share(1.0, places=1))
    told: tuple[Part, ...] = ()
    if now.anonymous:
        told = (Said("answers-anonymous", (("count", Count(now.anonymous)),)),)
    return (
        tiles,
        Picture("answers", Shares(parts)),
        Table("answers", ("answer", "count", "share"), tuple(rows), sums),
        *told,
    )


def _counts(figure: Figure) -> list[int]:
    return [round(figure.beside.get(kind, 0)) for kind in _KINDS]
