"""`regulars receipt FILE|-`: what the code of a receipt says, and whether it could be credited.

Nothing is booked and no shop is needed; one that is there lends the keys it knows. A file is a
picture by its first bytes or its name, else the code itself as a scanner would hand it over. Where
there is no code, the print itself is read.
"""

from __future__ import annotations

import os
import re
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from loyalty.errors import LoyaltyError
from pos.cli.opened import opened
from pos.cli.photographing import read_picture_text
from pos.cli.receipt_words import broken
from pos.cli.told import Error, Facts, Refused, Told
from pos.cli.wording import sentence
from pos.clock import SystemClock
from pos.devices.ports import Scan
from pos.devices.stills import MOST_BYTES, read_still
from pos.places import Places
from pos.presenting import enrolled_keys
from pos.trouble import TroubleError
from receipts.reading.claim import Claim, KnownKeys, ReceiptLine
from receipts.reading.judging import doubts, refusal
from receipts.reading.payload import LONGEST
from receipts.reading.schemes import read_code
from receipts.reading.text.claiming import SCHEME as PRINT
from receipts.writing.plain import plain

_STDIN = "-"
_HEAD = 16  # bytes: enough to know a picture by
# No shorter: an invoice's number, too, may begin with BM.
_PICTURE = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF.{4}WEBP", re.DOTALL
)
PICTURES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".pgm", ".ppm", ".heic"}
)
_PERSON = "It could be credited once somebody has compared it with the paper."
_TOTAL = "It could be credited once its total is typed: the code holds none."
_MOST_TEXT = 100_000  # bytes, as the reader of print takes
_FEWEST_WORDS = 4
_NO_CODE = frozenset({"receipt-unknown", "receipt-too-long"})
_NO_PRINT = frozenset({"ocr-absent", "ocr-nothing"})
_READ = ("scheme", "merchant", "receipt", "total", "currency", "issued_at", "kind")
_NOTHING_READ: Facts = {
    **dict.fromkeys(_READ),
    "checks": {},
    "device": None,
    "counter": None,
    "doubts": [],
    "lines": [],
}
"""The shape of an answer, whatever could be read."""


def show(options: Namespace, places: Places) -> Told:
    """One receipt, judged; status 0 only where it could be credited."""
    try:
        claims = tuple(_claims(options, _known_keys(options, places), places))
    except (LoyaltyError, TroubleError, Refused) as no:
        return _refused(_NOTHING_READ | {"scheme": no.facts.get("scheme")}, no.code, no.facts)
    if len(claims) > 1:
        facts = {"receipts": [_facts(claim) for claim in claims]}
        return _refused(_NOTHING_READ | facts, "receipt-several", {"count": len(claims)})
    return _judged(claims[0])


def _known_keys(options: Namespace, places: Places) -> KnownKeys:
    """The shop's, where there is a shop, and those that are named."""
    named: KnownKeys = dict(options.keys or ())
    if not places.database.exists():
        return named
    with opened(places) as shop, shop.store.reading() as view:
        return {**enrolled_keys(view), **named}


def _claims(options: Namespace, keys: KnownKeys, places: Places) -> Iterator[Claim]:
    """The receipts shown, each once. LoyaltyError as `read_code`; Refused, TroubleError: files."""
    if (options.text is None) == (options.file is None):
        raise Refused("receipt-input")
    if options.text is not None:
        yield read_code(os.fsencode(options.text), keys)
        return
    with _file(options.file) as (path, begins):
        if is_picture(path, begins):
            yield from _of_picture(read_still(path), keys) or (_of_print(path, places),)
        else:
            yield _of_bytes(path, keys, places)


def _of_picture(scans: list[Scan], keys: KnownKeys) -> tuple[Claim, ...]:
    """A receipt may carry other codes besides its own: those count only if there is no other."""
    found: dict[tuple[str, str | None, str], Claim] = {}
    unread: list[LoyaltyError] = []
    for scan in scans:
        try:
            claim = read_code(scan.data or scan.text, keys)
        except LoyaltyError as no:
            unread.append(no)
        else:
            found.setdefault((claim.scheme, claim.merchant, claim.key), claim)
    begun = next((no for no in unread if no.code != "receipt-unknown"), None)
    if not found and begun is not None:
        raise begun
    return tuple(found.values())


