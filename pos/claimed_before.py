"""What was said of a receipt before, here and as far as head office told at other shops: the last
word that no person overrules.
"""

from __future__ import annotations

from loyalty.claims.receipt import Claimed, Receipt
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from loyalty.members.member import Member
from pos.clock import moment_of
from pos.store import View
from pos.store.link import WHERE


def not_elsewhere(view: View, receipt: Receipt) -> None:
    """Refuse what another shop has credited, as far as head office has told."""
    said = view.said("verdict", receipt.source().hex)
    if said is None or said[1] in (0, view.terminal):
        return
    where = view.setting(f"{WHERE}{said[1]}") or str(said[1])
    on = moment_of(said[0]).date().isoformat()
    raise LoyaltyError("claim-elsewhere", on=on, where=where)


def not_before(view: View, said: tuple[Claimed, ...], person: Member) -> None:
    """Refuse what has been said its last word of."""
    last = said[-1] if said else None
    if last is None or last.again:
        return
    if last.kind is Kind.CLAIM:
        entry = view.entry(last.entry)
        on = entry.business_date.isoformat() if entry else ""
        number = f"{last.entry.terminal}-{last.entry.seq}"
        yours = person.owner == last.member
        raise LoyaltyError("claim-already", on=on, number=number, yours=yours)
    if last.kind is Kind.CLAIM_WITHDRAWN:
        raise LoyaltyError("claim-withdrawn")


def not_asked_before(said: tuple[Claimed, ...], person: Member) -> None:
    """Refuse to put into the queue what is there for somebody else, or was declined."""
    last = said[-1] if said else None
    if last is None:
        return
    if last.kind is Kind.CLAIM_DECLINED:
        raise LoyaltyError("claim-declined")
    if last.kind is Kind.CLAIM_ASKED and last.member != person.owner:
        raise LoyaltyError("claim-waiting")
