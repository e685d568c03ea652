"""The copy of the books that every closing makes: opened and checked, in the shop's own folder."""

from __future__ import annotations

from pathlib import Path

from pos.erasures import tell_copies
from pos.shop import Shop
from pos.store import backup


def copies_folder(shop: Shop) -> Path:
    """Where this shop keeps its copies: the folder of its settings, or beside the ledger."""
    named = shop.settings.backup_dir
    return Path(named) if named else shop.store.path.parent / "backups"


def keep_copy(shop: Shop) -> Path:
    """A checked copy; the oldest ones go. TroubleError `backup-failed`, `disk-full`."""
    folder = copies_folder(shop)
    made = backup(shop.store, folder, shop.settings.backup_keep)
    tell_copies(shop.store.path, folder)
    return made
