"""Head office's word on receipts that were presented in several shops: whose credit stands.

Heard of an own credit, it is acted upon at once: one that stands need not wait any longer than any
purchase does, one that came second is taken back, and whoever asks is told where the first was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from loyalty.claims.documents import credit_from
from loyalty.claims.withdrawing import withdrawn
from loyalty.ledger.account import Account, Lot
from loyalty.ledger.entry import Entry, Kind
from loyalty.ledger.granting import named_source
from loyalty.ledger.vesting import vesting_entries
from loyalty.sales.sale import Occasion
from pos.store import Work
from pos.store.link import WHERE

VERDICT = "verdict"
MOST_NAME = 100


def heard(work: Work, name: str, told: Mapping[str, Any] | None) -> None:
    """A verdict arrived; whose credit stands is the terminal of the word itself, 0: nobody's."""
    said = work.said(VERDICT, name)
    winner = said[1] if said else 0
    if told is None or not winner or not isinstance(told["where"], str):
        return
    work.keep_setting(f"{WHERE}{winner}", told["where"][:MOST_NAME])
    ours = work.said_of(told["s"], told["k"])
    entry = work.entry(ours[-1].entry) if ours and ours[-1].kind is Kind.CLAIM else None
    if entry is None:
        return
    if winner == work.terminal:
        _vest(work, entry)
    else:
        _take_back(work, entry)


def _vest(work: Work, entry: Entry) -> None:
    """Points that waited for the other shops, and would not wait for anything else."""
    program = work.program(entry.program)
    usual = entry.business_date + timedelta(days=program.vesting.days if program else 0)
    owner, lot = _waiting(work, entry)
    if owner is None or lot is None or usual > work.today() or lot.ref.vests_on is None:
        return
    account = work.account(owner)
    alone = Account(account.lots, account.debts, (lot,), account.active_on)
    due, now, today = lot.ref.vests_on, work.now_ms(), work.today()
    for made in vesting_entries(alone, owner, due, now, entry.program, today):
        work.append(made)


def _take_back(work: Work, entry: Entry) -> None:
    """The credit came second. Head office has settled its points, and settles this in turn."""
    program = work.program_on(work.today()) or work.program(entry.program)
    owner = _waiting(work, entry)[0] or entry.member
    if program is None or owner is None:
        return
    made = credit_from(entry)
    sold = replace(work.claimed_sold(entry), owner=owner)
    occasion = Occasion(named_source(VERDICT, entry.source), work.now_ms(), work.today())
    back = withdrawn(made, entry, sold, work.account(owner), program, occasion, VERDICT)
    work.append(back)


def _waiting(work: Work, entry: Entry) -> tuple[UUID | None, Lot | None]:
    """Whose account has the credit's pending points by now: members are merged, or share one."""
    seen: list[UUID] = []
    who = entry.member
    while who is not None and who not in seen:
        seen.append(who)
        for lot in work.account(who).pending:
            if lot.ref.key == entry.key:
                return who, lot
        person = work.member(who)
        who = (person.merged_into or person.household) if person else None
    return None, None
