"""Follows the counter for the customer's screen: what was booked stands there a little longer than
at the till, with a code or one question; the next customer takes its place at once.

The counter never waits for any of it: it tells its state and goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.members.answer import Question
from pos.after_sale import AfterSale, after_sale
from pos.ids import new_id
from pos.settings import Settings
from pos.shop import Shop
from pos.surveys import answer
from pos.trouble import TroubleError
from ui.counter.stage import Later, Work
from ui.counter.state import CounterState
from ui.customer.view import CustomerView, Scene, customer_view

STANDS_MS: Final = 15_000
THANKED_MS: Final = 3_000


class Follower:
    """States in, views out; one answer to the question back.

    `draw` shows a view. Of sales without a card only one in `settings.survey_every` is asked.
    """

    def __init__(
        self, shop: Shop, ledger: Work, later: Later, draw: Callable[[CustomerView], None]
    ) -> None:
        self._shop, self._ledger, self._later, self._draw = shop, ledger, later, draw
        self._settings = shop.settings
        self._wanted = CustomerView()
        self.view = CustomerView()
        self._holds = False
        self._moment = 0
        self._asked: UUID | None = None
        self._without = 0

    def set_up(self, settings: Settings) -> None:
        """As the settings say from now on."""
        self._settings = settings

    def follow(self, state: CounterState) -> None:
        """The counter shows this now."""
        if state.busy:
            return  # an answer is under way: what it brings is the next state
        wanted = customer_view(state, self._settings)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if wanted.scene is Scene.DONE:
            if self.view.ended != wanted.ended:
                self._begin_done(wanted)
        elif wanted.scene is not Scene.IDLE or not self._holds:
            self._release()

    def score(self, score: int) -> None:
        """The question was answered, once."""
        if not self.view.asks:
            return
        shop, member, one = self._shop, self._asked, new_id(self._shop.clock)
        self._show(replace(self.view, asks=False, thanked=True))
        self._after(THANKED_MS)
        self._ledger.submit(
            lambda: answer(shop, one, Question.NPS, score, member), _nothing, _unless_ours
        )

    def end(self) -> None:
        """The window is closing."""
        self._moment += 1
        self._draw = _nothing

    def _begin_done(self, wanted: CustomerView) -> None:
        self._holds, self._asked = True, None
        self._show(wanted)
        self._after(STANDS_MS)
        moment, shop, number = self._moment, self._shop, wanted.ended.number if wanted.ended else ""
        self._ledger.submit(
            lambda: after_sale(shop, number),
            lambda known: self._known(known, moment),
            _unless_ours,
        )

    def _known(self, known: AfterSale, moment: int) -> None:
        if moment != self._moment:
            return
        self._asked = known.member
        asks = known.asks if known.member is not None else self._turn()
        self._show(replace(self.view, code=known.code, asks=asks))

    def _turn(self) -> bool:
        """Whether this sale without a card is the one in so many that is asked."""
        self._without += 1
        every = self._settings.survey_every if self._settings.survey else 0
        if not every or self._without < every:
            return False
        self._without = 0
        return True

    def _after(self, ms: int) -> None:
        self._moment += 1
        moment = self._moment
        self._later(ms, lambda: self._over(moment))

    def _over(self, moment: int) -> None:
        if moment == self._moment:
            self._release()

    def _release(self) -> None:
        """Show what the counter shows; after a sale that still stands there, the greeting."""
        self._moment += 1
        self._holds, self._asked = False, None
        done = self._wanted.scene is Scene.DONE
        bare = CustomerView(
            shop=self._wanted.shop, currency=self._wanted.currency, colour=self._wanted.colour
        )
        self._show(bare if done else self._wanted)

    def _show(self, view: CustomerView) -> None:
        self.view = view
        self._draw(view)


def _nothing(_anything: object) -> None:
    """Nobody waits for it."""


def _unless_ours(error: Exception) -> None:
    """A no of a rule or of the world costs the code or the answer, never the counter."""
    if not isinstance(error, (LoyaltyError, TroubleError)):
        raise error
