"""A table as it stands on the screen, into a CSV file: a list of people is not for everybody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pos.acts import Act
from pos.lists import keep_list
from ui.counter.deeds import ActDesk, Deed, fact
from ui.counter.notice import Mood
from ui.counter.sheets import ActSheet


class ListExport(Deed):
    """What is going to be written is said first; whoever may not is helped by a second person."""

    def __init__(self, desk: ActDesk) -> None:
        self._desk = desk
        self._list: tuple[tuple[str, ...], list[tuple[str, ...]]] = ((), [])

    def open(self, name: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
        """A list by its name, with its headings and rows."""
        if not rows:
            self._desk.tell(Mood.ATTENTION, "list-empty")
            return
        self._list = (header, rows)
        facts = (fact("list-rows", count=len(rows)),)
        self._desk.open(ActSheet("list-export", subject=name, facts=facts))

    def enter(self, sheet: ActSheet) -> None:
        shop, name, (header, rows) = self._desk.stage.shop, sheet.subject, self._list

        def work(act: Act, approved: str) -> Path:
            return keep_list(shop, act, name, header, rows, approved)

        self._desk.book(work, self._kept)

    def _kept(self, path: Path) -> None:
        sheet = self._desk.sheet
        if sheet is not None:
            self._desk.stage.update(sheet=replace(sheet, notice=None).behind)
        self._desk.tell(Mood.OK, "list-kept", path=str(path))
