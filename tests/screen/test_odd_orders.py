"""Keys and scans in orders nobody planned: nothing is lost, booked unseen, or a dead end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from loyalty.codes import SaleNumber, member_card, sale_code
from loyalty.ledger.entry import Kind
from loyalty.rules.program import BaseRates
from pos.counter import confirm
from pos.demo import demo_program
from pos.enrol import enrol
from pos.shift import close, current
from pos.trouble import TroubleError
from tests.screen.desk import Desk
from tests.shop.house import BADGE, BLANK, CARD, act, anna, balance, clock_of, goods, sale
from ui.counter.sheets import ActSheet, CameraSheet, EnrolSheet, FindSheet, ReturnSheet, SignInSheet
from ui.counter.state import Phase, Reach

OTHER = member_card(7)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A counter with Mina signed in, where Anna (200 points) is a member."""
    opened = Desk(tmp_path, signed_in=False)
    sale(opened.shop, anna(opened.shop), 20_000)
    opened.wish.scanned(BADGE)
    yield opened
    opened.close()


def entries(desk: Desk) -> list[Kind]:
    """What is in the books since Mina signed in."""
    with desk.shop.store.reading() as view:
        return [entry.kind for entry in view.entries()][2:]


def last_sale(desk: Desk) -> SaleNumber:
    """The number of the newest sale."""
    with desk.shop.store.reading() as view:
        found = view.last_sale()
    assert found is not None
    return found.key


def test_a_member_found_while_the_last_sale_still_shows_stays(desk: Desk) -> None:
    desk.ring("5")
    desk.wish.enter()
    desk.wish.find()
    desk.wish.find_text("Anna")
    desk.wish.enter()
    desk.pass_time(4_000)
    desk.wish.typed("7")
    assert desk.state.member is not None
    assert desk.state.phase is Phase.RINGING


