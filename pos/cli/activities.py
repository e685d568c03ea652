"""`regulars activity record|waiting|approve|decline` and `regulars refer`."""

from __future__ import annotations

from argparse import Namespace
from uuid import UUID

from pos.activities import Recorded, approve, decline, record, waiting
from pos.cli.approved import approved_by
from pos.cli.opened import doing, opened
from pos.cli.shown import entry_text
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.who import member_named
from pos.places import Places
from pos.referrals import refer
from pos.rights import Right


def note(options: Namespace, places: Places) -> Told:
    """Record an activity of a member: points at once, or a request in the queue."""
    with doing(places, options.operator, options.act_id) as now:
        member = member_named(now.shop, options.who).member
        return _told(record(now.shop, now.act, member.id, options.activity))


def queue(_options: Namespace, places: Places) -> Told:
    """What waits for somebody to look."""
    with opened(places) as shop:
        found = waiting(shop)
    rows = [
        (each.on.isoformat(), each.member.name or each.member.phone or "-", each.activity.name)
        for each in found
    ]
    ids = [str(each.id) for each in found]
    facts: list[Facts] = [
        {
            "request": str(each.id),
            "member": str(each.member.id),
            "activity": each.activity.rule,
            "name": each.activity.name,
            "points": each.activity.points,
            "operator": each.activity.operator,
            "on": each.on.isoformat(),
        }
        for each in found
    ]
    lines = table([(*row, request) for row, request in zip(rows, ids, strict=True)])
    return Told({"waiting": facts}, lines or ("Nothing waits.",))


def grant(options: Namespace, places: Places) -> Told:
    """Give the points of a request."""
    with doing(places, options.operator, None) as now:
        second = approved_by(now.shop, options, now.act.operator, Right.APPROVE_ACTIVITY)
        return _told(approve(now.shop, now.act, options.request, second))


def refuse(options: Namespace, places: Places) -> Told:
    """Take a request out of the queue."""
    request: UUID = options.request
    with doing(places, options.operator, None) as now:
        second = approved_by(now.shop, options, now.act.operator, Right.APPROVE_ACTIVITY)
        activity = decline(now.shop, now.act, request, second)
    facts: Facts = {"request": str(request), "activity": activity.rule, "declined": True}
    return Told(facts, (f"{activity.name}: declined.",))


def bring(options: Namespace, places: Places) -> Told:
    """Note who brought a member."""
    with doing(places, options.operator, None) as now:
        friend = member_named(now.shop, options.who).member
        referral = refer(now.shop, friend.id, options.code)
    facts: Facts = {
        "friend": str(referral.friend),
        "referrer": str(referral.referrer),
        "on": referral.on.isoformat(),
        "state": referral.state.value,
    }
    return Told(facts, ("Noted. Both are rewarded once a purchase has stayed.",))


def _told(done: Recorded) -> Told:
    activity = done.activity
    facts: Facts = {
        "entry": entry_text(done.entry.key),
        "request": str(done.entry.source),
        "activity": activity.rule,
        "name": activity.name,
        "points": 0 if done.waiting else activity.points,
        "waiting": done.waiting,
    }
    if done.waiting:
        return Told(facts, (f"{activity.name}: waits for somebody to look.",))
    return Told(facts, (f"{activity.name}: {activity.points} points.",))
