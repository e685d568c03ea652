"""Wishes of redeeming: offers by number, the best of them, points as money, vouchers scanned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from loyalty.errors import LoyaltyError
from loyalty.members.history import Scene
from loyalty.redemption.chosen import Chosen, Reason
from loyalty.redemption.paying import Payment
from loyalty.redemption.quote import quote
from loyalty.redemption.redeeming import tender_offer
from loyalty.redemption.voucher import Voucher
from pos.counter import look
from pos.ids import new_id
from ui.counter.fetching import Fetching
from ui.counter.notice import Mood, Notice
from ui.counter.offers import noticed, offers, page_of
from ui.counter.ringing import Ringing
from ui.counter.shortage import needed
from ui.counter.stage import Stage
from ui.counter.state import OfferKind, OfferView, Reach
from ui.counter.views import counter_state, looked_ahead, suggested, used_as_money

HOPELESS = frozenset(
    {
        "voucher-used",
        "voucher-withdrawn",
        "voucher-elsewhere",
        "voucher-expired",
        "voucher-not-yet",
        "voucher-personal",
    }
)
"""Reasons that no other goods and no card in the next minute would mend."""
ELSEWHERE = "points-elsewhere"
HANDED_OVER = frozenset({OfferKind.GIFT, OfferKind.SERVICE})

Short = Callable[[Chosen, int, Callable[[Chosen], bool]], None]
"""Opens the sheet of a shortage: what is wanted, the points it takes, what takes it."""


class Redeeming:
    """What is chosen of all that is on offer. Nothing is taken before the basket is booked."""

    def __init__(self, stage: Stage, ringing: Ringing, fetching: Fetching) -> None:
        self._stage = stage
        self._ringing = ringing
        self._fetching = fetching
        self.short: Short = _unasked
        self.handed: Callable[[], None] = _unhanded

    def offer(self, number: int) -> bool:
        """Take or put back an offer; True if what was taken is handed over without a purchase."""
        stage = self._stage
        if stage.now.program is None or not (stage.now.member or stage.now.presented):
            stage.tell(Mood.ATTENTION, "scan-card-first")
            return False
        ahead = looked_ahead(stage.now, stage.shop.today)
        if ahead is None:
            return False
        shown, _ = page_of(stage.now, ahead)
        found = next((each for each in shown if each.view.number == number), None)
        return found is not None and self._pressed(found.view, found.choice)

    def best(self) -> bool:
        """Take what is suggested; True if it is handed over without a purchase."""
        stage = self._stage
        ahead = looked_ahead(stage.now, stage.shop.today)
        best = suggested(stage.now, ahead) if ahead else None
        if ahead is None or best is None:
            stage.tell(Mood.ATTENTION, "nothing-to-redeem")
            return False
        if best.points:
            self.tender()
            return False
        found = next((each for each in offers(stage.now, ahead) if each.choice == best), None)
        return found is not None and self._pressed(found.view, best)

    def page(self) -> None:
        """The next nine offers."""
        if counter_state(self._stage.now, self._stage.shop.today).more_offers:
            self._stage.update(page=self._stage.now.page + 1)

    def tender(self, seen: bool = False) -> None:
        """Use points as money on this basket, or put them back. `seen`: the books as now."""
        stage = self._stage
        who = stage.now.member
        if who is None:
            stage.tell(Mood.ATTENTION, "scan-card-first")
            return
        others = tuple(choice for choice in stage.now.chosen if not choice.points)
        if len(others) != len(stage.now.chosen):
            stage.update(chosen=others, banner=None)
            return
        if stage.now.typed_line and not self._ringing.add_line():
            return
        offer = counter_state(stage.now, stage.shop.today).tender
        if offer is None or not offer.points:
            why = offer.why if offer else None
            if why and why.code == ELSEWHERE:
                wanted = _in_all(stage, 0)
                self._bring(Chosen(points=wanted), wanted)
            elif why and not seen and self._others_hold():
                self._read(lambda: self.tender(seen=True))
            elif why:
                stage.say(why)
            else:
                stage.tell(Mood.ATTENTION, "amount-first")
            return
        wanted = _in_all(stage, offer.points)
        if wanted > offer.points:
            self._bring(Chosen(points=wanted), wanted)
            return
        stage.update(chosen=(*others, used_as_money(who.account, stage.shop.today)), banner=None)

    def voucher(self, code: str) -> None:
        """A voucher was scanned: onto the basket or off it; with nobody there, what it is worth."""
        stage = self._stage
        now = stage.now
        choice = Chosen(voucher=code)
        if choice in now.chosen:
            chosen = tuple(each for each in now.chosen if each != choice)
            left = tuple(each for each in now.presented if each != code)
            stage.update(chosen=chosen, presented=left, banner=None)
            stage.tell(Mood.OK, "voucher-back")
            return
        self._lay(code)

    def drop_last(self) -> None:
        """Put back what was chosen last."""
        self._stage.update(chosen=self._stage.now.chosen[:-1])

    def put_back(self) -> bool:
        """Whether something chosen does not go with the basket any more; it goes back, and why."""
        stage = self._stage
        ahead = looked_ahead(stage.now, stage.shop.today)
        if ahead is None or not ahead.dropped:
            return False
        stage.update(chosen=ahead.chosen)
        stage.say(noticed(ahead.dropped[0][1]))
        return True

    def look_again(self) -> None:
        """Read the scene anew where it is not simply the member's: vouchers, or a hold of ours."""
        stage, now = self._stage, self._stage.now
        if not now.presented and now.sale_id is None and not now.advance:
            stage.update(scene=None)
            return
        self._read(_nothing)

    def held_elsewhere(self, no: LoyaltyError) -> None:
        """Another window was first with these points: what was chosen waits, and it is said."""
        self._read(lambda: self._stage.refuse(no))

    def _read(self, then: Callable[[], None]) -> None:
        """The scene as the books have it now, with what other windows hold."""
        stage, now = self._stage, self._stage.now
        shop, presented = stage.shop, now.presented
        who = now.member.member.id if now.member else None

        def seen(scene: Scene) -> None:
            stage.update(scene=scene)
            then()

        stage.ask(lambda: look(shop, who, presented, now.sale_id, now.advance), seen)

    def _pressed(self, view: OfferView, choice: Chosen) -> bool:
        stage = self._stage
        chosen = stage.now.chosen
        if view.reach in (Reach.CHOSEN, Reach.WAITING):
            stage.update(chosen=tuple(each for each in chosen if each != choice), banner=None)
        elif view.reach is Reach.READY:
            self._choose(choice)
            return view.kind in HANDED_OVER and not stage.now.lines and not stage.now.entry
        elif view.why is not None and view.why.code == ELSEWHERE:
            self._bring(choice, view.points)
        elif view.why is not None and view.why.code == "voucher-elsewhere":
            self.voucher(choice.voucher)
        elif view.why is not None and self._others_hold():
            self._read(lambda: self._let_go(choice))
        elif view.why is not None:
            stage.say(view.why)
        return False

    def _others_hold(self) -> bool:
        """Whether other windows held points of the member when the books were last read."""
        ahead = looked_ahead(self._stage.now, self._stage.shop.today)
        return ahead is not None and ahead.payment.held > 0

    def _let_go(self, choice: Chosen) -> None:
        """Another window held it when the books were last read: taken if it is free by now."""
        ahead = looked_ahead(self._stage.now, self._stage.shop.today)
        if self._taken(choice) or ahead is None:
            return
        why = next(
            (each.view.why for each in offers(self._stage.now, ahead) if each.choice == choice),
            None,
        )
        if why is not None:
            self._stage.say(why)

    def _bring(self, choice: Chosen, price: int) -> None:
        """What is short here is had from the other shops, if they can be asked; else a sheet."""
        stage = self._stage
        stage.update(banner=None)
        need = needed(stage, choice, price)

        def brought(_heard: bool) -> None:
            if not self._taken(choice):
                self.short(choice, need, self._taken)

        self._fetching.bring(need, brought)

    def _taken(self, choice: Chosen) -> bool:
        """Put it on the basket if it can be had by now."""
        stage = self._stage
        ahead = looked_ahead(stage.now, stage.shop.today)
        if ahead is None:
            return False
        if choice.points:
            if tender_offer(ahead.payment, choice.points).applied < choice.points:
                return False
            stage.update(chosen=(*stage.now.chosen, choice), banner=None)
            return True
        found = next((each for each in offers(stage.now, ahead) if each.choice == choice), None)
        if found is None or found.view.reach is not Reach.READY:
            return False
        self._choose(choice)
        if found.view.kind in HANDED_OVER and not stage.now.lines and not stage.now.entry:
            self.handed()
        return True

    def _choose(self, choice: Chosen) -> None:
        """Points as money come last: they pay what is left."""
        stage = self._stage
        before = stage.now.chosen
        plain = tuple(each for each in before if not each.points)
        money = tuple(each for each in before if each.points)
        sale_id = stage.now.sale_id or new_id(stage.shop.clock)
        stage.update(chosen=(*plain, choice, *money), sale_id=sale_id, banner=None)

    def _asked(self, code: str) -> None:
        """A voucher that another shop has: asked for, and laid down once more."""
        self._fetching.bring(0, lambda _heard: self._lay(code, asked=True), code)

    def _lay(self, code: str, asked: bool = False) -> None:
        """Look at what is laid on the counter, with this voucher."""
        stage, now = self._stage, self._stage.now
        shop, presented = stage.shop, tuple(dict.fromkeys((*now.presented, code)))
        who = now.member.member.id if now.member else None
        stage.ask(
            lambda: look(shop, who, presented, now.sale_id, now.advance),
            lambda scene: self._laid(code, scene, asked),
        )

    def _laid(self, code: str, scene: Scene, asked: bool = False) -> None:
        """The voucher as the books know it, on the basket as it is now."""
        stage, now = self._stage, self._stage.now
        voucher = scene.shop.vouchers.get(code)
        if voucher is None:
            stage.refuse(LoyaltyError("voucher-unknown", voucher=code))
            return
        if now.program is None:
            return
        found = quote(now.program, scene, now.basket(True)).vouchers
        why = next(offer.refused for offer in found if offer.voucher.code == code)
        if why is not None and why.code == "voucher-elsewhere" and not asked:
            self._asked(code)
            return
        if why is not None and why.code == "voucher-elsewhere" and self._fetching.gone == code:
            why = Reason("voucher-withdrawn")
        name = voucher.terms.name_in(now.settings.language)
        if why is not None and why.code in HOPELESS:
            facts = (("voucher", name), ("why", why.code), *why.facts)
            stage.say(Notice(Mood.REFUSED, "voucher-refused", facts))
            return
        if not (now.member or now.lines or now.typed_line):
            _tell_worth(self._stage, voucher, name)
            return
        presented = tuple(dict.fromkeys((*now.presented, code)))
        stage.update(scene=scene, presented=presented)
        self._choose(Chosen(voucher=code))
        if why is None:
            stage.tell(Mood.OK, "voucher-taken", voucher=name)
        else:
            facts = (("voucher", name), ("why", why.code), *why.facts)
            stage.say(Notice(Mood.ATTENTION, "voucher-waits", facts))


