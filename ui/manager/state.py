"""What is on the screen of the manager's room, as one frozen value; codes and facts, no sentences.

`desk` is the act under way: its sheet, its banner and whether an answer is awaited, exactly as the
counter has them, so that an act and its approval are the same in both rooms.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loyalty.ledger.entry import Kind
from pos.insight.values import FirstScreen
from ui.counter.notice import Notice
from ui.counter.state import CounterState


class Page(StrEnum):
    """The pages of the room, in the order of its navigation."""

    TODAY = "today"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member in the list; phone and card are masked."""

    id: str
    name: str
    phone: str
    card: str
    points: int
    joined: date
    blocked: bool


@dataclass(frozen=True, slots=True)
class MembersView:
    """The list: what was searched for, the members so far. `more`: a search found too many;
    `further`: the next page can be had.
    """

    text: str = ""
    rows: tuple[MemberLine, ...] = ()
    more: bool = False
    further: bool = False
    searched: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """A line of the timeline; `explained`: its steps can be read."""

    at: datetime
    kind: Kind
    number: str
    points: int
    total_minor: int | None = None
    currency: str = ""
    operator: str = ""
    approved: str = ""
    why: str = ""
    explained: bool = False


@dataclass(frozen=True, slots=True)
class ProfileView:
    """One member: the facts, what can be done (names of acts), and the timeline, newest first."""

    id: str
    name: str
    facts: tuple[Notice, ...] = ()
    acts: tuple[str, ...] = ()
    moved: tuple[Moved, ...] = ()
    older: bool = False


@dataclass(frozen=True, slots=True)
class TodayView:
    """The first page as it was counted last, None before the first time; `counting`: anew."""

    first: FirstScreen | None = None
    counting: bool = False


@dataclass(frozen=True, slots=True)
class RoomState:
    """The whole room. `profile` stands in the place of the list of members."""

    page: Page = Page.TODAY
    shop: str = ""
    operator: str = ""
    currency: str = "EUR"
    today: TodayView = TodayView()
    members: MembersView = MembersView()
    profile: ProfileView | None = None
    desk: CounterState = CounterState()
