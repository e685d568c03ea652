"""Wishes of operators: signing in by PIN or badge, signing out, the shift and its closing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from loyalty.errors import LoyaltyError
from pos.glance import Glance, glance
from pos.nightly import nightly, resegment
from pos.shift import Closing, Shift, close, current, figures
from pos.shop import Shop
from pos.staff import (
    Operator,
    chooses_pin,
    demo_pin,
    operators,
    sign_in,
    sign_in_badge,
    wait_seconds,
)
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import OperatorRow, ShiftSheet, SignInSheet
from ui.counter.stage import Stage
from ui.counter.writing import Writing

LONGEST_PIN = 8
LOOK_MS = 60_000
SEGMENT_PAGES = 3  # a look may not keep the till waiting; a large shop is through in minutes
Begun = tuple[Operator, Shift, Glance]


class Staffing:
    """Who works the counter."""

    def __init__(self, stage: Stage, writing: Writing, count: Callable[[], None]) -> None:
        self._stage = stage
        self._count = count  # what waits for whoever signed in
        self._writing = writing
        self._known: tuple[Operator, ...] = ()
        self._pin = ""

    def welcome(self) -> None:
        """Show who may sign in; expire what is due meanwhile, so that no card shows old points."""
        shop = self._stage.shop

        def read() -> tuple[tuple[Operator, ...], str]:
            nightly(shop)
            return operators(shop), demo_pin(shop)

        self._stage.ask(read, self._listed)

    def watch(self) -> None:
        """Once a minute: is it another day, another program, has another window booked?"""
        self._stage.later(LOOK_MS, self._look)

    def chosen(self, number: int) -> None:
        """An operator picked themselves."""
        sheet = self._stage.now.sheet
        if not isinstance(sheet, SignInSheet) or not 0 < number <= len(self._known):
            return
        self._pin = ""
        operator, shop = self._known[number - 1], self._stage.shop
        picked = replace(sheet, chosen=number, pin_length=0, notice=None)

        def waiting(answer: tuple[int, bool]) -> None:
            seconds, first = answer
            words = Notice(Mood.ATTENTION, "pin-chosen-now", (("operator", operator.name),))
            self._wait(replace(picked, notice=words if first else None), seconds)

        self._stage.ask(
            lambda: (wait_seconds(shop, operator.id), chooses_pin(shop, operator.id)), waiting
        )

    def typed(self, text: str) -> None:
        """A digit picks an operator, then types the PIN."""
        sheet = self._stage.now.sheet
        if not isinstance(sheet, SignInSheet):
            return
        if not sheet.chosen:
            if text.isdigit():
                self.chosen(int(text[0]))
            return
        self._pin = (self._pin + "".join(c for c in text if c.isdigit()))[:LONGEST_PIN]
        self._stage.update(sheet=replace(sheet, pin_length=len(self._pin), notice=None))

    def backspace(self) -> None:
        """Take a digit back; with none left, the operator."""
        sheet = self._stage.now.sheet
        if isinstance(sheet, SignInSheet):
            chosen = sheet.chosen if self._pin else 0
            self._pin = self._pin[:-1]
            self._stage.update(
                sheet=replace(sheet, chosen=chosen, pin_length=len(self._pin), notice=None)
            )

    def enter(self) -> None:
        """Sign in with what was typed."""
        sheet = self._stage.now.sheet
        if not isinstance(sheet, SignInSheet) or not sheet.chosen or not self._pin:
            return
        operator, pin, shop = self._known[sheet.chosen - 1].id, self._pin, self._stage.shop
        self._pin = ""
        self._stage.ask(lambda: _begin(shop, sign_in(shop, operator, pin)), self._begun, self._no)

    def badge(self, code: str) -> None:
        """Sign in, or take over, by badge."""
        shop = self._stage.shop
        self._stage.ask(lambda: _begin(shop, sign_in_badge(shop, code)), self._begun)

    def sign_out(self) -> None:
        """Back to the sign-in; what is rung up stays until somebody signs in again."""
        if self._stage.now.done is not None:
            self._stage.next_customer()
        self._stage.update(operator=None, sheet=None, returning=None, waiting=0)
        self._stage.tell(Mood.QUIET, "signed-out")
        self.welcome()

    def shift(self) -> None:
        """The open shift in figures."""
        shift, shop = self._stage.now.shift, self._stage.shop
        if shift is not None:
            self._stage.ask(lambda: figures(shop, shift.id), self._figures)

    def close_shift(self) -> None:
        """Close the shift, print its closing, sign out."""
        shift, operator = self._stage.now.shift, self._stage.now.operator
        shop = self._stage.shop
        if shift is None or operator is None:
            return
        if self._stage.now.under_way:
            self._stage.tell(Mood.ATTENTION, "finish-first")
            return
        self._stage.ask(lambda: close(shop, shift.id, operator.id), self._closed)

    def _listed(self, answer: tuple[tuple[Operator, ...], str]) -> None:
        known, pin = answer
        self._known = known
        rows = tuple(
            OperatorRow(number, operator.name, operator.role)
            for number, operator in enumerate(known[:9], start=1)
        )
        hint = Notice(Mood.QUIET, "demo-pin", (("pin", pin),)) if pin else None
        self._stage.update(sheet=SignInSheet(rows, notice=hint))
        if len(rows) == 1:
            self.chosen(1)

    def _wait(self, sheet: SignInSheet, seconds: int) -> None:
        """Show a sheet that takes no PIN for so long, and takes one again afterwards."""
        self._stage.update(sheet=replace(sheet, wait_s=seconds))
        if not seconds:
            return

        def over() -> None:
            now = self._stage.now.sheet
            if isinstance(now, SignInSheet) and now.chosen == sheet.chosen:
                self._stage.update(sheet=replace(now, wait_s=0, notice=None))

        self._stage.later(seconds * 1000, over)

    def _look(self) -> None:
        stage, shop, seen = self._stage, self._stage.shop, self._stage.now.glance
        if stage.over:
            return
        stage.later(LOOK_MS, self._look)
        if stage.now.operator is None:
            return

        def read() -> Glance:
            if shop.today != seen.day:
                nightly(shop)
            resegment(shop, SEGMENT_PAGES)
            return glance(shop)

        stage.aside(read, lambda fresh: stage.update(glance=fresh))
        self._count()

    def _begun(self, answer: Begun) -> None:
        operator, shift, seen = answer
        self._stage.update(operator=operator, shift=shift, glance=seen, sheet=None, banner=None)
        self._stage.sign(Mood.OK)
        self._count()

    def _no(self, no: LoyaltyError) -> None:
        sheet = self._stage.now.sheet
        if not isinstance(sheet, SignInSheet):
            return
        seconds = no.facts.get("seconds")
        wait = seconds if isinstance(seconds, int) else 0
        notice = Notice(Mood.REFUSED, no.code, tuple(no.facts.items()))
        self._wait(replace(sheet, pin_length=0, notice=notice), wait)
        self._stage.sign(Mood.REFUSED)

    def _figures(self, closing: Closing) -> None:
        self._stage.update(sheet=shift_sheet(closing), banner=None)

    def _closed(self, closing: Closing) -> None:
        self._writing.print_closing(closing)
        self._writing.keep_copy()
        self._stage.now = self._stage.now.cleared()
        self._stage.update(operator=None, shift=None)
        self._stage.tell(Mood.OK, "shift-closed", sales=closing.totals.sales)
        self.welcome()


def shift_sheet(closing: Closing) -> ShiftSheet:
    """A shift's figures as the sheet shows them."""
    totals = closing.totals
    return ShiftSheet(
        operator=closing.operator,
        opened_at=closing.opened_at,
        closed_at=closing.closed_at,
        sales=totals.sales,
        with_card=totals.with_card,
        total_minor=totals.total_minor,
        due_minor=totals.due_minor,
        earned=totals.earned,
        redeemed=totals.redeemed,
        clawed=totals.clawed,
        restored=totals.restored,
        expired=totals.expired,
        returns=totals.returns,
        refund_minor=totals.refund_minor,
        voids=totals.voids,
        enrolments=totals.enrolments,
        head=closing.head[-8:],
    )


def _begin(shop: Shop, operator: Operator) -> Begun:
    return operator, current(shop, operator.id), glance(shop)
