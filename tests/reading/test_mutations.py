"""No single-character change of a signed or check-summed code is ever taken for what was issued.

A sample of what `python -m tests.bench receipt_codes` does at length.
"""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from receipts.reading.claim import Claim
from receipts.reading.schemes import SCHEMES, read_code
from tests.reading.mutating import PROOFS, Fate, every_change, fate, genuine, some_changes
from tests.reading.vectors import Vector

GENUINE = genuine()
BEGINNINGS = sorted({vector.payload[:size] for vector, _ in GENUINE for size in (4, 24, 60)})
BROKEN = (Fate.VERIFIED, Fate.CRASHED)


def test_each_scheme_that_proves_something_is_put_to_the_test() -> None:
    assert PROOFS.keys() <= {vector.scheme for vector, _ in GENUINE}
    assert PROOFS.keys() <= {scheme.name for scheme in SCHEMES}


@pytest.mark.parametrize(("vector", "claim"), GENUINE, ids=lambda one: str(one)[:24])
def test_no_changed_character_passes_for_what_was_issued(vector: Vector, claim: Claim) -> None:
    changes = some_changes(vector.payload, 150, random.Random(vector.line))

    fates = [(fate(vector, claim, change), change) for change in changes]
    assert not [one for one in fates if one[0] in BROKEN]
    if vector.scheme in PROOFS:  # the checks do notice, most of the time
        assert sum(one is Fate.NOTICED for one, _ in fates) > 30


@pytest.mark.parametrize(
    ("vector", "claim"),
    [one for one in GENUINE if one[0].scheme in {"cn-invoice", "es-ticketbai"}],
    ids=str,
)
def test_of_a_short_code_every_change_there_is_is_tried(vector: Vector, claim: Claim) -> None:
    changes = list(every_change(vector.payload))
    fates = [fate(vector, claim, change) for change in changes]

    assert not set(BROKEN) & set(fates)
    # Eight bits let one insertion in 256 through, wherever the pattern does.
    assert fates.count(Fate.SLIPPED) < len(changes) / 256


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=6_000), st.text(max_size=6_000)))
def test_whatever_is_scanned_is_read_or_refused_by_name(scanned: bytes | str) -> None:
    _read_or_refused(scanned)


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(BEGINNINGS), st.one_of(st.text(max_size=300), st.binary(max_size=300)))
def test_what_only_begins_like_a_receipt_is_refused_by_name(begin: str, rest: str | bytes) -> None:
    _read_or_refused(begin.encode() + rest if isinstance(rest, bytes) else begin + rest)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(GENUINE), st.data())
def test_two_codes_cut_and_glued_are_refused_by_name(
    one: tuple[Vector, Claim], data: st.DataObject
) -> None:
    text, other = one[0].payload, data.draw(st.sampled_from(GENUINE))[0].payload
    cut, from_there = (
        data.draw(st.integers(0, len(text))),
        data.draw(st.integers(0, len(other))),
    )
    _read_or_refused(text[:cut] + other[from_there:])


NINES = "9" * 3_900
DEAR = f"A:123456789*B:999999990*C:PT*D:FS*E:N*F:20190812*G:X/1*H:0*N:0.15*O:{NINES}.80"
LATE = f"V0;T;Kassenbeleg-V1;Beleg^1.00_0.00_0.00_0.00_0.00^1.00:Bar;{NINES};1;a;b;c;d;e;f"
BOMBS = {
    "huge amount": DEAR,
    "huge number": f"01,32,,26427000000375586818,{NINES},20260430,,FAFB",
    "huge counter": LATE,
    "huge parameter": f"https://batuz.eus/QRTBAI/?id=TBAI-00000006Y-251019-A-1&s=T&nf={NINES}",
    "many parameters": "https://suf.purs.gov.rs/v/?vl=A&" + "a=1&" * 1_000,
    "many escapes": "https://suf.purs.gov.rs/v/?vl=" + "%25" * 1_300,
    "many underscores": "_R1-AT1_" + "_" * 4_000,
    "many fields": "A:123456789*B:" + "*A:1" * 1_000,
    "deep brackets": "https://www.afip.gob.ar/fe/qr/?p=" + "W1tb" * 1_000,
    "deep braces": '{"vkntckn":' + "[" * 4_000,
    "deep tags": '<TED version="1.0">' + "<DD>" * 1_000,
    "entities": '<TED version="1.0"><!DOCTYPE a [<!ENTITY b "&c;&c;">]>' + "&b;" * 1_000,
    "base64": "AQxC" + "A" * 4_000,
    "base64 of lengths": "AQ" + "//" * 2_000,
    "blanks": "V0;" + " " * 4_000,
    "line breaks": "V0;" + "\r\n" * 2_000,
    "other digits": "01,32,,٢٦٤٢٧٠٠٠٠٠٠٣٧٥٥٨٦٨١٨,10.70,20260430,,FAFB",
    "one byte too many": "x" * 4_097,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_by_name(bomb: str) -> None:
    with pytest.raises(LoyaltyError):
        read_code(bomb)


def _read_or_refused(scanned: bytes | str) -> None:
    try:
        key = read_code(scanned).key
    except LoyaltyError as refused:
        key = refused.code.removeprefix("receipt-")
    assert key
