"""Every genuine code says what it is known to say, field by field and check by check."""

from __future__ import annotations

import pytest

from receipts.reading.claim import DocumentKind, Outcome
from receipts.reading.judging import refusal, signed
from receipts.reading.payload import Payload
from receipts.reading.schemes import SCHEMES, read_code
from tests.reading.vectors import Vector, told, vectors

ALL = vectors()
ADVISORY = {"tax_share_15_of_115", "igv_18_of_118", "signature_device_working"}


@pytest.mark.parametrize("vector", ALL, ids=str)
def test_a_genuine_code_says_what_it_is_known_to_say(vector: Vector) -> None:
    claim = read_code(vector.payload, vector.keys)

    assert claim.scheme == vector.scheme
    found = told(claim)
    expected = {name: value for name, value in vector.expect.items() if name != "checks"}
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize("vector", ALL, ids=str)
def test_each_check_comes_out_as_computed(vector: Vector) -> None:
    claim = read_code(vector.payload, vector.keys)

    found = {check.name: check.outcome.value for check in claim.checks}
    assert {name: found.get(name) for name in vector.checks} == vector.checks
    assert not {n for n in found.keys() - vector.checks.keys() if found[n] == "fail"}


@pytest.mark.parametrize("vector", [v for v in ALL if v.keys], ids=str)
def test_without_the_enrolled_key_a_signature_is_not_possible(vector: Vector) -> None:
    assert read_code(vector.payload).outcome("signature") is Outcome.NOT_POSSIBLE


@pytest.mark.parametrize("vector", ALL, ids=str)
def test_a_code_is_credited_only_as_a_sale_whose_checks_hold(vector: Vector) -> None:
    claim = read_code(vector.payload, vector.keys)

    against = [n for n, how in vector.checks.items() if how == "fail" and n not in ADVISORY]
    known = not signed(claim) or claim.outcome("signature") is Outcome.PASS
    sound = claim.kind is DocumentKind.SALE and not against and known
    assert (refusal(claim) is None) is sound


@pytest.mark.parametrize("vector", ALL, ids=str)
def test_blanks_and_line_ends_around_a_code_change_nothing(vector: Vector) -> None:
    plain = read_code(vector.payload, vector.keys)

    assert told(read_code(f" {vector.payload}\r\n", vector.keys)) == told(plain)
    assert told(read_code(vector.payload.encode(), vector.keys)) == told(plain)


@pytest.mark.parametrize("vector", ALL, ids=str)
def test_every_code_has_something_to_find_duplicates_by(vector: Vector) -> None:
    assert read_code(vector.payload, vector.keys).key


@pytest.mark.parametrize("vector", ALL, ids=str)
def test_one_scheme_and_no_other_knows_a_code(vector: Vector) -> None:
    payload = Payload.of(vector.payload)
    assert [s.name for s in SCHEMES if s.looks_like(payload)] == [vector.scheme]


@pytest.mark.parametrize("vector", ALL, ids=str)
def test_a_number_counts_where_it_was_given_out(vector: Vector) -> None:
    """Two tills both have a receipt number 1: the key says whose, where the number does not."""
    claim = read_code(vector.payload, vector.keys)

    numbered_alone = {"sa-zatca", "si-furs", "tr-earsiv", "eg-eta", "me-efi", "al-efi", "br-nfce"}
    if claim.merchant is not None and claim.scheme not in numbered_alone | {"tw-einvoice"}:
        assert claim.merchant in claim.key or (claim.device or " ") in claim.key
