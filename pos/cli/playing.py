"""`regulars demo`: a visit to the demo shop, through the same use cases as the screen.

Everything it says was read back from the books.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from uuid import UUID

from loyalty.basket import Basket, Line
from loyalty.codes import SaleNumber, sale_code
from loyalty.redemption.quote import Chosen
from pos.acts import Act
from pos.cli.paper import write_file
from pos.cli.shown import booked_facts, entry_text, member_facts, return_facts, totals_facts
from pos.cli.told import Error, Facts, Refused, Told
from pos.cli.words import Words
from pos.closings import closing_facts
from pos.counter import AtCounter, Booked, Slip, confirm, identify
from pos.demo import BLANK_CARDS, NAMES, OPERATORS, SETTINGS, demo_card, open_demo
from pos.enrol import enrol
from pos.ids import new_id
from pos.nightly import nightly
from pos.places import Places
from pos.printing import slip
from pos.returns import confirm_return
from pos.shift import close, current
from pos.shop import Shop
from pos.slips import number_text
from pos.staff import sign_in
from pos.store import verify
from pos.undo import undo
from receipts.writing.card import CardFacts, CardKind, to_cards_pdf
from receipts.writing.closing import closing as closing_document
from receipts.writing.text import to_text

REWARD, REWARD_POINTS = "drink", 40
WHO = OPERATORS[0]


@dataclass(slots=True)
class Visit:
    """A visit being played: the shop, and what was said of it so far."""

    shop: Shop
    shift: UUID
    lines: list[str] = field(default_factory=list)
    steps: list[Facts] = field(default_factory=list)

    @property
    def act(self) -> Act:
        """A fresh act of the demo's cashier."""
        return Act(new_id(self.shop.clock), WHO.id, self.shift)

    def step(self, name: str, said: str, facts: Facts, paper: str = "") -> None:
        """Note one step, and the paper that came with it."""
        self.lines.append(f"{len(self.steps) + 1}. {said}")
        self.lines += [f"   | {line}".rstrip() for line in paper.splitlines()]
        self.steps.append({"step": name, "said": said, **facts, "paper": paper})


def play(options: Namespace, places: Places) -> Told:
    """Sign in, award, redeem, return, undo, enrol, close the shift, verify."""
    if places.settings.exists() and not places.database.exists():
        raise Refused("demo-in-real-shop")  # somebody has begun to set one up
    shop = open_demo(places)
    try:
        _only_in_the_demo(shop)
        cards = _cards(options.cards) if options.cards else ()
        nightly(shop)
        visit = _visit(shop)
        faults = _verified(visit)
    finally:
        shop.store.close()
    facts: Facts = {"data": str(places.data), "steps": visit.steps, "clean": not faults}
    facts["cards"] = str(options.cards) if options.cards else None
    error = Error("ledger-faulty", {"faults": faults}) if faults else None
    return Told(facts, (*visit.lines, *cards), error)


def _only_in_the_demo(shop: Shop) -> None:
    with shop.store.reading() as view:
        badge = view.operator_by_badge(WHO.badge)
    if badge is None or badge.id != WHO.id:
        raise Refused("demo-in-real-shop")


def _visit(shop: Shop) -> Visit:
    operator = sign_in(shop, WHO.id, WHO.pin)
    visit = Visit(shop, current(shop, operator.id).id)
    visit.step("sign-in", f"{operator.name} signs in with a PIN.", {"operator": operator.id})
    member = _identified(visit)
    sale = _awarded(visit, member)
    _redeemed(visit, member.member.id)
    _returned(visit, sale)
    _undone(visit)
    _enrolled(visit)
    _closed(visit)
    return visit


def _identified(visit: Visit) -> AtCounter:
    """The demo member with the most points, by their card."""
    known = [identify(visit.shop, demo_card(n)) for n in range(1, len(NAMES) + 1)]
    members = [one for one in known if isinstance(one, AtCounter)]
    member = max(members, key=lambda one: one.account.spendable(visit.shop.today))
    points = Words.of(visit.shop).points(member.account.balance)
    said = f"The card {member.card} is scanned: {member.member.name}, {points}."
    facts = {"card": member.card, "member": member_facts(member.member)}
    visit.step("identify", said, facts | {"balance": member.account.balance})
    return member


