"""Slips and their printing: paper says what the books say, now and when printed again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from loyalty.codes import SaleNumber, sale_code
from loyalty.errors import LoyaltyError
from loyalty.redemption.quote import Chosen
from pos.counter import confirm
from pos.devices.scripted import RecordingPrinter
from pos.printing import print_closing, print_slip, slip
from pos.returns import confirm_return
from pos.shift import close, current
from pos.shop import Shop
from pos.slips import slip_of
from pos.trouble import TroubleError
from pos.undo import undo
from pos.why import explained
from tests.shop.house import act, anna, clock_of, goods, sale


def test_a_slip_printed_much_later_is_the_same_slip(shop: Shop) -> None:
    member = anna(shop)
    booked = sale(shop, member, 5000)
    fresh = slip(shop, booked.entry.key).text
    sale(shop, member, 9900, Chosen(reward="drink"))
    clock_of(shop).advance(timedelta(days=3))
    assert slip(shop, booked.entry.key).text == fresh


def test_a_slip_names_what_was_redeemed_earned_and_left(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 9000)
    booked = sale(shop, member, 1000, Chosen(reward="drink"), Chosen(points=20))
    facts = slip_of(shop, booked.entry.key)
    assert facts.member is not None
    assert (facts.member.balance_before, facts.member.balance_after) == (90, 39)
    assert [reward.name for reward in facts.member.redeemed] == ["Any drink"]
    assert (facts.total_minor, facts.paid_by_points_minor, facts.due_minor) == (1000, 100, 900)
    assert facts.code == sale_code(booked.entry.key)
    assert "Any drink" in slip(shop, booked.entry.key).text


def test_only_a_copy_says_that_it_is_one(shop: Shop) -> None:
    booked = sale(shop, anna(shop))
    assert "COPY" not in slip(shop, booked.entry.key).text
    assert "COPY" in slip(shop, booked.entry.key, copy=True).text


def test_a_slip_tells_why_only_where_it_is_asked(shop: Shop) -> None:
    booked = sale(shop, anna(shop), 1050)
    key = booked.entry.key
    points, steps = explained(shop, key)
    assert points == 10
    assert [code for code, _ in steps] == ["eligible-amount", "base", "rounded-down"]
    assert len(slip(shop, key, why=True).text) > len(slip(shop, key).text)


def test_a_slip_speaks_the_members_language(shop: Shop) -> None:
    member = anna(shop)
    booked = sale(shop, member)
    with shop.store.writing() as work:
        work.change_member(replace(member, language="ko"))
    assert "적립" in slip(shop, booked.entry.key).text


def test_a_returns_slip_says_what_comes_back(shop: Shop) -> None:
    member = anna(shop)
    booked = confirm(shop, act(shop), goods(1000, 600, units=2), member.id)
    back = confirm_return(shop, act(shop), booked.entry.key, (1, 1))
    facts = slip_of(shop, back.entry.key)
    assert [(line.units, line.amount_minor) for line in facts.lines] == [(1, 500), (1, 300)]
    assert (facts.due_minor, facts.original_no) == (800, f"1-{booked.entry.key.seq}")
    text = slip(shop, back.entry.key).text
    assert "RETURN" in text


def test_an_undone_sale_has_a_slip_that_says_cancelled(shop: Shop) -> None:
    sale(shop, anna(shop))
    done = undo(shop, act(shop))
    assert "CANCELLED" in slip(shop, done.entry.key).text


def test_what_is_no_sale_has_no_slip(shop: Shop) -> None:
    anna(shop)
    for seq in (1, 2, 99):
        with pytest.raises(LoyaltyError) as no:
            slip(shop, SaleNumber(1, 1, seq))
        assert no.value.code == "slip-unknown"


def test_a_slip_goes_to_the_printer_as_bytes(shop: Shop) -> None:
    printer = RecordingPrinter()
    booked = sale(shop, anna(shop))
    print_slip(shop, booked.entry.key, printer)
    shift = current(shop, "mina").id
    print_closing(shop, close(shop, shift, "mina"), printer)
    assert len(printer.sent) == 2
    assert all(data.startswith(b"\x1b") for data in printer.sent)


def test_a_printer_without_paper_changes_nothing_in_the_books(shop: Shop) -> None:
    printer = RecordingPrinter()
    printer.trouble = TroubleError("printer-paper-out", printer="till")
    booked = sale(shop, anna(shop))
    with pytest.raises(TroubleError):
        print_slip(shop, booked.entry.key, printer)
    printer.trouble = None
    print_slip(shop, booked.entry.key, printer)
    assert len(printer.sent) == 1


def test_a_printer_profile_nobody_knows_is_trouble_not_an_end(shop: Shop) -> None:
    booked = sale(shop, anna(shop))
    strange = replace(shop, settings=replace(shop.settings, printer_profile="no such printer"))
    with pytest.raises(TroubleError) as trouble:
        print_slip(strange, booked.entry.key, RecordingPrinter())
    assert trouble.value.code == "paper-unprintable"
