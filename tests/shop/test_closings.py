"""Closings: what a manager looks at is summed from the entries, and printed again as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from loyalty.redemption.quote import Chosen
from pos.acts import Act
from pos.adjusting import adjust
from pos.closings import closing_again, closing_facts, closing_named
from pos.counter import confirm
from pos.ids import new_id
from pos.nightly import nightly
from pos.printing import closing
from pos.returns import confirm_unlinked, void
from pos.shift import close, current, figures
from pos.shop import Shop
from pos.stamps import move_in
from pos.vouchers import give
from receipts.writing.text import to_text
from tests.shop.conftest import CommandLine
from tests.shop.house import anna, clean, clock_of, goods, sale
from tests.shop.rich_house import cups, open_rich


@pytest.fixture
def rich(tmp_path: Path) -> Iterator[Shop]:
    """A shop whose program has everything; its books must be whole when the test is over."""
    opened = open_rich(tmp_path)
    yield opened
    assert clean(opened)
    opened.store.close()


def test_a_closing_tells_what_a_manager_looks_at(rich: Shop) -> None:
    member = anna(rich)
    shift = current(rich, "mina").id

    def in_shift() -> Act:
        return Act(new_id(rich.clock), "mina", shift)

    first = confirm(rich, in_shift(), cups(5, 5_000), member.id)
    used = (Chosen(stamps="cups"), Chosen(voucher=first.vouchers[0].code))
    confirm(rich, in_shift(), cups(1, 1_000), member.id, used)
    confirm_unlinked(rich, in_shift(), goods(1_000), member.id, "Slip was lost", "sam")
    wrong = confirm(rich, in_shift(), goods(500))
    void(rich, in_shift(), wrong.entry.key, "Rung up twice", "sam")
    adjust(rich, in_shift(), member.id, 50, "Coffee was cold", "sam")
    move_in(rich, in_shift(), member.id, "cups", "K1", 2)
    give(rich, in_shift(), "off-3")
    closed = close(rich, shift, "mina")
    facts = closing_facts(rich, closed)
    done = facts.program
    assert (done.vouchers_given.count, done.vouchers_given.amount) == (2, 600)
    assert (done.vouchers_used.count, done.vouchers_used.amount) == (1, 300)
    assert (done.cards_used.count, done.cards_used.amount) == (1, 400)
    assert (done.without_slip.count, done.without_slip.amount) == (1, 1_000)
    assert (done.adjusted.count, done.adjusted.amount) == (1, 50)
    assert (done.stamps_moved.count, done.stamps_moved.amount) == (1, 2)
    assert (facts.voids, facts.voids_total_minor) == (1, 500)
    assert done.pending == 70 + 7
    text = to_text(closing(rich, closed))
    assert "Returns without slip (1)" in text


def test_points_that_vest_in_the_night_stand_in_the_closing_of_the_next_day(rich: Shop) -> None:
    member = anna(rich)
    close(rich, current(rich, "mina").id, "mina")
    sale(rich, member, 4_000)
    clock_of(rich).advance(timedelta(days=14))
    nightly(rich)
    second = close(rich, current(rich, "mina").id, "mina")
    assert closing_facts(rich, second).program.vested == 40
    clock_of(rich).advance(timedelta(days=1))
    nightly(rich)
    third = close(rich, current(rich, "mina").id, "mina")
    assert closing_facts(rich, third).program.vested == 0


def test_a_closing_printed_again_is_the_same_but_for_the_mark(rich: Shop) -> None:
    shift = current(rich, "mina").id
    confirm(rich, Act(new_id(rich.clock), "mina", shift), cups(2), anna(rich).id)
    closed = close(rich, shift, "mina")
    sale(rich, None, 100)  # the books go on
    assert figures(rich, shift).head != closed.head
    again = closing_again(rich, shift)
    assert again == closed == closing_named(rich) == closing_named(rich, str(shift)[-6:])
    assert closing_facts(rich, again, copy=True) == replace(closing_facts(rich, closed), copy=True)


def test_a_closing_that_is_not_there_is_refused(rich: Shop) -> None:
    for asked, why in (("", "closing-none"), ("abcdef", "closing-unknown")):
        with pytest.raises(LoyaltyError) as no:
            closing_named(rich, asked)
        assert no.value.code == why
    with pytest.raises(LoyaltyError) as still:
        closing_again(rich, current(rich, "mina").id)
    assert still.value.code == "shift-not-closed"


def test_the_command_line_shows_a_closing_again(demo: CommandLine, tmp_path: Path) -> None:
    assert demo("closing").status == 1
    assert demo("demo").status == 0
    pdf = tmp_path / "closing.pdf"
    said = demo.told("closing", "--pdf", str(pdf))
    assert said.status == 0
    assert "COPY" in said.json["text"]
    assert pdf.read_bytes().startswith(b"%PDF")
    assert said.json["fingerprint"] in said.json["text"]
    assert demo.told("closing", "nonesuch").error == "closing-unknown"
    assert demo.told("slip", "642718281828459014").error == "voucher-unknown"
