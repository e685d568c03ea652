"""Germany and Austria: codes with a signature, made here with keys of our own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from loyalty.errors import LoyaltyError
from receipts.reading.claim import Claim, DocumentKind, Outcome
from receipts.reading.fiscal.at_rksv import device_of, learn_key
from receipts.reading.fiscal.recovery import candidates
from receipts.reading.judging import KEY_UNKNOWN, Refusal, doubts, refusal
from receipts.reading.schemes import read_code
from tests.reading.vectors import vectors

HASHES = {"256": hashes.SHA256(), "384": hashes.SHA384(), "512": hashes.SHA512()}
ARCS = {"256": 3, "384": 4, "512": 5}


def plain_signature(key: ec.EllipticCurvePrivateKey, message: bytes, size: str = "256") -> bytes:
    r, s = decode_dss_signature(key.sign(message, ec.ECDSA(HASHES[size])))
    half = (key.key_size + 7) // 8
    return r.to_bytes(half, "big") + s.to_bytes(half, "big")


def private(curve: ec.EllipticCurve, secret: int = 0xC0FFEE) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(secret, curve)


def point_of(key: ec.EllipticCurvePrivateKey) -> bytes:
    numbers, half = key.public_key().public_numbers(), (key.key_size + 7) // 8
    return b"\x04" + numbers.x.to_bytes(half, "big") + numbers.y.to_bytes(half, "big")


# --- Germany ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Till:
    """A German till; `code` is what it prints. `time`: the end of the sale as DER."""

    curve: ec.EllipticCurve = ec.SECP256R1()
    size: str = "256"
    process: str = "Kassenbeleg-V1"
    data: str = "Beleg^3.00_0.50_0.00_0.00_0.00^3.50:Bar"
    number: int = 60
    number_der: bytes = b"\x3c"
    finish: str = "2026-05-06T12:25:31.000Z"
    time_form: str = "unixTime"
    time: bytes = b"\x02\x04" + (1778070331).to_bytes(4, "big")
    as_text: Callable[[bytes], str] = lambda raw: base64.b64encode(raw).decode()

    def code(self) -> str:
        key = private(self.curve)
        point = point_of(key)
        message = (
            bytes.fromhex("020102" + "060904007f000703070101" + "8011")
            + b"FinishTransaction"
            + b"\x81\x04T-77"
            + bytes([0x82, len(self.data)])
            + self.data.encode()
            + bytes([0x83, len(self.process)])
            + self.process.encode()
            + bytes([0x85, len(self.number_der)])
            + self.number_der
            + b"\x04\x20"
            + hashlib.sha256(point).digest()
            + bytes.fromhex("300c060a04007f000701010401")
            + bytes([ARCS[self.size]])
            + bytes.fromhex("02020539")  # signature counter 1337
            + self.time
        )
        signature = plain_signature(key, message, self.size)
        begun = "2026-05-06T12:25:05.000Z"
        head = f"V0;T-77;{self.process};{self.data};{self.number};1337;{begun};{self.finish}"
        how = f"ecdsa-plain-SHA{self.size};{self.time_form}"
        return f"{head};{how};{self.as_text(signature)};{self.as_text(point)}"


def german(till: Till) -> Claim:
    return read_code(till.code())


def test_a_german_code_made_by_the_book_holds() -> None:
    claim = german(Till())

    assert claim.outcome("signature") is Outcome.PASS
    assert (str(claim.total), claim.receipt, claim.counter) == ("3.50", "60", 1337)
    assert claim.issued_at == "2026-05-06T12:25:31Z"
    assert refusal(claim) is None


@pytest.mark.parametrize(
    ("curve", "size"),
    [
        (ec.SECP256R1(), "384"),
        (ec.BrainpoolP256R1(), "256"),
        (ec.SECP384R1(), "384"),
        (ec.BrainpoolP384R1(), "384"),
        (ec.BrainpoolP384R1(), "256"),
        (ec.BrainpoolP512R1(), "512"),
    ],
    ids=lambda one: getattr(one, "name", one),
)
def test_every_curve_of_a_security_device_is_known(curve: ec.EllipticCurve, size: str) -> None:
    claim = german(Till(curve=curve, size=size))

    assert claim.outcome("signature") is Outcome.PASS
    assert claim.outcome("key_on_curve") is Outcome.PASS


def test_a_curve_no_security_device_may_use_is_none() -> None:
    claim = german(Till(curve=ec.SECP256K1()))

    assert claim.outcome("key_on_curve") is Outcome.FAIL
    assert claim.outcome("signature") is Outcome.FAIL


@pytest.mark.parametrize(
    "till",
    [
        Till(data="Beleg^3,00_0,50_0,00_0,00_0,00^3,50:Bar"),
        Till(process="KassenBeleg-V1"),
        Till(finish="2026-05-06T14:25:31.000+02:00"),
        Till(finish="2026-05-06T12:25:31Z"),
        Till(as_text=bytes.hex),
        Till(as_text=lambda raw: base64.b64encode(raw).decode().rstrip("=")),
        Till(as_text=lambda raw: base64.encodebytes(raw).decode()),
        Till(time_form="utcTime", time=b"\x17\x0d260506122531Z"),
        Till(time_form="generalizedTime", time=b"\x18\x0f20260506122531Z"),
        Till(time_form="generalizedTime", time=b"\x18\x1320260506122531.000Z"),
        Till(number=200, number_der=b"\x00\xc8"),
        Till(number=200, number_der=b"\xc8"),
        Till(data="Beleg^3.00_0.50_0.00_0.00_0.00^2.00:Bar_1.50:Unbar"),
        Till(data="Beleg^1,003.00_0.50_0.00_0.00_0.00^1,003.50:Bar"),
        Till(data="Beleg^1.003,00_0,50_0,00_0,00_0,00^1.003,50:Unbar"),
    ],
    ids=lambda till: till.code()[8:90],
)
def test_ways_of_writing_met_in_shops_are_read(till: Till) -> None:
    claim = german(till)

    assert refusal(claim) is None
    assert str(claim.total) in ("3.50", "1003.50")
    assert claim.outcome("payments_equal_total") is Outcome.PASS


def test_line_breaks_inside_a_german_code_are_the_scanners() -> None:
    code = Till().code()
    broken = "\r\n".join(code[at : at + 60] for at in range(0, len(code), 60))

    assert read_code(broken) == read_code(code)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("AVTraining^3.00_0.50_0.00_0.00_0.00^3.50:Bar", DocumentKind.TRAINING),
        ("AVBelegstorno^3.00_0.50_0.00_0.00_0.00^3.50:Bar", DocumentKind.VOID),
        ("AVBestellung^3.00_0.50_0.00_0.00_0.00^3.50:Bar", DocumentKind.PROFORMA),
        ("Beleg^-3.00_-0.50_0.00_0.00_0.00^-3.50:Bar", DocumentKind.REFUND),
        ("Beleg^0.00_0.00_0.00_0.00_0.00^", DocumentKind.ZERO),
    ],
)
def test_what_a_german_till_printed_that_is_no_sale_is_told(data: str, kind: DocumentKind) -> None:
    claim = german(Till(data=data))

    assert claim.kind is kind
    found = refusal(claim)
    assert found is not None
    assert found.code == f"receipt-kind-{kind.value}"


def test_payments_must_come_to_the_total_unless_one_is_in_another_currency() -> None:
    less = german(Till(data="Beleg^3.00_0.50_0.00_0.00_0.00^3.00:Bar"))
    foreign = german(Till(data="Beleg^3.00_0.50_0.00_0.00_0.00^4.00:Bar:USD"))

    assert less.outcome("payments_equal_total") is Outcome.FAIL
    assert foreign.outcome("payments_equal_total") is Outcome.NOT_POSSIBLE


def test_a_german_key_of_absurd_size_fails_and_raises_nothing() -> None:
    *head, signature, _ = Till().code().split(";")
    for key in (b"", b"\x04", b"\x04" + b"\xff" * 64, b"\x02" + b"\x01" * 32, b"\x04" * 1_000):
        text = base64.b64encode(key).decode()
        claim = read_code(";".join([*head, signature, text]))
        assert claim.outcome("key_on_curve") is Outcome.FAIL
        assert claim.outcome("signature") is Outcome.FAIL


def test_a_german_signature_of_zeros_or_absurd_size_fails_and_raises_nothing() -> None:
    *head, _, key = Till().code().split(";")
    for signature in (b"", bytes(64), b"\xff" * 64, b"\x01" * 63, b"\x01" * 2_000):
        text = base64.b64encode(signature).decode()
        assert read_code(";".join([*head, text, key])).outcome("signature") is Outcome.FAIL


@pytest.mark.parametrize(
    "changed",
    [
        replace(Till(), data="Beleg^3.00_0.50_0.00_0.00^3.50:Bar"),
        replace(Till(), data="Beleg^3.0_0.50_0.00_0.00_0.00^3.50:Bar"),
        replace(Till(), data="Beleg^3.000_0.50_0.00_0.00_0.00^3.50:Bar"),
        replace(Till(), data="Rechnung^3.00_0.50_0.00_0.00_0.00^3.50:Bar"),
        replace(Till(), process="Bestellung-V1"),
        replace(Till(), finish="2026-05-06T12:25:31"),
        replace(Till(), finish="2026-02-30T12:25:31Z"),
        replace(Till(), time_form="sunTime"),
    ],
    ids=lambda till: till.code()[8:60],
)
def test_what_only_begins_like_a_german_code_is_refused(changed: Till) -> None:
    with pytest.raises(LoyaltyError, match="receipt-malformed"):
        german(changed)


# --- Austria ----------------------------------------------------------------------------------

AUSTRIAN = [vector for vector in vectors() if vector.scheme == "at-rksv"]
GENUINE = [v.payload for v in AUSTRIAN if v.checks.get("signature") == "pass"]
K8 = next(iter(AUSTRIAN[0].keys.values()))


def austrian(
    key: ec.EllipticCurvePrivateKey,
    number: str = "7",
    figures: str = "2,60_0,00_0,00_0,00_0,00",
    turnover: str = "dYy2LvqFLN0=",
) -> str:
    at = "2026-05-06T12:25:31"
    text = f"_R1-AT1_T9_{number}_{at}_{figures}_{turnover}_77ab_gFuHaWeKiYk="
    header = base64.urlsafe_b64encode(b'{"alg":"ES256"}').rstrip(b"=")
    message = header + b"." + base64.urlsafe_b64encode(text.encode()).rstrip(b"=")
    return f"{text}_{base64.b64encode(plain_signature(key, message)).decode()}"


@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 2), (2, 0)])
def test_a_till_is_learned_from_any_two_of_its_genuine_receipts(one: int, other: int) -> None:
    assert learn_key(GENUINE[one], GENUINE[other].encode()) == K8


def test_a_learned_key_verifies_the_third_receipt_and_no_edited_one() -> None:
    learned = learn_key(GENUINE[0], GENUINE[1])
    assert learned is not None
    keys = {("at-rksv", device_of(GENUINE[0])): learned}
    third = read_code(GENUINE[2], keys)
    edited = read_code(GENUINE[2].replace("_3,00_", "_8,00_"), keys)

    assert third.outcome("signature") is Outcome.PASS
    assert edited.outcome("signature") is Outcome.FAIL
    assert refusal(edited) is not None


def test_nothing_is_learned_where_two_receipts_do_not_agree_on_one_key() -> None:
    own, another = private(ec.SECP256R1()), private(ec.SECP256R1(), 99)
    edited = austrian(own, "8").replace("2,60", "9,60")

    assert learn_key(austrian(own), austrian(own, "8")) is not None
    assert learn_key(austrian(own), austrian(own)) is None  # made twice: still the same receipt
    assert learn_key(austrian(own), austrian(another, "8")) is None
    assert learn_key(austrian(own), edited) is None
    assert learn_key(austrian(own), GENUINE[0]) is None  # another till
    assert learn_key(austrian(own), AUSTRIAN[-1].payload) is None  # a device out of order


def test_a_learned_key_is_the_one_that_signed() -> None:
    own = private(ec.SECP256R1())

    assert learn_key(austrian(own), austrian(own, "8")) == point_of(own)[1:]


def test_what_is_no_austrian_code_teaches_nothing() -> None:
    with pytest.raises(ValueError, match="fields"):
        learn_key("_R1-AT1_a", GENUINE[0])
    with pytest.raises(LoyaltyError, match="receipt-empty"):
        learn_key("", GENUINE[0])


@pytest.mark.parametrize("plain", [b"", bytes(64), b"\xff" * 64, b"\x01" * 63, b"\x05" * 64])
def test_no_key_could_have_made_a_signature_of_nonsense(plain: bytes) -> None:
    assert len(candidates(b"a message", plain)) in ((0, 2) if plain == b"\x05" * 64 else (0,))


def test_an_enrolled_key_of_the_wrong_size_fails_and_raises_nothing() -> None:
    for key in (b"", b"\x01" * 63, bytes(64), b"\xff" * 1_000):
        claim = read_code(GENUINE[1], {("at-rksv", device_of(GENUINE[1])): key})
        assert claim.outcome("signature") is Outcome.FAIL


def test_a_till_without_its_signature_device_is_a_persons_to_decide() -> None:
    broken = next(v for v in AUSTRIAN if "signature_device_working" in v.checks)
    claim = read_code(broken.payload, {("at-rksv", device_of(broken.payload)): K8})

    assert claim.outcome("signature") is Outcome.NOT_POSSIBLE
    assert refusal(claim) == Refusal(KEY_UNKNOWN)  # the one that a person may decide
    assert doubts(claim) == ("signature_device_working",)


@pytest.mark.parametrize(
    ("figures", "turnover", "kind"),
    [
        ("2,60_0,00_0,00_0,00_0,00", "U1RP", DocumentKind.VOID),
        ("2,60_0,00_0,00_0,00_0,00", "U1RP\r\n", DocumentKind.VOID),
        ("2,60_0,00_0,00_0,00_0,00", "VFJB", DocumentKind.TRAINING),
        ("-2,60_0,00_0,00_0,00_0,00", "dYy2LvqFLN0=", DocumentKind.REFUND),
        ("0,00_0,00_0,00_0,00_0,00", "dYy2LvqFLN0=", DocumentKind.ZERO),
        ("1,00_2,00_3,00_4,00_5,05", "dYy2LvqFLN0=", DocumentKind.SALE),
    ],
)
def test_austrian_voids_training_and_corrections_are_told(
    figures: str, turnover: str, kind: DocumentKind
) -> None:
    own = private(ec.SECP256R1())
    claim = read_code(
        austrian(own, "7", figures, turnover), {("at-rksv", "T9:77ab"): point_of(own)[1:]}
    )

    assert claim.kind is kind
    assert claim.outcome("signature") is Outcome.PASS
    assert (refusal(claim) is None) is (kind is DocumentKind.SALE)
