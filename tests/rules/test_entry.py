"""Entries balance or do not exist, and the chain sees any change of any field."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.ledger.chain import FIRST, digest
from loyalty.ledger.entry import OWN_LOT, Account, Entry, EntryKey, Kind, LotRef, Posting
from tests.rules.book import MEMBER

DAY = date(2025, 6, 1)
OLD = LotRef(EntryKey(1, 1, 3), 5, date(2026, 1, 1))
ENTRY = Entry(
    source=UUID(int=7),
    kind=Kind.SALE,
    at_ms=1_000,
    business_date=DAY,
    member=MEMBER,
    program=2,
    postings=(
        Posting(Account.MEMBER, -5, OLD),
        Posting(Account.REDEEMED, 5),
        Posting(Account.MEMBER, 9, LotRef(OWN_LOT, 1_000, None)),
        Posting(Account.ISSUED, -9),
    ),
    body='{"v":1}',
    key=EntryKey(1, 1, 4),
)


def changed(**facts: object) -> Entry:
    return replace(ENTRY, **facts)  # type: ignore[arg-type]


def posted(n: int, posting: Posting) -> tuple[Posting, ...]:
    return (*ENTRY.postings[:n], posting, *ENTRY.postings[n + 1 :])


def relotted(**facts: object) -> Entry:
    lot = replace(OLD, **facts)  # type: ignore[arg-type]
    return changed(postings=posted(0, Posting(Account.MEMBER, -5, lot)))


def pending(vests_on: date) -> Entry:
    lot = replace(OLD, vests_on=vests_on)
    return changed(postings=posted(0, Posting(Account.PENDING, -5, lot)))


NOBODY = Entry(UUID(int=7), Kind.SHIFT_OPENED, 1_000, DAY, None, 0, (), '{"v":1}')

CHANGES = {
    "terminal": changed(key=EntryKey(2, 1, 4)),
    "epoch": changed(key=EntryKey(1, 2, 4)),
    "seq": changed(key=EntryKey(1, 1, 5)),
    "source": changed(source=UUID(int=8)),
    "kind": changed(kind=Kind.RETURN),
    "moment": changed(at_ms=1_001),
    "day": changed(business_date=date(2025, 6, 2)),
    "member": changed(member=UUID(int=1)),
    "program": changed(program=3),
    "body": changed(body='{"v":1 }'),
    "body cut": changed(body=""),
    "points": changed(
        postings=(
            Posting(Account.MEMBER, -6, OLD),
            Posting(Account.REDEEMED, 6),
            *ENTRY.postings[2:],
        )
    ),
    "account": changed(postings=posted(1, Posting(Account.EXPIRED, 5))),
    "member's account": changed(postings=posted(0, Posting(Account.MEMBER_DEBT, -5, OLD))),
    "order": changed(postings=ENTRY.postings[::-1]),
    "fewer": changed(postings=ENTRY.postings[2:]),
    "more": changed(postings=(*ENTRY.postings, Posting(Account.ISSUED, 0))),
    "lot terminal": relotted(key=EntryKey(2, 1, 3)),
    "lot epoch": relotted(key=EntryKey(1, 2, 3)),
    "lot seq": relotted(key=EntryKey(1, 1, 2)),
    "lot moment": relotted(earned_ms=6),
    "lot end": relotted(expires_on=date(2026, 1, 2)),
    "lot never ends": relotted(expires_on=None),
    "lot slides": relotted(expires_on=None, slides=6),
    "lot slides longer": relotted(expires_on=None, slides=7),
    "pending": pending(date(2025, 7, 1)),
    "pending longer": pending(date(2025, 7, 2)),
}


@pytest.mark.parametrize("what", CHANGES)
def test_any_changed_field_changes_the_digest(what: str) -> None:
    assert digest(FIRST, CHANGES[what]) != digest(FIRST, ENTRY)


def test_all_changes_have_digests_of_their_own() -> None:
    assert len({digest(FIRST, entry) for entry in CHANGES.values()}) == len(CHANGES)


def test_every_field_of_an_entry_is_tried() -> None:
    """A field added later must be hashed: this list is what the tests above change."""
    tried = {"source", "kind", "at_ms", "business_date", "member", "program", "postings", "body"}
    assert {field.name for field in fields(Entry)} == tried | {"key", "hash"}
    assert {field.name for field in fields(Posting)} == {"account", "points", "lot"}
    assert {field.name for field in fields(LotRef)} == {
        *("key", "earned_ms", "expires_on", "slides", "vests_on")
    }


def test_nobody_is_not_the_member_of_zeros() -> None:
    assert digest(FIRST, NOBODY) != digest(FIRST, replace(NOBODY, member=UUID(int=0)))


def test_the_digest_binds_the_one_before_and_the_merchant() -> None:
    here = digest(FIRST, ENTRY)
    assert digest(b"\1" * 32, ENTRY) != here
    assert digest(FIRST, ENTRY, merchant=2) != here
    assert len(here) == 32


def test_the_entry_s_own_hash_is_left_out() -> None:
    assert digest(FIRST, replace(ENTRY, hash=b"x" * 32)) == digest(FIRST, ENTRY)


def test_the_digest_of_an_entry_never_changes() -> None:
    """Old books must verify for ever: this value is written down, not computed."""
    expected = "bfd055e3655c32d794399455d01c450c4f2f3ba28e6de9bf1cce5638550e6062"
    assert digest(FIRST, ENTRY).hex() == expected


@given(st.text(max_size=20), st.text(max_size=20))
def test_different_bodies_have_different_digests(one: str, other: str) -> None:
    same = digest(FIRST, changed(body=one)) == digest(FIRST, changed(body=other))
    assert same is (one == other)


@given(st.lists(st.integers(-100, 100), min_size=1, max_size=5).filter(sum))
def test_an_unbalanced_entry_cannot_exist(points: list[int]) -> None:
    postings = tuple(Posting(Account.ISSUED, n) for n in points)
    with pytest.raises(ValueError, match="sum to zero"):
        changed(postings=postings)


@pytest.mark.parametrize(
    "postings",
    [
        (Posting(Account.MEMBER, 1), Posting(Account.ISSUED, -1)),
        (Posting(Account.MEMBER_DEBT, 1), Posting(Account.ISSUED, -1)),
        (Posting(Account.ISSUED, 1, OLD), Posting(Account.ISSUED, -1)),
    ],
)
def test_a_lot_stands_on_the_member_s_accounts_and_only_there(
    postings: tuple[Posting, ...],
) -> None:
    with pytest.raises(ValueError, match="lots belong"):
        changed(postings=postings)


def test_a_lot_needs_a_member() -> None:
    with pytest.raises(ValueError, match="needs a member"):
        changed(member=None)


def test_numbering_names_only_the_lot_the_entry_opens() -> None:
    key = EntryKey(1, 1, 9)
    numbered = ENTRY.numbered(key)
    assert numbered.key == key
    lots = [posting.lot for posting in numbered.postings]
    assert lots == [OLD, None, LotRef(key, 1_000, None), None]


def test_pending_points_have_the_day_they_vest_and_others_have_none() -> None:
    vesting = LotRef(OWN_LOT, 1_000, None, vests_on=DAY)
    for account, lot in ((Account.PENDING, OLD), (Account.MEMBER, vesting)):
        with pytest.raises(ValueError, match="vest on a day"):
            changed(postings=(Posting(account, 1, lot), Posting(Account.ISSUED, -1)))
    postings = (Posting(Account.PENDING, 1, vesting), Posting(Account.ISSUED, -1))
    assert changed(postings=postings).postings == postings


def test_kinds_that_were_ever_written_keep_their_names() -> None:
    assert [kind.value for kind in Kind] == [
        "sale",
        "return",
        "return-undone",
        "expiry",
        "enrolment",
        "enrolment-undone",
        "shift-opened",
        "shift-closed",
        "vesting",
        "adjustment",
        "opening",
        "activity",
        "activity-asked",
        "activity-declined",
        "referral",
        "stamps-moved",
        "reward-taken",
        "voucher-given",
        "voucher-withdrawn",
        "moved-out",
        "moved-in",
        "return-unlinked",
        "erasure",
        "claim",
        "claim-asked",
        "claim-declined",
        "claim-withdrawn",
        "rights-sent",
        "rights-taken",
        "rights-advanced",
        "rights-cleared",
        "rights-covered",
        "rights-settled",
        "written-off",
    ]


def test_accounts_that_were_ever_written_keep_their_names() -> None:
    assert [account.value for account in Account] == [
        "member",
        "member-debt",
        "program-issued",
        "program-redeemed",
        "program-expired",
        "program-bought-back",
        "member-pending",
        "program-adjusted",
        "program-opened",
        "transit",
        "rights-noted",
        "rights-advanced",
        "rights-settled",
        "overdraft-writeoff",
    ]
