"""`regulars office report`: the figures of a period, per shop and terminal."""

from __future__ import annotations

from argparse import Namespace

from pos.cli.office import clock_of
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.office.reporting.figures import Figures, report
from pos.office.reporting.periods import asked_period
from pos.office.running.setting_up import MERCHANT, database_url, open_office
from pos.office.schema.engine import reading
from pos.office.web.api.reports import report_facts
from pos.places import Places
from receipts.writing.format import money


def figures(options: Namespace, places: Places) -> Told:
    """What was sold, earned and spent, by the days given; without any, this month so far."""
    clock = clock_of(places)
    days = asked_period("", options.first, options.last, clock.today())
    engine = open_office(database_url(places, options.database), clock)
    try:
        with reading(engine) as connection:
            made = report(connection, MERCHANT, days, (), options.shop or 0)
    finally:
        engine.dispose()
    facts: Facts = report_facts(made)
    rows: list[tuple[str, ...]] = [
        ("", "Sales", "Amount", "Card", "Members", "New", "Issued", "Redeemed")
    ]
    rows += [row for one in (made.whole, *made.shops, *made.terminals) for row in _rows(one)]
    said = f"{days.first.isoformat()} to {days.last.isoformat()}"
    late = tuple(
        f"{one.entries} entries of {one.month} came late from terminal {one.terminal}, counted "
        f"in {one.counted_in}."
        for one in made.late
    )
    return Told(facts, (said, *table(rows, right=tuple(range(1, 8))), *late))


def _rows(one: Figures) -> list[tuple[str, ...]]:
    """A line a currency; members and points stand on the first."""
    points = (str(one.points["issued"]), str(-one.points["redeemed"]))
    of_place = (str(one.active), str(one.new), *points)
    sold = [
        (
            str(each.sales),
            money(each.total_minor, each.currency, "en"),
            "" if each.card_percent is None else f"{each.card_percent} %",
        )
        for each in sorted(one.money.values(), key=lambda each: each.currency)
    ] or [("0", "", "")]
    rest = [("", *line, "", "", "", "") for line in sold[1:]]
    return [(_label(one), *sold[0], *of_place), *rest]


def _label(one: Figures) -> str:
    if one.terminal > 0:
        return f"  terminal {one.terminal} {one.name}"
    if one.terminal == 0:
        return "  head office"
    return f"shop {one.shop} {one.name}" if one.shop else "all"
