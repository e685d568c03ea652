"""Points at the kiosk: shown to whoever has proved who they are, and turned into vouchers."""

from __future__ import annotations

from loyalty.errors import LoyaltyError
from pos.acts import Act
from pos.claims import KIOSK
from pos.ids import new_id
from pos.kiosk_taking import Holdings, Taken, holdings, take
from pos.printing import print_voucher
from pos.second_factor import prove
from ui.counter.notice import Mood
from ui.customer.stage import KioskStage
from ui.customer.state import Page
from ui.customer.visit import reward_views

KIOSK_WORDS = {"points-elsewhere": "kiosk-elsewhere", "points-frozen": "kiosk-frozen"}
"""What is said in other words where nobody stands beside the guest."""


class Spending:
    """The second factor, the rewards, and the voucher on paper."""

    def __init__(self, stage: KioskStage) -> None:
        self._stage = stage

    def open(self) -> None:
        """Points and rewards, or the question who it is."""
        stage = self._stage
        guest = stage.visit.guest
        if guest is None:
            return
        if stage.visit.proven:
            self._look(Page.REWARDS)
        elif not guest.provable:
            stage.tell(Mood.ATTENTION, "factor-none")
        else:
            stage.visit.typed = ""
            stage.update(page=Page.PROVE, entry="", notice=None)

    def prove(self) -> None:
        """Compare the four digits that were typed."""
        stage = self._stage
        shop, guest, digits = stage.shop, stage.visit.guest, stage.visit.typed
        stage.visit.typed = ""
        if guest is not None:
            stage.ask(lambda: prove(shop, guest.member, digits), self._proved, self._not_proved)

    def choose(self, reward: str) -> None:
        """A reward's key: what it costs is said once more, for nothing can be undone here."""
        stage = self._stage
        chosen = next((one for one in stage.state.rewards if one.id == reward), None)
        if chosen is None or stage.state.page is not Page.REWARDS:
            return
        if chosen.why is not None:
            code = KIOSK_WORDS.get(chosen.why.code, chosen.why.code)
            stage.tell(chosen.why.mood, code, **dict(chosen.why.facts))
            return
        stage.visit.act = new_id(stage.shop.clock)
        stage.update(page=Page.TAKE, reward=chosen, notice=None)

    def take(self) -> None:
        """Take the reward that was chosen. A second touch is the same act."""
        stage = self._stage
        shop, visit, chosen = stage.shop, stage.visit, stage.state.reward
        guest = visit.guest
        if guest is None or chosen is None or visit.act is None or not visit.proven:
            return
        deed, member, reward = Act(visit.act, KIOSK), guest.member, chosen.id
        stage.ask(lambda: take(shop, deed, member, reward), self._taken)

    def _proved(self, _nothing: None) -> None:
        self._stage.visit.proven = True
        self._stage.sign(Mood.OK)
        self._look(Page.REWARDS)

    def _not_proved(self, no: LoyaltyError) -> None:
        locked = no.code != "factor-wrong"
        self._stage.update(entry="", page=Page.GUEST if locked else Page.PROVE)
        self._stage.refuse(no)

    def _look(self, page: Page) -> None:
        """Look up what there is and could be had, and show it on `page`."""
        stage = self._stage
        shop, guest, language = stage.shop, stage.visit.guest, stage.visit.language
        if guest is not None:
            stage.ask(
                lambda: holdings(shop, guest.member, language),
                lambda found: self._found(found, page),
            )

    def _found(self, found: Holdings, page: Page) -> None:
        self._stage.update(
            page=page,
            points=found.points,
            pending=found.pending,
            rewards=reward_views(found),
            shown_from=0,
            notice=None,
            entry="",
        )

    def _taken(self, taken: Taken) -> None:
        """The points are gone and the voucher is in the member's account; now onto paper."""
        stage = self._stage
        stage.update(points=taken.left)
        printer, shop = stage.hands.printer(), stage.shop
        code, language = taken.voucher.code, stage.visit.language
        if printer is None:
            self._handed_out(False)
            return
        stage.ask(
            lambda: print_voucher(shop, code, printer, language),
            lambda _nothing: self._handed_out(True),
            lambda _no: self._handed_out(False),
            lambda _trouble: self._handed_out(False),
            stage.hands.printing,
        )

    def _handed_out(self, printed: bool) -> None:
        stage = self._stage
        stage.sign(Mood.OK if printed else Mood.ATTENTION)
        stage.visit.act = None
        stage.update(page=Page.VOUCHER, printed=printed, notice=None)
        self._look(Page.VOUCHER)
