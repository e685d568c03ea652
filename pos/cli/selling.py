"""`regulars award` and `regulars redeem`: a sale, booked as Enter at the counter books it."""

from __future__ import annotations

from argparse import Namespace

from loyalty.basket import Basket
from loyalty.history import Scene, Standing
from loyalty.quote import Chosen, quote
from pos.cli.amounts import basket_of
from pos.cli.opened import Doing, doing
from pos.cli.paper import printed
from pos.cli.shown import booked_facts, next_reward
from pos.cli.table import table
from pos.cli.told import Facts, Refused, Told
from pos.cli.who import member_named
from pos.cli.words import Words
from pos.counter import Booked, confirm
from pos.places import Places
from pos.shop import Shop
from pos.slips import number_text

LONGEST_NUMBER = 80


def award(options: Namespace, places: Places) -> Told:
    """Book a sale of an amount or of lines."""
    with doing(places, options.operator, options.act_id) as now:
        basket = basket_of(now.shop.settings.currency, options.amount, options.lines)
        return _book(now, options, basket, ())


def redeem(options: Namespace, places: Places) -> Told:
    """Give a reward or pay with points, alone or with what is bought."""
    with doing(places, options.operator, options.act_id) as now:
        money = now.shop.settings.currency
        bought = options.amount is not None or options.lines
        basket = basket_of(money, options.amount, options.lines) if bought else Basket(money)
        chosen = Chosen(reward=options.reward or "", points=options.points or 0)
        return _book(now, options, basket, (chosen,))


def _book(now: Doing, options: Namespace, basket: Basket, chosen: tuple[Chosen, ...]) -> Told:
    if len(options.number) > LONGEST_NUMBER or not options.number.isprintable():
        raise Refused("till-number-unreadable", longest=LONGEST_NUMBER)
    member = member_named(now.shop, options.who).member.id
    act = now.numbered(options.number.strip())
    booked = confirm(now.shop, act, basket, member, chosen)
    told = told_of(now.shop, booked)
    return printed(now.shop, booked.entry.key, told) if options.print else told


def told_of(shop: Shop, booked: Booked) -> Told:
    """A booked sale in facts and in lines."""
    facts = booked_facts(shop, booked)
    standing = Standing(booked.member, booked.after) if booked.member else None
    scene = Scene(shop.today, shop.minute, standing)
    offers = quote(booked.program, scene, Basket(booked.program.currency))
    facts["next_reward"] = next_reward(offers)
    return Told(facts, _lines(Words.of(shop), booked, facts))


def _lines(words: Words, booked: Booked, facts: Facts) -> tuple[str, ...]:
    sale, member = booked.sale, booked.member
    rows = [("Sale", number_text(booked.entry.key)), ("Code", facts["sale"]["code"])]
    if member:
        rows.append(("Member", member.name or member.phone or str(member.id)))
    rows.append(("Total", words.money(sale.total_minor, sale.currency)))
    rows += [
        ("Redeemed", f"{used.name or 'paid with points'}, {words.signed(-used.points)}")
        for used in sale.used
    ]
    if sale.paid_minor:
        rows.append(("To pay", words.money(sale.due_minor, sale.currency)))
    rows.append(("Earned", f"{words.signed(sale.earned)}"))
    rows.append(("Balance", words.points(booked.after.balance)))
    if near := facts["next_reward"]:
        rows.append(("Next", f"{near['name']}: {words.points(near['missing'])} to go"))
    return table(rows)
