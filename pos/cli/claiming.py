"""`regulars claim`, `regulars claims …`: receipts that members bring later."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from decimal import Decimal
from pathlib import Path

from loyalty.claims.receipt import Receipt
from loyalty.errors import LoyaltyError
from loyalty.money import amount_from_text, currency
from pos.claims import Credited, approve, claim, decline, waiting_receipts, withdraw
from pos.cli.approved import approved_by
from pos.cli.claim_arguments import is_file
from pos.cli.claim_words import DOUBTED
from pos.cli.opened import doing, opened
from pos.cli.receipt_reading import PICTURES, is_picture
from pos.cli.shown import entry_text
from pos.cli.table import table
from pos.cli.told import Facts, Refused, Told
from pos.cli.who import member_named
from pos.devices.stills import read_still
from pos.hand_codes import looks_typed, present_typed
from pos.places import Places
from pos.presenting import Presented, Printed, enrolled_keys, present, present_printed
from pos.rights import Right
from pos.shop import Shop
from receipts.reading.payload import LONGEST
from receipts.reading.schemes import read_code
from receipts.writing.format import money

_PDF = b"%PDF-"
_SLIP = re.compile(r"\d{1,5}-\d{1,9}(\s.{0,12})?")  # a slip's number, its signs left out or short


def bring(options: Namespace, places: Places) -> Told:
    """Credit a receipt to a member."""
    with doing(places, options.operator, options.act_id) as now:
        member = member_named(now.shop, options.who).member
        presented = _presented(now.shop, options)
        second = approved_by(now.shop, options, now.act.operator, Right.OVERRULE_CLAIM)
        done = claim(
            now.shop,
            now.act,
            member.id,
            presented,
            overrule=options.overrule,
            approved=second,
            why=options.why,
            ask=options.ask,
        )
    return _told(done)


def queue(_options: Namespace, places: Places) -> Told:
    """Receipts that wait for somebody to look."""
    with opened(places) as shop:
        found = waiting_receipts(shop)
    facts = [
        _facts(one.claimed.receipt)
        | {
            "member": str(one.member.id),
            "why": one.reason,
            "like": entry_text(one.earlier.entry) if one.earlier else None,
        }
        for one in found
    ]
    rows = [
        (
            one.claimed.receipt.issued_on.isoformat(),
            money(one.claimed.receipt.total_minor, one.claimed.receipt.currency, "en"),
            one.member.name or one.member.phone or "-",
            _doubted(one.reason),
            one.claimed.receipt.scheme,
            one.claimed.receipt.key,
        )
        for one in found
    ]
    return Told({"waiting": facts}, table(rows, right=(1,)) or ("Nothing waits.",))


def grant(options: Namespace, places: Places) -> Told:
    """Credit a receipt of the queue."""
    with doing(places, options.operator, options.act_id) as now:
        second = approved_by(now.shop, options, now.act.operator, Right.OVERRULE_CLAIM)
        return _told(approve(now.shop, now.act, options.scheme, options.key, options.why, second))


def refuse(options: Namespace, places: Places) -> Told:
    """Take a receipt out of the queue."""
    with doing(places, options.operator, options.act_id) as now:
        second = approved_by(now.shop, options, now.act.operator, Right.OVERRULE_CLAIM)
        done = decline(now.shop, now.act, options.scheme, options.key, options.why, second)
    return Told(_facts(done.claimed.receipt) | {"declined": True}, ("Declined.",))


def take_back(options: Namespace, places: Places) -> Told:
    """Take back what a receipt was credited."""
    with doing(places, options.operator, options.act_id) as now:
        second = approved_by(now.shop, options, now.act.operator, Right.OVERRULE_CLAIM)
        done = withdraw(
            now.shop,
            now.act,
            options.scheme,
            options.key,
            options.why,
            again=options.again,
            approved=second,
        )
    points = done.after.balance - done.before.balance
    facts = _facts(done.receipt) | {"entry": entry_text(done.entry.key), "points": points}
    return Told(facts, (f"Taken back: {points} points.",))


def scanned(text: str, shop: Shop) -> bytes | str:
    """What a command line names: a code, or the file or picture that holds one.

    Refused `receipt-file-unreadable`, `claim-pdf`, `claim-no-code` (a picture without one).
    """
    path = is_file(text)
    if path is None:
        if _names_a_file(text):
            raise Refused("receipt-file-unreadable", path=text)
        return os.fsencode(text)
    try:
        with path.open("rb") as file:
            begin = file.read(LONGEST + 1)
    except OSError:
        raise Refused("receipt-file-unreadable", path=str(path)) from None
    if begin.startswith(_PDF):
        raise Refused("claim-pdf", path=str(path))
    if not is_picture(path, begin):
        return begin
    with shop.store.reading() as view:
        keys = enrolled_keys(view)
    for scan in read_still(path):
        code = scan.data or scan.text
        try:
            read_code(code, keys)
        except LoyaltyError:
            continue
        return code
    raise Refused("claim-no-code", path=str(path))


def _presented(shop: Shop, options: Namespace) -> Presented:
    money_of = currency(shop.settings.currency)
    total = amount_from_text(options.total, money_of) if options.total else None
    if options.code is None:
        if total is None or not options.printed_at or not options.issuer:
            raise Refused("claim-print")
        major = Decimal(total).scaleb(-money_of.exponent)
        return present_printed(
            shop, Printed(options.issuer, major, options.printed_at, options.number)
        )
    if is_file(options.code) is None and looks_typed(options.code):
        return present_typed(shop, options.code)
    code = scanned(options.code, shop)
    try:
        return present(shop, code, total_minor=total, issuer=options.issuer)
    except LoyaltyError as no:
        if no.code == "receipt-unknown" and _SLIP.fullmatch(options.code.strip()):
            raise LoyaltyError("hand-code-form", text=options.code.strip()) from no
        raise


def _names_a_file(text: str) -> bool:
    """A file that is not there, or a folder: by its ending, for codes may hold slashes."""
    if "\0" in text or not 0 < len(text) < 250 or "://" in text:
        return False
    path = Path(text)
    return path.suffix.lower() in (*PICTURES, ".txt", ".bin", ".pdf") or path.is_dir()


def _told(done: Credited) -> Told:
    facts = _facts(done.receipt) | {
        "entry": entry_text(done.entry.key),
        "member": str(done.member.id),
        "points": done.points,
        "pending": done.after.pending_points - done.before.pending_points,
        "waiting": done.waiting,
        "why": done.looks,
        "balance": done.after.balance,
    }
    if done.waiting:
        return Told(facts, (f"Waits for somebody to look: {_doubted(done.looks)}.",))
    later = " They can be used once other terminals have been asked." if facts["pending"] else ""
    return Told(facts, (f"{done.points} points for this receipt.{later}",))


def _doubted(code: str) -> str:
    return DOUBTED.get(code, code)


def _facts(receipt: Receipt) -> Facts:
    return {
        "scheme": receipt.scheme,
        "receipt": receipt.key,
        "merchant": receipt.issuer,
        "total_minor": receipt.total_minor,
        "currency": receipt.currency,
        "issued_on": receipt.issued_on.isoformat(),
        "form": receipt.form.value,
    }
