"""The ledger file: the only room that speaks SQL. Values go in and out, rows never leave."""

from __future__ import annotations

from pos.store.audit import verify
from pos.store.copies import backup, check_backup, newest_backup, restore
from pos.store.forgetting import forget
from pos.store.opening import open_store
from pos.store.store import Store
from pos.store.values import (
    Fault,
    Health,
    Operator,
    PinState,
    SaleFacts,
    Shift,
    ShiftState,
    Totals,
)
from pos.store.work import View, Work

__all__ = [
    "Fault",
    "Health",
    "Operator",
    "PinState",
    "SaleFacts",
    "Shift",
    "ShiftState",
    "Store",
    "Totals",
    "View",
    "Work",
    "backup",
    "check_backup",
    "forget",
    "newest_backup",
    "open_store",
    "restore",
    "verify",
]
