"""The manager's room on real books without a thread: its presenter, and its screen where wanted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from loyalty.codes import member_card, operator_badge
from loyalty.members.member import Member
from pos.adjusting import adjust
from pos.enrol import enrol
from pos.glance import glance
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from tests.screen.act_desk import program
from tests.screen.counter_view import settle
from tests.screen.desk import Silent
from tests.shop.house import act, anna, open_at, sale
from ui.counter.session import Session
from ui.jobs import InlineJobs
from ui.manager.presenter import RoomHands, RoomPresenter
from ui.manager.room import WISHES
from ui.manager.screen import RoomScreen
from ui.manager.state import RoomState

OLGA = operator_badge(3)
NAMES = ("Jonas Weber", "김민준", "佐藤 花子", "Maria del Carmen Fernández de la Vega", "O'Brien")


@dataclass
class RoomDesk:
    """A room with somebody in it; `states` are what it drew, newest last."""

    shop: Shop
    who: str = "olga"
    states: list[RoomState] = field(default_factory=list)
    left: int = 0
    screen: RoomScreen | None = None
    reports: InlineJobs = field(default_factory=InlineJobs)

    def __post_init__(self) -> None:
        with self.shop.store.reading() as view:
            operator = view.operator(self.who)
        hands = RoomHands(
            ledger=InlineJobs(),
            reports=self.reports,
            signs=Silent(),
            later=lambda _ms, _act: None,
            draw=self._draw,
            prints=lambda _code: False,
            leave=self._leave,
        )
        counter = replace(Session(self.shop.settings), operator=operator, glance=glance(self.shop))
        self.wish = RoomPresenter(self.shop, hands, counter)
        if self.screen is not None:
            for name in WISHES:
                getattr(self.screen, name).connect(getattr(self.wish, name))
        self.wish.start()

    @property
    def state(self) -> RoomState:
        """What is on the screen."""
        return self.states[-1]

    @property
    def said(self) -> str:
        """The code of the banner, or of the open sheet's notice; or nothing."""
        sheet = self.state.desk.sheet
        notice = getattr(sheet, "notice", None) or self.state.desk.banner
        return notice.code if notice else ""

    def _draw(self, state: RoomState) -> None:
        self.states.append(state)
        if self.screen is not None:
            self.screen.draw(state)

    def _leave(self) -> None:
        self.left += 1


def furnished(folder: Path, others: int = 0) -> tuple[Shop, Member]:
    """A shop with Olga its owner, Mina and Sam; Anna, who bought twice and was given points; and
    so many others.
    """
    shop = open_at(folder, program=program())
    with shop.store.writing() as work:
        work.add_operator(Operator("olga", "Olga", Role.OWNER, OLGA))
    member = anna(shop)
    sale(shop, member, 2_000)
    sale(shop, member, 1_250)
    adjust(shop, act(shop, "sam"), member.id, 15, "spilt coffee")
    for number in range(others):
        card = member_card(100 + number)
        enrol(shop, act(shop), card, "", NAMES[number % len(NAMES)])
    return shop, member


@contextmanager
def shown(qtbot: QtBot, shop: Shop, size: QSize, who: str = "olga") -> Iterator[RoomDesk]:
    """The same with its screen in a window of `size`."""
    screen = RoomScreen()
    qtbot.addWidget(screen)
    screen.resize(size)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    desk = RoomDesk(shop, who, screen=screen)
    settle()
    yield desk
    desk.wish.end()
