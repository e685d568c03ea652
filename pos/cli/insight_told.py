"""Figures as JSON facts and as lines of text: value, range, how many, and why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from loyalty.insight.cohorts import Cohort
from loyalty.insight.figure import Figure, State, Unit
from loyalty.money import Currency, currency
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.words import Words
from pos.insight.values import FirstScreen, Tile
from pos.shop import Shop

_NONE = {
    State.NONE: "nothing to count",
    State.TOO_YOUNG: "nobody has had the time yet",
    State.TOO_FEW: "too few for a figure",
}
_MONTHS_SHOWN = 6


def figure_told(figure: Figure) -> Facts:
    """A figure with all that is printed under it."""
    said = figure.definition
    return {
        "name": said.name,
        "state": figure.state.value,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "n": figure.n,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "waiting": figure.waiting,
        "beside": dict(figure.beside),
        "unit": said.unit.value,
        "definition": {
            "numerator": said.numerator,
            "denominator": said.denominator,
            "window": said.window,
            "without": list(said.exclusions),
            "interval": said.interval.value,
            "minimum": said.minimum,
        },
    }


def rows_of(figures: Iterable[Figure], unit: Currency | None = None) -> list[tuple[str, ...]]:
    """Lines of a table: name, value, range, how many, what besides."""
    rows: list[tuple[str, ...]] = [("figure", "value", "95 %", "of", "")]
    for one in figures:
        value = _number(one, one.value, unit) or _why_none(one)
        ends = [_number(one, end, unit) for end in (one.low, one.high)]
        spread = f"{ends[0]} to {ends[1] or 'unknown'}" if ends[0] else ""
        known = {name: n for name, n in one.beside.items() if not one.told or name == "median"}
        beside = ", ".join(f"{name} {n:g}" for name, n in known.items())
        early = "early" if one.state is State.EARLY else ""
        rows.append((one.definition.name, value, spread, str(one.n), beside or early))
    return rows


def _why_none(figure: Figure) -> str:
    if figure.state is State.NONE and figure.n:
        return "no such value"  # a median that half of them have not reached, odds without a second
    return _NONE.get(figure.state, "")


def _number(figure: Figure, value: float | None, unit: Currency | None) -> str:
    if value is None:
        return ""
    kind = figure.definition.unit
    if kind is Unit.SHARE:
        return f"{100 * value:.1f} %"
    if kind is Unit.MONEY:
        digits = unit.exponent if unit else 2
        return f"{value / 10**digits:.{digits}f} {unit.code if unit else ''}".rstrip()
    whole = kind in (Unit.COUNT, Unit.POINTS, Unit.DAYS)
    return f"{value:.0f}" if whole else f"{value:.2f}"


def cohort_told(rows: Sequence[Cohort], base: Facts) -> Told:
    """The whole table as facts; the first months of each cohort as lines."""
    facts: Facts = {
        **base,
        "cohorts": [
            {
                "month": _month(row.month),
                "members": row.members,
                "first_of_the_books": row.initial,
                "later": [
                    {
                        "after": cell.after,
                        "buyers": cell.figure.numerator,
                        "share": cell.figure.value,
                        "low": cell.figure.low,
                        "high": cell.figure.high,
                        "month_not_over": cell.partial,
                    }
                    for cell in row.cells
                ],
            }
            for row in rows
        ],
    }
    head = ("month", "members", *(f"+{n}" for n in range(1, _MONTHS_SHOWN + 1)))
    lines = [head]
    for row in rows:
        shown = [_cell(cell.figure) + "*" * cell.partial for cell in row.cells[:_MONTHS_SHOWN]]
        shown += [""] * (_MONTHS_SHOWN - len(shown))
        lines.append((_month(row.month), str(row.members), *shown))
    note = ("* a month that is not over",) if any(c.partial for r in rows for c in r.cells) else ()
    return Told(facts, (*table(lines, right=range(1, len(head))), *note))


def _cell(figure: Figure) -> str:
    return str(figure.numerator) if figure.value is None else f"{100 * figure.value:.0f} %"


def _month(month: tuple[int, int]) -> str:
    return f"{month[0]:04d}-{month[1]:02d}"


def first_told(screen: FirstScreen, shop: Shop) -> Told:
    """Everything of the first screen; in lines, what a person reads first."""
    words = Words.of(shop)
    facts: Facts = {
        "on": screen.on.isoformat(),
        "currency": screen.currency,
        "books": screen.books,
        "tiles": [_tile(tile) for tile in screen.tiles],
        "write": [
            {
                "member": str(one.member),
                "name": one.name,
                "last": one.last.isoformat(),
                "away_days": one.away,
                "usual_days": one.usual,
                "expected_90_days": one.soon,
                "basket_minor": one.basket_minor,
                "ways": list(one.ways),
            }
            for one in screen.write
        ],
        "late": screen.late,
        "may_not_be_written_to": screen.silenced,
        "no_model": [str(code) for code in screen.refused],
        "tasks": [
            {"code": one.code, "count": one.count, "facts": dict(one.facts)} for one in screen.tasks
        ],
        "quality": {name: getattr(screen.quality, name) for name in screen.quality.__slots__},
        "left_out": dict(screen.left_out),
        "other_currencies": dict(screen.foreign),
    }
    rows = rows_of((tile.figure for tile in screen.tiles), currency(screen.currency))
    lines = [*table(rows), "", f"{len(screen.write)} of {screen.late} late members to write to:"]
    lines += table(
        [
            (
                one.name,
                f"away {one.away} days",
                f"usually {one.usual:g}",
                words.money(one.basket_minor),
                ", ".join(one.ways),
            )
            for one in screen.write
        ]
    )
    lines += [f"{one.code}: {one.count}" for one in screen.tasks]
    return Told(facts, tuple(lines))


def _tile(tile: Tile) -> dict[str, Any]:
    moved = tile.change
    return {
        **figure_told(tile.figure),
        "why": tile.why,
        "before": tile.before.value if tile.before else None,
        "change": None
        if moved is None
        else {
            "difference": moved.difference,
            "low": moved.low,
            "high": moved.high,
            "clear": moved.clear,
            "members_needed": moved.needed,
        },
    }
