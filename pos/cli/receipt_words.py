"""What is said of receipts that somebody holds up, as English sentences with a way on."""

from __future__ import annotations

SAID_OF_RECEIPTS = {
    "receipt-ambiguous": (
        "This code could be of several kinds ({schemes}). Nothing is credited; read the receipt "
        "by hand."
    ),
    "receipt-amount": "Nothing was paid on this receipt, so there is nothing to credit.",
    "receipt-check": (
        "This receipt contradicts itself: {what}. It was changed or misread. Scan it again; if it "
        "stays so, a manager must look at the paper."
    ),
    "receipt-empty": "There is nothing to read. Name a file, or give the code: --text CODE",
    "receipt-file-unreadable": "{path} cannot be read. Check its name and that you may open it.",
    "receipt-future": "The receipt is of a time that has not come yet. Check the clock here.",
    "receipt-input": "Name one: a file, - for standard input, or --text CODE.",
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
    "receipt-no-code": "No code can be read in this picture. Go nearer, avoid shine and blur.",
    "receipt-other-half": (
        "This is the other half of the receipt: the list of goods. Scan the code on the left."
    ),
    "receipt-several": "There are {count} receipts in this picture. Show one at a time.",
    "receipt-test-system": (
        "This receipt comes from a system for trials, not from a real sale. It earns no points."
    ),
    "receipt-too-long": "{bytes} bytes or more are too long for the code of a receipt.",
    "receipt-unknown": (
        "This is no code of a receipt that is known here. Scan another code of it, or read it by "
        "hand."
    ),
}

BROKEN = {
    "aes_block": "its encrypted part does not fit",
    "arithmetic": "its sums do not add up",
    "atcud": "its number and its unique code differ",
    "cae_14_digits": "its authorisation has not 14 digits",
    "cnpj": "its shop's tax number cannot be one",
    "cuit": "its shop's tax number cannot be one",
    "igv_18_of_118": "its tax is not 18 % of the price",
    "iic_shape": "its identification code cannot be one",
    "key_mod11": "the check digit of its key does not fit",
    "mod10": "its check digit does not fit",
    "model_65": "it is of another kind of document",
    "net_not_above_total": "its net amount is more than its total",
    "nit": "its shop's tax number cannot be one",
    "number_shape": "its number cannot be one",
    "parameters_present": "a part of it is missing",
    "ruc": "its shop's tax number cannot be one",
    "rut": "its shop's tax number cannot be one",
    "seller_ban": "its shop's tax number cannot be one",
    "signature": "its signature does not fit what it says",
    "tax_number": "its shop's tax number cannot be one",
    "uuid_shape": "its number cannot be one",
    "vkn": "its shop's tax number cannot be one",
}
"""What a failed check means; one that is not here is told by its name."""
