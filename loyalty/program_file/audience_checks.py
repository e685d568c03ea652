"""Whether an audience's conditions exclude each other, or name what nobody can be."""

from __future__ import annotations

from dataclasses import fields
from uuid import UUID

from loyalty.rules.audience import Audience, Bought

SETS = ("tiers", "segments", "languages", "members")


def matches_nobody(audience: Audience) -> str:
    """The key of a condition that cannot hold beside the others, or empty.

    Only what is certain from the rules alone; who is a member today does not matter.
    """
    return (
        _joined(audience)
        or _lapsed(audience)
        or _bought(audience)
        or _excluded(audience)
        or _none_left(audience)
    )


def no_member(audience: Audience) -> str:
    """A name among `members` that is no id as ids are written, so never a member's; or empty."""
    return next((name for name in sorted(audience.members) if not _id(name)), "")


def _id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _joined(audience: Audience) -> str:
    since, before = audience.joined_since, audience.joined_before
    return "joined_before" if since and before and since >= before else ""


def _lapsed(audience: Audience) -> str:
    """Nobody bought in the last days who has not bought for longer."""
    days = audience.lapsed_days
    if not days:
        return ""
    recent = audience.in_days is not None and audience.in_days < days
    if recent and audience.visits_at_least:
        return "visits_at_least"
    if recent and audience.spent_at_least_minor:
        return "spent_at_least_minor"
    within = [one.within_days for one in audience.bought]
    return "bought" if any(limit is not None and limit < days for limit in within) else ""


def _bought(audience: Audience) -> str:
    """Nobody bought lately what they never bought, nor in a time that the other covers."""
    both = ((one, no) for one in audience.bought for no in audience.never_bought)
    return "never_bought" if any(_covers(no, one) for one, no in both) else ""


def _covers(wide: Bought, narrow: Bought) -> bool:
    if wide.which != narrow.which and not wide.which.everything:
        return False
    if wide.within_days is None:
        return True
    return narrow.within_days is not None and narrow.within_days <= wide.within_days


def _excluded(audience: Audience) -> str:
    """An exclusion that asks for nothing, or for all of what one of our own sets allows."""
    return "none_of" if any(_swallows(no, audience) for no in audience.none_of) else ""


def _swallows(no: Audience, audience: Audience) -> bool:
    asked = [one.name for one in fields(no) if getattr(no, one.name) != one.default]
    if not asked:
        return True
    if len(asked) > 1 or asked[0] not in SETS:
        return no == audience
    wanted: frozenset[str] = getattr(audience, asked[0])
    return bool(wanted) and wanted <= getattr(no, asked[0])


def _none_left(audience: Audience) -> str:
    dead = audience.any_of and all(matches_nobody(one) for one in audience.any_of)
    return "any_of" if dead else ""
