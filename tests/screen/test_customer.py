"""The customer's screen beside the counter: what it makes of the counter's state, what it never
tells, and that the counter goes on whatever becomes of it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from loyalty.errors import LoyaltyError
from loyalty.members.answer import Question
from pos.after_sale import after_sale
from pos.ids import new_id
from pos.settings import Settings
from pos.shop import Shop
from pos.surveys import answer, scores
from pos.trouble import TroubleError
from tests.screen.desk import Desk
from tests.screen.states import STATES
from tests.shape.sources import ROOT
from tests.shop.house import CARD, SETTINGS, anna, open_at, sale
from ui.counter.state import CounterState, Phase
from ui.customer.follower import STANDS_MS, THANKED_MS, Follower
from ui.customer.view import CustomerView, Scene, customer_view
from ui.jobs import InlineJobs

T = TypeVar("T")


class Beside:
    """A counter with a follower and no window."""

    def __init__(
        self, folder: Path, settings: Settings = SETTINGS, ledger: InlineJobs | None = None
    ) -> None:
        self.desk = Desk(folder, shop=replace(open_at(folder), settings=settings))
        self.views: list[CustomerView] = []
        self._timers: list[tuple[int, Callable[[], None]]] = []
        self.ledger = ledger or InlineJobs()
        self.follower = Follower(
            self.desk.shop,
            self.ledger,
            lambda ms, act: self._timers.append((ms, act)),
            self.views.append,
        )
        self._seen = 0

    @property
    def shop(self) -> Shop:
        return self.desk.shop

    @property
    def view(self) -> CustomerView:
        """What the customer sees once everything the counter showed has been followed."""
        for state in self.desk.states[self._seen :]:
            self.follower.follow(state)
        self._seen = len(self.desk.states)
        return self.follower.view

    def sell(self, amount: str, card: str = "") -> CustomerView:
        if card:
            self.desk.wish.scanned(card)
        self.desk.ring(amount)
        self.desk.wish.enter()
        return self.view

    def wait(self, ms: int) -> None:
        """Let the timers of so many milliseconds fire."""
        due = [act for after, act in self._timers if after == ms]
        self._timers = [timer for timer in self._timers if timer[0] != ms]
        for act in due:
            act()

    def next_customer(self) -> None:
        """The till shows its greeting again."""
        self.desk.pass_time(4_000)


@pytest.fixture
def beside(tmp_path: Path) -> Iterator[Beside]:
    made = Beside(tmp_path)
    anna(made.shop)
    yield made
    made.desk.close()


def test_the_customer_follows_the_counter_from_hello_to_thanks(beside: Beside) -> None:
    assert beside.view.scene is Scene.IDLE
    beside.desk.wish.scanned(CARD)
    assert (beside.view.scene, beside.view.called, beside.view.known) == (
        Scene.MEMBER,
        "Anna",
        True,
    )
    beside.desk.ring("12.50")
    view = beside.view
    assert (view.scene, view.due_minor, view.earns, len(view.lines)) == (
        Scene.RINGING,
        1250,
        12,
        1,
    )
    beside.desk.wish.enter()
    view = beside.view
    assert view.ended is not None
    assert (view.scene, view.ended.earned, view.ended.balance) == (Scene.DONE, 12, 12)
    assert (view.code, view.asks) == ("", True)


def test_a_sale_without_a_card_leaves_a_code_that_keeps_its_points(beside: Beside) -> None:
    view = beside.sell("8.00")
    assert view.ended is not None
    assert (view.scene, view.ended.balance, view.known) == (Scene.DONE, None, False)
    assert view.code == after_sale(beside.shop, view.ended.number).code != ""


def test_what_was_booked_stands_longer_than_at_the_till_but_waits_for_nobody(
    beside: Beside,
) -> None:
    beside.sell("8.00", CARD)
    beside.next_customer()
    assert beside.desk.state.phase is Phase.IDLE
    assert beside.view.scene is Scene.DONE
    beside.wait(STANDS_MS)
    assert beside.view.scene is Scene.IDLE
    beside.sell("8.00", CARD)
    beside.next_customer()
    beside.desk.wish.scanned(CARD)
    assert beside.view.scene is Scene.MEMBER
    beside.wait(STANDS_MS)
    assert beside.view.scene is Scene.MEMBER


def counted(shop: Shop) -> tuple[int, int]:
    found = scores(shop, shop.today, shop.today)[0]
    return found.members, found.anonymous


def test_one_tap_is_one_answer_and_then_thanks(beside: Beside) -> None:
    beside.sell("8.00", CARD)
    beside.follower.score(9)
    beside.follower.score(2)
    assert (beside.view.asks, beside.view.thanked) == (False, True)
    assert counted(beside.shop) == (1, 0)
    beside.next_customer()
    assert beside.view.scene is Scene.DONE
    beside.wait(THANKED_MS)
    assert beside.view.scene is Scene.IDLE
    assert beside.sell("8.00", CARD).asks is False


def test_of_sales_without_a_card_one_in_so_many_is_asked(tmp_path: Path) -> None:
    beside = Beside(tmp_path, replace(SETTINGS, survey_every=3))
    asked = []
    for _ in range(7):
        asked.append(beside.sell("5.00").asks)
        beside.next_customer()
    assert asked == [False, False, True, False, False, True, False]
    beside.follower.set_up(replace(SETTINGS, survey=False))
    assert not any(beside.sell("5.00").asks for _ in range(5))
    beside.desk.close()


def test_a_member_who_has_answered_is_left_alone(beside: Beside) -> None:
    with beside.shop.store.reading() as view:
        known = view.member_by_card(CARD)
    assert known is not None
    answer(beside.shop, new_id(beside.shop.clock), Question.NPS, 7, known[0].id)
    assert beside.sell("5.00", CARD).asks is False


class Lost(InlineJobs):
    """A ledger that does not answer."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        failed(TroubleError("disk-full"))


