"""`regulars insight …`: figures of the books, or of a file of purchases with `--events`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from loyalty.money import Currency, currency
from pos.cli.insight_told import cohort_told, figure_told, first_told, rows_of
from pos.cli.opened import opened
from pos.cli.table import table
from pos.cli.told import Error, Facts, Refused, Told
from pos.cli.wording import sentence
from pos.insight.behaviour import behaviour, cohort_table
from pos.insight.first import first_screen
from pos.insight.sources import Events, Source, read_events
from pos.insight.surveyed import surveyed
from pos.places import Places
from pos.settings import usual_settings
from pos.store.insight.reading import open_view

_YEAR = timedelta(days=364)
_SHOWN = 20


def first(options: Namespace, places: Places) -> Told:
    """The manager's first screen, as facts and as lines."""
    with opened(places) as shop, open_view(shop.store, shop.settings.currency) as view:
        return first_told(first_screen(shop, shop.today, view), shop)


def nps(options: Namespace, places: Places) -> Told:
    """The 0-10 score and the loyalty index of the last 90 days, unless days are named."""
    with opened(places) as shop:
        last = options.until or shop.today
        since = options.start or last - timedelta(days=89)
        if since > last:
            raise Refused("survey-days", first=since, last=last)
        found = surveyed(shop, since, last)
    figures = (found.nps, found.index)
    facts: Facts = {
        "from": since.isoformat(),
        "to": last.isoformat(),
        "anonymous_answers": found.anonymous,
        "figures": [figure_told(one) for one in figures],
    }
    return Told(facts, (f"{since} to {last}", *table(rows_of(figures))))


def figures(options: Namespace, places: Places) -> Told:
    """All figures of behaviour of a year, unless days are named."""

    def told(source: Source, unit: Currency) -> Told:
        since = options.start or source.until - _YEAR
        if since > source.until:
            raise Refused("survey-days", first=since, last=source.until)
        found = behaviour(source, since)
        facts = {"from": since.isoformat(), **_base(source)}
        facts["figures"] = [figure_told(one) for one in found.figures]
        lines = (f"{since} to {source.until}", *table(rows_of(found.figures, unit)))
        return Told(facts, lines)

    return counted(options, places, told)


def cohorts(options: Namespace, places: Places) -> Told:
    """The cohort table; in lines, the first six months of each row."""
    return counted(
        options, places, lambda source, _: cohort_told(cohort_table(source), _base(source))
    )


def counted(options: Namespace, places: Places, tell: Callable[[Source, Currency], Told]) -> Told:
    """What `tell` makes of the books or of the file; a file with faults is refused with them."""
    if options.events is not None:
        unit = currency(options.currency or usual_settings(places.settings).currency)
        found = read_events(options.events, options.until, unit)
        if found.source is None:
            return _faults(found)
        with found.source.view:
            return tell(found.source, unit)
    with _books(options, places) as source:
        return tell(source, currency(source.view.currency))


@contextmanager
def _books(options: Namespace, places: Places) -> Iterator[Source]:
    with opened(places) as shop, open_view(shop.store, shop.settings.currency) as view:
        yield Source(view, options.until or shop.today)


def _base(source: Source) -> Facts:
    return {"until": source.until.isoformat(), "currency": source.view.currency}


def _faults(found: Events) -> Told:
    rows = [
        (str(one.line), one.column, one.value, sentence(one.code, dict(one.facts)))
        for one in found.faults[:_SHOWN]
    ]
    facts: Facts = {
        "rows": found.rows,
        "faults": [
            {"line": one.line, "column": one.column, "value": one.value, "code": one.code}
            for one in found.faults
        ],
    }
    error = Error("import-faults", {"faults": found.fault_count, "rows": found.rows})
    return Told(facts, table(rows), error)
