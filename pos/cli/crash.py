"""A fault of ours, told without a traceback: the details go into a file for whoever mends it."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]

WORDS = "Something unexpected happened ({what}). The ledger is safe. Details: {where}"


def crash_hook(log: Path) -> Hook:
    """A `sys.excepthook` for commands; the status of the program is then 1."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        try:
            log.parent.mkdir(parents=True, exist_ok=True)
            with log.open("a", encoding="utf-8", errors="replace") as file:
                file.write(details)
            where = str(log)
        except OSError:
            where = "the file could not be written"
        print(WORDS.format(what=kind.__name__, where=where), file=sys.stderr)

    return hook
