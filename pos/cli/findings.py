"""What is said of a ledger's faults and of a start-up's findings, in English."""

from __future__ import annotations

from string import Formatter

from pos.store import Fault, Health

FAULTS = {
    "missing": "{entries} entries before this one are missing",
    "unreadable": "the entry cannot be read ({said})",
    "hash": "the entry was changed after it was written, or the one before it was",
    "posting": "a posting does not fit its entry",
    "undone": "the note that this return was undone does not fit",
    "sale-row": "the sale's figures differ from its entry",
    "sale-line": "a line of the sale differs from its entry",
    "points": "the sale gave {stored} points where its own reckoning says {computed}",
    "issued": "{stored} points were issued, which is not what the sale says",
    "redeemed": "points used ({used}), taken from lots ({drawn}) and paid with ({paid}) differ",
    "returned-row": "the return's figures differ from its entry",
    "returned-line": "a line of the return differs from its entry",
    "returned-counts": "what the return took off stamps, uses and days is not what the sale added",
    "sale-lot": "the lot of the sale does not end, vest or slide as the sale says",
    "claimed-row": "what is kept of the receipt differs from its entry",
    "claim-source": "the entry does not stand for the receipt it tells of",
    "transit": "points moved between accounts do not arrive as they left ({left} left over)",
    "used-twice": "{name} counts {times} times, which can only be once",
    "days": "a day kept for a member is {kept}, the entries count {counted} (in: {of})",
    "counts": "a count is kept as {kept}, the entries count {counted} (in: {of})",
    "orphan": "there is a row in {table} without its entry",
    "lot-below-zero": "a lot of member {member} goes below zero",
    "lots": "the lots kept for member {member} are not what the entries say ({replayed} points)",
    "balance": "the balance kept for member {member} is not what the entries say ({replayed})",
    "deeds-missing": ("the log of terminal {terminal} holds {here} deeds where {noted} were noted"),
    "file-damaged": "the file itself is damaged ({said})",
}

HEALTH = {
    "second-window": "another window has this ledger open, which is allowed",
    "unclean-shutdown": "the last window was not closed in an orderly way; the books were checked",
    "ledger-behind": "the ledger is older than it once was (last known: {last}); numbering goes on "
    "in epoch {epoch}",
    "restored": "the ledger was restored from a backup; numbering goes on in epoch {epoch}",
    "chain-broken": "the newest entries do not hold together ({fault}); "
    "run: regulars ledger verify",
    "clock-behind": "the clock is {minutes} minutes behind the newest entry; set the clock",
    "disk-low": "only {free_mib} MiB are free on the disk; make room",
    "reserve-missing": "there is no room for the reserve against a full disk; make room",
    "reserve-used": "the disk was full and the reserve was given back; make room",
}
GRAVE = frozenset({"chain-broken"})
"""Findings that keep the counter from being trusted."""


def fault_sentence(fault: Fault) -> str:
    """What is wrong with an entry; a fault without words is named by its code."""
    return _filled(FAULTS.get(fault.what, fault.what), dict(fault.facts))


def health_sentence(health: Health) -> str:
    """What start-up found."""
    return _filled(HEALTH.get(health.code, health.code), dict(health.facts))


def _filled(words: str, facts: dict[str, str | int | bool | None]) -> str:
    wanted = [name for _, name, _, _ in Formatter().parse(words) if name]
    return words.format(**{name: _plain(facts.get(name, "?")) for name in wanted})


def _plain(fact: object) -> str:
    return "".join(c if c.isprintable() else " " for c in str(fact))[:120]
