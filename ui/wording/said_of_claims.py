"""What is said of receipts that are brought: reasons, refusals, what a sheet about one shows.

`claim-…` of `loyalty.claims.refusing.OVERRULED` are reasons, not refusals: what can be done about
them stands on the keys of their sheet.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

CLAIM_TITLES: Final = {
    "claim-total": QT_TRANSLATE_NOOP("ActTitles", "Total of the receipt"),
    "claim-issuer": QT_TRANSLATE_NOOP("ActTitles", "Shop of the receipt"),
    "claim-doubt": QT_TRANSLATE_NOOP("ActTitles", "Look at this receipt"),
    "claim-enrol": QT_TRANSLATE_NOOP("ActTitles", "Enrol the shop of this receipt"),
    "claim-decide": QT_TRANSLATE_NOOP("ActTitles", "Credit or decline"),
}
CLAIM_FOOT: Final = {
    "claim-total": QT_TRANSLATE_NOOP("ActFoot", "Take this total"),
    "claim-issuer": QT_TRANSLATE_NOOP("ActFoot", "Choose the shop by number; Enter: none of these"),
    "claim-doubt": QT_TRANSLATE_NOOP(
        "ActFoot", "Enter credits it, F8 puts it aside, Esc leaves it"
    ),
    "claim-enrol": QT_TRANSLATE_NOOP("ActFoot", "Count the receipts of this shop from now on"),
    "claim-decide": QT_TRANSLATE_NOOP("ActFoot", "Enter credits it, F8 declines"),
}
CLAIM_KEYS: Final = {
    "claim-total": QT_TRANSLATE_NOOP("ActKeys", "Take"),
    "claim-issuer": QT_TRANSLATE_NOOP("ActKeys", "None of these"),
    "claim-doubt": QT_TRANSLATE_NOOP("ActKeys", "Credit it"),
    "claim-enrol": QT_TRANSLATE_NOOP("ActKeys", "Enrol"),
    "claim-decide": QT_TRANSLATE_NOOP("ActKeys", "Credit it"),
}
CLAIM_EXTRAS: Final = {
    "claim-doubt": QT_TRANSLATE_NOOP("ActKeys", "Put aside"),
    "claim-decide": QT_TRANSLATE_NOOP("ActKeys", "Decline"),
}
CLAIM_HINTS: Final = {
    "claim-enrol": QT_TRANSLATE_NOOP(
        "ActHints",
        "Only by a receipt that is surely genuine: all receipts of this shop count afterwards.",
    ),
    "claim-decide": QT_TRANSLATE_NOOP("ActHints", "Whoever declines says why."),
}
CLAIM_FIELDS: Final = {
    "total": QT_TRANSLATE_NOOP("Fields", "Total"),
    "shop-name": QT_TRANSLATE_NOOP("Fields", "Name of the shop"),
}
CLAIM_ROWS: Final = {"claim-enrol": QT_TRANSLATE_NOOP("ActRows", "Enrol the shop of this receipt")}
CLAIM_RIGHTS: Final = {
    "overrule-claim": QT_TRANSLATE_NOOP("Rights", "Crediting a doubtful receipt"),
    "enrol-issuer": QT_TRANSLATE_NOOP("Rights", "Enrolling a shop for receipts"),
}

CLAIMS: Final = {
    "claim-already": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt was credited on {on} (entry {number}). It counts once."
    ),
    "claim-elsewhere": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt was credited at {where} on {on}. It counts once."
    ),
    "claim-card-first": QT_TRANSLATE_NOOP(
        "Sentences",
        "A receipt waits for its card. Scan the card first, or put the receipt away with Esc.",
    ),
    "claim-code-malformed": QT_TRANSLATE_NOOP(
        "Sentences", "This is not the code of one of our slips. Scan it again."
    ),
    "claim-code-range": QT_TRANSLATE_NOOP(
        "Sentences", "The sale {terminal}-{seq} cannot be named in a code on its slip."
    ),
    "claim-declined": QT_TRANSLATE_NOOP(
        "Sentences", "Somebody has looked at this receipt before, and declined it."
    ),
    "claim-device-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "The till that signed this receipt is not enrolled here: {device}"
    ),
    "claim-doubt": QT_TRANSLATE_NOOP(
        "Sentences", "Not everything on this receipt holds: {check}. Look at the paper."
    ),
    "claim-empty": QT_TRANSLATE_NOOP("Sentences", "There is nothing on this receipt to credit."),
    "claim-finish-first": QT_TRANSLATE_NOOP(
        "Sentences",
        "Finish this sale with Enter, or leave it with Esc. Then scan the receipt again.",
    ),
    "claim-future": QT_TRANSLATE_NOOP(
        "Sentences",
        "The receipt is of a time that has not come yet. Check the clock of this till.",
    ),
    "claim-has-card": QT_TRANSLATE_NOOP(
        "Sentences",
        "This sale was booked to a card when it was made. Its points are there already.",
    ),
    "claim-issuer-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "The shop of this receipt is not enrolled here: {issuer}"
    ),
    "claim-issuer-unnamed": QT_TRANSLATE_NOOP(
        "Sentences", "The code of this receipt does not say whose it is. Look at the paper."
    ),
    "claim-key-unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The key of this till for slips cannot be read ({file}). Slips carry no code until it can.",
    ),
    "claim-key-unwritable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The key of this till for slips cannot be kept ({file}). Slips carry no code until it can.",
    ),
    "claim-limit": QT_TRANSLATE_NOOP(
        "Sentences", "This member has brought as many receipts as count {per}."
    ),
    "claim-look-alike": QT_TRANSLATE_NOOP(
        "Sentences", "This looks like a receipt that counts already (entry {number}). Compare them."
    ),
    "claim-no-total": QT_TRANSLATE_NOOP(
        "Sentences", "The code of this receipt holds no total. Type it as it is printed."
    ),
    "claim-not-waiting": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt waits no longer: somebody else has decided."
    ),
    "claim-out-of-order": QT_TRANSLATE_NOOP(
        "Sentences",
        "The number of this receipt ({counter}) does not fit its time, as others of its till show.",
    ),
    "claim-photo": QT_TRANSLATE_NOOP(
        "Sentences", "A receipt without a code: a person must look at it."
    ),
    "claim-put-aside": QT_TRANSLATE_NOOP(
        "Sentences", "The receipt is put aside for a supervisor. Its points come after that."
    ),
    "claim-returned": QT_TRANSLATE_NOOP(
        "Sentences", "The goods of this receipt came back. Nothing is left to credit."
    ),
    "claim-same-visit": QT_TRANSLATE_NOOP(
        "Sentences",
        "Less than {minutes} minutes from a receipt of this shop that counts (entry {number}).",
    ),
    "claim-second": QT_TRANSLATE_NOOP("Sentences", "A second receipt of this till is scanned."),
    "claim-signature-unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "A till that is not known here signed this slip. Try again after the next exchange.",
    ),
    "claim-too-many": QT_TRANSLATE_NOOP(
        "Sentences", "{most} receipts lie here. Scan their card first."
    ),
    "claim-too-old": QT_TRANSLATE_NOOP("Sentences", "This receipt is too old to count by itself."),
    "claim-too-small": QT_TRANSLATE_NOOP(
        "Sentences", "Receipts count by themselves from {minimum_minor} on."
    ),
    "claim-total-needed": QT_TRANSLATE_NOOP(
        "Sentences", "Type the total of the receipt as it is printed."
    ),
    "claim-total-wrong": QT_TRANSLATE_NOOP(
        "Sentences", "The code says {total_minor}, not what was typed. Look at the paper."
    ),
    "claim-twice": QT_TRANSLATE_NOOP("Sentences", "This receipt lies here already."),
    "claim-waiting": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt waits for somebody's decision already."
    ),
    "claim-waits": QT_TRANSLATE_NOOP("Sentences", "To be looked at: {why}"),
    "claim-whose": QT_TRANSLATE_NOOP(
        "Sentences", "The code does not say whose receipt it is. Choose the shop by its number."
    ),
    "claim-withdrawn": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt was credited and taken back. It does not count again."
    ),
    "hand-code-form": QT_TRANSLATE_NOOP(
        "Sentences", "“{text}” is no receipt's number with its four signs, such as 1-812 7K3Q."
    ),
    "hand-code-wait": QT_TRANSLATE_NOOP(
        "Sentences", "Too many wrong signs were typed. Wait {minutes} min, or scan the slip."
    ),
    "hand-code-wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "The four signs do not belong to this number. Look again; tries before a wait: {left}.",
    ),
    "issuer-key-unlearned": QT_TRANSLATE_NOOP(
        "Sentences", "No key fits both receipts. Take two different receipts of the same till."
    ),
    "issuer-missing": QT_TRANSLATE_NOOP("Sentences", "Type what the shop is called."),
    "issuer-signature": QT_TRANSLATE_NOOP(
        "Sentences", "The signature on this receipt does not hold. It enrols nobody."
    ),
    "issuer-two-receipts": QT_TRANSLATE_NOOP(
        "Sentences",
        "The key of this till is learned from two of its receipts. Scan another one, then Enter.",
    ),
    "name-missing": QT_TRANSLATE_NOOP("Sentences", "Type what the shop is called."),
    "receipt-ambiguous": QT_TRANSLATE_NOOP(
        "Sentences", "This code could be of several kinds of receipt. Nothing is credited for it."
    ),
    "receipt-amount": QT_TRANSLATE_NOOP(
        "Sentences", "Nothing was paid on this receipt, so there is nothing to credit."
    ),
    "receipt-check": QT_TRANSLATE_NOOP(
        "Sentences",
        "This receipt was changed or misread: {check}. Scan it again, or call a manager.",
    ),
    "receipt-empty": QT_TRANSLATE_NOOP("Sentences", "There is nothing in this code. Scan again."),
    "receipt-future": QT_TRANSLATE_NOOP(
        "Sentences",
        "The receipt is of a time that has not come yet. Check the clock of this till.",
    ),
    "receipt-key-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "The key of the till that signed this receipt is not known here."
    ),
    "receipt-kind-advance": QT_TRANSLATE_NOOP(
        "Sentences", "This is a payment on account, not a sale. It earns no points."
    ),
    "receipt-kind-copy": QT_TRANSLATE_NOOP(
        "Sentences", "This is a copy. Ask for the receipt itself."
    ),
    "receipt-kind-payout": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt is for money paid out. It earns no points."
    ),
    "receipt-kind-proforma": QT_TRANSLATE_NOOP(
        "Sentences", "This is an offer or a delivery note. Ask for the receipt itself."
    ),
    "receipt-kind-purchase": QT_TRANSLATE_NOOP(
        "Sentences", "Here the shop bought from somebody. It earns no points."
    ),
    "receipt-kind-purchase-refund": QT_TRANSLATE_NOOP(
        "Sentences", "Here the shop gave goods back. It earns no points."
    ),
    "receipt-kind-refund": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt is of a return. It earns no points."
    ),
    "receipt-kind-training": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt was made for practice. It earns no points."
    ),
    "receipt-kind-void": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt was cancelled. It earns no points."
    ),
    "receipt-kind-zero": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt is of nothing, made to test the till. It earns no points."
    ),
    "receipt-malformed": QT_TRANSLATE_NOOP(
        "Sentences", "The code of this receipt is damaged or cut off. Scan it again."
    ),
    "receipt-other-half": QT_TRANSLATE_NOOP(
        "Sentences", "This is the other half, the list of goods. Scan the code on the left."
    ),
    "receipt-test-system": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt comes from a system for trials. It earns no points."
    ),
    "receipt-too-long": QT_TRANSLATE_NOOP(
        "Sentences", "This code is too long to be a receipt's. Scan the receipt's own code."
    ),
    "receipt-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "This is no receipt that is known here. Scan another code of it."
    ),
    # What stands on a sheet about a receipt.
    "claim-of": QT_TRANSLATE_NOOP("Sentences", "This receipt: {shop}"),
    "claim-earlier": QT_TRANSLATE_NOOP("Sentences", "Entry {entry}: {shop}"),
    "claim-printed": QT_TRANSLATE_NOOP("Sentences", "Printed: {on}"),
    "claim-printed-at": QT_TRANSLATE_NOOP("Sentences", "Printed: {at}"),
    "claim-total": QT_TRANSLATE_NOOP("Sentences", "Total: {total_minor}"),
    "claim-number": QT_TRANSLATE_NOOP("Sentences", "Number: {number}"),
    # Why a receipt of the queue waits, in few words.
    "claim-declined-row": QT_TRANSLATE_NOOP("Sentences", "declined before"),
    "claim-device-unknown-row": QT_TRANSLATE_NOOP("Sentences", "till not enrolled"),
    "claim-doubt-row": QT_TRANSLATE_NOOP("Sentences", "not everything on it holds"),
    "claim-issuer-unknown-row": QT_TRANSLATE_NOOP("Sentences", "shop not enrolled"),
    "claim-limit-row": QT_TRANSLATE_NOOP("Sentences", "more receipts than count"),
    "claim-look-alike-row": QT_TRANSLATE_NOOP("Sentences", "looks like another one"),
    "claim-out-of-order-row": QT_TRANSLATE_NOOP("Sentences", "its number does not fit its time"),
    "claim-photo-row": QT_TRANSLATE_NOOP("Sentences", "without a code"),
    "claim-same-visit-row": QT_TRANSLATE_NOOP("Sentences", "the same visit as another one"),
    "claim-too-old-row": QT_TRANSLATE_NOOP("Sentences", "too old"),
    "claim-too-small-row": QT_TRANSLATE_NOOP("Sentences", "too small"),
    "claim-waiting-row": QT_TRANSLATE_NOOP("Sentences", "waits already"),
    # Periods of a limit on receipts.
    "per-day": QT_TRANSLATE_NOOP("Sentences", "in a day"),
    "per-week": QT_TRANSLATE_NOOP("Sentences", "in a week"),
    "per-month": QT_TRANSLATE_NOOP("Sentences", "in a month"),
    "per-year": QT_TRANSLATE_NOOP("Sentences", "in a year"),
    "per-ever": QT_TRANSLATE_NOOP("Sentences", "in all"),
}

_TAX_NUMBER: Final = QT_TRANSLATE_NOOP("Sentences", "its shop's tax number cannot be one")
_ALTERED: Final = QT_TRANSLATE_NOOP("Sentences", "its check sum does not fit what it says")
_UNSIGNED: Final = QT_TRANSLATE_NOOP("Sentences", "its signature does not fit what it says")
_SUMS: Final = QT_TRANSLATE_NOOP("Sentences", "its sums do not add up")
_TAX: Final = QT_TRANSLATE_NOOP("Sentences", "its tax does not fit its price")
_NUMBER: Final = QT_TRANSLATE_NOOP("Sentences", "its number cannot be one")
_LACKS: Final = QT_TRANSLATE_NOOP("Sentences", "a part of it is missing")
_KEY: Final = QT_TRANSLATE_NOOP("Sentences", "the key of its till was not good then")
_KIND: Final = QT_TRANSLATE_NOOP("Sentences", "it is of another kind of document")
_DAY: Final = QT_TRANSLATE_NOOP("Sentences", "its date is not sure")
_NO_SIGN: Final = QT_TRANSLATE_NOOP("Sentences", "its till could not sign")

CHECKS: Final = {
    **dict.fromkeys(("cnpj", "cuit", "nif_check_digit", "nif_letter", "nit"), _TAX_NUMBER),
    **dict.fromkeys(("ruc", "rut", "seller_ban", "tax_number", "vkn"), _TAX_NUMBER),
    **dict.fromkeys(("vat_number_shape", "merchant"), _TAX_NUMBER),
    **dict.fromkeys(("crc16", "crc8_id", "crc8_url", "md5", "mod10", "key_mod11"), _ALTERED),
    **dict.fromkeys(("hash", "mac", "cufe", "fiscal_sign", "aes_block"), _ALTERED),
    **dict.fromkeys(("frmt_signature", "hash_signature", "signature"), _UNSIGNED),
    **dict.fromkeys(("caf_signature", "device_signature", "key_on_curve"), _UNSIGNED),
    **dict.fromkeys(("total_covered_by_signature", "signature_characters"), _UNSIGNED),
    **dict.fromkeys(("arithmetic", "tax_arithmetic", "payments_equal_total", "total"), _SUMS),
    **dict.fromkeys(("net_not_above_total",), _SUMS),
    **dict.fromkeys(("igv_18_of_118", "tax_share_15_of_115"), _TAX),
    **dict.fromkeys(("cae_14_digits", "folio_in_range", "iic_shape", "number_shape"), _NUMBER),
    **dict.fromkeys(("serial_and_shape", "uuid_shape", "shape", "hash_characters"), _NUMBER),
    **dict.fromkeys(("parameters_present", "receipt"), _LACKS),
    **dict.fromkeys(("date", "issued_at", "start_time"), _DAY),
    "key_valid": _KEY,
    "model_65": _KIND,
    "signature_device_working": _NO_SIGN,
}
"""What a failed check means, by its name; one that is not here is told by its name."""
SAID_OF_RECEIPTS: Final = {**CLAIMS, **{f"check-{name}": words for name, words in CHECKS.items()}}
