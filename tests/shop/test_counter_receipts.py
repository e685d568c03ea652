"""What is scanned at the counter may be a receipt: told from cards and products, never instead."""

from __future__ import annotations

from datetime import timedelta

import pytest

from loyalty.codes import LONGEST_SCAN
from loyalty.errors import LoyaltyError
from pos.claims import claim
from pos.counter import ProductCode, ReceiptCode, Slip, identify
from pos.doubts import beside
from pos.presenting import present
from pos.shop import Shop
from pos.slips import slip_of
from tests.shop.claim_desk import portuguese
from tests.shop.house import CARD, act, anna, clock_of, sale


def test_our_own_code_is_a_receipt_and_names_its_sale(shop: Shop) -> None:
    booked = sale(shop, None, 1234)
    code = slip_of(shop, booked.entry.key).claim_url
    assert identify(shop, code) == ReceiptCode(code, booked.entry.key)
    assert identify(shop, code.lower()) == ReceiptCode(code.lower(), booked.entry.key)


def test_another_tills_code_is_a_receipt_and_names_no_sale(shop: Shop) -> None:
    assert identify(shop, portuguese()) == ReceiptCode(portuguese())


def test_the_bytes_of_a_code_are_kept_where_they_are_known(shop: Shop) -> None:
    code = portuguese().encode("latin-1")
    assert identify(shop, portuguese(), code) == ReceiptCode(code)
    assert identify(shop, portuguese(), b"\x80\x81") == ReceiptCode(portuguese())


def test_a_receipts_code_may_be_longer_than_any_of_ours(shop: Shop) -> None:
    long = f"{portuguese()}*S:{'x' * LONGEST_SCAN}"
    assert identify(shop, long) == ReceiptCode(long)


@pytest.mark.parametrize(
    ("text", "code"),
    [("https://example.com/menu", "code-foreign"), ("x" * 600, "code-too-long")],
)
def test_what_no_scheme_knows_stays_foreign(shop: Shop, text: str, code: str) -> None:
    with pytest.raises(LoyaltyError) as no:
        identify(shop, text)
    assert no.value.code == code


def test_a_damaged_receipt_is_still_one(shop: Shop) -> None:
    cut = portuguese()[:60]
    assert identify(shop, cut) == ReceiptCode(cut)
    with pytest.raises(LoyaltyError) as no:
        present(shop, cut)
    assert no.value.code == "receipt-malformed"


def test_cards_slips_and_products_come_first(shop: Shop) -> None:
    member = anna(shop)
    booked = sale(shop, member)
    found = identify(shop, CARD, CARD.encode())
    assert not isinstance(found, ReceiptCode)
    assert isinstance(identify(shop, slip_of(shop, booked.entry.key).code), Slip)
    assert isinstance(identify(shop, "4006381333931", b"4006381333931"), ProductCode)


def test_the_receipt_another_one_is_held_against_is_found_by_its_entry(shop: Shop) -> None:
    member = anna(shop)
    first, second = sale(shop, None, 350), sale(shop, None, 350)
    presented = [present(shop, slip_of(shop, b.entry.key).claim_url) for b in (first, second)]
    booked = claim(shop, act(shop), member.id, presented[0])
    number = f"{booked.entry.key.terminal}-{booked.entry.key.seq}"
    found = beside(shop, presented[1].receipt, number)
    assert found is not None
    assert found.own == first.entry.key
    assert beside(shop, presented[1].receipt, "1-99999") is None
    clock_of(shop).advance(timedelta(days=3))
    later = present(shop, slip_of(shop, sale(shop, None, 350).entry.key).claim_url)
    assert beside(shop, later.receipt, number) is None
