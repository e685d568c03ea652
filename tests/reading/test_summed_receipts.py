"""TaxCore, China, the Basque provinces, Saudi Arabia, Chile: sums, and weaker signatures."""

from __future__ import annotations

import base64
import hashlib
import struct
from urllib.parse import quote

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from loyalty.errors import LoyaltyError
from receipts.reading.claim import Claim, DocumentKind, Outcome
from receipts.reading.fiscal.crc import crc8, crc16
from receipts.reading.fiscal.signatures import rsa_sha1_verifies
from receipts.reading.judging import doubts, refusal
from receipts.reading.schemes import read_code
from tests.reading.vectors import vectors

ALL = vectors()
TED = next(v.payload for v in ALL if v.scheme == "cl-ted")
BASQUE = next(v.payload for v in ALL if v.scheme == "es-ticketbai")


def refused_as(claim: Claim) -> str:
    found = refusal(claim)
    return "" if found is None else found.code


# --- TaxCore ----------------------------------------------------------------------------------


def taxcore(
    figure: int = 12_345_600,
    kind: tuple[int, int] = (0, 0),
    buyer: bytes = b"",
    version: int = 3,
    milliseconds: int = 1_790_000_000_000,
    host: str = "suf.purs.gov.rs",
    hidden: int = 256,
) -> str:
    head = struct.pack("<B8s8sIIQ", version, b"AAAA1111", b"BBBB2222", 77, 70, figure)
    head += struct.pack(">QBBB", milliseconds, *kind, len(buyer)) + buyer
    block = head + bytes(hidden) + bytes(256)
    block += hashlib.md5(block).digest() if version == 3 else b""
    return f"https://{host}/v/?vl={quote(base64.b64encode(block).decode(), safe='')}"


def test_a_taxcore_link_made_by_the_book_holds() -> None:
    claim = read_code(taxcore())

    assert refused_as(claim) == ""
    assert (claim.receipt, claim.counter) == ("AAAA1111-BBBB2222-77", 77)
    assert (str(claim.total), claim.currency) == ("1234.56", "RSD")
    assert claim.issued_at == "2026-09-21T14:13:20.000Z"


def test_who_bought_is_not_told() -> None:
    claim = read_code(taxcore(buyer=b"10:123456789"))

    assert claim.outcome("md5") is Outcome.PASS
    assert "123456789" not in repr(claim)


@pytest.mark.parametrize(
    "changed",
    [
        taxcore().replace("%2B", "+").replace("%2F", "/").replace("%3D", "="),
        taxcore().replace("%2B", "%20").replace("%3D", ""),
        taxcore().replace("https", "http").replace("suf.purs", "SUF.Purs"),
        taxcore().replace("/v/?vl", "/V/?lang=sr&vl") + "&x=1",
        taxcore() + "  ",
    ],
)
def test_one_receipt_in_another_spelling_is_the_same_receipt(changed: str) -> None:
    assert read_code(changed) == read_code(taxcore())


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ((0, 1), DocumentKind.REFUND),
        ((1, 0), DocumentKind.PROFORMA),
        ((2, 0), DocumentKind.COPY),
        ((3, 0), DocumentKind.TRAINING),
        ((4, 0), DocumentKind.ADVANCE),
        ((3, 1), DocumentKind.REFUND),
    ],
)
def test_taxcore_documents_that_are_no_sale_are_told(
    kind: tuple[int, int], found: DocumentKind
) -> None:
    claim = read_code(taxcore(kind=kind))

    assert claim.kind is found
    assert refused_as(claim) == f"receipt-kind-{found.value}"


@pytest.mark.parametrize("host", ["sandbox.suf.purs.gov.rs", "staging.vms.frcs.org.fj"])
def test_taxcore_test_systems_are_refused_as_such(host: str) -> None:
    assert refused_as(read_code(taxcore(host=host))) == "receipt-test-system"


def test_taxcore_amounts_have_two_decimals_or_four() -> None:
    assert str(read_code(taxcore(figure=5_000_000)).total) == "500.00"
    assert str(read_code(taxcore(figure=5_000_001)).total) == "500.0001"


@pytest.mark.parametrize(
    "code",
    [
        taxcore(figure=2**63),
        taxcore(milliseconds=2**62),
        taxcore(milliseconds=0),
        taxcore(kind=(5, 0)),
        taxcore(kind=(0, 2)),
        taxcore(version=4),
        taxcore(hidden=255),
        "https://suf.purs.gov.rs/v/?vl=",
        "https://suf.purs.gov.rs/v/?vl=A1ZI&vl=A1ZI",
        "https://suf.purs.gov.rs/v/?vl=%zz",
    ],
)
def test_a_taxcore_link_of_another_layout_is_refused(code: str) -> None:
    with pytest.raises(LoyaltyError, match="receipt-malformed"):
        read_code(code)