def test_whatever_goes_wrong_costs_the_code_and_nothing_else(tmp_path: Path) -> None:
    beside = Beside(tmp_path, ledger=Lost())
    view = beside.sell("5.00")
    assert (view.scene, view.code, view.asks) == (Scene.DONE, "", False)
    beside.follower.end()
    beside.next_customer()
    assert beside.desk.state.phase is Phase.IDLE
    beside.desk.close()


def test_a_late_code_is_not_shown_to_the_next_customer(tmp_path: Path) -> None:
    slow = InlineJobs(held=True)
    beside = Beside(tmp_path, ledger=slow)
    anna(beside.shop)
    beside.sell("5.00")
    beside.next_customer()
    beside.desk.wish.scanned(CARD)
    assert beside.view.scene is Scene.MEMBER
    slow.deliver()
    assert (beside.view.scene, beside.view.code, beside.view.asks) == (Scene.MEMBER, "", False)
    beside.desk.close()


def test_a_number_that_is_no_sale_brings_nothing(beside: Beside) -> None:
    shop = beside.shop
    for number in ("", "x", "1", "1-99999", "1-2-3-4", "٣-1", "123456789-1"):
        assert after_sale(shop, number).code == ""
    with pytest.raises(LoyaltyError):
        answer(shop, new_id(shop.clock), Question.NPS, 11)


PRIVATE = ("birthday", "phone", "card", "tier", "owed", "joined", "name")
SECRETS = ("010-", "6100", "Gold", "Silver", "Mina Park", "Weber")


@pytest.mark.parametrize("name", STATES)
def test_no_state_of_the_counter_tells_the_customer_more_than_a_first_name(name: str) -> None:
    state: CounterState = STATES[name]()
    view = customer_view(state, SETTINGS)
    told = repr(replace(view, lines=(), rewards=(), shop=""))
    assert not [secret for secret in SECRETS if secret in told]
    if state.member is not None and " " in state.member.name:
        assert state.member.name not in told
    assert not set(CustomerView.__slots__) & set(PRIVATE)


