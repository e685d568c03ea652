"""`regulars why`: the reckoning of a sale's points, step by step, worded as on its slip."""

from __future__ import annotations

from argparse import Namespace

from pos.cli.opened import opened
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.who import sale_named
from pos.cli.words import Words
from pos.places import Places
from pos.slips import number_text
from pos.why import explained
from receipts.writing.explain import worded
from receipts.writing.facts import LineFacts, WhyStep

LANGUAGE = "en"  # of the command line


def explain(options: Namespace, places: Places) -> Told:
    """Why a sale earned what it did, as it was reckoned then."""
    with opened(places) as shop:
        number = sale_named(shop, options.sale)
        points, found = explained(shop, number)
        with shop.store.reading() as view:
            sold = view.sold(number)
        words = Words.of(shop)
    sale = sold.sale if sold else None
    money = sale.currency if sale else words.settings.currency
    rung = tuple(one.line for one in sale.lines) if sale else ()
    lines = tuple(LineFacts(one.text, one.units, one.amount_minor) for one in rung)
    said = [worded(WhyStep(*step), LANGUAGE, money, lines) for step in found]
    facts: Facts = {
        "number": number_text(number),
        "points": points,
        "why": [
            {"code": code, "facts": dict(about), "words": " ".join(filter(None, spoken))}
            for (code, about), spoken in zip(found, said, strict=True)
        ],
    }
    return Told(facts, (f"{number_text(number)}: {words.signed(points)}", *table(said, indent=2)))
