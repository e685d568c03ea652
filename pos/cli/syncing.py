"""`regulars sync enrol|status|now|aside|leave`: this terminal and its head office."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from loyalty.ledger.entry import EntryKey
from pos.cli.opened import opened
from pos.cli.table import table
from pos.cli.told import Error, Facts, Refused, Told
from pos.clock import milliseconds, moment_of
from pos.ids import new_id
from pos.opening import open_shop
from pos.places import Places
from pos.shift import end_open
from pos.shop import Shop
from pos.store import open_store
from pos.store.link import DIFFERS, LOCAL, NAME, SHOP, STATE, URL
from pos.store.syncing import Aside
from pos.sync import enrolling
from pos.sync.driving import driver_of
from pos.sync.enrolling import EnrolCode, enrol_code, read_enrol_code
from pos.sync.http import HttpTransport
from pos.sync.line import app_version, line_of, sync_of
from pos.sync.machine import Sync
from pos.sync.vouching import trust
from pos.trouble import TroubleError

_MOST_ROUNDS = 10_000
_KEY = re.compile(r"([0-9]{1,5})-([0-9]{1,6})-([0-9]{1,15})", re.ASCII)


def enrol(options: Namespace, places: Places) -> Told:
    """Become a terminal of a head office; everything known here is told at once."""
    asked = read_enrol_code(options.text) if options.text else _typed(options)
    shop = open_shop(places)
    store = shop.store
    try:
        done = enrolling.enrol(
            store,
            shop.settings,
            places.settings,
            partial(open_store, places.database, shop.clock),
            asked,
            app_version(),
            partial(end_open, shop),
        )
        store = done.store
        facts: Facts = {
            "terminal": done.terminal,
            "shop": done.shop,
            "shop_name": done.shop_name,
            "merchant": done.merchant,
            "words": done.words,
        }
        where = f"{done.shop_name} (shop {done.shop})" if done.shop_name else f"shop {done.shop}"
        line = f"This is terminal {done.terminal} of {where} now."
        try:
            carried = _carried(Shop(store, shop.clock, done.settings))
        except TroubleError as error:  # it is enrolled all the same
            return Told(facts, (line,), Error(error.code, error.facts))
        return Told(facts | {"carried": carried}, (line, *_carried_lines(carried)))
    finally:
        store.close()


def status(options: Namespace, places: Places) -> Told:
    """What the books say of the line; nobody is asked."""
    with opened(places) as shop, shop.store.reading() as view:
        told = {name: view.setting(name) for name in (URL, NAME, SHOP, STATE, LOCAL)}
        differing = (view.setting(DIFFERS) or "").split()
        unsent, oldest_ms = view.unsent()
        words, aside = view.untold_count(), view.set_aside()
        now_ms = milliseconds(shop.clock.now())
    if not told[URL]:
        return Told({"linked": False}, ("This terminal stands alone: it has no head office.",))
    driver = driver_of(places.database)
    local = told[LOCAL] or ""
    heard_ms = int(local) if local.isdecimal() else None
    shown = told[SHOP] or ""
    facts: Facts = {
        "linked": True,
        "url": told[URL],
        "merchant": told[NAME],
        "terminal": shop.store.terminal,
        "shop": int(shown) if shown.isdecimal() else None,
        "state": told[STATE] or "",
        "unsent": unsent,
        "oldest_ms": oldest_ms,
        "words": words,
        "set_aside": len(aside),
        "last_contact_ms": heard_ms,
        "driver": driver.pid if driver else None,
        "programs_differ": [int(number) for number in differing],
    }
    rows = [
        ("head office", str(told[URL])),
        ("terminal", f"{shop.store.terminal}, shop {told[SHOP]}"),
        ("state", told[STATE] or "not heard yet"),
        ("last heard", _ago(heard_ms, now_ms)),
        ("entries unsent", f"{unsent}" + (f", since {_ago(oldest_ms, now_ms)}" if unsent else "")),
        ("carried by", f"a window, process {driver.pid}" if driver else "nobody just now"),
        ("words untold", str(words)),
        ("set aside", str(len(aside))),
    ]
    others = [
        f"Program {number} here is another one than head office's; the one here stays in force. "
        "Publish a new version there."
        for number in differing
    ]
    return Told(facts, (*table(rows), *others))


def now(options: Namespace, places: Places) -> Told:
    """Carry everything, until nothing is left to carry."""
    with opened(places) as shop:
        carried = _carried(shop)
        with shop.store.reading() as view:
            unsent, _ = view.unsent()
    return Told({**carried, "unsent": unsent}, _carried_lines(carried))


def aside(options: Namespace, places: Places) -> Told:
    """What was set aside; or note that somebody has looked at one of it."""
    with opened(places) as shop:
        with shop.store.reading() as view:
            found = view.set_aside()
        if not options.act:
            return _asides(found)
        wanted = _key(options.key)
        if all(one.key != wanted for one in found):
            raise Refused("aside-unknown", key=options.key[:40])
        with shop.store.writing() as work:
            work.answer_aside(wanted)
    return Told({"answered": _named(wanted)}, (f"{_named(wanted)} is answered.",))


def trusted(options: Namespace, places: Places) -> Told:
    """Know head office by the certificate it shows now, which its own key has to have signed."""
    with opened(places) as shop:
        url = trust(shop.store)
    return Told({"url": url}, (f"Head office at {url} is known by its certificate again.",))


def leave(options: Namespace, places: Places) -> Told:
    """Stand alone again: what this terminal holds for members goes to head office before."""
    with opened(places) as shop:
        if options.unheard:
            with shop.store.reading() as view:
                unsent, _ = view.unsent()
            _left(shop, places, None)
        else:
            unsent = 0
            with machine(shop) as sync:
                _left(shop, places, sync)
    lines = ["This terminal stands alone now. Retire it at head office: office terminal retire"]
    if unsent:
        lines.append(f"{unsent} entries were never heard of there; they stay in this ledger.")
    return Told({"left": True, "unsent": unsent}, tuple(lines))


def _left(shop: Shop, places: Places, sync: Sync | None) -> None:
    fresh = partial(new_id, shop.clock)
    enrolling.leave(shop.store, sync, shop.settings, places.settings, fresh)


def _typed(options: Namespace) -> EnrolCode:
    shown = options.fingerprint.replace(":", "").strip()
    try:
        fingerprint = bytes.fromhex(shown)
    except ValueError:
        fingerprint = b"?"  # of no length that is one: refused with the rest
    return enrol_code(options.url, options.code, fingerprint)


@contextmanager
def machine(shop: Shop) -> Iterator[Sync]:
    """The terminal's sync on its own line; errors as `line_of`."""
    way = HttpTransport(line_of(shop.store), shop.clock)
    try:
        yield sync_of(shop.store, way)
    finally:
        way.close()


