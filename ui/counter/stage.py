"""What all wishes of the counter share: the session, the ledger's worker, signs and sentences.

A wish that arrives while the ledger is answering waits its turn, so that no key is ever lost or
taken out of order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from loyalty.errors import LoyaltyError
from pos.glance import Glance, glance
from pos.shop import Shop
from pos.trouble import TroubleError
from ui.counter.notice import Facts, Mood, Notice, Way
from ui.counter.session import Session
from ui.counter.state import CounterState
from ui.counter.views import counter_state

T = TypeVar("T")
MOST_WAITING = 200  # wishes; beyond it somebody leans on the keyboard


class Work(Protocol):
    """A worker (`ui.jobs.Work`)."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do `work` elsewhere, then call one of the two here."""


class Signs(Protocol):
    """Sounds (`ui.sounds.Signs`)."""

    def play(self, sign: str) -> None:
        """Play one of "ok", "attention", "refused"."""


Later = Callable[[int, Callable[[], None]], None]
"""Call something in so many milliseconds."""


class Stage:
    """The counter session and the means to change it. Every change is drawn."""

    def __init__(
        self,
        shop: Shop,
        ledger: Work,
        signs: Signs,
        later: Later,
        draw: Callable[[CounterState], None],
    ) -> None:
        self.shop = shop
        self.now = Session(shop.settings)
        self.later = later
        self.moment = 0  # counts changes of the customer, so that an old timer finds itself late
        self._ledger = ledger
        self._signs = signs
        self._draw = draw
        self._waiting: deque[Callable[[], None]] = deque()
        self.over = False  # the window is closing
        self.follow: Callable[[Session, CounterState], None] = _unfollowed

    def wish(self, act: Callable[[], None]) -> None:
        """Do what was wished: now, or when the ledger has answered."""
        if self.over:
            return
        if self.now.busy:
            if len(self._waiting) < MOST_WAITING:
                self._waiting.append(act)
            return
        act()

    def end(self) -> None:
        """The window is closing: nothing is wished, asked or drawn any more."""
        self.over = True
        self._waiting.clear()

    def update(self, **changes: Any) -> None:
        """Change the session and draw it, as of this minute."""
        if self.over:
            return
        self.now = replace(self.now, minute=self.shop.minute, **changes)
        state = counter_state(self.now, self.shop.today)
        self._draw(state)
        self.follow(self.now, state)

    def ask(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[LoyaltyError], None] | None = None,
        by: Work | None = None,
    ) -> None:
        """Ask the ledger; `done` with the answer, or the refusal said as a sentence.

        `by`: another worker, for what may take long; the keys wait for it all the same.
        """
        if self.over:
            return
        self.update(busy=True)

        def answered(answer: T) -> None:
            self.now = replace(self.now, busy=False)
            try:
                done(answer)
            finally:
                self._go_on()  # whatever went wrong with one, the other wishes are not lost

        def failed(error: Exception) -> None:
            self.now = replace(self.now, busy=False)
            if isinstance(error, LoyaltyError):
                (refused or self.refuse)(error)
            elif isinstance(error, TroubleError):
                self.say(Notice(Mood.REFUSED, error.code, tuple(error.facts.items())))
            else:
                self.update()
                self._go_on()
                raise error  # our bug: the crash sheet's business
            self._go_on()

        (by or self._ledger).submit(work, answered, failed)

    def book(
        self,
        act: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[LoyaltyError], None] | None = None,
    ) -> None:
        """Ask the ledger for an act that is booked; today's figures come back with it."""
        shop = self.shop

        def work() -> tuple[T, Glance | None]:
            answer = act()
            try:
                return answer, glance(shop)
            except TroubleError:
                return answer, None  # booked is booked: only the figures stay those of before

        def booked(answer: tuple[T, Glance | None]) -> None:
            if answer[1] is not None:
                self.now = replace(self.now, glance=answer[1])
            done(answer[0])

        self.ask(work, booked, refused)

    def aside(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Ask the ledger something nobody waits for; a no is left to the next act to say."""

        def failed(error: Exception) -> None:
            if not isinstance(error, (LoyaltyError, TroubleError)):
                raise error

        self._ledger.submit(work, done, failed)

    def refuse(self, no: LoyaltyError, *ways: Way) -> None:
        """Say a rule's no."""
        self.say(Notice(Mood.REFUSED, no.code, tuple(no.facts.items()), ways))

    def say(self, notice: Notice) -> None:
        """Show a sentence and sound its sign."""
        self.update(banner=notice)
        if notice.mood is not Mood.QUIET:
            self.sign(notice.mood)

    def tell(self, mood: Mood, code: str, *ways: Way, **facts: object) -> None:
        """Show a sentence by its code."""
        self.say(Notice(mood, code, _facts(facts), ways))

    def sign(self, mood: Mood) -> None:
        """Sound a sign without a sentence."""
        if not self.over:
            self._signs.play(mood.value)

    def next_customer(self) -> None:
        """Back to idle."""
        self.moment += 1
        self.now = self.now.cleared()
        self.update()

    def _go_on(self) -> None:
        while self._waiting and not self.now.busy:
            self._waiting.popleft()()


def _facts(facts: dict[str, object]) -> Facts:
    return tuple(facts.items())


def _unfollowed(_session: Session, _state: CounterState) -> None:
    """Before the counter is assembled nobody follows."""
