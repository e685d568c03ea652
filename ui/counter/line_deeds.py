"""How this till stands with its head office, in words: what is unsent, what a person must look at.

F10 leads here. Where there is no head office, its place is the sheet that gets one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time, tzinfo
from urllib.parse import urlsplit

from loyalty.codes import SaleNumber
from loyalty.ledger.entry import EntryKey
from pos.line_page import LinePage, SetAside, line_page, seen
from pos.line_state import LineState
from pos.slips import number_text
from ui.counter.deeds import ActDesk, Deed, fact
from ui.counter.fetching import Fetching
from ui.counter.line import GRAVE, moment
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet, Row
from ui.wording.said_of_line import WHY_ASIDE

LINE, ASIDE = "line", "aside"
SEEN, SHOW = "aside-seen", "aside-show"


class LineDeed(Deed):
    """The page of the line: Enter tries now, a row is something to look at."""

    def __init__(
        self, desk: ActDesk, fetching: Fetching, unlinked: Callable[[ActSheet | None], None]
    ) -> None:
        self._desk = desk
        self._fetching = fetching
        self._unlinked = unlinked
        self._aside: tuple[SetAside, ...] = ()

    def open(self) -> None:
        """The page, or the way to a head office where there is none."""
        shop = self._desk.stage.shop
        self._desk.ask(lambda: line_page(shop), self._shown)

    def enter(self, sheet: ActSheet) -> None:
        self._fetching.line.retry()
        self._desk.tell(Mood.OK, "line-trying")

    def row(self, sheet: ActSheet, row: Row) -> None:
        one = next((each for each in self._aside if row_id(each.key) == row.id), None)
        if one is None:
            return
        shown = (Row(2, SHOW),) if one.slip else ()
        facts = (*_about(one), fact("aside-stays"))
        rows = (Row(1, SEEN), *shown)
        self._desk.open(ActSheet(ASIDE, subject=row.id, facts=facts, rows=rows, behind=sheet))

    def _shown(self, page: LinePage | None) -> None:
        if page is None:
            self._unlinked(None)
            return
        self._aside = page.aside
        state, zone = self._fetching.line.state, self._desk.stage.shop.clock.zone
        facts = tuple(self._facts(page, state, zone))
        rows = tuple(
            Row(number, row_id(one.key), number_text(one.key), _about(one))
            for number, one in enumerate(page.aside, start=1)
        )
        self._desk.open(ActSheet(LINE, facts=facts, rows=rows))

    def _facts(self, page: LinePage, state: LineState, zone: tzinfo) -> Iterator[Notice]:
        since = moment(state.since_ms, self._desk.stage.shop.today, zone)
        yield from _standing(state, since, GRAVE.get(page.state) or GRAVE.get(state.why))
        if page.url:
            host = urlsplit(page.url).netloc or page.url
            yield fact("line-office", name=page.name or host, url=host)
        if page.contact is not None:
            yield fact("line-contact", at=page.contact)
        if page.unsent:
            yield fact("line-unsent", count=page.unsent, oldest=page.oldest)
            if page.sales:
                yield fact("line-only-here", count=page.sales)
        else:
            yield fact("line-all-sent")
        if page.untold:
            yield fact("line-untold", count=page.untold)
        if page.aside_count:
            yield fact("line-aside", count=page.aside_count)


def _standing(
    state: LineState, since: datetime | time | None, grave: str | None
) -> Iterator[Notice]:
    """Connected or not and why, whom else it reaches, and who talks to head office."""
    if grave:
        yield Notice(Mood.ATTENTION, grave)
    elif state.connected:
        yield fact("line-connected")
    elif since is None:
        yield Notice(Mood.ATTENTION, "line-not-yet")
    else:
        yield Notice(Mood.ATTENTION, "line-lost", (("since", since),))
    if state.why and not state.connected and not grave:
        yield fact("line-why", why=state.why)
    if state.near and not state.connected:
        yield fact("line-near")
    if state.driver:
        yield fact("line-driven", pid=str(state.driver))


class AsideDeed(Deed):
    """Something head office did not count: one key says that it was looked at."""

    def __init__(
        self, desk: ActDesk, page: Callable[[], None], slip: Callable[[SaleNumber], None]
    ) -> None:
        self._desk = desk
        self._page = page
        self._slip = slip

    def enter(self, sheet: ActSheet) -> None:
        shop, key = self._desk.stage.shop, key_of(sheet.subject)
        self._desk.ask(lambda: seen(shop, key), lambda _: self._page())

    def row(self, sheet: ActSheet, row: Row) -> None:
        if row.id == SHOW:
            self._slip(key_of(sheet.subject))
        else:
            self.enter(sheet)


def row_id(key: EntryKey) -> str:
    """An entry as the id of a row."""
    return f"{key.terminal} {key.epoch} {key.seq}"


def key_of(text: str) -> EntryKey:
    """The entry a row stands for."""
    terminal, epoch, seq = text.split()
    return EntryKey(int(terminal), int(epoch), int(seq))


def _about(one: SetAside) -> tuple[Notice, ...]:
    why = one.why if one.why in WHY_ASIDE else "other"
    return (
        Notice(Mood.ATTENTION, "aside-entry", (("number", number_text(one.key)), ("at", one.at))),
        fact(f"aside-why-{why}"),
    )
