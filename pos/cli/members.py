"""`regulars member add|find|show`."""

from __future__ import annotations

from argparse import Namespace

from loyalty.basket import Basket
from loyalty.codes import Meaning, reading
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import last_usable
from loyalty.ledger.entry import Entry, Kind
from loyalty.redemption.quote import Quote, quote
from loyalty.rules.program import Program
from pos.cli.offered import card_facts, voucher_facts
from pos.cli.opened import doing, opened
from pos.cli.shown import (
    entry_facts,
    entry_text,
    member_facts,
    next_reward,
    points_facts,
    reward_facts,
)
from pos.cli.standings import card_lines, tier_rows, tier_told
from pos.cli.table import table
from pos.cli.told import Facts, Refused, Told
from pos.cli.who import member_named
from pos.cli.wording import sentence
from pos.cli.words import Words
from pos.counter import AtCounter, identify
from pos.enrol import enrol
from pos.finding import find
from pos.places import Places
from pos.referrals import code_of
from pos.shop import Shop
from pos.vouchers import held_vouchers
from pos.why import explained
from receipts.writing.explain import worded
from receipts.writing.facts import WhyStep


def add(options: Namespace, places: Places) -> Told:
    """Enrol a member, as F4 at the counter does."""
    card = options.card.strip()
    with doing(places, options.operator, options.act_id) as now:
        if card and reading(card).meaning is not Meaning.MEMBER_CARD:
            identify(now.shop, card)  # says what is wrong with it
            raise Refused("card-not-ours", text=card[:40])
        member = enrol(now.shop, now.act, card, options.phone, options.name, options.email)
        with now.shop.store.reading() as view:
            facts = member_facts(member, view.cards_of(member.id))
            facts["points"] = points_facts(now.shop, view.account(member.id))
    called = member.name or member.phone or card
    return Told({"member": facts}, (f"Enrolled {called}.", f"Id    {member.id}"))


def search(options: Namespace, places: Places) -> Told:
    """Members whose phone ends so, whose name begins so, or whose card it is."""
    with opened(places) as shop:
        found = find(shop, options.text, options.limit)
        members = [_seen(shop, one) for one in found.members]
        today = shop.today
    rows = [
        (one.member.name or "-", one.member.phone or "-", one.card or "-", str(points))
        for one in found.members
        for points in (one.account.spendable(today),)
    ]
    lines = table([("Name", "Phone", "Card", "Points"), *rows], right=(3,)) if rows else ()
    if found.more:
        lines = (*lines, "There are more; give more of the name or number, or a higher --limit.")
    facts = {"members": members, "more": found.more}
    if not rows:
        raise Refused("who-unknown", text=options.text[:40])
    return Told(facts, lines)


def _seen(shop: Shop, one: AtCounter) -> dict[str, object]:
    with shop.store.reading() as view:
        cards = view.cards_of(one.member.id)
    return member_facts(one.member, cards) | {"points": points_facts(shop, one.account)}


def show(options: Namespace, places: Places) -> Told:
    """A member with points, lots, cards and the latest entries; why each sale earned."""
    with opened(places) as shop:
        here = member_named(shop, options.who)
        member = here.member
        with shop.store.reading() as view:
            cards = view.cards_of(member.id)
            entries = list(view.entries(member=member.id))
            program = view.program_on(shop.today)
        from_newest = entries[::-1][: options.limit]
        recent = [entry_facts(shop, entry) | _why(shop, entry) for entry in from_newest]
        facts: Facts = {"member": member_facts(member, cards)}
        brings = code_of(shop, member.id) if program and program.referral else None
        facts["brings_friends"] = brings
        facts["points"] = points_facts(shop, here.account)
        facts["entries"] = recent
        facts["entry_count"] = len(entries)
        offers = _offers(here, program)
        facts["next_reward"] = next_reward(offers) if offers else None
        facts["rewards"] = reward_facts(offers) if offers else []
        facts["tier"] = tier_told(shop, member.id, shop.today) if offers else None
        facts["stamps"] = card_facts(offers) if offers else []
        held = held_vouchers(shop, member.owner)
        facts["vouchers"] = [voucher_facts(one) for one in held]
        return Told(facts, _lines(Words.of(shop), here, facts))


