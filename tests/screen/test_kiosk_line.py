"""A kiosk of a chain asks head office before it credits a receipt; guests hear nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest

from pos.clock import milliseconds
from pos.line_state import LineState
from pos.shop import Shop
from pos.trouble import TroubleError
from tests.screen.kiosk_desk import KioskDesk
from tests.shop.claim_desk import portuguese
from tests.shop.house import CARD, anna
from ui.counter.port import NoLine
from ui.customer.state import Fate


@dataclass
class Office(NoLine):
    """A line whose head office says who was first with a receipt: terminal `first`, 0 nobody."""

    shop: Shop
    first: int = 0
    up: bool = True
    state: LineState = LineState(connected=True)
    asked: list[UUID] = field(default_factory=list)

    def claimed(self, source: UUID) -> None:
        self.asked.append(source)
        if not self.up:
            raise TroubleError("office-unreachable", said="cut")
        if self.first:
            with self.shop.store.writing() as work:
                now = milliseconds(self.shop.clock.now())
                work.hear("verdict", source.hex, now, self.first)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[KioskDesk]:
    made = KioskDesk(tmp_path)
    yield made
    made.close()


def brought(desk: KioskDesk, office: Office) -> Fate:
    """The fate of a receipt that is held up after a card."""
    anna(desk.shop)
    desk.wish.line_is(office)
    desk.scan(CARD)
    desk.scan(portuguese())
    assert len(office.asked) == 1
    return desk.state.receipts[0].fate


def test_what_another_shop_has_credited_is_refused_with_the_place(desk: KioskDesk) -> None:
    assert brought(desk, Office(desk.shop, first=7)) is Fate.REFUSED
    why = desk.state.receipts[0].why
    assert why is not None
    assert (why.code, dict(why.facts)["where"]) == ("claim-elsewhere", "7")


@pytest.mark.parametrize("up", [True, False])
def test_what_nobody_has_credited_goes_its_way_whether_head_office_answers_or_not(
    desk: KioskDesk, up: bool
) -> None:
    assert brought(desk, Office(desk.shop, up=up)) is Fate.LOOK