def test_a_cashiers_sheet_is_no_customers_business() -> None:
    for name in STATES:
        state = STATES[name]()
        bare = replace(state, sheet=None, banner=None, strip=type(state.strip)())
        assert customer_view(state, SETTINGS) == customer_view(bare, SETTINGS), name


def test_only_an_initial_is_shown_where_the_shop_wants_that(beside: Beside) -> None:
    beside.desk.wish.scanned(CARD)
    discreet = replace(SETTINGS, customer_names="initial")
    assert customer_view(beside.desk.state, discreet).called == "A."


def test_a_blocked_member_is_greeted_like_anybody(beside: Beside) -> None:
    beside.desk.wish.scanned(CARD)
    state = beside.desk.state
    assert state.member is not None
    blocked = replace(state, member=replace(state.member, blocked=True))
    assert customer_view(blocked, SETTINGS).scene is Scene.IDLE


def test_points_that_pay_are_seen_line_by_line(beside: Beside) -> None:
    with beside.shop.store.reading() as view:
        known = view.member_by_card(CARD)
    assert known is not None
    sale(beside.shop, known[0], 10_000)
    beside.desk.wish.scanned(CARD)
    beside.desk.ring("12.50")
    beside.desk.wish.tender()
    view_ = beside.view
    assert sum(line.paid_minor for line in view_.lines) > 0
    assert view_.due_minor == 1250 - sum(line.paid_minor for line in view_.lines)


TWO_SCREENS = """
import json, sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pos.settings import write_settings
from pos.places import Places
app = QApplication(["test"])
from tests.screen.driver import Till
folder = Path(sys.argv[1])
from pos.demo import furnish, SETTINGS as DEMO
furnish(Places(folder))
write_settings(Places(folder).settings, replace(DEMO, customer_screen=sys.argv[2]))
till = Till(folder, app)
till.sign_in()
beside = till.terminal._beside
screens = [screen.name() for screen in app.screens()]
shown = beside.display
told = {"screens": screens, "counter": till.terminal.window.screen().name()}
if shown is not None:
    till.until(shown.isVisible, "the second window")
    told["where"] = shown.screen().name()
    told["size"] = shown.size().toTuple()
    told["full"] = bool(shown.isFullScreen())
    till.type("5.00")
    till.press(Qt.Key.Key_Return)
    till.until(lambda: beside._follower.view.scene.value == "done", "the sale")
    told["scene"] = beside._follower.view.scene.value
    told["active"] = till.terminal.window.isActiveWindow()
till.close()
print(json.dumps(told))
"""


def two_screens(folder: Path, where: str, screens: int = 2) -> dict[str, object]:
    """What a till with a customer's screen does on a machine with so many screens."""
    file = folder / "screens.json"
    made = [
        {
            "name": f"screen{number}",
            "x": 1280 * number,
            "y": 0,
            "width": 1280,
            "height": 800,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        for number in range(screens)
    ]
    file.write_text(json.dumps({"screens": made}), "utf-8")
    done = subprocess.run(
        (sys.executable, "-c", TWO_SCREENS, str(folder / "data"), where),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
            "PYTHONPATH": str(ROOT),
            "REGULARS_RESERVE_MIB": "0",
        },
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_the_second_window_fills_the_other_screen_and_leaves_the_focus(tmp_path: Path) -> None:
    told = two_screens(tmp_path, "auto")
    assert told["where"] != told["counter"]
    assert (told["size"], told["full"], told["scene"]) == ([1280, 800], True, "done")
    assert told["active"] is True


@pytest.mark.parametrize(("where", "screens"), [("auto", 1), ("off", 2), ("4", 2)])
def test_without_a_screen_for_it_there_is_no_second_window(
    tmp_path: Path, where: str, screens: int
) -> None:
    assert "where" not in two_screens(tmp_path, where, screens)
