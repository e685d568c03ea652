"""A receipt of ours keyed by hand: its number and four characters, which cannot be tried out.

Twenty bits are little: after five wrong ones everybody waits, whoever typed them, and a restart
does not help.
"""

from __future__ import annotations

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import EntryKey
from pos.clock import milliseconds
from pos.presenting import Presented, present_sale
from pos.shop import Shop
from pos.store import View
from receipts.hand_code import hand_code_holds, hand_entry

SECRET = "claim"
MOST_WRONG = 5
WAIT_MS = 10 * 60_000
_WRONG = "hand-codes-wrong"
"""The setting that holds the moments of wrong codes, newest last."""


def looks_typed(text: str) -> bool:
    """Whether typed text is meant as a receipt's number with its characters."""
    return hand_entry(text) is not None


def present_typed(shop: Shop, text: str) -> Presented:
    """The sale whose hand code was typed.

    Errors: `hand-code-form` (it is none), `hand-code-wrong` (left: tries before the wait),
    `hand-code-wait` (minutes), `sale-unknown`, `claim-has-card`, `claim-returned`.
    """
    read = hand_entry(text)
    if read is None:
        raise LoyaltyError("hand-code-form", text=text[:40])
    number, characters = read
    key = EntryKey(number.terminal, number.epoch, number.seq)
    now_ms = milliseconds(shop.clock.now())
    with shop.store.writing() as work:
        wrong = [at for at in _moments(work) if 0 <= now_ms - at < WAIT_MS]
        if len(wrong) >= MOST_WRONG:
            minutes = -(-(wrong[0] + WAIT_MS - now_ms) // 60_000)
            raise LoyaltyError("hand-code-wait", minutes=minutes)
        sold = work.sold(key)
        total = sold.sale.total_minor if sold else 0
        # Looked at even where there is no such sale: the answer tells nothing about numbers.
        holds = hand_code_holds(work.secret(SECRET), number, total, characters)
        if not (holds and sold):
            wrong.append(now_ms)
            work.keep_setting(_WRONG, " ".join(map(str, wrong)))
            left = MOST_WRONG - len(wrong)
        else:
            return present_sale(shop, work, key)
    raise LoyaltyError("hand-code-wrong", left=left)


def _moments(view: View) -> list[int]:
    kept = (view.setting(_WRONG) or "").split()
    return [int(text) for text in kept[-MOST_WRONG:] if text.isdigit()]
