"""Wishes of enrolling: a blank card and one key, the sheet for all that is told, the friend who
brought somebody, and who it may be already.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.errors import LoyaltyError
from pos.acts import Act
from pos.cards import add_card
from pos.counter import AtCounter, at_counter
from pos.finding import Found, alike, find
from pos.ids import new_id
from pos.joining import Joined, Told, join_shop
from pos.merging import nobody
from pos.phones import clean_phone, same_phone
from pos.settings import LANGUAGES
from pos.slips import masked_card, masked_phone
from ui.counter.birthdays import birthday_text, order_of, pattern_of
from ui.counter.line import here_view
from ui.counter.member_deeds import CONSENTS, NO, YES, Membership
from ui.counter.notice import Mood, Notice, Way
from ui.counter.sheets import EnrolSheet, Field, MemberRow
from ui.counter.stage import Stage

SHOWN = 9
WHOLE_PHONE = 9  # digits; fewer may be an amount, and a card is booked with them unasked
ENROL = Way("enrol", "F4", "way-enrol")
BROUGHT = "brought-by"


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Who was enrolled, as they stand at the counter, and what was said against the referral."""

    who: AtCounter
    joined: Joined
    brought: bool


class Enrolling:
    """New members, and owners for cards without one."""

    def __init__(
        self, stage: Stage, took: Callable[[AtCounter], None], members: Membership
    ) -> None:
        self._stage = stage
        self._took = took
        self._members = members

    def enrol(self) -> None:
        """F4: a blank card becomes a member's at once, with the phone number typed after it if
        there is one; a member at the counter shows all of theirs; else the sheet to enrol.
        """
        now = self._stage.now
        if isinstance(now.sheet, EnrolSheet):
            return
        if now.blank:
            phone = now.entry if len(now.entry) >= WHOLE_PHONE and now.entry.isdigit() else ""
            self._book(now.blank, Told(phone=phone))
        elif (nameless := self._nameless()) is not None:
            sheet = EnrolSheet(masked_card(nameless.card), fields=self._fields())
            self._stage.update(sheet=sheet, banner=None)
        elif now.member is not None:
            self._members.open(now.member.member.id)
        else:
            typed = now.entry if len(now.entry) >= 6 and now.entry.isdigit() else ""
            self._stage.update(
                sheet=EnrolSheet(phone=typed, fields=self._fields()),
                entry="" if typed else now.entry,
                banner=None,
            )

    def field(self, name: str, value: str) -> None:
        """What is typed or chosen besides phone and name."""
        sheet = self._stage.now.sheet
        if isinstance(sheet, EnrolSheet):
            fields = tuple(
                replace(field, value=value) if field.name == name else field
                for field in sheet.fields
            )
            self._stage.update(sheet=replace(sheet, fields=fields, asked=False))

    def brought_by(self, code: str) -> bool:
        """A friend's code or card was scanned; False: nobody is being enrolled, or the program
        rewards nobody for it.
        """
        sheet = self._stage.now.sheet
        wanted = isinstance(sheet, EnrolSheet) and any(f.name == BROUGHT for f in sheet.fields)
        if wanted:
            self.field(BROUGHT, code)
            self._stage.sign(Mood.OK)
        return wanted

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
        """The enrolment sheet is filled in. Who may be a member already is shown first, once."""
        now = self._stage.now
        if not isinstance(now.sheet, EnrolSheet):
            return
        same = (phone, name) == (now.sheet.phone, now.sheet.name)
        sheet = replace(
            now.sheet, phone=phone, name=name, notice=None, asked=now.sheet.asked and same
        )
        self._stage.update(sheet=sheet)
        told = self._told(sheet)
        if sheet.asked:
            self._join(told)
        else:
            self._look_alike(told)

    def _told(self, sheet: EnrolSheet) -> Told:
        settings = self._stage.now.settings
        order = order_of(settings.language, settings.country)
        return Told(
            name=sheet.name,
            phone=sheet.phone,
            email=sheet.value("email"),
            birthday=birthday_text(sheet.value("birthday"), order),
            language=sheet.value("language"),
            consents=tuple(w for w in CONSENTS if sheet.value(f"consent-{w}") == YES),
            brought_by=sheet.value(BROUGHT),
        )

    def _look_alike(self, told: Told) -> None:
        shop, mine = self._stage.shop, self._nameless()

        def look() -> tuple[Found, bool]:
            number = clean_phone(told.phone, shop.settings.country)
            found = alike(shop, told.name, told.phone, told.email, SHOWN)
            others = tuple(m for m in found.members if not mine or m.member.id != mine.member.id)
            taken = any(same_phone(each.member.phone, number) for each in others)
            return Found(others, found.more), taken

        def looked(answer: tuple[Found, bool]) -> None:
            found, taken = answer
            sheet = self._stage.now.sheet
            if not found.members or taken or not isinstance(sheet, EnrolSheet):
                self._join(told)
                return
            notice = Notice(Mood.ATTENTION, "maybe-member")
            shown = replace(
                sheet, notice=notice, similar=member_rows(found, self._stage), asked=True
            )
            self._stage.update(sheet=shown, rows=found.members)
            self._stage.sign(Mood.ATTENTION)

        self._stage.ask(look, looked, self._no)

    def _join(self, told: Told) -> None:
        nameless = self._nameless()
        if nameless is None:
            self._book(self._stage.now.blank, told)
        else:
            self._book(nameless.card, told, nameless.member.id)

    def _nameless(self) -> AtCounter | None:
        """The member at the counter, if they have a card and nobody knows whose it is."""
        who = self._stage.now.member
        return who if who is not None and nobody(who.member) else None

    def _card(self) -> str:
        """The card that is to be somebody's: a blank one, or one nobody is known for."""
        nameless = self._nameless()
        return self._stage.now.blank or (nameless.card if nameless else "")

    def _fields(self) -> tuple[Field, ...]:
        """What may be told besides phone and name; nothing of it has to be."""
        now = self._stage.now
        order = order_of(now.settings.language, now.settings.country)
        referral = now.program is not None and now.program.referral is not None
        return (
            Field("email", code=True),
            Field("birthday", code=True, hint=pattern_of(order)),
            *((Field(BROUGHT, code=True),) if referral else ()),
            Field("language", choices=("", *LANGUAGES)),
            *(Field(f"consent-{what}", NO, choices=(YES, NO)) for what in CONSENTS),
        )

    def gave(self, member: UUID) -> bool:
        """Whether somebody chosen while enrolling is given the card on the sheet."""
        card = self._card()
        wanted = isinstance(self._stage.now.sheet, EnrolSheet) and bool(card)
        if wanted:
            self._give(member, card)
        return wanted

    def _give(self, member: UUID, card: str) -> None:
        """One key: the card goes to who is a member already, with the points that are on it."""
        now, shop = self._stage.now, self._stage.shop
        if now.operator is None:
            return
        act = Act(new_id(shop.clock), now.operator.id, now.shift.id if now.shift else None)

        def work() -> AtCounter:
            add_card(shop, act, member, card)
            return at_counter(shop, member)

        def given(who: AtCounter) -> None:
            self._stage.update(blank="")
            self._took(replace(who, card=card))
            self._stage.tell(Mood.OK, "card-given", member=who.member.name)

        self._stage.book(work, given, self._no)

    def _book(self, card: str, told: Told, member: UUID | None = None) -> None:
        now, shop = self._stage.now, self._stage.shop
        if now.operator is None:
            return
        act = Act(new_id(shop.clock), now.operator.id, now.shift.id if now.shift else None)

        def work() -> Enrolled:
            joined = join_shop(shop, act, card, told, member)
            who = at_counter(shop, joined.member.id)
            return Enrolled(who, joined, bool(told.brought_by.strip()))

        done = self._enrolled if member is None else self._completed
        self._stage.book(work, done, self._no)

    def _enrolled(self, done: Enrolled) -> None:
        who = done.who
        phone_typed = bool(who.member.phone) and self._stage.now.entry == who.member.phone
        if phone_typed:
            self._stage.update(entry="")
        self._took(who)
        if done.brought:
            self._say_of_friend(done)
            return
        more = (Way("enrol", "F4", "way-add-details"),) if nobody(who.member) else ()
        self._stage.tell(Mood.OK, "enrolled", *more, card=masked_card(who.card))

    def _completed(self, done: Enrolled) -> None:
        self._took(done.who)
        if done.brought:
            self._say_of_friend(done)

    def _say_of_friend(self, done: Enrolled) -> None:
        no = done.joined.against
        if no is None:
            self._stage.tell(Mood.OK, "referral-noted")
        else:
            facts = {name: value for name, value in no.facts.items() if name != "why"}
            self._stage.tell(Mood.ATTENTION, "referral-against", why=no.code, **facts)

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
                    sheet=replace(sheet, similar=member_rows(found, self._stage)),
                    rows=found.members,
                )

        self._stage.ask(lambda: find(shop, phone, SHOWN), found)


def member_rows(found: Found, stage: Stage) -> tuple[MemberRow, ...]:
    """Members under their numbers, as a list shows them."""
    shop, line = stage.shop, stage.now.line
    return tuple(
        MemberRow(
            number,
            who.member.name,
            masked_phone(who.member.phone),
            masked_card(who.card),
            who.account.balance,
            here_view(who.usable, 0, line, shop.today, shop.clock.zone) if who.usable else None,
        )
        for number, who in enumerate(found.members, start=1)
    )