def _why(shop: Shop, entry: Entry) -> Facts:
    if entry.kind not in (Kind.SALE, Kind.CLAIM):
        return {}
    try:
        _, found = explained(shop, entry.key)
    except LoyaltyError:  # a damaged entry is still shown
        return {}
    return {"why": [{"code": code, **dict(facts)} for code, facts in found]}


def _offers(here: AtCounter, program: Program | None) -> Quote | None:
    if program is None:
        return None
    return quote(program, here.scene, Basket(program.currency))


def _lines(words: Words, here: AtCounter, facts: Facts) -> tuple[str, ...]:
    account = here.account
    rewards = [
        (reward["id"], reward["name"], words.points(reward["points"]), _reach(words, reward))
        for reward in facts["rewards"]
    ]
    lots = [
        (
            words.points(lot.points),
            f"until {words.day(last_usable(lot.ref, account.active_on))}",
            entry_text(lot.ref.key),
        )
        for lot in account.lots
    ]
    pending = [
        (words.points(lot.points), f"from {words.day(lot.ref.vests_on)}") for lot in account.pending
    ]
    vouchers = [(one["code"], one["name"], f"until {one['last_day']}") for one in facts["vouchers"]]
    return (
        *table(_head(words, facts)),
        *_titled("Rewards, by the id that `redeem` takes:", table(rewards, right=(2,), indent=2)),
        *_titled("Lots, in the order they are spent:", table(lots, right=(0,), indent=2)),
        *_titled("Pending:", table(pending, right=(0,), indent=2)),
        *_titled("Stamp cards:", tuple(f"  {line}" for line in card_lines(facts["stamps"]))),
        *_titled("Vouchers:", table(vouchers, indent=2)),
        *_titled(
            f"Latest entries ({facts['entry_count']} in all):",
            _entry_lines(words, facts["entries"]),
        ),
    )


def _titled(title: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    return ("", title, *lines) if lines else ()


def _head(words: Words, facts: Facts) -> list[tuple[str, str]]:
    member, points = facts["member"], facts["points"]
    head = [
        ("Member", member["name"] or "-"),
        ("Phone", member["phone"] or "-"),
        ("Id", member["id"]),
        ("Cards", ", ".join(_card(card) for card in member["cards"]) or "-"),
        ("Points", words.points(points["balance"])),
    ]
    if points["spendable"] != points["balance"]:
        head.append(("Usable", words.points(points["spendable"])))
    if points["owed"]:
        head.append(("Owed", words.points(points["owed"])))
    if facts["brings_friends"]:
        head.append(("Brings friends", facts["brings_friends"]))
    if facts["tier"]:
        head += tier_rows(words, facts["tier"])
    if near := facts["next_reward"]:
        head.append(("Next", f"{near['name']}: {words.points(near['missing'])} to go"))
    return head


def _reach(words: Words, reward: Facts) -> str:
    if reward["missing"]:
        return f"{words.points(reward['missing'])} to go"
    return (
        "in reach"
        if reward["why"] is None
        else sentence(reward["why"], reward["facts"], words.settings.currency)
    )


def _card(card: Facts) -> str:
    status = card["status"]
    return str(card["code"]) + ("" if status == "active" else f" ({status})")


def _entry_lines(words: Words, entries: list[Facts]) -> tuple[str, ...]:
    lines: list[str] = []
    rows = [(e["entry"], e["at"][:16].replace("T", " "), e["kind"], _moved(e)) for e in entries]
    for row, entry in zip(table(rows, right=(3,), indent=2), entries, strict=True):
        lines.append(row)
        for step in entry.get("why", ()):
            facts = {name: fact for name, fact in step.items() if name != "code"}
            currency = words.settings.currency
            label, value = worded(WhyStep.of(step["code"], facts), "en", currency)
            lines.append(f"      {label}{': ' if value else ''}{value}")
    return tuple(lines)


def _moved(entry: Facts) -> str:
    return f"{entry['points']:+d}" if entry["points"] else "0"
