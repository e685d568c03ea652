"""Codes that are fields of fixed widths, lists, lines or JSON: SI, TW, AR, PE, CO, TR."""

from __future__ import annotations

import base64
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from receipts.reading.claim import DocumentKind, Outcome
from receipts.reading.judging import doubts, refusal
from receipts.reading.schemes import read_code
from tests.reading.test_links_of_tills import ALL as LINKS
from tests.reading.test_links_of_tills import code_of

SI_MARK = "223175087923687075112234402528973166755"
SI = f"{SI_MARK}150125571508151013321"
TW_HEAD = "ZF131378791150410957900000000000000550000000098952903hD1D6Z3tgPPiaySVPqrf9Q=="
TW = f"{TW_HEAD}:**********:2:2:1:超厚雞肉起司滿分堡:1:60:豆漿:2:12.5"
PE = "20605310321|03|B001|00000001|1620.0|10620.0|2022-10-16|6|10712214789|"
CUFE = "ab" * 48
CO_LINES = (
    "NumFac: FE4217",
    "FecFac: 2026-09-26",
    "HorFac: 08:14:00-05:00",
    "NitFac: 900373115",
    "DocAdq: 222222222222",
    "ValFac: 9495.80",
    "ValIva: 1804.20",
    "ValOtroIm: 0.00",
    "ValTolFac: 11300.00",
    f"CUFE: {CUFE}",
    f"QRCode: https://catalogo-vpfe.dian.gov.co/document/searchqr?documentkey={CUFE}",
)
CO = "\r\n".join(CO_LINES)
AR_FIELDS: dict[str, object] = {
    "ver": 1,
    "fecha": "2020-10-13",
    "cuit": 30000000007,
    "ptoVta": 10,
    "tipoCmp": 1,
    "nroCmp": 94,
    "importe": 12100,
    "moneda": "PES",
    "ctz": 1,
    "tipoDocRec": 80,
    "nroDocRec": 20000000001,
    "tipoCodAut": "E",
    "codAut": 70417054367476,
}
TR_FIELDS: dict[str, object] = {
    "vkntckn": "1700020847",
    "avkntckn": "7330959937",
    "senaryo": "EARSIVFATURA",
    "tip": "SATIS",
    "tarih": "2026-06-09",
    "no": "BIL2026000000193",
    "ettn": "1714101e-30f0-4770-968a-b070f7060774",
    "parabirimi": "TRY",
    "malhizmettoplam": "15100.00",
    "hesaplanankdv(20)": "3020.00",
    "vergidahil": "18120.00",
    "odenecek": "18120.00",
}


def argentina(host: str = "www.afip.gob.ar", **changed: object) -> str:
    """A code of Argentina with fields of its own."""
    inner = base64.b64encode(json.dumps(AR_FIELDS | changed).encode()).decode()
    return f"https://{host}/fe/qr/?p={inner}"


def turkey(**changed: object) -> str:
    """A code of Turkey with fields of its own."""
    return json.dumps(TR_FIELDS | changed)


ALL = (SI, TW, PE, CO, argentina(), turkey())


@pytest.mark.parametrize("code", ALL)
def test_each_is_a_sale_that_could_be_credited(code: str) -> None:
    claim = read_code(code)
    assert claim.kind is DocumentKind.SALE
    assert refusal(claim) is None
    assert read_code(f" {code}\r\n".encode()) == claim


@pytest.mark.parametrize(
    ("code", "buyer"),
    [
        (argentina(), "20000000001"),
        (turkey(), "7330959937"),
        (PE, "10712214789"),
        (CO, "222222222222"),
        (TW.replace("0000000098952903", "9738057498952903"), "97380574"),
    ],
)
def test_who_bought_never_leaves_the_reader(code: str, buyer: str) -> None:
    assert buyer in code or "afip" in code
    assert buyer not in repr(read_code(code))


def test_slovenia_has_no_total_and_its_mark_is_the_number() -> None:
    claim = read_code(SI)
    assert claim.receipt == "a7e5f55e1dbb48b799268e1a6d8618a3"
    assert claim.total is None
    assert claim.outcome("total") is Outcome.NOT_POSSIBLE


def test_every_changed_digit_of_a_slovenian_code_is_seen() -> None:
    for at, was in enumerate(SI):
        for new in "0123456789":
            if new == was:
                continue
            try:
                claim = read_code(SI[:at] + new + SI[at + 1 :])
            except LoyaltyError:
                continue
            assert claim.outcome("mod10") is Outcome.FAIL
            assert refusal(claim) is not None


@pytest.mark.parametrize("length", [*range(1, 21), 59, 61, 120])
def test_only_sixty_digits_are_slovenian(length: int) -> None:
    assert code_of("6" * length) == "receipt-unknown"


def test_a_mark_of_more_than_128_bits_is_none() -> None:
    assert code_of("9" * 39 + SI[39:]) == "receipt-malformed"


