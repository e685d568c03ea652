"""Operators, shifts, programs, slips; and the figures of a shift and a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from loyalty.errors import LoyaltyError
from loyalty.points import Rounding
from loyalty.program_file.document import program_from_text, program_to_text
from loyalty.rules.program import Exclusions, Reward, RewardKind
from loyalty.sales.unlinked import return_unlinked
from pos.clock import FixedClock
from pos.store import Operator, PinState, Shift, ShiftState, Store, Totals, Work, open_store, verify
from tests.store.shop import (
    ANNA,
    BORIS,
    PROGRAM,
    SHIFT,
    book_expiry,
    book_return,
    book_sale,
    book_undo,
    goods,
    occasion,
    standing,
)


def test_wrong_pins_are_still_counted_after_a_restart(path: Path, clock: FixedClock) -> None:
    with open_store(path, clock, reserve_bytes=0) as store, store.writing() as work:
        work.add_operator(Operator("kim", "Kim", "manager", "badge-1"))
        work.set_pin("kim", "$hash")
        work.record_pin_failure("kim", 17)
        work.record_pin_failure("kim", 18)
    with open_store(path, clock, reserve_bytes=0) as store, store.writing() as work:
        assert work.pin("kim") == PinState("$hash", 2, 18)
        work.forget_pin_failures("kim")
        assert work.pin("kim") == PinState("$hash", 0, 0)


def test_a_pin_hash_is_not_shown_by_accident() -> None:
    assert "secret" not in repr(PinState("secret", 1, 2))


def test_operators_are_found_by_id_and_badge(store: Store) -> None:
    lee = Operator("lee", "이", "manager", "badge-2", "ko")
    with store.writing() as work:
        work.add_operator(lee)
        assert work.operator("lee") == work.operator_by_badge("badge-2") == lee
        assert work.operator_by_badge("") is None
        assert [operator.id for operator in work.operators()] == ["op1", "lee"]


def test_staff_refuses_what_does_not_fit(store: Store) -> None:
    kim = Operator("op1", "Kim", "cashier", "6200000000000197")
    attempts: list[tuple[str, Callable[[Work], object]]] = [
        ("operator-exists", lambda work: work.add_operator(kim)),
        ("badge-exists", lambda work: work.add_operator(replace(kim, id="op2"))),
        ("operator-unknown", lambda work: work.set_pin("nobody", "x")),
        ("operator-unknown", lambda work: work.pin("nobody")),
        ("operator-unknown", lambda work: work.record_pin_failure("nobody", 1)),
        ("shift-open", lambda work: work.add_shift(Shift(UUID(int=9), 1, "op1", 1))),
        ("shift-unknown", lambda work: work.close_shift(UUID(int=9), 1)),
        ("program-exists", lambda work: work.add_program(replace(PROGRAM, name="other"))),
    ]
    for code, attempt in attempts:
        with pytest.raises(LoyaltyError) as refused, store.writing() as work:
            attempt(work)
        assert refused.value.code == code


def test_a_shift_opens_and_closes_once(store: Store) -> None:
    with store.writing() as work:
        opened = work.open_shift()
        assert opened is not None
        assert (opened.id, opened.state) == (SHIFT, ShiftState.OPEN)
        assert work.open_shift(terminal=2) is None
        work.close_shift(SHIFT, 99)
        assert work.open_shift() is None
        closed = work.shift(SHIFT)
        assert closed is not None
        assert (closed.closed_ms, closed.state) == (99, ShiftState.CLOSED)
        with pytest.raises(LoyaltyError):
            work.close_shift(SHIFT, 100)


def test_a_program_comes_back_as_it_was(store: Store) -> None:
    rich = replace(
        PROGRAM,
        number=2,
        starts_on=date(2026, 6, 1),
        tender=None,
        rounding=Rounding.HALF_UP,
        exclusions=Exclusions(frozenset({"a", "b"}), frozenset({"tobacco"})),
        rewards=(
            Reward("r", "Coffee", RewardKind.GIFT, 50, 300, 0, date(2026, 1, 1), None,
                   (("ko", "커피"), ("ja", "コーヒー"))),
        ),
    )  # fmt: skip
    with store.writing() as work:
        work.add_program(rich)
        assert work.programs() == (PROGRAM, rich)
        assert work.program(2) == rich
        assert work.program_on(date(2026, 5, 31)) == PROGRAM
        assert work.program_on(date(2026, 6, 1)) == rich
        assert work.program_on(date(2025, 12, 31)) is None


def test_what_could_not_be_read_back_is_no_program(store: Store) -> None:
    wrong = replace(PROGRAM, number=2, name="a\nb")
    with pytest.raises(LoyaltyError) as refused, store.writing() as work:
        work.add_program(wrong)
    assert refused.value.code == "program-invalid"
    with store.reading() as view:
        assert view.programs() == (PROGRAM,)


def test_a_stored_program_that_today_would_refuse_is_still_read(store: Store) -> None:
    """As a later version's stricter checks would find it: two rewards with one id."""
    coffee = Reward("r", "Coffee", RewardKind.GIFT, 50, 300)
    odd = replace(PROGRAM, number=2, rewards=(coffee, replace(coffee, name="Tea")))
    with pytest.raises(LoyaltyError):
        program_from_text(program_to_text(odd))
    with store.writing() as work:
        work.add_program(odd)
    with store.reading() as view:
        assert view.program(2) == odd


