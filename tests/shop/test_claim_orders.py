"""Claims in unusual orders: undone and brought again, moved members, receipts two people want."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from loyalty.claims.receipt import Form, own_key
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import EntryKey
from loyalty.members.member import Member
from loyalty.redemption.chosen import Reason
from pos.claims import approve, claim, waiting_receipts, withdraw
from pos.counter import confirm
from pos.households import join, leave
from pos.issuers import enrol as enrol_issuer
from pos.issuers import enrol_named
from pos.merging import merge
from pos.presenting import Presented, Printed, present, present_printed
from pos.returns import confirm_return
from pos.shop import Shop
from pos.undo import undo
from tests.shop.claim_desk import bert, own, points, portuguese, refused
from tests.shop.house import act, anna, clean, goods, sale

OUT = "claim-out-of-order"


def back(shop: Shop, key: EntryKey, line: int, lines: int) -> int:
    """The points that one line's return takes back."""
    units = tuple(int(n == line) for n in range(lines))
    return confirm_return(shop, act(shop), key, units).returned.clawed


def test_a_receipt_that_went_to_the_wrong_member_is_returned_once(shop: Shop) -> None:
    member, other = anna(shop), bert(shop)
    key = confirm(shop, act(shop), goods(1000, 1000, 1000)).entry.key
    claim(shop, act(shop), member.id, own(shop, key))
    undo(shop, act(shop))
    claim(shop, act(shop), other.id, own(shop, key))
    assert [back(shop, key, line, 3) for line in range(3)] == [10, 10, 10]
    assert points(shop, member) == points(shop, other) == (0, 0)
    with shop.store.reading() as view:
        assert view.history(other.id).days == ()
    assert clean(shop)


def test_goods_that_came_back_before_the_undo_stay_back(shop: Shop) -> None:
    member = anna(shop)
    key = confirm(shop, act(shop), goods(1000, 500)).entry.key
    claim(shop, act(shop), member.id, own(shop, key))
    assert back(shop, key, 0, 2) == 10
    withdraw(shop, act(shop, "sam"), *own_key(key), "wrong member", again=True)
    assert points(shop, member) == (0, 0)
    assert claim(shop, act(shop), member.id, own(shop, key)).points == 5
    assert back(shop, key, 1, 2) == 5
    assert points(shop, member) == (0, 0)
    assert clean(shop)


def test_a_return_takes_from_who_got_it_after_a_household(shop: Shop) -> None:
    member, other = anna(shop), bert(shop)
    sale(shop, other, 5000)
    key = sale(shop, None, 2000).entry.key
    join(shop, act(shop, "sam"), member.id, other.id)
    leave(shop, member.id)
    claim(shop, act(shop), member.id, own(shop, key))
    confirm_return(shop, act(shop), key)
    assert (points(shop, member), points(shop, other)) == ((0, 0), (50, 0))
    assert clean(shop)


def asked(shop: Shop, member: Member, presented: Presented) -> None:
    assert claim(shop, act(shop, "kiosk"), member.id, presented, ask=True).waiting


def test_what_waits_for_one_member_is_not_promised_to_another(shop: Shop) -> None:
    member, other = anna(shop), bert(shop)
    presented = present(shop, portuguese())
    asked(shop, member, presented)
    asked(shop, member, presented)
    with pytest.raises(LoyaltyError) as no:
        claim(shop, act(shop, "kiosk"), other.id, presented, ask=True)
    assert no.value.code == "claim-waiting"
    assert [one.member.id for one in waiting_receipts(shop)] == [member.id]


def test_a_made_up_copy_that_waits_does_not_stop_what_is_signed(shop: Shop) -> None:
    member, other = anna(shop), bert(shop)
    genuine = own(shop, sale(shop, None, 2000).entry.key)
    forged = replace(genuine.receipt, sealed=False, own=None)
    asked(shop, other, replace(genuine, receipt=forged, looks=(Reason("claim-photo"),)))
    alike = replace(forged, scheme="photo", key="corner:1", form=Form.PHOTO)
    asked(shop, other, replace(genuine, receipt=alike, looks=(Reason("claim-photo"),)))
    assert claim(shop, act(shop), member.id, genuine).points == 20
    (waits,) = waiting_receipts(shop)
    assert waits.earlier is not None
    assert waits.earlier.receipt.key == genuine.receipt.key
    assert clean(shop)


