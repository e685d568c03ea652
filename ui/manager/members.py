"""The page of members: the list as it is searched, and one member with their timeline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from loyalty.codes import SaleNumber
from loyalty.members.member import MemberStatus, agreed
from pos.person import Person, person
from pos.register import Page as Found
from pos.register import Registered, register
from pos.slips import masked_card, masked_phone, number_text
from pos.timeline import Movement, timeline
from pos.trouble import TroubleError
from pos.why import explained
from ui.counter.deeds import fact
from ui.counter.member_deeds import CONSENTS, facts_of
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import WhySheet, WhyStep
from ui.counter.stage import Stage, Work
from ui.manager.person_deeds import acts_of
from ui.manager.state import MemberLine, MembersView, Moved, ProfileView

PAGE = 100
TIMELINE = 60
MOST_TIMELINE = 5_000
Change = Callable[..., None]


class Members:
    """List and profile. `change` puts parts of the state in place."""

    def __init__(self, stage: Stage, reports: Work, change: Change) -> None:
        self._stage = stage
        self._reports = reports
        self._change = change
        self._view = MembersView()
        self._profile: ProfileView | None = None
        self._after: UUID | None = None
        self._asked = 0  # searches so far: an answer to an older one is for nobody
        self._shown = TIMELINE
        self._numbers: tuple[SaleNumber, ...] = ()  # of the timeline's lines

    def search(self, text: str) -> None:
        """Look for members; what is typed meanwhile overtakes it."""
        self._asked += 1
        number, shop = self._asked, self._stage.shop
        self._view = replace(self._view, text=text)

        def work() -> Found | None:
            return register(shop, text, PAGE) if number == self._asked else None

        def found(page: Found | None) -> None:
            if page is not None and number == self._asked:
                self._listed(page, ())

        self._reports.submit(work, found, self._failed)

    def further(self) -> None:
        """The next page of everybody."""
        shop, number, after = self._stage.shop, self._asked, self._after
        if after is None:
            return

        def found(page: Found) -> None:
            if number == self._asked and self._after == after:
                self._listed(page, self._view.rows)

        self._reports.submit(lambda: register(shop, "", PAGE, after), found, self._failed)

    def opened(self, row: int) -> None:
        """The member in a row of the list."""
        if 0 <= row < len(self._view.rows):
            self.show(UUID(self._view.rows[row].id))

    def show(self, member: UUID, notice: Notice | None = None) -> None:
        """A member's page, read anew, with what was just done."""
        stage, shop = self._stage, self._stage.shop
        if self._profile is None or self._profile.id != str(member):
            self._shown = TIMELINE
        most = self._shown

        def read() -> tuple[Person, tuple[Movement, ...], bool]:
            return person(shop, member), *timeline(shop, member, most)

        def shown(answer: tuple[Person, tuple[Movement, ...], bool]) -> None:
            whole, moved, older = answer
            older = older and most < MOST_TIMELINE
            self._numbers = tuple(one.number for one in moved)
            self._profile = _profile(whole, moved, older, shop.settings.language)
            self._change(profile=self._profile)
            stage.update(sheet=None, banner=notice)
            stage.sign(notice.mood if notice else Mood.OK)

        stage.ask(read, shown)

    def older(self) -> None:
        """More of the timeline."""
        if self._profile is not None and self._profile.older:
            self._shown = min(MOST_TIMELINE, 4 * self._shown)
            self.show(UUID(self._profile.id))

    def why(self, row: int) -> None:
        """The steps of a movement that has some."""
        moved = self._profile.moved if self._profile else ()
        if not 0 <= row < len(moved) or not moved[row].explained:
            return
        shop, line = self._stage.shop, moved[row]
        number = self._numbers[row]

        def shown(found: tuple[int, tuple[WhyStep, ...]]) -> None:
            self._stage.update(sheet=WhySheet(line.number, found[0], found[1]), banner=None)

        def ask() -> tuple[int, tuple[WhyStep, ...]]:
            points, steps = explained(shop, number)
            return points, tuple(WhyStep(code, facts) for code, facts in steps)

        self._stage.ask(ask, shown)

    def closed(self) -> None:
        """Back to the list."""
        self._profile = None
        self._change(profile=None)

    def left(self, notice: Notice) -> None:
        """There is no such member any more."""
        self.closed()
        self._stage.update(sheet=None, banner=notice)
        self.search(self._view.text)

    def _listed(self, page: Found, before: tuple[MemberLine, ...]) -> None:
        self._after = page.after
        rows = (*before, *(_line(one) for one in page.rows))
        self._view = MembersView(
            self._view.text, rows, page.more, page.after is not None, searched=True
        )
        self._change(members=self._view)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, TroubleError):
            raise error
        self._stage.say(Notice(Mood.REFUSED, error.code, tuple(error.facts.items())))


def _line(one: Registered) -> MemberLine:
    member = one.member
    return MemberLine(
        id=str(member.id),
        name=member.name,
        phone=masked_phone(member.phone) if member.phone else "",
        card=masked_card(one.card) if one.card else "",
        points=one.points,
        joined=member.joined_on,
        blocked=member.status is MemberStatus.BLOCKED,
    )


def _profile(whole: Person, moved: tuple[Movement, ...], older: bool, language: str) -> ProfileView:
    member = whole.member
    blocked = member.status is MemberStatus.BLOCKED
    why = Notice(Mood.ATTENTION, "fact-blocked", (("reason", member.why_blocked),))
    facts = [*((why,) if blocked else ()), *facts_of(whole, language)]
    given = sum(agreed(whole.consents, what) for what in CONSENTS)
    facts.append(fact("fact-consents", count=given, all=len(CONSENTS)))
    facts.append(fact("fact-cards", count=len(whole.cards)))
    return ProfileView(
        id=str(member.id),
        name=member.name,
        facts=tuple(facts),
        acts=acts_of(whole),
        moved=tuple(_moved(one) for one in moved),
        older=older,
    )


def _moved(one: Movement) -> Moved:
    return Moved(
        at=one.at,
        kind=one.kind,
        number=number_text(one.number),
        points=one.points,
        total_minor=one.total_minor,
        currency=one.currency,
        operator=one.operator,
        approved=one.approved,
        why=one.why,
        explained=one.explained,
    )
