"""Facts of an entry as compact JSON text, and back. `v` is the version; old ones stay readable.

The text is hashed as it stands, so it is written once and never rewritten.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, NoReturn
from uuid import UUID

from loyalty.accrual.explanation import Explanation, Part
from loyalty.basket import Line
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Lot
from loyalty.ledger.count import Count
from loyalty.ledger.entry import EntryKey, LotRef
from loyalty.points import Rounding
from loyalty.sales.returned import Returned
from loyalty.sales.sale import Sale, SaleLine, Used


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
    except (ValueError, RecursionError):
        raise LoyaltyError("body-unreadable") from None
    if not isinstance(document, dict) or document.get("v") != 1:
        raise LoyaltyError("body-unreadable")
    return document


@contextmanager
def _reading() -> Iterator[None]:
    """Whatever is wrong with a body, from a missing key to an impossible line, has one name."""
    try:
        yield
    except (KeyError, TypeError, ValueError, OverflowError, LoyaltyError):
        raise LoyaltyError("body-unreadable") from None


def sale_body(sale: Sale) -> str:
    """The facts of a sale. The member and the program stand in the entry itself."""
    return compact({"v": 1, **sale_document(sale)})


def sale_document(sale: Sale) -> dict[str, Any]:
    """The facts of a sale inside a body."""
    later: dict[str, Any] = {
        "el": sale.earned_slides,
        "ve": _day(sale.vests_on),
        "t": counts_rows(sale.counts),
        "mi": sale.minute,
        "by": str(sale.person) if sale.person else "",
        "g": list(sale.given),
    }
    return {
        "c": sale.currency,
        "l": [_line(sold) for sold in sale.lines],
        "u": [_used(used) for used in sale.used],
        "d": [_lot(lot) for lot in sale.drawn],
        "x": _explanation(sale.explanation),
        "o": sale.operator,
        "s": str(sale.shift) if sale.shift else "",
        "e": _day(sale.earned_until),
        "n": sale.number,
        **{name: fact for name, fact in later.items() if fact},  # read as nothing where absent
    }


def sale_from(body: str, source: UUID, member: UUID | None, program: int) -> Sale:
    """The sale a body tells of; LoyaltyError `body-unreadable`."""
    return sale_from_document(opened(body), source, member, program)


def sale_from_document(
    document: Mapping[str, Any], source: UUID, member: UUID | None, program: int
) -> Sale:
    """The sale inside a body; LoyaltyError `body-unreadable`."""
    with _reading():
        lines = tuple(_line_from(row) for row in _rows(document["l"]))
        return Sale(
            id=source,
            member=member,
            program=program,
            currency=_text(document["c"]),
            lines=lines,
            used=tuple(_used_from(row) for row in _rows(document["u"])),
            drawn=tuple(_lot_from(row) for row in _rows(document["d"])),
            explanation=_explanation_from(document["x"], program, len(lines)),
            operator=_text(document["o"]),
            shift=_shift_from(document["s"]),
            earned_until=_day_from(document["e"]),
            number=_text(document["n"]),
            earned_slides=_count(document.get("el", 0)),
            vests_on=_day_from(document.get("ve", "")),
            counts=counts_from_rows(document.get("t", []), len(lines)),
            minute=_count(document.get("mi", 0)),
            person=_shift_from(document.get("by", "")),
            given=tuple(_text(code) for code in _rows(document.get("g", []))),
        )


def counts_from_body(body: str) -> tuple[Count, ...]:
    """The counts of any entry but a sale; LoyaltyError `body-unreadable`."""
    document = opened(body)
    with _reading():
        return counts_from_rows(document.get("t", []))


def counts_rows(counts: Iterable[Count]) -> list[list[Any]]:
    """Counts as rows of a body: name, amount, day, shop's or not, shares."""
    return [[c.name, c.amount, _day(c.on), int(c.shop), list(c.shares)] for c in counts]


def counts_from_rows(rows: object, lines: int | None = None) -> tuple[Count, ...]:
    """Counts of a body; ValueError for what is none. `lines`: how many shares there may be."""
    return tuple(_count_from(row, lines) for row in _rows(rows))


