"""A terminal's key for claim codes: made once, lost, retired, and never in a backup."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from pos.claim_keys import (
    KEY_FILE,
    key_name,
    key_named,
    keys,
    retire,
    signer,
)
from pos.presenting import enrolled_keys
from pos.printing import slip
from pos.returns import confirm_return
from pos.shop import Shop
from pos.slips import slip_of
from pos.store import open_store
from pos.trouble import TroubleError
from receipts.claim_code import ClaimFacts, facts_from, token, url
from receipts.hand_code import hand_code_holds, hand_entry
from receipts.reading.claim import Outcome
from receipts.reading.judging import refusal
from receipts.reading.schemes import read_code
from tests.log_guard import ExpectLog
from tests.shop.conftest import CommandLine
from tests.shop.house import act, anna, clock_of, sale


def read(shop: Shop, code: str) -> tuple[Outcome | None, Outcome | None]:
    """What the shop's own list of keys says of a code: its signature, and its key."""
    with shop.store.reading() as view:
        claim = read_code(code, enrolled_keys(view))
    return claim.outcome("signature"), claim.outcome("key_valid")


GOOD = (Outcome.PASS, Outcome.PASS)


def test_a_slip_without_a_member_carries_a_code_that_names_the_sale(shop: Shop) -> None:
    booked = sale(shop, None, 1234)
    facts = slip_of(shop, booked.entry.key)
    told = facts_from(facts.claim_url)
    assert (told.sale, told.total_minor, told.currency) == (booked.entry.key, 1234, "EUR")
    assert told.at_s == booked.entry.at_ms // 1000
    assert read(shop, facts.claim_url) == GOOD
    printed = "".join(slip(shop, booked.entry.key).text.split())
    assert f"[QR{facts.claim_url}]" in printed


def test_the_hand_code_below_it_belongs_to_the_sale(shop: Shop) -> None:
    booked = sale(shop, None, 1234)
    entry = hand_entry(slip_of(shop, booked.entry.key).hand_code)
    assert entry is not None
    assert entry[0] == booked.entry.key
    assert hand_code_holds(signer(shop).secret, entry[0], 1234, entry[1])


def test_a_copy_carries_the_same_code(shop: Shop) -> None:
    key = sale(shop, None).entry.key
    first = slip_of(shop, key)
    clock_of(shop).advance(timedelta(hours=30))
    assert slip_of(shop, key, copy=True) == replace(first, copy=True)


def test_a_sale_that_a_member_has_carries_one_only_where_it_opens_a_page(shop: Shop) -> None:
    key = sale(shop, anna(shop)).entry.key
    assert slip_of(shop, key).claim_url == ""
    paged = replace(shop, settings=replace(shop.settings, claim_page="shop.example"))
    assert slip_of(paged, key).claim_url.startswith("HTTPS://SHOP.EXAMPLE/R/")


def test_a_return_carries_none_and_neither_does_a_shop_that_wants_none(shop: Shop) -> None:
    sold = sale(shop, None)
    back = confirm_return(shop, act(shop), sold.entry.key)
    assert slip_of(shop, back.entry.key).claim_url == ""
    silent = replace(shop, settings=replace(shop.settings, claim_codes=False))
    assert slip_of(silent, sold.entry.key).claim_url == ""


def test_the_private_key_is_for_nobody_else_and_in_no_table(shop: Shop) -> None:
    slip_of(shop, sale(shop, None).entry.key)
    path = shop.store.path.with_name(KEY_FILE)
    assert path.stat().st_mode & 0o077 == 0
    private = signer(shop).private
    shop.store.checkpoint()
    for file in shop.store.path.parent.glob("regulars.db*"):
        data = file.read_bytes()
        assert private not in data
        assert private.hex().encode() not in data


def test_two_windows_sign_with_one_key(shop: Shop) -> None:
    first = signer(shop)
    second = open_store(shop.store.path, shop.clock, reserve_bytes=0)
    try:
        assert signer(replace(shop, store=second)) == first
    finally:
        second.close()
    assert len(keys(shop)) == 1


@pytest.mark.parametrize("damage", ["lost", "damaged"])
def test_a_lost_key_is_made_anew_and_the_old_slips_stay_good(shop: Shop, damage: str) -> None:
    number = sale(shop, None).entry.key
    old = slip_of(shop, number).claim_url
    path = shop.store.path.with_name(KEY_FILE)
    if damage == "lost":
        path.unlink()
    else:
        path.write_text("0" * 63)
    new = slip_of(shop, number).claim_url
    assert new != old
    assert replace(facts_from(new), key_id=0) == replace(facts_from(old), key_id=0)
    assert read(shop, old) == read(shop, new) == GOOD
    assert [one.own for one in keys(shop)].count(True) == 1


def test_a_key_the_books_have_lost_is_listed_again(shop: Shop) -> None:
    private = signer(shop).private
    other = shop.store.path.parent / "other"
    other.mkdir()
    fresh = open_store(other / "regulars.db", shop.clock, reserve_bytes=0)
    try:
        (other / KEY_FILE).write_text(private.hex())
        moved = replace(shop, store=fresh)
        assert signer(moved).private == private
        assert len(keys(moved)) == 1
    finally:
        fresh.close()


