"""What tests of receipts that are brought later share: receipts, refusals, a second member."""

from __future__ import annotations

import pytest

from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import EntryKey
from loyalty.members.member import Member
from pos.claims import (
    claim,
)
from pos.enrol import enrol
from pos.presenting import Presented, present_sale
from pos.shop import Shop
from tests.shop.house import act

PORTUGAL = (
    "A:514038942*B:999999990*C:PT*D:FS*E:N*F:{day}*G:FS 70720232026001/{n}*H:J6JFB6F9-{n}*"
    "I1:PT*I5:3.98*I6:0.52*N:0.52*O:4.50*Q:AqQZ*R:2794"
)


def portuguese(n: int = 123411, day: str = "20260302") -> str:
    return PORTUGAL.format(n=n, day=day)


def own(shop: Shop, key: EntryKey) -> Presented:
    with shop.store.reading() as view:
        return present_sale(shop, view, key)


def points(shop: Shop, member: Member) -> tuple[int, int]:
    with shop.store.reading() as view:
        account = view.account(member.owner)
        return account.balance, account.pending_points


def refused(shop: Shop, member: Member, presented: Presented) -> LoyaltyError:
    with pytest.raises(LoyaltyError) as no:
        claim(shop, act(shop), member.id, presented)
    return no.value


def bert(shop: Shop) -> Member:
    return enrol(shop, act(shop), member_card(3), "+4915112345679", "Bert")
