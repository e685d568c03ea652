"""What is sold, as typed on a command line: an amount, or lines with prices and units."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loyalty.basket import Basket, Line
from loyalty.money import amount_from_text, currency
from pos.cli.told import Refused
from receipts.writing.plain import plain

_LINE = re.compile(
    r"(?P<text>.*)=(?P<price>[^=@x×*]*)(?:[x×*](?P<units>[^@=]*))?(?:@(?P<category>[^=]*))?",
    re.DOTALL,
)


def basket_of(money: str, amount: str | None, lines: Sequence[str] | None) -> Basket:
    """The basket in the currency `money`. Lines that do not add up to the amount are refused.

    Errors: those of `amount_from_text` and of `Basket`; Refused `line-unreadable`,
    `lines-differ` (both sums), `amount-missing`.
    """
    known = currency(money)
    typed = amount_from_text(amount, known) if amount is not None else None
    rung = tuple(_line(line, money) for line in lines or ())
    if not rung:
        if typed is None:
            raise Refused("amount-missing")
        return Basket(money, (Line("", typed),))
    basket = Basket(money, rung)
    if typed is not None and typed != basket.total_minor:
        raise Refused("lines-differ", lines_minor=basket.total_minor, amount_minor=typed)
    return basket


def _line(text: str, money: str) -> Line:
    found = _LINE.fullmatch(text) if len(text) <= 400 else None
    if found is None:
        raise Refused("line-unreadable", text=text[:40])
    units = _units(found["units"], text)
    price = amount_from_text(found["price"], currency(money))
    category = found["category"] or ""
    return Line(plain(found["text"], 200), price * units, units, category=plain(category, 60))


def _units(typed: str | None, text: str) -> int:
    if typed is None:
        return 1
    if not re.fullmatch(r"[0-9]{1,6}", typed.strip(), re.ASCII):
        raise Refused("line-unreadable", text=text[:40])
    return int(typed)


def returned_units(wanted: Sequence[str] | None, left: tuple[int, ...]) -> tuple[int, ...]:
    """Units of each line of a sale, from `2` (all that is left of line 2) and `2x1` (one of it).

    Refused `return-line` for anything else, and for a line that is not on the slip.
    """
    if not wanted:
        return left
    units = [0] * len(left)
    for text in wanted:
        found = re.fullmatch(r"([0-9]{1,4})(?:[x×*]([0-9]{1,5}))?", text.strip(), re.ASCII)
        number = int(found[1]) if found else 0
        if found is None or not 1 <= number <= len(left):
            raise Refused("return-line", text=text[:20], lines=len(left))
        units[number - 1] += int(found[2]) if found[2] else left[number - 1]
    return tuple(units)
