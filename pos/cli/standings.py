"""`regulars tier` and `regulars stamps show`: where a member stands, today or on a past day."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from uuid import UUID

from loyalty.accrual.tier import standing_on
from loyalty.basket import Basket
from loyalty.redemption.quote import quote
from pos.cli.offered import card_facts, tier_facts
from pos.cli.opened import opened
from pos.cli.table import table
from pos.cli.told import Facts, Refused, Told
from pos.cli.who import member_named
from pos.cli.words import Words
from pos.counter import look
from pos.places import Places
from pos.shop import Shop, program_in_force
from pos.whole import owner_of


def tier(options: Namespace, places: Places) -> Told:
    """The tier as it stood at the end of a day, what it was measured by, and when it ends."""
    with opened(places) as shop:
        member = member_named(shop, options.who).member
        on = options.on or shop.today
        if on > shop.today:
            raise Refused("day-ahead", day=on.isoformat())
        told = tier_told(shop, member.id, on)
        facts: Facts = {"member": str(member.id), "tier": told}
        if told is None:
            return Told(facts, ("The program of that day has no tiers.",))
        return Told(facts, table(tier_rows(Words.of(shop), told)))


def tier_told(shop: Shop, member: UUID, on: date) -> Facts | None:
    """The tier of a member's account under the program of a day; None where it has no tiers.

    What was returned after that day is still in it: nobody knew yet.
    """
    with shop.store.reading() as view:
        rules = program_in_force(view, on).tiers
        owner = owner_of(view, member)
        if rules is None or owner is None:
            return None
        state = standing_on(rules, owner, view.entries(member=owner.id), on)
    return tier_facts(on, state, rules.measure.value) if state else None


def tier_rows(words: Words, told: Facts) -> list[tuple[str, str]]:
    """A tier for people; the measure as money where it is money."""
    money = told["measure"] == "spend"

    def much(number: int) -> str:
        return words.money(number) if money else f"{number} {told['measure']}"

    rows = [("Tier", told["name"] or "none"), ("Measured", much(told["measured"]))]
    if told["tier"]:
        rows.append(("Since", told["since"]))
        rows.append(("Kept until", told["kept_until"] or "for good"))
    if told["kept_until"]:
        rows.append(("Then", f"{told['projected'] or 'none'}, if nothing more is bought"))
    if told["next"]:
        rows.append(("Next", f"{told['next_name']}: {much(told['missing'])} to go"))
    return rows


def stamps(options: Namespace, places: Places) -> Told:
    """A member's stamp cards."""
    with opened(places) as shop:
        member = member_named(shop, options.who).member
        cards = cards_told(shop, member.id)
    lines = card_lines(cards) or ("Today's program has no stamp cards.",)
    return Told({"member": str(member.id), "stamps": cards}, lines)


def cards_told(shop: Shop, member: UUID) -> list[Facts]:
    """The stamp cards of a member's account under today's program."""
    scene = look(shop, member)
    with shop.store.reading() as view:
        program = program_in_force(view, shop.today)
    return card_facts(quote(program, scene, Basket(program.currency)))


def card_lines(cards: list[Facts]) -> tuple[str, ...]:
    """Stamps on the card that is being filled, and full cards waiting."""
    rows = []
    for one in cards:
        held = one["stamps"] - one["full"] * one["needed"]
        full = f"{one['full']} full" if one["full"] else ""
        rows.append((one["id"], one["name"], f"{held} of {one['needed']}", full))
    return table(rows)
