"""Why a receipt is not credited, or not without a person: each reason a code with its facts.

The first reason in the order of `reasons` is told. What a supervisor may overrule is in
`OVERRULED`; nobody can have a receipt credited twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from loyalty.claims.receipt import OWN, Claimed, Form, Receipt
from loyalty.ledger.count import RECEIPT_POINTS, RECEIPTS
from loyalty.ledger.entry import Kind
from loyalty.members.history import History
from loyalty.redemption.chosen import Reason
from loyalty.rules.claiming import ClaimRule
from loyalty.rules.limits import Limit, Period

AHEAD_MS = 10 * 60_000  # tills' clocks are wrong
NEAR_MS = 2 * 60_000
ALIKE_BITS = 10
"""Two pictures are of one receipt when so many of their 64 bits differ at most: that finds nine of
ten second photographs, and takes three of a thousand other receipts of the day before a person.
"""
_HOUR_MS = 3_600_000
_LIVE = (Kind.CLAIM, Kind.CLAIM_ASKED)

OVERRULED = frozenset(
    {
        "claim-too-old",
        "claim-too-small",
        "claim-limit",
        "claim-same-visit",
        "claim-look-alike",
        "claim-out-of-order",
        "claim-issuer-unknown",
        "claim-device-unknown",
        "claim-declined",
        "claim-photo",
        "claim-doubt",
        "claim-waiting",
    }
)
"""Reasons that a person with the right may overrule, and stand in the entry as overruled."""


def reasons(
    receipt: Receipt, rule: ClaimRule, now_ms: int, on: date, history: History
) -> Iterable[Reason]:
    """What speaks against a receipt by its own facts and the member's, most final first."""
    if receipt.issued_on > on or (receipt.issued_ms or 0) > now_ms + AHEAD_MS:
        yield Reason("claim-future")
    if reason := _age(receipt, rule, now_ms, on):
        yield reason
    if receipt.total_minor < rule.minimum_minor:
        yield _reason("claim-too-small", minimum_minor=rule.minimum_minor)
    if rule.unsigned_minor and receipt.total_minor > rule.unsigned_minor and not receipt.sealed:
        yield _reason("claim-doubt", check="total")  # anybody can print such a figure
    for limit in rule.limits:
        if _used_up(limit, history, on):
            yield _reason("claim-limit", per=limit.per.value)


def _age(receipt: Receipt, rule: ClaimRule, now_ms: int, on: date) -> Reason | None:
    if receipt.scheme == OWN:
        age_ms = now_ms - receipt.issued_ms if receipt.issued_ms is not None else 0
        late = age_ms > rule.own_hours * _HOUR_MS
        return _reason("claim-too-old", hours=rule.own_hours) if late else None
    if (on - receipt.issued_on).days > rule.days or not rule.days:
        return _reason("claim-too-old", days=rule.days)
    return None


def _used_up(limit: Limit, history: History, on: date) -> bool:
    if limit.per is Period.BASKET:
        return False
    times = history.count(RECEIPTS, limit.per, on)
    points = history.count(RECEIPT_POINTS, limit.per, on)
    return (limit.times is not None and times >= limit.times) or (
        limit.points is not None and points >= limit.points
    )


def points_left(rule: ClaimRule, history: History, on: date) -> tuple[str, int] | None:
    """The tightest limit of points, by its period, and what it leaves; None without one."""
    left = [
        (
            limit.points
            - (0 if limit.per is Period.BASKET else history.count(RECEIPT_POINTS, limit.per, on)),
            limit.per.value,
        )
        for limit in rule.limits
        if limit.points is not None
    ]
    if not left:
        return None
    points, per = min(left)
    return per, max(0, points)


def look_alike(receipt: Receipt, others: Iterable[Claimed]) -> Claimed | None:
    """An earlier receipt that may be this very one: of the same merchant with the same total
    within two minutes, or a picture that looks the same. A photograph may be of a receipt whose
    code was credited, under another name of the merchant: for it the total and the time decide.

    Two codes that were both signed with known keys are two receipts, however alike: their numbers
    are not made up. So two honest coffees a minute apart both count.
    """
    for other in others:
        if other.kind not in _LIVE or (other.receipt.sealed and receipt.sealed):
            continue
        if other.kind is Kind.CLAIM_ASKED and receipt.sealed:
            continue  # who looks at that one will see this; it must not stop what is genuine
        if _same_sum(receipt, other.receipt) or _same_picture(receipt, other.receipt):
            return other
    return None


def _same_sum(one: Receipt, other: Receipt) -> bool:
    if (one.total_minor, one.currency) != (other.total_minor, other.currency):
        return False
    photograph = Form.PHOTO in (one.form, other.form)
    if one.issuer != other.issuer and not photograph:
        return False
    if one.issued_ms is None or other.issued_ms is None:
        # Without a time of day only photographs are doubted: codes have their numbers.
        return one.issued_on == other.issued_on and photograph
    return abs(one.issued_ms - other.issued_ms) <= NEAR_MS


def _same_picture(one: Receipt, other: Receipt) -> bool:
    if one.likeness is None or other.likeness is None or one.issued_on != other.issued_on:
        return False
    return (one.likeness ^ other.likeness).bit_count() <= ALIKE_BITS


def same_visit(receipt: Receipt, rule: ClaimRule, others: Iterable[Claimed]) -> Claimed | None:
    """A credited receipt of the same merchant that is too close, where the program says so."""
    if not rule.gap_minutes or receipt.issued_ms is None:
        return None
    for other in others:
        near = other.receipt.issued_ms
        if other.kind is not Kind.CLAIM or near is None or other.receipt.issuer != receipt.issuer:
            continue
        if abs(near - receipt.issued_ms) < rule.gap_minutes * 60_000:
            return other
    return None


def out_of_order(receipt: Receipt, before: Receipt | None, after: Receipt | None) -> Reason | None:
    """A device counts up as time goes by: the neighbours by counter say whether this one can be.

    `before`, `after`: the credited receipts of the device with the next lower and higher counter.
    Nobody can fake that without knowing which receipts were ever presented.
    """
    if receipt.counter is None:
        return None
    for other, wrong in ((before, -1), (after, 1)):
        if other is None or other.counter is None:
            continue
        if other.counter == receipt.counter or _ahead(receipt, other) * wrong > NEAR_MS:
            return _reason("claim-out-of-order", counter=receipt.counter)
    return None


def _ahead(receipt: Receipt, other: Receipt) -> int:
    """Milliseconds by which it is later; whole days where one of them knows no time of day."""
    if receipt.issued_ms is None or other.issued_ms is None:
        return (receipt.issued_on - other.issued_on).days * 24 * _HOUR_MS
    return receipt.issued_ms - other.issued_ms


def first_of(found: Sequence[Reason], overruled: bool) -> Reason | None:
    """The reason to tell: the first that stands, those that were overruled left out."""
    return next((r for r in found if not (overruled and r.code in OVERRULED)), None)


def _reason(code: str, **facts: int | str) -> Reason:
    return Reason(code, tuple(facts.items()))
