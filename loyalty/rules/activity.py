"""Points for what is not a purchase, and for bringing a friend (program.md 7). Rules as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from loyalty.rules.bounds import Days, Id, Money, Name, Number, Points
from loyalty.rules.earning import Limits


class ActivityKind(StrEnum):
    """What a member did. PROFILE names the field it is for in the rule's `field`."""

    PROFILE = "profile"
    SOCIAL_LINKED = "social-linked"
    SURVEY = "survey"
    REVIEW = "review"
    PHOTO = "photo"
    ANSWER = "answer"
    SHARE = "share"
    WEBSITE = "website"
    NEWSLETTER_OPENED = "newsletter-opened"
    NEWSLETTER_CLICKED = "newsletter-clicked"
    EVENT = "event"
    RECEIPT = "receipt"
    CUSTOM = "custom"


class ProfileField(StrEnum):
    """Fields of the profile that can be worth points, each once."""

    BIRTHDAY = "birthday"
    ADDRESS = "address"
    EMAIL = "email"
    LIKES = "likes"
    DISLIKES = "dislikes"
    BRANDS = "favourite-brands"


@dataclass(frozen=True, slots=True)
class ActivityRule:
    """`points` each time, within `limits` and not again before `cooldown_days`.

    `approval`: a person looks before it is posted. PROFILE is given once per `field`, ever.
    """

    id: Id
    name: Name
    kind: ActivityKind
    points: Points
    field: ProfileField | None = None
    limits: Limits = ()
    cooldown_days: Days = 0
    approval: bool = False


@dataclass(frozen=True, slots=True)
class ReferralRule:
    """Both sides are rewarded after the friend's first purchase of at least `spend_minor` that is
    `after_days` old and was not taken back below it; at most `per_month` friends count per month.
    A referral lapses `open_days` after the friend joined.
    """

    referrer_points: Points
    friend_points: Points
    spend_minor: Money = 0
    after_days: Days = 14
    per_month: Number = 10
    open_days: Days = 180


class ReferralState(StrEnum):
    """What has become of a referral; only an open one changes. REFUSED: over the month's cap."""

    OPEN = "open"
    REWARDED = "rewarded"
    LAPSED = "lapsed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Referral:
    """Who brought whom, and when. A friend is referred once, so `friend` is its name."""

    friend: UUID
    referrer: UUID
    on: date
    state: ReferralState = ReferralState.OPEN
