"""`regulars member card|merge|household`: which cards, which people, and whose account."""

from __future__ import annotations

from argparse import Namespace

from pos.cards import Carded, add_card, replace_card
from pos.cli.approved import approved_by
from pos.cli.opened import doing, opened
from pos.cli.shown import member_facts
from pos.cli.table import table
from pos.cli.told import Facts, Refused, Told
from pos.cli.who import anyone_named
from pos.cli.words import Words
from pos.households import (
    Household,
    dissolve,
    found,
    household_of,
    join,
    leave,
    staying,
)
from pos.merging import merge
from pos.places import Places
from pos.rights import Right
from pos.shop import Shop


def card(options: Namespace, places: Places) -> Told:
    """Another card for a member, or a new one in place of a lost one."""
    with doing(places, options.operator, options.act_id) as now:
        if options.step == "add":
            member = anyone_named(now.shop, options.who)
            given = add_card(now.shop, now.act, member, options.code)
        else:
            given = replace_card(now.shop, now.act, options.old, options.new)
        return _carded(now.shop, given)


def unite(options: Namespace, places: Places) -> Told:
    """Make two members one."""
    with doing(places, options.operator, options.act_id) as now:
        gone, kept = (anyone_named(now.shop, who) for who in (options.gone, options.kept))
        second = approved_by(now.shop, options, now.act.operator, Right.MERGE)
        merged = merge(now.shop, now.act, gone, kept, second)
        with now.shop.store.reading() as view:
            facts = member_facts(merged.member, view.cards_of(merged.member.id))
        points = Words.of(now.shop).points(merged.points)
    called = merged.member.name or str(merged.member.id)
    line = f"{merged.gone.name or merged.gone.id} is {called} now. Points moved: {points}"
    return Told({"member": facts, "gone": str(gone), "points": merged.points}, (line,))


def household(options: Namespace, places: Places) -> Told:
    """Who shares an account; joining and leaving."""
    if options.step == "join":
        return _join(options, places)
    with opened(places) as shop:
        member = anyone_named(shop, options.who)
        if options.step == "found":
            return _told(shop, found(shop, member))
        if options.step == "show":
            shared = household_of(shop, member)
            if shared is None:
                raise Refused("household-none")
            return _told(shop, shared)
        stay = 0 if options.step == "dissolve" else staying(shop, member)
        if not getattr(options, "dry_run", False):
            (dissolve if options.step == "dissolve" else leave)(shop, member)
        words = Words.of(shop)
    line = f"Points that stay with the household: {words.points(stay)}"
    return Told({"member": str(member), "staying": stay}, (line,) if stay else ("Done.",))


def _join(options: Namespace, places: Places) -> Told:
    with doing(places, options.operator, options.act_id) as now:
        member, of = (anyone_named(now.shop, who) for who in (options.who, options.of))
        second = approved_by(now.shop, options, now.act.operator, Right.MERGE)
        return _told(now.shop, join(now.shop, now.act, member, of, second))


def _carded(shop: Shop, given: Carded) -> Told:
    with shop.store.reading() as view:
        facts: Facts = {"member": member_facts(given.member, view.cards_of(given.member.id))}
    facts |= {"card": given.card.code, "points": given.points}
    called = given.member.name or str(given.member.id)
    came = f" It brought {Words.of(shop).points(given.points)} along." if given.points else ""
    return Told(facts, (f"Card {given.card.code} stands for {called}.{came}",))


def _told(shop: Shop, shared: Household) -> Told:
    facts: Facts = {
        "owner": str(shared.owner.id),
        "members": [member_facts(one) for one in shared.members],
        "points": shared.points,
        "moved": shared.moved,
    }
    rows = [(one.name or "-", one.phone or "-", str(one.id)) for one in shared.members]
    points = Words.of(shop).points(shared.points)
    return Told(facts, (*table(rows), f"Together they have {points}."))
