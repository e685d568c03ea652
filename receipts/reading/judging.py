"""Whether a receipt could be credited at all, whoever presents it wherever: the reasons why not.

What one shop allows (which merchants, how old, how often) comes on top, in `pos/claims.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from receipts.reading.claim import Claim, DocumentKind, Outcome

AHEAD = timedelta(minutes=10)
"""How far in the future a receipt may lie: tills' clocks are wrong."""
_SIGNED = frozenset({"de-v0", "at-rksv", "regulars"})
_ZONES = timedelta(hours=14)  # a time without a zone may be from the far east of ours
KEY_UNKNOWN = "receipt-key-unknown"
"""The one refusal that enrolling the till mends."""
_TEST_SYSTEM = frozenset({"host", "environment"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a receipt cannot be credited: a code and, for `receipt-check`, the check that failed.

    Codes: `receipt-kind-<kind>`, `receipt-test-system`, `receipt-check`, `receipt-key-unknown` (it
    is signed, and nobody here knows the key), `receipt-amount` (nothing was paid),
    `receipt-future`.
    """

    code: str
    check: str = ""


def refusal(claim: Claim, now: datetime | None = None) -> Refusal | None:
    """The first reason against a receipt, or None. `now`: aware; without it no date is judged."""
    if claim.kind is not DocumentKind.SALE:
        return Refusal(f"receipt-kind-{claim.kind.value}")
    failed = [c for c in claim.checks if c.outcome is Outcome.FAIL and not c.advisory]
    if any(check.name in _TEST_SYSTEM for check in failed):
        return Refusal("receipt-test-system")
    if failed:
        return Refusal("receipt-check", failed[0].name)
    if signed(claim) and claim.outcome("signature") is not Outcome.PASS:
        return Refusal(KEY_UNKNOWN)
    if claim.total is not None and claim.total <= 0:
        return Refusal("receipt-amount")
    if now is not None and _in_the_future(claim.issued_at, now):
        return Refusal("receipt-future")
    return None


def signed(claim: Claim) -> bool:
    """Whether it carries a signature that can be checked here once its till is enrolled."""
    return claim.scheme in _SIGNED


def doubts(claim: Claim) -> tuple[str, ...]:
    """Checks that failed without refusing it: a person should look."""
    failed = (c for c in claim.checks if c.outcome is Outcome.FAIL and c.advisory)
    return tuple(check.name for check in failed)


def _in_the_future(issued_at: str | None, now: datetime) -> bool:
    if issued_at is None or len(issued_at) < 10:
        return issued_at is not None and issued_at > f"{now + _ZONES:%Y-%m}"
    try:
        moment = datetime.fromisoformat(issued_at)
    except ValueError:
        return True  # no date we understand: not before it is understood
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC) > now + AHEAD + _ZONES
    return moment > now + AHEAD
