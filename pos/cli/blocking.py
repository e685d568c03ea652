"""`regulars member block|unblock`: a member, or with --card only the card that was lost."""

from __future__ import annotations

from argparse import Namespace

from pos.blocking import block, block_card, unblock, whoever
from pos.cli.approved import approved_by
from pos.cli.opened import doing
from pos.cli.shown import member_facts
from pos.cli.told import Told
from pos.cli.who import anyone_named
from pos.places import Places
from pos.rights import Right
from pos.shop import Shop


def bar(options: Namespace, places: Places) -> Told:
    """Let a member or a card neither earn nor redeem."""
    with doing(places, options.operator, options.act_id) as now:
        shop, act = now.shop, now.act
        second = approved_by(shop, options, act.operator, Right.BLOCK)
        if options.card:
            block_card(shop, act, options.who.strip(), approved=second)
            return _told(shop, options.who, f"Card {options.who.strip()} is blocked.")
        member = block(shop, act, anyone_named(shop, options.who), options.why, second)
        return _told(shop, str(member.id), f"{member.name or member.id} is blocked.")


def free(options: Namespace, places: Places) -> Told:
    """Let them again."""
    with doing(places, options.operator, options.act_id) as now:
        shop, act = now.shop, now.act
        second = approved_by(shop, options, act.operator, Right.BLOCK)
        if options.card:
            block_card(shop, act, options.who.strip(), blocked=False, approved=second)
            return _told(shop, options.who, f"Card {options.who.strip()} works again.")
        member = unblock(shop, act, anyone_named(shop, options.who), second)
        return _told(shop, str(member.id), f"{member.name or member.id} may earn and redeem again.")


def _told(shop: Shop, who: str, line: str) -> Told:
    member = whoever(shop, who)[0]
    with shop.store.reading() as view:
        facts = member_facts(member, view.cards_of(member.id))
    return Told({"member": facts}, (line,))
