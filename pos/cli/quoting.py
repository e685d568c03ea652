"""`regulars quote`: everything that could be redeemed now, the best of it, and what is near."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from loyalty.errors import LoyaltyError
from loyalty.redemption.offers import Quote
from loyalty.redemption.quote import quote
from pos.cli.offered import quote_facts
from pos.cli.opened import opened
from pos.cli.ringing import basket_rung
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.who import member_named
from pos.cli.wording import sentence
from pos.cli.words import Words
from pos.counter import look
from pos.places import Places
from pos.shop import program_in_force


def offer(options: Namespace, places: Places) -> Told:
    """What could be redeemed on a basket, or with nothing bought; nothing is booked."""
    with opened(places) as shop:
        bought = (options.amount, options.lines, options.products)
        basket = basket_rung(shop, *bought, empty=True)
        member = member_named(shop, options.who).member
        laid = tuple(code.strip() for code in options.vouchers or ())
        scene = look(shop, member.id, laid)
        if unknown := [code for code in laid if code not in scene.shop.vouchers]:
            raise LoyaltyError("voucher-unknown", voucher=unknown[0][:20])
        with shop.store.reading() as view:
            program = program_in_force(view, shop.today)
        offers = quote(program, scene, basket)
        facts: Facts = {
            "member": str(member.id),
            "currency": basket.currency,
            "total_minor": basket.total_minor,
            **quote_facts(offers),
        }
        return Told(facts, tuple(_lines(Words.of(shop), offers, facts)))


def _lines(words: Words, offers: Quote, facts: Facts) -> Iterator[str]:
    head = [("Total", words.money(facts["total_minor"])), ("Points", str(offers.spendable))]
    if offers.tender.applied:
        worth = words.money(offers.tender.value_minor)
        head.append(("As money", f"{words.points(offers.tender.applied)} pay {worth}"))
    yield from table(head)
    for title, name in (
        ("Rewards", "rewards"),
        ("Stamp cards", "stamps"),
        ("Vouchers", "vouchers"),
    ):
        if facts[name]:
            yield f"{title}:"
            yield from table([_row(words, one) for one in facts[name]], indent=2)
    if best := facts["best"]:
        (what, which), *_ = best.items()
        yield f"Suggested: --{what} {which}"
    for near in facts["near"]:
        unit = "points" if near["kind"] == "reward" else "stamps"
        yield f"Nearly: {near['name']}, {near['missing']} {unit} to go"


def _row(words: Words, one: Facts) -> tuple[str, str, str]:
    """Its id or code, its name, and what it pays or why it does not."""
    if one["why"]:
        said = sentence(one["why"], one["facts"], words.settings.currency)
    else:
        said = f"pays {words.money(one['worth_minor'])}"
    return one.get("code") or one["id"], one["name"], said
