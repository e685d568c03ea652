"""A log handler that remembers warnings nobody announced (after qutebrowser's logfail).

A program that logs an error and goes on looks green otherwise. Used by conftest for every test.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

ExpectLog = Callable[..., None]


@dataclass(slots=True)
class _Expectation:
    logger: str
    text: str
    seen: int = 0

    def matches(self, record: logging.LogRecord) -> bool:
        inside = record.name == self.logger or record.name.startswith(self.logger + ".")
        return (inside or not self.logger) and self.text in record.getMessage()


class LogGuard(logging.Handler):
    """Collects records at warning or above, from any thread, until asked for its complaint."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._expected: list[_Expectation] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def expect(self, logger: str, text: str = "") -> None:
        """Announce a record of this logger (or one below it) whose message holds `text`."""
        self._expected.append(_Expectation(logger, text))

    def complaint(self) -> str | None:
        """What was logged and not announced, or announced and not logged; None if all is well."""
        surprises = []
        for record in self._records:
            matching = [e for e in self._expected if e.matches(record)]
            for expectation in matching:
                expectation.seen += 1
            if not matching:
                surprises.append(f"{record.levelname} {record.name}: {record.getMessage()}")
        missing = [f"{e.logger}: {e.text}" for e in self._expected if not e.seen]
        lines = [f"unexpected log record: {line}" for line in surprises]
        lines += [f"announced log record never came: {line}" for line in missing]
        return "\n".join(lines) or None
