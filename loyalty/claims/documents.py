"""Claims as bodies of entries, and back. Nothing of a buyer is in them: a receipt's own text is
never kept, only what was decoded and is needed to know it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from loyalty.basket import Basket, Line
from loyalty.claims.credit import Credit
from loyalty.claims.receipt import Form, Receipt
from loyalty.errors import LoyaltyError
from loyalty.ledger.count import Count
from loyalty.ledger.documents import (
    compact,
    counts_from_rows,
    counts_rows,
    opened,
    sale_document,
    sale_from,
    sale_from_document,
)
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.sales.sale import Sale


def credit_body(credit: Credit) -> str:
    """The facts of a credited receipt."""
    later = {
        "g": list(credit.gone) if any(credit.gone) else [],
        "ok": credit.approved,
        "over": credit.overruled,
        "why": credit.why,
        "n": credit.attempt,
        "a": credit.act,
    }
    kept = {name: fact for name, fact in later.items() if fact}
    return compact({"v": 1, "r": _row(credit.receipt), "x": sale_document(credit.sale), **kept})


def credit_from(entry: Entry) -> Credit:
    """The credited receipt an entry tells of; LoyaltyError `body-unreadable`."""
    document = opened(entry.body)
    receipt = _receipt(document)
    inside = document.get("x")
    if not isinstance(inside, dict):
        raise LoyaltyError("body-unreadable")
    sale = sale_from_document(inside, entry.source, entry.member, entry.program)
    gone = document.get("g") or [0] * len(sale.lines)
    texts = [document.get(name, "") for name in ("ok", "over", "why", "a")]
    attempt = document.get("n", 0)
    good = all(isinstance(text, str) for text in texts) and type(attempt) is int
    fits = isinstance(gone, list) and len(gone) == len(sale.lines)
    if (
        not good
        or not fits
        or not all(_within(g, u) for g, u in zip(gone, sale.units, strict=True))
    ):
        raise LoyaltyError("body-unreadable")
    approved, overruled, why, act = texts
    return Credit(receipt, sale, tuple(gone), approved, overruled, why, attempt, act)


def sale_in(entry: Entry) -> Sale | None:
    """What an entry says was bought: a sale, or a receipt credited as one; None for other acts.

    LoyaltyError `body-unreadable`.
    """
    if entry.kind is Kind.CLAIM:
        return credit_from(entry).sale
    if entry.kind is not Kind.SALE:
        return None
    return sale_from(entry.body, entry.source, entry.member, entry.program)


def _within(gone: object, units: int) -> bool:
    return type(gone) is int and 0 <= gone <= units


def word_body(
    receipt: Receipt,
    operator: str,
    *,
    why: str = "",
    again: bool = False,
    counts: tuple[Count, ...] = (),
    of: EntryKey | None = None,
    attempt: int = 0,
    reason: str = "",
    basket: Basket | None = None,
) -> str:
    """The body of what is said of a receipt without points: asked, declined, taken back.

    `of`: the credit that is taken back, with its counts. `reason`: why a person was asked, and the
    `basket` that is credited if they say yes.
    """
    later: dict[str, Any] = {
        "why": why,
        "again": again,
        "t": counts_rows(counts),
        "of": [of.terminal, of.epoch, of.seq] if of else [],
        "n": attempt,
        "over": reason,
        "b": [_line_row(line) for line in basket.lines] if basket else [],
    }
    kept = {name: fact for name, fact in later.items() if fact}
    return compact({"v": 1, "r": _row(receipt), "o": operator, **kept})


def asked_basket(body: str, receipt: Receipt) -> Basket:
    """The basket of a receipt that was asked for; LoyaltyError `body-unreadable`."""
    rows = opened(body).get("b")
    try:
        lines = [_line(row) for row in rows] if isinstance(rows, list) else []
        return Basket(receipt.currency, tuple(lines))
    except (TypeError, ValueError, LoyaltyError):
        raise LoyaltyError("body-unreadable") from None


def _line_row(line: Line) -> list[Any]:
    texts = (line.text, line.sku, line.category, line.brand)
    return [*texts, line.amount_minor, line.units, sorted(line.flags)]


def _line(row: list[Any]) -> Line:
    text, sku, category, brand, amount, units, flags = row
    return Line(
        _text(text),
        _whole(amount),
        _whole(units),
        sku=_text(sku),
        category=_text(category),
        brand=_text(brand),
        flags=frozenset(map(_text, flags)),
    )


def receipt_from(body: str) -> Receipt:
    """The receipt any entry of a claim tells of; LoyaltyError `body-unreadable`."""
    return _receipt(opened(body))


def word_from(body: str) -> tuple[str, str, int]:
    """Who said it, the reason it was asked for, and the attempt; LoyaltyError `body-unreadable`."""
    document = opened(body)
    operator, reason = document.get("o", ""), document.get("over", "")
    attempt = document.get("n", 0)
    if not (isinstance(operator, str) and isinstance(reason, str) and type(attempt) is int):
        raise LoyaltyError("body-unreadable")
    return operator, reason, attempt


def again_from(body: str) -> bool:
    """Whether a receipt may be presented once more; LoyaltyError `body-unreadable`."""
    return opened(body).get("again", False) is True


def withdrawn_counts(body: str) -> tuple[Count, ...]:
    """What a credit that is taken back takes off; LoyaltyError `body-unreadable`."""
    try:
        return counts_from_rows(opened(body).get("t", []))
    except (TypeError, ValueError):
        raise LoyaltyError("body-unreadable") from None


def _row(receipt: Receipt) -> dict[str, Any]:
    own = receipt.own
    row: dict[str, Any] = {
        "s": receipt.scheme,
        "k": receipt.key,
        "i": receipt.issuer,
        "m": receipt.total_minor,
        "c": receipt.currency,
        "d": receipt.issued_on.isoformat(),
        "at": receipt.issued_ms,
        "f": receipt.form.value,
        "z": receipt.sealed or None,
        "dv": receipt.device,
        "n": receipt.counter,
        "of": [own.terminal, own.epoch, own.seq] if own else None,
        "l": receipt.likeness,
    }
    return {n: fact for n, fact in row.items() if fact is not None and fact != ""}


def _receipt(document: Mapping[str, Any]) -> Receipt:
    row = document.get("r")
    if not isinstance(row, dict):
        raise LoyaltyError("body-unreadable")
    try:
        own = row.get("of")
        return Receipt(
            scheme=_text(row["s"]),
            key=_text(row["k"]),
            issuer=_text(row.get("i", "")),
            total_minor=_whole(row.get("m", 0)),
            currency=_text(row["c"]),
            issued_on=date.fromisoformat(_text(row["d"])),
            issued_ms=_whole(row["at"]) if "at" in row else None,
            form=Form(row.get("f", Form.CODE.value)),
            sealed=row.get("z", False) is True,
            device=_text(row.get("dv", "")),
            counter=_whole(row["n"]) if "n" in row else None,
            own=EntryKey(*map(_whole, own)) if own else None,
            likeness=_whole(row["l"]) if "l" in row else None,
        )
    except (KeyError, TypeError, ValueError):
        raise LoyaltyError("body-unreadable") from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError
    return value
