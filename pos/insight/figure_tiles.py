"""A figure as a tile of a report: its value and range, or counts and why there is no value."""

from __future__ import annotations

from loyalty.insight.change import Change, change
from loyalty.insight.figure import Figure, State, Unit
from receipts.reports.cells import Cell, Count, Money, Nothing, Number, Points, Share
from receipts.reports.value import Said, Tile

_PLACES = {Unit.SCORE: 0, Unit.DAYS: 0, Unit.RATIO: 2}


def tile(figure: Figure, currency: str, before: Figure | None = None) -> Tile:
    """`before` is the same figure of the period before; money is of `currency`."""
    moved = change(before, figure) if before is not None else None
    told = before if before is not None and before.told else None
    counted = figure.definition.unit in (Unit.COUNT, Unit.POINTS)
    # None of something that is counted is a number, too.
    shown = figure.told or (counted and figure.state is State.NONE)
    cell = _cell(figure, currency) if shown else Nothing(_why(figure))
    return Tile(
        figure.definition.name,
        cell,
        None if counted else figure.n,
        _cell(told, currency) if told else None,
        tuple(_said(figure, currency, told, moved)),
    )


def _said(figure: Figure, currency: str, before: Figure | None, moved: Change | None) -> list[Said]:
    found = []
    unit = figure.definition.unit
    if figure.told and unit is Unit.MONEY and figure.low is not None and figure.high is not None:
        ends = (figure.low, figure.high)
        low, high = (Money(round(end), currency) for end in ends)
        found.append(Said("between", (("low", low), ("high", high))))
    if figure.state is State.TOO_FEW:
        found += _counts(figure)
        facts = (("n", Count(figure.n)), ("minimum", Count(figure.definition.minimum)))
        found.append(Said("too-few", facts))
    if figure.state is State.EARLY:
        found.append(Said("early", (("n", Count(figure.n)),)))
    if figure.waiting:
        found.append(Said("too-young", (("n", Count(figure.waiting)),)))
    if moved is not None and moved.low is not None and before is not None:
        found.append(_moved(figure, before, currency, moved))
    return found


def _counts(figure: Figure) -> list[Said]:
    """How many of how many; shares of money have no such words."""
    if figure.numerator is None or figure.denominator != figure.n:
        return []
    if figure.definition.unit is not Unit.SHARE:
        return []
    facts = (("hits", Count(figure.numerator)), ("n", Count(figure.denominator)))
    return [Said("counted", facts)]


def _moved(figure: Figure, before: Figure, currency: str, moved: Change) -> Said:
    facts: tuple[tuple[str, Cell], ...] = (
        ("before", _bare(before, currency)),
        ("now", _bare(figure, currency)),
    )
    if moved.clear:
        return Said("change-clear", facts)
    if moved.needed:
        return Said("change-needed", (*facts, ("needed", Count(moved.needed))))
    return Said("change-unclear", facts)


def _why(figure: Figure) -> str:
    return {State.TOO_FEW: "too-few", State.TOO_YOUNG: "too-young"}.get(figure.state, "none")


def _cell(figure: Figure, currency: str) -> Cell:
    return _valued(figure, currency, figure.low, figure.high)


def _bare(figure: Figure, currency: str) -> Cell:
    return _valued(figure, currency, None, None)


def _valued(figure: Figure, currency: str, low: float | None, high: float | None) -> Cell:
    value, unit = figure.value or 0.0, figure.definition.unit
    match unit:
        case Unit.SHARE:
            return Share(value, low, high)
        case Unit.MONEY:
            return Money(round(value), currency)
        case Unit.COUNT:
            return Count(round(value))
        case Unit.POINTS:
            return Points(round(value))
    return Number(value, _PLACES[unit], low, high)