def test_the_figures_of_a_shift_and_of_a_day(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        key = book_sale(work, clock, 1, ANNA, goods(20_000, 5_000)).key
        book_sale(work, clock, 2, None, goods(500))
        book_sale(work, clock, 3, ANNA, goods(3_000), points=200)
        book_return(work, clock, 4, key, (0, 1))
        undone = book_return(work, clock, 5, key, (1, 0))
        book_undo(work, clock, 6, undone.key)
    expected = Totals(
        sales=3,
        with_card=2,
        total_minor=28_500,
        due_minor=28_300,
        earned=278,
        redeemed=200,
        returns=1,
        refund_minor=5_000,
        clawed=50,
        enrolments=2,
    )
    with store.reading() as view:
        assert view.totals(shift=SHIFT) == expected
        assert view.totals(day=clock.today()) == expected
        assert view.totals(day=clock.today() - timedelta(days=1)) == Totals()
        assert view.totals(shift=UUID(int=1)) == Totals()
    clock.advance(timedelta(days=500))
    with store.writing() as work:
        assert work.due_lots(clock.today()) == (ANNA,)
        book_expiry(work, clock, ANNA)
        assert work.due_lots(clock.today()) == ()
        assert work.totals(day=clock.today()).expired == 28


def test_a_return_without_its_sale_is_in_the_figures(store: Store, clock: FixedClock) -> None:
    """The money left the drawer of that shift, whatever became of the slip."""
    with store.writing() as work:
        book_sale(work, clock, 1, ANNA, goods(10_000))
        before = work.totals(shift=SHIFT)
        who = standing(ANNA, work.account(ANNA))
        when = occasion(work, 2, clock)
        _, entry = return_unlinked(goods(3_000), PROGRAM, when, who, "slip lost", "op2")
        work.append(entry)
        elsewhere = replace(occasion(work, 3, clock), shift=None)
        _, entry = return_unlinked(goods(500), PROGRAM, elsewhere, None, "slip lost", "op2")
        work.append(entry)
        after = replace(before, returns=1, refund_minor=3_000, clawed=30)
        assert work.totals(shift=SHIFT) == after
        day = replace(after, returns=2, refund_minor=3_500)
        assert work.totals(day=clock.today()) == day
        assert not list(verify(work))


def test_sales_are_listed_newest_first(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        first = book_sale(work, clock, 1, ANNA, till="A-1")
        clock.advance(timedelta(minutes=1))
        second = book_sale(work, clock, 2, BORIS)
        book_return(work, clock, 3, first.key, (1, 0))
    with store.reading() as view:
        everything = view.sales()
        assert [facts.key for facts in everything] == [second.key, first.key]
        assert [facts.returned for facts in everything] == [False, True]
        assert view.sales(shift=SHIFT) == view.sales(clock.today()) == everything
        assert view.sales(member=ANNA) == everything[1:]
        assert view.sales(limit=1) == everything[:1]
        last = view.last_sale()
        assert last is not None
        assert last == everything[0]
        assert last.due_minor == 1_250


@pytest.mark.parametrize("text", ["A-1", " A-1 ", "1-3"])
def test_a_sale_is_found_by_either_number(store: Store, clock: FixedClock, text: str) -> None:
    with store.writing() as work:
        key = book_sale(work, clock, 1, till="A-1").key
        sold = work.sold_by_number(text)
        assert sold is not None
        assert sold.key == key


@pytest.mark.parametrize(
    "text", ["", "-", "1-", "1-1", "9-9", "x" * 4_000, "1-99999999999999999999"]
)
def test_a_number_of_no_sale_finds_none(store: Store, clock: FixedClock, text: str) -> None:
    with store.writing() as work:
        book_sale(work, clock, 1)
        assert work.sold_by_number(text) is None


def test_a_sale_knows_its_returns_and_what_lapsed(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        key = book_sale(work, clock, 1, ANNA, goods(10_000, units=4)).key
        book_return(work, clock, 2, key, (1,))
        clock.advance(timedelta(days=400))
        book_expiry(work, clock, ANNA)
        sold = work.sold(key)
    assert sold is not None
    assert sold.units_left == (3,)
    assert sold.lapsed == 75
