"""The kiosk's wishes, each to whoever carries it out. Without widgets and without SQL."""

from __future__ import annotations

from typing import Final

from pos.devices.ports import Scan
from pos.second_factor import DIGITS
from pos.trouble import TroubleError
from ui.counter.notice import Mood
from ui.counter.port import Line
from ui.customer.enrolling import Enrolling
from ui.customer.hands import KioskHands
from ui.customer.hangul import composed
from ui.customer.questions import Questions
from ui.customer.receiving import Receiving
from ui.customer.spending import Spending
from ui.customer.stage import KioskStage
from ui.customer.state import KioskState, Page
from ui.customer.visit import LONGEST_NAME, LONGEST_NUMBER, LONGEST_PHONE

_LONGEST: Final = {
    Page.PROVE: DIGITS,
    Page.NUMBER: LONGEST_NUMBER,
    Page.PHONE: LONGEST_PHONE,
    Page.NAME: LONGEST_NAME,
}
_BACK: Final = {
    Page.TAKE: Page.REWARDS,
    Page.VOUCHER: Page.REWARDS,
    Page.NAME: Page.PHONE,
    Page.AGREE: Page.NAME,
}


class KioskPresenter:
    """Wishes in, states out. While the ledger is answering, touches mean nothing (a second one on
    the same key is the rule, not a wish), and scans wait their turn.
    """

    def __init__(self, hands: KioskHands) -> None:
        self._stage = stage = KioskStage(hands)
        self._enrolling = Enrolling(stage, lambda guest: self._receiving.welcome(guest))
        self._receiving = Receiving(stage, self._enrolling.begin)
        self._spending, self._questions = Spending(stage), Questions(stage)

    @property
    def state(self) -> KioskState:
        """What is on the screen."""
        return self._stage.state

    def start(self) -> None:
        """The books are open."""
        self._stage.start()

    def end(self) -> None:
        """The window is closing."""
        self._stage.end()

    def line_is(self, line: Line) -> None:
        """There is a head office, and this is the way to it."""
        self._receiving.line = line

    def scanned(self, scan: Scan) -> None:
        """A card, a badge or a receipt was held up."""
        self.touched()
        self._stage.wish(lambda: self._receiving.look_at(scan))

    def trouble(self, error: TroubleError) -> None:
        """A device has something to say; about most of it a guest can do nothing."""
        if error.code == "scan-too-long":
            self._stage.tell(Mood.REFUSED, error.code)

    def give_up(self) -> None:
        """The program went wrong."""
        self._stage.give_up()

    def touched(self) -> None:
        """Somebody is there."""
        self._stage.touched()

    def speak(self, language: str) -> None:
        """Another language, until they leave."""
        self._stage.speak(language)

    def type_sign(self, sign: str) -> None:
        """A sign on the pad of the page."""
        stage = self._stage
        if self.state.busy or len(stage.visit.typed) >= _LONGEST.get(self.state.page, 0):
            return
        stage.visit.typed += sign
        self._entered()
        if self.state.page is Page.PROVE and len(stage.visit.typed) == DIGITS:
            self._spending.prove()

    def erase(self) -> None:
        """Take the last sign back."""
        if not self.state.busy:
            self._stage.visit.typed = self._stage.visit.typed[:-1]
            self._entered()

    def go_on(self) -> None:
        """The page's main key."""
        act = {
            Page.NUMBER: self._receiving.number,
            Page.PHONE: self._enrolling.phone,
            Page.NAME: self._enrolling.name,
            Page.AGREE: self._enrolling.agree,
            Page.TAKE: self._spending.take,
        }.get(self.state.page)
        if act is not None and not self.state.busy:
            act()

    def skip(self) -> None:
        """Leave out what is asked."""
        if self.state.busy:
            return
        self._stage.visit.typed = ""
        if self.state.page is Page.QUESTION:
            self._questions.thank()
        elif self.state.page in (Page.PHONE, Page.NAME):
            self.go_on()

    def go_back(self) -> None:
        """One page back; from the first one to the beginning."""
        if self.state.busy:
            return
        self._stage.visit.typed = ""
        page = _BACK.get(self.state.page)
        if page is None and not (self.state.known or self.state.receipts):
            self._stage.forget(keep_language=True)
        else:
            self._stage.update(page=page or Page.GUEST, entry="", notice=None)

    def finish(self) -> None:
        """The guest is done."""
        self._stage.wish(self._questions.finish)

    def open_points(self) -> None:
        """Points and rewards."""
        if not self.state.busy:
            self._spending.open()

    def open_number(self) -> None:
        """Type what cannot be scanned."""
        if not self.state.busy:
            self._stage.visit.typed = ""
            self._stage.update(page=Page.NUMBER, entry="", notice=None)

    def open_join(self) -> None:
        """Become a member."""
        if not self.state.busy and not self.state.known:
            self._enrolling.begin()

    def toggle_offers(self) -> None:
        """Agree to be written to, or no more."""
        if self.state.page is Page.AGREE and not self.state.busy:
            self._enrolling.toggle()

    def choose(self, reward: str) -> None:
        """A reward's key."""
        if not self.state.busy:
            self._spending.choose(reward)

    def turn_page(self, first: int) -> None:
        """Show the rewards from number `first` on."""
        if 0 <= first < len(self.state.rewards):
            self._stage.update(shown_from=first)

    def score(self, score: int) -> None:
        """An answer to the question on the screen."""
        if not self.state.busy:
            self._questions.score(score)

    def _entered(self) -> None:
        text = self._stage.visit.typed
        if self.state.page is Page.PROVE:
            text = "•" * len(text)
        elif self.state.page is Page.NAME:
            text = composed(text)
        self._stage.update(entry=text, notice=None)
