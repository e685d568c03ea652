"""`regulars ledger verify|show|replay`: the books read against themselves."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from uuid import UUID

from loyalty.ledger.account import Account
from loyalty.ledger.entry import Entry, EntryKey
from pos.cli.findings import fault_sentence
from pos.cli.opened import opened
from pos.cli.shown import entry_facts, entry_text
from pos.cli.table import table
from pos.cli.told import Error, Facts, Told
from pos.cli.who import member_named
from pos.cli.words import Words
from pos.places import Places
from pos.shop import Shop
from pos.store import Fault, View
from pos.store import verify as faults_of

MOST_SHOWN = 200  # faults a person reads; JSON names them all


def verify(options: Namespace, places: Places) -> Told:
    """Every hash, number, sum and balance; an error where there is any fault."""
    with opened(places) as shop, shop.store.reading() as view:
        faults = list(faults_of(view))
        last = view.last_entry()
    facts: Facts = {
        "clean": not faults,
        "last": entry_text(last.key) if last else None,
        "head": last.hash.hex() if last else None,
        "faults": [_fault(fault) for fault in faults],
    }
    where = f"up to entry {facts['last']}, fingerprint {facts['head'][-8:]}" if last else "empty"
    if not faults:
        return Told(facts, (f"The ledger is clean: {where}.",))
    lines = [f"{one['entry'] or 'ledger'}: {one['sentence']}" for one in facts["faults"]]
    hidden = len(lines) - MOST_SHOWN
    more = (f"… and {hidden} more; --json names them all.",) if hidden > 0 else ()
    error = Error("ledger-faulty", {"faults": len(faults)})
    return Told(facts, (*lines[:MOST_SHOWN], *more), error)


def _fault(fault: Fault) -> Facts:
    return {
        "entry": entry_text(fault.entry) if fault.entry else None,
        "what": fault.what,
        "facts": dict(fault.facts),
        "sentence": fault_sentence(fault),
    }


def show(options: Namespace, places: Places) -> Told:
    """Entries in their order, of all or of one member."""
    with opened(places) as shop:
        member = member_named(shop, options.member).member.id if options.member else None
        with shop.store.reading() as view:
            after = _before(view, options.start)
            entries = list(view.entries(member, after, options.limit))
            names = {entry.member: _name(view, entry.member) for entry in entries}
        words = Words.of(shop)
        shown = [entry_facts(shop, entry) for entry in entries]
        rows = [_row(words, one, names) for one in zip(entries, shown, strict=True)]
        head = ("Entry", "When", "What", "Member", "Points", "Amount", "By")
        lines = table([head, *rows], right=(4, 5)) if rows else ("No entries.",)
        return Told({"entries": shown}, lines)


def _before(view: View, start: int | None) -> EntryKey | None:
    return EntryKey(view.terminal, view.epoch, start - 1) if start else None


def _name(view: View, member: UUID | None) -> str:
    found = view.member(member) if member else None
    return (found.name or found.phone) if found else ""


def _row(words: Words, one: tuple[Entry, Facts], names: dict[UUID | None, str]) -> tuple[str, ...]:
    entry, facts = one
    amount = facts.get("due_minor")
    return (
        facts["entry"],
        facts["at"][:16].replace("T", " "),
        facts["kind"],
        names[entry.member],
        f"{facts['points']:+d}" if facts["points"] else "",
        words.money(amount, facts.get("currency", "")) if amount is not None else "",
        facts["operator"],
    )


def replay(options: Namespace, places: Places) -> Told:
    """Balances reckoned anew from the entries, beside those the shop works with."""
    with opened(places) as shop:
        wanted = member_named(shop, options.who).member.id if options.who else None
        with shop.store.reading() as view:
            accounts = _replayed(view.entries(member=wanted), wanted)
            compared = [_compared(view, who, account) for who, account in accounts.items()]
        return _told(shop, compared)


def _replayed(entries: Iterable[Entry], wanted: UUID | None) -> dict[UUID, Account]:
    accounts: dict[UUID, Account] = {wanted: Account()} if wanted else {}
    for entry in entries:
        if entry.member is not None:
            before = accounts.get(entry.member, Account())
            accounts[entry.member] = before.applied(entry)
    return accounts


def _compared(view: View, who: UUID, account: Account) -> Facts:
    kept = view.account(who)
    return {
        "member": str(who),
        "name": _name(view, who),
        "balance": account.balance,
        "kept": kept.balance,
        "same": kept == account.active(kept.active_on),  # entries alone do not tell that day
    }


def _told(shop: Shop, compared: list[Facts]) -> Told:
    wrong = [one for one in compared if not one["same"]]
    rows = [
        (
            one["name"] or one["member"],
            str(one["balance"]),
            "" if one["same"] else f"{one['kept']}!",
        )
        for one in compared
    ]
    total = sum(one["balance"] for one in compared)
    facts: Facts = {"same": not wrong, "total": total, "members": compared}
    lines = (
        *table([("Member", "Points", ""), *rows], right=(1,)),
        f"{len(compared)} replayed, {total} points in all, {len(wrong)} differ.",
    )
    error = Error("replay-differs", {"members": len(wrong)}) if wrong else None
    return Told(facts, lines, error)
