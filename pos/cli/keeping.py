"""`regulars backup`, `restore` and `shop setup`: what a shop's owner does once or now and then."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict, replace

from pos.cli.opened import act_by, opened
from pos.cli.shown import entry_text
from pos.cli.table import table
from pos.cli.told import Facts, Refused, Told
from pos.devices.printer_setting import printer_from
from pos.erasures import learn_from_copies, tell_copies
from pos.keeping import copies_folder
from pos.opening import starter_program
from pos.places import Places
from pos.programs import publish, renumbered
from pos.settings import Settings, read_settings, write_settings
from pos.shop import Shop
from pos.store import backup, restore

_KEEP_ALL = 1_000_000


def copy(options: Namespace, places: Places) -> Told:
    """A checked copy: in the shop's own folder the oldest go, elsewhere nothing is deleted."""
    with opened(places) as shop:
        own = copies_folder(shop)
        folder = options.folder.expanduser().absolute() if options.folder else own
        usual = shop.settings.backup_keep if options.folder is None else _KEEP_ALL
        made = backup(shop.store, folder, options.keep or usual)
        tell_copies(shop.store.path, folder)
        with shop.store.reading() as view:
            last = view.last_entry()
    newest = entry_text(last.key) if last else None
    facts: Facts = {"backup": str(made), "bytes": made.stat().st_size, "last": newest}
    return Told(facts, (f"Backup made and checked: {made}", f"Newest entry: {newest or 'none'}"))


def put_back(options: Namespace, places: Places) -> Told:
    """A backup in the ledger's place, after it was checked; the present file is kept aside."""
    source = options.file.expanduser().absolute()
    if not source.is_file():
        raise Refused("backup-absent", path=str(source))
    if source == places.database:
        raise Refused("backup-is-ledger", path=str(source))
    # Who was erased since stays erased, whatever cuts the restore off: known before the old books
    # are there again.
    learn_from_copies(places.database, source.parent)
    aside = restore(source, places.database)
    with opened(places) as shop, shop.store.reading() as view:
        last = view.last_entry()
        epoch = view.epoch
    newest = entry_text(last.key) if last else None
    facts: Facts = {
        "restored": str(source),
        "replaced": str(aside) if aside else None,
        "last": newest,
        "epoch": epoch,
    }
    lines = [f"Restored from {source}", f"Newest entry: {newest or 'none'}"]
    if aside:
        lines.append(f"The ledger that was there is kept as {aside}")
    return Told(facts, tuple(lines))


def set_up(options: Namespace, places: Places) -> Told:
    """Write a shop's settings. Once something was sold, its currency stays."""
    before, _ = read_settings(places.settings)
    new = not (places.database.exists() or places.settings.exists())
    after = _changed(before if not new else Settings(), options)
    if options.printer:
        printer_from(options.printer)  # says what is wrong with it
    if places.database.exists():
        with opened(places) as shop:
            _carry_over(shop, after, options.operator)
    write_settings(places.settings, after)
    with opened(places) as shop, shop.store.reading() as view:
        names = [one.name for one in view.operators()]
    rows = [(name.replace("_", " "), str(value)) for name, value in asdict(after).items() if value]
    hint = f"Sign in at the counter as {names[0]} and choose a PIN." if new and names else ""
    lines = (*table(rows), *((hint,) if hint else ()))
    return Told({"settings": asdict(after), "data": str(places.data), "new": new}, lines)


def _changed(settings: Settings, options: Namespace) -> Settings:
    named = {
        "shop": options.name,
        "address": options.address,
        "currency": options.currency.upper() if options.currency else None,
        "zone": options.zone,
        "country": options.country.upper() if options.country else None,
        "language": options.language,
        "terminal": options.terminal,
        "printer": options.printer,
        "store_no": options.store_no,
        "claim_page": options.claim_page,
    }
    for name, value in named.items():
        if value is not None:
            settings = settings.changed(name, value)
    return settings


def _carry_over(shop: Shop, after: Settings, operator: str | None) -> None:
    """Books that exist already: another currency needs another program, and no sale yet."""
    with shop.store.reading() as view:
        known = view.programs()
        sold = view.sales(limit=1)
    newest = max(known, key=lambda one: (one.starts_on, one.number), default=None)
    if newest is None or newest.currency == after.currency:
        return
    if sold:
        raise Refused("currency-fixed", currency=newest.currency)
    draft = renumbered(shop, starter_program(after, newest.starts_on))
    publish(replace(shop, settings=after), act_by(shop, operator), draft)
