"""`regulars ocr FILE…` and `regulars layouts`: receipts without a code, read from their print.

What is read only fills a form in. Nothing is credited here, and nothing is sent anywhere.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from loyalty.errors import LoyaltyError
from pos.cli.opened import opened
from pos.cli.told import Error, Facts, Refused, Told
from pos.cli.wording import sentence
from pos.clock import SystemClock
from pos.devices.ocr import MOST_BYTES, OcrProcess
from pos.devices.reading_text import SeenText, TextReader
from pos.photographs import (
    Photograph,
    expected,
    forget_layout,
    layouts,
    learn_layout,
    read_picture,
)
from pos.places import Places
from pos.settings import read_settings
from pos.trouble import TroubleError
from receipts.reading.claim import Claim, ReceiptLine
from receipts.reading.text.claiming import claim_of, kind_of
from receipts.reading.text.page import Page
from receipts.reading.text.reading import read_text
from receipts.reading.text.receipt import Expected, TextReceipt
from receipts.writing.plain import plain

_MOST_TEXT = 100_000  # bytes; a receipt's text is a hundredth of it
_NO_PICTURE = SeenText((), 0)


def read_all(options: Namespace, places: Places) -> Told:
    """Each file's fields; an error where a file could not be read."""
    with _known(places, options.country) as known, closing(OcrProcess()) as reader:
        read = [_facts_of(path, reader, known) for path in options.files]
    failed = [one for one in read if one["error"]]
    lines = tuple(line for one in read for line in _lines(one))
    if len(read) == 1:
        error = failed[0]["error"] if failed else None
        facts = {name: value for name, value in read[0].items() if name != "error"}
        return Told(facts, lines, Error(error["code"], error["facts"]) if error else None)
    some = Error("ocr-some", {"failed": len(failed), "of": len(read)}) if failed else None
    return Told({"files": read}, lines, some)


def read_picture_text(path: Path, places: Places) -> Claim:
    """What the print of a picture, or a file of plain text, says: a claim of the scheme "text".

    LoyaltyError `ocr-nothing`; TroubleError as `TextReader.read`; Refused `text-file-unreadable`.
    """
    with _known(places, "") as known, closing(OcrProcess()) as reader:
        found = _photograph(path, reader, known)
    return claim_of(found.receipt, found.page)


def list_layouts(options: Namespace, places: Places) -> Told:
    """Merchants whose receipts' layout was learned."""
    with opened(places) as shop, shop.store.reading() as view:
        known = layouts(view)
    facts = [{"name": one.name, "merchant": one.merchant} for one in known]
    lines = tuple(f"{plain(one.name, 40)}  {plain(one.merchant, 60)}" for one in known)
    return Told({"layouts": facts}, lines or ("No layout was learned yet.",))


def learn(options: Namespace, places: Places) -> Told:
    """Learn where a merchant prints its fields, from one receipt whose fields are known."""
    with opened(places) as shop, closing(OcrProcess()) as reader:
        with shop.store.reading() as view:
            known = expected(shop, view)
        found = _photograph(options.file, reader, known)
        template = learn_layout(
            shop, found, options.issuer, options.total, options.date, options.number
        )
    where = f"below “{template.total.label}”" if template.total.below else template.total.label
    facts = {"name": template.name, "merchant": template.merchant, "total": template.total.label}
    return Told(facts, (f"Learned. The total stands at: {plain(where, 60)}",))


def forget(options: Namespace, places: Places) -> Told:
    """Forget a layout; the merchant's receipts are read by the rules alone."""
    with opened(places) as shop:
        forget_layout(shop, options.name)
    return Told({"forgotten": options.name}, ("Forgotten.",))


@contextmanager
def _known(places: Places, country: str) -> Iterator[Expected]:
    """What the shop knows, where there is one; else what the settings say."""
    if places.database.exists():
        with opened(places) as shop, shop.store.reading() as view:
            known = expected(shop, view)
    else:
        settings, _ = read_settings(places.settings)
        today = SystemClock(ZoneInfo(settings.zone)).today()
        known = Expected(today, settings.country)  # no shop, so no currency of its own
    yield replace(known, country=country) if country else known