def test_a_slip_scanned_over_a_basket_does_not_throw_it_away(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.ring("12.50")
    desk.wish.scanned(sale_code(last_sale(desk)))
    assert desk.said == "finish-first"
    assert (len(desk.state.ticket.lines), desk.state.sheet) == (1, None)


def test_undo_over_a_basket_takes_nothing_back(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.ring("12.50")
    desk.wish.undo()
    assert desk.said == "finish-first"
    assert len(desk.state.ticket.lines) == 1
    assert entries(desk) == [Kind.SHIFT_OPENED]


def test_undo_over_an_open_return_does_not_take_back_another_sale(desk: Desk) -> None:
    older = last_sale(desk)
    desk.ring("5")
    desk.wish.enter()
    desk.wish.scanned(sale_code(older))
    desk.wish.undo()  # F8 on a return voids that sale, and asks why first
    assert isinstance(desk.state.sheet, ActSheet)
    desk.wish.escape()
    assert isinstance(desk.state.sheet, ReturnSheet)
    assert entries(desk)[-1] is Kind.SALE


def test_undo_takes_back_only_what_this_window_shows(desk: Desk) -> None:
    desk.ring("5")
    desk.wish.enter()
    confirm(desk.shop, act(desk.shop), goods(900))  # another window
    desk.wish.undo()
    assert desk.said == "undo-moved-on"
    assert desk.state.last_act is not None
    assert desk.state.last_act.amount_minor == 900
    desk.wish.undo()
    assert entries(desk)[-1] is Kind.RETURN


def test_a_shift_with_an_open_basket_is_not_closed(desk: Desk) -> None:
    desk.ring("5")
    desk.wish.shift()
    desk.wish.enter()
    assert desk.said == "finish-first"
    desk.wish.escape()
    assert len(desk.state.ticket.lines) == 1


def test_a_basket_outlives_a_shift_that_was_closed_elsewhere(desk: Desk) -> None:
    desk.ring("5")
    close(desk.shop, current(desk.shop, "mina").id, "mina")
    desk.wish.enter()
    assert desk.said == "shift-over"
    desk.wish.sign_out()
    desk.wish.scanned(BADGE)
    desk.wish.enter()
    assert desk.state.phase is Phase.DONE
    assert entries(desk)[-2:] == [Kind.SHIFT_OPENED, Kind.SALE]


def test_signing_out_after_a_sale_does_not_show_it_to_the_next(desk: Desk) -> None:
    desk.ring("5")
    desk.wish.enter()
    desk.wish.sign_out()
    assert isinstance(desk.state.sheet, SignInSheet)
    desk.wish.scanned(BADGE)
    assert desk.state.phase is Phase.IDLE


def test_what_is_rung_up_outlives_a_sign_out(desk: Desk) -> None:
    desk.ring("5")
    desk.wish.sign_out()
    desk.wish.scanned(BADGE)
    assert len(desk.state.ticket.lines) == 1


def test_f4_by_mistake_leaves_the_member_there(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.ring("5")
    desk.wish.enrol()
    assert isinstance(desk.state.sheet, ActSheet)
    desk.wish.escape()
    assert desk.state.member is not None
    desk.wish.enter()
    assert desk.state.done is not None
    assert desk.state.done.earned == 5


def test_a_blank_card_that_was_put_aside_is_not_enrolled_later(desk: Desk) -> None:
    desk.wish.scanned(BLANK)
    desk.wish.escape()
    desk.wish.enrol()
    assert isinstance(desk.state.sheet, EnrolSheet)
    assert desk.state.sheet.card == ""
    desk.wish.scanned(BLANK)
    desk.wish.escape()
    desk.wish.enrol()
    assert isinstance(desk.state.sheet, EnrolSheet)
    assert desk.state.sheet.card == ""
    assert Kind.ENROLMENT not in entries(desk)


def test_a_blank_card_puts_the_rewards_of_the_one_before_back(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.ring("12.50")
    desk.wish.reward(1)
    desk.wish.scanned(BLANK)
    desk.wish.enter()
    assert desk.state.phase is Phase.DONE


def test_the_same_card_again_keeps_the_rewards(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.ring("12.50")
    desk.wish.reward(1)
    desk.wish.scanned(CARD)
    assert desk.state.offers[0].reach is Reach.CHOSEN
    enrol(desk.shop, act(desk.shop), OTHER)
    desk.wish.scanned(OTHER)
    assert desk.said == "rewards-put-back"


def test_a_reward_that_no_longer_fits_goes_back_and_says_why(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.wish.typed("12")
    desk.wish.reward(3)  # 5 euros off, from 10 euros on
    assert desk.state.offers[2].reach is Reach.CHOSEN
    desk.wish.backspace()
    desk.wish.enter()
    assert desk.said == "spend-more"
    assert desk.state.phase is Phase.RINGING
    desk.wish.enter()
    assert desk.state.done is not None
    assert (desk.state.done.redeemed, desk.state.done.amount_minor) == (0, 100)


def test_two_rewards_do_not_pay_the_same_money_twice(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.ring("12")
    desk.wish.tender()
    assert desk.state.tender is not None
    assert desk.state.tender.chosen
    left = 200 - desk.state.tender.points
    for tile in desk.state.offers:
        assert (tile.reach is Reach.READY) == (tile.points <= left), tile


@pytest.mark.parametrize("wish", ["delete_line", "add_line", "best", "tender", "backspace"])
def test_nothing_happens_to_a_basket_under_a_sheet(desk: Desk, wish: str) -> None:
    desk.wish.scanned(CARD)
    desk.ring("12")
    desk.wish.typed("7")
    before = desk.state
    desk.wish.shift()
    getattr(desk.wish, wish)()
    desk.wish.escape()
    assert desk.state == before


def test_a_reward_is_not_booked_under_a_sheet(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.wish.settings()
    desk.wish.best()
    assert Kind.SALE not in entries(desk)


def test_the_camera_at_the_sign_in_is_no_dead_end(tmp_path: Path) -> None:
    desk = Desk(tmp_path, signed_in=False)
    desk.wish.camera()
    assert isinstance(desk.state.sheet, SignInSheet)
    desk.close()


def test_f11_again_closes_the_picture(desk: Desk) -> None:
    desk.wish.camera()
    assert isinstance(desk.state.sheet, CameraSheet)
    desk.wish.camera()
    assert desk.state.sheet is None


def test_a_sign_in_that_could_not_be_shown_comes_with_enter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_shop: object) -> int:
        raise TroubleError("store-busy", path="regulars.db")

    with monkeypatch.context() as patch:
        patch.setattr("ui.counter.staffing.nightly", busy)
        desk = Desk(tmp_path, signed_in=False)
    assert (desk.said, desk.state.sheet) == ("store-busy", None)
    desk.wish.enter()
    assert isinstance(desk.state.sheet, SignInSheet)
    desk.close()


def test_lines_of_a_return_are_taken_in_and_out_one_by_one(desk: Desk) -> None:
    desk.ring("1", "2")
    desk.wish.enter()
    desk.wish.scanned(sale_code(last_sale(desk)))
    taken = []
    for key in "1221":
        desk.wish.typed(key)
        sheet = desk.state.sheet
        assert isinstance(sheet, ReturnSheet)
        taken.append(tuple(line.chosen for line in sheet.lines))
    assert taken == [(1, 0), (1, 1), (1, 0), (0, 0)]


def test_a_code_far_too_long_is_said_and_the_scanner_stays_well(desk: Desk) -> None:
    before = desk.state.strip
    desk.wish.trouble(TroubleError("scan-too-long", length=4000, limit=512))
    assert desk.said == "scan-too-long"
    assert desk.state.strip == before
    assert desk.signs.played[-1] == "attention"


def test_f2_again_keeps_what_was_typed(desk: Desk) -> None:
    desk.wish.find()
    desk.wish.find_text("Anna")
    desk.wish.find()
    assert isinstance(desk.state.sheet, FindSheet)
    assert len(desk.state.sheet.rows) == 1


def test_an_undone_sale_of_a_nameless_card_tells_its_balance(desk: Desk) -> None:
    nobody = enrol(desk.shop, act(desk.shop), OTHER)
    desk.wish.scanned(OTHER)
    desk.ring("5")
    desk.wish.enter()
    desk.wish.undo()
    assert desk.state.done is not None
    assert desk.state.done.balance == 0 == balance(desk.shop, nobody)


def test_a_new_day_is_noticed_while_the_window_is_open(desk: Desk) -> None:
    desk.ring("5")
    desk.wish.enter()
    desk.pass_time(4_000)
    assert desk.state.today.sales == 2
    clock_of(desk.shop).advance(timedelta(days=400))
    desk.pass_time(60_000)
    assert desk.state.today.sales == 0
    desk.wish.scanned(CARD)
    assert desk.state.member is not None
    assert desk.state.member.points == 0


def test_a_new_program_is_used_from_the_next_look(desk: Desk) -> None:
    with desk.shop.store.writing() as work:
        double = replace(demo_program(), number=2, base=BaseRates(points=2, step_minor=100))
        work.add_program(replace(double, starts_on=desk.shop.today))
    desk.pass_time(60_000)
    desk.wish.scanned(CARD)
    desk.ring("5")
    assert desk.state.ticket.earns == 10
    desk.wish.enter()
    assert desk.state.done is not None
    assert desk.state.done.earned == 10


def test_a_fault_in_one_answer_does_not_lose_the_keys_behind_it(desk: Desk) -> None:
    stage = desk.wish._stage

    def bug(_answer: None) -> None:
        raise ZeroDivisionError

    def ask() -> None:
        stage.wish(lambda: desk.wish.typed("5"))

    with pytest.raises(ZeroDivisionError):
        stage.ask(ask, bug)
    assert desk.state.entry == "5"


def test_a_phone_that_somebody_has_offers_them(desk: Desk) -> None:
    desk.wish.enrol()
    desk.wish.enrol_saved("+49 151 12345678", "Anna again")
    sheet = desk.state.sheet
    assert isinstance(sheet, EnrolSheet)
    assert [row.name for row in sheet.similar] == ["Anna Schmidt"]
    desk.wish.member_picked(1)
    assert desk.state.member is not None
    assert desk.state.member.name == "Anna Schmidt"
    assert entries(desk) == [Kind.SHIFT_OPENED]


def test_signing_out_says_that_the_shift_stays_open(desk: Desk) -> None:
    desk.wish.sign_out()
    assert desk.said == "signed-out"


def test_a_window_that_is_closing_makes_no_sound(desk: Desk) -> None:
    desk.wish.end()
    before = list(desk.signs.played)
    desk.wish.trouble(TroubleError("several-codes", count=2))
    assert desk.signs.played == before
