"""What is said of head office: its database, its door, the people who look in."""

from __future__ import annotations

SAID_OF_OFFICE = {
    "bad-request": "The request was not understood.",
    "log-in-wait": "Too many tries to log in. Wait {seconds} seconds, then try again.",
    "log-in-wrong": "Log-in name and password do not fit together.",
    "office-certificate": (
        "No certificate can be read here, or the key is not its own: {path}. Both are PEM files."
    ),
    "office-certificate-ended": "This certificate has run out: {path}. Get a new one.",
    "office-database": "Head office's database does not answer: {said}",
    "office-database-busy": "Head office's database is too busy just now. Try again in a moment.",
    "office-database-empty": "This database is no head office yet. Run: regulars office init",
    "office-database-newer": (
        "This database was made by a newer version ({version}; this one knows {known}). "
        "Update this program first."
    ),
    "office-database-url": (
        "This is no database of ours. Give sqlite:///FILE or postgresql://USER@HOST/NAME"
    ),
    "office-file-unwritable": "This file cannot be written, or is there already: {path}",
    "office-key-absent": (
        "Head office's key is not here: {path}. Run: regulars office init; or bring its copy back."
    ),
    "office-key-open": "Others can read head office's key: {path}. Run: chmod 600 on it.",
    "office-key-wrong": "This is no key of head office: {path}. Bring its copy back.",
    "office-made-already": (
        "Head office has an owner already. A new password: regulars office person reset NAME"
    ),
    "office-name": "“{name}” is no name a machine can have. Give a host name or an address.",
    "office-names": (
        "Say what head office is called from outside: --name HOST (it listens on {host})"
    ),
    "office-not-installed": (
        "Head office's libraries are not here ({package}). Run: pip install 'regulars[office]'"
    ),
    "office-plain-open": (
        "Without TLS head office answers this machine only, not {host}. Leave --plain out, or "
        "use --behind-proxy where a proxy does TLS."
    ),
    "office-port": "Nothing can listen on {host}, port {port}. Is it in use? Try another --port.",
    "password-differs": "The new password is not the same twice.",
    "password-long": "A password has at most {most} characters.",
    "password-plain": (
        "This password is too easily guessed. Take several words, without the log-in name."
    ),
    "password-same": "This is the password that there is. Take another.",
    "password-short": "A password needs at least {least} characters.",
    "password-wrong": "The password until now is not right.",
    "person-exists": "Somebody has this log-in name already. See: regulars office person list",
    "person-last-owner": "This is the last owner. Make somebody else an owner first.",
    "person-login": "A log-in name has {least} to {most} characters and no blanks.",
    "person-name": "A name is needed, of at most {most} characters.",
    "person-role": "Give one of the roles: owner, manager, reports, support.",
    "person-self": "Nobody changes their own role or shuts themselves out. Ask another owner.",
    "person-shops": "A manager needs at least one of the shops: --shop N",
    "person-unknown": "There is no such person. See: regulars office person list",
    "shop-address": "An address has at most {most} characters.",
    "shop-currency-stays": "The currency of a shop stays as it is ({currency}).",
    "shop-exists": "There is a shop {number} already.",
    "shop-name": "A shop needs a name, of at most {most} characters.",
    "shop-number": "A shop's number is 1 to {most}.",
    "shop-unknown": "There is no shop {number}.",
    "shop-zone": "There is no such time zone. Write it as Europe/Berlin",
}
