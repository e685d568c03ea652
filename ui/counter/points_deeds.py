"""Points and stamps by hand, and activities: recorded, and looked at by a person who may decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.rules.activity import ActivityKind
from pos.activities import Recorded, Waiting, approve, decline, record, waiting
from pos.adjusting import Adjusted, adjust
from pos.doubts import how_many_wait
from pos.rights import Right, may
from pos.stamps import move_in
from ui.counter.claim_queue import QUEUED, Queued, QueuedDeed, queued
from ui.counter.deeds import ActDesk, Deed, fact, member_of, whole_number
from ui.counter.member_deeds import Membership
from ui.counter.notice import Mood
from ui.counter.sheets import ActSheet, Field, Row

MOST = 9


class AdjustDeed(Deed):
    """Points given or taken by hand, with the reason."""

    def __init__(self, desk: ActDesk, members: Membership) -> None:
        self._desk = desk
        self._members = members

    def open(self, sheet: ActSheet) -> None:
        """From the member's sheet."""
        self._desk.open(
            ActSheet(
                "adjust",
                sheet.who,
                sheet.subject,
                facts=sheet.facts[:1],
                fields=(Field("points", code=True, hint="+20 / -20"), Field("reason")),
                behind=replace(sheet, notice=None),
            )
        )

    def enter(self, sheet: ActSheet) -> None:
        shop, member, why = self._desk.stage.shop, member_of(sheet), sheet.value("reason")
        try:
            points = whole_number(sheet.value("points"))
        except LoyaltyError as no:
            self._desk.refuse(no)
            return
        here = self._desk.stage.now.line is not None  # others hold the rest

        def booked(done: Adjusted) -> None:
            if here:
                usable = done.account.spendable(shop.today)
                self._members.told(member, "adjusted-here", points=usable)
            else:
                self._members.told(member, "adjusted", points=done.account.balance)

        self._desk.book(
            lambda act, approved: adjust(shop, act, member, points, why, approved), booked
        )


class StampsDeed(Deed):
    """Which of the program's stamp cards an old paper card becomes."""

    def __init__(self, desk: ActDesk) -> None:
        self._desk = desk

    def open(self, sheet: ActSheet) -> None:
        """From the member's sheet; with one stamp card there is nothing to choose."""
        now = self._desk.stage.now
        rules = now.program.stamps if now.program else ()
        rows = tuple(
            Row(number, rule.id, rule.name_in(now.settings.language))
            for number, rule in enumerate(rules[:MOST], start=1)
        )
        behind = replace(sheet, notice=None)
        if len(rows) == 1:
            self._fill(sheet, rows[0], behind)
            return
        facts = () if rows else (fact("no-stamp-cards"),)
        self._desk.open(
            ActSheet(
                "stamps",
                sheet.who,
                sheet.subject,
                facts=facts,
                rows=rows,
                ready=False,
                behind=behind,
            )
        )

    def row(self, sheet: ActSheet, row: Row) -> None:
        self._fill(sheet, row, sheet)

    def _fill(self, sheet: ActSheet, row: Row, behind: ActSheet) -> None:
        self._desk.open(
            ActSheet(
                "stamps-in",
                sheet.who,
                sheet.subject,
                row.id,
                facts=(fact("stamp-card", card=row.text),),
                fields=(Field("stamps", code=True), Field("serial", code=True)),
                behind=behind,
            )
        )


class StampsInDeed(Deed):
    """How many stamps, and the paper card's number, which is void afterwards."""

    def __init__(self, desk: ActDesk, members: Membership) -> None:
        self._desk = desk
        self._members = members

    def enter(self, sheet: ActSheet) -> None:
        shop, member, rule = self._desk.stage.shop, member_of(sheet), sheet.other
        serial = sheet.value("serial")
        try:
            stamps = whole_number(sheet.value("stamps"))
        except LoyaltyError as no:
            self._desk.refuse(no)
            return
        self._desk.book(
            lambda act, approved: move_in(shop, act, member, rule, serial, stamps, approved),
            lambda done: self._members.told(member, "stamps-moved", stamps=done.stamps),
        )


