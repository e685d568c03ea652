"""What head office judges between terminals, on each of its engines."""

from __future__ import annotations

from pathlib import Path

from pos.claims import claim
from pos.merging import merge
from pos.office.nights.jobs import run_due
from pos.presenting import present
from pos.returns import confirm_return
from tests.shop.chain import Chain
from tests.shop.claim_desk import portuguese


def test_twice_returned_twice_claimed_merged_and_nightly(tmp_path: Path, office_url: str) -> None:
    chain = Chain(tmp_path, database=office_url)
    here, there = chain.till(1), chain.till(2)
    ann, anna = here.enrol("Ann", 1), here.enrol("Anna", 2)
    sold = here.sell(ann, 5000)
    chain.settle()
    key = there.sync.find(sold.entry.key)
    assert key is not None
    here.cut()
    there.cut()
    confirm_return(here.shop, here.act(), sold.entry.key)
    confirm_return(there.shop, there.act(), key)
    given = 0
    for till in (here, there):
        shown = present(till.shop, portuguese())
        done = claim(till.shop, till.act(), ann.id, shown, overrule=True, approved="sam", why="x")
        given = done.points
    there.sell(ann, 3000)
    here.mend()
    chain.settle()
    merge(here.shop, here.act("sam"), ann.id, anna.id)
    there.mend()
    chain.settle()
    assert all(not done.failed for done in run_due(chain.office))
    chain.settle()
    assert chain.total(ann.id) == 0
    assert chain.total(anna.id) == given + 30
    chain.close()
