"""Old paper stamp cards moved in at the counter: once each, with who approved it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.count import paper_of, stamps_of
from loyalty.ledger.entry import Entry, Kind
from loyalty.ledger.moving import stamps_entry
from loyalty.rules.rewards import StampRule
from pos.acts import Act
from pos.rights import Right, answering
from pos.shop import Shop, program_in_force
from pos.store import View
from pos.whole import owner_of, standing_to_act

LONGEST_SERIAL = 40


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved in, and the `stamps` on the member's card now."""

    entry: Entry
    rule: StampRule
    stamps: int


def move_in(
    shop: Shop, act: Act, member: UUID, rule_id: str, serial: str, stamps: int, approved: str = ""
) -> Moved:
    """Enter the stamps of a paper card, whose serial number is void afterwards. Repeats do nothing.

    Errors: `stamps-unknown`, `stamps-range` (most), `paper-serial`, `paper-void` (moved in before),
    `approval-needed`, `member-unknown`, `member-blocked`, `program-none`.
    """
    with shop.store.writing() as work:
        rule = _rule(work, shop, rule_id)
        if earlier := work.entry_of(act.id, Kind.STAMPS_MOVED):
            return _moved(work, earlier, rule)
        number = clean_serial(serial)
        name = paper_of(rule.id, number)
        if number and any(work.shop_counts([name]).values()):
            raise LoyaltyError("paper-void", serial=number)
        standing = standing_to_act(work, member)
        occasion = act.occasion(shop, work)
        right, on = Right.MOVE_STAMPS, occasion.on
        answered = answering(work, act.operator, right, stamps, approved, on)
        entry = stamps_entry(occasion, standing.member.id, rule, number, stamps, answered)
        return _moved(work, work.append(entry), rule)


def clean_serial(text: str) -> str:
    """A serial number as it is kept: letters and digits only, capitals; `paper-serial` if longer
    than 40. So `nr. 12-a` and `NR12A` are one card.
    """
    plain = unicodedata.normalize("NFKC", text).upper()
    serial = "".join(char for char in plain if char.isalnum())
    if len(serial) > LONGEST_SERIAL:
        raise LoyaltyError("paper-serial")
    return serial


def _rule(view: View, shop: Shop, rule_id: str) -> StampRule:
    for rule in program_in_force(view, shop.today).stamps:
        if rule.id == rule_id:
            return rule
    raise LoyaltyError("stamps-unknown", stamps=rule_id[:40])


def _moved(view: View, entry: Entry, rule: StampRule) -> Moved:
    owner = owner_of(view, entry.member) if entry.member else None
    name = stamps_of(rule.id)
    history = view.history(owner.id, names=[name]) if owner else None
    return Moved(entry, rule, history.count(name) if history else 0)