@pytest.mark.parametrize(
    "host",
    [
        "suf.purs.gov.rs@evil.example",
        "suf.purs.gov.rs.evil.example",
        "evil.example",
        "xpurs.gov.rs",
    ],
)
def test_a_link_that_only_names_the_authority_is_none_of_its_links(host: str) -> None:
    with pytest.raises(LoyaltyError, match="receipt-unknown"):
        read_code(taxcore(host=host))


# --- China ------------------------------------------------------------------------------------


def chinese(body: str) -> str:
    return f"{body}{crc16(body.encode()):04X}"


def test_check_sums_are_those_of_the_published_catalogue() -> None:
    """CRC-8/SMBUS and CRC-16/UMTS: their check values over the nine digits."""
    assert crc8(b"123456789") == 0xF4
    assert crc16(b"123456789") == 0xFEE8


def test_chinese_invoices_of_both_generations_are_read() -> None:
    """The comma in front of the sum is summed in the new ones, and is not in the old ones."""
    digital = read_code(chinese("01,32,,26427000000375586818,10.70,20260430,,"))
    body = "01,04,011001700112,10113872,32.5,20180224,17602940807063740560"
    older = read_code(f"{body},{crc16(body.encode()):04x},")

    assert (digital.receipt, refused_as(digital)) == ("26427000000375586818", "")
    assert (older.receipt, refused_as(older)) == ("011001700112-10113872", "")


def test_a_red_chinese_invoice_is_a_refund() -> None:
    claim = read_code(chinese("01,32,,26427000000375586818,-10.70,20260430,,"))

    assert refused_as(claim) == "receipt-kind-refund"


# --- Basque provinces -------------------------------------------------------------------------


def basque(prefix: str, nif: str = "A99805061", rest: str = "&s=A&nf=1&i=10.00") -> str:
    head = f"TBAI-{nif}-251222-DSI1XA1ErCoqa-"
    body = f"{prefix}?id={head}{crc8(head.encode()):03d}{rest}"
    return f"{body}&cr={crc8(body.encode()):03d}"


@pytest.mark.parametrize(
    ("prefix", "code"),
    [
        ("https://batuz.eus/QRTBAI/", ""),
        ("https://tbai.egoitza.gipuzkoa.eus/qr/", ""),
        ("https://ticketbai.araba.eus/tbai/qrtbai/", ""),
        ("https://tbai.prep.gipuzkoa.eus/qr/", "receipt-test-system"),
        ("https://pruebas-ticketbai.araba.eus/tbai/qrtbai/", "receipt-test-system"),
    ],
)
def test_basque_receipts_of_three_provinces_and_their_trials(prefix: str, code: str) -> None:
    assert refused_as(read_code(basque(prefix))) == code


def test_a_basque_refund_and_a_wrong_letter_are_refused() -> None:
    at = "https://batuz.eus/QRTBAI/"

    assert refused_as(read_code(basque(at, rest="&s=A&nf=1&i=-10.00"))) == "receipt-kind-refund"
    assert refused_as(read_code(basque(at, nif="A99805062"))) == "receipt-check"


def test_a_basque_series_is_unescaped_for_the_key_and_summed_as_scanned() -> None:
    claim = read_code(basque("https://batuz.eus/QRTBAI/", rest="&s=T%2F1&nf=27%20&i=10.00"))

    assert claim.receipt == "T/1/27"
    assert refused_as(claim) == ""


def test_a_basque_link_that_was_tidied_no_longer_sums_up() -> None:
    claim = read_code(BASQUE.replace("QRTBAI/?", "qrtbai/?"))

    assert claim.outcome("crc8_id") is Outcome.PASS
    assert claim.outcome("crc8_url") is Outcome.FAIL


# --- Saudi Arabia -----------------------------------------------------------------------------


def saudi(*values: str | bytes) -> str:
    raw = b""
    for tag, value in enumerate(values, start=1):
        content = value.encode() if isinstance(value, str) else value
        raw += bytes((tag, len(content))) + content
    return base64.b64encode(raw).decode()


USUAL = ("متجر", "310122393500003", "2022-04-25T15:30:00Z", "115.00", "15.00")


def test_a_first_phase_code_has_no_number_and_is_told_apart_by_what_it_has() -> None:
    one, other = read_code(saudi(*USUAL)), read_code(saudi(*USUAL[:3], "115.01", "15.00"))

    assert refused_as(one) == ""
    assert one.receipt is None
    assert one.key
    assert one.key != other.key
    assert one.key == read_code(saudi("Store", *USUAL[1:])).key


def test_another_share_of_tax_is_a_doubt_and_no_refusal() -> None:
    claim = read_code(saudi(*USUAL[:4], "7.00"))

    assert refused_as(claim) == ""
    assert doubts(claim) == ("tax_share_15_of_115",)


@pytest.mark.parametrize(
    ("written", "issued_at"),
    [
        ("2022-04-25T15:30:00Z", "2022-04-25T15:30:00Z"),
        ("2022-04-25T15:30:00+03:00", "2022-04-25T15:30:00+03:00"),
        ("2022-04-25 15:30:00", "2022-04-25T15:30:00"),
        ("2022-04-25", "2022-04-25"),
        ("25.4.22 half past three", None),
    ],
)
def test_saudi_times_are_read_as_far_as_they_are_written(
    written: str, issued_at: str | None
) -> None:
    claim = read_code(saudi(*USUAL[:2], written, *USUAL[3:]))

    assert claim.issued_at == issued_at


