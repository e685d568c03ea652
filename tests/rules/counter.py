"""Reads what the tables of redeeming examples say: baskets, choices, who stands there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from loyalty.basket import Basket, Line
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, Lot
from loyalty.ledger.count import Count, summed
from loyalty.ledger.entry import EntryKey, LotRef
from loyalty.members.history import History, Scene, ShopState, Standing
from loyalty.members.member import Birthday, Member
from loyalty.redemption.chosen import Chosen
from loyalty.redemption.paying import Payment
from loyalty.redemption.redeeming import redeemed
from loyalty.redemption.voucher import Voucher
from loyalty.rules.program import Program
from tests.rules.book import MEMBER
from tests.rules.makers import DAY

FLAGS = ("gift-card", "deposit")


def goods(text: str) -> Basket:
    """`coffee 900 x3, cake 450`: names are categories, `gift-card` and `deposit` flags as well."""
    lines = []
    for item in filter(None, (part.strip() for part in text.split(","))):
        name, amount, *units = item.split()
        count = int(units[0].removeprefix("x")) if units else 1
        flags = frozenset({name} if name in FLAGS else ())
        lines.append(Line(name, int(amount), count, category=name, flags=flags))
    return Basket("EUR", tuple(lines))


def choice(text: str) -> Chosen:
    """`points N`, `stamps CARD`, `voucher CODE`, or the id of a reward."""
    kind, _, what = text.strip().partition(" ")
    if kind == "points":
        return Chosen(points=int(what))
    if kind == "stamps":
        return Chosen(stamps=what)
    return Chosen(voucher=what) if kind == "voucher" else Chosen(kind)


def choices(text: str) -> list[Chosen]:
    """Several, with commas between them, in the order the cashier chose them."""
    return [choice(part) for part in text.split(",") if part.strip()]


def member(birthday: str = "", id_: UUID = MEMBER) -> Member:
    """Ann, with a birthday as vCard writes it."""
    return Member(id_, "Ann", "", DAY, birthday=Birthday.from_text(birthday) if birthday else None)


def scene(
    points: int = 0,
    counts: Iterable[Count] = (),
    vouchers: Iterable[Voucher] = (),
    on: date = DAY,
    who: Member | None = None,
    held: int = 0,
) -> Scene:
    """A member with so many points, and what was counted before."""
    known = tuple(counts)
    lots = (Lot(LotRef(EntryKey(1, 1, 1), 0, None), points),) if points else ()
    standing = Standing(who or member(), Account(lots), History().with_counts(known), held)
    shop = {key: amount for key, amount in summed(known).items() if key[0]}
    return Scene(on, 0, standing, ShopState(shop, {v.code: v for v in vouchers}))


def tried(
    program: Program, at: Scene, basket: Basket, asked: Iterable[Chosen]
) -> tuple[Payment, str, dict[str, object]]:
    """The payment after all choices, or as far as they went, the code of the no and its facts."""
    payment = Payment.begun(basket, program, at)
    for one in asked:
        try:
            payment = redeemed(payment, one)
        except LoyaltyError as no:
            facts = {k: v for k, v in no.facts.items() if k not in ("reward", "card", "voucher")}
            return payment, str(facts.pop("why", no.code)), facts
    return payment, "", {}


def numbers(text: str) -> tuple[int, ...]:
    """`75 0 30` as whole numbers."""
    return tuple(int(number) for number in text.split())


def rows(table: str) -> list[str]:
    """The rows of a table without its head and without empty lines."""
    return [row for row in table.strip().splitlines()[1:] if row.strip()]


def cells(row: str) -> list[str]:
    """What stands between the bars."""
    return [cell.strip() for cell in row.split("|")]
