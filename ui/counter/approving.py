"""A second person approves on the open sheet; whoever stands at the till stays signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from loyalty.errors import LoyaltyError
from pos.approving import approve
from pos.rights import Right
from pos.staff import Operator, chooses_pin, operators, wait_seconds
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet, Approval, OperatorRow
from ui.counter.stage import Stage

LONGEST_PIN = 8
SHOWN = 9


class Approving:
    """The strip on an act sheet: badge, or name and PIN; then the act is tried again."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._known: tuple[Operator, ...] = ()
        self._pin = ""
        self._amount = 0
        self._then: Callable[[str], None] = _nothing

    @property
    def asked(self) -> Approval | None:
        """The strip that is open."""
        sheet = self._stage.now.sheet
        return sheet.approval if isinstance(sheet, ActSheet) else None

    def ask(self, no: LoyaltyError, then: Callable[[str], None]) -> None:
        """Open the strip for an `approval-needed`; `then` gets the id of who approved."""
        shop, me = self._stage.shop, self._stage.now.operator
        right, amount = no.facts.get("right"), no.facts.get("amount")
        self._then = then
        self._amount = amount if isinstance(amount, int) else 0

        def listed(known: tuple[Operator, ...]) -> None:
            others = [each for each in known if me is None or each.id != me.id]
            self._known, self._pin = tuple(others[:SHOWN]), ""
            rows = tuple(
                OperatorRow(number, each.name, each.role)
                for number, each in enumerate(self._known, start=1)
            )
            self._show(Approval(str(right), rows))
            self._stage.sign(Mood.ATTENTION)

        self._stage.ask(lambda: operators(shop), listed)

    def badge(self, code: str) -> None:
        """A badge was scanned."""
        self._approve(badge=code)

    def typed(self, text: str) -> None:
        """A digit picks who approves, then types their PIN."""
        asked = self.asked
        digits = "".join(char for char in text if char.isdigit())
        if asked is None or not digits:
            return
        if not asked.chosen:
            self.chosen(int(digits[0]))
        elif not asked.wait_s:
            self._pin = (self._pin + digits)[:LONGEST_PIN]
            self._show(replace(asked, pin_length=len(self._pin), notice=None))

    def chosen(self, number: int) -> None:
        """Who is going to type a PIN."""
        asked, shop = self.asked, self._stage.shop
        if asked is None or not 0 < number <= len(self._known):
            return
        self._pin = ""
        who = self._known[number - 1]
        picked = replace(asked, chosen=number, pin_length=0, notice=None)

        def waiting(answer: tuple[int, bool]) -> None:
            seconds, none_yet = answer
            facts = (("operator", who.name),)
            words = Notice(Mood.ATTENTION, "pin-none", facts) if none_yet else None
            self._wait(replace(picked, notice=words), seconds)

        self._stage.ask(lambda: (wait_seconds(shop, who.id), chooses_pin(shop, who.id)), waiting)

    def enter(self) -> None:
        """The PIN is typed."""
        asked = self.asked
        if asked is not None and asked.chosen and self._pin and not asked.wait_s:
            self._approve(operator=self._known[asked.chosen - 1].id, pin=self._pin)

    def backspace(self) -> None:
        """Take a digit back; with none left, whoever was chosen."""
        asked = self.asked
        if asked is not None:
            chosen = asked.chosen if self._pin else 0
            self._pin = self._pin[:-1]
            self._show(replace(asked, chosen=chosen, pin_length=len(self._pin), notice=None))

    def close(self) -> None:
        """Nobody approves: the sheet is as it was, with all that was typed."""
        self._pin, self._then = "", _nothing
        self._show(None)

    def _approve(self, badge: str = "", operator: str = "", pin: str = "") -> None:
        asked, me = self.asked, self._stage.now.operator
        if asked is None or me is None:
            return
        shop, amount, right = self._stage.shop, self._amount, Right(asked.right)
        self._pin = ""

        def work() -> Operator:
            return approve(shop, me.id, right, amount, badge=badge, operator=operator, pin=pin)

        def approved(second: Operator) -> None:
            then = self._then
            self.close()
            then(second.id)

        self._stage.ask(work, approved, self._no)

    def _no(self, no: LoyaltyError) -> None:
        asked = self.asked
        if asked is None:
            return
        seconds = no.facts.get("seconds")
        facts = {name: fact for name, fact in no.facts.items() if name != "right"}
        notice = Notice(Mood.REFUSED, no.code, tuple(facts.items()))
        wait = seconds if isinstance(seconds, int) else 0
        self._wait(replace(asked, pin_length=0, notice=notice), wait)
        self._stage.sign(Mood.REFUSED)

    def _wait(self, asked: Approval, seconds: int) -> None:
        """Show a strip that takes no PIN for so long, and takes one again afterwards."""
        self._show(replace(asked, wait_s=seconds))
        if not seconds:
            return

        def over() -> None:
            now = self.asked
            if now is not None and now.chosen == asked.chosen:
                self._show(replace(now, wait_s=0, notice=None))

        self._stage.later(seconds * 1000, over)

    def _show(self, approval: Approval | None) -> None:
        sheet = self._stage.now.sheet
        if isinstance(sheet, ActSheet):
            self._stage.update(sheet=replace(sheet, approval=approval, notice=None))


def _nothing(_approved: str) -> None:
    """Nobody waits for an approval."""
