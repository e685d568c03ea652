"""Files a manager asked for, kept in a folder beside the books: a person's data, a list as CSV."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from pos.shop import Shop
from pos.trouble import TroubleError

FOLDER = "exports"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def keep_file(shop: Shop, name: str, text: str) -> Path:
    """Write `text` (UTF-8) under `name` in the shop's folder of files, readable by its user alone.

    One of the same name is replaced. TroubleError `file-unwritable`.
    """
    path = shop.store.path.parent / FOLDER / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        raise TroubleError("file-unwritable", path=str(path), said=str(error.strerror)) from error
    return path


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A list as CSV (RFC 4180), with a byte order mark so that spreadsheets read it as UTF-8.

    A text that a spreadsheet would calculate is led by an apostrophe; a number stays one.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_defused(text) for text in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _defused(text: str) -> str:
    harmless = not text.startswith(_FORMULA) or text.lstrip("+-").isdecimal()
    return text if harmless else f"'{text}"
