"""Everything that is on the kiosk's screen, as one frozen value; raw, so that a change of language
is nothing but drawing the same state again. Of a person it holds a first name and, once they have
proved who they are, points: what is not in here cannot be left standing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from loyalty.members.answer import Question
from ui.counter.notice import Notice


class Page(StrEnum):
    """What the kiosk is doing."""

    STARTING = "starting"
    IDLE = "idle"
    GUEST = "guest"  # somebody with a card, or receipts that wait for one
    PROVE = "prove"
    REWARDS = "rewards"
    TAKE = "take"
    VOUCHER = "voucher"
    NUMBER = "number"  # a receipt's number, typed
    PHONE = "phone"
    NAME = "name"
    AGREE = "agree"
    QUESTION = "question"
    THANKS = "thanks"


class Fate(StrEnum):
    """What became of a receipt that was held up."""

    HELD = "held"  # until a card comes
    CREDITED = "credited"
    PENDING = "pending"  # credited, and usable later
    LOOK = "look"  # a person has to look at it
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """A receipt: the merchant's name where the shop knows it, what was paid, what became of it."""

    fate: Fate
    merchant: str = ""
    total_minor: int = 0
    currency: str = ""
    points: int = 0
    why: Notice | None = None


@dataclass(frozen=True, slots=True)
class RewardView:
    """A reward: its price, what is missing, and why it cannot be had (None: it can)."""

    id: str
    name: str
    points: int
    missing: int = 0
    why: Notice | None = None


@dataclass(frozen=True, slots=True)
class KioskState:
    """The whole kiosk.

    `called`: the first name, empty before a card. `known`: somebody's card is there. `provable`:
    they can prove who they are here. `points` is None until they have; `pending` come later.
    `reward`: the one being taken, `printed` whether its voucher is on paper. `entry`: what is being
    typed; of a proof only as many signs, never which. `has_card`: a blank card is being enrolled.
    `offers`: they agree to be written to. `question` is asked as number `step` of several (0: of
    one). `left_s`: seconds until everything is cleared, where that is near.
    """

    page: Page = Page.STARTING
    shop: str = ""
    currency: str = "EUR"
    colour: str = ""
    known: bool = False
    called: str = ""
    provable: bool = True
    points: int | None = None
    pending: int = 0
    receipts: tuple[ReceiptView, ...] = ()
    rewards: tuple[RewardView, ...] = ()
    shown_from: int = 0
    reward: RewardView | None = None
    printed: bool = False
    entry: str = ""
    has_card: bool = False
    offers: bool = False
    question: Question | None = None
    step: int = 0
    notice: Notice | None = None
    camera: bool = False
    left_s: int | None = None
    busy: bool = False
