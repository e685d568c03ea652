"""What head office keeps true of members: who is gone stays gone, and moves are counted once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from pos.blocking import block_card
from pos.leaving import erase
from pos.merging import merge
from pos.office.desk import feed
from pos.office.ledger.books import Books
from pos.office.managing import members
from pos.office.schema.engine import reading, transaction
from pos.office.schema.facts import word
from tests.shop.chain import MERCHANT, Chain


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    made = Chain(tmp_path)
    yield made
    made.close()


def test_the_ledger_alone_erases_where_the_word_of_it_was_lost(chain: Chain) -> None:
    till = chain.till(1)
    ann = till.enrol("Ann Example")
    chain.settle()
    erase(till.shop, till.act("sam"), ann.id)
    with till.shop.store.writing() as work:
        work.told(1 << 40)  # as if head office had heard it, and was restored since
    chain.settle()
    with reading(chain.engine) as db:
        found = feed.word_of(db, MERCHANT, "member", ann.id.hex)
        bodies = " ".join(db.execute(sa.select(word.c.body)).scalars())
    assert found is not None
    assert json.loads(found[2])["status"] == "erased"
    assert "Ann" not in bodies


def test_days_of_a_merged_member_at_other_tills_count_for_the_one_who_is_kept(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann, anna = here.enrol("Ann", 1), here.enrol("Anna", 2)
    chain.settle()
    there.sell(ann, 5000)
    chain.settle()
    merge(here.shop, here.act("sam"), ann.id, anna.id)
    chain.settle()
    for till in (here, there):
        with till.shop.store.reading() as view:
            assert sum(day.visits for day in view.whole_history(anna.id).days) == 1


def test_a_word_that_leads_in_a_circle_is_refused_and_the_first_is_said_again(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann, anna = here.enrol("Ann", 1), here.enrol("Anna", 2)
    chain.settle()
    there.cut()
    merge(here.shop, here.act("sam"), ann.id, anna.id)
    merge(there.shop, there.act("sam"), anna.id, ann.id)
    chain.settle()
    there.mend()
    chain.settle()
    with transaction(chain.engine) as db:
        one = feed.word_of(db, MERCHANT, "member", ann.id.hex)
        other = feed.word_of(db, MERCHANT, "member", anna.id.hex)
    assert one is not None
    assert other is not None
    assert json.loads(one[2])["merged"] == anna.id.hex
    assert json.loads(other[2])["merged"] == ""


@pytest.mark.parametrize("where", ["head office", "a shop that knows of no merge"])
def test_an_erasure_reaches_everybody_whom_two_shops_made_one_of(chain: Chain, where: str) -> None:
    here, there, third = chain.till(1), chain.till(2), chain.till(3)
    ann, anna, anne = here.enrol("Ann", 1), here.enrol("Anna", 2), here.enrol("Anne", 3)
    chain.settle()
    for till in (there, third):
        till.cut()
    merge(here.shop, here.act("sam"), ann.id, anna.id)
    merge(there.shop, there.act("sam"), anna.id, anne.id)
    if where != "head office":
        erase(third.shop, third.act("sam"), anne.id)
    chain.settle()
    for till in (there, third):
        till.mend()
    chain.settle()
    if where == "head office":
        with transaction(chain.engine) as db:
            members.erase(Books(db, MERCHANT, chain.clock, 0), anne.id)
        chain.settle()
    with reading(chain.engine) as db:
        assert "Ann" not in " ".join(db.execute(sa.select(word.c.body)).scalars())
    for till in (here, there, third):
        with till.shop.store.reading() as view:
            known = [view.member(one.id) for one in (ann, anna, anne)]
            cards = [view.cards_of(one.id) for one in (ann, anna, anne)]
        assert [one.name for one in known if one] == ["", "", ""]
        assert cards == [(), (), ()]


def test_a_card_of_an_erased_person_is_nobodys_where_it_was_moved_too(chain: Chain) -> None:
    here, there, third = chain.till(1), chain.till(2), chain.till(3)
    ann, anna = here.enrol("Ann", 1), here.enrol("Anna", 2)
    with here.shop.store.reading() as view:
        (card,) = view.cards_of(ann.id)
    chain.settle()
    for till in (there, third):
        till.cut()
    merge(there.shop, there.act("sam"), ann.id, anna.id)
    chain.clock.advance(timedelta(minutes=1))
    block_card(third.shop, third.act("sam"), card.code, True)
    erase(here.shop, here.act("sam"), ann.id)
    chain.settle()
    there.mend()
    chain.settle()
    third.mend()
    chain.settle()
    for till in (here, there, third):
        with till.shop.store.reading() as view:
            assert view.member_by_card(card.code) is None
