"""What proves at a kiosk that a card is in its owner's hand: the end of their phone number, or
their birthday. Four digits are little, so three wrong ones lock the member's cards for a while,
and neither waking the screen nor pulling the plug helps.
"""

from __future__ import annotations

import json
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.members.member import Member
from pos.clock import milliseconds
from pos.merging import active
from pos.shop import Shop
from pos.store import View, Work

DIGITS = 4
MOST_WRONG = 3
WAIT_MS = 10 * 60_000
MOST_KEPT = 200  # members with wrong tries at a time; beyond it the oldest are forgotten
_WRONG = "kiosk-factor-wrong"
"""The setting that holds the moments of wrong tries by member, as JSON; old ones drop out."""

Tries = dict[str, list[int]]


def provable(member: Member) -> bool:
    """Whether anything is known of a member that could prove who they are."""
    return bool(member.phone or member.birthday)


def prove(shop: Shop, member: UUID, typed: str) -> None:
    """Accept the last four digits of the phone number, or day and month of the birthday in either
    order (people write both), or raise.

    Errors: `factor-form` (not four digits), `factor-none` (nothing is known to compare with),
    `factor-wrong` (left: tries before the wait), `factor-wait` (minutes), and of `active`.
    """
    if not (len(typed) == DIGITS and typed.isascii() and typed.isdigit()):
        raise LoyaltyError("factor-form")
    now_ms = milliseconds(shop.clock.now())
    with shop.store.writing() as work:
        person = active(work, member)
        if not provable(person):
            raise LoyaltyError("factor-none")
        tries = _tries(work, now_ms)
        mine = tries.get(person.id.hex, [])
        _not_waiting(mine, now_ms)
        if typed in _answers(person):
            if tries.pop(person.id.hex, None):
                _keep(work, tries)
            return
        tries[person.id.hex] = mine = [*mine, now_ms]
        _keep(work, tries)
    _not_waiting(mine, now_ms)
    raise LoyaltyError("factor-wrong", left=MOST_WRONG - len(mine))


def _not_waiting(moments: list[int], now_ms: int) -> None:
    if len(moments) >= MOST_WRONG:
        minutes = -(-(moments[-1] + WAIT_MS - now_ms) // 60_000)
        raise LoyaltyError("factor-wait", minutes=minutes)


def _answers(person: Member) -> frozenset[str]:
    found = {person.phone[-DIGITS:]} if person.phone else set()
    if person.birthday:
        day, month = f"{person.birthday.day:02d}", f"{person.birthday.month:02d}"
        found |= {day + month, month + day}
    return frozenset(found)


def _tries(view: View, now_ms: int) -> Tries:
    """Wrong tries that still count. After the clock was set back none do: else nobody could tell
    for how long a card stays locked.
    """
    try:
        kept = json.loads(view.setting(_WRONG) or "{}")
    except ValueError:
        kept = {}
    found: Tries = {}
    for member, moments in kept.items() if isinstance(kept, dict) else ():
        good = [at for at in moments if isinstance(at, int) and 0 <= now_ms - at < WAIT_MS]
        if good:
            found[str(member)] = good[-MOST_WRONG:]
    return found


def _keep(work: Work, tries: Tries) -> None:
    newest = sorted(tries, key=lambda member: tries[member][-1])[-MOST_KEPT:]
    work.keep_setting(_WRONG, json.dumps({member: tries[member] for member in newest}))
