"""What is said of receipts that members bring, as English sentences with a way on."""

from __future__ import annotations

SAID_OF_CLAIMS = {
    "answer-range": "An answer from {least} to {most} is wanted.",
    "claim-elsewhere": "This receipt was credited at {where} on {on}. It counts once.",
    "claim-already": "This receipt was credited on {on} (entry {number}). It counts once.",
    "claim-declined": (
        "Somebody has looked at this receipt and declined it. A supervisor may credit it all the "
        "same: --overrule"
    ),
    "claim-device-unknown": (
        "The till that signed this receipt ({device}) is not enrolled. If it is the shop's own or "
        "a partner's, enrol it: regulars merchants enrol"
    ),
    "claim-doubt": (
        "Not everything on this receipt holds: {what}. Look at the paper; a supervisor may "
        "credit it: --overrule"
    ),
    "claim-empty": "There is nothing on this receipt to credit.",
    "claim-future": "The receipt is of a time that has not come yet. Check the clock here.",
    "claim-has-card": (
        "This sale was booked to a card when it was made; its points are there already."
    ),
    "claim-issuer-unknown": (
        "Receipts of “{issuer}” do not count here. If they should, enrol it: regulars merchants "
        "enrol"
    ),
    "claim-limit": (
        "This member has brought as many receipts as count in this period ({per}). A supervisor "
        "may credit it: --overrule"
    ),
    "claim-look-alike": (
        "This looks like the receipt of entry {number}: the same shop and total at the same time, "
        "or the same picture. Compare the two; a supervisor may credit it: --overrule"
    ),
    "claim-moment": "“{moment}” is no day and no time. Write 2026-01-31 or 2026-01-31T17:30.",
    "claim-no-code": (
        "No code of a receipt can be read on {path}. Go nearer, avoid shine and blur; where the "
        "receipt has none, give --issuer, --total and --printed-at in place of the picture."
    ),
    "claim-not-credited": (
        "No such receipt was credited, so there is nothing to take back. Its kind and key are told "
        "by: regulars receipt"
    ),
    "claim-not-waiting": "This receipt waits for nobody. See what does: regulars claims waiting",
    "claim-out-of-order": (
        "The number of this receipt ({counter}) does not fit its time: others of the same till "
        "say otherwise. A supervisor must look: --overrule"
    ),
    "claim-pdf": "{path} is a PDF. Give a picture of the page: a photograph, PNG or JPEG.",
    "claim-photo": "A receipt without a code must be looked at by a person.",
    "claim-print": (
        "Name the code of the receipt; without one its --issuer, --total and --printed-at."
    ),
    "claim-returned": "The goods of this receipt were returned. Nothing is left to credit.",
    "claim-same-visit": (
        "A receipt of the same shop, less than {minutes} minutes apart, counts already (entry "
        "{number}). A supervisor may credit this one, too: --overrule"
    ),
    "claim-signature-unknown": (
        "This slip was signed by a terminal that is not known here. Its key comes with the next "
        "exchange with head office; until then nothing can be credited for it."
    ),
    "claim-too-old": (
        "This receipt is too old: at most {age} are allowed. A supervisor may credit it all the "
        "same: --overrule"
    ),
    "claim-too-small": "Receipts count from {minimum_minor} on.",
    "claim-total-needed": "This code holds no total. Type it as it is printed: --total 12.50",
    "claim-total-wrong": "The code says {total_minor}, not what was typed. Look at the paper.",
    "claim-waiting": "This receipt waits for a person to look. See: regulars claims waiting",
    "claim-withdrawn": "This receipt was credited and taken back. It does not count again.",
    "hand-code-form": "“{text}” is no number of a slip with its four signs, such as 1-812 7K3Q.",
    "hand-code-wait": "Too many wrong codes were typed. Wait {minutes} minutes, or scan the slip.",
    "hand-code-wrong": (
        "The four signs do not belong to this number. Look again. Tries left before a wait: {left}."
    ),
    "issuer-key-unlearned": (
        "No key fits both receipts. Take two different receipts of the same till."
    ),
    "issuer-missing": "Codes of the kind {scheme} do not name the shop. Say which: --issuer KEY",
    "issuer-signature": "The signature on this receipt does not hold. It enrols nobody.",
    "issuer-two-receipts": (
        "The key of this till is learned from two of its receipts. Show another one as well."
    ),
    "issuer-unknown": "No merchant “{issuer}” is enrolled. See: regulars merchants list",
    "merchant-unnamed": "Show a genuine receipt, or name --kind and --issuer.",
    "name-missing": "Say what to call it: --name TEXT",
    "survey-days": "The first day ({first}) lies after the last ({last}). Change --from or --to.",
    "scheme-unknown": "There is no kind of receipt “{scheme}”. See: regulars merchants kinds",
}

DOUBTED = {
    "claim-declined": "declined before",
    "claim-device-unknown": "till not enrolled",
    "claim-doubt": "not everything on it holds",
    "claim-issuer-unknown": "shop not enrolled",
    "claim-limit": "more than count",
    "claim-look-alike": "looks like another",
    "claim-out-of-order": "number and time do not fit",
    "claim-photo": "has no code",
    "claim-same-visit": "same visit as another",
    "claim-too-old": "too old",
    "claim-too-small": "too small",
    "claim-waiting": "waits already",
}
"""Why a receipt waits, in few words: one for everything a person may overrule."""