def _facts_of(path: Path, reader: TextReader, known: Expected) -> Facts:
    try:
        found = _photograph(path, reader, known)
    except (TroubleError, Refused) as no:
        facts = {**no.facts, "path": str(path)}
        return {"file": str(path), "error": _error(no.code, facts)}
    except LoyaltyError as no:
        return {"file": str(path), "error": _error(no.code, no.facts)}
    return {"file": str(path), **_fields(found.receipt), **_made(found), "error": None}


def _error(code: str, facts: Mapping[str, object]) -> Facts:
    return {"code": code, "facts": dict(facts), "sentence": sentence(code, facts)}


def _photograph(path: Path, reader: TextReader, known: Expected) -> Photograph:
    """A picture through the reader, a file of text by the rules alone."""
    raw = _bytes(path)
    text = _text(raw)
    if text is None:
        return read_picture(reader, raw, known)
    page = Page.of_text(text)
    if not page.rows:
        raise LoyaltyError("ocr-nothing")
    return Photograph(read_text(page, known), page, _NO_PICTURE)


def _text(raw: bytes) -> str | None:
    """UTF-8 without signs no text has; None for a picture."""
    if b"\0" in raw or len(raw) > _MOST_TEXT:
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise Refused("text-file-unreadable", path=str(path)) from None


def _fields(receipt: TextReceipt) -> Facts:
    return {
        "merchant": receipt.merchant,
        "merchant_key": receipt.merchant_key,
        "merchant_score": receipt.merchant_score,
        "tax_number": receipt.tax_number,
        "date": receipt.on.isoformat() if receipt.on else None,
        "time": receipt.at or None,
        "total": None if receipt.total is None else f"{receipt.total:f}",
        "currency": receipt.currency,
        "number": receipt.number,
        "lines": [_article(one) for one in receipt.lines],
        "trusted": receipt.trusted,
        "reasons": list(receipt.reasons),
        "template": receipt.template,
    }


def _article(one: ReceiptLine) -> Facts:
    return {"text": one.text, "amount": f"{one.amount:f}", "units": one.units}


def _made(found: Photograph) -> Facts:
    seen = found.seen
    return {
        "kind": kind_of(found.page).value,
        "rows": [row.text for row in found.page.rows],
        "words": sum(len(row.words) for row in found.page.rows),
        "likeness": f"{seen.likeness:016x}",
        "sharpness": seen.sharpness,
        "ms": seen.ms,
        "cpu_ms": seen.cpu_ms,
        "memory_mb": seen.memory_mb,
    }


def _lines(read: Facts) -> list[str]:
    shown = plain(read["file"], 200)
    if read["error"]:
        return [f"{shown}: {read['error']['sentence']}"]
    when = " ".join(part for part in (read["date"], read["time"]) if part)
    total = f"{read['total']} {read['currency']}" if read["total"] else ""
    known = " (enrolled)" if read["merchant_key"] else " (not enrolled)"
    rows = (
        ("merchant", read["merchant"] and plain(read["merchant"], 60) + known),
        ("date", when),
        ("total", total),
        ("number", plain(read["number"], 40)),
        ("layout", plain(read["template"], 40)),
        ("trust", _trust(read)),
    )
    return [shown, *(f"  {name:<9} {said or '–'}" for name, said in rows)]


_WHY = {
    "cash-less-change": "cash less change is the total",
    "items-add-up": "the articles add up to the total",
    "three-times": "the total stands there three times",
    "total-guessed": "no word says which figure is the total",
    "no-total": "no total was found",
    "total-unproved": "nothing on the paper proves the total",
    "total-contested": "two totals are proved",
    "no-date": "no date was found",
    "several-dates": "there are several dates",
    "date-unsure": "day and month could be the other way round",
}


def _trust(read: Facts) -> str:
    said = "; ".join(_WHY[reason] for reason in read["reasons"])
    return f"{'checked' if read['trusted'] else 'look at it'}: {said}"
