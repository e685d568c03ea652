"""Whose account it is: households that are joined and left, and two members who are one."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from pos.counter import AtCounter, Identified
from pos.households import join, leave, staying
from pos.merging import merge
from pos.person import Person, person
from pos.slips import masked_phone
from ui.counter.deeds import ActDesk, Deed, fact, member_of
from ui.counter.member_deeds import Membership, facts_of
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet


class HouseholdDeed(Deed):
    """Sharing an account: the card of somebody in the household is scanned, then Enter."""

    def __init__(self, desk: ActDesk, members: Membership) -> None:
        self._desk = desk
        self._members = members

    def scanned(self, sheet: ActSheet, found: Identified) -> bool:
        if not isinstance(found, AtCounter):
            return False
        facts = (fact("household-join", name=found.member.name), *_told(found))
        self._desk.change(replace(sheet, other=str(found.member.id), facts=facts, ready=True))
        self._desk.stage.sign(Mood.OK)
        return True

    def enter(self, sheet: ActSheet) -> None:
        if not sheet.other:
            self._desk.tell(Mood.ATTENTION, "scan-other-card")
            return
        shop, member, other = self._desk.stage.shop, member_of(sheet), UUID(sheet.other)
        self._desk.book(
            lambda act, approved: join(shop, act, member, other, approved),
            lambda shared: self._members.told(
                member, "household-joined", name=shared.owner.name, points=shared.moved
            ),
        )


class LeavingDeed(Deed):
    """Leaving a household: the points stay there, which is said before it is done."""

    def __init__(self, desk: ActDesk, members: Membership) -> None:
        self._desk = desk
        self._members = members

    def enter(self, sheet: ActSheet) -> None:
        shop, member = self._desk.stage.shop, member_of(sheet)
        if not sheet.other:
            self._desk.ask(lambda: staying(shop, member), lambda points: self._warn(sheet, points))
            return
        self._desk.book(
            lambda _act, _approved: leave(shop, member),
            lambda _: self._members.told(member, "household-left"),
        )

    def _warn(self, sheet: ActSheet, points: int) -> None:
        warned = (*sheet.facts, fact("household-stays", points=points))
        self._desk.change(replace(sheet, facts=warned, other="warned"))


class MergeDeed(Deed):
    """Two members who are one: the other's card is scanned, what moves is shown, Enter merges."""

    def __init__(self, desk: ActDesk, members: Membership) -> None:
        self._desk = desk
        self._members = members

    def scanned(self, sheet: ActSheet, found: Identified) -> bool:
        if not isinstance(found, AtCounter):
            return False
        shop, other = self._desk.stage.shop, found.member.id
        language = self._desk.stage.now.settings.language

        def shown(whole: Person) -> None:
            facts = (fact("merge-goes", name=whole.member.name), *facts_of(whole, language))
            self._desk.change(
                replace(sheet, other=str(other), facts=facts, ready=True, notice=None)
            )
            self._desk.stage.sign(Mood.OK)

        self._desk.ask(lambda: person(shop, other), shown)
        return True

    def enter(self, sheet: ActSheet) -> None:
        if not sheet.other:
            self._desk.tell(Mood.ATTENTION, "scan-other-card")
            return
        shop, member, other = self._desk.stage.shop, member_of(sheet), UUID(sheet.other)
        self._desk.book(
            lambda act, approved: merge(shop, act, other, member, approved),
            lambda merged: self._members.told(member, "merged", points=merged.points),
        )


def _told(who: AtCounter) -> tuple[Notice, ...]:
    """Enough to see that it is the right person."""
    facts = [fact("fact-points", points=who.account.balance)]
    if who.usable is not None:
        facts = [fact("fact-here", points=who.usable.here)]
    if who.member.phone:
        facts.append(fact("fact-phone", phone=masked_phone(who.member.phone)))
    return tuple(facts)
