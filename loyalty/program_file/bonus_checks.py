"""Which fields each kind of bonus reads, and which of them it cannot do without."""

from __future__ import annotations

from collections.abc import Iterator

from loyalty.program_file.codec import Fault, Path
from loyalty.program_file.shapes import fields_of
from loyalty.rules.earning import Bonus, BonusKind

READ: dict[BonusKind, frozenset[str]] = {
    BonusKind.SPEND: frozenset(),
    BonusKind.FIRST: frozenset(),
    BonusKind.NTH: frozenset({"nth", "every"}),
    BonusKind.AGAIN: frozenset({"within_days"}),
    BonusKind.BIRTHDAY: frozenset({"days_before", "days_after"}),
    BonusKind.ANNIVERSARY: frozenset({"days_before", "days_after"}),
    BonusKind.PRODUCT: frozenset({"units", "per_unit"}),
    BonusKind.SET: frozenset({"parts"}),
    BonusKind.TIER_WELCOME: frozenset({"tier"}),
}
"""Fields that only some kinds read; all others are read by every kind."""

NEEDED = {
    BonusKind.SPEND: "spend_minor",
    BonusKind.NTH: "nth",
    BonusKind.AGAIN: "within_days",
    BonusKind.PRODUCT: "units",
}
"""The number without which a kind of bonus means nothing."""

_SPECIAL = frozenset().union(*READ.values())


def unread(kind: BonusKind) -> frozenset[str]:
    """Fields that a kind of bonus does not look at."""
    return _SPECIAL - READ[kind]


def bonus_faults(rule: Bonus, path: Path) -> Iterator[Fault]:
    """`too-small` and `empty` where a kind lacks what it reads, `not-read` where it has more."""
    needed = NEEDED.get(rule.kind)
    if needed and not getattr(rule, needed):
        yield Fault((*path, needed), "too-small", (("least", 1),))
    passed_over = unread(rule.kind)
    for one in fields_of(Bonus):
        if one.name in passed_over and getattr(rule, one.name) != one.default:
            yield Fault((*path, one.name), "not-read")
    if rule.kind is BonusKind.SET and not rule.parts:
        yield Fault((*path, "parts"), "empty")
    for number, part in enumerate(rule.parts):
        if part.everything:
            yield Fault((*path, "parts", number), "empty")
    if rule.kind is BonusKind.PRODUCT and rule.which.everything:
        yield Fault((*path, "which"), "empty")
