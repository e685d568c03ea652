"""Slips of what another shop has sold: that of its return, and its own brought later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from pos.claims import claim
from pos.presenting import present
from pos.returns import confirm_return
from pos.slips import slip_of
from receipts.writing.facts import SlipKind
from tests.shop.chain import Chain


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    made = Chain(tmp_path)
    yield made
    made.close()


def test_a_return_of_another_shops_sale_has_a_slip_with_what_came_back(chain: Chain) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    sold = here.sell(ann, 5000, units=2)
    chain.settle()
    key = there.sync.find(sold.entry.key)
    assert key is not None
    booked = confirm_return(there.shop, there.act(), key, (1,))
    slip = slip_of(there.shop, booked.entry.key)
    assert slip.kind is SlipKind.RETURN
    assert slip.member is not None
    assert slip.member.name == "Ann"
    assert [line.amount_minor for line in slip.lines] == [2500]


def test_a_slip_of_another_shop_that_was_looked_at_for_a_return_is_credited_as_any_other(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    sold = here.sell(None, 5000).entry.key
    code = slip_of(here.shop, sold).claim_url
    chain.settle()
    assert there.sync.find(sold) == sold
    shown = present(there.shop, code)
    assert shown.receipt.total_minor == 5000
    made = claim(there.shop, there.act(), ann.id, shown)
    chain.settle()
    assert chain.total(ann.id) == made.points > 0
    with pytest.raises(LoyaltyError, match="claim-"):
        claim(here.shop, here.act(), ann.id, present(here.shop, code))