def items_of(tail: bytes) -> list[tuple[str, int, Decimal]]:
    """What a Taiwanese code of these last bytes holds."""
    claim = read_code(TW_HEAD.encode() + tail)
    return [(line.text, line.units, line.amount) for line in claim.lines]


NAMES = [("超厚雞肉起司滿分堡", 1, Decimal("60.00")), ("豆漿", 2, Decimal("25.00"))]
ITEMS = "超厚雞肉起司滿分堡:1:60:豆漿:2:12.5"


def base64_of(text: str) -> bytes:
    """UTF-8, then base64."""
    return base64.b64encode(text.encode())


@pytest.mark.parametrize(
    "tail",
    [
        b":**********:2:2:0:" + ITEMS.encode("big5"),
        b":**********:2:2:0:" + ITEMS.encode(),
        b":**********:2:2:1:" + ITEMS.encode() + b":",
        b":**********:2:2:2:" + base64_of(ITEMS),
        b":**********:2:2:2:%s:1:60:%s:2:12.5" % (base64_of(NAMES[0][0]), base64_of("豆漿")),
        b":ab:cd:1234:2:2:1:" + ITEMS.encode(),
    ],
)
def test_taiwan_names_goods_in_three_encodings(tail: bytes) -> None:
    assert items_of(tail) == NAMES


@pytest.mark.parametrize(
    "tail",
    [
        b"",
        b":",
        b":**********:1:1:1:",
        b":**********:1:1:2:!!!!",
        b":**********:1:1:0:\xff\xff:1:1",
        b":**********:1:1:1:tea:many:1",
        b":**********:1:1:1:tea:1",
        b":**********:1:1:9:tea:1:1",
        b":**********:1:1:1:tea:999999999999:999999999999",
    ],
)
def test_goods_that_cannot_be_read_cost_nobody_the_receipt(tail: bytes) -> None:
    assert refusal(read_code(TW_HEAD.encode() + tail)) is None
    assert len(items_of(tail)) <= 1


def test_the_names_of_goods_steer_no_device() -> None:
    ((name, _, _),) = items_of(b":**********:1:1:1:te\x1b[31ma\xe2\x80\xae" + b"x" * 200 + b":1:1")
    assert name.isprintable()
    assert len(name) == 80


@pytest.mark.parametrize("code", ["**", "**:tea:1:20", "** ", b"**\xb6\xae:1:2"])
def test_the_right_half_is_told_as_the_other_half(code: str | bytes) -> None:
    assert code_of(code) == "receipt-other-half"


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ("98952903", "98952904", "seller_ban"),
        ("ZF13", "Z513", "number_shape"),
        ("0000000000000055", "0000005600000055", "net_not_above_total"),
    ],
)
def test_taiwan_refuses_what_contradicts_itself(old: str, new: str, check: str) -> None:
    reason = refusal(read_code(TW.replace(old, new, 1)))
    assert reason is not None
    assert (reason.code, reason.check) == ("receipt-check", check)


@pytest.mark.parametrize(
    ("written", "total"),
    [
        (12100, "12100"),
        (121.5, "121.5"),
        ("121.50", "121.50"),
        ("0000000000121.50", "121.50"),
        ("000000000012150", "121.50"),
        ("000000000000100", "1.00"),
    ],
)
def test_argentine_amounts_are_numbers_or_padded_texts(written: object, total: str) -> None:
    padded = {"cuit": "30000000007", "ptoVta": "00010", "nroCmp": "00000094", "tipoCmp": "001"}
    assert read_code(argentina(importe=written)).total == Decimal(total)
    assert read_code(argentina(importe=written, **padded)).key == read_code(argentina()).key


@pytest.mark.parametrize("written", ["12100", "1e5", 1e300, "12,50", None, True, [1], {"a": 1}, ""])
def test_argentine_amounts_that_could_be_two_are_none(written: object) -> None:
    assert code_of(argentina(importe=written)) == "receipt-malformed"


def test_argentina_is_read_in_every_wrapping_and_from_its_new_host() -> None:
    plain = argentina()
    inner = plain.rpartition("p=")[2]
    ways = (
        plain.replace(inner, f"b'{inner}'"),
        plain.replace(inner, inner.rstrip("=")),
        plain.replace(inner, inner.replace("=", "%3D")),
        plain.replace(inner, inner.replace("+", "-").replace("/", "_")),
        argentina("www.arca.gob.ar"),
    )
    assert {read_code(way) for way in ways} == {read_code(plain)}


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (6, DocumentKind.SALE),
        (83, DocumentKind.SALE),
        (8, DocumentKind.REFUND),
        (113, DocumentKind.REFUND),
        (9, DocumentKind.ADVANCE),
        (91, DocumentKind.PROFORMA),
    ],
)
def test_argentina_tells_credit_notes_and_payments(number: int, kind: DocumentKind) -> None:
    assert read_code(argentina(tipoCmp=number)).kind is kind


def test_argentina_checks_its_numbers() -> None:
    for changed, check in (({"cuit": 30000000008}, "cuit"), ({"codAut": 7}, "cae_14_digits")):
        assert read_code(argentina(**changed)).outcome(check) is Outcome.FAIL


