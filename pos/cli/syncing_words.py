"""What is said of the line between a terminal and its head office, on the command line."""

from __future__ import annotations

SAID_OF_SYNC = {
    "batch-broken": (
        "What was sent is not what its head says ({said}). Nothing of it was kept; it is sent "
        "again."
    ),
    "batch-unreadable": (
        "What was sent cannot be read ({said}). Nothing of it was kept; it is sent again."
    ),
    "document-unreadable": (
        "Head office's word on a {topic} cannot be read and was passed over. Update both programs."
    ),
    "aside-unknown": "Nothing is set aside under {key}. See: regulars sync aside",
    "enrol-already": (
        "This terminal belongs to another head office. To leave it first: regulars sync leave"
    ),
    "enrol-code": (
        "Head office does not know this code: it was used, or its quarter of an hour is over. "
        "Make a new one there."
    ),
    "enrol-number": (
        "Head office calls this terminal {number}, but its ledger has entries as {own}. Ask for a "
        "code for terminal {own}, or begin with a new data folder."
    ),
    "enrol-text": (
        "This is no enrolment code. Copy all of it, from regulars-enrol: to the end, or give --url "
        "and --code."
    ),
    "entry-line-unreadable": (
        "An entry as it travels cannot be read ({said}). Nothing of what came with it was kept; "
        "update both programs, then it is sent again."
    ),
    "line-key-absent": (
        "The key of this terminal is not here ({file}); a restored or copied ledger has none. Ask "
        "head office for a code for this terminal, then: regulars sync enrol CODE"
    ),
    "line-key-unreadable": "The file {file} cannot be read. Correct its rights, then try again.",
    "line-key-unwritable": "The file {file} cannot be written. Check the disk and the folder.",
    "message-too-large": "Head office takes no message so large. Tell whoever looks after it.",
    "message-unreadable": "Head office cannot read this terminal's messages. Update both programs.",
    "office-behind": (
        "Head office has not everything yet ({unsent} entries). Try again; nothing has ended."
    ),
    "office-branches": (
        "Head office and this ledger went apart too often. Ask for a new code for this terminal."
    ),
    "office-certificate-changed": (
        "Head office shows another certificate than this terminal knows. Run: regulars sync trust"
    ),
    "office-certificate-other": (
        "Whoever answers there shows another certificate than the code names. Check the address; "
        "if head office has a new certificate, ask for a new code."
    ),
    "office-certificate-wrong": (
        "The certificate of head office that is kept here cannot be read. Ask for a new code for "
        "this terminal."
    ),
    "office-none": "This terminal has no head office. See: regulars sync enrol --help",
    "office-refused": "Head office refused: {why}",
    "office-signature": (
        "An answer was not signed by head office. Nothing was taken from it; check who answers at "
        "its address."
    ),
    "office-unreachable": (
        "Head office does not answer ({said}). Selling goes on; everything is sent later."
    ),
    "office-unreadable": (
        "Head office's answer cannot be read. Nothing was changed; update both programs."
    ),
    "office-url": (
        "This is no address of a head office: {url}. Write it as https://HOST:PORT (http only on "
        "this machine)."
    ),
    "protocol": "Head office and this terminal are too far apart in age. Update the older one.",
    "request-old": "The clocks differ too much. Set this machine's clock right.",
    "request-repeated": "Head office saw this very request before. Try again.",
    "session-stale": "Another window of this terminal spoke to head office just now. Try again.",
    "signature-wrong": (
        "Head office does not know this terminal's key. Ask for a code for this terminal, then: "
        "regulars sync enrol CODE"
    ),
    "terminal-name": "A terminal needs a name, of at most {most} characters.",
    "terminal-number-taken": (
        "Head office has another terminal {number}, and this ledger has entries already. Ask for "
        "a code for that terminal if it is this one, or begin with a new data folder."
    ),
    "terminal-retired": "Head office has retired this terminal. Selling goes on; ask there.",
    "terminal-unknown": "There is no such terminal. See: regulars office terminal list",
    "too-many": "Head office was asked too often. Wait a minute, then try again.",
}
