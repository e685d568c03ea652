"""`regulars printer proxy|captures|show|learn|forget|take`: between another POS and its printer."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from loyalty.errors import LoyaltyError
from pos.captures import captured, credit
from pos.cli.opened import doing
from pos.cli.printer_reader import ReaderOptions
from pos.cli.shown import entry_text
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.who import member_named
from pos.places import Places
from pos.settings import read_settings
from pos.tap.forwarder import Options
from pos.tap.running import Proxy
from pos.tap.spool import Capture, Spool, folder_of
from pos.tap.upstream import checked
from pos.trouble import TroubleError
from receipts.reading.escpos.captured import SlipKind
from receipts.reading.escpos.layout import learned, learned_kind, to_json
from receipts.reading.escpos.pages import Pages
from receipts.writing.profiles import profile

_UNCUT = b"\n\x1bd\x04\x1dVB\x00"


def serve(options: Namespace, places: Places) -> Told:
    """Run the proxy until it is told to stop."""
    settings, _ = read_settings(places.settings)
    Pages.of(options.pages)
    printer = options.profile or settings.printer_profile
    paper_mm = options.paper or settings.paper_mm
    known = "generic" if printer == "default" else printer
    profile(known, paper_mm)
    reader = ReaderOptions(
        data=str(places.data),
        insert=options.insert,
        pages=options.pages,
        profile=known,
        paper_mm=paper_mm,
        codes=not options.no_codes,
        ocr=options.ocr,
        parent=os.getpid(),
    )
    moves = Options(
        printer=checked(options.printer),
        folder=str(folder_of(places)),
        insert=options.insert,
        wait_ms=options.wait_ms,
        uncut=_UNCUT.hex() if options.uncut else None,
    )
    host, _, port = options.listen.rpartition(":")
    if not (port.isascii() and port.isdigit() and int(port) < 1 << 16):
        raise TroubleError("printer-proxy-port", host=host, port=port[:20])
    command = [sys.executable, "-m", "pos.cli.printer_reader", json.dumps(asdict(reader))]
    proxy = Proxy(host or "127.0.0.1", int(port), moves, command)
    proxy.open()
    where = f"{host or '127.0.0.1'}:{proxy.port}"
    print(f"Listening on {where}, printing on {moves.printer}.", flush=True)
    proxy.run()
    return Told({"stopped": True}, ("Stopped.",))


def listed(options: Namespace, places: Places) -> Told:
    """Captured receipts, newest first: sales that wait, or all of them."""
    found = captured(places, every=options.all)[: options.limit]
    rows = [
        (
            str(one.number),
            one.at,
            one.kind.value,
            f"{one.total} {one.currency}" if one.total is not None else "",
            one.receipt,
            _standing(one),
        )
        for one in found
    ]
    lines = table(rows) if rows else ("Nothing was captured that waits.",)
    return Told({"captures": [facts(one) for one in found]}, lines)


def show(options: Namespace, places: Places) -> Told:
    """One captured receipt, its lines numbered as `learn` wants them."""
    one = Spool(folder_of(places)).one(options.capture)
    numbered = tuple(f"{number:3}  {line}" for number, line in enumerate(one.text, 1))
    total = f"{one.total} {one.currency}" if one.total is not None else "no total"
    head = f"Capture {one.number}: {one.kind.value}, {total}, {_standing(one)}"
    return Told(facts(one), (head, *numbered))


def learn(options: Namespace, places: Places) -> Told:
    """A layout, by pointing at lines of a captured receipt; used from the next receipt on."""
    spool = Spool(folder_of(places))
    one = spool.one(options.capture)
    if options.mark is not None:
        layout = learned_kind(options.name, one.text, SlipKind(options.kind), options.mark)
    else:
        line, column = options.total
        layout = learned(
            options.name,
            one.text,
            total=line,
            column=column,
            number=options.number,
            date=options.date,
        )
    others = [other for other in spool.layouts() if other.name != layout.name]
    _keep(spool, [layout, *others])
    return Told({"layout": json.loads(to_json(layout))}, (f"Learned: {layout.name}.",))


def forget(options: Namespace, places: Places) -> Told:
    """A learned layout is used no more."""
    spool = Spool(folder_of(places))
    others = [other for other in spool.layouts() if other.name != options.name]
    if len(others) == len(spool.layouts()):
        raise LoyaltyError("print-layout-unknown", name=options.name[:40])
    _keep(spool, others)
    return Told({"forgotten": options.name}, (f"Forgotten: {options.name}.",))


def take(options: Namespace, places: Places) -> Told:
    """Credit a captured sale to a member, once ever."""
    one = Spool(folder_of(places)).one(options.capture)
    with doing(places, options.operator, None) as now:
        member = member_named(now.shop, options.who)
        done = credit(now.shop, places, now.act, one, member.member.id)
    again = bool(one.taken)
    facts = {
        "capture": one.number,
        "member": str(member.member.id),
        "entry": entry_text(done.entry.key),
        "points": done.points,
        "again": again,
    }
    before = " They were given before: it counts once." if again else ""
    said = f"{member.member.name}: {done.points} points for capture {one.number}.{before}"
    return Told(facts, (said,))


def facts(one: Capture) -> Facts:
    """A capture as plain values."""
    plain: dict[str, Any] = {**asdict(one), "kind": one.kind.value}
    plain["total"] = None if one.total is None else str(one.total)
    plain["lines"] = [{**line, "amount": str(line["amount"])} for line in plain["lines"]]
    return plain


def _standing(one: Capture) -> str:
    if one.taken:
        return f"taken as {one.taken}"
    if one.unread:
        return f"unreadable ({one.unread})"
    if not one.printed:
        return "not printed"
    if one.again:
        return "printed again"
    return "waits" if one.kind is SlipKind.SALE else "no sale"


def _keep(spool: Spool, layouts: list[Any]) -> None:
    try:
        spool.keep_layouts(layouts)
    except OSError:
        raise TroubleError("folder-refused", folder=str(spool.folder)) from None
