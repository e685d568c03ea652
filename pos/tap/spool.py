"""Captured receipts on disk: one JSON and the raw bytes for each, beside the books.

Written by the reader, read by the counter. A capture is taken at most once: the file that says so
can be made only once.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from loyalty.errors import LoyaltyError
from pos.places import Places
from receipts.reading.claim import ReceiptLine
from receipts.reading.escpos.captured import SlipKind
from receipts.reading.escpos.layout import Layout, from_json, to_json

MOST_FILES = 500
_LAYOUTS = "layouts.json"
_NUMBER = "number"
_AT_ONCE = 10
_NAME = re.compile(r"[0-9a-zA-Z-]{1,80}")
_LONGEST = 1 << 20  # of a capture's JSON


@dataclass(frozen=True, slots=True)
class Capture:
    """A captured receipt.

    `number` counts on this terminal; `at`: ISO 8601, UTC; `total` in major units; `receipt`: the
    number printed on it; `text`: its lines; `printed`: all of it went to the printer; `offered`:
    the claim code that was put on it, or empty; `member`: who was told on it what they earned (an
    id), or empty; `again`: the capture that this one repeats;
    `taken`: the sale it became at the counter, or empty.
    """

    id: str
    number: int
    at: str
    kind: SlipKind
    total: Decimal | None
    currency: str
    lines: tuple[ReceiptLine, ...]
    receipt: str
    issued_at: str
    sure: bool
    layout: str
    text: tuple[str, ...]
    codes: tuple[str, ...]
    unread: str
    cut: bool
    printed: bool
    offered: str = ""
    member: str = ""
    again: str = ""
    taken: str = ""


def folder_of(places: Places) -> Path:
    """Where captures are."""
    return places.data / "captures"


class Spool:
    """The folder, made when something is first written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._next, self._reserved = 1, 0

    def all(self) -> tuple[Capture, ...]:
        """Newest first; what cannot be read is left out."""
        names = sorted(
            (path.stem for path in self.folder.glob("*.json") if _is(path)), reverse=True
        )
        found = (self._read(name) for name in names[:MOST_FILES])
        return tuple(one for one in found if one is not None)

    def one(self, name: str) -> Capture:
        """By its id, its number, or `last`; LoyaltyError `capture-unknown`."""
        if name == "last":
            found = next(iter(self.all()), None)
        elif name.isascii() and name.isdigit() and len(name) < 9:
            found = next((one for one in self.all() if one.number == int(name)), None)
        else:
            found = self._read(name) if _NAME.fullmatch(name) else None
        if found is None:
            raise LoyaltyError("capture-unknown", capture=name[:40])
        return found

    def raw(self, capture: Capture) -> bytes:
        """What the POS sent; empty where it is gone."""
        try:
            return (self.folder / f"{capture.id}.raw").read_bytes()
        except OSError:
            return b""

    def keep(self, capture: Capture, raw: bytes) -> None:
        """Write it, safe from a power cut once this returns; the same again changes nothing.

        OSError: the disk.
        """
        written = self.folder / f"{capture.id}.json"
        if written.exists():
            return
        _write(self.folder / f"{capture.id}.raw", raw, listed=False)
        facts = asdict(capture)
        del facts["taken"]
        _write(written, json.dumps(facts, ensure_ascii=False, default=str).encode())

    def take(self, capture: Capture, sale: str) -> None:
        """It became `sale`. The same again is the same; LoyaltyError `capture-taken` (sale)."""
        path = self.folder / f"{capture.id}.taken"
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(sale)
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            before = self._taken(capture.id)
            if before != sale:
                raise LoyaltyError("capture-taken", sale=before or "?") from None

    def tidy(self, before: str, most: int = MOST_FILES) -> int:
        """Remove captures older than `before` (ISO 8601) and all but the newest `most`."""
        names = sorted(
            (path.stem for path in self.folder.glob("*.json") if _is(path)), reverse=True
        )
        gone = 0
        for place, name in enumerate(names):
            found = self._read(name) if place < most else None
            if found is None or found.at < before:
                for suffix in (".json", ".raw", ".taken"):
                    (self.folder / f"{name}{suffix}").unlink(missing_ok=True)
                gone += 1
        return gone

    def next_number(self) -> int:
        """A number no capture has had; for one process at a time. OSError: the disk."""
        if self._next > self._reserved:
            path = self.folder / _NUMBER
            try:
                last = int(path.read_text(encoding="ascii"))
            except (OSError, ValueError):
                last = max((one.number for one in self.all()), default=0)
            # Some at once: a cut waits for this, and the disk is slow. A restart skips the rest.
            _write(path, str(last + _AT_ONCE).encode())
            self._next, self._reserved = last + 1, last + _AT_ONCE
        self._next += 1
        return self._next - 1

    def layouts(self) -> tuple[Layout, ...]:
        """The learned layouts; LoyaltyError `print-layout-unreadable`."""
        try:
            kept = json.loads((self.folder / _LAYOUTS).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return ()
        except (OSError, ValueError):
            raise LoyaltyError("print-layout-unreadable") from None
        if not isinstance(kept, list):
            raise LoyaltyError("print-layout-unreadable")
        return tuple(from_json(json.dumps(one)) for one in kept[:MOST_FILES])

    def keep_layouts(self, layouts: Iterable[Layout]) -> None:
        """Write them all; OSError: the disk."""
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = [json.loads(to_json(one)) for one in layouts]
        _write(self.folder / _LAYOUTS, json.dumps(kept, ensure_ascii=False, indent=1).encode())

    def _taken(self, name: str) -> str:
        try:
            return (self.folder / f"{name}.taken").read_text(encoding="utf-8")[:100]
        except OSError:
            return ""

    def _read(self, name: str) -> Capture | None:
        try:
            with (self.folder / f"{name}.json").open("rb") as file:
                facts = json.loads(file.read(_LONGEST))
            return _capture(facts, self._taken(name))
        except (OSError, ValueError, TypeError, KeyError, InvalidOperation, RecursionError):
            return None


def _capture(facts: dict[str, Any], taken: str) -> Capture:
    lines = tuple(
        ReceiptLine(str(one["text"]), Decimal(one["amount"]), int(one["units"]))
        for one in facts.pop("lines")
    )
    total = facts.pop("total")
    text, codes = (tuple(map(str, facts.pop(name))) for name in ("text", "codes"))
    kind = SlipKind(facts.pop("kind"))
    amount = None if total is None else Decimal(total)
    return Capture(
        kind=kind, total=amount, lines=lines, text=text, codes=codes, taken=taken, **facts
    )


def _is(path: Path) -> bool:
    """Whether a file is a capture's: the id begins with the moment."""
    return re.fullmatch(r"[0-9]{13}-[0-9-]+", path.stem) is not None


def _write(path: Path, data: bytes, *, listed: bool = True) -> None:
    """Whole or not at all, also after a power cut; not `listed`: the next file's turn sees to it
    that the folder knows of this one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    if listed and hasattr(os, "O_DIRECTORY"):
        with contextlib.suppress(OSError):
            handle = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
