"""Texts about a person, cleaned and bounded: whatever was typed, scanned or sent is hostile."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from loyalty.errors import LoyaltyError
from loyalty.members.member import Member

LONGEST_NAME = 120
LONGEST_EMAIL = 254  # RFC 5321, 4.5.3.1.3
_LONGEST_LOCAL = 64  # RFC 5321, 4.5.3.1.1
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
LONGEST_WHY = 200
_SHORTEST_NUMBER = 6  # last digits by which a phone number is known again
_WORD = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def clean_name(text: str) -> str:
    """A name without control characters, blanks folded, NFC; LoyaltyError `name-too-long`."""
    name = _one_line(text, LONGEST_NAME)
    if len(name) > LONGEST_NAME:
        raise LoyaltyError("name-too-long", longest=LONGEST_NAME)
    return name


def clean_line(text: str, field: str, longest: int) -> str:
    """One line of text as `clean_name`; LoyaltyError `text-too-long` (field, longest)."""
    line = _one_line(text, longest)
    if len(line) > longest:
        raise LoyaltyError("text-too-long", field=field, longest=longest)
    return line


def clean_lines(text: str, field: str, longest: int) -> str:
    """Text of several lines, empty ones at the ends dropped; LoyaltyError `text-too-long`."""
    lines = [_one_line(line, longest) for line in text[: 4 * longest].splitlines()]
    whole = "\n".join(lines).strip("\n")
    if len(whole) > longest or len(text) > 4 * longest:
        raise LoyaltyError("text-too-long", field=field, longest=longest)
    return whole


def clean_list(items: Iterable[str], field: str, most: int, longest: int) -> tuple[str, ...]:
    """A list of short texts, each once (case apart), in the order given.

    LoyaltyError `too-many-items` (field, most), `text-too-long`.
    """
    kept: dict[str, str] = {}
    for item in items:
        line = clean_line(item, field, longest)
        if line:
            kept.setdefault(line.casefold(), line)
        if len(kept) > most:
            raise LoyaltyError("too-many-items", field=field, most=most)
    return tuple(kept.values())


def clean_email(text: str) -> str:
    """An e-mail address in small letters; empty stays empty. LoyaltyError `email-unreadable`.

    Only what every mail server demands is asked: one @, a local part without blanks, a domain of
    two names or more, in any script. Whether it is somebody's is found out by writing to it.
    """
    address = unicodedata.normalize("NFC", text[: 2 * LONGEST_EMAIL].strip()).lower()
    if not address:
        return ""
    local, at, domain = address.rpartition("@")
    labels = domain.split(".")
    plain = all(c.isprintable() and not c.isspace() and c not in '@<>(),:;"\\[]' for c in local)
    named = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)
    short = len(address) <= LONGEST_EMAIL and len(local) <= _LONGEST_LOCAL
    dots = local.startswith(".") or local.endswith(".") or ".." in local
    if not (at and local and plain and named and short) or dots:
        raise LoyaltyError("email-unreadable", typed=address[:60])
    return address


def clean_word(text: str, code: str) -> str:
    """A kebab word such as `newsletter`; LoyaltyError `code` for anything else."""
    word = text.strip().lower()
    if not _WORD.fullmatch(word):
        raise LoyaltyError(code, typed=word[:40])
    return word


def noted(text: str, member: Member | None) -> str:
    """A reason as it may stand in the ledger, where nothing is ever erased: one line without the
    member's name, numbers and address, which become `…`. LoyaltyError `text-too-long`.
    """
    line = clean_line(text, "why", LONGEST_WHY)
    if member is None:
        return line
    words = [word for word in re.split(r"[\W_]+", member.name) if len(word) > 1]
    known = [member.email, member.name, *words]
    sought = [rf"(?<!\w){re.escape(text)}(?!\w)" for text in known if text]
    digits = member.phone.lstrip("+0")
    if len(digits) >= _SHORTEST_NUMBER:
        tail = r"[\s().\-/]*".join(digits[-_SHORTEST_NUMBER:])
        sought.append(rf"\+?[\d\s().\-/]*{tail}")
    return re.sub("|".join(sought), "\u2026", line, flags=re.IGNORECASE) if sought else line


def _one_line(text: str, longest: int) -> str:
    cut = text[: 8 * longest + 64]  # far above any limit, so that what is too long stays so
    visible = "".join(" " if c.isspace() else c for c in cut if c.isprintable() or c.isspace())
    return unicodedata.normalize("NFC", " ".join(visible.split()))
