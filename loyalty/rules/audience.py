"""Who a campaign is for: a small language of conditions over a member's profile and history.

All conditions of an audience must hold; `any_of` and `none_of` hold audiences of their own, so
that every "and", "or" and "not" can be said, and edited as a list on a screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from loyalty.rules.bounds import AtMost, Days, Id, Money, Name
from loyalty.rules.earning import Tiers
from loyalty.rules.which import Which

Few = AtMost(20)


class Segment(StrEnum):
    """RFM segments; how a member gets one is `insight`'s, and the night's, business."""

    CHAMPIONS = "champions"
    LOYAL = "loyal"
    PROMISING = "promising"
    NEW = "new"
    NEED_ATTENTION = "need-attention"
    AT_RISK = "at-risk"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Bought:
    """A purchase of a line in `which`, not taken back, in the last `within_days` (None: ever)."""

    which: Which
    within_days: Days | None = None


@dataclass(frozen=True, slots=True)
class Audience:
    """Conditions on a member; one that is not set does not ask. Days count back from the sale's.

    `tiers`: in one of them. `segments`: in one of these RFM segments as of the last night.
    `languages`: speaks one, `zh` is any Chinese. `members`: by number, as UUIDs are written.
    `lapsed_days`: no purchase for so many days or more, but one before. `birthday_within_days`:
    birthday in the next so many days, today included. `joined_since`, `joined_before`: day of
    joining, first included, second not.
    `bought`, `never_bought`: every one of these. `average_below_minor`: average purchase so far
    below it; `spent_at_least_minor` and `visits_at_least` with their `in_days` (None: ever).
    """

    tiers: Tiers = frozenset()
    segments: Annotated[frozenset[Segment], Few] = frozenset()
    languages: Annotated[frozenset[Id], Few] = frozenset()
    members: Annotated[frozenset[Name], AtMost(100_000)] = frozenset()
    lapsed_days: Days | None = None
    birthday_within_days: Days | None = None
    joined_since: date | None = None
    joined_before: date | None = None
    bought: Annotated[tuple[Bought, ...], Few] = ()
    never_bought: Annotated[tuple[Bought, ...], Few] = ()
    average_below_minor: Money | None = None
    spent_at_least_minor: Money | None = None
    visits_at_least: Days | None = None
    in_days: Days | None = None
    any_of: Annotated[tuple[Audience, ...], Few] = ()
    none_of: Annotated[tuple[Audience, ...], Few] = ()
