"""A member's cards: another one, one in place of a lost one, one that is blocked."""

from __future__ import annotations

from loyalty.members.member import Card, CardStatus
from pos.acts import Act
from pos.blocking import block_card
from pos.cards import add_card, replace_card
from pos.counter import BlankCard, Identified
from pos.person import person
from pos.slips import masked_card
from ui.counter.deeds import ActDesk, Deed, member_of
from ui.counter.member_deeds import Membership
from ui.counter.sheets import ActSheet, Row


class CardsDeed(Deed):
    """The cards of a member: a blank one that is scanned is another; a row is one to replace."""

    def __init__(self, desk: ActDesk, members: Membership) -> None:
        self._desk = desk
        self._members = members

    def row(self, sheet: ActSheet, row: Row) -> None:
        self._desk.open(
            ActSheet("card", sheet.who, sheet.subject, row.id, facts=row.detail, behind=sheet)
        )

    def scanned(self, sheet: ActSheet, found: Identified) -> bool:
        if not isinstance(found, BlankCard):
            return False
        shop, member, code = self._desk.stage.shop, member_of(sheet), found.code
        self._desk.book(
            lambda act, _: add_card(shop, act, member, code),
            lambda carded: self._members.told(
                member, "card-added", card=masked_card(carded.card.code)
            ),
        )
        return True


class CardDeed(Deed):
    """One card: a blank one scanned takes its place; Enter blocks it, or lets it be used again."""

    def __init__(self, desk: ActDesk, members: Membership) -> None:
        self._desk = desk
        self._members = members

    def enter(self, sheet: ActSheet) -> None:
        shop, member, code = self._desk.stage.shop, member_of(sheet), sheet.other

        def work(act: Act, approved: str) -> Card:
            cards = person(shop, member).cards
            blocked = any(c.code == code and c.status is CardStatus.BLOCKED for c in cards)
            return block_card(shop, act, code, not blocked, approved)

        def done(card: Card) -> None:
            said = "card-now-blocked" if card.status is CardStatus.BLOCKED else "card-now-active"
            self._members.told(member, said, card=masked_card(code))

        self._desk.book(work, done)

    def scanned(self, sheet: ActSheet, found: Identified) -> bool:
        if not isinstance(found, BlankCard):
            return False
        shop, member, old, new = self._desk.stage.shop, member_of(sheet), sheet.other, found.code
        self._desk.book(
            lambda act, _: replace_card(shop, act, old, new),
            lambda carded: self._members.told(
                member, "card-in-place", card=masked_card(carded.card.code)
            ),
        )
        return True
