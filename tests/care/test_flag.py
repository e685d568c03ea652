"""The cashier sees that somebody at the counter waits for an answer."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from loyalty.care.case import Cause, Channel
from pos.care.cases import close_case, open_case
from pos.counter import at_counter, look
from pos.shop import Shop
from tests.shop.house import act, anna
from ui.counter.member import MemberCard
from ui.counter.standing import member_view
from ui.parts.chip import Chip


def shown(shop: Shop, card: MemberCard) -> list[str]:
    """The chips on the member's card now."""
    with shop.store.reading() as view:
        known = next(iter(view.find_members("Anna")))
    who = at_counter(shop, known.id)
    seen = member_view(who, look(shop, known.id), None, "en")
    card.write((seen, None, "EUR"))
    return [chip.words for chip in card.findChildren(Chip) if not chip.isHidden()]


def test_an_open_case_is_flagged_until_it_is_closed(shop: Shop, qtbot: QtBot) -> None:
    card = MemberCard()
    qtbot.addWidget(card)
    member = anna(shop)
    assert shown(shop, card) == []
    case = open_case(shop, act(shop), member.id, Channel.COUNTER, Cause.GOODS, "Stale")
    assert shown(shop, card) == ["Open case"]
    close_case(shop, act(shop), case.id, "Settled")
    assert shown(shop, card) == []
