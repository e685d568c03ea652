"""What is said to a customer who stands alone at a kiosk: what happened, in plain words, and whom
to ask. The cashier's sentences will not do: some name a person, a reason, a key of the till. What
has no sentence here is said as `kiosk-not-now`, whatever its facts.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

_CARD: Final = QT_TRANSLATE_NOOP(
    "Sentences", "This card cannot be used here. Please ask at the counter."
)
_UNREADABLE: Final = QT_TRANSLATE_NOOP(
    "Sentences", "This code was not read whole. Hold it up once more, flat and still."
)
_NO_RECEIPT: Final = QT_TRANSLATE_NOOP(
    "Sentences", "This code is not one of a receipt that we know. Please ask at the counter."
)
_NOT_A_SALE: Final = QT_TRANSLATE_NOOP(
    "Sentences", "This is not the receipt of a purchase. Hold up the receipt you got for paying."
)
_A_TEST: Final = QT_TRANSLATE_NOOP(
    "Sentences", "This receipt is only a test of a till. It brings no points."
)
_DOES_NOT_HOLD: Final = QT_TRANSLATE_NOOP(
    "Sentences", "Something on this receipt does not add up. Please show it at the counter."
)
_BY_HAND: Final = QT_TRANSLATE_NOOP(
    "Sentences", "This receipt has to be looked at. Please take it to the counter."
)
_RETURNED: Final = QT_TRANSLATE_NOOP(
    "Sentences", "What is on this receipt was returned. It brings no points."
)
_NOT_YET: Final = QT_TRANSLATE_NOOP("Sentences", "This reward cannot be had at present.")
_ENOUGH_OF_IT: Final = QT_TRANSLATE_NOOP(
    "Sentences", "You have had this reward as often as it can be had for now."
)
_BIRTHDAY: Final = QT_TRANSLATE_NOOP("Sentences", "This reward is for your birthday.")
_TOO_FEW: Final = QT_TRANSLATE_NOOP("Sentences", "There are not enough points for this reward yet.")

CUSTOMER: Final = {
    # Whatever else: nothing is lost, and a person can help.
    "kiosk-not-now": QT_TRANSLATE_NOOP(
        "Sentences", "This does not work here just now. Please ask at the counter."
    ),
    # Cards.
    "kiosk-card-blocked": _CARD,
    "kiosk-card-replaced": QT_TRANSLATE_NOOP(
        "Sentences", "This card was replaced by another. Please use the newer one."
    ),
    "kiosk-member-blocked": _CARD,
    "kiosk-member-unknown": _CARD,
    "kiosk-badge-unknown": _CARD,
    "kiosk-card-taken": _CARD,
    "kiosk-code-damaged": _UNREADABLE,
    "kiosk-code-empty": _UNREADABLE,
    "kiosk-scan-too-long": _NO_RECEIPT,
    "kiosk-program-none": QT_TRANSLATE_NOOP(
        "Sentences", "No points can be collected today. Please ask at the counter."
    ),
    "kiosk-new-card": QT_TRANSLATE_NOOP(
        "Sentences", "This is a new card. Touch Finish first, then scan it again."
    ),
    "kiosk-slip": QT_TRANSLATE_NOOP(
        "Sentences", "Please hold up the square code on this receipt, not the bars."
    ),
    "kiosk-not-here": QT_TRANSLATE_NOOP(
        "Sentences", "Please show this one at the counter. Cards and receipts are read here."
    ),
    # Receipts.
    "kiosk-receipt-unknown": _NO_RECEIPT,
    "kiosk-receipt-ambiguous": _BY_HAND,
    "kiosk-receipt-empty": _UNREADABLE,
    "kiosk-receipt-malformed": _UNREADABLE,
    "kiosk-receipt-too-long": _NO_RECEIPT,
    "kiosk-receipt-check": _DOES_NOT_HOLD,
    "kiosk-receipt-key-unknown": _BY_HAND,
    "kiosk-receipt-amount": QT_TRANSLATE_NOOP(
        "Sentences", "Nothing was paid on this receipt. It brings no points."
    ),
    "kiosk-receipt-future": _DOES_NOT_HOLD,
    "kiosk-receipt-test-system": _A_TEST,
    "kiosk-receipt-kind-advance": _NOT_A_SALE,
    "kiosk-receipt-kind-copy": QT_TRANSLATE_NOOP(
        "Sentences", "This is a copy. Please hold up the receipt itself."
    ),
    "kiosk-receipt-kind-payout": _NOT_A_SALE,
    "kiosk-receipt-kind-proforma": _NOT_A_SALE,
    "kiosk-receipt-kind-refund": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt is of a return. It brings no points."
    ),
    "kiosk-receipt-kind-purchase": _NOT_A_SALE,
    "kiosk-receipt-kind-purchase-refund": _NOT_A_SALE,
    "kiosk-receipt-kind-training": _A_TEST,
    "kiosk-receipt-kind-void": QT_TRANSLATE_NOOP(
        "Sentences", "This purchase was cancelled. It brings no points."
    ),
    "kiosk-receipt-kind-zero": _A_TEST,
    "kiosk-claim-elsewhere": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt was credited in another shop already. It counts once."
    ),
    "kiosk-claim-already": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt was credited on {on}. Each one counts once."
    ),
    "kiosk-claim-declined": QT_TRANSLATE_NOOP(
        "Sentences",
        "Somebody has looked at this receipt, and it does not count. Ask at the counter.",
    ),
    "kiosk-claim-waiting": _BY_HAND,
    "kiosk-claim-withdrawn": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt was credited and taken back. It does not count again."
    ),
    "kiosk-claim-returned": _RETURNED,
    "kiosk-claim-empty": _RETURNED,
    "kiosk-claim-future": _DOES_NOT_HOLD,
    "kiosk-basket-currency": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt is in other money ({currency}) and brings no points here."
    ),
    "kiosk-claim-has-card": QT_TRANSLATE_NOOP(
        "Sentences", "A card was used for this purchase. Its points are on that card."
    ),
    "kiosk-claim-total-needed": _BY_HAND,
    "kiosk-claim-signature-unknown": _BY_HAND,
    "kiosk-sale-unknown": _BY_HAND,
    "kiosk-hand-code-form": QT_TRANSLATE_NOOP(
        "Sentences", "Type the number and the four signs below the code, such as 1-812 7K3Q."
    ),
    "kiosk-hand-code-wrong": QT_TRANSLATE_NOOP(
        "Sentences", "Number and signs do not belong together. Look again. Tries left: {left}."
    ),
    "kiosk-hand-code-wait": QT_TRANSLATE_NOOP(
        "Sentences", "Too many wrong numbers. Wait {minutes} minutes, or ask at the counter."
    ),
    "kiosk-twice": QT_TRANSLATE_NOOP("Sentences", "This receipt is on the list already."),
    "kiosk-enough": QT_TRANSLATE_NOOP(
        "Sentences", "These are {most} receipts. Touch Finish, then bring the others."
    ),
    "kiosk-lost": QT_TRANSLATE_NOOP(
        "Sentences", "No card came, so the receipt was not kept. Scan it again, and your card."
    ),
    # Who it is.
    "kiosk-factor-wrong": QT_TRANSLATE_NOOP(
        "Sentences", "These digits do not fit this card. Tries left: {left}."
    ),
    "kiosk-factor-wait": QT_TRANSLATE_NOOP(
        "Sentences",
        "Wrong three times. Points can be seen here again in {minutes} minutes, or at the counter.",
    ),
    "kiosk-factor-none": QT_TRANSLATE_NOOP(
        "Sentences",
        "We know neither a phone number nor a birthday of yours. Please ask at the counter.",
    ),
    # Rewards.
    "kiosk-points-missing": _TOO_FEW,
    "kiosk-points-short": _TOO_FEW,
    "kiosk-points-held": QT_TRANSLATE_NOOP(
        "Sentences", "Your points are being used at the counter just now."
    ),
    "kiosk-reward-birthday-unknown": _BIRTHDAY,
    "kiosk-reward-not-birthday": _BIRTHDAY,
    "kiosk-reward-ended": _NOT_YET,
    "kiosk-reward-not-now": _NOT_YET,
    "kiosk-reward-not-yet": QT_TRANSLATE_NOOP(
        "Sentences", "This reward can be had from {from} on."
    ),
    "kiosk-reward-unknown": _NOT_YET,
    "kiosk-reward-sold-out": QT_TRANSLATE_NOOP("Sentences", "This reward is gone."),
    "kiosk-reward-tier": QT_TRANSLATE_NOOP("Sentences", "This reward is for {tier}."),
    "kiosk-reward-limit-day": _ENOUGH_OF_IT,
    "kiosk-reward-limit-week": _ENOUGH_OF_IT,
    "kiosk-reward-limit-month": _ENOUGH_OF_IT,
    "kiosk-reward-limit-year": _ENOUGH_OF_IT,
    "kiosk-reward-limit-ever": _ENOUGH_OF_IT,
    # Becoming a member.
    "kiosk-joined": QT_TRANSLATE_NOOP("Sentences", "Welcome! You collect points from now on."),
    "kiosk-phone-missing": QT_TRANSLATE_NOOP(
        "Sentences", "Type your phone number, or take a card at the counter and scan it."
    ),
    "kiosk-too-many": QT_TRANSLATE_NOOP(
        "Sentences", "Nobody more can enrol here just now. Please ask at the counter."
    ),
    "kiosk-phone-taken": QT_TRANSLATE_NOOP(
        "Sentences", "This number is enrolled already. Scan your card, or ask at the counter."
    ),
    "kiosk-phone-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "This is no phone number. Look at its digits again."
    ),
}

# What no cashier's screen says has no other words than the customer's.
KIOSK_ONLY: Final = {
    "answer-range": CUSTOMER["kiosk-not-now"],
    "answer-too-soon": CUSTOMER["kiosk-not-now"],
    "factor-form": CUSTOMER["kiosk-not-now"],
    "factor-none": CUSTOMER["kiosk-factor-none"],
    "factor-wait": CUSTOMER["kiosk-factor-wait"],
    "factor-wrong": CUSTOMER["kiosk-factor-wrong"],
}
