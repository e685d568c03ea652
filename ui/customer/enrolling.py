"""Becoming a member at the kiosk: a card or a phone number, a name if they like, and a yes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from loyalty.errors import LoyaltyError
from pos.ids import new_id
from pos.kiosk import Guest, Newcomer, join
from pos.phones import clean_phone
from ui.counter.notice import Mood, Notice
from ui.customer.hangul import composed
from ui.customer.stage import KioskStage
from ui.customer.state import Page


class Enrolling:
    """Phone, name, consent, one page each; `joined` welcomes whoever is a member then."""

    def __init__(self, stage: KioskStage, joined: Callable[[Guest], None]) -> None:
        self._stage, self._joined = stage, joined

    def begin(self, card: str = "") -> None:
        """Ask for a phone number; with a blank card it may be left out."""
        visit = self._stage.visit
        visit.newcomer, visit.typed = Newcomer(card=card), ""
        visit.act = new_id(self._stage.shop.clock)
        self._stage.update(
            page=Page.PHONE, entry="", has_card=bool(card), offers=False, notice=None
        )

    def phone(self) -> None:
        """The number as it was typed."""
        stage = self._stage
        text, country = stage.visit.typed, stage.shop.settings.country
        if not text and not stage.visit.newcomer.card:
            stage.tell(Mood.REFUSED, "kiosk-phone-missing")
            return
        stage.ask(lambda: clean_phone(text, country), self._phone_read)

    def name(self) -> None:
        """The name as it was typed, or none."""
        visit = self._stage.visit
        visit.newcomer = replace(visit.newcomer, name=composed(visit.typed).strip())
        visit.typed = ""
        self._stage.update(page=Page.AGREE, entry="", notice=None)

    def toggle(self) -> None:
        """Agree to be written to, or no more."""
        self._stage.update(offers=not self._stage.state.offers)

    def agree(self) -> None:
        """Enrol them."""
        stage = self._stage
        shop, visit, act = stage.shop, stage.visit, stage.visit.act
        if act is None:
            return
        told = replace(visit.newcomer, offers=stage.state.offers, language=visit.language)
        stage.ask(lambda: join(shop, act, told), self._done, self._refused)

    def _phone_read(self, phone: str) -> None:
        visit = self._stage.visit
        visit.newcomer, visit.typed = replace(visit.newcomer, phone=phone), ""
        self._stage.update(page=Page.NAME, entry="", notice=None)

    def _done(self, guest: Guest) -> None:
        """Nobody has to prove who they are for an account that they have just opened."""
        stage = self._stage
        visit = stage.visit
        visit.newcomer, visit.act, visit.proven = Newcomer(), None, True
        stage.update(has_card=False, offers=False)
        self._joined(guest)
        stage.update(notice=Notice(Mood.OK, "kiosk-joined"))

    def _refused(self, no: LoyaltyError) -> None:
        self._stage.update(page=Page.PHONE, entry="")
        self._stage.refuse(no)
