"""What is said of head office and the line to it. Whoever stands at a counter hears of shops and of
this terminal; how points are kept between them is nobody's business there.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

LINE_SAID: Final = {
    "points-elsewhere": QT_TRANSLATE_NOOP(
        "Sentences", "{points} of {total} points can be used here right now."
    ),
    "points-frozen": QT_TRANSLATE_NOOP("Sentences", "Points cannot be used here now. {why}"),
    "frozen-restored": QT_TRANSLATE_NOOP(
        "Sentences",
        "The books were restored from a backup. They can be used again once this terminal has "
        "reached head office.",
    ),
    "frozen-lease-over": QT_TRANSLATE_NOOP(
        "Sentences",
        "This terminal was not connected for too long. Check the network; selling and earning go "
        "on.",
    ),
    "frozen-clock-back": QT_TRANSLATE_NOOP(
        "Sentences", "This machine's clock was set back. Set the right time, then scan again."
    ),
    "frozen-suspended": QT_TRANSLATE_NOOP(
        "Sentences", "Another machine works with a copy of these books. Call head office."
    ),
    "frozen-retired": QT_TRANSLATE_NOOP(
        "Sentences", "Head office has taken this terminal out of use. Call head office."
    ),
    "short-offline": QT_TRANSLATE_NOOP(
        "Sentences",
        "{points} of {total} points can be used here right now. The rest is held by other shops "
        "until this terminal is back online.",
    ),
    "short-connected": QT_TRANSLATE_NOOP(
        "Sentences",
        "{points} of {total} points can be used here right now. The rest is at a shop that does "
        "not answer just now.",
    ),
    "short-risk": QT_TRANSLATE_NOOP(
        "Sentences",
        "A supervisor may allow {points} points all the same; for {risk} of them the shop bears "
        "the risk.",
    ),
    "advance-refused": QT_TRANSLATE_NOOP(
        "Sentences",
        "No more than {most} points can be allowed now. Use fewer, or go on without points.",
    ),
    "office-first": QT_TRANSLATE_NOOP(
        "Sentences", "Head office can be reached again. Take the reward once more, without risk."
    ),
    "voucher-elsewhere": QT_TRANSLATE_NOOP("Sentences", "Another shop has it just now"),
    "office-none": QT_TRANSLATE_NOOP("Sentences", "This terminal has no head office yet."),
    "office-suspended": QT_TRANSLATE_NOOP(
        "Sentences",
        "Another machine works with a copy of these books. Selling goes on; call head office.",
    ),
    "office-retired": QT_TRANSLATE_NOOP(
        "Sentences",
        "Head office has taken this terminal out of use. Selling goes on; call head office.",
    ),
    "office-outdated": QT_TRANSLATE_NOOP(
        "Sentences",
        "This program is too old or too new for head office. Update it; until then everything is "
        "kept here.",
    ),
    "office-clock": QT_TRANSLATE_NOOP(
        "Sentences", "This machine's clock is wrong. Set the right time; then it connects."
    ),
    "office-unsent": QT_TRANSLATE_NOOP(
        "Sentences", "Not sent yet: {count}. They are safe here and go out by themselves."
    ),
    "office-aside": QT_TRANSLATE_NOOP("Sentences", "For somebody to look at: {count}"),
    "office-online": QT_TRANSLATE_NOOP("Sentences", "Connected with head office."),
    "office-offline": QT_TRANSLATE_NOOP(
        "Sentences", "Not connected. Selling goes on; everything is sent later. F10 tells more."
    ),
    "office-near": QT_TRANSLATE_NOOP(
        "Sentences",
        "Connected within the shop, not with head office. Selling goes on; everything is sent "
        "later. F10 tells more.",
    ),
    "office-linked": QT_TRANSLATE_NOOP(
        "Sentences",
        "Done: this is terminal {terminal} of {name}, {merchant}. All that is in its books is "
        "being sent.",
    ),
    "line-connected": QT_TRANSLATE_NOOP("Sentences", "Connected"),
    "line-not-yet": QT_TRANSLATE_NOOP("Sentences", "Not connected yet"),
    "line-lost": QT_TRANSLATE_NOOP("Sentences", "Not connected since {since}"),
    "line-why": QT_TRANSLATE_NOOP("Sentences", "{why}"),
    "line-near": QT_TRANSLATE_NOOP(
        "Sentences", "The tills of this shop reach each other: what they have can be used here."
    ),
    "line-driven": QT_TRANSLATE_NOOP(
        "Sentences", "Another window of this till talks to head office (process {pid})."
    ),
    "line-office": QT_TRANSLATE_NOOP("Sentences", "Head office: {name}, {url}"),
    "line-contact": QT_TRANSLATE_NOOP("Sentences", "Last contact: {at}"),
    "line-unsent": QT_TRANSLATE_NOOP("Sentences", "Not sent yet: {count}, the oldest of {oldest}"),
    "line-only-here": QT_TRANSLATE_NOOP("Sentences", "Sales only on this terminal: {count}"),
    "line-all-sent": QT_TRANSLATE_NOOP("Sentences", "Everything is sent"),
    "line-untold": QT_TRANSLATE_NOOP("Sentences", "Changes of members not sent yet: {count}"),
    "line-aside": QT_TRANSLATE_NOOP("Sentences", "For somebody to look at: {count}"),
    "line-trying": QT_TRANSLATE_NOOP("Sentences", "Sending now. The strip shows how it goes."),
    "aside-entry": QT_TRANSLATE_NOOP("Sentences", "Entry {number}, noticed {at}"),
    "aside-stays": QT_TRANSLATE_NOOP(
        "Sentences", "It stays in these books, and head office keeps it too. Nothing is lost."
    ),
    "aside-why-done-elsewhere": QT_TRANSLATE_NOOP(
        "Sentences", "The same was already done at another terminal, so it counts once."
    ),
    "aside-why-kind-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Head office does not know this kind of entry yet. It has to be updated."
    ),
    "aside-why-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "Head office could not read it. Ask whoever looks after this till."
    ),
    "aside-why-other": QT_TRANSLATE_NOOP(
        "Sentences", "Head office did not count it. Ask there which one holds."
    ),
    "quit-unsent": QT_TRANSLATE_NOOP(
        "Sentences",
        "Not sent yet: {count}. They are safe here and go out at the next start. Close once more "
        "to leave.",
    ),
    "link-how": QT_TRANSLATE_NOOP(
        "Sentences", "Scan the code that head office shows for this terminal, or type it in."
    ),
    "link-confirm": QT_TRANSLATE_NOOP("Sentences", "Head office at {url}"),
    "link-sends": QT_TRANSLATE_NOOP(
        "Sentences", "Enter joins it, and sends all members and sales of this till there."
    ),
    "link-asking": QT_TRANSLATE_NOOP("Sentences", "Head office is being asked …"),
    "link-not-here": QT_TRANSLATE_NOOP(
        "Sentences",
        "This window cannot join a head office. Use the command regulars sync enrol.",
    ),
    "enrol-text": QT_TRANSLATE_NOOP(
        "Sentences", "This is no code of a head office. Ask there for a code for this terminal."
    ),
    "enrol-code": QT_TRANSLATE_NOOP(
        "Sentences",
        "Head office does not know this code any more: it holds for a quarter of an hour, once. "
        "Ask for a new one.",
    ),
    "enrol-number": QT_TRANSLATE_NOOP(
        "Sentences",
        "Head office calls this terminal {number}, but its books are those of terminal {own}. Ask "
        "for a code for terminal {own}.",
    ),
    "enrol-already": QT_TRANSLATE_NOOP(
        "Sentences", "This terminal belongs to another head office. It has to leave that one first."
    ),
    "terminal-number-taken": QT_TRANSLATE_NOOP(
        "Sentences",
        "Head office has another terminal {number}, and this till has sold already. Ask for a code "
        "for that terminal if it is this one, or begin with a new data folder.",
    ),
    "protocol": QT_TRANSLATE_NOOP(
        "Sentences", "Head office and this terminal are too far apart in age. Update the older one."
    ),
    "too-many": QT_TRANSLATE_NOOP("Sentences", "Too many tries. Wait a minute, then try again."),
    "office-url": QT_TRANSLATE_NOOP(
        "Sentences", "“{url}” is no address of a head office. Write it as https://name:port."
    ),
    "office-unreachable": QT_TRANSLATE_NOOP(
        "Sentences", "Head office does not answer. Check the network, then try again."
    ),
    "office-refused": QT_TRANSLATE_NOOP(
        "Sentences", "Head office said no ({why}). Ask whoever looks after it."
    ),
    "office-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "What answers there is no head office we understand. Check the address."
    ),
    "office-certificate-changed": QT_TRANSLATE_NOOP(
        "Sentences",
        "Head office has another certificate. Its caretaker types here: regulars sync trust",
    ),
    "office-certificate-other": QT_TRANSLATE_NOOP(
        "Sentences",
        "Somebody else answers there than the code names. Ask head office for a new code.",
    ),
    "line-key-absent": QT_TRANSLATE_NOOP(
        "Sentences", "The key of this terminal is gone. Ask head office for a new code."
    ),
    "line-key-unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The key of this terminal cannot be read ({file}). Ask head office for a new code.",
    ),
    "line-key-unwritable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The key of this terminal cannot be written to {file}. Check the disk and its rights.",
    ),
    "office-certificate-wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "What this till knows of head office cannot be read. Ask there for a new code.",
    ),
    "office-signature": QT_TRANSLATE_NOOP(
        "Sentences",
        "An answer was not signed by head office; nothing was taken from it. Check the address.",
    ),
    "office-branches": QT_TRANSLATE_NOOP(
        "Sentences", "Head office and these books went apart too often. Call head office."
    ),
    "session-stale": QT_TRANSLATE_NOOP(
        "Sentences", "Head office began anew just now; it is asked again."
    ),
    "entry-line-unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "Head office cannot read what this till sends; it is kept here. Update both programs.",
    ),
    "request-old": QT_TRANSLATE_NOOP(
        "Sentences", "This machine's clock is wrong. Set the right time; then it connects."
    ),
    "terminal-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Head office does not know this terminal. Ask there for a new code."
    ),
    "kiosk-frozen": QT_TRANSLATE_NOOP(
        "Sentences", "Points cannot be used here just now. Please ask at the counter."
    ),
    "kiosk-elsewhere": QT_TRANSLATE_NOOP(
        "Sentences",
        "{points} of your {total} points can be used here right now. Please ask at the counter.",
    ),
}
WHY_ASIDE: Final = frozenset({"done-elsewhere", "kind-unknown", "unreadable"})

LINE_CHIPS: Final = {
    "office-none": QT_TRANSLATE_NOOP("Chips", "No head office"),
    "office-online": QT_TRANSLATE_NOOP("Chips", "Connected"),
    "office-offline": QT_TRANSLATE_NOOP("Chips", "Not connected"),
    "office-offline-since": QT_TRANSLATE_NOOP("Chips", "Not connected since {time}"),
    "office-near": QT_TRANSLATE_NOOP("Chips", "Within the shop only"),
    "office-near-since": QT_TRANSLATE_NOOP("Chips", "Within the shop only since {time}"),
    "office-unsent": QT_TRANSLATE_NOOP("Chips", "{count} unsent"),
    "office-unsent-since": QT_TRANSLATE_NOOP("Chips", "{count} unsent since {time}"),
    "office-aside": QT_TRANSLATE_NOOP("Chips", "{count} to look at"),
    "office-suspended": QT_TRANSLATE_NOOP("Chips", "Copy at work: call head office"),
    "office-retired": QT_TRANSLATE_NOOP("Chips", "Out of use: call head office"),
    "office-outdated": QT_TRANSLATE_NOOP("Chips", "Update this program"),
    "office-clock": QT_TRANSLATE_NOOP("Chips", "Set the clock"),
}

LINE_TITLES: Final = {
    "short": QT_TRANSLATE_NOOP("ActTitles", "Points"),
    "line": QT_TRANSLATE_NOOP("ActTitles", "Head office"),
    "aside": QT_TRANSLATE_NOOP("ActTitles", "To look at"),
    "link": QT_TRANSLATE_NOOP("ActTitles", "Join a head office"),
}
LINE_FOOT: Final = {
    "short": QT_TRANSLATE_NOOP("ActFoot", "Choose by number; Enter takes the first"),
    "line": QT_TRANSLATE_NOOP("ActFoot", "Send what is unsent now"),
    "aside": QT_TRANSLATE_NOOP("ActFoot", "Somebody has looked at it"),
    "link": QT_TRANSLATE_NOOP("ActFoot", "Join this head office"),
}
LINE_KEYS: Final = {
    "short": QT_TRANSLATE_NOOP("ActKeys", "Choose"),
    "line": QT_TRANSLATE_NOOP("ActKeys", "Send now"),
    "aside": QT_TRANSLATE_NOOP("ActKeys", "Seen"),
    "link": QT_TRANSLATE_NOOP("ActKeys", "Join"),
}
LINE_HINTS: Final = {
    "line": QT_TRANSLATE_NOOP(
        "ActHints", "Selling never waits for head office; what is unsent is safe in these books."
    ),
    "link": QT_TRANSLATE_NOOP(
        "ActHints", "Head office makes the code under Terminals. It may be scanned at any moment."
    ),
}
LINE_FIELDS: Final = {
    "office-url": QT_TRANSLATE_NOOP("Fields", "Address"),
    "office-code": QT_TRANSLATE_NOOP("Fields", "Code"),
}
LINE_ROWS: Final = {
    "short-use": QT_TRANSLATE_NOOP("ActRows", "Use what can be used here"),
    "short-without": QT_TRANSLATE_NOOP("ActRows", "Without points"),
    "short-allow": QT_TRANSLATE_NOOP("ActRows", "Supervisor: allow at the shop's risk"),
    "aside-seen": QT_TRANSLATE_NOOP("ActRows", "Seen"),
    "aside-show": QT_TRANSLATE_NOOP("ActRows", "Show the slip"),
}
LINE_RIGHTS: Final = {
    "advance": QT_TRANSLATE_NOOP("Rights", "Points at the shop's risk"),
    "link-office": QT_TRANSLATE_NOOP("Rights", "Joining a head office"),
}
