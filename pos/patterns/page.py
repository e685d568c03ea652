"""The weekly page "Staff: what to look at": every pattern, what it means, and who stands out.

No names of members on it, as a page is kept and erasure could not find them: the tail of a card.
"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from pos.insight.asked import Asked
from pos.patterns.finding import Finding, House, Looked, look
from pos.rights import Right, limit_of
from pos.shop import Shop
from pos.store import View
from pos.store.insight.reading import InsightView
from receipts.reports.cells import Cell, Count, Nothing, Number, Text, Word
from receipts.reports.value import Part, Said, Table, Title

_FOUND = ("operator", "member", "count", "n", "threshold")


def week_end(today: date) -> date:
    """The Sunday that ended the last whole week."""
    return today - timedelta(days=today.isoweekday())


def house_of(view: View) -> House:
    """What patterns know of a shop's people, as it is now."""
    limits = {one.id: limit_of(view, one.role, Right.ADJUST) for one in view.operators()}
    alone = {who: most if most is None else max(0, most) for who, most in limits.items()}
    return House(view.marks(), alone)


def looked(shop: Shop, figures: InsightView, last: date) -> tuple[Looked, ...]:
    """Every pattern of the week up to `last`. TroubleError `report-cancelled`."""
    with shop.store.reading() as view:
        house = house_of(view)
    return look(figures, house, last, figures.step)


def staff_patterns(shop: Shop, figures: InsightView, asked: Asked) -> tuple[Part, ...]:
    """The parts of the page of the week that ends with the period. TroubleError
    `report-cancelled`.
    """
    found = looked(shop, figures, asked.period.last)
    with shop.store.reading() as view:
        names = {one.id: one.name for one in view.operators()}
        return tuple(_parts(view, found, names))


def _parts(view: View, found: tuple[Looked, ...], names: dict[str, str]) -> list[Part]:
    flagged = sum(len(each.findings) for each in found)
    facts: tuple[tuple[str, Cell], ...] = (("count", Count(flagged)),)
    head = Said("patterns-found", facts, alert=True) if flagged else Said("patterns-none")
    rows = tuple(
        (
            *(Word(f"pattern-{each.pattern.key}"), Count(len(each.findings))),
            *(Count(each.subjects), Count(each.tries)),
        )
        for each in found
    )
    columns = ("pattern", "flagged", "looked-at", "n")
    parts: list[Part] = [head, Said("patterns-ask"), Table("patterns", columns, rows)]
    for each in found:
        if each.findings:
            parts += _section(view, each, names)
    return parts


def _section(view: View, each: Looked, names: dict[str, str]) -> list[Part]:
    key = f"pattern-{each.pattern.key}"
    rows = tuple(_row(view, one, names) for one in each.findings)
    return [Title(key), Said(f"{key}.means"), Table("pattern-found", _FOUND, rows)]


def _row(view: View, one: Finding, names: dict[str, str]) -> tuple[Cell, ...]:
    return (
        Text(names.get(one.operator, one.operator)),
        Text(_tail(view, one.member)) if one.member else Nothing(),
        Count(one.hits),
        Count(one.tries),
        Number(one.expected, 1),
    )


def _tail(view: View, member: UUID) -> str:
    """The end of a card they have, else the beginning of their number in the books."""
    codes = [card.code for card in view.cards_of(member)]
    return f"…{codes[-1][-6:]}" if codes else member.hex[:8]
