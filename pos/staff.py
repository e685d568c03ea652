"""Operators: signing in by PIN or badge. A PIN is hashed with argon2id and guessed slowly.

After three wrong PINs an operator waits, twice as long each time; the count survives a restart,
so pulling the plug is no way around it. Each terminal-wide guess costs its operator, never others.
"""

from __future__ import annotations

import re
from datetime import timedelta
from enum import StrEnum

from loyalty.errors import LoyaltyError
from pos.clock import milliseconds
from pos.shop import Shop
from pos.store import Operator, PinState

__all__ = ["Operator"]  # the screen has it from here; it never sees the store

FREE_TRIES = 3
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=15)


class Role(StrEnum):
    """What an operator is; rights by role are a table of the manager's room."""

    CASHIER = "cashier"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    OWNER = "owner"


def not_above(decider: Operator | None, role: str) -> None:
    """LoyaltyError `staff-above` (role) unless the decider stands as high as the role."""
    order = [each.value for each in Role]
    rank = order.index(decider.role) if decider and decider.role in order else -1
    if role in order and order.index(role) > rank:
        raise LoyaltyError("staff-above", role=role)


def sign_in(shop: Shop, operator: str, pin: str) -> Operator:
    """The operator, if the PIN is theirs.

    Errors: `operator-unknown`, `pin-wrong` (tries left before a wait), `pin-wait` (seconds),
    `pin-none` (badge only). An operator with neither PIN nor badge chooses the PIN now.
    """
    now = milliseconds(shop.clock.now())
    with shop.store.reading() as view:
        found, state = view.operator(operator), view.pin(operator)
    if found is None or not found.active:
        raise LoyaltyError("operator-unknown")
    if not state.hash:
        return _first_pin(shop, found, pin)
    if seconds := _left_s(state, now):
        raise LoyaltyError("pin-wait", seconds=seconds)
    right = _fits(state.hash, pin)
    with shop.store.writing() as work:
        if right:
            work.forget_pin_failures(operator)
        else:
            work.record_pin_failure(operator, now)
    if not right:
        left = max(0, FREE_TRIES - state.failures - 1)
        raise LoyaltyError("pin-wrong", left=left, seconds=_wait_ms(state.failures + 1) // 1000)
    return found


def chooses_pin(shop: Shop, operator: str) -> bool:
    """Whether the next PIN typed becomes this operator's: there is none yet, and no badge."""
    with shop.store.reading() as view:
        found, state = view.operator(operator), view.pin(operator)
    return found is not None and not state.hash and not found.badge


def _first_pin(shop: Shop, operator: Operator, pin: str) -> Operator:
    """Trust on first use: whoever opens a new shop chooses the owner's PIN."""
    if operator.badge:
        raise LoyaltyError("pin-none", operator=operator.name)
    hashed = hashed_pin(pin)
    with shop.store.writing() as work:
        work.set_pin(operator.id, hashed)
    return operator


def wait_seconds(shop: Shop, operator: str) -> int:
    """How long an operator has to wait before the next PIN; 0 if not at all."""
    with shop.store.reading() as view:
        state = view.pin(operator)
    return _left_s(state, milliseconds(shop.clock.now()))


def sign_in_badge(shop: Shop, badge: str) -> Operator:
    """The operator a badge belongs to; LoyaltyError `badge-unknown`."""
    with shop.store.reading() as view:
        found = view.operator_by_badge(badge)
    if found is None or not found.active:
        raise LoyaltyError("badge-unknown")
    return found


def hashed_pin(pin: str) -> str:
    """The argon2id hash of a PIN; LoyaltyError `pin-format` unless it is 4 to 8 digits."""
    # Late: argon2 is needed at a sign-in, not before the window is on screen.
    from argon2 import PasswordHasher

    if not re.fullmatch(r"[0-9]{4,8}", pin):
        raise LoyaltyError("pin-format")
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1).hash(pin)


def _fits(hashed: str, pin: str) -> bool:
    # Late, and together with hashed_pin the only place: see there.
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(hashed, pin)
    except (VerificationError, InvalidHashError):
        return False


def _left_s(state: PinState, now_ms: int) -> int:
    """Seconds until the next PIN is taken; none after the clock was set back, or the till would
    stay shut until the clock has caught up.
    """
    since_ms = now_ms - state.last_failure_ms
    left_ms = _wait_ms(state.failures) - since_ms
    return max(0, -(-left_ms // 1000)) if since_ms >= 0 else 0


def _wait_ms(failures: int) -> int:
    """The wait after so many failures in a row: 5 s, doubled each time, a quarter hour at most."""
    if failures < FREE_TRIES:
        return 0
    wait = FIRST_WAIT * 2 ** min(failures - FREE_TRIES, 20)
    return int(min(wait, LONGEST_WAIT).total_seconds()) * 1000


def demo_pin(shop: Shop) -> str:
    """The PIN a demo shop tells whoever tries it; empty in a real one."""
    with shop.store.reading() as view:
        return view.setting("demo") or ""


def operators(shop: Shop) -> tuple[Operator, ...]:
    """Everybody who may sign in, in the order of the sign-in screen."""
    with shop.store.reading() as view:
        return tuple(operator for operator in view.operators() if operator.active)
