"""What speaks against a receipt: twins, pictures alike, counters that run against time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.claims.documents import receipt_from, word_body
from loyalty.claims.receipt import Claimed, Form, Receipt
from loyalty.claims.refusing import (
    ALIKE_BITS,
    NEAR_MS,
    OVERRULED,
    look_alike,
    out_of_order,
    reasons,
    same_visit,
)
from loyalty.ledger.entry import EntryKey, Kind
from loyalty.members.history import History
from loyalty.rules.claiming import ClaimRule

DAY = date(2026, 3, 2)
NOON_MS = 1_772_452_800_000
MINUTE_MS = 60_000
COFFEE = Receipt("pt-at", "A-1", "514038942", 350, "EUR", DAY, NOON_MS)


def earlier(receipt: Receipt, kind: Kind = Kind.CLAIM) -> Claimed:
    return Claimed(EntryKey(1, 1, 7), kind, receipt, UUID(int=1), NOON_MS)


def codes(
    receipt: Receipt, rule: ClaimRule | None = None, later: timedelta = timedelta()
) -> list[str]:
    now_ms = NOON_MS + later // timedelta(milliseconds=1)
    found = reasons(receipt, rule or ClaimRule(), now_ms, DAY + later, History())
    return [reason.code for reason in found]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({"key": "A-2", "issued_ms": NOON_MS + NEAR_MS}, True),
        ({"key": "A-2", "issued_ms": NOON_MS + NEAR_MS + 1}, False),
        ({"key": "A-2", "total_minor": 351}, False),
        ({"key": "A-2", "issuer": "500000000"}, False),
        ({"key": "A-2", "currency": "USD"}, False),
        ({"key": "A-2", "issued_ms": None}, False),
        ({"key": "x:1", "issuer": "corner", "form": Form.PHOTO, "issued_ms": None}, True),
        ({"key": "x:1", "issuer": "corner", "form": Form.PHOTO, "total_minor": 1}, False),
    ],
)
def test_the_same_total_at_the_same_time_is_looked_at(
    other: dict[str, object], found: bool
) -> None:
    twin = replace(COFFEE, **other)  # type: ignore[arg-type]
    assert (look_alike(twin, [earlier(COFFEE)]) is not None) is found


def test_signed_receipts_are_two_however_alike() -> None:
    signed = replace(COFFEE, sealed=True)
    twin = replace(signed, key="A-2")
    assert look_alike(twin, [earlier(signed)]) is None
    assert look_alike(twin, [earlier(COFFEE)]) is not None


def test_a_declined_receipt_is_nobodys_twin() -> None:
    twin = replace(COFFEE, key="A-2")
    assert look_alike(twin, [earlier(COFFEE, Kind.CLAIM_DECLINED)]) is None
    assert look_alike(twin, [earlier(COFFEE, Kind.CLAIM_ASKED)]) is not None


@given(st.integers(0, 2**64 - 1), st.sets(st.integers(0, 63), max_size=20))
def test_pictures_are_alike_by_the_bits_that_differ(likeness: int, flipped: set[int]) -> None:
    photo = replace(COFFEE, form=Form.PHOTO, likeness=likeness)
    turned = likeness ^ sum(1 << bit for bit in flipped)
    other = replace(photo, key="b", total_minor=9, likeness=turned)
    assert (look_alike(other, [earlier(photo)]) is not None) is (len(flipped) <= ALIKE_BITS)


def test_receipts_of_one_visit_only_where_the_program_says_so() -> None:
    second = replace(COFFEE, key="A-2", issued_ms=NOON_MS + 29 * MINUTE_MS)
    assert same_visit(second, ClaimRule(), [earlier(COFFEE)]) is None
    rule = ClaimRule(gap_minutes=30)
    assert same_visit(second, rule, [earlier(COFFEE)]) is not None
    assert (
        same_visit(replace(second, issued_ms=NOON_MS + 30 * MINUTE_MS), rule, [earlier(COFFEE)])
        is None
    )


@given(st.lists(st.integers(0, 10_000), min_size=3, max_size=3, unique=True))
def test_a_counter_must_rise_with_time(minutes: list[int]) -> None:
    times = sorted(minutes)
    till = [
        replace(COFFEE, key=str(n), counter=n, issued_ms=NOON_MS + at * MINUTE_MS)
        for n, at in enumerate(times)
    ]
    assert out_of_order(till[1], till[0], till[2]) is None


def test_a_number_from_the_future_of_its_till_is_refused() -> None:
    before = replace(COFFEE, counter=10)
    late = replace(COFFEE, key="x", counter=11, issued_ms=NOON_MS - 3 * MINUTE_MS)
    early = replace(COFFEE, key="y", counter=9, issued_ms=NOON_MS + 3 * MINUTE_MS)
    twin = replace(COFFEE, key="z", counter=10, issued_ms=NOON_MS + MINUTE_MS)
    for wrong in (
        out_of_order(late, before, None),
        out_of_order(early, None, before),
        out_of_order(twin, before, None),
    ):
        assert wrong is not None
        assert wrong.code == "claim-out-of-order"
    assert out_of_order(COFFEE, before, None) is None


def test_age_is_hours_for_ours_and_days_for_others() -> None:
    ours = replace(COFFEE, scheme="regulars")
    assert codes(ours, later=timedelta(hours=72)) == []
    assert codes(ours, later=timedelta(hours=72, seconds=1)) == ["claim-too-old"]
    assert codes(COFFEE, later=timedelta(days=7)) == []
    assert codes(COFFEE, later=timedelta(days=8)) == ["claim-too-old"]
    assert codes(COFFEE, ClaimRule(days=0)) == ["claim-too-old"]


def test_a_clock_that_is_wrong_is_not_overruled() -> None:
    assert codes(replace(COFFEE, issued_ms=NOON_MS + 11 * MINUTE_MS)) == ["claim-future"]
    assert codes(replace(COFFEE, issued_on=DAY + timedelta(days=1))) == ["claim-future"]
    assert "claim-future" not in OVERRULED


@given(
    st.builds(
        Receipt,
        scheme=st.text(min_size=1, max_size=8),
        key=st.text(min_size=1, max_size=20),
        issuer=st.text(max_size=8),
        total_minor=st.integers(0, 10**10),
        currency=st.just("EUR"),
        issued_on=st.dates(),
        issued_ms=st.none() | st.integers(0, 2**50),
        form=st.sampled_from(Form),
        sealed=st.booleans(),
        device=st.text(max_size=8),
        counter=st.none() | st.integers(0, 2**40),
        own=st.none() | st.builds(EntryKey, *([st.integers(1, 99)] * 3)),
        likeness=st.none() | st.integers(0, 2**64 - 1),
    )
)
def test_a_receipt_is_read_back_from_its_entry(receipt: Receipt) -> None:
    assert receipt_from(word_body(receipt, "mina")) == receipt


def test_the_same_receipt_is_the_same_event_on_every_terminal() -> None:
    photographed = replace(COFFEE, form=Form.PHOTO, sealed=True, issuer="other")
    assert photographed.source() == COFFEE.source()
    assert COFFEE.source(1) != COFFEE.source()
    assert replace(COFFEE, key="A-2").source() != COFFEE.source()