def _awarded(visit: Visit, member: AtCounter) -> SaleNumber:
    lines = [Line("Flat white", 760, 2, category="coffee"), Line("Croissant", 260)]
    if member.account.spendable(visit.shop.today) < REWARD_POINTS:
        lines.append(Line("Beans 250 g", 5 * 1190, 5, category="retail"))
    basket = Basket(visit.shop.settings.currency, tuple(lines))
    booked = confirm(visit.shop, visit.act, basket, member.member.id)
    words = Words.of(visit.shop)
    earned = words.points(booked.sale.earned)
    said = f"{words.money(booked.sale.total_minor)} are paid and earn {earned}."
    visit.step("award", said, _facts(visit, booked), _paper(visit, booked.entry.key, why=True))
    return booked.entry.key


def _redeemed(visit: Visit, member: UUID) -> None:
    basket = Basket(visit.shop.settings.currency, (Line("Orange juice", 420, category="drinks"),))
    booked = confirm(visit.shop, visit.act, basket, member, (Chosen(reward=REWARD),))
    used = booked.sale.used[0]
    said = f"{used.name} is given for {Words.of(visit.shop).points(used.points)}."
    visit.step("redeem", said, _facts(visit, booked), _paper(visit, booked.entry.key))


def _facts(visit: Visit, booked: Booked) -> Facts:
    return booked_facts(visit.shop, booked)


def _returned(visit: Visit, number: SaleNumber) -> None:
    """The first sale comes back; its slip is scanned."""
    code = sale_code(number)
    found = identify(visit.shop, code)
    assert isinstance(found, Slip)  # a code that sale_code made
    booked = confirm_return(visit.shop, visit.act, found.number)
    words, returned = Words.of(visit.shop), booked.returned
    said = (
        f"The slip {code} is scanned: sale {number_text(number)} comes back, "
        f"{words.money(returned.refund_minor)} are paid out and {words.points(returned.clawed)} go."
    )
    facts: Facts = {"return": return_facts(returned, booked.sold.sale.currency)}
    facts["entry"] = entry_text(booked.entry.key)
    balances = {"balance_before": booked.before.balance, "balance_after": booked.after.balance}
    visit.step("return", said, facts | balances, _paper(visit, booked.entry.key))


def _undone(visit: Visit) -> None:
    done = undo(visit.shop, visit.act)
    points = Words.of(visit.shop).points(done.after.balance)
    said = f"That was a mistake: F8 takes the return back; {points} as before."
    facts = {"undid": done.undid.value, "entry": entry_text(done.entry.key)}
    visit.step("undo", said, facts | {"balance_after": done.after.balance})


def _enrolled(visit: Visit) -> None:
    with visit.shop.store.reading() as view:
        free = (code for code in map(demo_card, count(BLANK_CARDS.start)) if view.free_card(code))
        card = next(free)
    member = enrol(visit.shop, visit.act, card, "", "Robin Walk-in")
    said = f"A blank card {card} is scanned, and one key enrols {member.name}."
    visit.step("enrol", said, {"card": card, "member": member_facts(member)})


def _closed(visit: Visit) -> None:
    closing = close(visit.shop, visit.shift, WHO.id)
    settings = visit.shop.settings
    facts = closing_facts(visit.shop, closing)
    paper = to_text(closing_document(facts, settings.language, settings.paper_mm))
    totals = totals_facts(closing.totals, settings.currency)
    visit.step("close", f"{closing.operator} closes the shift.", {"totals": totals}, paper)


def _verified(visit: Visit) -> int:
    with visit.shop.store.reading() as view:
        faults = [str(fault) for fault in verify(view)]
        last = view.last_entry()
    where = entry_text(last.key) if last else ""
    said = f"The ledger is verified up to entry {where}: " + ("; ".join(faults) or "clean") + "."
    visit.step("verify", said, {"faults": faults, "last": where})
    return len(faults)


def _paper(visit: Visit, number: SaleNumber, why: bool = False) -> str:
    return slip(visit.shop, number, why=why).text


def _cards(path: Path) -> tuple[str, ...]:
    """Badges, cards of members, and blank ones, as a PDF to print and to scan."""
    write_file(path, to_cards_pdf(tuple(_card_facts()), SETTINGS.language))
    return (f"Cards and badges to print: {path}",)


def _card_facts() -> Iterable[CardFacts]:
    shop = SETTINGS.shop
    for operator in OPERATORS:
        yield CardFacts(CardKind.OPERATOR, shop, operator.badge, operator.name)
    for number, name in enumerate(NAMES, start=1):
        yield CardFacts(CardKind.MEMBER, shop, demo_card(number), name.replace("_", " "))
    for number in BLANK_CARDS:
        yield CardFacts(CardKind.MEMBER, shop, demo_card(number))