def _count_from(row: list[Any], lines: int | None) -> Count:
    name, amount, on, shop, shares = row
    parts = _numbers(shares)
    if parts and (len(parts) != lines or sum(parts) != amount):
        raise ValueError
    return Count(_text(name), _whole(amount), _day_from(on), bool(_whole(shop)), parts)


def return_body(returned: Returned) -> str:
    """The facts of a return."""
    key, claim = returned.sale, returned.claim
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
            **({"t": counts_rows(returned.counts)} if returned.counts else {}),
            **({"why": returned.why} if returned.why else {}),
            **({"ok": returned.approved} if returned.approved else {}),
            **({"cl": [claim.terminal, claim.epoch, claim.seq]} if claim else {}),
        }
    )


def returned_from(body: str, source: UUID) -> Returned:
    """The return a body tells of; LoyaltyError `body-unreadable`."""
    document = opened(body)
    with _reading():
        clawed, restored, forgiven, waived, owed, bought = map(_whole, document["points"])
        kept_minor, refund_minor = map(_whole, document["money"])
        return Returned(
            id=source,
            sale=_key_from(document["of"]),
            units=tuple(map(_count, document["units"])),
            clawed=clawed,
            restored=restored,
            forgiven=forgiven,
            waived=waived,
            owed=owed,
            bought=bought,
            kept_minor=kept_minor,
            refund_minor=refund_minor,
            void=_flag(document["void"]),
            operator=_text(document["o"]),
            shift=_shift_from(document["s"]),
            counts=counts_from_rows(document.get("t", [])),
            why=_text(document.get("why", "")),
            approved=_text(document.get("ok", "")),
            claim=_key_from(document["cl"]) if "cl" in document else None,
        )


def undone_body(
    entry: EntryKey, operator: str, counts: Iterable[Count] = (), act: UUID | None = None
) -> str:
    """The body of an act that takes another entry back, and its counts. `act`: its id, where the
    source of the entry is another one.
    """
    of = [entry.terminal, entry.epoch, entry.seq]
    rows = counts_rows(counts)
    later = {**({"t": rows} if rows else {}), **({"a": str(act)} if act else {})}
    return compact({"v": 1, "of": of, "o": operator, **later})


def undone_from(body: str) -> EntryKey:
    """Which entry such an act took back; LoyaltyError `body-unreadable`."""
    document = opened(body)
    with _reading():
        return _key_from(document["of"])


def _line(sold: SaleLine) -> list[Any]:
    line = sold.line
    goods = [line.text, line.amount_minor, line.units, line.sku, line.category, line.brand]
    rest = [line.tax_minor, sorted(line.flags), line.reward]
    return [*goods, *rest, sold.earned, sold.paid_points, sold.paid_minor]


def _line_from(row: list[Any]) -> SaleLine:
    text, amount, units, sku, category, brand, tax, flags, reward, *shares = row
    earned, paid_points, paid_minor = shares
    _all_of(str, text, sku, category, brand, reward, *_rows(flags))
    _all_of(int, amount, units, tax, earned, paid_points, paid_minor)
    if min(amount, units, tax, earned, paid_points, paid_minor) < 0:
        _refuse()
    marks = frozenset(flags)
    line = Line(text, amount, units, sku, category, brand, tax, marks, reward)
    return SaleLine(line, earned, paid_points, paid_minor)


def _used(used: Used) -> list[Any]:
    plain = [used.reward, used.name, used.points, used.value_minor]
    return [*plain, used.voucher, used.stamps] if used.voucher or used.stamps else plain


def _used_from(row: list[Any]) -> Used:
    reward, name, points, value_minor, *marks = row
    voucher, stamps = marks or ("", "")
    numbers = _count(points), _count(value_minor)
    return Used(_text(reward), _text(name), *numbers, _text(voucher), _text(stamps))


def _lot(lot: Lot) -> list[Any]:
    key, slides = lot.ref.key, lot.ref.slides
    where = [key.terminal, key.epoch, key.seq, lot.ref.earned_ms, _day(lot.ref.expires_on)]
    return [*where, lot.points, slides] if slides else [*where, lot.points]


