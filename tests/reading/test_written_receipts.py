"""Portugal and the Spanish tax agency: fields without a proof, held to what can be computed."""

from __future__ import annotations

import pytest

from loyalty.errors import LoyaltyError
from receipts.reading.claim import Claim, DocumentKind, Outcome
from receipts.reading.judging import refusal
from receipts.reading.schemes import read_code

PORTUGUESE = (
    "A:514038942*B:999999990*C:PT*D:FS*E:N*F:20260923*G:FS 70720232026001/123411"
    "*H:J6JFB6F9-123411*I1:PT*I5:3.98*I6:0.52*N:0.52*O:4.50*Q:AqQZ*R:2794"
)
SPANISH = (
    "https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT/ValidarQR"
    "?nif=89890001K&numserie=12345678-G33&fecha=01-09-2024&importe=241.4"
)


def refused_as(claim: Claim) -> str:
    found = refusal(claim)
    return "" if found is None else f"{found.code} {found.check}".strip()


# --- Portugal ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("D:FS", "D:FT", ""),
        ("D:FS", "D:FR", ""),
        ("D:FS", "D:NC", "receipt-kind-refund"),
        ("D:FS", "D:PF", "receipt-kind-proforma"),
        ("D:FS", "D:GT", "receipt-kind-proforma"),
        ("D:FS", "D:ND", "receipt-kind-proforma"),
        ("E:N", "E:A", "receipt-kind-void"),
        ("E:N", "E:F", "receipt-kind-copy"),
        ("E:N", "E:S", "receipt-kind-purchase"),
        ("A:514038942", "A:514038943", "receipt-check nif_check_digit"),
        ("I5:3.98", "I5:3.97", "receipt-check tax_arithmetic"),
        ("I6:0.52", "I6:0.53", "receipt-check tax_arithmetic"),
        ("N:0.52*O:4.50", "N:0.53*O:4.51", "receipt-check tax_arithmetic"),
        ("-123411*", "-123412*", "receipt-check atcud_matches_document_number"),
        ("I5:3.98*I6:0.52*N:0.52*O:4.50", "N:0.00*O:0.00", "receipt-amount"),
    ],
)
def test_a_portuguese_document_is_refused_for_what_it_is(old: str, new: str, reason: str) -> None:
    assert old in PORTUGUESE
    assert refused_as(read_code(PORTUGUESE.replace(old, new))) == reason


def test_regions_exempt_goods_and_stamp_duty_all_count() -> None:
    azores = "J1:PT-AC*J2:1.00*J3:2.00*J4:0.08*K1:PT-MA*K7:10.00*K8:2.20*L:5.00*M:0.30"
    code = PORTUGUESE.replace("N:0.52*O:4.50", f"{azores}*N:3.10*O:25.08")

    assert refused_as(read_code(code)) == ""


def test_a_document_from_before_its_numbering_has_no_number_to_compare() -> None:
    claim = read_code(PORTUGUESE.replace("H:J6JFB6F9-123411", "H:0"))

    assert claim.outcome("atcud_matches_document_number") is Outcome.NOT_POSSIBLE
    assert claim.receipt == "0 FS 70720232026001/123411"


def test_who_bought_in_portugal_is_not_told() -> None:
    claim = read_code(PORTUGUESE.replace("B:999999990", "B:123456789"))

    assert "123456789" not in repr(claim)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("O:4.50", "O:4.5"),
        ("O:4.50", "O:4,50"),
        ("O:4.50", "O:4.50*O:45.00"),
        ("O:4.50", "O:٤.50"),
        ("*O:4.50", ""),
        ("F:20260923", "F:20260931"),
        ("F:20260923", "F:2026-09-23"),
        ("E:N", "E:X"),
        ("Q:AqQZ", "Q"),
        ("Q:AqQZ", "Q:AqQZ*x:1"),
    ],
)
def test_a_portuguese_code_that_could_be_two_things_is_none(old: str, new: str) -> None:
    assert old in PORTUGUESE
    with pytest.raises(LoyaltyError, match="receipt-malformed"):
        read_code(PORTUGUESE.replace(old, new))


# --- Spain ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("ValidarQR", "ValidarQRNoVerifactu", ""),
        ("nif=89890001K", "nif=89890001k%20", ""),
        ("nif=89890001K", "nif=89890001L", "receipt-check nif_letter"),
        ("importe=241.4", "importe=-241.4", "receipt-kind-refund"),
        ("importe=241.4", "importe=0.00", "receipt-amount"),
        ("www2.agenciatributaria.gob.es", "prewww2.aeat.es", "receipt-test-system"),
        ("www2.agenciatributaria.gob.es", "evil.example", "receipt-test-system"),
    ],
)
def test_a_spanish_link_is_refused_for_what_it_is(old: str, new: str, reason: str) -> None:
    assert old in SPANISH
    assert refused_as(read_code(SPANISH.replace(old, new))) == reason


def test_one_spanish_receipt_in_another_spelling_is_the_same_receipt() -> None:
    head, query = SPANISH.split("?")
    turned = "&".join(reversed(query.split("&")))
    escaped = SPANISH.replace("12345678-G33", "%312345678%2DG33")

    assert read_code(f"{head}?{turned}") == read_code(SPANISH)
    assert read_code(escaped) == read_code(SPANISH)
    assert read_code(SPANISH).kind is DocumentKind.SALE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("importe=241.4", "importe=241,4"),
        ("importe=241.4", "importe=2e5"),
        ("importe=241.4", "importe=1&importe=241.4"),
        ("fecha=01-09-2024", "fecha=2024-09-01"),
        ("fecha=01-09-2024", "fecha=31-09-2024"),
        ("&numserie=12345678-G33", ""),
        ("numserie=12345678-G33", "numserie="),
    ],
)
def test_a_spanish_link_without_its_four_fields_is_none(old: str, new: str) -> None:
    assert old in SPANISH
    with pytest.raises(LoyaltyError, match="receipt-malformed"):
        read_code(SPANISH.replace(old, new))
