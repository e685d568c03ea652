"""A ledger in a list: what the store does for the rules, in the few lines a proof needs."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import UTC, date, datetime, time
from uuid import UUID, uuid5

import pytest

from loyalty.basket import Basket
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, replay
from loyalty.ledger.count import Count, summed
from loyalty.ledger.counting import counts_of
from loyalty.ledger.documents import returned_from, sale_from, undone_from
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.ledger.expiry import expiry_entries
from loyalty.members.history import History, Scene, ShopState, Standing
from loyalty.members.member import Member
from loyalty.redemption.quote import Chosen
from loyalty.redemption.voucher import Voucher
from loyalty.rules.program import Program
from loyalty.sales.returned import Returned
from loyalty.sales.reversal import Sold, reverse, sold_from, undone
from loyalty.sales.sale import Occasion, Sale
from loyalty.sales.selling import sale_entry, sell

MEMBER = UUID(int=0xA11CE)
NAMESPACE = UUID(int=0xB00C)


class Book:
    """One member's entries, and everything read back from them, never from memory."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.entries: list[Entry] = []
        self.account = Account()
        self.member = Member(MEMBER, "Ann", "", on)
        self.vouchers: dict[str, Voucher] = {}

    def copied(self) -> Book:
        """The same book, to try something else from here."""
        other = copy(self)
        other.entries = list(self.entries)
        return other

    def occasion(self) -> Occasion:
        """A new act on the book's day, a millisecond after the one before."""
        seq = len(self.entries) + 1
        midnight = datetime.combine(self.on, time(), UTC)
        at_ms = int(midnight.timestamp()) * 1000 + seq
        return Occasion(uuid5(NAMESPACE, f"{seq}"), at_ms, self.on, "ann")

    def append(self, entry: Entry) -> Entry:
        """Number an entry and book it; a repeated (source, kind) is the entry of before."""
        for earlier in self.entries:
            if (earlier.source, earlier.kind) == (entry.source, entry.kind):
                return earlier
        booked = entry.numbered(EntryKey(1, 1, len(self.entries) + 1))
        self.account = self.account.applied(booked)
        self.entries.append(booked)
        return booked

    def sell(
        self,
        basket: Basket,
        program: Program,
        chosen: Sequence[Chosen] = (),
        member: UUID | None = MEMBER,
    ) -> Entry:
        """Confirm a basket for the member (or for nobody) and book it."""
        occasion = self.occasion()
        standing = self.standing() if member else None
        sale, _ = sell(basket, program, occasion, standing, chosen, self.shop)
        return self.append(sale_entry(sale, self.account, occasion))

    def standing(self) -> Standing:
        """The member as the rules see them, from the entries alone."""
        account = self.account.active(self.history.last_act)
        return Standing(self.member, account, self.history)

    @property
    def counts(self) -> tuple[Count, ...]:
        """Every count of every entry, in order."""
        return tuple(count for entry in self.entries for count in counts_of(entry))

    @property
    def history(self) -> History:
        """The member's days and counts."""
        return History().with_counts(self.counts)

    @property
    def shop(self) -> ShopState:
        """The shop's counts, and the vouchers it knows."""
        sums = {key: n for key, n in summed(self.counts).items() if key[0]}
        return ShopState(sums, self.vouchers, b"a key of this shop")

    @property
    def scene(self) -> Scene:
        """The member at the counter on the book's day."""
        return Scene(self.on, 0, self.standing(), self.shop)

    def sale(self, entry: Entry) -> Sale:
        """The sale of its entry, read from its body."""
        return sale_from(entry.body, entry.source, entry.member, entry.program)

    def returns(self, of: EntryKey) -> list[Returned]:
        """The returns of a sale that were not undone, oldest first."""
        mine = [e for e in self.entries if e.kind in (Kind.RETURN, Kind.RETURN_UNDONE)]
        gone = {undone_from(e.body) for e in mine if e.kind is Kind.RETURN_UNDONE}
        kept = [e for e in mine if e.kind is Kind.RETURN and e.key not in gone]
        found = [returned_from(entry.body, entry.source) for entry in kept]
        return [returned for returned in found if returned.sale == of]

    def sold(self, entry: Entry) -> Sold:
        """A sale with its later history."""
        lapsed = sum(
            -posting.points
            for other in self.entries
            if other.kind is Kind.EXPIRY
            for posting in other.postings
            if posting.lot and posting.lot.key == entry.key
        )
        vested = [
            other
            for other in self.entries
            if other.kind is Kind.VESTING
            and any(posting.lot and posting.lot.key == entry.key for posting in other.postings)
        ]
        return sold_from(entry, self.sale(entry), self.returns(entry.key), lapsed, vested)

    def give_back(
        self, entry: Entry, program: Program, units: Sequence[int] | None = None
    ) -> tuple[Returned, Entry]:
        """Return units of a sale, or all that is left of it."""
        sold = self.sold(entry)
        wanted = sold.units_left if units is None else units
        account = self.account.active(self.history.last_act)
        returned, fresh = reverse(sold, wanted, account, program, self.occasion())
        return returned, self.append(fresh)

    def undo(self, entry: Entry) -> Entry:
        """Take a return back."""
        return self.append(undone(entry, self.account, self.occasion()))

    def expire(self, program: Program) -> int:
        """The nightly job: close what ended; how many points went."""
        now = self.occasion().at_ms
        account = self.account.active(self.history.last_act)
        due = expiry_entries(account, MEMBER, self.on, now, program.number)
        before = self.account.balance
        for entry in due:
            self.append(entry)
        return before - self.account.balance

    def sales(self) -> list[Entry]:
        """All sales of the member so far."""
        return [e for e in self.entries if e.kind is Kind.SALE and e.member]

    def replayed(self) -> Account:
        """The account from the entries alone."""
        return replay(entry for entry in self.entries if entry.member)


def refused(code: str, call: object, *args: object, **kwargs: object) -> dict[str, object]:
    """The facts of the LoyaltyError `code` that a call must raise."""
    assert callable(call)
    with pytest.raises(LoyaltyError) as caught:
        call(*args, **kwargs)
    assert caught.value.code == code, caught.value.facts
    return caught.value.facts
