"""Vouchers at the counter: given with a sale or by hand, good once, gone with what gave them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from loyalty.errors import LoyaltyError
from loyalty.redemption.quote import Chosen
from loyalty.rules.campaign import Campaign
from loyalty.rules.rewards import VoucherKind, VoucherTerms
from pos.blocking import block
from pos.counter import confirm, look
from pos.demo import demo_program
from pos.returns import confirm_return
from pos.shop import Shop
from pos.undo import undo
from pos.vouchers import give, voucher_state, withdraw
from tests.shop.house import act, anna, clean, goods, open_at

FIVE = VoucherTerms("five", "5.00 off", VoucherKind.MONEY_OFF, 500, minimum_spend_minor=1000)
OWN = replace(FIVE, id="own", personal=True)
SPRING = Campaign(
    "spring", "Spring", vouchers=(replace(FIVE, id="spring-five"),), voucher_spend_minor=2000
)


@pytest.fixture
def vouching(tmp_path: Path) -> Shop:
    """A shop whose program gives a voucher from 20.00 on, and two kinds by hand."""
    rules = replace(
        demo_program(), starts_on=date(2020, 1, 1), vouchers=(FIVE, OWN), campaigns=(SPRING,)
    )
    return open_at(tmp_path, program=rules)


def test_a_sale_hands_out_a_voucher_that_pays_the_next_one_once(vouching: Shop) -> None:
    member = anna(vouching)
    first = confirm(vouching, act(vouching), goods(2500), member.id)
    (voucher,) = first.vouchers
    again = confirm(
        vouching, act(vouching), goods(1200), member.id, (Chosen(voucher=voucher.code),)
    )
    assert again.sale.due_minor == 700
    with pytest.raises(LoyaltyError) as no:
        confirm(vouching, act(vouching), goods(1200), member.id, (Chosen(voucher=voucher.code),))
    assert no.value.code in ("voucher-used", "voucher-refused")
    assert voucher_state(vouching, voucher.code).used
    assert clean(vouching)


def test_the_return_of_a_sale_makes_its_voucher_worthless_and_an_undo_good_again(
    vouching: Shop,
) -> None:
    member = anna(vouching)
    booked = confirm(vouching, act(vouching), goods(2500), member.id)
    (voucher,) = booked.vouchers
    confirm_return(vouching, act(vouching), booked.entry.key)
    assert voucher_state(vouching, voucher.code).withdrawn
    assert look(vouching, member.id).shop.vouchers == {}
    undo(vouching, act(vouching))
    assert not voucher_state(vouching, voucher.code).withdrawn


def test_a_returned_sale_gives_its_voucher_back(vouching: Shop) -> None:
    voucher = give(vouching, act(vouching), "five")
    paid = confirm(
        vouching, act(vouching), goods(1200), anna(vouching).id, (Chosen(voucher=voucher.code),)
    )
    confirm_return(vouching, act(vouching), paid.entry.key)
    assert not voucher_state(vouching, voucher.code).used


def test_a_voucher_to_bearer_needs_nobody(vouching: Shop) -> None:
    one = act(vouching)
    voucher = give(vouching, one, "five")
    assert give(vouching, one, "five") == voucher
    sold = confirm(vouching, act(vouching), goods(1200), None, (Chosen(voucher=voucher.code),))
    assert sold.sale.due_minor == 700


def test_a_withdrawn_voucher_pays_nothing(vouching: Shop) -> None:
    voucher = give(vouching, act(vouching), "five")
    withdraw(vouching, act(vouching, "sam"), voucher.code, "misprinted")
    with pytest.raises(LoyaltyError):
        confirm(vouching, act(vouching), goods(1200), None, (Chosen(voucher=voucher.code),))
    with pytest.raises(LoyaltyError, match="voucher-withdrawn"):
        withdraw(vouching, act(vouching, "sam"), voucher.code, "again")


def test_what_cannot_be_given_is_said(vouching: Shop) -> None:
    with pytest.raises(LoyaltyError, match="voucher-terms-unknown"):
        give(vouching, act(vouching), "six")
    with pytest.raises(LoyaltyError, match="voucher-needs-member"):
        give(vouching, act(vouching), "own")
    with pytest.raises(LoyaltyError, match="member-unknown"):
        give(vouching, act(vouching), "own", uuid4())
    member = anna(vouching)
    block(vouching, act(vouching, "sam"), member.id, "copied card")
    with pytest.raises(LoyaltyError, match="member-blocked"):
        give(vouching, act(vouching), "five", member.id)
    with pytest.raises(LoyaltyError, match="voucher-unknown"):
        voucher_state(vouching, "64" + "0" * 16)


def test_a_cashier_gives_a_few_vouchers_a_day_alone(vouching: Shop) -> None:
    for _ in range(5):
        give(vouching, act(vouching), "five")
    with pytest.raises(LoyaltyError, match="approval-needed"):
        give(vouching, act(vouching), "five")
    assert give(vouching, act(vouching), "five", approved="sam").terms == FIVE
