"""Sales of another till at the counter: offered, credited once, put away; its printer is told who
stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyalty.codes import SaleNumber
from loyalty.ledger.entry import Kind
from pos.captures import captured, credit, who_stands
from pos.claim_keys import signer
from pos.demo import demo_card
from pos.places import Places
from pos.tap.spool import Capture, Spool, folder_of
from receipts.claim_code import ClaimFacts, token, url
from receipts.reading.claim import ReceiptLine
from receipts.reading.escpos.captured import SlipKind
from tests.screen.claim_desk import BERTS, desk, newest, points
from tests.screen.desk import Desk
from tests.screen.driver import Till
from tests.shop.house import CARD, act, clock_of
from ui.counter.around import Around, Pictures
from ui.counter.sheets import ActSheet
from ui.counter.state import Phase
from ui.jobs import InlineJobs

__all__ = ["desk"]


@dataclass
class Counter:
    """A counter beside another till's printer."""

    desk: Desk
    places: Places

    def print(self, number: int = 1, **facts: Any) -> Capture:
        """The other till prints a sale of 12.50, and the counter looks."""
        one = capture(self.desk.shop.clock.now(), number, **facts)
        Spool(folder_of(self.places)).keep(one, b"raw")
        self.look()
        return one

    def look(self) -> None:
        self.desk.pass_time(1_000)

    @property
    def numbers(self) -> list[str]:
        return [one.number for one in self.desk.state.captures]


def capture(moment: datetime, number: int, **facts: Any) -> Capture:
    one = Capture(
        id=f"{1_795_333_000_000 + number}-7-1-0",
        number=number,
        at=moment.isoformat(),
        kind=SlipKind.SALE,
        total=Decimal("12.50"),
        currency="EUR",
        lines=(ReceiptLine("Strauss", Decimal("12.50")),),
        receipt=str(1_230 + number),
        issued_at="",
        sure=True,
        layout="",
        text=("Blumen Rose", "Strauss  12.50"),
        codes=(),
        unread="",
        cut=True,
        printed=True,
    )
    return replace(one, **facts)


def beside(desk: Desk) -> Counter:
    places = Places(desk.shop.store.path.parent)
    around = Around(Pictures(), InlineJobs(), InlineJobs(), places)
    return Counter(Desk(places.data, shop=desk.shop, around=around), places)


@pytest.fixture
def counter(desk: Desk) -> Iterator[Counter]:
    """The printer's folder is there: the proxy is in use."""
    folder_of(Places(desk.shop.store.path.parent)).mkdir()
    made = beside(desk)
    yield made
    made.desk.wish.end()


def test_enter_credits_the_sale_to_whoever_stands_there_once(counter: Counter) -> None:
    wish = counter.desk.wish
    one = counter.print()
    assert counter.numbers == ["1231"]
    wish.scanned(CARD)
    assert points(counter.desk) == 0  # the card alone credits nothing
    wish.enter()
    done = counter.desk.state.done
    assert done is not None
    assert (done.kind, done.earned, done.balance, done.amount_minor) == ("claim", 12, 12, 1250)
    assert captured(counter.places) == ()
    counter.look()
    assert counter.numbers == []
    again = Spool(folder_of(counter.places)).one(one.id)
    once = credit(counter.desk.shop, counter.places, act(counter.desk.shop), again, who(counter))
    assert once.points == 12
    assert points(counter.desk) == 12


def who(counter: Counter) -> Any:
    with counter.desk.shop.store.reading() as view:
        known = view.member_by_card(CARD)
    assert known is not None
    return known[0].id


def test_f8_takes_it_back(counter: Counter) -> None:
    counter.print()
    counter.desk.wish.scanned(CARD)
    counter.desk.wish.enter()
    assert newest(counter.desk) is Kind.SALE
    counter.desk.wish.undo()
    assert points(counter.desk) == 0


def test_nobody_there_it_waits_for_a_card(counter: Counter) -> None:
    counter.print()
    assert counter.desk.state.phase is Phase.IDLE
    counter.desk.wish.enter()
    assert counter.desk.said == "capture-card-first"
    counter.desk.wish.scanned(CARD)
    counter.desk.wish.enter()
    assert points(counter.desk) == 12


def test_of_several_one_is_chosen(counter: Counter) -> None:
    counter.desk.wish.scanned(CARD)
    for number in (1, 2, 3):
        counter.print(number, total=Decimal(10 * number))
    counter.desk.wish.enter()
    sheet = counter.desk.state.sheet
    assert isinstance(sheet, ActSheet)
    assert [(row.text, row.amount_minor) for row in sheet.rows] == [
        ("1233", 3000),
        ("1232", 2000),
        ("1231", 1000),
    ]
    counter.desk.wish.typed("2")
    assert points(counter.desk) == 20
    assert counter.numbers == ["1233", "1231"]


def test_escape_puts_one_away_and_then_leaves(counter: Counter) -> None:
    counter.print()
    counter.desk.wish.scanned(CARD)
    counter.desk.wish.escape()
    counter.look()
    assert (counter.numbers, counter.desk.state.phase) == ([], Phase.MEMBER)
    counter.desk.wish.escape()
    assert counter.desk.state.phase is Phase.IDLE


