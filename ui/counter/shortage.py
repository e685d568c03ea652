"""More is wanted than can be used here now: what there is, and the ways on, as one sheet.

Only where nobody can be asked; the member has the points, and is never told otherwise.
"""

from __future__ import annotations

from collections.abc import Callable

from loyalty.errors import LoyaltyError
from loyalty.redemption.chosen import Chosen
from loyalty.redemption.redeeming import tender_offer
from pos.rights import Right, may
from ui.counter.approving import Approving
from ui.counter.deeds import ActDesk, Deed, fact
from ui.counter.fetching import Fetching
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet, Row
from ui.counter.stage import Stage
from ui.counter.views import looked_ahead

SHORT = "short"
USE, WITHOUT, ALLOW = "short-use", "short-without", "short-allow"


class ShortDeed(Deed):
    """The sheet of a shortage: use what is here, leave it, or give it at the shop's risk."""

    def __init__(self, desk: ActDesk, approving: Approving, fetching: Fetching) -> None:
        self._desk = desk
        self._approving = approving
        self._fetching = fetching
        self._choice = Chosen()
        self._taken: Callable[[Chosen], bool] = _nothing

    def open(self, choice: Chosen, need: int, taken: Callable[[Chosen], bool]) -> None:
        """`need` points are wanted for `choice`; `taken` puts it on the basket once it can be."""
        now = self._desk.stage.now
        if now.member is None or now.member.usable is None:
            return
        usable = now.member.usable
        self._choice, self._taken = choice, taken
        held = now.scene.standing.held if now.scene and now.scene.standing else 0
        here = max(0, usable.here - held)
        rows: list[tuple[str, int | None, bool]] = []
        fits = self._fits(here)
        if choice.points or fits:
            rows.append((USE, fits or here, fits > 0))
        rows.append((WITHOUT, None, True))
        risk = need - here
        if now.exchange is None and 0 < risk <= usable.advance:
            rows.append((ALLOW, need, True))
        code = "short-connected" if self._fetching.connected else "short-offline"
        first = Notice(Mood.ATTENTION, code, (("points", here), ("total", usable.total)))
        facts: tuple[Notice, ...] = (first,)
        if rows[-1][0] == ALLOW:
            facts = (*facts, fact("short-risk", points=need, risk=risk))
        self._desk.open(
            ActSheet(
                SHORT,
                now.member.member.name,
                subject=str(risk),
                facts=facts,
                rows=tuple(
                    Row(number, name, points=points, open=able)
                    for number, (name, points, able) in enumerate(rows, start=1)
                ),
            )
        )
        self._desk.stage.sign(Mood.ATTENTION)

    def enter(self, sheet: ActSheet) -> None:
        self.row(sheet, next(row for row in sheet.rows if row.open))

    def row(self, sheet: ActSheet, row: Row) -> None:
        stage = self._desk.stage
        if row.id == ALLOW:
            self._allow(int(sheet.subject))
            return
        stage.update(sheet=None)
        if row.id == USE:
            self._taken(Chosen(points=row.points or 0))

    def _allow(self, risk: int) -> None:
        stage = self._desk.stage
        shop, me = stage.shop, stage.now.operator

        def known(able: bool) -> None:
            if able:
                self._allowed(risk, "")
                return
            no = LoyaltyError("approval-needed", right=Right.ADVANCE.value, amount=risk)
            self._approving.ask(no, lambda second: self._allowed(risk, second))

        stage.ask(lambda: me is not None and may(shop, me.id, Right.ADVANCE, risk), known)

    def _allowed(self, risk: int, second: str) -> None:
        stage = self._desk.stage
        stage.update(sheet=None, advance=risk, allowed_by=second)

        def seen() -> None:
            self._taken(self._choice)

        self._fetching.look_again(seen)

    def _fits(self, points: int) -> int:
        """How many of so many points would pay on the basket as money: whole steps of the rule."""
        stage = self._desk.stage
        ahead = looked_ahead(stage.now, stage.shop.today)
        return tender_offer(ahead.payment, points).applied if ahead is not None else 0


def needed(stage: Stage, choice: Chosen, price: int) -> int:
    """Points that must be here so that `choice` fits beside what is chosen already."""
    ahead = looked_ahead(stage.now, stage.shop.today)
    used = sum(each.points for each in ahead.payment.used) if ahead else 0
    held = ahead.payment.held if ahead else 0
    return price + used + held if choice.reward else max(price, used) + held


def _nothing(_choice: Chosen) -> bool:
    """Nothing is wanted."""
    return False
