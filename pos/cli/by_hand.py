"""`regulars adjust`, `regulars stamps move` and `regulars nightly`."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from pos.adjusting import adjust
from pos.cli.approved import approved_by
from pos.cli.opened import doing, opened
from pos.cli.shown import entry_text, points_facts
from pos.cli.told import Error, Facts, Told
from pos.cli.who import member_named
from pos.nightly import nightly, resegment
from pos.places import Places
from pos.rights import Right
from pos.stamps import move_in


def correct(options: Namespace, places: Places) -> Told:
    """Give points by hand, or take them."""
    points: int = options.points
    with doing(places, options.operator, options.act_id) as now:
        member = member_named(now.shop, options.who).member
        second = approved_by(now.shop, options, now.act.operator, Right.ADJUST, points)
        done = adjust(now.shop, now.act, member.id, points, options.why, second)
        facts: Facts = {
            "entry": entry_text(done.entry.key),
            "member": str(done.member.id),
            "adjusted": points,
            "approved": second,
            "points": points_facts(now.shop, done.account),
        }
    return Told(facts, (f"{points:+d} points. Balance: {done.account.balance}.",))


def move_stamps(options: Namespace, places: Places) -> Told:
    """Enter an old paper card's stamps."""
    with doing(places, options.operator, options.act_id) as now:
        member = member_named(now.shop, options.who).member
        right, count = Right.MOVE_STAMPS, options.stamps
        second = approved_by(now.shop, options, now.act.operator, right, count)
        done = move_in(now.shop, now.act, member.id, options.card, options.serial, count, second)
    facts: Facts = {
        "entry": entry_text(done.entry.key),
        "card": done.rule.id,
        "stamps": done.stamps,
        "needed": done.rule.needed,
        "approved": second,
    }
    lines = f"{done.rule.name}: {done.stamps} of {done.rule.needed}.", "The paper card is void."
    return Told(facts, lines)


def close_days(options: Namespace, places: Places) -> Told:
    """Do what another day brings: vest, reward, expire, settle referrals, segment."""
    with opened(places) as shop:
        done = nightly(shop, anew=options.anew)
        changed = 0 if done.moved_back else resegment(shop)
        today = shop.today
    facts: Facts = {**asdict(done), "resegmented": changed}
    if done.moved_back:
        wrong = {"last": done.moved_back.isoformat(), "today": today.isoformat()}
        return Told(facts, (), Error("clock-moved-back", wrong))
    line = (
        f"Days: {done.days}. Points vested: {done.vested}, expired: {done.expired}. "
        f"Rewards: {done.rewards}. Referrals rewarded: {done.rewarded}. Segments: {changed}."
    )
    return Told(facts, (line,))
