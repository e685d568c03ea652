"""The member's sheet (F4 with a member at the counter), and what it leads to about the person:
profile, cards, vouchers, household, and two members who are one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from uuid import UUID

from loyalty.members.member import CardStatus, agreed
from pos.acts import Act
from pos.consents import consent
from pos.counter import AtCounter, at_counter
from pos.joining import AT_COUNTER
from pos.person import Person, person
from pos.profiles import Changes, edit_profile
from pos.settings import LANGUAGES
from pos.slips import masked_card, masked_phone
from ui.counter.birthdays import birthday_text, order_of, pattern_of, typed_text
from ui.counter.deeds import ActDesk, Deed, fact, member_of
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet, Field, Row

CONSENTS = ("email", "sms", "profiling")
_ROW_OF_CARD = {CardStatus.BLOCKED: "card-blocked-row", CardStatus.REPLACED: "card-replaced-row"}
MENU = ("profile", "cards", "vouchers", "household", "merge", "adjust", "stamps", "activities")
YES, NO = "yes", "no"


class Membership:
    """Reads a member anew and shows their sheet, or one behind which theirs stands."""

    def __init__(self, desk: ActDesk) -> None:
        self._desk = desk

    def open(self, member: UUID, notice: Notice | None = None) -> None:
        """The member's sheet; the member at the counter is as fresh as the sheet."""
        stage, shop = self._desk.stage, self._desk.stage.shop

        def read() -> tuple[Person, AtCounter]:
            return person(shop, member), at_counter(shop, member)

        def shown(answer: tuple[Person, AtCounter]) -> None:
            whole, who = answer
            before = stage.now.member
            if before is not None:
                stage.update(member=replace(who, card=before.card or who.card))
            sheet = member_sheet(whole, stage.now.settings.language)
            self._desk.open(replace(sheet, notice=notice))
            stage.sign(notice.mood if notice else Mood.OK)

        stage.ask(read, shown)

    def told(self, member: UUID, code: str, **facts: object) -> None:
        """The member's sheet, with what was just done."""
        self.open(member, Notice(Mood.OK, code, tuple(facts.items())))

    def show(self, sheet: ActSheet, make: Callable[[Person], ActSheet]) -> None:
        """A sheet made from the member that `sheet` is about, with `sheet` behind it."""
        shop, member = self._desk.stage.shop, member_of(sheet)

        def shown(whole: Person) -> None:
            behind = replace(sheet, notice=None)
            self._desk.open(replace(make(whole), subject=sheet.subject, behind=behind))

        self._desk.ask(lambda: person(shop, member), shown)


def member_sheet(whole: Person, language: str) -> ActSheet:
    """A member as their sheet shows them, and what can be done."""
    rows = tuple(Row(number, name) for number, name in enumerate(MENU, start=1))
    return ActSheet(
        "member",
        who=whole.member.name,
        subject=str(whole.member.id),
        facts=facts_of(whole, language),
        rows=rows,
        ready=False,
    )


def points_facts(whole: Person) -> tuple[Notice, ...]:
    """What they have; where there is a head office, here and in all with the time of that word."""
    found = whole.usable
    if found is None:
        return (fact("fact-points", points=whole.account.balance),)
    here = fact("fact-here", points=found.here)
    if whole.as_of is None:
        return here, fact("fact-total-unknown")
    return here, fact("fact-total", points=max(found.here, found.total), at=whole.as_of)


def facts_of(whole: Person, language: str) -> tuple[Notice, ...]:
    """What is known of a member, a line each."""
    member, account, tier = whole.member, whole.account, whole.tier
    facts = list(points_facts(whole))
    if account.pending_points:
        facts.append(fact("fact-pending", points=account.pending_points))
    if tier is not None and tier.tier is not None:
        facts.append(fact("fact-tier", tier=tier.tier.name_in(language)))
    stamped = [(rule, count) for rule, count in whole.stamps if count]
    for rule, count in stamped[:3]:
        name = rule.name_in(language)
        facts.append(fact("fact-stamps", card=name, stamps=count, needed=rule.needed))
    if whole.vouchers:
        facts.append(fact("fact-vouchers", count=len(whole.vouchers)))
    if member.phone:
        facts.append(fact("fact-phone", phone=masked_phone(member.phone)))
    if member.email:
        facts.append(fact("fact-email", email=member.email))
    if member.birthday:
        facts.append(fact("fact-birthday", birthday=str(member.birthday).removeprefix("--")))
    facts.append(fact("fact-joined", on=member.joined_on))
    if len(whole.household) > 1:
        facts.append(fact("fact-household", names=", ".join(m.name for m in whole.household)))
    if member.referral_code:
        facts.append(fact("fact-referral", friends=member.referral_code))
    return tuple(facts)


