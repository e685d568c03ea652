"""Finding a member: by the tail of a phone at idle, and by the list as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pos.counter import AtCounter, at_counter
from pos.finding import Found, find
from ui.counter.enrolling import ENROL, SHOWN, Enrolling, member_rows
from ui.counter.notice import Mood, Way
from ui.counter.sheets import FindSheet
from ui.counter.stage import Stage

AS_AMOUNT = Way("add_line", "+", "way-as-amount")


class Finding:
    """Members by phone tail and name; blank cards and new members."""

    def __init__(
        self, stage: Stage, took: Callable[[AtCounter], None], enrolling: Enrolling
    ) -> None:
        self._stage = stage
        self._took = took
        self.enrolling = enrolling
        self._asked = ""

    def by_entry(self) -> None:
        """Enter at idle: what was typed is a phone's tail."""
        text = self._stage.now.entry
        shop = self._stage.shop
        self._stage.ask(lambda: find(shop, text, SHOWN), self._by_entry)

    def open(self) -> None:
        """F2: the list, empty, ready for a name in any script; an open one keeps what is typed."""
        if isinstance(self._stage.now.sheet, FindSheet):
            return
        self._stage.update(sheet=FindSheet(), banner=None, rows=())

    def text(self, text: str) -> None:
        """The search as it is typed; only the newest answer is shown."""
        sheet, shop = self._stage.now.sheet, self._stage.shop
        if not isinstance(sheet, FindSheet):
            return
        self._asked = text
        self._stage.update(sheet=replace(sheet, text=text))
        self._stage.ask(lambda: (text, find(shop, text, SHOWN)), self._listed)

    def picked(self, number: int) -> None:
        """A member of the list. While enrolling it is who they are: a card goes to them."""
        now, shop = self._stage.now, self._stage.shop
        if not 0 < number <= len(now.rows):
            return
        member = now.rows[number - 1].member.id
        if not self.enrolling.gave(member):
            self._stage.ask(lambda: at_counter(shop, member), self._took)

    def _by_entry(self, found: Found) -> None:
        stage = self._stage
        if len(found.members) == 1:
            stage.update(entry="")
            shop, member = stage.shop, found.members[0].member.id
            stage.ask(lambda: at_counter(shop, member), self._took)  # with all the rules are shown
        elif found.members:
            self._listed((stage.now.entry, found), FindSheet(stage.now.entry))
            stage.update(entry="")
        else:
            stage.tell(Mood.ATTENTION, "nobody-found", ENROL, AS_AMOUNT, typed=stage.now.entry)

    def _listed(self, answer: tuple[str, Found], sheet: FindSheet | None = None) -> None:
        text, found = answer
        open_sheet = sheet or self._stage.now.sheet
        if not isinstance(open_sheet, FindSheet) or (sheet is None and text != self._asked):
            return
        searched = bool(text.strip())
        rows = member_rows(found, self._stage)
        shown = replace(open_sheet, rows=rows, more=found.more, searched=searched)
        self._stage.update(sheet=shown, rows=found.members)
