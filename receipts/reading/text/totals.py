"""Which figure is the total: words weigh, arithmetic decides.

A figure is proved where cash less change gives it, where it stands three times with a total's word
beside it, or where the articles add up to it. Only a proved total may ever be trusted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from receipts.reading.claim import ReceiptLine
from receipts.reading.text.figures import Line
from receipts.reading.text.roles import Role

_CASH_LESS_CHANGE, _ITEMS, _THRICE = "cash-less-change", "items-add-up", "three-times"
_MOST_PAID = 4  # rows of cash looked at together
_PENNY = Decimal("0.05")
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Total:
    """The figure and what proves it; `contested`: another figure is proved as well; `named`: words
    or arithmetic speak for it, else it is only the largest.
    """

    value: Decimal
    proofs: tuple[str, ...]
    contested: bool
    named: bool


def total_of(lines: Sequence[Line], articles: Sequence[ReceiptLine]) -> Total | None:
    """The total, None where no row says one and nothing gives one."""
    scores: defaultdict[Decimal, int] = defaultdict(int)
    for value, weight in _named(lines):
        scores[value] += weight
    proofs = _proofs(lines, articles)
    for value, names in proofs.items():
        scores[value] += 40 * (_CASH_LESS_CHANGE in names) + 30 * (_ITEMS in names)
    for value in _rounded(lines, set(scores)):
        scores[value] += 12
    named = bool(scores)
    if not named:
        scores.update(_largest(lines))
    if not scores:
        return None
    stands = Counter(value for line in lines for value in {a.value for a in line.money})
    for value in scores:
        scores[value] += 3 * min(stands[value], 3)
    best = max(scores, key=lambda value: (scores[value], value))
    strong = {line.value for line in lines if line.role is Role.TOTAL}
    proved = {value for value in proofs if stands[value] and (value in strong or value == best)}
    if stands[best] >= 3 and best in strong:
        proofs[best].append(_THRICE)
        proved.add(best)
    sound = tuple(proofs[best]) if stands[best] else ()
    rivals = {value for value in proved - {best} if abs(value - best) not in _steps(lines)}
    return Total(best, sound, bool(rivals) or _paid_otherwise(lines, best), named)


def _named(lines: Sequence[Line]) -> Iterator[tuple[Decimal, int]]:
    """Figures beside words, each with the word's weight."""
    for line in lines:
        values = {a.value for a in line.money if a.value > 0}
        if line.role is Role.TOTAL and len(values) == 1:
            yield values.pop(), 30
        elif line.role is Role.TOTAL:  # the foot of a table: net, tax and perhaps their sum
            yield from ((value, 8) for value in values)
            yield max(values, default=_ZERO), 8
        elif line.role in {Role.WEAK_TOTAL, Role.CARD} and line.value and line.value > 0:
            yield line.value, 10
        elif line.role is Role.CASH and line.value and line.value > 0:
            yield line.value, 4
        elif line.role is Role.SUBTOTAL and line.value and line.value > 0:
            yield line.value, 2


def _proofs(
    lines: Sequence[Line], articles: Sequence[ReceiptLine]
) -> defaultdict[Decimal, list[str]]:
    found: defaultdict[Decimal, list[str]] = defaultdict(list)
    for value in _paid(lines):
        found[value].append(_CASH_LESS_CHANGE)
    if sum(one.amount > 0 for one in articles) > 1:
        summed = sum((one.amount for one in articles), _ZERO)
        added = {summed + more for more in _more(lines)}
        strong = {line.value for line in lines if line.role is Role.TOTAL}
        for total in strong & added:
            if total is not None and total > 0:
                found[total].append(_ITEMS)
    return found


def _paid(lines: Sequence[Line]) -> set[Decimal]:
    """What cash less change can be; both have to stand on the paper."""
    cash = [a.value for line in lines if line.role is Role.CASH for a in line.money[-1:]]
    cash = [value for value in cash if value > 0]
    back = {abs(a.value) for line in lines if line.role is Role.CHANGE for a in line.money[-1:]}
    given = {sum(some, _ZERO) for n in (1, 2) for some in combinations(cash[:_MOST_PAID], n)}
    return {paid - change for paid in given for change in back if paid > change}


def _more(lines: Sequence[Line]) -> set[Decimal]:
    """What may come on top of the articles: nothing, or tax, service and rounding in any choice."""
    kinds = (Role.TAX, Role.SERVICE, Role.ROUNDING)
    extras = [line.value for line in lines if line.role in kinds and line.value is not None]
    some = extras[:5]
    return {sum(chosen, _ZERO) for n in range(len(some) + 1) for chosen in combinations(some, n)}


def _rounded(lines: Sequence[Line], values: set[Decimal]) -> set[Decimal]:
    """Figures that are another one after the rounding the paper states."""
    steps = _steps(lines)
    return {value for value in values for step in steps if {value - step, value + step} & values}


def _steps(lines: Sequence[Line]) -> set[Decimal]:
    """What the paper says was rounded away or up."""
    found = {abs(v) for line in lines if line.role is Role.ROUNDING and (v := line.value)}
    return {step for step in found if step <= _PENNY}


def _paid_otherwise(lines: Sequence[Line], value: Decimal) -> bool:
    """Whether cash was given and change returned once each, and what was kept is another figure."""
    given = [line.value for line in lines if line.role is Role.CASH and line.value]
    back = [line.value for line in lines if line.role is Role.CHANGE and line.value is not None]
    return len(given) == len(back) == 1 and (given[0] or _ZERO) - abs(back[0] or _ZERO) != value


def _largest(lines: Sequence[Line]) -> dict[Decimal, int]:
    """Without any word: the largest amount of money in the lower two thirds."""
    below = [a.value for line in lines[len(lines) // 3 :] for a in line.money if a.value > 0]
    return {max(below): 1} if below else {}
