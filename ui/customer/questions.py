"""Leaving the kiosk: one question with one tap, three more for whoever likes, and thanks."""

from __future__ import annotations

from loyalty.members.answer import INDEX, Question
from pos.ids import new_id
from pos.surveys import answer, due
from ui.customer.stage import KioskStage
from ui.customer.state import Page


class Questions:
    """Asked of members only, when it is due; every question can be left out."""

    def __init__(self, stage: KioskStage) -> None:
        self._stage = stage

    def finish(self) -> None:
        """The guest is done."""
        stage = self._stage
        guest, shop = stage.visit.guest, stage.shop
        if guest is None or stage.state.page in (Page.QUESTION, Page.THANKS):
            stage.forget()
        elif not shop.settings.survey:
            self.thank()
        else:
            stage.ask(
                lambda: due(shop, guest.member, Question.NPS),
                lambda asks: self._show(Question.NPS, 0) if asks else self.thank(),
            )

    def score(self, score: int) -> None:
        """An answer to the question on the screen."""
        stage = self._stage
        shop, guest, question = stage.shop, stage.visit.guest, stage.state.question
        if stage.state.page is not Page.QUESTION or question is None or guest is None:
            return
        one, member = new_id(shop.clock), guest.member
        stage.ask(
            lambda: answer(shop, one, question, score, member),
            lambda _new: self._next(question),
            lambda _no: self._next(question),  # said a moment ago on another screen
        )

    def thank(self) -> None:
        """Nothing of the person stands beside the thanks."""
        self._stage.forget(Page.THANKS, keep_language=True)

    def _show(self, question: Question, step: int) -> None:
        """Beside a question stands nothing of what was there before."""
        self._stage.update(
            page=Page.QUESTION,
            question=question,
            step=step,
            notice=None,
            receipts=(),
            rewards=(),
            reward=None,
            points=None,
            pending=0,
        )

    def _next(self, question: Question) -> None:
        stage = self._stage
        shop, guest = stage.shop, stage.visit.guest
        if question is INDEX[-1] or guest is None:
            self.thank()
        elif question in INDEX:
            place = INDEX.index(question) + 1
            self._show(INDEX[place], place + 1)
        else:
            stage.ask(
                lambda: all(due(shop, guest.member, one) for one in INDEX),
                lambda asks: self._show(INDEX[0], 1) if asks else self.thank(),
            )
