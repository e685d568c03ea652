"""Stamp cards: what a sale stamps, and the unit a full card pays (program.md 2).

A stamp is a count of the member without a day, line by line, so a returned coffee takes its own
stamp back, and a free coffee that comes back fills the card again.
"""

from __future__ import annotations

from loyalty.accrual.draft import Draft
from loyalty.ledger.count import Count, stamps_of
from loyalty.rules.rewards import StampRule
from loyalty.rules.which import Which


def stamps(draft: Draft) -> tuple[Count, ...]:
    """The stamps a sale gives, from a draft whose `eligible` amounts are known.

    One for each whole unit of a line that was paid in money: a unit that points, vouchers or
    another card paid even in part does not stamp, nor does one without a price, nor a line the
    program excludes. With `spend_minor` one for the visit, from so much eligible amount of the
    lines meant; it goes when the whole sale comes back.
    """
    return tuple(count for rule in draft.program.stamps for count in _stamped(rule, draft))


def _stamped(rule: StampRule, draft: Draft) -> tuple[Count, ...]:
    meant = [rule.which.holds(line) for line in draft.basket.lines]
    name = stamps_of(rule.id)
    if rule.spend_minor:
        spent = sum(minor for minor, hit in zip(draft.eligible, meant, strict=True) if hit)
        return (Count(name, 1),) if spent >= rule.spend_minor else ()
    barred = {line for line, _ in draft.excluded}
    units = tuple(
        line.units * (line.amount_minor - paid) // line.amount_minor
        if hit and number not in barred and line.amount_minor
        else 0
        for number, (line, paid, hit) in enumerate(
            zip(draft.basket.lines, draft.paid, meant, strict=True)
        )
    )
    return (Count(name, sum(units), shares=units),) if any(units) else ()


def free_lines(rule: StampRule) -> Which:
    """The lines of which a full card pays one unit."""
    return rule.which if rule.free.everything else rule.free