def _of_print(path: Path, places: Places) -> Claim:
    """What is printed, where no code of a receipt can be read."""
    try:
        return read_picture_text(path, places)
    except (LoyaltyError, TroubleError) as no:
        if no.code in _NO_PRINT:
            raise Refused("receipt-no-code") from no
        raise


def _of_bytes(path: Path, keys: KnownKeys, places: Places) -> Claim:
    """The code itself, or several lines of a receipt's text."""
    try:
        return read_code(_bytes(path, LONGEST + 1), keys)
    except LoyaltyError as no:
        if no.code not in _NO_CODE or not _has_lines(_bytes(path, _MOST_TEXT)):
            raise
    return read_picture_text(path, places)


def _has_lines(raw: bytes) -> bool:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return "\0" not in text and len(text.split()) >= _FEWEST_WORDS and len(text.splitlines()) > 2


@contextmanager
def _file(name: Path) -> Iterator[tuple[Path, bytes]]:
    """A file and its first bytes; standard input becomes one, because pictures are read by name."""
    if str(name) != _STDIN:
        yield name, _bytes(name, _HEAD)
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "standard-input"
        path.write_bytes(sys.stdin.buffer.read(MOST_BYTES + 1))
        yield path, _bytes(path, _HEAD)


def is_picture(path: Path, begins: bytes) -> bool:
    """Whether a file is a picture, by its first bytes or its name."""
    return _PICTURE.match(begins) is not None or path.suffix.lower() in PICTURES


def _bytes(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise Refused("receipt-file-unreadable", path=str(path)) from None


def _judged(claim: Claim) -> Told:
    facts = _facts(claim)
    if claim.scheme == PRINT and None in (claim.total, claim.issued_at):
        return _refused(facts, "receipt-print", {}, tuple(_lines(facts)))
    reason = refusal(claim, SystemClock(ZoneInfo("UTC")).now())
    if reason is None:
        facts |= {"accepted": True, "reason": "", "sentence": ""}
        return Told(facts, (*_lines(facts), _end(claim)))
    of = {"check": reason.check, "what": broken(reason.check)}
    return _refused(facts, reason.code, of, tuple(_lines(facts)))


def _end(claim: Claim) -> str:
    if claim.scheme == PRINT or doubts(claim):
        return _PERSON
    return _TOTAL if claim.total is None else "It could be credited."


def _refused(
    facts: Facts, code: str, of: Mapping[str, object], lines: tuple[str, ...] = ()
) -> Told:
    said = {"accepted": False, "reason": code, "sentence": sentence(code, of)}
    return Told(facts | said, lines, Error(code, of))


def _facts(claim: Claim) -> Facts:
    facts: Facts = {
        "scheme": claim.scheme,
        "merchant": claim.merchant,
        "receipt": claim.receipt,
        "total": None if claim.total is None else f"{claim.total:f}",
        "currency": claim.currency,
        "issued_at": claim.issued_at,
        "kind": claim.kind.value,
        "checks": {check.name: check.outcome.value for check in claim.checks},
        "device": claim.device,
        "counter": claim.counter,
        "doubts": list(doubts(claim)),
        "lines": [_line(line) for line in claim.lines],
    }
    return facts


def _line(line: ReceiptLine) -> Facts:
    return {"text": line.text, "units": line.units, "amount": f"{line.amount:f}"}


def _lines(facts: Facts) -> Iterator[str]:
    said = {name: plain(str(value), 120) for name, value in facts.items() if value is not None}
    yield f"{said['scheme']}: {said['kind']}"
    yield f"shop {said.get('merchant', 'not told')}, receipt {said.get('receipt', 'not numbered')}"
    paid = f"{said['total']} {said['currency']}".rstrip() if "total" in said else "total not told"
    yield f"{paid}, {said.get('issued_at', 'time not told')}"
    yield from (f"{name}: {outcome}" for name, outcome in facts["checks"].items())
    yield from (f"look at this: {broken(doubt)}" for doubt in facts["doubts"])
    for line in facts["lines"]:
        yield f"{line['units']} × {plain(line['text'], 60)}: {line['amount']}"
