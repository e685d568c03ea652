"""Puts the act sheets together: every kind with its deed, and the few that open by a key."""

from __future__ import annotations

from collections.abc import Callable

from loyalty.codes import SaleNumber
from ui.counter.account_deeds import HouseholdDeed, LeavingDeed, MergeDeed
from ui.counter.approving import Approving
from ui.counter.around import Around
from ui.counter.captures import Captures, CapturesDeed
from ui.counter.card_deeds import CardDeed, CardsDeed
from ui.counter.claim_deeds import DoubtDeed, EnrolDeed, IssuerDeed, TotalDeed
from ui.counter.claiming import Claiming
from ui.counter.deeds import ActDesk, Acting
from ui.counter.fetching import Fetching
from ui.counter.line_deeds import AsideDeed, LineDeed
from ui.counter.link_deeds import LinkDeed
from ui.counter.member_deeds import MemberDeed, Membership, ProfileDeed, VouchersDeed
from ui.counter.notice import Mood
from ui.counter.photographing import PhotographEnrolDeed, Photographing
from ui.counter.points_deeds import (
    ActivitiesDeed,
    AdjustDeed,
    DecideDeed,
    StampsDeed,
    StampsInDeed,
    WaitingDeed,
)
from ui.counter.return_deeds import SalesDeed, Told, UnlinkedDeed, VoidDeed
from ui.counter.returning import Returning
from ui.counter.room_deeds import RoomDeed
from ui.counter.selling import Selling
from ui.counter.sheets import ReturnSheet
from ui.counter.shortage import ShortDeed
from ui.counter.stage import Stage
from ui.counter.state import Done
from ui.counter.writing import Writing


class Handling:
    """All that is done on act sheets. `acting` has the open sheet's wishes."""

    def __init__(self, stage: Stage, writing: Writing, around: Around) -> None:
        approving = Approving(stage)
        self._stage = stage
        self._writing = writing
        self.desk = ActDesk(stage, approving)
        self.members = Membership(self.desk)
        self.waiting = WaitingDeed(self.desk)
        self._approving = approving
        self._around = around

    def assemble(self, selling: Selling, returning: Returning, fetching: Fetching) -> None:
        """The rest, once the rooms are there that acts are handed to."""
        desk, members = self.desk, self.members
        told = _told(selling, self._writing)
        self._returning = returning
        self._unlinked, self._void = UnlinkedDeed(desk, told), VoidDeed(desk, told)
        self._sales = SalesDeed(desk, returning.slip, self._unlinked)
        self.claiming = claiming = Claiming(
            desk, fetching, selling.member, selling.done, self.waiting.count
        )
        self.photographing = Photographing(desk, claiming, self._around, selling.member)
        self.captures = Captures(desk, claiming, self._around, selling.done)
        self.linking = LinkDeed(desk, self._approving, self._around.link)
        self.room = RoomDeed(desk, fetching, self._around.room, self._writing.print_voucher)
        self.line = LineDeed(desk, fetching, self.linking.open)
        short = ShortDeed(desk, self._approving, fetching)
        selling.on_shortage(short.open)
        adjust, stamps = AdjustDeed(desk, members), StampsDeed(desk)
        activities = ActivitiesDeed(desk, members, self.waiting.count)
        opens = {"adjust": adjust.open, "stamps": stamps.open, "activities": activities.open}
        deeds = {
            "member": MemberDeed(desk, members, opens),
            "profile": ProfileDeed(desk, members),
            "cards": CardsDeed(desk, members),
            "card": CardDeed(desk, members),
            "vouchers": VouchersDeed(desk, self._writing.print_voucher),
            "household": HouseholdDeed(desk, members),
            "household-leave": LeavingDeed(desk, members),
            "merge": MergeDeed(desk, members),
            "adjust": adjust,
            "stamps": stamps,
            "stamps-in": StampsInDeed(desk, members),
            "activities": activities,
            "waiting": self.waiting,
            "decide": DecideDeed(desk, self.waiting),
            "sales": self._sales,
            "void": self._void,
            "unlinked": self._unlinked,
            "claim-total": TotalDeed(desk, claiming, selling.member),
            "claim-issuer": IssuerDeed(desk, claiming, selling.member),
            "claim-doubt": DoubtDeed(desk, claiming),
            "claim-enrol": EnrolDeed(desk, claiming),
            "claim-decide": self.waiting.receipt,
            "photograph": self.photographing,
            "photograph-enrol": PhotographEnrolDeed(desk, self.photographing),
            "captures": CapturesDeed(desk, self.captures),
            "short": short,
            "line": self.line,
            "aside": AsideDeed(desk, self.line.open, self._writing.show_slip),
            "link": self.linking,
            "room": self.room,
        }
        self.acting = Acting(desk, self._approving, deeds)

    def leads(self) -> dict[str, Callable[[], None]]:
        """Where the settings' sheet leads to, by the names of its rows."""
        found = {"office": self.line.open, "room": self.room.open}
        train = self._around.train
        return found if train is None else {**found, "training": train}

    def returns(self) -> None:
        """F5: which sale; on the list of sales: there is no slip; on a return: exchange."""
        now, sheet = self._stage.now, self.desk.sheet
        if isinstance(now.sheet, ReturnSheet):
            self._returning.exchange()
        elif sheet is not None and sheet.kind == "sales":
            self._sales.without(sheet)
        elif now.under_way:
            self._stage.tell(Mood.ATTENTION, "finish-first")
        elif sheet is None:
            self._sales.open()

    def other(self) -> bool:
        """F8 on a sheet: a return is voided, a request declined. False: undo the last act."""
        now, number = self._stage.now, self._returning.number
        if isinstance(now.sheet, ReturnSheet) and number is not None:
            self._void.open(now.sheet, number)
            return True
        return self.acting.other() or self.desk.sheet is not None


def _told(selling: Selling, writing: Writing) -> Told:
    def told(done: Done, number: SaleNumber) -> None:
        selling.done(done)
        writing.print_by_itself(number)

    return told
