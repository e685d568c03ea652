"""Consent, the questions when somebody leaves, and the pages that only say something."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from loyalty.members.answer import INDEX, SCALES, Question
from ui.customer.brand import BrandPanel
from ui.customer.fitting import FitLabel
from ui.customer.keys import KioskKey
from ui.customer.page import KioskPage, Words
from ui.customer.scale import Scale
from ui.customer.state import KioskState, Page
from ui.theme.look import mm


class AgreePage(KioskPage):
    """What is kept of a member and what for; a yes, and a second one of its own for offers."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words(6)
        self._offers = KioskKey(role="key")
        self._offers.setCheckable(True)
        self._yes = KioskKey(icon="ok", kind="main", role="title")
        self._offers.clicked.connect(lambda: self.wish("toggle_offers"))
        self._yes.clicked.connect(lambda: self.wish("go_on"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._words, 1)
        self._column.addWidget(self._offers)
        self._column.addWidget(self._yes)
        self.set_air()

    def write(self, view: Any) -> None:
        state: KioskState = view
        self._words.say(
            self.tr("Become a member of %1").replace("%1", state.shop),
            self.tr(
                "We keep your phone number, your name and your purchases here to count your "
                "points, for as long as you are a member. You can see, correct or erase all of it "
                "at the counter at any time."
            ),
        )
        self._offers.setChecked(state.offers)
        self._offers.set_icon_name("ok" if state.offers else "add")
        self._offers.setText(
            self.tr("Yes, you may also send me offers")
            if state.offers
            else self.tr("You may also send me offers (if you like)")
        )
        self._yes.setText(self.tr("I agree, make me a member"))
        self._yes.setEnabled(not state.busy)

    def set_air(self) -> None:
        self._column.setSpacing(mm(3))


class QuestionPage(KioskPage):
    """One question and its scale; whoever does not like to answer leaves it out."""

    def __init__(self) -> None:
        super().__init__()
        self._step = FitLabel("key", ink="muted")
        self._question = FitLabel("hero", lines=3)
        self._scale = Scale()
        self._skip = KioskKey(role="title")
        self._scale.scored.connect(lambda score: self.wish("score", score))
        self._skip.clicked.connect(lambda: self.wish("skip"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._step)
        self._column.addWidget(self._question, 2)
        self._column.addWidget(self._scale)
        self._column.addStretch(1)
        self._column.addWidget(self._skip)
        self.set_air()

    def write(self, view: Any) -> None:
        state: KioskState = view
        question = state.question or Question.NPS
        ends = (self.tr("Not at all likely"), self.tr("Extremely likely"))
        self._scale.show_scale(SCALES[question], ends)
        self._question.setText(self._asked(question, state.shop))
        step = self.tr("Question %1 of %2").replace("%1", str(state.step))
        self._step.setText(step.replace("%2", str(len(INDEX))) if state.step else "")
        self._skip.setText(self.tr("No answer"))

    def set_air(self) -> None:
        self._column.setSpacing(mm(3))

    def _asked(self, question: Question, shop: str) -> str:
        if question is Question.AGAIN:
            return self.tr("How likely are you to buy at %1 again?").replace("%1", shop)
        if question is Question.OTHERS:
            return self.tr("How likely are you to try other things we sell?")
        if question is Question.RECOMMEND:
            return self.tr("How likely are you to recommend us to others?")
        asked = self.tr("How likely is it that you would recommend %1 to a friend or colleague?")
        return asked.replace("%1", shop)


class SaidPage(KioskPage):
    """Starting, and thanks: a sentence on the shop's colour."""

    def __init__(self) -> None:
        super().__init__()
        self._brand = BrandPanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._brand)

    def write(self, view: Any) -> None:
        state: KioskState = view
        thanks = state.page is Page.THANKS
        self._brand.show_words(
            self.tr("Thank you, and see you soon!") if thanks else self.tr("One moment"),
            state.shop,
            colour=state.colour,
            icons=("ok",) if thanks else ("clock",),
        )
