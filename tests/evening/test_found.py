"""What a real evening found out, held fast."""

from __future__ import annotations

from pathlib import Path

from pos.vouchers import give
from tests.evening.street import evening_program
from tests.shop.chain import Chain


def test_asking_for_a_voucher_leaves_the_members_points_elsewhere_as_they_were(
    tmp_path: Path,
) -> None:
    chain = Chain(tmp_path, evening_program())
    here, there = chain.till(1), chain.till(2)
    anna = here.enrol("Anna")
    here.sell(anna, 24_000)
    given = give(here.shop, here.act("sam"), "treat", anna.id)
    chain.settle()
    there.sync.reserve(anna.id, 0, given.code)
    with there.shop.store.reading() as view:
        known = view.elsewhere(anna.id)
    assert known is not None
    assert known.points == 240
    chain.close()