def test_peru_doubts_another_share_of_tax_and_refuses_none_for_it() -> None:
    untaxed = read_code(PE.replace("1620.0|10620.0", "0.00|10620.0"))
    assert doubts(untaxed) == ("igv_18_of_118",)
    assert refusal(untaxed) is None
    assert doubts(read_code(PE)) == ()


def test_peru_refuses_credit_notes_and_wrong_numbers() -> None:
    assert read_code(PE.replace("|03|", "|07|")).kind is DocumentKind.REFUND
    reason = refusal(read_code(PE.replace("20605310321", "20605310322")))
    assert reason is not None
    assert reason.check == "ruc"
    assert code_of(PE.replace("|03|", "|99|")) == "receipt-malformed"


def test_colombia_is_read_with_either_sign_and_a_bare_link() -> None:
    claim = read_code(CO)
    assert (claim.merchant, claim.receipt, claim.total) == ("900373115", CUFE, Decimal("11300.00"))
    assert claim.issued_at == "2026-09-26T08:14:00-05:00"
    equals = "\n".join(line.replace(": ", "=", 1) for line in CO_LINES)
    assert read_code(equals) == claim
    assert read_code(CO.replace("QRCode: ", "")) == claim


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("1804.20", "1804.21", "receipt-check"),
        ("catalogo-vpfe.", "catalogo-vpfe-hab.", "receipt-test-system"),
        ("NumFac: FE4217", "NumFac: SETP990004217", "receipt-test-system"),
        ("900373115", "900373115-4", "receipt-check"),
    ],
)
def test_colombia_refuses_trials_and_wrong_sums(old: str, new: str, reason: str) -> None:
    found = refusal(read_code(CO.replace(old, new)))
    assert found is not None
    assert found.code == reason


@pytest.mark.parametrize(
    ("old", "new"),
    [("11300.00", "11.300"), (CUFE, "12"), ("NumFac: FE4217", "NumFac: FE4217\nNumFac: FE1")],
)
def test_colombia_guesses_nothing(old: str, new: str) -> None:
    assert code_of(CO.replace(old, new)) == "receipt-malformed"


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, Outcome.PASS),
        ({"odenecek": "18000.00"}, Outcome.PASS),
        ({"odenecek": "18120.01"}, Outcome.FAIL),
        ({"hesaplanankdv(20)": "3020.01"}, Outcome.FAIL),
        ({"malhizmettoplam": "16000.00", "kdvmatrah(20)": "15100.00"}, Outcome.PASS),
        ({"kdvmatrah(20)": "15101.00"}, Outcome.FAIL),
        ({"malhizmettoplam": 15100, "vergidahil": 18120.0}, Outcome.PASS),
    ],
)
def test_turkish_sums_are_added_up(changed: dict[str, object], outcome: Outcome) -> None:
    assert read_code(turkey(**changed)).outcome("arithmetic") is outcome


def test_turkey_refuses_returns_and_wrong_tax_numbers() -> None:
    assert read_code(turkey(tip="IADE")).kind is DocumentKind.REFUND
    reason = refusal(read_code(turkey(vkntckn="1700020848")))
    assert reason is not None
    assert reason.check == "vkn"


BOMBS = (
    '{"vkntckn":' * 300,
    '{"vkntckn":' + "[" * 3_900,
    '{"vkntckn":' + "9" * 4_000 + "}",
    '{"vkntckn":1e999999999}',
    '{"vkntckn":NaN}',
    turkey()[:-1] + ', "vkntckn": "1"}',
    turkey(odenecek=10**300),
    argentina(cuit=10**300),
    f"https://www.afip.gob.ar/fe/qr/?p={'A' * 4_000}",
    "https://www.afip.gob.ar/fe/qr/?p=%%%%",
    "https://www.afip.gob.ar/fe/qr/?p=" + base64.b64encode(b"[" * 2_900).decode(),
    f"t=1&s={'9' * 3_000}&fn=1&i=1&fp=1&n=1",
    f"20605310321|03|B001|1|1|{'9' * 3_000}|2022-10-16",
    "NumFac:" + " " * 4_000,
    "NumFac:" + "\n" * 4_000,
    TW_HEAD.replace("00000055", "ffffffff"),
)


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_are_refused_like_any_other_nonsense(bomb: str) -> None:
    assert code_of(bomb) == "receipt-malformed"


@st.composite
def spoiled(draw: st.DrawFn) -> bytes:
    """A good code with a few bytes of it replaced, put in or left out."""
    raw = bytearray(draw(st.sampled_from((*ALL, *LINKS))).encode())
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(raw)))
        raw[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=3))
    return bytes(raw)


@given(spoiled())
def test_a_spoiled_code_is_a_claim_or_a_rule_that_says_no(code: bytes) -> None:
    try:
        claim = read_code(code)
    except LoyaltyError:
        return
    assert claim.total is None or abs(claim.total) < 10**9
    assert claim.key
    assert len(repr(claim)) < 8_000