def _lot_from(row: list[Any]) -> Lot:
    terminal, epoch, seq, earned_ms, expires, points, *slides = row
    key = _key_from([terminal, epoch, seq])
    months = _count(slides[0]) if slides else 0
    return Lot(LotRef(key, _whole(earned_ms), _day_from(expires), months), _count(points))


def _key_from(row: list[Any]) -> EntryKey:
    terminal, epoch, seq = map(_count, row)
    return EntryKey(terminal, epoch, seq)


def _explanation(why: Explanation) -> dict[str, Any]:
    return {
        "e": list(why.eligible),
        "x": [list(pair) for pair in why.excluded],
        "p": why.paid_minor,
        "m": why.short_of_minor,
        "r": [_part(part) for part in why.parts],
        "rd": why.rounding.value,
        "w": [] if why.weights == why.eligible else list(why.weights),
        **({"tr": [list(trim) for trim in why.trims]} if why.trims else {}),
        **({"ar": [list(arm) for arm in why.arms]} if why.arms else {}),
        **({"ti": why.tier} if why.tier else {}),
    }


def _explanation_from(document: Mapping[str, Any], program: int, lines: int) -> Explanation:
    eligible = _numbers(document["e"])
    weights = _numbers(document["w"]) or eligible
    if min((*eligible, *weights), default=0) < 0:
        _refuse()
    parts = tuple(_part_from(row) for row in _rows(document["r"]))
    if len(eligible) != lines or len(weights) != lines or (parts and not any(weights)):
        raise ValueError
    return Explanation(
        program=program,
        eligible=eligible,
        excluded=tuple((_count(line), _text(why)) for line, why in document["x"]),
        paid_minor=_count(document["p"]),
        short_of_minor=_count(document["m"]),
        parts=parts,
        rounding=Rounding(document["rd"]),
        weights=weights,
        trims=tuple((_text(cap), _count(points)) for cap, points in document.get("tr", [])),
        arms=tuple((_text(c), _text(arm), _text(name)) for c, arm, name in document.get("ar", [])),
        tier=_text(document.get("ti", "")),
    )


def _part(part: Part) -> list[Any]:
    words = [part.rule, part.name, part.why]
    return [part.kind, part.points, part.step, part.amount, *(words if any(words) else [])]


def _part_from(row: list[Any]) -> Part:
    """Only a limit takes, and a multiplier below one."""
    kind, points, step, amount, *words = row
    rule, name, why = words or ("", "", "")
    _all_of(str, kind, rule, name, why)
    _all_of(int, points, step, amount)
    if step <= 0 or amount < 0 or (points < 0 and kind not in ("limit", "times")):
        _refuse()
    return Part(kind, points, step, amount, rule, name, why)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day_from(text: object) -> date | None:
    return date.fromisoformat(_text(text)) if text != "" else None


def _shift_from(text: object) -> UUID | None:
    return UUID(_text(text)) if text != "" else None


def _rows(value: object) -> list[Any]:
    return value if isinstance(value, list) else _refuse()


def _all_of(kind: type[str] | type[int], *values: object) -> None:
    """Refuse if one is of another kind: what an audit of a million sales asks most often."""
    for value in values:
        if type(value) is not kind:
            _refuse()


def _numbers(value: object) -> tuple[int, ...]:
    """Whole numbers, see `_whole`."""
    numbers = _rows(value)
    _all_of(int, *numbers)
    return tuple(numbers)


def _text(value: object) -> str:
    return value if isinstance(value, str) else _refuse()


def _whole(value: object) -> int:
    """A whole number. JSON's true is an int to Python, and 1.0 equals 1: neither is points."""
    return value if type(value) is int else _refuse()


def _count(value: object) -> int:
    return number if (number := _whole(value)) >= 0 else _refuse()


def _flag(value: object) -> bool:
    return value if isinstance(value, bool) else _refuse()


def _refuse() -> NoReturn:
    raise ValueError
