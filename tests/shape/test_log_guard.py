"""The guard that fails a test on an unannounced warning must itself be able to fail."""

from __future__ import annotations

import logging

from tests.log_guard import LogGuard


def _record(name: str, message: str) -> logging.LogRecord:
    return logging.LogRecord(name, logging.WARNING, __file__, 1, message, (), None)


def test_an_unannounced_warning_is_named() -> None:
    guard = LogGuard()
    guard.handle(_record("pos.store", "recovered from a torn page"))
    assert guard.complaint() == (
        "unexpected log record: WARNING pos.store: recovered from a torn page"
    )


def test_an_announced_warning_is_no_complaint() -> None:
    guard = LogGuard()
    guard.expect("pos", "torn page")
    guard.handle(_record("pos.store", "recovered from a torn page"))
    assert guard.complaint() is None


def test_an_announced_warning_that_never_came_is_named() -> None:
    guard = LogGuard()
    guard.expect("pos.devices", "camera-lost")
    assert guard.complaint() == "announced log record never came: pos.devices: camera-lost"


def test_a_logger_with_a_longer_name_is_another_logger() -> None:
    guard = LogGuard()
    guard.expect("pos.store", "")
    guard.handle(_record("pos.stores", "x"))
    assert guard.complaint() is not None


def test_each_test_runs_under_the_guard(log_guard: LogGuard) -> None:
    assert log_guard in logging.getLogger().handlers
