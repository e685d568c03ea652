"""Wishes about people: the list that finds them, and enrolling who is not in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from loyalty.errors import LoyaltyError
from loyalty.member import Member
from pos.acts import Act
from pos.counter import AtCounter, at_counter
from pos.enrol import complete, enrol
from pos.finding import Found, find
from pos.ids import new_id
from pos.slips import masked_card, masked_phone
from ui.counter.notice import Mood, Notice, Way
from ui.counter.sheets import EnrolSheet, FindSheet, MemberRow
from ui.counter.stage import Stage

SHOWN = 9
WHOLE_PHONE = 9  # digits; fewer may be an amount, and a card is booked with them unasked
ENROL = Way("enrol", "F4", "way-enrol")
AS_AMOUNT = Way("add_line", "+", "way-as-amount")


class Finding:
    """Members by phone tail and name; blank cards and new members."""

    def __init__(self, stage: Stage, took: Callable[[AtCounter], None]) -> None:
        self._stage = stage
        self._took = took
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
        """A member of the list."""
        rows, shop = self._stage.now.rows, self._stage.shop
        if 0 < number <= len(rows):
            member = rows[number - 1].member.id
            self._stage.ask(lambda: at_counter(shop, member), self._took)

    def enrol(self) -> None:
        """F4: a blank card becomes a member's at once, with the phone number typed after it if
        there is one; else the sheet for phone and name.
        """
        now = self._stage.now
        if now.blank:
            phone = now.entry if len(now.entry) >= WHOLE_PHONE and now.entry.isdigit() else ""
            self._book(now.blank, phone, "")
        elif (nameless := self._nameless()) is not None:
            self._stage.update(sheet=EnrolSheet(masked_card(nameless.card)), banner=None)
        else:
            typed = now.entry if len(now.entry) >= 6 and now.entry.isdigit() else ""
            self._stage.update(
                sheet=EnrolSheet(phone=typed), entry="" if typed else now.entry, banner=None
            )

    def blank(self, code: str) -> None:
        """A card of ours that nobody has: into the open sheet, or one key away from a member."""
        sheet = self._stage.now.sheet
        if isinstance(sheet, EnrolSheet) and self._nameless() is None:
            self._stage.update(blank=code, sheet=replace(sheet, card=masked_card(code)))
            self._stage.sign(Mood.OK)
            return
        self._stage.update(blank=code, member=None, chosen=(), sheet=None, done=None)
        self._stage.tell(Mood.ATTENTION, "blank-card", ENROL, card=masked_card(code))

    def saved(self, phone: str, name: str) -> None:
        """The enrolment sheet is filled in."""
        now, shop = self._stage.now, self._stage.shop
        if not isinstance(now.sheet, EnrolSheet):
            return
        self._stage.update(sheet=replace(now.sheet, phone=phone, name=name, notice=None))
        nameless = self._nameless()
        if nameless is None:
            self._book(now.blank, phone, name)
            return
        member = nameless.member.id

        def finish() -> AtCounter:
            complete(shop, member, phone, name)
            return at_counter(shop, member)

        self._stage.ask(finish, self._took, self._no)

    def _nameless(self) -> AtCounter | None:
        """The member at the counter, if they have a card but no phone number yet."""
        who = self._stage.now.member
        return who if who is not None and not who.member.phone else None

    def _book(self, card: str, phone: str, name: str) -> None:
        now, shop = self._stage.now, self._stage.shop
        if now.operator is None:
            return
        act = Act(new_id(shop.clock), now.operator.id, now.shift.id if now.shift else None)

        def work() -> AtCounter:
            member: Member = enrol(shop, act, card, phone, name)
            return at_counter(shop, member.id)

        self._stage.book(work, self._enrolled, self._no)

    def _enrolled(self, who: AtCounter) -> None:
        phone_typed = bool(who.member.phone) and self._stage.now.entry == who.member.phone
        if phone_typed:
            self._stage.update(entry="")
        self._took(who)
        more = (Way("enrol", "F4", "way-add-details"),) if not who.member.phone else ()
        self._stage.tell(Mood.OK, "enrolled", *more, card=masked_card(who.card))

    def _no(self, no: LoyaltyError) -> None:
        sheet = self._stage.now.sheet
        if isinstance(sheet, EnrolSheet):
            notice = Notice(Mood.REFUSED, no.code, tuple(no.facts.items()))
            self._stage.update(sheet=replace(sheet, notice=notice, similar=()))
            self._stage.sign(Mood.REFUSED)
            if no.code == "phone-taken":
                self._ask_who(sheet.phone)
        else:
            self._stage.refuse(no)

    def _ask_who(self, phone: str) -> None:
        """Is it one of them? Alt and the number take whoever has this phone already."""
        shop = self._stage.shop

        def found(found: Found) -> None:
            sheet = self._stage.now.sheet
            if isinstance(sheet, EnrolSheet):
                self._stage.update(
                    sheet=replace(sheet, similar=member_rows(found)), rows=found.members
                )

        self._stage.ask(lambda: find(shop, phone, SHOWN), found)

    def _by_entry(self, found: Found) -> None:
        stage = self._stage
        if len(found.members) == 1:
            stage.update(entry="")
            self._took(found.members[0])
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
        rows = member_rows(found)
        shown = replace(open_sheet, rows=rows, more=found.more, searched=searched)
        self._stage.update(sheet=shown, rows=found.members)


def member_rows(found: Found) -> tuple[MemberRow, ...]:
    """Members under their numbers, as a list shows them."""
    return tuple(
        MemberRow(
            number,
            who.member.name,
            masked_phone(who.member.phone),
            masked_card(who.card),
            who.account.balance,
        )
        for number, who in enumerate(found.members, start=1)
    )
