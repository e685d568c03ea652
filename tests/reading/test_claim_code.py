"""The code on our own slips: one spelling, every change is seen, any link to it is the same."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import example, given
from hypothesis import strategies as st

from loyalty.codes import SaleNumber
from loyalty.errors import LoyaltyError
from receipts.claim_code import (
    ClaimFacts,
    facts_from,
    key_id_of,
    looks_like,
    token,
    url,
    verify,
)
from receipts.hand_code import hand_code, hand_code_holds, hand_entry

PRIVATE = bytes(range(32))
PUBLIC = Ed25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw()
SALE = SaleNumber(12, 1, 812)
FACTS = ClaimFacts(1, SALE, 1_793_000_000, 12_34, "EUR")
KEY = key_id_of(12, PUBLIC)
KEYS = {KEY: PUBLIC}
TOKEN = token(FACTS, PRIVATE)
BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
LARGEST = ClaimFacts(
    65_535, SaleNumber(99_999, 999, 99_999_999), 2**32 - 1, 9_999_999_999, "ZWG", captured=True
)
FACT = st.builds(
    ClaimFacts,
    st.integers(1, 65_535),
    st.builds(SaleNumber, st.integers(1, 99_999), st.integers(1, 999), st.integers(1, 99_999_999)),
    st.integers(0, 2**32 - 1),
    st.integers(0, 9_999_999_999),
    st.sampled_from(("EUR", "KRW", "JPY", "ZWG", "AED", "KWD")),
    st.booleans(),
)


def held(code: str) -> bool:
    """Whether a code holds; one that cannot be read does not."""
    try:
        return verify(code, KEYS) is True
    except LoyaltyError:
        return False


@given(FACT)
@example(LARGEST)
def test_what_is_signed_comes_back_and_its_signature_holds(facts: ClaimFacts) -> None:
    code = url("", token(facts, PRIVATE))
    read = facts_from(code)
    assert read == ClaimFacts(
        facts.store,
        facts.sale,
        facts.at_s,
        facts.total_minor,
        facts.currency,
        facts.captured,
        key_id_of(facts.sale.terminal, PUBLIC),
    )
    assert verify(code, {read.key_id: PUBLIC}) is True


def test_the_code_is_short_enough_for_a_narrow_roll() -> None:
    assert len(TOKEN) == 140
    assert len(url("", TOKEN)) == 152  # version 6 at level M holds 154
    assert len(url("loyalty.example.com", TOKEN)) == 170  # version 7 holds 178


def test_the_same_sale_gives_the_same_code() -> None:
    assert token(FACTS, PRIVATE) == TOKEN


@pytest.mark.parametrize(
    "code",
    [
        f"HTTPS://SHOP.EXAMPLE/R/{TOKEN}",
        f"https://shop.example/r/{TOKEN.lower()}",
        f"http://other.example:8443/app/R/{TOKEN}/?utm_source=slip#top",
        f"Https://shop.example//R//{TOKEN}",
        f"  https://shop.example/R/{TOKEN}\r\n",
        f"https://shop.example/R/{TOKEN}%20",
        quote(f"https://shop.example/R/{TOKEN}", safe=""),
        "https://shop.example/R/" + "".join(f"%{ord(letter):02x}" for letter in TOKEN),
        f"REGULARS:/R/{TOKEN}",
        f"regulars://R/{TOKEN.lower()}",
    ],
)
def test_every_link_to_a_token_is_the_same_receipt(code: str) -> None:
    assert facts_from(code) == facts_from(url("", TOKEN))
    assert verify(code, KEYS) is True


def test_every_single_changed_character_is_noticed() -> None:
    for at, was in enumerate(TOKEN):
        for letter in BASE32:
            if letter == was:
                continue
            code = url("", TOKEN[:at] + letter + TOKEN[at + 1 :])
            assert not held(code)


@given(st.integers(0, 139), st.characters(codec="utf-8"))
def test_no_character_in_the_token_breaks_the_reader(at: int, letter: str) -> None:
    code = f"https://shop.example/R/{TOKEN[:at]}{letter}{TOKEN[at + 1 :]}"
    assert not held(code) or facts_from(code) == facts_from(url("", TOKEN))


def test_bits_beyond_the_last_byte_make_no_second_code() -> None:
    last = BASE32.index(TOKEN[-1])
    assert last % 16 == 0
    for spare in range(1, 16):
        with pytest.raises(LoyaltyError, match="claim-code-malformed"):
            facts_from(url("", TOKEN[:-1] + BASE32[last + spare]))


@pytest.mark.parametrize(
    "code",
    [
        "",
        "https://shop.example/R/",
        "https://shop.example/R/ABC",
        f"https://shop.example/Q/{TOKEN}",
        f"ftp://shop.example/R/{TOKEN}",
        f"R/{TOKEN}",
        "x" * 100_000,
        "%" * 900,
        "https://shop.example/R/" + "%25" * 300,
        TOKEN,
    ],
)
def test_what_is_no_claim_code_does_not_look_like_one(code: str) -> None:
    assert not looks_like(code)
    with pytest.raises(LoyaltyError, match="claim-code-malformed"):
        facts_from(code)


@pytest.mark.parametrize("bad", [TOKEN[:-1], TOKEN + "A", "0" + TOKEN[1:], TOKEN[:-8] + "========"])
def test_a_damaged_claim_code_is_still_known_as_one(bad: str) -> None:
    code = f"https://shop.example/R/{bad}"
    assert looks_like(code)
    with pytest.raises(LoyaltyError, match="claim-code-malformed"):
        verify(code, KEYS)


def test_another_version_or_an_impossible_number_is_refused() -> None:
    plain = base64.b32decode(TOKEN + "====")
    for at, value in ((0, 2), (5, 0xFF), (21, 0x80)):
        changed = plain[:at] + bytes([value]) + plain[at + 1 :]
        text = base64.b32encode(changed).decode().rstrip("=")
        with pytest.raises(LoyaltyError, match="claim-code-malformed"):
            facts_from(url("", text))


def test_an_unknown_key_is_no_forgery() -> None:
    assert verify(url("", TOKEN), {}) is None


def test_a_key_of_the_wrong_till_does_not_hold() -> None:
    other = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()
    assert verify(url("", TOKEN), {KEY: other}) is False


@pytest.mark.parametrize(
    "facts",
    [
        ClaimFacts(0, SALE, 0, 1, "EUR"),
        ClaimFacts(65_536, SALE, 0, 1, "EUR"),
        ClaimFacts(1, SaleNumber(100_000, 1, 1), 0, 1, "EUR"),
        ClaimFacts(1, SaleNumber(1, 0, 1), 0, 1, "EUR"),
        ClaimFacts(1, SaleNumber(1, 1, 10**8), 0, 1, "EUR"),
        ClaimFacts(1, SALE, -1, 1, "EUR"),
        ClaimFacts(1, SALE, 0, 10**10, "EUR"),
    ],
)
def test_what_the_layout_cannot_hold_is_refused(facts: ClaimFacts) -> None:
    with pytest.raises(LoyaltyError, match="claim-code-range"):
        token(facts, PRIVATE)


SECRET = b"a secret of thirty-two bytes ..."


def test_a_hand_code_is_a_receipt_number_and_four_characters() -> None:
    code = hand_code(SECRET, SALE, 12_34)
    number, characters = code.split(" ")
    assert number == "12-812"
    assert len(characters) == 4
    assert hand_entry(code) == (SALE, characters)
    assert hand_code_holds(SECRET, SALE, 12_34, characters)


@given(
    st.binary(min_size=32, max_size=32),
    st.builds(SaleNumber, st.integers(1, 99_999), st.integers(1, 999), st.integers(1, 99_999_999)),
    st.integers(0, 10**10),
    st.data(),
)
def test_a_hand_code_is_read_however_it_is_typed(
    secret: bytes, sale: SaleNumber, total: int, data: st.DataObject
) -> None:
    code = hand_code(secret, sale, total)
    typed = code.replace("-", data.draw(st.sampled_from(("-", " - ", " ", "\u2013", "."))))
    typed = typed.replace("0", data.draw(st.sampled_from("0oO")))
    typed = typed.replace("1", data.draw(st.sampled_from("1iIlL")))
    read = hand_entry(f" {data.draw(st.sampled_from((typed, typed.lower())))} ")
    assert read is not None
    assert read[0] == sale
    assert hand_code_holds(secret, sale, total, read[1])


def test_a_blank_within_the_four_characters_does_not_matter() -> None:
    assert hand_entry("12-812 7K-3Q") == (SALE, "7K3Q")
    assert hand_entry("12-8127k3q") == (SALE, "7K3Q")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7K3Q",
        "12-812",
        "12 7K3Q",
        "0-812 7K3Q",
        "12-0 7K3Q",
        "1-2-3-4 7K3Q",
        "12-812 7U3Q",
        "1-234 7K3",
        "12-123456789 7K3Q",
        "\u0661-812 7K3Q",
        "12-812 7K3\ud55c",
        "-" * 40,
        "9" * 39,
    ],
)
def test_what_is_no_hand_code_is_none(text: str) -> None:
    assert hand_entry(text) is None


def test_another_sale_total_or_secret_has_another_hand_code() -> None:
    code = hand_code(SECRET, SALE, 12_34)[-4:]
    assert not hand_code_holds(SECRET, SALE, 12_35, code)
    assert not hand_code_holds(SECRET, SaleNumber(12, 2, 812), 12_34, code)
    assert not hand_code_holds(SECRET[::-1], SALE, 12_34, code)
    assert not hand_code_holds(SECRET, SALE, 12_34, "\u00e9" * 4)
