"""`regulars sell`, `award` and `redeem`: a sale, booked as Enter at the counter books it."""

from __future__ import annotations

from argparse import Namespace

from loyalty.basket import Basket
from loyalty.redemption.quote import quote
from loyalty.sales.sale import Used
from pos.cli.offered import voucher_facts
from pos.cli.opened import Doing, doing
from pos.cli.paper import printed
from pos.cli.ringing import basket_rung, chosen_of
from pos.cli.shown import booked_facts, next_reward
from pos.cli.table import table
from pos.cli.told import Facts, Refused, Told
from pos.cli.who import member_named
from pos.cli.words import Words
from pos.counter import Booked, confirm, look
from pos.places import Places
from pos.shop import Shop
from pos.slips import number_text

LONGEST_NUMBER = 80


def sell(options: Namespace, places: Places) -> Told:
    """Book a sale; without a member nothing is earned, and a voucher to bearer still pays."""
    with doing(places, options.operator, options.act_id) as now:
        return _book(now, options)


def redeem(options: Namespace, places: Places) -> Told:
    """Let points, a reward, vouchers or stamps pay, alone or with what is bought."""
    with doing(places, options.operator, options.act_id) as now:
        return _book(now, options, empty=True)


def _book(now: Doing, options: Namespace, empty: bool = False) -> Told:
    shop, bought = now.shop, (options.amount, options.lines, options.products)
    if len(options.number) > LONGEST_NUMBER or not options.number.isprintable():
        raise Refused("till-number-unreadable", longest=LONGEST_NUMBER)
    basket = basket_rung(shop, *bought, empty=empty)
    member = member_named(shop, options.who).member.id if options.who is not None else None
    act = now.numbered(options.number.strip())
    booked = confirm(shop, act, basket, member, chosen_of(options))
    told = told_of(shop, booked)
    return printed(shop, booked.entry.key, told) if options.print else told


def told_of(shop: Shop, booked: Booked) -> Told:
    """A booked sale in facts and in lines."""
    facts = facts_of(shop, booked)
    return Told(facts, table(rows_of(Words.of(shop), booked, facts)))


def facts_of(shop: Shop, booked: Booked) -> Facts:
    """A booked sale, the vouchers it gave, and the next reward."""
    facts = booked_facts(shop, booked)
    facts["vouchers"] = [voucher_facts(one) for one in booked.vouchers]
    facts["next_reward"] = None
    if booked.member is not None:
        scene = look(shop, booked.member.id)
        offers = quote(booked.program, scene, Basket(booked.program.currency))
        facts["next_reward"] = next_reward(offers)
    return facts


def rows_of(words: Words, booked: Booked, facts: Facts) -> list[tuple[str, str]]:
    """A booked sale for people."""
    sale, member = booked.sale, booked.member
    rows = [("Sale", number_text(booked.entry.key)), ("Code", facts["sale"]["code"])]
    if member:
        rows.append(("Member", member.name or member.phone or str(member.id)))
    rows.append(("Total", words.money(sale.total_minor, sale.currency)))
    rows += [("Redeemed", _used(words, used, sale.currency)) for used in sale.used]
    if sale.paid_minor:
        rows.append(("To pay", words.money(sale.due_minor, sale.currency)))
    if member:
        rows.append(("Earned", f"{words.signed(sale.earned)}"))
        if sale.vests_on and sale.earned:
            rows.append(("Usable", f"from {words.day(sale.vests_on)}"))
        rows.append(("Balance", words.points(booked.after.balance)))
    rows += [("Voucher", f"{one['code']}  {one['name']}") for one in facts["vouchers"]]
    if near := facts["next_reward"]:
        rows.append(("Next", f"{near['name']}: {words.points(near['missing'])} to go"))
    return rows


def _used(words: Words, used: Used, currency: str) -> str:
    if used.points:
        return f"{used.name or 'paid with points'}, {words.signed(-used.points)}"
    return f"{used.name}, {words.money(used.value_minor, currency)}"
