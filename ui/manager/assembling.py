"""Puts the room's acts together: the counter's deeds on members, and what only a manager does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ui.counter.account_deeds import HouseholdDeed, LeavingDeed, MergeDeed
from ui.counter.card_deeds import CardDeed, CardsDeed
from ui.counter.deeds import ActDesk, Deed
from ui.counter.member_deeds import MemberDeed, ProfileDeed, VouchersDeed
from ui.counter.points_deeds import (
    ActivitiesDeed,
    AdjustDeed,
    DecideDeed,
    StampsDeed,
    StampsInDeed,
    WaitingDeed,
)
from ui.counter.sheets import ActSheet
from ui.manager.list_export import ListExport
from ui.manager.members import Members
from ui.manager.person_deeds import BlockDeed, EraseDeed, ExportDeed, Pages, UnblockDeed


@dataclass(frozen=True, slots=True)
class Deeds:
    """`of_kind`: each sheet's deed. `opens`: what can be done with a member, by name."""

    of_kind: Mapping[str, Deed]
    opens: Mapping[str, Callable[[ActSheet], None]]
    waiting: WaitingDeed
    list_export: ListExport


def deeds(
    desk: ActDesk,
    members: Members,
    prints: Callable[[str], bool],
    count: Callable[[], None],
) -> Deeds:
    """The deeds on a desk. `prints`: a voucher by its code; `count`: something may wait."""
    pages = Pages(desk, members.show, members.left)
    adjust, stamps = AdjustDeed(desk, pages), StampsDeed(desk)
    activities = ActivitiesDeed(desk, pages, count)
    waiting = WaitingDeed(desk)
    block, unblock = BlockDeed(desk, pages), UnblockDeed(desk, pages)
    export, erase = ExportDeed(desk, pages), EraseDeed(desk, pages)
    member = MemberDeed(
        desk,
        pages,
        {
            "adjust": adjust.open,
            "stamps": stamps.open,
            "activities": activities.open,
            "block": block.open,
            "unblock": unblock.open,
            "export": export.open,
            "erase": erase.open,
        },
    )
    listed = ListExport(desk)
    of_kind: dict[str, Deed] = {
        "profile": ProfileDeed(desk, pages),
        "cards": CardsDeed(desk, pages),
        "card": CardDeed(desk, pages),
        "vouchers": VouchersDeed(desk, prints),
        "household": HouseholdDeed(desk, pages),
        "household-leave": LeavingDeed(desk, pages),
        "merge": MergeDeed(desk, pages),
        "adjust": adjust,
        "stamps": stamps,
        "stamps-in": StampsInDeed(desk, pages),
        "activities": activities,
        "waiting": waiting,
        "decide": DecideDeed(desk, waiting),
        "claim-decide": waiting.receipt,
        "block": block,
        "unblock": unblock,
        "export": export,
        "erase": erase,
        "list-export": listed,
    }
    return Deeds(of_kind, member.opens, waiting, listed)
