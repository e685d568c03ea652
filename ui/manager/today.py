"""The first page: figures, what needs a person, whom to write to; counted beside the till."""

from __future__ import annotations

from uuid import UUID

from loyalty.errors import LoyaltyError
from pos.insight.looking import Look
from pos.insight.values import FirstScreen
from pos.trouble import TroubleError
from ui.counter.notice import Mood, Notice
from ui.counter.stage import Stage, Work
from ui.manager.members import Change, Members
from ui.manager.state import TodayView

STOPPED = "report-cancelled"


class Today:
    """Reads the first page. `change` puts it in place."""

    def __init__(self, stage: Stage, reports: Work, members: Members, change: Change) -> None:
        self._stage = stage
        self._reports = reports
        self._members = members
        self._change = change
        self._look = Look(stage.shop)
        self._first: FirstScreen | None = None
        self._counting = False

    def read(self) -> None:
        """As it is now; nobody waits for it, and what was counted before stands meanwhile."""
        if self._counting:
            return
        self._counting = True
        self._show()
        self._reports.submit(self._look.first, self._read, self._failed)

    def stop(self) -> None:
        """Somebody goes on to another page: what is being counted must not hold that up."""
        self._look.stop()

    def end(self) -> None:
        """The room is left."""
        self._look.stop()
        self._reports.submit(self._look.close, _closed, _ours)

    def opened(self, row: int) -> None:
        """A member of the list of whom to write to."""
        found = self._first.write if self._first else ()
        if 0 <= row < len(found):
            self._members.show(UUID(str(found[row].member)))

    def _read(self, first: FirstScreen) -> None:
        self._counting, self._first = False, first
        self._show()

    def _failed(self, error: Exception) -> None:
        self._counting = False
        self._show()
        if not isinstance(error, (LoyaltyError, TroubleError)):
            raise error
        if error.code != STOPPED:
            self._stage.say(Notice(Mood.REFUSED, error.code, tuple(error.facts.items())))

    def _show(self) -> None:
        self._change(today=TodayView(self._first, self._counting))


def _closed(_nothing: None) -> None:
    """Nobody is there any more."""


def _ours(error: Exception) -> None:
    raise error
