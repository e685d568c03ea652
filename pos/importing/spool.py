"""Rows put in order on disk: sorted runs, then merged. So a file of any length is sorted, grouped
and searched for doubles in the memory of one run.
"""

from __future__ import annotations

import heapq
import json
import tempfile
from collections.abc import Iterator
from typing import IO, Any, Self

RUN = 20_000  # rows sorted in memory at a time
_MOST_RUNS = 64  # files open at once; more are merged into one first


class Spool:
    """Rows of JSON values, whose first value is what they are sorted by. To be closed.

    `add` all, then walk through `rows` as often as wanted; rows of one key keep their order.
    """

    def __init__(self, run: int = RUN) -> None:
        self._run = run
        self._rows: list[list[Any]] = []
        self._files: list[IO[str]] = []
        self.count = 0

    def add(self, row: list[Any]) -> None:
        """One more row."""
        self._rows.append(row)
        self.count += 1
        if len(self._rows) >= self._run:
            self._spill()

    def rows(self) -> Iterator[list[Any]]:
        """All rows in the order of their keys. One walk at a time."""
        if not self._files:
            self._rows.sort(key=_key)
            yield from self._rows
            return
        if self._rows:
            self._spill()
        yield from heapq.merge(*(_read(file) for file in self._files), key=_key)

    def _spill(self) -> None:
        self._rows.sort(key=_key)
        self._files.append(_written(iter(self._rows)))
        self._rows = []
        if len(self._files) >= _MOST_RUNS:
            merged = _written(heapq.merge(*(_read(file) for file in self._files), key=_key))
            self._close()
            self._files = [merged]

    def _close(self) -> None:
        for file in self._files:
            file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()
        self._files = []


def _key(row: list[Any]) -> Any:
    return row[0]


def _written(rows: Iterator[list[Any]]) -> IO[str]:
    # Closed by the spool, which reads it again and again until then.
    file = tempfile.TemporaryFile(  # noqa: SIM115
        "w+", encoding="utf-8", prefix="regulars-"
    )
    for row in rows:
        file.write(json.dumps(row, separators=(",", ":")))
        file.write("\n")
    return file


def _read(file: IO[str]) -> Iterator[list[Any]]:
    file.seek(0)
    for line in file:
        yield json.loads(line)
