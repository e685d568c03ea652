"""Receipts in the real window, by scans and keys alone: from the wedge to the books."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyalty.ledger.entry import EntryKey, Kind
from pos.demo import OPERATORS, demo_card, furnish
from pos.issuers import enrol_named
from pos.places import Places
from pos.shop import Shop
from pos.slips import slip_of
from pos.store import verify
from tests.screen.claim_desk import croatian, slovenian
from tests.screen.driver import Till
from ui.counter.sheets import ActSheet, ReturnSheet
from ui.counter.state import Phase

CARD, OTHER = demo_card(5), demo_card(6)
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
BOSS = OPERATORS[1]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo shop's folder, furnished once and copied for each test."""
    data = tmp_path_factory.mktemp("receipts")
    furnish(Places(data))
    return data


@pytest.fixture
def counter(furnished: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Till]:
    """A till of the demo shop with a cashier signed in."""
    for file in furnished.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    running = Till(tmp_path, qapp)
    running.sign_in()
    yield running
    with shop(running).store.reading() as view:
        assert list(verify(view)) == []
    running.close()


def shop(till: Till) -> Shop:
    """The books behind the window."""
    assert till.terminal.shop is not None
    return till.terminal.shop


def sold(till: Till, amount: str = "20") -> EntryKey:
    """A sale without a card, rung up by keys; the counter is idle again."""
    till.type(f"{amount}.00")
    till.press(ENTER)
    assert till.state.phase is Phase.DONE
    with shop(till).store.reading() as view:
        last = view.last_sale()
    assert last is not None
    till.press(ESCAPE)
    till.count.keys = till.count.scans = 0
    return last.key


def code(till: Till, key: EntryKey) -> str:
    """The square code on a slip."""
    return slip_of(shop(till), key).claim_url


def bring(till: Till, receipt: str) -> None:
    """A receipt's code, and whatever becomes of it: a long burst is over a moment after its end."""
    before = till.state
    till.scan(receipt)
    till.until(lambda: till.state != before and not till.state.busy, "what becomes of the receipt")


def newest(till: Till) -> Kind:
    """What was booked last."""
    with shop(till).store.reading() as view:
        last = view.last_entry()
    assert last is not None
    return last.kind


def points(till: Till, card: str) -> int:
    """What the books say a card's member has."""
    with shop(till).store.reading() as view:
        known = view.member_by_card(card)
        assert known is not None
        return view.account(known[0].owner).balance


def sheet(till: Till, kind: str) -> ActSheet:
    """The open sheet, of this kind."""
    found = till.state.sheet
    assert isinstance(found, ActSheet), till.state.banner
    assert found.kind == kind
    return found


def earned(till: Till) -> int:
    """Points of the receipt that was just credited."""
    done = till.state.done
    assert done is not None, till.state.banner
    assert done.kind == "claim"
    return done.earned


@pytest.mark.parametrize("first", ["card", "receipt"])
def test_two_scans_in_any_order_and_no_key(counter: Till, first: str) -> None:
    receipt = code(counter, sold(counter))
    before = points(counter, CARD)
    scans = (CARD, receipt) if first == "card" else (receipt, CARD)
    for scan in scans:
        bring(counter, scan)
    assert earned(counter) == points(counter, CARD) - before > 0
    assert (counter.count.scans, counter.count.keys) == (2, 0)
    assert newest(counter) is Kind.CLAIM


def test_a_duplicate_is_refused_and_f8_takes_the_first_one_back(counter: Till) -> None:
    receipt = code(counter, sold(counter))
    before = points(counter, CARD)
    counter.scan(CARD)
    bring(counter, receipt)
    counter.rest()
    counter.scan(OTHER)
    bring(counter, receipt)
    assert counter.state.banner is not None
    assert counter.state.banner.code == "claim-already"
    counter.press(ESCAPE)
    counter.press(ESCAPE)
    counter.press(Qt.Key.Key_F8)
    assert (newest(counter), points(counter, CARD)) == (Kind.CLAIM_WITHDRAWN, before)
    counter.rest()
    bring(counter, receipt)
    counter.scan(OTHER)
    assert earned(counter) > 0


def test_a_doubtful_receipt_takes_enter_and_a_badge(counter: Till) -> None:
    today = f"{shop(counter).today:%Y%m%d}"
    early = croatian(day=today).replace("_1045", "_0001")
    before = points(counter, CARD)
    counter.scan(CARD)
    bring(counter, early)
    assert sheet(counter, "claim-doubt").rows[0].id == "claim-enrol"
    counter.press(ENTER)
    assert sheet(counter, "claim-doubt").approval is not None
    counter.scan(BOSS.badge)
    assert earned(counter) == points(counter, CARD) - before > 0
    assert counter.state.strip.operator != BOSS.name


def test_a_total_is_typed_where_the_code_has_none(counter: Till) -> None:
    enrol_named(shop(counter), BOSS.id, "si-furs", "12345679", "Trgovina")
    counter.scan(CARD)
    bring(counter, slovenian(f"{shop(counter).today:%y%m%d}000100"))
    sheet(counter, "claim-total")
    counter.type("12.50")
    counter.press(ENTER)
    assert earned(counter) > 0


def test_the_shop_is_enrolled_by_its_name_and_a_badge(counter: Till) -> None:
    today = f"{shop(counter).today:%Y%m%d}"
    counter.scan(CARD)
    bring(counter, croatian(day=today).replace("_1045", "_0001"))
    counter.type("1")
    counter.type("Konzum")
    counter.press(ENTER)
    counter.scan(BOSS.badge)
    assert earned(counter) > 0
    done = counter.state.done
    assert done is not None
    assert done.receipts[0].shop == "Konzum"


def test_a_receipt_put_aside_is_decided_from_the_idle_counter(counter: Till) -> None:
    today = f"{shop(counter).today:%Y%m%d}"
    before = points(counter, CARD)
    counter.scan(CARD)
    bring(counter, croatian(day=today).replace("_1045", "_0001"))
    counter.press(Qt.Key.Key_F8)
    assert newest(counter) is Kind.CLAIM_ASKED
    counter.press(ESCAPE)
    counter.press(ESCAPE)
    counter.scan(BOSS.badge)
    counter.until(lambda: counter.state.waiting == 1, "the queue")
    counter.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    counter.type("1")
    sheet(counter, "claim-decide")
    counter.press(ENTER)
    assert points(counter, CARD) > before


def test_the_number_below_the_code_is_typed_into_the_one_line(counter: Till) -> None:
    typed = slip_of(shop(counter), sold(counter)).hand_code
    counter.scan(CARD)
    counter.type(typed.lower())
    assert counter.state.entry == typed
    counter.press(ENTER)
    assert earned(counter) > 0


def test_a_credited_sale_comes_back_by_its_square_code(counter: Till) -> None:
    receipt = code(counter, sold(counter))
    before = points(counter, CARD)
    bring(counter, receipt)
    counter.scan(CARD)
    assert points(counter, CARD) > before
    counter.press(Qt.Key.Key_F5)
    counter.rest()
    bring(counter, receipt)
    assert isinstance(counter.state.sheet, ReturnSheet)
    counter.press(ENTER)
    assert (newest(counter), points(counter, CARD)) == (Kind.RETURN, before)
