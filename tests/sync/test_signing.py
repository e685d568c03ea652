"""A request is believed only as it was signed, by whom it was signed."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from pos.sync.messages import Receipt
from pos.sync.signing import (
    COUNTER,
    DIGEST,
    INPUT,
    SESSION,
    SIGNATURE,
    SigningError,
    read_signed,
    receipt_bytes,
    receipt_check,
    sign,
)

PRIVATE = bytes(range(32))
PUBLIC = Ed25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw()
OTHER = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
BODY = b'{"after":3}'
Headers = dict[str, str]


def signed(body: bytes = BODY) -> Headers:
    return sign(PRIVATE, 4, "/v1/pull", b"s" * 16, 9, 1_795_000_000, b"n" * 16, body)


def believed(headers: Headers, path: str = "/v1/pull", body: bytes = BODY) -> int:
    found = read_signed("POST", path, headers, body)
    found.check(PUBLIC)
    return found.terminal


def why(headers: Headers, path: str = "/v1/pull", body: bytes = BODY) -> str:
    with pytest.raises(SigningError) as refused:
        believed(headers, path, body)
    return refused.value.code


def test_what_was_signed_is_believed_and_says_who_when_and_where() -> None:
    found = read_signed("POST", "/v1/pull", signed(), BODY)
    found.check(PUBLIC)
    assert (found.terminal, found.session, found.ctr) == (4, b"s" * 16, 9)
    assert found.created_s == 1_795_000_000


def test_another_key_path_body_session_counter_or_moment_is_not_believed() -> None:
    good = signed()
    assert why(good, "/v1/push") == "signature-wrong"
    assert why(good, body=b"{}") == "body-altered"
    assert why({**good, SESSION: "00" * 16}) == "signature-wrong"
    assert why({**good, COUNTER: "10"}) == "signature-wrong"
    later = good[INPUT].replace("1795000000", "1795000001")
    assert why({**good, INPUT: later}) == "signature-wrong"
    assert why({**good, INPUT: good[INPUT].replace('"4"', '"5"')}) == "signature-wrong"
    found = read_signed("POST", "/v1/pull", good, BODY)
    with pytest.raises(SigningError):
        found.check(OTHER.public_key().public_bytes_raw())
    with pytest.raises(SigningError):
        found.check(b"short")


def test_the_method_is_signed_too() -> None:
    with pytest.raises(SigningError):
        read_signed("PUT", "/v1/pull", signed(), BODY).check(PUBLIC)


def test_a_body_and_its_digest_altered_together_are_not_believed() -> None:
    other = sign(OTHER.private_bytes_raw(), 4, "/v1/pull", b"", 0, 1, b"n" * 16, b"{}")
    assert why({**signed(), DIGEST: other[DIGEST]}, body=b"{}") == "signature-wrong"


def test_a_request_without_a_signature_says_so() -> None:
    good = signed()
    for name in (INPUT, SIGNATURE):
        assert why({k: v for k, v in good.items() if k != name}) == "signature-missing"
    for name in (DIGEST, SESSION, COUNTER):
        assert why({k: v for k, v in good.items() if k != name}) == "signature-unreadable"


def test_what_is_covered_cannot_be_made_less() -> None:
    good = signed()
    less = good[INPUT].replace(f' "{COUNTER}"', "")
    assert why({**good, INPUT: less}) == "signature-unreadable"
    assert why({**good, INPUT: good[INPUT].replace("ed25519", "none")}) == "signature-unreadable"


@given(st.sampled_from([INPUT, SIGNATURE, DIGEST, SESSION, COUNTER]), st.text(max_size=300))
def test_no_header_whatever_it_is_ends_in_anything_but_a_code(name: str, value: str) -> None:
    headers = {**signed(), name: value}
    if value == signed()[name]:
        assert believed(headers) == 4
    else:
        assert why(headers).startswith(("signature-", "body-"))


@pytest.fixture
def receipt() -> Receipt:
    made = Receipt(terminal=4, epoch=1, seq=9, hash=b"h" * 32, at_ms=5, own_epoch=1, own_seq=2)
    signature = OTHER.sign(receipt_bytes(made))
    return Receipt(
        **{name: getattr(made, name) for name in made.__struct_fields__ if name != "signature"},
        signature=signature,
    )


@pytest.mark.parametrize("name", ["terminal", "epoch", "seq", "at_ms", "own_epoch", "own_seq"])
def test_a_receipt_is_head_offices_only_as_it_was_signed(receipt: Receipt, name: str) -> None:
    check: Callable[[Receipt], bool] = receipt_check(OTHER.public_key().public_bytes_raw())
    assert check(receipt)
    altered = msgspec.structs.replace(receipt, **{name: getattr(receipt, name) + 1})
    assert not check(altered)
    assert not check(msgspec.structs.replace(receipt, hash=b"x" * 32))
    assert not check(msgspec.structs.replace(receipt, signature=b""))
