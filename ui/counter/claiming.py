"""Receipts that are brought: read, laid before the counter until their card is there, and credited
one after another. What is certain is credited at once; for the rest a sheet asks (`claim_deeds`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from loyalty.claims.known import Issuer
from loyalty.claims.receipt import Receipt
from loyalty.claims.refusing import OVERRULED
from loyalty.errors import LoyaltyError
from loyalty.members.history import Scene
from pos.acts import Act
from pos.claims import Credited, claim
from pos.counter import AtCounter, ReceiptCode
from pos.doubts import beside
from pos.hand_codes import present_typed
from pos.ids import new_id
from pos.issuers import issuers
from pos.presenting import Presented, present
from pos.shop import Shop
from ui.counter.booked import claim_done
from ui.counter.booking import scene_after
from ui.counter.brought import Brought, Lying, receipt_facts, receipt_view
from ui.counter.deeds import ActDesk, fact
from ui.counter.fetching import Fetching
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet, EnrolSheet, Field, ReturnSheet, Row
from ui.counter.stage import Stage
from ui.counter.state import Done

WAITS_MS = 60_000
MOST = 9
MOST_RECEIPTS = 9
ENROLLED_HERE = frozenset({"claim-issuer-unknown", "claim-device-unknown"})
"""Doubts that enrolling the merchant or its till would end."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A receipt in the books, and its member as the rules see them from then on."""

    credited: Credited
    after: Scene | None


def claimed(
    shop: Shop, act: Act, member: UUID, presented: Presented, approved: str | None = None
) -> Claimed:
    """Credit a receipt. `approved`: somebody looked, by id, or "" for the operator; None: nobody.

    Errors: those of `claim`.
    """
    overrule = approved is not None
    done = claim(shop, act, member, presented, overrule=overrule, approved=approved or "")
    return Claimed(done, scene_after(shop, member))