def test_a_basket_comes_first(counter: Counter) -> None:
    counter.print()
    counter.desk.wish.scanned(CARD)
    counter.desk.wish.typed("3")
    counter.desk.wish.enter()
    assert points(counter.desk) == 3
    assert counter.numbers == ["1231"]


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": SlipKind.UNKNOWN},
        {"total": None},
        {"total": Decimal("0.001")},
        {"total": Decimal(-5)},
        {"printed": False},
        {"at": "long ago"},
        {"at": "2026-03-02T03:00:00"},
    ],
    ids=str,
)
def test_what_is_no_sale_is_not_offered(counter: Counter, facts: dict[str, Any]) -> None:
    counter.print(**facts)
    assert counter.numbers == []


def test_what_nobody_came_for_is_offered_no_more(counter: Counter) -> None:
    counter.print()
    clock_of(counter.desk.shop).advance(timedelta(minutes=16))
    counter.look()
    assert counter.numbers == []


def test_a_sale_with_a_claim_code_is_that_claim(counter: Counter) -> None:
    shop = counter.desk.shop
    facts = ClaimFacts(
        shop.settings.store_no,
        SaleNumber(shop.store.terminal, shop.store.epoch, 1),
        int(shop.clock.now().timestamp()),
        1250,
        "EUR",
        captured=True,
    )
    code = url(shop.settings.claim_page, token(facts, signer(shop).private))
    counter.print(offered=code)
    counter.desk.wish.scanned(CARD)
    counter.desk.wish.enter()
    assert (points(counter.desk), newest(counter.desk)) == (12, Kind.CLAIM)
    counter.desk.wish.scanned(BERTS)
    counter.desk.wish.scanned(code)
    assert counter.desk.said == "claim-already"
    assert points(counter.desk, BERTS) == 0


def test_a_claim_that_was_brought_before_is_said_and_offered_no_more(counter: Counter) -> None:
    shop = counter.desk.shop
    facts = ClaimFacts(
        shop.settings.store_no,
        SaleNumber(shop.store.terminal, shop.store.epoch, 1),
        int(shop.clock.now().timestamp()),
        1250,
        "EUR",
        captured=True,
    )
    code = url(shop.settings.claim_page, token(facts, signer(shop).private))
    counter.print(offered=code)
    counter.desk.wish.scanned(BERTS)
    counter.desk.wish.scanned(code)
    assert points(counter.desk, BERTS) == 12
    counter.desk.wish.scanned(CARD)
    counter.desk.wish.enter()
    assert counter.desk.said == "claim-already"
    counter.look()
    assert counter.numbers == []
    assert points(counter.desk) == 0


def test_the_printer_knows_who_stands_there(counter: Counter) -> None:
    shop = counter.desk.shop
    counter.desk.wish.scanned(CARD)
    assert who_stands(shop, counter.places) == who(counter)
    counter.desk.wish.escape()
    assert who_stands(shop, counter.places) is None
    counter.desk.wish.scanned(CARD)
    counter.desk.wish.end()
    assert who_stands(shop, counter.places) is None


def test_what_the_receipt_said_a_member_earned_is_on_the_screen(counter: Counter) -> None:
    shop = counter.desk.shop
    counter.look()
    counter.desk.wish.scanned(CARD)
    one = counter.print(member=str(who(counter)))
    assert counter.numbers == []  # its reader credits it in a moment
    credit(shop, counter.places, act(shop), one, who(counter))
    counter.look()
    assert counter.desk.said == "capture-credited"
    assert counter.desk.state.member is not None
    assert counter.desk.state.member.points == 12


def test_a_reader_that_did_not_credit_leaves_it_to_the_counter(counter: Counter) -> None:
    counter.desk.wish.scanned(CARD)
    counter.print(member=str(who(counter)))
    clock_of(counter.desk.shop).advance(timedelta(seconds=6))
    counter.look()
    assert counter.numbers == ["1231"]


def test_without_a_proxy_nothing_is_looked_for_or_written(desk: Desk) -> None:
    made = beside(desk)
    made.desk.wish.scanned(CARD)
    made.look()
    assert not folder_of(made.places).exists()
    assert made.numbers == []
    made.desk.wish.end()


def test_a_folder_at_rest_is_not_read(counter: Counter) -> None:
    counter.print()
    for _ in range(2):
        counter.look()
    states = len(counter.desk.states)
    broken = next(folder_of(counter.places).glob("*.json"))
    broken.write_text("{")  # which leaves the folder's own time alone
    counter.look()
    assert counter.numbers == ["1231"]
    assert len(counter.desk.states) == states


def test_through_the_real_window(app: QApplication, tmp_path: Path) -> None:
    places = Places(tmp_path)
    folder_of(places).mkdir()
    till = Till(tmp_path, app)
    try:
        till.sign_in()
        shop = till.terminal.shop
        assert shop is not None
        Spool(folder_of(places)).keep(capture(shop.clock.now(), 1), b"raw")
        till.until(lambda: bool(till.state.captures), "the other till's sale")
        till.scan(demo_card(6))
        before = till.state.member.points if till.state.member else 0
        till.until(lambda: who_stands(shop, places) is not None, "the printer to be told")
        till.press(Qt.Key.Key_Return)
        till.until(lambda: till.state.done is not None, "the credit")
        assert till.state.done is not None
        assert till.state.done.earned > 0
        assert till.state.done.balance == before + till.state.done.earned
        assert captured(places) == ()
        till.until(lambda: who_stands(shop, places) is None, "the printer to be told")
    finally:
        till.close()