class ActivitiesDeed(Deed):
    """What the program gives points for besides buying, by number. `count`: something may wait."""

    def __init__(self, desk: ActDesk, members: Membership, count: Callable[[], None]) -> None:
        self._desk = desk
        self._members = members
        self._count = count

    def open(self, sheet: ActSheet) -> None:
        """From the member's sheet; a filled-in profile is no row, it comes by itself."""
        program = self._desk.stage.now.program
        rules = [
            rule
            for rule in (program.activities if program else ())
            if rule.kind is not ActivityKind.PROFILE
        ]
        rows = tuple(
            Row(
                number,
                rule.id,
                rule.name,
                (fact("activity-looked-at"),) if rule.approval else (),
                points=rule.points,
            )
            for number, rule in enumerate(rules[:MOST], start=1)
        )
        facts = () if rows else (fact("no-activities"),)
        behind = replace(sheet, notice=None)
        self._desk.open(
            ActSheet(
                "activities",
                sheet.who,
                sheet.subject,
                facts=facts,
                rows=rows,
                ready=False,
                behind=behind,
            )
        )

    def row(self, sheet: ActSheet, row: Row) -> None:
        shop, member = self._desk.stage.shop, member_of(sheet)

        def done(recorded: Recorded) -> None:
            said = "activity-waits" if recorded.waiting else "activity-recorded"
            told = recorded.activity
            self._members.told(member, said, activity=told.name, points=told.points)
            self._count()

        self._desk.book(lambda act, _: record(shop, act, member, row.id), done)


class WaitingDeed(Deed):
    """Activities and receipts that wait for a person who may decide. `receipt`: its sheet."""

    def __init__(self, desk: ActDesk) -> None:
        self._desk = desk
        self.receipt = QueuedDeed(desk, self.open)

    def open(self) -> None:
        """The queue, oldest first."""
        shop = self._desk.stage.shop
        self._desk.ask(lambda: (waiting(shop), queued(shop)), self._listed)

    def count(self) -> None:
        """How many wait, for the idle screen of whoever may decide; asked beside the work."""
        stage, operator = self._desk.stage, self._desk.stage.now.operator
        if operator is None:
            stage.update(waiting=0)
            return
        shop = stage.shop

        def waits() -> int:
            able = may(shop, operator.id, Right.APPROVE_ACTIVITY)
            return len(waiting(shop)) + how_many_wait(shop) if able else 0

        stage.aside(waits, lambda count: stage.update(waiting=count))

    def row(self, sheet: ActSheet, row: Row) -> None:
        if row.id.startswith(QUEUED):
            self.receipt.open(sheet, row)
            return
        facts = (fact("activity-of", activity=row.text, points=row.points or 0), *row.detail)
        self._desk.open(ActSheet("decide", subject=row.id, facts=facts, behind=sheet))

    def _listed(self, found: tuple[tuple[Waiting, ...], tuple[Queued, ...]]) -> None:
        activities, receipts = found
        dated = [(each.on, _activity_row(each)) for each in activities]
        dated += [(each.on, each.row) for each in receipts]
        dated.sort(key=lambda each: each[0])
        rows = tuple(
            replace(row, number=number) for number, (_, row) in enumerate(dated[:MOST], start=1)
        )
        self._desk.stage.update(waiting=len(dated))
        if rows:
            self._desk.open(ActSheet("waiting", rows=rows, ready=False))
        else:
            self._desk.stage.update(sheet=None)
            self._desk.stage.tell(Mood.OK, "nothing-waits")


def _activity_row(each: Waiting) -> Row:
    asked = fact("activity-asked", member=each.member.name, on=each.on)
    return Row(0, str(each.id), each.activity.name, (asked,), points=each.activity.points)


class DecideDeed(Deed):
    """One request: Enter gives its points, F8 takes it out of the queue without."""

    def __init__(self, desk: ActDesk, queue: WaitingDeed) -> None:
        self._desk = desk
        self._queue = queue

    def enter(self, sheet: ActSheet) -> None:
        shop, request = self._desk.stage.shop, UUID(sheet.subject)
        self._desk.book(
            lambda act, approved: approve(shop, act, request, approved),
            lambda _: self._queue.open(),
        )

    def other(self, sheet: ActSheet) -> bool:
        shop, request = self._desk.stage.shop, UUID(sheet.subject)
        self._desk.book(
            lambda act, approved: decline(shop, act, request, approved),
            lambda _: self._queue.open(),
        )
        return True
