"""The ledger's facts: one immutable entry per business act, with postings that sum to zero.

An act (a sale, a return, an expiry) is one entry, so it is in the books whole or not at all; its
movements (accrual, redemption, clawback, restoration) are its postings, told apart by account.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from loyalty.codes import SaleNumber

EntryKey = SaleNumber
"""(terminal, epoch, seq): where an entry stands. A sale's slip names exactly this."""

OWN_LOT = EntryKey(0, 0, 0)
"""Stands for "the lot this entry opens" until the entry has a key."""


class Kind(StrEnum):
    """What happened. Readers know every kind that was ever written; kinds are never reused."""

    SALE = "sale"
    RETURN = "return"
    RETURN_UNDONE = "return-undone"
    EXPIRY = "expiry"
    ENROLMENT = "enrolment"
    ENROLMENT_UNDONE = "enrolment-undone"
    SHIFT_OPENED = "shift-opened"
    SHIFT_CLOSED = "shift-closed"
    VESTING = "vesting"  # pending points become spendable
    ADJUSTMENT = "adjustment"  # by hand: who, why, who approved
    OPENING = "opening"  # the balance a member brought from another system
    ACTIVITY = "activity"  # points for what is no purchase
    ACTIVITY_ASKED = "activity-asked"  # waits for a person to look
    ACTIVITY_DECLINED = "activity-declined"
    REFERRAL = "referral"  # one side's points for a friend who came and stayed
    STAMPS_MOVED = "stamps-moved"  # an old paper card
    REWARD_TAKEN = "reward-taken"  # outside a sale: the night made a voucher of points
    VOUCHER_GIVEN = "voucher-given"
    VOUCHER_WITHDRAWN = "voucher-withdrawn"
    MOVED_OUT = "moved-out"  # everything a member has goes to another one: merged, or a household
    MOVED_IN = "moved-in"
    RETURN_UNLINKED = "return-unlinked"  # goods came back without the sale they were sold with
    ERASURE = "erasure"  # a person is gone, their number and their points stay
    CLAIM = "claim"  # a receipt that was presented later
    CLAIM_ASKED = "claim-asked"  # waits for a person to look
    CLAIM_DECLINED = "claim-declined"
    CLAIM_WITHDRAWN = "claim-withdrawn"  # the goods went back, or it was a mistake
    RIGHTS_SENT = "rights-sent"  # points go to another holder, who alone may spend them then
    RIGHTS_TAKEN = "rights-taken"  # and arrive there
    RIGHTS_ADVANCED = "rights-advanced"  # spendable at the shop's risk, until head office covers it
    RIGHTS_CLEARED = "rights-cleared"  # a restored or copied terminal has sent back all it held
    RIGHTS_COVERED = "rights-covered"  # head office pays for an advance
    RIGHTS_SETTLED = "rights-settled"  # head office takes over what a holder's branch left behind
    WRITTEN_OFF = "written-off"  # spent twice, and nobody has points to cover it


class Account(StrEnum):
    """The accounts of the double entry. A member's accounts carry the member and a lot."""

    MEMBER = "member"
    MEMBER_DEBT = "member-debt"
    ISSUED = "program-issued"
    REDEEMED = "program-redeemed"
    EXPIRED = "program-expired"
    BOUGHT_BACK = "program-bought-back"  # points a member paid for in money at a return
    PENDING = "member-pending"  # not yet the member's to spend
    ADJUSTED = "program-adjusted"
    OPENED = "program-opened"  # brought from another system
    TRANSIT = "transit"  # between two entries of one act; sums to zero when the act is whole
    NOTED = "rights-noted"  # on the way between two holders; zero once every note has arrived
    ADVANCED = "rights-advanced"  # given at the shop's risk; zero once head office covered it
    SETTLED = "rights-settled"  # what lost or copied books did unseen, taken over by head office
    WRITTEN_OFF = "overdraft-writeoff"  # the loss of what was spent twice


@dataclass(frozen=True, slots=True)
class LotRef:
    """Which credit some points came from, and all that decides when they are spent or expire.

    `slides`: months they live on after the member's last activity, 0 for points with a date or
    without end. `vests_on` is set while they are pending, and only on that account.
    """

    key: EntryKey
    earned_ms: int  # UTC milliseconds
    expires_on: date | None  # usable to the end of this day in the shop's zone; None: never
    slides: int = 0
    vests_on: date | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """Points moved on one account; `lot` is set on the member's accounts, nowhere else."""

    account: Account
    points: int
    lot: LotRef | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One business act. `(source, kind)` is unique: a repeat is the same act, not a second one.

    `body` is compact JSON text with a version `v`; it holds the facts of the act and is never
    rewritten. `key` and `hash` are given by the ledger when the entry is appended.
    """

    source: UUID
    kind: Kind
    at_ms: int  # UTC milliseconds
    business_date: date
    member: UUID | None
    program: int  # the program version it was done under; 0 where none applies
    postings: tuple[Posting, ...]
    body: str
    key: EntryKey = OWN_LOT
    hash: bytes = b""

    def __post_init__(self) -> None:
        """An unbalanced entry cannot exist; neither can a member's posting without a member."""
        if sum(posting.points for posting in self.postings) != 0:
            raise ValueError("postings do not sum to zero")
        for posting in self.postings:
            if (posting.lot is not None) != (posting.account in MEMBER_ACCOUNTS):
                raise ValueError("lots belong to the member's accounts, and only there")
            if posting.lot is not None and self.member is None:
                raise ValueError("a lot needs a member")
            pending = posting.account is Account.PENDING
            if posting.lot is not None and (posting.lot.vests_on is not None) != pending:
                raise ValueError("pending points vest on a day, others do not")

    def numbered(self, key: EntryKey) -> Entry:
        """This entry in its place in the ledger, with the lot it opens named after it."""
        return replace(self, key=key, postings=tuple(_named(p, key) for p in self.postings))


MEMBER_ACCOUNTS = frozenset({Account.MEMBER, Account.MEMBER_DEBT, Account.PENDING})


def _named(posting: Posting, key: EntryKey) -> Posting:
    if posting.lot is None or posting.lot.key != OWN_LOT:
        return posting
    return replace(posting, lot=replace(posting.lot, key=key))
