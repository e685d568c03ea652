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
    "barcode-check": QT_TRANSLATE_NOOP(
        "Sentences", "The barcode {barcode} was not read correctly. Scan it again."
    ),
    "label-empty": QT_TRANSLATE_NOOP(
        "Sentences", "The label of {product} says zero. Weigh it again, or type the amount."
    ),
    "labels-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "The scale's labels are set up as “{typed}”, which cannot be read. Correct it."
    ),
    "product-needs-weight": QT_TRANSLATE_NOOP(
        "Sentences", "{product} is sold by weight. Scan the scale's label, or type the amount."
    ),
    "product-not-weighed": QT_TRANSLATE_NOOP(
        "Sentences", "{product} is sold by the piece. Scan its barcode, or type the amount."
    ),
    "no-line-meant": QT_TRANSLATE_NOOP("Sentences", "Nothing in the basket is meant by it"),
    "no-unit-left": QT_TRANSLATE_NOOP("Sentences", "No whole unit of it is left to pay"),
    "nothing-left-to-pay": QT_TRANSLATE_NOOP("Sentences", "Nothing is left to pay"),
    "points-held": QT_TRANSLATE_NOOP("Sentences", "{points} held by another basket"),
    "reward-birthday-unknown": QT_TRANSLATE_NOOP("Sentences", "The birthday is not known"),
    "reward-limit-basket": QT_TRANSLATE_NOOP("Sentences", "At most {times} in one basket"),
    "reward-limit-day": QT_TRANSLATE_NOOP("Sentences", "At most {times} a day"),
    "reward-limit-ever": QT_TRANSLATE_NOOP("Sentences", "At most {times} for each member"),
    "reward-limit-month": QT_TRANSLATE_NOOP("Sentences", "At most {times} a month"),
    "reward-limit-week": QT_TRANSLATE_NOOP("Sentences", "At most {times} a week"),
    "reward-limit-year": QT_TRANSLATE_NOOP("Sentences", "At most {times} a year"),
    "reward-not-birthday": QT_TRANSLATE_NOOP("Sentences", "Around the birthday, from {from}"),
    "reward-not-now": QT_TRANSLATE_NOOP("Sentences", "Not offered to this member now"),
    "reward-sold-out": QT_TRANSLATE_NOOP("Sentences", "None are left"),
    "reward-tier": QT_TRANSLATE_NOOP("Sentences", "Only for {tier}"),
    "stamps-missing": QT_TRANSLATE_NOOP("Sentences", "Stamps still missing: {stamps}"),
    "stamps-refused": QT_TRANSLATE_NOOP("Sentences", "{card}: {why}"),
    "stamps-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "This stamp card is not in today's program. Choose one from the list."
    ),
    "voucher-expired": QT_TRANSLATE_NOOP("Sentences", "Ended on {until}"),
    "voucher-in-basket": QT_TRANSLATE_NOOP("Sentences", "It is in this basket already"),
    "voucher-needs-member": QT_TRANSLATE_NOOP("Sentences", "Scan its member's card"),
    "voucher-not-yet": QT_TRANSLATE_NOOP("Sentences", "From {from}"),
    "voucher-personal": QT_TRANSLATE_NOOP("Sentences", "It is for another member"),
    "voucher-refused": QT_TRANSLATE_NOOP("Sentences", "{voucher}: {why}"),
    "voucher-unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "The voucher {voucher} is not known here. Compare the digits below its code.",
    ),
    "voucher-used": QT_TRANSLATE_NOOP("Sentences", "It was used already"),
    "voucher-withdrawn": QT_TRANSLATE_NOOP("Sentences", "It was withdrawn"),
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