def test_a_saudi_key_on_another_curve_or_of_another_size_fails_and_raises_nothing() -> None:
    genuine = next(v for v in ALL if v.scheme == "sa-zatca" and len(v.payload) > 300)
    raw = base64.b64decode(genuine.payload)
    for old, new in (
        (b"\x2b\x81\x04\x00\x0a", b"\x2b\x81\x04\x00\x22"),
        (b"\x42\x00\x04", b"\x42\x00\x02"),
    ):
        assert old in raw
        claim = read_code(base64.b64encode(raw.replace(old, new)).decode())
        assert claim.outcome("hash_signature") is Outcome.FAIL
    for signature in ("", "AAAA", "MAYCAQACAQA=", base64.b64encode(b"\x30" * 150).decode()):
        claim_or_none = (*USUAL, "A" * 43 + "=", signature or "AA==", b"\x30\x56")
        assert read_code(saudi(*claim_or_none)).outcome("hash_signature") is Outcome.FAIL


@pytest.mark.parametrize(
    "code",
    [
        saudi(*USUAL[:4]),
        saudi(*USUAL, "x", "y"),
        saudi(*USUAL)[:-8],
        saudi(*USUAL[:3], "1e5", "15.00"),
        saudi(*USUAL[:3], "٣٠.00", "15.00"),
        saudi(USUAL[0], "3101\n2393500003", *USUAL[2:]),
    ],
)
def test_what_only_begins_like_a_saudi_code_is_refused(code: str) -> None:
    with pytest.raises(LoyaltyError, match="receipt-malformed"):
        read_code(code)


# --- Chile ------------------------------------------------------------------------------------


def test_a_stamp_printed_with_line_breaks_between_its_parts_is_the_same() -> None:
    assert read_code(TED.replace("><", ">\r\n  <")) == read_code(TED)


def chilean(name: str) -> str:
    """A stamp for a customer of this name, signed by the library with a key of our own."""
    key = rsa.generate_private_key(65_537, 1_024)
    modulus = base64.b64encode(key.public_key().public_numbers().n.to_bytes(128, "big")).decode()
    signed = TED[TED.index("<DD>") : TED.index("<FRMT")].replace("EDUARDO", name)
    old_modulus = signed[signed.index("<M>") + 3 : signed.index("</M>")]
    signed = signed.replace(old_modulus, modulus).replace("<E>Aw==", "<E>AQAB")
    signature = key.sign(signed.encode("latin-1"), padding.PKCS1v15(), hashes.SHA1())
    mark = base64.b64encode(signature).decode()
    return f'<TED version="1.0">{signed}<FRMT algoritmo="SHA1withRSA">{mark}</FRMT></TED>'


def test_a_stamp_is_signed_as_latin_1_whatever_the_scanner_made_of_it() -> None:
    stamp = chilean("ÑUÑEZ")
    as_text, as_bytes = read_code(stamp), read_code(stamp.encode("latin-1"))

    assert as_text == as_bytes
    assert as_text.outcome("frmt_signature") is Outcome.PASS
    assert read_code(stamp.replace("ÑUÑ", "NUÑ")).outcome("frmt_signature") is Outcome.FAIL
    assert "ÑUÑEZ" not in repr(as_text)


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ("<F>375</F>", "<F>376</F>", "folio_in_range"),
        ("<TD>33</TD><F>", "<TD>39</TD><F>", "folio_in_range"),
        ("<DD><RE>44300251-0", "<DD><RE>44300251-1", "rut"),
        ("<DA><RE>44300251-0", "<DA><RE>76086428-5", "rut"),
        ("<E>Aw==", "<E>AQ==", "frmt_signature"),
        ("<E>Aw==", "<E>/////////w==", "frmt_signature"),
        ("<M>qMZP0GA7rd", "<M>", "frmt_signature"),
    ],
)
def test_a_stamp_that_contradicts_itself_fails(old: str, new: str, check: str) -> None:
    assert old in TED
    assert read_code(TED.replace(old, new)).outcome(check) is Outcome.FAIL


def test_a_credit_note_of_chile_is_a_refund() -> None:
    note = TED.replace("<TD>33</TD>", "<TD>61</TD>")

    assert refused_as(read_code(note)) == "receipt-kind-refund"


def test_rsa_of_absurd_sizes_is_false_at_once() -> None:
    assert not rsa_sha1_verifies(2**511 + 1, 3, b"", b"")
    assert not rsa_sha1_verifies(2**100_000, 3, b"\x01" * 12_501, b"m")
    assert not rsa_sha1_verifies(2**511 + 1, 2**100_000, b"\x01" * 64, b"m")
    assert not rsa_sha1_verifies(0, 0, b"", b"")