def _tell_worth(stage: Stage, voucher: Voucher, name: str) -> None:
    """What a voucher is worth, where nobody stands there and nothing is rung up."""
    until, least = voucher.last_day.isoformat(), voucher.terms.minimum_spend_minor
    if least:
        stage.tell(Mood.OK, "voucher-worth-from", voucher=name, until=until, minimum_minor=least)
    else:
        stage.tell(Mood.OK, "voucher-worth", voucher=name, until=until)


def _in_all(stage: Stage, here: int) -> int:
    """Points that would pay on this basket if all the member has could be used here; `here` where
    that is no more.
    """
    ahead = looked_ahead(stage.now, stage.shop.today)
    standing = ahead.payment.scene.standing if ahead else None
    if ahead is None or standing is None or standing.frozen or standing.elsewhere <= 0:
        return here
    payment = ahead.payment
    free = replace(standing, advance=standing.advance + standing.elsewhere, elsewhere=0)
    whole: Payment = replace(payment, scene=replace(payment.scene, standing=free))
    return max(here, tender_offer(whole, whole.spendable).applied)


def _unasked(_choice: Chosen, _need: int, _taken: Callable[[Chosen], bool]) -> None:
    """Before the counter is assembled."""


def _nothing() -> None:
    """There is nothing else to do."""


def _unhanded() -> None:
    """Before the counter is assembled."""
