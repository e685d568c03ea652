"""Facts of an entry as compact JSON text, and back. `v` is the version; old ones stay readable.

The text is hashed as it stands, so it is written once and never rewritten.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from loyalty.account import Lot
from loyalty.basket import Line
from loyalty.entry import EntryKey, LotRef
from loyalty.errors import LoyaltyError
from loyalty.explanation import Explanation, Part
from loyalty.points import Rounding
from loyalty.returned import Returned
from loyalty.sale import Sale, SaleLine, Used


def compact(document: Mapping[str, Any]) -> str:
    """JSON text with sorted keys and no blanks; half a surrogate pair becomes U+FFFD.

    Such a half can come from a file or a keyboard, and could be neither hashed nor stored.
    """
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def opened(body: str) -> dict[str, Any]:
    """The document of a body; LoyaltyError `body-unreadable` if it is none we know."""
    try:
        document = json.loads(body)
    except ValueError:
        raise LoyaltyError("body-unreadable") from None
    if not isinstance(document, dict) or document.get("v") != 1:
        raise LoyaltyError("body-unreadable")
    return document


def sale_body(sale: Sale) -> str:
    """The facts of a sale. The member and the program stand in the entry itself."""
    return compact(
        {
            "v": 1,
            "c": sale.currency,
            "l": [_line(sold) for sold in sale.lines],
            "u": [[u.reward, u.name, u.points, u.value_minor] for u in sale.used],
            "d": [_lot(lot) for lot in sale.drawn],
            "x": _explanation(sale.explanation),
            "o": sale.operator,
            "s": str(sale.shift) if sale.shift else "",
            "e": _day(sale.earned_until),
            "n": sale.number,
        }
    )


def sale_from(body: str, source: UUID, member: UUID | None, program: int) -> Sale:
    """The sale a body tells of; LoyaltyError `body-unreadable`."""
    document = opened(body)
    try:
        return Sale(
            id=source,
            member=member,
            program=program,
            currency=document["c"],
            lines=tuple(_line_from(row) for row in document["l"]),
            used=tuple(Used(*row) for row in document["u"]),
            drawn=tuple(_lot_from(row) for row in document["d"]),
            explanation=_explanation_from(document["x"], program),
            operator=document["o"],
            shift=UUID(document["s"]) if document["s"] else None,
            earned_until=_day_from(document["e"]),
            number=document["n"],
        )
    except (KeyError, TypeError, ValueError, IndexError):
        raise LoyaltyError("body-unreadable") from None


def return_body(returned: Returned) -> str:
    """The facts of a return."""
    key = returned.sale
    return compact(
        {
            "v": 1,
            "of": [key.terminal, key.epoch, key.seq],
            "units": list(returned.units),
            "points": [
                returned.clawed,
                returned.restored,
                returned.forgiven,
                returned.waived,
                returned.owed,
                returned.bought,
            ],
            "money": [returned.kept_minor, returned.refund_minor],
            "void": returned.void,
            "o": returned.operator,
            "s": str(returned.shift) if returned.shift else "",
        }
    )


def returned_from(body: str, source: UUID) -> Returned:
    """The return a body tells of; LoyaltyError `body-unreadable`."""
    document = opened(body)
    try:
        clawed, restored, forgiven, waived, owed, bought = document["points"]
        kept_minor, refund_minor = document["money"]
        return Returned(
            id=source,
            sale=EntryKey(*document["of"]),
            units=tuple(document["units"]),
            clawed=clawed,
            restored=restored,
            forgiven=forgiven,
            waived=waived,
            owed=owed,
            bought=bought,
            kept_minor=kept_minor,
            refund_minor=refund_minor,
            void=document["void"],
            operator=document["o"],
            shift=UUID(document["s"]) if document["s"] else None,
        )
    except (KeyError, TypeError, ValueError):
        raise LoyaltyError("body-unreadable") from None


def undone_body(entry: EntryKey, operator: str) -> str:
    """The body of an act that takes another entry back."""
    return compact({"v": 1, "of": [entry.terminal, entry.epoch, entry.seq], "o": operator})


def undone_from(body: str) -> EntryKey:
    """Which entry such an act took back; LoyaltyError `body-unreadable`."""
    try:
        return EntryKey(*opened(body)["of"])
    except (KeyError, TypeError):
        raise LoyaltyError("body-unreadable") from None


def _line(sold: SaleLine) -> list[Any]:
    line = sold.line
    goods = [line.text, line.amount_minor, line.units, line.sku, line.category, line.brand]
    rest = [line.tax_minor, sorted(line.flags), line.reward]
    return [*goods, *rest, sold.earned, sold.paid_points, sold.paid_minor]


def _line_from(row: list[Any]) -> SaleLine:
    text, amount, units, sku, category, brand, tax, flags, reward, *shares = row
    line = Line(text, amount, units, sku, category, brand, tax, frozenset(flags), reward)
    return SaleLine(line, *shares)


def _lot(lot: Lot) -> list[Any]:
    key = lot.ref.key
    where = [key.terminal, key.epoch, key.seq, lot.ref.earned_ms, _day(lot.ref.expires_on)]
    return [*where, lot.points]


def _lot_from(row: list[Any]) -> Lot:
    terminal, epoch, seq, earned_ms, expires, points = row
    return Lot(LotRef(EntryKey(terminal, epoch, seq), earned_ms, _day_from(expires)), points)


def _explanation(why: Explanation) -> dict[str, Any]:
    return {
        "e": list(why.eligible),
        "x": [list(pair) for pair in why.excluded],
        "p": why.paid_minor,
        "m": why.short_of_minor,
        "r": [[part.rule, part.points, part.step, part.amount] for part in why.parts],
        "rd": why.rounding.value,
        "w": [] if why.weights == why.eligible else list(why.weights),
    }


def _explanation_from(document: Mapping[str, Any], program: int) -> Explanation:
    eligible = tuple(document["e"])
    return Explanation(
        program=program,
        eligible=eligible,
        excluded=tuple((line, why) for line, why in document["x"]),
        paid_minor=document["p"],
        short_of_minor=document["m"],
        parts=tuple(Part(*row) for row in document["r"]),
        rounding=Rounding(document["rd"]),
        weights=tuple(document["w"]) or eligible,
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day_from(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