class MemberDeed(Deed):
    """The menu: each row leads to a sheet of its own."""

    def __init__(
        self, desk: ActDesk, members: Membership, others: Mapping[str, Callable[[ActSheet], None]]
    ) -> None:
        self._desk = desk
        self._members = members
        self.opens = {
            "profile": self._profile,
            "cards": self._cards,
            "vouchers": self._vouchers,
            "household": self._household,
            "merge": self._merge,
            **others,
        }

    def row(self, sheet: ActSheet, row: Row) -> None:
        self.opens[row.id](sheet)

    def _profile(self, sheet: ActSheet) -> None:
        self._members.show(sheet, self._profile_sheet)

    def _profile_sheet(self, whole: Person) -> ActSheet:
        settings = self._desk.stage.now.settings
        order = order_of(settings.language, settings.country)
        member, profile = whole.member, whole.profile
        kept = typed_text(str(member.birthday), order) if member.birthday else ""
        return ActSheet(
            "profile",
            who=member.name,
            fields=(
                Field("name", member.name),
                Field("phone", member.phone, code=True),
                Field("email", member.email, code=True),
                Field("birthday", kept, code=True, hint=pattern_of(order)),
                Field("language", member.language, choices=("", *LANGUAGES)),
                Field("address", " ".join(profile.address.split("\n"))),
                *(
                    Field(
                        f"consent-{what}",
                        YES if agreed(whole.consents, what) else NO,
                        choices=(YES, NO),
                    )
                    for what in CONSENTS
                ),
            ),
        )

    def _cards(self, sheet: ActSheet) -> None:
        self._members.show(sheet, _cards_sheet)

    def _vouchers(self, sheet: ActSheet) -> None:
        language = self._desk.stage.now.settings.language
        self._members.show(sheet, lambda whole: _vouchers_sheet(whole, language))

    def _household(self, sheet: ActSheet) -> None:
        self._members.show(sheet, _household_sheet)

    def _merge(self, sheet: ActSheet) -> None:
        behind = replace(sheet, notice=None)
        self._desk.open(
            ActSheet("merge", sheet.who, subject=sheet.subject, ready=False, behind=behind)
        )


def _cards_sheet(whole: Person) -> ActSheet:
    rows = tuple(
        Row(
            number,
            card.code,
            masked_card(card.code),
            (fact(_ROW_OF_CARD.get(card.status, "card-active")),),
        )
        for number, card in enumerate(whole.cards[:9], start=1)
    )
    return ActSheet("cards", whole.member.name, rows=rows, ready=False)


def _vouchers_sheet(whole: Person, language: str) -> ActSheet:
    rows = tuple(
        Row(
            number,
            voucher.code,
            voucher.terms.name_in(language),
            (fact("voucher-until", voucher=voucher.code, until=voucher.last_day),),
        )
        for number, voucher in enumerate(whole.vouchers[:9], start=1)
    )
    facts = () if rows else (fact("no-vouchers"),)
    return ActSheet("vouchers", whole.member.name, facts=facts, rows=rows, ready=False)


def _household_sheet(whole: Person) -> ActSheet:
    shared = whole.member.household is not None
    facts = tuple(fact("fact-shares", name=member.name) for member in whole.household)
    return ActSheet(
        "household-leave" if shared else "household",
        whole.member.name,
        facts=facts,
        ready=shared,
    )


class ProfileDeed(Deed):
    """Name, phone and what else a member tells; each consent that changed is noted as theirs."""

    def __init__(self, desk: ActDesk, members: Membership) -> None:
        self._desk = desk
        self._members = members

    def enter(self, sheet: ActSheet) -> None:
        shop, member = self._desk.stage.shop, member_of(sheet)
        settings = self._desk.stage.now.settings
        order = order_of(settings.language, settings.country)
        changes = Changes(
            name=sheet.value("name"),
            phone=sheet.value("phone"),
            email=sheet.value("email"),
            birthday=birthday_text(sheet.value("birthday"), order),
            language=sheet.value("language"),
            address=sheet.value("address"),
        )
        said = tuple((what, sheet.value(f"consent-{what}") == YES) for what in CONSENTS)

        def work(act: Act, _approved: str) -> None:
            edit_profile(shop, act, member, changes)
            known = person(shop, member).consents
            for what, given in said:
                if agreed(known, what) is not given:
                    consent(shop, member, what, given, AT_COUNTER)

        self._desk.book(work, lambda _: self._members.told(member, "profile-kept"))


class VouchersDeed(Deed):
    """The vouchers of a member; one that is chosen is printed again."""

    def __init__(self, desk: ActDesk, prints: Callable[[str], bool]) -> None:
        self._desk = desk
        self._print = prints

    def row(self, sheet: ActSheet, row: Row) -> None:
        if self._print(row.id):
            self._desk.tell(Mood.OK, "voucher-printing", voucher=row.text)
        else:
            self._desk.tell(Mood.ATTENTION, "printer-none")
