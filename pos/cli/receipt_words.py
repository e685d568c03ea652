"""What is said of receipts that somebody holds up, as English sentences with a way on."""

from __future__ import annotations

SAID_OF_RECEIPTS = {
    "claim-code-malformed": "This is not the code of one of our slips. Scan it again.",
    "claim-code-range": "The sale {terminal}-{seq} cannot be named in a code on its slip.",
    "claim-key-retired": "The key {key} was retired before. Nothing is left to do.",
    "claim-key-unknown": "There is no key {key}. List them: regulars keys list",
    "receipt-ambiguous": (
        "This code could be of several kinds ({schemes}). Nothing is credited; read the receipt "
        "by hand."
    ),
    "receipt-amount": "Nothing was paid on this receipt, so there is nothing to credit.",
    "receipt-check": (
        "This receipt contradicts itself: {what}. It was changed or misread. Scan it again; if it "
        "stays so, a manager must look at the paper."
    ),
    "receipt-empty": "There is nothing to read. Give the code itself, or a file that holds it.",
    "receipt-file-unreadable": "{path} cannot be read. Check its name and that you may open it.",
    "receipt-future": "The receipt is of a time that has not come yet. Check the clock here.",
    "receipt-input": "Name one: a file, - for standard input, or --text CODE.",
    "receipt-key-unknown": (
        "This receipt is signed, and the key of its till is not known here, so anybody could have "
        "made it. Enrol the till: regulars merchants enrol"
    ),
    "receipt-kind-advance": "This is a payment on account, not a sale. It earns no points.",
    "receipt-kind-copy": "This is a copy. Ask for the receipt itself.",
    "receipt-kind-payout": "This receipt is for money paid out. It earns no points.",
    "receipt-kind-proforma": (
        "This is no receipt but an offer or a delivery note. Ask for the receipt itself."
    ),
    "receipt-kind-purchase": "Here the shop bought from somebody. It earns no points.",
    "receipt-kind-purchase-refund": "Here the shop gave goods back. It earns no points.",
    "receipt-kind-refund": "This receipt is of a return. It earns no points.",
    "receipt-kind-training": "This receipt was made for practice. It earns no points.",
    "receipt-kind-void": "This receipt was cancelled. It earns no points.",
    "receipt-kind-zero": "This receipt is of nothing, made to test the till. It earns no points.",
    "receipt-malformed": (
        "This begins like a receipt of the kind {scheme} and does not go on like one. Scan it "
        "again; if it stays so, read the receipt by hand."
    ),
    "receipt-no-code": (
        "No code of a receipt can be read here, and no print. Go nearer, avoid shine and blur."
    ),
    "receipt-other-half": (
        "This is the other half of the receipt: the list of goods. Scan the code on the left."
    ),
    "receipt-print": (
        "Total and date cannot both be read from this print. Read the receipt by hand."
    ),
    "receipt-several": "There are {count} receipts in this picture. Show one at a time.",
    "receipt-test-system": (
        "This receipt comes from a system for trials, not from a real sale. It earns no points."
    ),
    "receipt-too-long": (
        "This is too long for the code of a receipt ({bytes} bytes or more). Give the code alone, "
        "or a picture of it."
    ),
    "receipt-unknown": (
        "This is no code of a receipt that is known here. Scan another code of it, or read it by "
        "hand."
    ),
}

_TAX_NUMBER = "its shop's tax number cannot be one"
_ALTERED = "its check sum does not fit what it says"
_UNSIGNED = "its signature does not fit what it says"

BROKEN = {
    "arithmetic": "its sums do not add up",
    "cae_14_digits": "its authorisation has not 14 digits",
    "cnpj": _TAX_NUMBER,
    "crc16": _ALTERED,
    "crc8_id": _ALTERED,
    "crc8_url": _ALTERED,
    "cuit": _TAX_NUMBER,
    "date": "its date is not sure",
    "folio_in_range": "its number is not one that its shop was given",
    "frmt_signature": _UNSIGNED,
    "hash_signature": _UNSIGNED,
    "igv_18_of_118": "its tax is not 18 % of the price",
    "iic_shape": "its identification code cannot be one",
    "key_mod11": "the check digit of its key does not fit",
    "key_on_curve": "the key in it cannot be one",
    "key_valid": "its till's key was no longer good then",
    "md5": _ALTERED,
    "mod10": "its check digit does not fit",
    "model_65": "it is of another kind of document",
    "net_not_above_total": "its net amount is more than its total",
    "nif_check_digit": _TAX_NUMBER,
    "nif_letter": _TAX_NUMBER,
    "nit": _TAX_NUMBER,
    "number_shape": "its number cannot be one",
    "parameters_present": "a part of it is missing",
    "payments_equal_total": "what was paid is not its total",
    "ruc": _TAX_NUMBER,
    "rut": _TAX_NUMBER,
    "seller_ban": _TAX_NUMBER,
    "serial_and_shape": "its parts are not of the right form",
    "signature": _UNSIGNED,
    "signature_device_working": "its till could not sign",
    "tax_arithmetic": "its sums do not add up",
    "tax_number": _TAX_NUMBER,
    "tax_share_15_of_115": "its tax is not 15 % of the price",
    "uuid_shape": "its number cannot be one",
    "vat_number_shape": _TAX_NUMBER,
    "vkn": _TAX_NUMBER,
}
"""What a failed check means; one that is not here is told by its name."""


def broken(check: str) -> str:
    """What a failed check means, as part of a sentence."""
    return BROKEN.get(check, f"the check {check} fails")
