"""One receipt in many forms: link, number, photograph, another terminal, two windows at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import EntryKey, Kind
from pos.claims import (
    KIOSK,
    approve,
    claim,
    decline,
    waiting_receipts,
)
from pos.demo import demo_program
from pos.hand_codes import MOST_WRONG, SECRET, present_typed
from pos.issuers import enrol_named
from pos.presenting import Printed, present, present_printed
from pos.shop import Shop
from pos.slips import slip_of
from pos.staff import Role
from pos.store import Operator, open_store
from receipts.hand_code import hand_code
from tests.shop.claim_desk import bert, own, refused
from tests.shop.house import act, anna, balance, clean, clock_of, sale


def photograph(**other: object) -> Printed:
    facts: dict[str, object] = {
        "issuer": "corner",
        "total": Decimal("12.50"),
        "moment": "2026-03-02T11:30",
        "likeness": 0b1011,
    }
    return Printed(**{**facts, **other})  # type: ignore[arg-type]


def test_a_photograph_that_looks_like_another_goes_to_a_person(shop: Shop) -> None:
    member = anna(shop)
    enrol_named(shop, "sam", "photo", "corner", "Corner shop")
    first = present_printed(shop, photograph(number="17"))
    claim(shop, act(shop), member.id, first)
    alike = present_printed(shop, photograph(number="18", moment="2026-03-02T11:31"))
    assert refused(shop, member, alike).code == "claim-look-alike"
    turned = photograph(number="19", total=Decimal(99), likeness=0b1111)
    assert refused(shop, member, present_printed(shop, turned)).code == "claim-look-alike"


def test_at_the_kiosk_a_photograph_waits_for_a_person(shop: Shop) -> None:
    member = anna(shop)
    enrol_named(shop, "sam", "photo", "corner", "Corner shop")
    presented = present_printed(shop, photograph(number="17"))
    asked = claim(shop, act(shop, KIOSK), member.id, presented, ask=True)
    assert asked.waiting
    assert balance(shop, member) == 0
    (queued,) = waiting_receipts(shop)
    assert queued.reason == "claim-photo"
    credited = approve(shop, act(shop, "sam"), presented.receipt.scheme, presented.receipt.key)
    assert credited.points == balance(shop, member) == 12
    assert waiting_receipts(shop) == ()
    assert clean(shop)


def test_a_declined_receipt_leaves_the_queue_without_points(shop: Shop) -> None:
    member = anna(shop)
    enrol_named(shop, "sam", "photo", "corner", "Corner shop")
    presented = present_printed(shop, photograph(number="17"))
    claim(shop, act(shop, KIOSK), member.id, presented, ask=True)
    decline(shop, act(shop, "sam"), presented.receipt.scheme, presented.receipt.key, "not legible")
    assert waiting_receipts(shop) == ()
    assert refused(shop, member, presented).code == "claim-declined"
    assert balance(shop, member) == 0
    assert clean(shop)


def test_the_queue_and_the_credit_are_entries_of_their_own_kinds(shop: Shop) -> None:
    member = anna(shop)
    enrol_named(shop, "sam", "photo", "corner", "Corner shop")
    presented = present_printed(shop, photograph(number="17"))
    claim(shop, act(shop, KIOSK), member.id, presented, ask=True)
    approve(shop, act(shop, "sam"), presented.receipt.scheme, presented.receipt.key)
    with shop.store.reading() as view:
        kinds = [one.kind for one in view.said_of(presented.receipt.scheme, presented.receipt.key)]
    assert kinds == [Kind.CLAIM_ASKED, Kind.CLAIM]


def test_a_code_keyed_by_hand_is_the_same_receipt(shop: Shop) -> None:
    member = anna(shop)
    booked = sale(shop, None, 2000)
    with shop.store.writing() as work:
        secret = work.secret(SECRET)
    typed = hand_code(secret, booked.entry.key, 2000).lower()
    claim(shop, act(shop), member.id, present_typed(shop, typed))
    assert balance(shop, member) == 20
    assert refused(shop, member, own(shop, booked.entry.key)).code == "claim-already"


def test_hand_codes_cannot_be_tried_out(shop: Shop) -> None:
    booked = sale(shop, None, 2000)
    number = f"{booked.entry.key.terminal}-{booked.entry.key.seq}"
    codes = []
    for tail in range(MOST_WRONG + 1):
        with pytest.raises(LoyaltyError) as no:
            present_typed(shop, f"{number} 000{tail}")
        codes.append(no.value.code)
    assert codes == ["hand-code-wrong"] * MOST_WRONG + ["hand-code-wait"]
    with shop.store.writing() as work:
        right = hand_code(work.secret(SECRET), booked.entry.key, 2000)
    with pytest.raises(LoyaltyError) as no:
        present_typed(shop, right)
    assert no.value.code == "hand-code-wait"
    clock_of(shop).advance(timedelta(minutes=11))
    assert present_typed(shop, right).receipt.own == booked.entry.key


def claim_url(shop: Shop, key: EntryKey) -> str:
    """What the QR code on the slip of a sale holds."""
    return slip_of(shop, key).claim_url


def test_every_form_of_a_slips_code_is_the_same_receipt(shop: Shop) -> None:
    member, other = anna(shop), bert(shop)
    booked = sale(shop, None, 2000)
    url = claim_url(shop, booked.entry.key)
    token = url.rpartition("/")[2]
    claim(shop, act(shop), member.id, present(shop, url))
    with shop.store.writing() as work:
        typed = hand_code(work.secret(SECRET), booked.entry.key, 2000)
    for again in (
        url.lower(),
        f" {url}\r\n",
        f"https://another.example/r/{token.lower()}",
        "".join(f"%{ord(sign):02X}" for sign in url),
        url.encode(),
    ):
        assert refused(shop, other, present(shop, again)).code == "claim-already"
    assert refused(shop, other, present_typed(shop, typed)).code == "claim-already"
    assert balance(shop, member) == 20
    assert clean(shop)


def test_a_second_terminal_credits_it_pending_and_under_the_same_name(
    shop: Shop, tmp_path: Path
) -> None:
    here = replace(shop, settings=replace(shop.settings, alone=False))
    booked = sale(here, None, 2000)
    url = claim_url(here, booked.entry.key)
    with here.store.reading() as view:
        keys = view.claim_keys()
    store = open_store(tmp_path / "other.db", shop.clock, terminal=2, reserve_bytes=0)
    there = replace(here, store=store)
    try:
        with store.writing() as work:
            work.add_program(replace(demo_program(), starts_on=date(2020, 1, 1)))
            work.add_operator(Operator("mina", "Mina", Role.CASHIER))
            for key in keys:
                work.add_claim_key(key)
        first = claim(here, act(here), anna(here).id, present(here, url))
        second = claim(there, act(there), anna(there).id, present(there, url))
        assert first.entry.source == second.entry.source
        for done in (first, second):
            assert (done.after.balance, done.after.pending_points) == (0, 20)
    finally:
        store.close()


def test_of_two_windows_at_once_one_credits(shop: Shop) -> None:
    members = [anna(shop), bert(shop)]
    booked = sale(shop, None, 2000)
    presented = own(shop, booked.entry.key)
    path = shop.store.path
    store = open_store(path, shop.clock, reserve_bytes=0)
    try:
        windows = [shop, replace(shop, store=store)]
        with ThreadPoolExecutor(2) as pool:
            tried = [
                pool.submit(claim, window, act(window), member.id, presented)
                for window, member in zip(windows, members, strict=True)
            ]
        errors = [one.exception() for one in tried]
        assert sum(error is None for error in errors) == 1
        (no,) = [error for error in errors if error is not None]
        assert isinstance(no, LoyaltyError)
        assert no.code == "claim-already"
    finally:
        store.close()
    assert sum(balance(shop, member) for member in members) == 20
    assert clean(shop)