def _carried(shop: Shop) -> dict[str, int]:
    sums = dict.fromkeys(("pushed", "told", "taken", "sent_back"), 0)
    with machine(shop) as sync:
        for _ in range(_MOST_ROUNDS):
            done = sync.round()
            for name in sums:
                sums[name] += getattr(done, name)
            if not done.more:
                break
    return sums


def _carried_lines(carried: dict[str, int]) -> tuple[str, ...]:
    sent = f"Sent: {carried['pushed']} entries, {carried['told']} words."
    back = f"Received: {carried['taken']} notes. Sent back: {carried['sent_back']}."
    return (sent, back)


def _asides(found: tuple[Aside, ...]) -> Told:
    facts = [{"key": _named(one.key), "why": one.why, "at_ms": one.at_ms} for one in found]
    rows = [
        (_named(one.key), one.why, f"{moment_of(one.at_ms):%Y-%m-%d %H:%M} UTC") for one in found
    ]
    return Told({"set_aside": facts}, table(rows) if rows else ("Nothing is set aside.",))


def _named(key: EntryKey) -> str:
    return f"{key.terminal}-{key.epoch}-{key.seq}"


def _key(text: str) -> EntryKey:
    found = _KEY.fullmatch(text.strip())
    if found is None:
        raise Refused("aside-unknown", key=text[:40])
    return EntryKey(*map(int, found.groups()))


def _ago(at_ms: int | None, now_ms: int) -> str:
    """How long ago, in the largest unit that says enough."""
    if at_ms is None:
        return "never"
    seconds = max(0, (now_ms - at_ms) // 1000)
    for unit, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= unit:
            count = seconds // unit
            return f"{count} {name}{'s' if count > 1 else ''} ago"
    return f"{seconds} seconds ago"
