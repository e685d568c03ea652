"""One receipt presented in several shops: credited once, and everybody knows where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from loyalty.claims.known import Device
from loyalty.errors import LoyaltyError
from loyalty.members.member import Member
from pos import claim_keys, issuers
from pos.claims import Credited, claim, withdraw
from pos.office.desk.sessions import OfficeError
from pos.presenting import present
from pos.sync.messages import AskClaim
from pos.trouble import TroubleError
from receipts.claim_code import public_of
from tests.shop.chain import Chain, Till
from tests.shop.claim_desk import portuguese


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    made = Chain(tmp_path)
    yield made
    made.close()


def presented(till: Till, member: Member, n: int = 123411) -> Credited:
    shown = present(till.shop, portuguese(n))
    return claim(till.shop, till.act(), member.id, shown, overrule=True, approved="sam", why="seen")


def test_a_receipt_that_stands_need_not_wait_and_is_refused_where_it_is_known(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    chain.settle()
    first = presented(here, ann)
    assert here.account(ann.id).pending_points == first.points > 0
    chain.settle()
    assert here.account(ann.id).pending_points == 0
    assert chain.total(ann.id) == first.points
    with pytest.raises(LoyaltyError) as no:
        presented(there, ann)
    assert no.value.code == "claim-elsewhere"
    assert no.value.facts == {"where": "Till 1", "on": chain.clock.today().isoformat()}


def test_a_receipt_that_two_offline_shops_credited_counts_where_it_arrived_first(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    chain.settle()
    here.cut()
    there.cut()
    first = presented(here, ann)
    presented(there, ann)
    there.sell(ann, 1000)
    had = there.points(ann)
    here.mend()
    chain.settle()
    there.mend()
    chain.settle()
    assert chain.total(ann.id) == first.points + had
    assert there.account(ann.id).pending_points == 0
    with pytest.raises(LoyaltyError, match="claim-elsewhere"):
        presented(there, ann)
    with pytest.raises(LoyaltyError, match="claim-already"):
        presented(here, ann)
    with there.shop.store.reading() as view:
        days = view.whole_history(ann.id).days
        assert sum(day.visits for day in days) == 2


def test_asked_before_it_credits_a_shop_hears_at_once_who_was_first(chain: Chain) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    chain.settle()
    receipt = present(there.shop, portuguese()).receipt
    there.sync.claimed(receipt.source())  # nobody has credited it: nothing is said of it
    presented(here, ann)
    here.sync.push()
    there.sync.claimed(receipt.source())  # without a round in between
    with pytest.raises(LoyaltyError, match="claim-elsewhere"):
        presented(there, ann)
    here.sync.claimed(receipt.source())  # one's own is no news
    with pytest.raises(LoyaltyError, match="claim-already"):
        presented(here, ann)


def test_asking_about_a_receipt_without_a_line_says_so_and_keeps_nothing(chain: Chain) -> None:
    here = chain.till(1)
    chain.settle()
    receipt = present(here.shop, portuguese()).receipt
    here.cut()
    with pytest.raises(TroubleError, match="office-unreachable"):
        here.sync.claimed(receipt.source())
    here.mend()
    session = here.sync.begin()
    asked = msgspec.json.encode(AskClaim(source=b"x" * 300))
    with pytest.raises(OfficeError, match="message-unreadable"):
        chain.office.answer(here.number, "claim", session.nonce, 1, asked)


def test_a_credit_that_was_a_mistake_leaves_the_receipt_to_other_shops(chain: Chain) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    chain.settle()
    first = presented(here, ann)
    chain.settle()
    receipt = first.receipt
    withdraw(here.shop, here.act("sam"), receipt.scheme, receipt.key, "another one's", again=True)
    chain.settle()
    assert chain.total(ann.id) == 0
    again = presented(there, ann)
    chain.settle()
    assert chain.total(ann.id) == again.points > 0
    with pytest.raises(LoyaltyError, match="claim-elsewhere"):
        presented(here, ann)


def test_keys_of_claim_codes_and_merchants_are_known_at_every_till(chain: Chain) -> None:
    here = chain.till(1)
    made = claim_keys.signer(here.shop)
    issuers.enrol_named(here.shop, "sam", "photo", "bakery", "The bakery")
    with here.shop.store.writing() as work:
        work.put_device(Device("at-rksv", "A-1", "bakery", b"k" * 65), "sam")
    chain.settle()
    there = chain.till(2)
    chain.settle()
    (known,) = claim_keys.keys(there.shop)
    assert known.key.public == public_of(made.private)
    assert not known.own
    claim_keys.retire(there.shop, there.act("sam"), known.key.id, "the till was stolen")
    chain.settle()
    assert claim_keys.keys(here.shop)[0].retired is not None
    merchants, devices = issuers.issuers(there.shop)
    assert [one.name for one in merchants] == ["The bakery"]
    assert devices == (Device("at-rksv", "A-1", "bakery", b"k" * 65),)
    issuers.end(there.shop, "sam", "photo", "bakery")
    chain.settle()
    assert not issuers.issuers(here.shop)[0][0].active
