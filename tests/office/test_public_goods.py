"""Goods that come back after a phone kept their receipt: their points go with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from loyalty.basket import Basket, Line
from loyalty.codes import SaleNumber
from pos.acts import Act
from pos.counter import confirm
from pos.ids import new_id
from pos.office.ledger.books import Books
from pos.office.nights import jobs
from pos.office.schema.engine import reading
from pos.office.schema.facts import member_day
from pos.returns import confirm_return
from pos.undo import undo
from tests.office.guests import (
    Street,
    card_of,
    kept,
    opened,
    street_on,
    waiting,
)


@pytest.fixture
def street(office_url: str, tmp_path: Path) -> Iterator[Street]:
    with street_on(office_url, tmp_path) as made:
        yield made


def test_goods_that_come_back_take_the_points_with_them(street: Street) -> None:
    sold, token = street.slip()
    street.sync()
    card = card_of(kept(opened(street, token), token))
    assert waiting(street, card) == 120
    shop = street.till.shop
    assert street.till.sync.find(sold.key) is not None
    number = SaleNumber(sold.key.terminal, sold.key.epoch, sold.key.seq)
    confirm_return(shop, Act(new_id(shop.clock), "op"), number)
    street.sync()
    street.sync()
    assert everything(street, card) == 0


def test_goods_that_come_back_without_a_line_take_the_points_with_them_later(
    street: Street,
) -> None:
    shop = street.till.shop
    sold = street.till.sold(None, 12_000, lines=3)
    token = street.token(sold, 12_000)
    street.sync()
    card = card_of(kept(opened(street, token), token))
    number = SaleNumber(sold.key.terminal, sold.key.epoch, sold.key.seq)
    first = confirm_return(shop, Act(new_id(shop.clock), "op"), number, (1, 0, 0))
    street.sync()
    assert everything(street, card) == 80
    undo(shop, Act(new_id(shop.clock), "op"), first.entry.key)
    street.sync()
    assert everything(street, card) == 120
    both = confirm_return(shop, Act(new_id(shop.clock), "op"), number, (1, 0, 0))
    undo(shop, Act(new_id(shop.clock), "op"), both.entry.key)
    street.sync()
    assert everything(street, card) == 120
    street.later(days=8)
    jobs.run(street.world.office, jobs.job_named("vest"))
    waiting(street, card)
    for units in ((0, 1, 0), (1, 0, 1)):
        confirm_return(shop, Act(new_id(shop.clock), "op"), number, units)
        street.sync()
    assert everything(street, card) == 0


def test_two_parts_that_come_back_in_one_push_take_all_of_it_once(street: Street) -> None:
    shop = street.till.shop
    tea = Basket("EUR", (Line("Tea", 12_100, 2),))
    sold = confirm(shop, Act(new_id(shop.clock), "op"), tea, None, ()).entry
    street.later(seconds=1)
    token = street.token(sold, 12_100)
    street.sync()
    card = card_of(kept(opened(street, token), token))
    assert (waiting(street, card), visits(street)) == (121, 1)
    number = SaleNumber(sold.key.terminal, sold.key.epoch, sold.key.seq)
    for _ in range(2):
        confirm_return(shop, Act(new_id(shop.clock), "op"), number, (1,))
    street.sync()
    assert (everything(street, card), visits(street)) == (0, 0)


def visits(street: Street) -> int:
    """Of all members together."""
    with reading(street.world.engine) as db:
        return int(db.execute(sa.select(sa.func.sum(member_day.c.visits))).scalar_one())


def everything(street: Street, card: str) -> int:
    """Points of a card wherever they are, pending or not, debts taken off."""
    with street.till.shop.store.reading() as view:
        found = view.member_by_card(card)
    assert found is not None
    with reading(street.world.engine) as db:
        holders = Books(db, 1, street.world.clock, 0).holders(found[0].id)
    return sum(map(sum, holders.values()))
