"""What only the manager's room does with a person: blocking, handing out all that is kept, erasing.

Sheets of the counter's kind: rights and approval in place are asked as there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from loyalty.members.member import MemberStatus
from pos.acts import Act
from pos.blocking import block, unblock
from pos.exporting import everything_of
from pos.kept_files import keep_file
from pos.leaving import Erased, erase
from pos.person import Person
from pos.shop import Shop
from ui.counter.deeds import ActDesk, Deed, fact, member_of
from ui.counter.member_deeds import Membership
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet, Field


class Pages(Membership):
    """Members' sheets are pages here: what a deed says of a member is said on their page."""

    def __init__(
        self,
        desk: ActDesk,
        reread: Callable[[UUID, Notice | None], None],
        left: Callable[[Notice], None],
    ) -> None:
        """`reread` shows a member's page anew; `left`: there is no such member any more."""
        super().__init__(desk)
        self._reread = reread
        self._left = left

    def open(self, member: UUID, notice: Notice | None = None) -> None:
        """The member's page, read anew."""
        self._reread(member, notice)

    def gone(self, code: str, **facts: object) -> None:
        """The member is no more; what was done is said on the list."""
        self._left(Notice(Mood.OK, code, tuple(facts.items())))


def acts_of(whole: Person) -> tuple[str, ...]:
    """What can be done with a member, by the names of the sheets; a blocked one is freed first."""
    blocked = whole.member.status is MemberStatus.BLOCKED
    usual = ("profile", "cards", "vouchers", "adjust", "stamps", "activities", "household", "merge")
    first = ("unblock", "profile", "cards") if blocked else usual
    return (*first, *(() if blocked else ("block",)), "export", "erase")


class BlockDeed(Deed):
    """Blocking a member, with the reason a cashier is told."""

    def __init__(self, desk: ActDesk, members: Membership) -> None:
        self._desk = desk
        self._members = members

    def open(self, sheet: ActSheet) -> None:
        """From the member's page."""
        fields = (Field("reason"),)
        self._desk.open(ActSheet("block", sheet.who, sheet.subject, fields=fields, behind=sheet))

    def enter(self, sheet: ActSheet) -> None:
        shop, member, why = self._desk.stage.shop, member_of(sheet), sheet.value("reason").strip()
        if not why:
            self._desk.tell(Mood.REFUSED, "reason-missing")
            return

        self._desk.book(
            lambda act, approved: block(shop, act, member, why, approved),
            lambda _: self._members.told(member, "member-now-blocked"),
        )


class UnblockDeed(Deed):
    """Letting a blocked member earn and redeem again."""

    def __init__(self, desk: ActDesk, members: Membership) -> None:
        self._desk = desk
        self._members = members

    def open(self, sheet: ActSheet) -> None:
        """From the member's page."""
        self._desk.open(ActSheet("unblock", sheet.who, sheet.subject, behind=sheet))

    def enter(self, sheet: ActSheet) -> None:
        shop, member = self._desk.stage.shop, member_of(sheet)

        self._desk.book(
            lambda act, approved: unblock(shop, act, member, approved),
            lambda _: self._members.told(member, "member-now-active"),
        )


class ExportDeed(Deed):
    """All that is kept about a person, into a file for them."""

    def __init__(self, desk: ActDesk, members: Membership) -> None:
        self._desk = desk
        self._members = members

    def open(self, sheet: ActSheet) -> None:
        """From the member's page."""
        self._desk.open(ActSheet("export", sheet.who, sheet.subject, behind=sheet))

    def enter(self, sheet: ActSheet) -> None:
        shop, member = self._desk.stage.shop, member_of(sheet)
        self._desk.book(
            lambda act, approved: _exported(shop, act, member, approved),
            lambda path: self._members.told(member, "member-exported", path=str(path)),
        )


def _exported(shop: Shop, act: Act, member: UUID, approved: str) -> Path:
    facts = everything_of(shop, act, member, approved)
    text = json.dumps(facts, ensure_ascii=False, indent=2) + "\n"
    return keep_file(shop, f"person-{member.hex[-8:]}-{shop.today.isoformat()}.json", text)


class EraseDeed(Deed):
    """Erasing a person for good: what that means is said first, and Enter asked for once more."""

    def __init__(self, desk: ActDesk, members: Pages) -> None:
        self._desk = desk
        self._members = members

    def open(self, sheet: ActSheet) -> None:
        """From the member's page."""
        facts = (fact("erase-means"),)
        self._desk.open(ActSheet("erase", sheet.who, sheet.subject, facts=facts, behind=sheet))

    def enter(self, sheet: ActSheet) -> None:
        shop, member = self._desk.stage.shop, member_of(sheet)
        if not sheet.other:
            warned = (*sheet.facts, fact("erase-sure"))
            self._desk.change(replace(sheet, facts=warned, other="warned"))
            self._desk.stage.sign(Mood.ATTENTION)
            return

        def erased(done: Erased) -> None:
            said = "member-erased" if done.gone else "member-erased-later"
            self._members.gone(said, points=done.points, files=len(done.older))

        self._desk.book(lambda act, approved: erase(shop, act, member, approved), erased)
