"""`regulars office terminal`: codes for new terminals, which there are, and an end for one."""

from __future__ import annotations

import hashlib
import ssl
from argparse import Namespace
from pathlib import Path

from pos.cli.office import clock_of
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.clock import moment_of
from pos.office.desk.door import head_office
from pos.office.desk.enrolment import MINUTES
from pos.office.desk.key import read_key
from pos.office.managing.enrolled import Known, code_again, new_code, retire, terminals
from pos.office.managing.naming_hubs import Named, named
from pos.office.people.accounts import House
from pos.office.running.certificate import CERTIFICATE
from pos.office.running.setting_up import BY_HAND, MERCHANT, database_url, key_path, open_office
from pos.office.schema.engine import reading, transaction
from pos.places import Places
from pos.sync.enrolling import enrol_code
from pos.trouble import TroubleError
from receipts.writing.qr import QUIET, qr_modules

_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}


def terminal(options: Namespace, places: Places) -> Told:
    """List them, make a code for one, or retire one."""
    clock = clock_of(places)
    house = House(MERCHANT, clock)
    engine = open_office(database_url(places, options.database), clock)
    try:
        if options.act == "list":
            with reading(engine) as connection:
                return _list(terminals(connection, MERCHANT))
        if options.act == "hub":
            with transaction(engine) as connection:
                hub = named(connection, house, BY_HAND, options.number, options.address)
            return _hub(hub)
        if options.act == "retire":
            with transaction(engine) as connection:
                gone = retire(connection, house, BY_HAND, options.number)
            line = f"Terminal {gone.number} ({gone.name}) is retired. It is answered nothing more."
            return Told({"terminal": _facts(gone)}, (line,))
        office = head_office(engine, clock, read_key(key_path(places)))
        # What is wrong with the address is said before a code is made.
        enrol_code(options.url, "000000")
        with transaction(engine) as connection:
            if options.act == "code":
                code = code_again(connection, office, house, BY_HAND, options.number)
            else:
                code = new_code(connection, office, house, BY_HAND, options.shop, options.name)
    finally:
        engine.dispose()
    return _told(options, code, _fingerprint(options, places))


def _hub(hub: Named) -> Told:
    facts: Facts = {"shop": hub.shop, "hub": hub.number or None, "address": hub.address}
    if not hub.number:
        return Told(facts, (f"Shop {hub.shop} has no hub any more.",))
    lines = (
        f"Terminal {hub.number} is the hub of shop {hub.shop}, at {hub.address}.",
        "Its tills hear of it with their next contact; its window serves by itself.",
    )
    return Told(facts, lines)


def _told(options: Namespace, code: str, fingerprint: bytes) -> Told:
    made = enrol_code(options.url, code, fingerprint)
    grouped = " ".join(code[at : at + 4] for at in range(0, len(code), 4))
    facts: Facts = {
        "code": code,
        "text": made.text,
        "url": made.url,
        "fingerprint": fingerprint.hex(),
        "minutes": MINUTES,
    }
    lines = (
        f"Code: {grouped}  (for {MINUTES} minutes, once)",
        "On the terminal, run:",
        f"  regulars sync enrol '{made.text}'",
        "or let it read this:",
        *_drawn(made.text),
    )
    return Told(facts, lines)


def _fingerprint(options: Namespace, places: Places) -> bytes:
    """Of the certificate that the service makes for itself; none where it has a public one."""
    if options.public or options.url.startswith("http://"):
        return b""
    path: Path = options.certificate or places.data / CERTIFICATE
    try:
        text = path.read_text(encoding="ascii")
        first = text[: text.index("-----END CERTIFICATE-----")] + "-----END CERTIFICATE-----\n"
        return hashlib.sha256(ssl.PEM_cert_to_DER_cert(first)).digest()
    except (OSError, ValueError):
        raise TroubleError("office-certificate", path=str(path)) from None


def _drawn(text: str) -> tuple[str, ...]:
    """A QR code in half blocks, dark on light as a camera wants it: two rows a line."""
    rows = qr_modules(text)
    width = len(rows) + 2 * QUIET
    empty = (False,) * width
    side = (False,) * QUIET
    padded = [empty] * QUIET + [(*side, *row, *side) for row in rows] + [empty] * (QUIET + 1)
    return tuple(
        "".join(_HALVES[not above, not below] for above, below in zip(*two, strict=True))
        for two in zip(padded[::2], padded[1::2], strict=False)
    )


def _list(found: list[Known]) -> Told:
    rows = [
        (
            str(one.number),
            one.name,
            f"shop {one.shop}",
            one.state,
            one.app,
            f"heard {moment_of(one.contact_ms):%Y-%m-%d %H:%M} UTC" if one.contact_ms else "",
            f"{one.unsent} unsent" if one.unsent else "",
            ", ".join(one.health),
        )
        for one in found
    ]
    facts = {"terminals": [_facts(one) for one in found]}
    return Told(facts, table(rows, right=(0,)) if rows else ("No terminals yet.",))


def _facts(one: Known) -> Facts:
    return {
        "number": one.number,
        "shop": one.shop,
        "name": one.name,
        "state": one.state,
        "app": one.app,
        "contact_ms": one.contact_ms,
        "enrolled_ms": one.enrolled_ms,
        "unsent": one.unsent,
        "clock_off_ms": one.clock_off_ms,
        "health": list(one.health),
    }