def test_whoever_was_merged_gets_what_they_asked_for(shop: Shop) -> None:
    member, other = anna(shop), bert(shop)
    presented = present(shop, portuguese())
    asked(shop, other, presented)
    merge(shop, act(shop, "sam"), other.id, member.id)
    (waits,) = waiting_receipts(shop)
    approve(shop, act(shop, "sam"), waits.claimed.receipt.scheme, waits.claimed.receipt.key)
    assert points(shop, member) == (4, 0)


def test_numbers_of_a_series_rise_with_its_days(shop: Shop) -> None:
    member = anna(shop)
    enrol_issuer(shop, "sam", "Mercearia", (portuguese(),))
    claim(shop, act(shop), member.id, present(shop, portuguese(500, "20260301")))
    assert refused(shop, member, present(shop, portuguese(501, "20260228"))).code == OUT
    twin = portuguese(500, "20260301").replace("FS 70720232026001", "FS 7")
    assert refused(shop, member, present(shop, twin)).code == OUT
    claim(shop, act(shop), member.id, present(shop, portuguese(499, "20260301")))


def test_a_number_whose_credit_was_taken_back_proves_nothing(shop: Shop) -> None:
    member, other = anna(shop), bert(shop)
    enrol_issuer(shop, "sam", "Mercearia", (portuguese(),))
    forged = present(shop, portuguese(9_999, "20260225"))
    claim(shop, act(shop), other.id, forged)
    genuine = present(shop, portuguese(500, "20260301"))
    assert refused(shop, member, genuine).code == OUT
    scheme, key = forged.receipt.scheme, forged.receipt.key
    withdraw(shop, act(shop, "sam"), scheme, key, "made up")
    claim(shop, act(shop), member.id, genuine)
    undo(shop, act(shop))
    assert claim(shop, act(shop), other.id, genuine).points == 4


def test_a_withdrawal_for_good_is_not_turned_into_a_mistake(shop: Shop) -> None:
    key = sale(shop, None, 2000).entry.key
    claim(shop, act(shop), anna(shop).id, own(shop, key))
    first = withdraw(shop, act(shop, "sam"), *own_key(key), "goods went back")
    same = withdraw(shop, act(shop, "sam"), *own_key(key), "goods went back")
    assert (same.entry, same.after) == (first.entry, first.after)
    with pytest.raises(LoyaltyError) as no:
        withdraw(shop, act(shop, "sam"), *own_key(key), "a mistake", again=True)
    assert no.value.code == "claim-not-credited"


@pytest.mark.parametrize("spelling", ["2026-03-02T09:30:00", "2026-03-02 09:30", "20260302T093000"])
def test_a_moment_is_one_however_it_is_typed(shop: Shop, spelling: str) -> None:
    enrol_named(shop, "sam", "photo", "corner", "Corner")
    typed = [
        present_printed(shop, Printed("corner", Decimal("9.90"), moment)).receipt.key
        for moment in ("2026-03-02T09:30", spelling)
    ]
    assert typed[0] == typed[1]


@pytest.mark.parametrize(
    "moment", ["0001-01-01", "0001-01-01T00:00", "9999-12-31", "9999-12-31T23:59-14:00"]
)
def test_a_day_that_no_receipt_has_is_refused(shop: Shop, moment: str) -> None:
    enrol_named(shop, "sam", "photo", "corner", "Corner")
    with pytest.raises(LoyaltyError) as no:
        present_printed(shop, Printed("corner", Decimal("9.90"), moment))
    assert no.value.code == "claim-moment"


def test_a_large_figure_that_nothing_signs_is_looked_at(shop: Shop) -> None:
    member = anna(shop)
    enrol_issuer(shop, "sam", "Mercearia", (portuguese(),))
    small = "I5:3.98*I6:0.52*N:0.52*O:4.50"
    for total, code in (("500.00", ""), ("500.01", "claim-doubt")):
        genuine = portuguese(int(total[-1]) + 700)
        presented = present(shop, genuine.replace(small, f"I2:{total}*N:0.00*O:{total}"))
        if code:
            assert refused(shop, member, presented).code == code
        else:
            assert claim(shop, act(shop), member.id, presented).points == 500
    large = own(shop, sale(shop, None, 900_000).entry.key)
    assert claim(shop, act(shop), member.id, large).points == 9_000


def test_all_that_was_set_aside_stands_in_the_entry(shop: Shop) -> None:
    old = present(shop, portuguese(day="20260101"))
    done = claim(shop, act(shop, "sam"), anna(shop).id, old, overrule=True)
    assert done.credit is not None
    assert done.credit.overruled == "claim-too-old claim-issuer-unknown"
