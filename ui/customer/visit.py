"""Whoever stands at the kiosk: what is known of them beyond the screen, thrown away as one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID

from pos.kiosk import Brought, Guest, Newcomer
from pos.kiosk_taking import Holdings
from pos.presenting import Presented
from ui.counter.notice import Mood, Notice
from ui.customer.state import Fate, ReceiptView, RewardView

MOST_RECEIPTS: Final = 20
LONGEST_NUMBER: Final = 20
LONGEST_PHONE: Final = 16
LONGEST_NAME: Final = 40  # keys; a syllable of Hangul takes up to five


@dataclass(slots=True, eq=False)
class Visit:
    """`typed` is what stands on the pad; `held` are receipts, by their row, that wait for a card or
    for the ledger; `act` names the deed under way, so that a second touch is the same one.
    """

    language: str
    guest: Guest | None = None
    proven: bool = False
    typed: str = ""
    newcomer: Newcomer = Newcomer()
    act: UUID | None = None
    held: dict[int, Presented] = field(default_factory=dict)


def held_view(presented: Presented) -> ReceiptView:
    """A receipt that was read and is not credited yet."""
    receipt = presented.receipt
    name = presented.issuer_name
    return ReceiptView(Fate.HELD, name, receipt.total_minor, receipt.currency)


def credited_view(row: ReceiptView, brought: Brought) -> ReceiptView:
    """A receipt that was credited, or is left to a person."""
    if brought.waiting:
        return replace(row, fate=Fate.LOOK)
    fate = Fate.PENDING if brought.pending else Fate.CREDITED
    return replace(row, fate=fate, points=brought.points)


def reward_views(found: Holdings) -> tuple[RewardView, ...]:
    """The catalogue as the screen shows it."""
    return tuple(
        RewardView(
            one.id,
            one.name,
            one.points,
            one.missing,
            Notice(Mood.ATTENTION, one.why.code, one.why.facts) if one.why else None,
        )
        for one in found.rewards
    )
