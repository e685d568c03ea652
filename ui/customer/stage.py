"""What all deeds at the kiosk share: the state, the visit, the ledger's worker, and the clock that
clears everything. A new visit takes the place of the old one when somebody leaves or nobody has
touched anything for half a minute; answers that come later find another visit and are dropped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypeVar

from loyalty.errors import LoyaltyError
from pos.nightly import nightly
from pos.trouble import TroubleError
from ui.counter.notice import Mood, Notice
from ui.counter.stage import Work
from ui.customer.hands import KioskHands
from ui.customer.state import Fate, KioskState, Page
from ui.customer.visit import Visit

T = TypeVar("T")
LOCK_S: Final = 30
WARN_S: Final = 10
THANKS_S: Final = 4
STUCK_S: Final = 90  # an answer that does not come must not keep somebody's name on the screen
SAID_S: Final = 10  # a sentence beside the greeting
TICK_MS: Final = 1_000
MOST_WAITING: Final = 20  # scans that arrive while the ledger is answering


class KioskStage:
    """The state and the means to change it. Every change is drawn."""

    def __init__(self, hands: KioskHands) -> None:
        self.hands, self.shop = hands, hands.shop
        settings = hands.shop.settings
        self._rest = KioskState(
            page=Page.IDLE,
            shop=settings.shop,
            currency=settings.currency,
            colour=settings.customer_colour,
            camera=settings.camera not in ("", "off", "none"),
        )
        self.state = self._rest
        self.visit = Visit(settings.language)
        self._waiting: deque[Callable[[], None]] = deque()
        self._quiet_s = self._busy_s = 0
        self._ticking = self._over = False
        self._night: date | None = None

    def start(self) -> None:
        """The books are open."""
        self._show(self._rest)
        self._be_of_today()

    def end(self) -> None:
        """The window is closing: nothing is wished, asked or drawn any more."""
        self._over = True
        self._waiting.clear()

    # --- the state ------------------------------------------------------------------------------

    def update(self, **changes: Any) -> None:
        """Change the state and draw it."""
        self._show(replace(self.state, **changes))

    def tell(self, mood: Mood, code: str, **facts: object) -> None:
        """Say a sentence, with its sign for the ear."""
        self.sign(mood)
        self.update(notice=Notice(mood, code, tuple(facts.items())))

    def refuse(self, no: LoyaltyError) -> None:
        """Say a rule's no."""
        self.tell(Mood.REFUSED, no.code, **no.facts)

    def sign(self, mood: Mood) -> None:
        """Sound a sign."""
        if not self._over and mood is not Mood.QUIET:
            self.hands.signs.play(mood.value)

    def speak(self, code: str) -> None:
        """Another language, until the guest leaves."""
        self.visit.language = code
        self.hands.speak(code)
        self.update()

    def forget(self, page: Page = Page.IDLE, *, keep_language: bool = False) -> None:
        """Everything of whoever stood here goes; what of it is under way ends unseen."""
        spoken = self.visit.language
        self.visit = Visit(spoken if keep_language else self.shop.settings.language)
        self._waiting.clear()
        self._quiet_s = self._busy_s = 0
        if spoken != self.visit.language:
            self.hands.speak(self.visit.language)
        self._show(replace(self._rest, page=page))
        self._be_of_today()

    def give_up(self) -> None:
        """Something went wrong that nobody foresaw: begin anew, and say whom to ask."""
        if not self._over:
            self.forget()
            self.tell(Mood.REFUSED, "kiosk-not-now")

    # --- asking ---------------------------------------------------------------------------------

    def wish(self, act: Callable[[], None]) -> None:
        """Do what was wished: now, or when the ledger has answered."""
        if self._over:
            return
        if not self.state.busy:
            act()
        elif len(self._waiting) < MOST_WAITING:
            self._waiting.append(act)

    def ask(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        refused: Callable[[LoyaltyError], object] | None = None,
        troubled: Callable[[TroubleError], object] | None = None,
        worker: Work | None = None,
    ) -> None:
        """Ask the ledger, or another worker; the answer counts while the same guest is here."""
        visit = self.visit
        self.update(busy=True)

        def answered(answer: T) -> None:
            if self._begin_answer(visit):
                done(answer)
                self._go_on()

        def failed(error: Exception) -> None:
            if self._begin_answer(visit):
                if isinstance(error, LoyaltyError):
                    (refused or self.refuse)(error)
                elif isinstance(error, TroubleError) and troubled is not None:
                    troubled(error)
                else:
                    self.tell(Mood.REFUSED, "kiosk-not-now")
                self._go_on()
            if not isinstance(error, (LoyaltyError, TroubleError)):
                raise error  # our bug: the crash net's business

        (worker or self.hands.ledger).submit(work, answered, failed)

    def _begin_answer(self, visit: Visit) -> bool:
        if self._over or visit is not self.visit:
            return False
        self._busy_s = 0
        self.state = replace(self.state, busy=False)
        return True

    def _go_on(self) -> None:
        if not self.state.busy:
            self._show(self.state)  # the answer is in, even where nothing else has changed
        while self._waiting and not self.state.busy:
            self._waiting.popleft()()

    def _be_of_today(self) -> None:
        """Points that ended are closed once a day: at a kiosk nobody signs in."""
        today, shop = self.shop.today, self.shop
        if self._over or today == self._night:
            return
        self._night = today
        self.hands.ledger.submit(lambda: nightly(shop), _nothing, _unless_ours)

    # --- the clock ------------------------------------------------------------------------------

    def touched(self) -> None:
        """Somebody is there."""
        self._quiet_s = 0
        if self.state.left_s is not None:
            self.update(left_s=None)

    def _tick(self) -> None:
        self._ticking = False
        if self._over or self._at_rest():
            return
        if self.state.busy:
            self._busy_s += 1
        else:
            self._quiet_s += 1
        left = self._limit_s() - self._quiet_s
        if left <= 0 or self._busy_s >= STUCK_S:
            self._lock()
        elif left <= WARN_S and self.state.page not in (Page.THANKS, Page.IDLE):
            self.update(left_s=left)
        else:
            self._run_clock()

    def _limit_s(self) -> int:
        """How long the page may stand untouched."""
        if self.state.page is Page.THANKS:
            return THANKS_S
        return SAID_S if self.state.page is Page.IDLE and self.state.notice else LOCK_S

    def _lock(self) -> None:
        lost = any(row.fate is Fate.HELD for row in self.state.receipts)
        self.forget()
        if lost:
            self._show(replace(self._rest, notice=Notice(Mood.ATTENTION, "kiosk-lost")))

    def _at_rest(self) -> bool:
        """Nothing on the screen that would have to be cleared."""
        ours = self.visit.language == self.shop.settings.language
        said = self.state.notice is not None or self.state.busy
        return self.state.page is Page.IDLE and ours and not said

    def _run_clock(self) -> None:
        if not (self._ticking or self._over or self._at_rest()):
            self._ticking = True
            self.hands.later(TICK_MS, self._tick)

    def _show(self, state: KioskState) -> None:
        if self._over:
            return
        self.state = state
        self.hands.draw(state)
        self._run_clock()


def _nothing(_answer: object) -> None:
    """Nobody waits for it."""


def _unless_ours(error: Exception) -> None:
    """A no is left to the next act to say; a bug of ours is not."""
    if not isinstance(error, (LoyaltyError, TroubleError)):
        raise error