class Claiming:
    """Wishes about receipts. `took`: a member stands at the counter; `told`: shows what was done.

    `count`: how many wait for a decision may have changed.
    """

    def __init__(
        self,
        desk: ActDesk,
        fetching: Fetching,
        took: Callable[[AtCounter], None],
        told: Callable[[Done], None],
        count: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._stage: Stage = desk.stage
        self._fetching = fetching
        self._took = took
        self._told = told
        self._count = count
        self._laid = 0  # counts receipts, so that an old timer finds itself late
        self._after: Scene | None = None  # the member after the newest credit

    def member(self, who: AtCounter) -> None:
        """Somebody stands there, however they were found: what they brought is theirs."""
        self._took(who)
        self.go_on()

    def scanned(self, found: ReceiptCode) -> None:
        """The code of a receipt."""
        now = self._stage.now
        if now.entry and now.member is not None:  # an amount is being typed
            self._stage.tell(Mood.ATTENTION, "claim-finish-first")
        elif self.free():
            self.read(Brought(new_id(self._stage.shop.clock), found.scanned))

    def typed(self, text: str) -> None:
        """A receipt of ours by its number and four signs; what was typed stays if it is wrong."""
        if not self.free():
            return
        shop, brought = self._stage.shop, Brought(new_id(self._stage.shop.clock))

        def read() -> Brought:
            return _seen(shop, brought, present_typed(shop, text))

        def laid(seen: Brought) -> None:
            self._stage.update(entry="")
            self.lay(seen)

        self._stage.ask(read, laid)

    def enter(self) -> None:
        """Enter: what could not be credited is tried again; with nobody there, whose is it?"""
        if self._stage.now.member is None:
            self._stage.tell(Mood.ATTENTION, "claim-card-first")
        else:
            self.go_on()

    def read(self, brought: Brought) -> None:
        """Read its code; what the code does not say, a person is asked for."""
        shop = self._stage.shop

        def unread(no: LoyaltyError) -> None:
            if no.code == "claim-total-needed" and brought.total_minor is None:
                self._ask_total(brought)
            elif self._desk.sheet is not None:
                self._desk.refuse(no)
            else:
                self._stage.refuse(no)

        self._stage.ask(lambda: _read(shop, brought), self._read, unread)

    def lay(self, brought: Brought) -> None:
        """A receipt could be read: it is credited now, or lies here until its card is scanned."""
        stage, lying = self._stage, self._stage.now.lying
        if any(brought.key == each.key for each in lying.waiting):
            self._desk.tell(Mood.ATTENTION, "claim-twice")
            return
        if len(lying.waiting) >= MOST_RECEIPTS:
            self._desk.tell(Mood.ATTENTION, "claim-too-many", most=MOST_RECEIPTS)
            return
        now = replace(lying, waiting=(*lying.waiting, brought), asked=None)
        if self._doubted:
            stage.update(lying=now)  # it comes after the one that is being looked at
            stage.sign(Mood.OK)
            return
        stage.update(lying=now, sheet=None, banner=None)
        if stage.now.member is None:
            stage.sign(Mood.OK)
            self._wait()
        else:
            self.go_on()

    def go_on(self) -> None:
        """Credit the next receipt; after the last one, show what was credited."""
        stage = self._stage
        now = stage.now
        if now.member is None or now.operator is None:
            return
        if not now.receipts:
            self._finish()
            return
        first, who, shop = now.receipts[0], now.member.member.id, stage.shop
        if first.presented is None:
            raise AssertionError("only what could be read is laid")
        act = Act(first.act, now.operator.id, now.shift.id if now.shift else None)
        presented = first.presented
        credit = partial(claimed, shop, act, who, presented)
        book = partial(stage.book, credit, self.credited, self._not_credited)
        self._fetching.claimed(presented.receipt.source(), book)  # another shop may be first

    def credited(self, done: Claimed) -> None:
        """The first receipt is in the books."""
        lying = self._stage.now.lying
        first = lying.waiting[0].view
        if first is None:
            raise AssertionError("only what could be read is credited")
        booked = (*lying.credited, (done.credited, first))
        self._after = done.after
        self._stage.update(
            lying=replace(lying, waiting=lying.waiting[1:], credited=booked), sheet=None
        )
        self.go_on()

    def drop(self, said: Notice | None = None) -> None:
        """The first receipt is not credited, and `said` why; the others go on."""
        lying = self._stage.now.lying
        left = replace(lying, waiting=lying.waiting[1:], refused=said or lying.refused)
        self._stage.update(lying=left, sheet=None)
        self.go_on()

    def put_aside(self, code: str) -> None:
        """The first receipt waits for somebody to look."""
        self._count()
        self.drop(Notice(Mood.ATTENTION, code))

    def again(self, seen: Brought) -> None:
        """The first receipt was read once more, by what is known of its merchant now."""
        lying = self._stage.now.lying
        now = replace(lying, waiting=(seen, *lying.waiting[1:]), asked=None)
        self._stage.update(lying=now, sheet=None)
        self.go_on()

    def forget(self) -> None:
        """What a sheet asked for is not told: the receipt is as if it had not come."""
        self._stage.update(lying=replace(self._stage.now.lying, asked=None))

    def free(self) -> bool:
        """Whether a receipt may come now: not into a basket, and not onto what is being typed."""
        now = self._stage.now
        if now.rung or now.presented:
            self._stage.tell(Mood.ATTENTION, "claim-finish-first")
            return False
        if isinstance(now.sheet, EnrolSheet | ReturnSheet):
            self._stage.tell(Mood.ATTENTION, "finish-first")
            return False
        return True

    @property
    def _doubted(self) -> bool:
        sheet = self._desk.sheet
        return sheet is not None and sheet.kind in ("claim-doubt", "claim-enrol")

    def _read(self, answer: tuple[Brought, tuple[Issuer, ...]]) -> None:
        brought, known = answer
        if known:
            self._ask_issuer(brought, known)
        else:
            self.lay(brought)

    def _ask_total(self, brought: Brought) -> None:
        self._asked(brought)
        sheet = ActSheet("claim-total", self._who, fields=(Field("total", code=True),))
        self._desk.open(replace(sheet, facts=(fact("claim-no-total"),), touched=True))
        self._stage.sign(Mood.ATTENTION)

    def _ask_issuer(self, brought: Brought, known: tuple[Issuer, ...]) -> None:
        self._asked(brought)
        self._desk.open(replace(_whose(brought, known), who=self._who))
        self._stage.sign(Mood.ATTENTION)

    def _asked(self, brought: Brought) -> None:
        self._stage.update(lying=replace(self._stage.now.lying, asked=brought))

    @property
    def _who(self) -> str:
        member = self._stage.now.member
        return member.member.name if member else ""

    def _not_credited(self, no: LoyaltyError) -> None:
        if no.code not in OVERRULED:
            self.drop(Notice(Mood.REFUSED, no.code, tuple(no.facts.items())))
            return
        first, shop = self._stage.now.receipts[0], self._stage.shop
        number = str(no.facts.get("number", ""))

        def compared() -> Receipt | None:
            return beside(shop, first.presented.receipt, number) if first.presented else None

        self._stage.ask(compared, lambda earlier: self._ask_doubt(first, no, earlier, number))

    def _ask_doubt(
        self, first: Brought, no: LoyaltyError, earlier: Receipt | None, number: str
    ) -> None:
        """The reason leads; the receipt as it was read stands below, an earlier one beside it."""
        if first.view is None or first.presented is None:
            raise AssertionError("only what could be read is doubted")
        others = [
            Notice(Mood.ATTENTION, each.code, each.facts)
            for each in first.presented.looks
            if each.code != no.code
        ]
        facts = (_reason(no), *receipt_facts(first.view))
        if earlier is not None:
            shop = first.presented.issuer_name
            view = receipt_view(earlier, shop, self._stage.shop.clock.zone)
            facts = (*facts, *receipt_facts(view, number))
        codes = {no.code, *(each.code for each in first.presented.looks)}
        rows = (Row(1, "claim-enrol"),) if first.scanned and codes & ENROLLED_HERE else ()
        sheet = ActSheet("claim-doubt", self._who, subject=no.code, facts=facts, rows=rows)
        notice = others[0] if others and earlier is None else None
        self._desk.open(replace(sheet, notice=notice, touched=True))
        self._stage.sign(Mood.ATTENTION)

    def _finish(self) -> None:
        stage = self._stage
        lying, program = stage.now.lying, stage.now.program
        if lying.credited and program is not None:
            language = stage.now.settings.language
            self._told(claim_done(lying.credited, program, self._after, language))
        elif lying != Lying():
            stage.update(lying=Lying())
        if lying.refused is not None:
            stage.say(lying.refused)

    def _wait(self) -> None:
        """Nobody comes for it: after a minute it is gone from the screen, as if it never came."""
        self._laid += 1
        mine = self._laid

        def over() -> None:
            now = self._stage.now
            if mine != self._laid or now.member is not None or not now.receipts:
                return
            if now.sheet is not None or now.entry or now.blank:
                self._wait()  # somebody is being looked for, or enrolled
            else:
                self._stage.next_customer()

        self._stage.later(WAITS_MS, lambda: self._stage.wish(over))


def _whose(brought: Brought, known: tuple[Issuer, ...]) -> ActSheet:
    """The merchants that a receipt could be of, to choose from."""
    facts = (fact("claim-whose"), *receipt_facts(brought.view)[1:]) if brought.view else ()
    rows = tuple(
        Row(number, one.issuer, one.name) for number, one in enumerate(known[:MOST], start=1)
    )
    return ActSheet("claim-issuer", facts=facts, rows=rows, touched=True)


def _reason(no: LoyaltyError) -> Notice:
    """A doubt as the first line of its sheet."""
    if no.code == "claim-issuer-unknown" and not no.facts.get("issuer"):
        return Notice(Mood.ATTENTION, "claim-issuer-unnamed")
    return Notice(Mood.ATTENTION, no.code, tuple(no.facts.items()))


def _read(shop: Shop, brought: Brought) -> tuple[Brought, tuple[Issuer, ...]]:
    """The receipt, and where its code names no merchant those that it could be of."""
    presented = present(
        shop, brought.scanned, total_minor=brought.total_minor, issuer=brought.issuer
    )
    known: tuple[Issuer, ...] = ()
    if not presented.receipt.issuer:
        scheme = presented.receipt.scheme
        alike = (one for one in issuers(shop)[0] if one.active and one.scheme == scheme)
        known = tuple(sorted(alike, key=lambda one: one.name))
    return _seen(shop, brought, presented), known


def _seen(shop: Shop, brought: Brought, presented: Presented) -> Brought:
    view = receipt_view(presented.receipt, presented.issuer_name, shop.clock.zone)
    return replace(brought, presented=presented, view=view)


def seen_again(shop: Shop, brought: Brought, issuer: str) -> Brought:
    """The same receipt, read once more since its merchant was enrolled. Errors of `present`."""
    return _read(shop, replace(brought, issuer=issuer))[0]
