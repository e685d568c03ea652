"""Sheets about a receipt that was brought: what its code does not say, what is doubtful about it,
and whose it is, where nobody has enrolled the merchant yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from loyalty.errors import LoyaltyError
from loyalty.money import amount_from_text, currency
from pos.acts import Act
from pos.claims import claim
from pos.counter import AtCounter, Identified, ReceiptCode
from pos.issuers import enrol
from ui.counter.brought import Brought
from ui.counter.claiming import Claiming, claimed, seen_again
from ui.counter.deeds import ActDesk, Deed, fact
from ui.counter.notice import Mood
from ui.counter.sheets import ActSheet, Field, Row

SAID_BEFORE = frozenset({"claim-waiting", "claim-declined"})
"""Somebody has the receipt before them, or had: putting it there once more helps nobody."""


class AskedDeed(Deed):
    """Something is missing in the code of a receipt; meanwhile its member may come."""

    def __init__(self, desk: ActDesk, claiming: Claiming, took: Callable[[AtCounter], None]):
        self._desk = desk
        self._claiming = claiming
        self._took = took

    def scanned(self, sheet: ActSheet, found: Identified) -> bool:
        if not isinstance(found, AtCounter):
            return False
        self._took(found)
        self._desk.change(replace(sheet, who=found.member.name, notice=None))
        return True

    def closed(self, sheet: ActSheet) -> None:
        self._claiming.forget()

    @property
    def _asked(self) -> Brought | None:
        return self._desk.stage.now.lying.asked


class TotalDeed(AskedDeed):
    """The total, as it is printed."""

    def enter(self, sheet: ActSheet) -> None:
        money = currency(self._desk.stage.shop.settings.currency)
        try:
            total = amount_from_text(sheet.value("total").strip(), money)
        except LoyaltyError as no:
            self._desk.refuse(no)
            return
        if self._asked is not None:
            self._claiming.read(replace(self._asked, total_minor=total))


class IssuerDeed(AskedDeed):
    """Which of the merchants that are enrolled; Enter: none of them."""

    def row(self, sheet: ActSheet, row: Row) -> None:
        if self._asked is not None:
            self._claiming.read(replace(self._asked, issuer=row.id))

    def enter(self, sheet: ActSheet) -> None:
        if self._asked is not None:
            self._claiming.lay(self._asked)


class DoubtDeed(Deed):
    """A receipt that only a person may credit: Enter does, F8 lets somebody look later."""

    def __init__(self, desk: ActDesk, claiming: Claiming) -> None:
        self._desk = desk
        self._claiming = claiming

    def enter(self, sheet: ActSheet) -> None:
        now, shop = self._desk.stage.now, self._desk.stage.shop
        presented = now.receipts[0].presented if now.receipts else None
        if now.member is None or presented is None:
            return
        who = now.member.member.id
        self._desk.book(
            lambda act, approved: claimed(shop, act, who, presented, approved),
            self._claiming.credited,
        )

    def other(self, sheet: ActSheet) -> bool:
        now, shop = self._desk.stage.now, self._desk.stage.shop
        presented = now.receipts[0].presented if now.receipts else None
        if sheet.subject in SAID_BEFORE:
            self._desk.tell(Mood.ATTENTION, sheet.subject)
        elif now.member is not None and presented is not None:
            who = now.member.member.id
            self._desk.book(
                lambda act, _: claim(shop, act, who, presented, ask=True),
                lambda _: self._claiming.put_aside("claim-put-aside"),
            )
        return True

    def scanned(self, sheet: ActSheet, found: Identified) -> bool:
        """Another receipt comes after this one."""
        if isinstance(found, ReceiptCode):
            self._claiming.scanned(found)
        return isinstance(found, ReceiptCode)

    def row(self, sheet: ActSheet, row: Row) -> None:
        first = self._desk.stage.now.receipts[0].presented
        name = first.issuer_name if first else ""
        self._desk.open(
            ActSheet(
                "claim-enrol",
                facts=sheet.facts[1:5],
                fields=(Field("shop-name", name),),
                touched=True,
                behind=replace(sheet, notice=None),
            )
        )

    def closed(self, sheet: ActSheet) -> None:
        self._claiming.drop()


class EnrolDeed(Deed):
    """The merchant of the receipt at hand is enrolled by it; then the receipt is tried again.

    Where the key of its till is learned from two of its receipts, a second one is scanned.
    """

    def __init__(self, desk: ActDesk, claiming: Claiming) -> None:
        self._desk = desk
        self._claiming = claiming

    def enter(self, sheet: ActSheet) -> None:
        now, shop, name = self._desk.stage.now, self._desk.stage.shop, sheet.value("shop-name")
        if not now.receipts:
            return
        first, second = now.receipts[0], now.lying.asked
        codes = (first.scanned, second.scanned) if second else (first.scanned,)

        def work(act: Act, approved: str) -> Brought:
            known = enrol(shop, act.operator, name, codes, approved=approved, issuer=name)
            return seen_again(shop, first, known.issuer.issuer)

        self._desk.book(work, self._claiming.again)

    def scanned(self, sheet: ActSheet, found: Identified) -> bool:
        stage = self._desk.stage
        if not isinstance(found, ReceiptCode) or not stage.now.receipts:
            return False
        if found.scanned == stage.now.receipts[0].scanned:
            self._desk.tell(Mood.ATTENTION, "claim-twice")
            return True
        second = Brought(stage.now.receipts[0].act, found.scanned)
        stage.update(lying=replace(stage.now.lying, asked=second))
        rest = tuple(each for each in sheet.facts if each.code != "claim-second")
        self._desk.change(replace(sheet, facts=(*rest, fact("claim-second")), notice=None))
        stage.sign(Mood.OK)
        return True

    def closed(self, sheet: ActSheet) -> None:
        self._claiming.forget()
