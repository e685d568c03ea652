"""What is said when a rule says no (codes of `loyalty`). A reason is short: it stands in a reward's
second line and inside another sentence as well.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

RULES: Final = {
    "amount-ambiguous": QT_TRANSLATE_NOOP(
        "Sentences", "“{typed}” can be read in two ways. Type the amount without a thousands sign."
    ),
    "amount-empty": QT_TRANSLATE_NOOP("Sentences", "No amount yet. Type the total of the sale."),
    "amount-negative": QT_TRANSLATE_NOOP(
        "Sentences", "An amount cannot be below zero. For goods brought back, scan their slip."
    ),
    "amount-too-fine": QT_TRANSLATE_NOOP(
        "Sentences", "{currency} has {digits} digits after the point. Type the amount again."
    ),
    "amount-too-large": QT_TRANSLATE_NOOP(
        "Sentences", "No sale may be above {limit_minor}. Check the amount and type it again."
    ),
    "amount-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "“{typed}” is no amount. Type digits, with a point or comma before the cents."
    ),
    "amount-zero": QT_TRANSLATE_NOOP(
        "Sentences", "An amount of zero brings nothing. Type the total of the sale."
    ),
    "basket-currency": QT_TRANSLATE_NOOP(
        "Sentences", "This till does not take {currency}. Ring up the sale in the shop's currency."
    ),
    "basket-empty": QT_TRANSLATE_NOOP(
        "Sentences", "Nothing has been rung up. Type an amount or scan the receipt."
    ),
    "basket-too-long": QT_TRANSLATE_NOOP(
        "Sentences", "{lines} lines are too many for one sale. Split it into two."
    ),
    "basket-total": QT_TRANSLATE_NOOP(
        "Sentences", "The total of {amount_minor} is not possible. Check the amounts of the lines."
    ),
    "line-amount": QT_TRANSLATE_NOOP(
        "Sentences", "A line of {amount_minor} is not possible. Type its amount again."
    ),
    "line-tax": QT_TRANSLATE_NOOP(
        "Sentences", "A tax of {tax_minor} does not fit the line. Check the receipt."
    ),
    "line-units": QT_TRANSLATE_NOOP(
        "Sentences", "A line of {units} pieces is not possible. Type the number again."
    ),
    "body-unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "An entry of the ledger cannot be read. Nothing was changed; have the ledger verified.",
    ),
    "card-number-range": QT_TRANSLATE_NOOP(
        "Sentences",
        "The number {number} does not fit on a card. Use the next number of the series.",
    ),
    "code-damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{text}” was not read correctly. Scan it again, or type the digits below the code.",
    ),
    "currency-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "“{currency}” is no currency we know. Check the shop's settings."
    ),
    "points-short": QT_TRANSLATE_NOOP("Sentences", "Usable points: {usable}. Redeem fewer."),
    "redeem-needs-member": QT_TRANSLATE_NOOP(
        "Sentences", "Points belong to somebody. Scan the member's card first."
    ),
    "reward-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "The reward “{reward}” is not in today's program. Choose one from the list."
    ),
    "reward-refused": QT_TRANSLATE_NOOP("Sentences", "{reward}: {why}"),
    "tender-refused": QT_TRANSLATE_NOOP("Sentences", "Paying with points: {why}"),
    "return-not-undoable": QT_TRANSLATE_NOOP(
        "Sentences", "A return cannot be undone. Ring the goods up again."
    ),
    "return-nothing": QT_TRANSLATE_NOOP(
        "Sentences", "Nothing chosen to return. Choose the lines that came back."
    ),
    "return-too-many": QT_TRANSLATE_NOOP(
        "Sentences", "Line {line}: only {left} can still be returned. Choose fewer."
    ),
    "sale-number-range": QT_TRANSLATE_NOOP(
        "Sentences",
        "Sale {terminal}-{seq} does not fit into a slip's code. Find it by the member instead.",
    ),
    "basket-below-reward": QT_TRANSLATE_NOOP("Sentences", "{missing_minor} more to use it in full"),
    "points-missing": QT_TRANSLATE_NOOP("Sentences", "Points still missing: {points}"),
    "reward-ended": QT_TRANSLATE_NOOP("Sentences", "Ended on {until}"),
    "reward-not-yet": QT_TRANSLATE_NOOP("Sentences", "From {from}"),
    "spend-more": QT_TRANSLATE_NOOP("Sentences", "{missing_minor} more to spend"),
    "tender-balance": QT_TRANSLATE_NOOP("Sentences", "Points available: {points}"),
    "tender-basket": QT_TRANSLATE_NOOP("Sentences", "{minor} left to pay"),
    "tender-minimum": QT_TRANSLATE_NOOP("Sentences", "From {points} points"),
    "tender-most": QT_TRANSLATE_NOOP("Sentences", "At most {minor} a sale"),
    "tender-off": QT_TRANSLATE_NOOP("Sentences", "Not offered in this shop"),
    "tender-percent": QT_TRANSLATE_NOOP("Sentences", "At most {percent} % of a sale"),
    "tender-step": QT_TRANSLATE_NOOP("Sentences", "In steps of {points} points"),
    "program-invalid": QT_TRANSLATE_NOOP(
        "Sentences", "The program is not valid at {where}: {why}. Correct it and publish it again."
    ),
}
