"""Our own slips in the registry: what they say, and which keys are believed for how long."""

from __future__ import annotations

import base64
from dataclasses import replace
from decimal import Decimal

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from loyalty.codes import SaleNumber
from loyalty.errors import LoyaltyError
from receipts.claim_code import ClaimFacts, key_id_of, token, url
from receipts.reading.claim import DocumentKind, Outcome
from receipts.reading.judging import refusal
from receipts.reading.regulars import known_key
from receipts.reading.schemes import read_code

PRIVATE = bytes(range(32))
PUBLIC = Ed25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw()
FACTS = ClaimFacts(7, SaleNumber(12, 2, 812), 1_793_000_000, 12_34, "EUR")
NAMED = ("regulars", str(key_id_of(12, PUBLIC)))
CODE = url("shop.example", token(FACTS, PRIVATE))


def test_a_slip_of_ours_says_which_sale_it_is() -> None:
    claim = read_code(CODE, {NAMED: known_key(PUBLIC)})
    assert (claim.scheme, claim.merchant, claim.receipt) == ("regulars", "7", "12-2-812")
    assert (claim.total, claim.currency) == (Decimal("12.34"), "EUR")
    assert claim.issued_at == "2026-10-26T07:33:20Z"
    assert claim.kind is DocumentKind.SALE
    assert (claim.device, claim.counter) == ("12", 200_000_812)
    assert claim.outcome("signature") is Outcome.PASS
    assert claim.outcome("key_valid") is Outcome.PASS
    assert refusal(claim) is None


def test_a_captured_receipt_is_never_a_sale_of_ours() -> None:
    claim = read_code(url("", token(replace(FACTS, captured=True), PRIVATE)))
    assert (claim.receipt, claim.device) == ("capture-12-2-812", "capture-12")


def test_money_without_cents_has_none() -> None:
    claim = read_code(url("", token(replace(FACTS, currency="KRW"), PRIVATE)))
    assert claim.total == Decimal(1234)


def test_a_key_nobody_told_us_of_can_neither_pass_nor_fail() -> None:
    claim = read_code(CODE)
    assert {check.outcome for check in claim.checks} == {Outcome.NOT_POSSIBLE}


@pytest.mark.parametrize(("retired_s", "valid"), [(FACTS.at_s, False), (FACTS.at_s + 1, True)])
def test_a_retired_key_stays_good_for_what_it_signed_before(retired_s: int, valid: bool) -> None:
    claim = read_code(CODE, {NAMED: known_key(PUBLIC, retired_s)})
    assert claim.outcome("signature") is Outcome.PASS
    assert claim.outcome("key_valid") is (Outcome.PASS if valid else Outcome.FAIL)
    assert (refusal(claim) is None) is valid


def test_a_changed_total_fails_and_is_refused() -> None:
    forged = url("", token(replace(FACTS, total_minor=99_99), bytes(32)))
    mine = url("", token(FACTS, PRIVATE))
    claim = read_code(url("", _relabelled(forged, mine)), {NAMED: known_key(PUBLIC)})
    assert claim.outcome("signature") is Outcome.FAIL
    assert refusal(claim) is not None


def _relabelled(forged: str, mine: str) -> str:
    """The forged token under our key's fingerprint, its bytes 1 and 2, so that our key is asked."""
    theirs, ours = (base64.b32decode(code[-140:] + "====") for code in (forged, mine))
    return base64.b32encode(theirs[:1] + ours[1:3] + theirs[3:]).decode().rstrip("=")


def test_a_damaged_token_is_malformed() -> None:
    with pytest.raises(LoyaltyError, match="receipt-malformed"):
        read_code(CODE[:-1])


def test_a_code_with_bytes_that_are_no_text_is_not_ours() -> None:
    with pytest.raises(LoyaltyError):
        read_code(CODE.encode() + b"\xff")
