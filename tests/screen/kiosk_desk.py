"""The kiosk without its window: wishes in, states out, on a real ledger, its clock by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from loyalty.members.member import Member
from pos.devices.ports import Scan
from pos.devices.scripted import RecordingPrinter
from pos.hand_codes import SECRET
from pos.settings import Settings
from pos.shop import Shop
from pos.slips import slip_of
from receipts.hand_code import hand_code
from tests.screen.desk import Silent
from tests.shop.house import CARD, SETTINGS, anna, open_at, sale
from ui.customer.hands import KioskHands
from ui.customer.presenter import KioskPresenter
from ui.customer.stage import TICK_MS
from ui.customer.state import Fate, KioskState, Page
from ui.jobs import InlineJobs

PHONE_TAIL = "5678"


class KioskDesk:
    """A kiosk on a shop of its own. `held` keeps the ledger's answers until `answer()`."""

    def __init__(
        self,
        folder: Path,
        *,
        settings: Settings = SETTINGS,
        held: bool = False,
        ledger: InlineJobs | None = None,
    ) -> None:
        self.shop: Shop = replace(open_at(folder), settings=settings)
        self.printer: RecordingPrinter | None = RecordingPrinter()
        self.ledger = ledger or InlineJobs(held=held)
        self.signs = Silent()
        self.states: list[KioskState] = []
        self.spoken: list[str] = []
        self.left = 0
        self._timers: list[tuple[int, Callable[[], None]]] = []
        hands = KioskHands(
            shop=self.shop,
            ledger=self.ledger,
            printing=InlineJobs(),
            asking=InlineJobs(),
            signs=self.signs,
            later=lambda ms, act: self._timers.append((ms, act)),
            draw=self.states.append,
            printer=lambda: self.printer,
            speak=self.spoken.append,
            leave=self._leave,
        )
        self.wish = KioskPresenter(hands)
        self.wish.start()
        self.ledger.deliver()

    @property
    def state(self) -> KioskState:
        """What is on the screen."""
        return self.states[-1]

    @property
    def said(self) -> str:
        """The code of what was said last, or nothing."""
        return self.state.notice.code if self.state.notice else ""

    def scan(self, text: str, data: bytes = b"") -> None:
        """Hold something up."""
        self.wish.scanned(Scan(text, "script", None, 0, data))

    def type(self, text: str) -> None:
        """Touch the pad."""
        for sign in text:
            self.wish.touched()
            self.wish.type_sign(sign)

    def pass_s(self, seconds: int) -> None:
        """Let seconds go by with nobody touching anything."""
        for _ in range(seconds):
            due, self._timers = self._timers, []
            for ms, act in due:
                assert ms == TICK_MS
                act()

    def close(self) -> None:
        """Let go of the books."""
        self.wish.end()
        self.shop.store.close()

    def _leave(self) -> None:
        self.left += 1


def url(shop: Shop, cents: int = 1250) -> str:
    """The square code on the slip of a sale without a card."""
    return slip_of(shop, sale(shop, None, cents).entry.key).claim_url


def hand(shop: Shop, cents: int = 1250) -> str:
    """What stands below that code, to be typed."""
    booked = sale(shop, None, cents)
    with shop.store.writing() as work:
        return hand_code(work.secret(SECRET), booked.entry.key, cents)


def fates(desk: KioskDesk) -> list[Fate]:
    """What became of each receipt."""
    return [row.fate for row in desk.state.receipts]


def bare(desk: KioskDesk) -> bool:
    """Nothing of anybody is on the screen."""
    state = desk.state
    rest = replace(state, page=Page.IDLE, notice=None, busy=False, left_s=None)
    return rest == desk.states[0]


def proven(desk: KioskDesk, cents: int = 10_000) -> Member:
    """A member with points who has shown the card and typed the right digits."""
    member = anna(desk.shop)
    sale(desk.shop, member, cents)
    desk.scan(CARD)
    desk.wish.open_points()
    desk.type(PHONE_TAIL)
    return member
