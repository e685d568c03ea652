"""Nights of several shops: whose referral it is, and rewards of whoever has the points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from loyalty.ledger.entry import Kind
from loyalty.rules.activity import ReferralRule, ReferralState
from loyalty.rules.program import Program, Reward, RewardKind
from pos.demo import demo_program
from pos.demo_program import whole_program
from pos.nightly import nightly
from pos.office.nights.jobs import job_named, run
from pos.referrals import code_of, refer
from pos.vouchers import give
from tests.shop.chain import Chain, Till

TREAT = Reward("treat", "Treat", RewardKind.GIFT, 100, 250, automatic=True)


def rules() -> Program:
    friends = ReferralRule(200, 100, 1000, after_days=3)
    return replace(demo_program(), rewards=(TREAT,), referral=friends)


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    made = Chain(tmp_path, rules())
    yield made
    made.close()


def kinds(till: Till, kind: Kind) -> int:
    with till.shop.store.reading() as view:
        return sum(1 for _ in view.entries(kind=kind))


def test_a_referral_is_settled_once_by_the_terminal_that_noted_it(chain: Chain) -> None:
    here, there = chain.till(1), chain.till(2)
    ann, bob = here.enrol("Ann", 1), here.enrol("Bob", 2)
    chain.settle()
    refer(here.shop, bob.id, code_of(here.shop, ann.id))
    chain.settle()
    there.sell(bob, 5000)
    chain.settle()
    nightly(here.shop)
    nightly(there.shop)
    chain.days(4)
    assert nightly(there.shop).rewarded == 0
    assert nightly(here.shop).rewarded == 1
    chain.settle()
    assert (kinds(here, Kind.REFERRAL), kinds(there, Kind.REFERRAL)) == (2, 0)
    with there.shop.store.reading() as view:
        known = view.referral(bob.id)
        assert known is not None
        assert known.state is ReferralState.REWARDED
    chain.days(300)
    assert nightly(there.shop).rewarded == 0


def test_a_referral_whose_terminal_is_gone_is_settled_by_the_others_in_the_end(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann, bob = here.enrol("Ann", 1), here.enrol("Bob", 2)
    refer(here.shop, bob.id, code_of(here.shop, ann.id))
    chain.settle()
    there.sell(bob, 5000)
    here.cut()
    chain.days(200)
    nightly(there.shop)
    assert kinds(there, Kind.REFERRAL) == 0
    chain.days(15)
    nightly(there.shop)
    assert kinds(there, Kind.REFERRAL) == 2
    nightly(here.shop)  # cut off for all that time, it knows of no purchase
    here.mend()
    chain.settle()
    with chain.tills[0].shop.store.reading() as view:
        known = view.referral(bob.id)
        assert known is not None
        assert known.state is not ReferralState.OPEN


def test_two_shops_give_an_automatic_reward_each_for_points_of_their_own(chain: Chain) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    chain.settle()
    nightly(here.shop)
    nightly(there.shop)
    here.cut()
    there.cut()
    here.sell(ann, 13000)
    there.sell(ann, 12000)
    chain.days(1)
    assert nightly(here.shop).rewards == 1
    assert nightly(there.shop).rewards == 1
    here.mend()
    there.mend()
    chain.settle()
    assert chain.total(ann.id) == 50
    for till in (here, there):
        with till.shop.store.reading() as view:
            assert not view.set_aside()


def test_what_a_silent_terminal_has_comes_back_with_its_vouchers_once_its_lease_is_over(
    tmp_path: Path,
) -> None:
    chain = Chain(tmp_path, whole_program())
    here, there = chain.till(1), chain.till(2)
    chain.settle()
    code = give(here.shop, here.act("sam"), "treat").code
    chain.settle()
    here.cut()
    chain.days(30)
    run(chain.office, job_named("lapse"))
    assert not usable_at(there, code)
    chain.days(8)  # its lease, and the days its clock may be wrong
    run(chain.office, job_named("lapse"))
    assert usable_at(there, code)
    here.mend()
    chain.settle()
    assert not usable_at(here, code, ask=False)
    chain.close()


def usable_at(till: Till, code: str, *, ask: bool = True) -> bool:
    """Whether a voucher may be used at a till."""
    till.sync.session = None
    if ask:
        till.sync.reserve(None, voucher=code)
    with till.shop.store.reading() as view:
        return code in view.given_here()
