"""Every state of the kiosk as a value, with somebody in it whose name must not be seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from loyalty.members.answer import Question
from ui.counter.notice import Mood, Notice
from ui.customer.state import Fate, KioskState, Page, ReceiptView, RewardView

ALREADY: Final = Notice(
    Mood.REFUSED, "claim-already", (("on", "2026-11-20"), ("number", "1-812"), ("yours", True))
)
RECEIPTS: Final = (
    ReceiptView(Fate.CREDITED, "Café Regulars", 1250, "EUR", points=12),
    ReceiptView(Fate.LOOK, "", 4590, "EUR"),
    ReceiptView(Fate.REFUSED, "Padaria Central", 450, "EUR", why=ALREADY),
    ReceiptView(Fate.PENDING, "Café Regulars", 380, "EUR", points=3),
    ReceiptView(Fate.REFUSED, why=Notice(Mood.REFUSED, "receipt-unknown")),
)
GOLD: Final = Notice(Mood.ATTENTION, "reward-tier", (("tier", "Gold"),))
REWARDS: Final = (
    RewardView("drink", "Any drink", 40),
    RewardView("cake", "Cake of the day", 60),
    RewardView("off", "5 euros off", 90, 12, Notice(Mood.ATTENTION, "points-missing")),
    RewardView("gold", "Tasting evening", 50, why=GOLD),
    RewardView("beans", "Beans 250 g", 150, 72, Notice(Mood.ATTENTION, "points-missing")),
    RewardView("cup", "Cup with the shop's name", 70),
    RewardView("bag", "Bag", 75),
)
IDLE: Final = KioskState(Page.IDLE, "Café Regulars", "EUR")
GUEST: Final = replace(IDLE, page=Page.GUEST, known=True, called="Zoë")
PROVEN: Final = replace(GUEST, points=78, pending=12, rewards=REWARDS)
HELD: Final = replace(
    IDLE, page=Page.GUEST, receipts=(ReceiptView(Fate.HELD, "Café Regulars", 1250, "EUR"),)
)

STATES: Final[dict[str, Callable[[], KioskState]]] = {
    "starting": lambda: replace(IDLE, page=Page.STARTING),
    "idle": lambda: IDLE,
    "idle-lost": lambda: replace(IDLE, notice=Notice(Mood.ATTENTION, "kiosk-lost")),
    "idle-camera": lambda: replace(IDLE, camera=True, colour="#7a1f2b"),
    "held": lambda: HELD,
    "guest": lambda: GUEST,
    "receipts": lambda: replace(GUEST, receipts=RECEIPTS),
    "nameless": lambda: replace(
        GUEST, called="", provable=False, notice=Notice(Mood.ATTENTION, "factor-none")
    ),
    "prove": lambda: replace(GUEST, page=Page.PROVE, entry="••"),
    "prove-wrong": lambda: replace(
        GUEST, page=Page.PROVE, notice=Notice(Mood.REFUSED, "factor-wrong", (("left", 2),))
    ),
    "locked": lambda: replace(
        GUEST, notice=Notice(Mood.REFUSED, "factor-wait", (("minutes", 10),))
    ),
    "rewards": lambda: replace(PROVEN, page=Page.REWARDS),
    "rewards-none": lambda: replace(PROVEN, page=Page.REWARDS, rewards=(), pending=0, points=0),
    "take": lambda: replace(PROVEN, page=Page.TAKE, reward=REWARDS[0]),
    "voucher": lambda: replace(PROVEN, page=Page.VOUCHER, reward=REWARDS[0], printed=True),
    "voucher-kept": lambda: replace(PROVEN, page=Page.VOUCHER, reward=REWARDS[0]),
    "number": lambda: replace(IDLE, page=Page.NUMBER, entry="1-812 7K"),
    "number-wrong": lambda: replace(
        IDLE,
        page=Page.NUMBER,
        entry="1-8127K3Q",
        notice=Notice(Mood.REFUSED, "hand-code-wrong", (("left", 3),)),
    ),
    "phone": lambda: replace(IDLE, page=Page.PHONE, entry="01012345"),
    "phone-card": lambda: replace(IDLE, page=Page.PHONE, has_card=True),
    "name": lambda: replace(IDLE, page=Page.NAME, entry="Zo"),
    "agree": lambda: replace(IDLE, page=Page.AGREE),
    "agree-offers": lambda: replace(IDLE, page=Page.AGREE, offers=True),
    "joined": lambda: replace(GUEST, notice=Notice(Mood.OK, "kiosk-joined")),
    "question": lambda: replace(GUEST, page=Page.QUESTION, question=Question.NPS),
    "index": lambda: replace(GUEST, page=Page.QUESTION, question=Question.AGAIN, step=2),
    "thanks": lambda: replace(IDLE, page=Page.THANKS),
    "still-there": lambda: replace(GUEST, receipts=RECEIPTS, left_s=7),
    "still-held": lambda: replace(HELD, left_s=3),
}
