"""`regulars report`: a report of the books as text, as JSON, or as a file."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pos.cli.opened import opened
from pos.cli.paper import write_file
from pos.cli.table import table
from pos.cli.told import Facts, Refused, Told
from pos.cli.who import anyone_named
from pos.insight.asked import Asked
from pos.insight.reports import MAKERS, OF_A_MEMBER, period, report
from pos.places import Places
from pos.shop import Shop
from pos.store.insight.reading import open_view
from receipts.reports.files import to_csv
from receipts.reports.kept import to_plain
from receipts.reports.pdf import to_report_pdf
from receipts.reports.sheets import to_xlsx
from receipts.reports.value import Report, Said, Table, Tiles, Title
from receipts.reports.written import Written
from receipts.writing.wording import LANGUAGES, nearest

_MOST_LINES = 200
"""Rows of a table in the terminal; files have them all."""


def make(options: Namespace, places: Places) -> Told:
    """A report over the days asked for, by default this month so far."""
    if options.name == "list":
        return _listed(Written("en"))
    with opened(places) as shop:
        language = _language(options.language or shop.settings.language)
        written = Written(language, shop.clock.zone)
        found = _made(shop, options)
    facts: Facts = {}
    lines = list(_lines(found, written))
    if files := _files(found, written, options):
        facts["files"] = [str(path) for path, _ in files]
        for path, data in files:
            write_file(path, data)
        lines = [f"Written to {path}" for path, _ in files]
    return Told({"report": to_plain(found), **facts}, tuple(lines))


def _listed(written: Written) -> Told:
    names = [(name, written.words(f"report.{name}")) for name in sorted(MAKERS)]
    facts = [{"name": name, "title": title, "member": name in OF_A_MEMBER} for name, title in names]
    return Told({"reports": facts}, tuple(table(names)))


def _language(asked: str) -> str:
    found = nearest(asked)
    if found.split("_")[0] != asked.replace("-", "_").split("_")[0].lower():
        raise Refused("language-unknown", language=asked[:20], known=", ".join(LANGUAGES))
    return found


def _made(shop: Shop, options: Namespace) -> Report:
    last: date = options.end or shop.today
    days = period(options.start or last.replace(day=1), last)
    member = anyone_named(shop, options.member) if options.member else None
    told = _Progress()
    with open_view(shop.store, shop.settings.currency, told.tell) as view:
        try:
            return report(shop, view, Asked(options.name, days, member))
        finally:
            told.end()


class _Progress:
    """How far it is, on one line, where a person watches."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()

    def tell(self, step: str, done: int, of: int) -> None:
        """The step, and how many of how many where that is known."""
        if self._watched:
            part = f" {done} of {of}" if of else ""
            print(f"\r\x1b[K{step}{part}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """An empty line again."""
        if self._watched:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _files(found: Report, written: Written, options: Namespace) -> list[tuple[Path, bytes]]:
    if options.pdf is not None:
        data = to_report_pdf(found, written.language, options.page, written.zone)
        return [(options.pdf, data)]
    if options.xlsx is not None:
        return [(options.xlsx, to_xlsx(found, written))]
    if options.csv is None:
        return []
    made: dict[str, bytes] = to_csv(found, written, bom=not options.no_bom)
    path: Path = options.csv
    if len(made) == 1:
        return [(path, data) for data in made.values()]
    ending = path.suffix or ".csv"
    return [(path.with_name(f"{path.stem}-{key}{ending}"), data) for key, data in made.items()]


def _lines(found: Report, written: Written) -> Iterator[str]:
    yield f"{written.words(f'report.{found.name}')} · {found.shop}"
    yield written.period(found.period)
    for part in found.parts:
        match part:
            case Title():
                yield from ("", written.title(part))
            case Said():
                yield ("! " if part.alert else "") + written.said(part)
            case Tiles():
                rows = [
                    (
                        written.words(f"figure.{tile.key}"),
                        written.full(tile.cell),
                        written.range_of(tile.cell),
                    )
                    for tile in part.tiles
                ]
                yield from table(rows, indent=2)
            case Table():
                yield from _table(part, written)


def _table(part: Table, written: Written) -> Iterator[str]:
    yield ""
    yield written.words(f"table.{part.key}")
    if not part.rows:
        yield "  " + written.words("frame.no-rows")
        return
    shown = [written.columns(part.columns)]
    shown += [tuple(map(written.short, row)) for row in part.rows[:_MOST_LINES]]
    if part.sums:
        shown.append(written.sums(part.sums))
    yield from table(shown, indent=2)