def test_a_retired_key_is_good_for_the_past_only(shop: Shop) -> None:
    old = slip_of(shop, sale(shop, None).entry.key).claim_url
    stolen = signer(shop).private
    clock_of(shop).advance(timedelta(minutes=5))
    state = retire(shop, act(shop, "sam"), keys(shop)[0].key.id, "till stolen")
    assert (state.why, state.by, state.own) == ("till stolen", "sam", True)
    clock_of(shop).advance(timedelta(minutes=5))
    thief = shop.store.path.with_name(KEY_FILE)
    assert thief.read_text().strip() == stolen.hex()
    assert read(shop, old) == GOOD
    later = slip_of(shop, sale(shop, None).entry.key).claim_url
    assert signer(shop).private != stolen
    assert read(shop, later) == GOOD


def test_what_a_retired_key_signs_afterwards_is_refused(shop: Shop) -> None:
    signed = signer(shop)
    retire(shop, act(shop, "sam"), keys(shop)[0].key.id, "till stolen")
    clock_of(shop).advance(timedelta(minutes=5))
    number = sale(shop, None).entry
    said = ClaimFacts(1, number.key, number.at_ms // 1000, 1000, "EUR")
    forged = url("", token(said, signed.private))
    assert read(shop, forged) == (Outcome.PASS, Outcome.FAIL)
    with shop.store.reading() as view:
        assert refusal(read_code(forged, enrolled_keys(view))) is not None


@pytest.mark.parametrize(
    ("why", "operator", "code"),
    [(" ", "sam", "reason-missing"), ("stolen", "mina", "approval-needed")],
)
def test_a_key_is_retired_for_a_reason_by_who_may(
    shop: Shop, why: str, operator: str, code: str
) -> None:
    signer(shop)
    key = keys(shop)[0].key.id
    with pytest.raises(LoyaltyError, match=code):
        retire(shop, act(shop, operator), key, why)
    assert keys(shop)[0].retired is None


def test_a_key_is_retired_once(shop: Shop) -> None:
    signer(shop)
    key = keys(shop)[0].key.id
    retire(shop, act(shop, "sam"), key, "stolen")
    with pytest.raises(LoyaltyError, match="claim-key-retired"):
        retire(shop, act(shop, "sam"), key, "stolen")
    with pytest.raises(LoyaltyError, match="claim-key-unknown"):
        retire(shop, act(shop, "sam"), key + 1, "stolen")


def test_a_key_has_a_name_people_can_type() -> None:
    assert key_name(12 << 16 | 0x9C3F) == "12-9c3f"
    assert key_named(" 12-9C3F ") == 12 << 16 | 0x9C3F
    for wrong in ("", "12", "12-9c3", "x-9c3f", "9" * 5000):
        with pytest.raises(LoyaltyError, match="claim-key-unknown"):
            key_named(wrong)


def test_a_slip_comes_out_though_its_code_cannot_be_signed(
    shop: Shop, expect_log: ExpectLog
) -> None:
    shop.store.path.with_name(KEY_FILE).mkdir()
    with pytest.raises(TroubleError, match="claim-key-unreadable"):
        signer(shop)
    expect_log("pos.claim_slips", "claim-key-unreadable")
    facts = slip_of(shop, sale(shop, None).entry.key)
    assert (facts.claim_url, facts.hand_code) == ("", "")


def test_a_key_that_cannot_be_kept_is_not_listed(shop: Shop) -> None:
    shop.store.path.with_name(KEY_FILE + ".new").mkdir()
    with pytest.raises(TroubleError, match="claim-key-unwritable"):
        signer(shop)
    assert keys(shop) == ()


def test_the_command_lists_keys_and_retires_one(demo: CommandLine) -> None:
    assert demo.told("keys", "list").json == {"keys": []}
    sold = demo.told("sell", "5.00").json["sale"]["number"]
    assert demo("slip", sold).status == 0
    (key,) = demo.told("keys", "list").json["keys"]
    assert (key["own"], key["retired"], key["terminal"]) == (True, None, 1)
    assert key["key"] in demo("keys", "list").out
    said = demo("keys", "retire", key["key"], "--why", "till stolen", "--operator", "sam")
    assert (said.status, "stays good" in said.out) == (0, True)
    (ended,) = demo.told("keys", "list").json["keys"]
    assert (ended["why"], ended["by"]) == ("till stolen", "sam")
    assert ended["retired"] is not None
    again = demo.told("keys", "retire", key["key"], "--why", "again", "--operator", "sam")
    assert (again.status, again.error) == (1, "claim-key-retired")
    assert demo.told("keys", "retire", "7-0000", "--why", "x").error == "claim-key-unknown"


def test_a_backup_holds_no_private_key(demo: CommandLine, tmp_path: Path) -> None:
    demo("slip", demo.told("sell", "5.00").json["sale"]["number"])
    private = (demo.data / KEY_FILE).read_text().strip()
    assert demo("backup", str(tmp_path / "copies")).status == 0
    copies = [file for file in (tmp_path / "copies").rglob("*") if file.is_file()]
    assert copies
    assert not any(private.encode() in file.read_bytes() for file in copies)
    assert not any(bytes.fromhex(private) in file.read_bytes() for file in copies)
