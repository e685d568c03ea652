"""The program's log: faults of ours and what failed unheard, in the data folder for whoever mends.

No code writes a name, a number or a PIN into it on purpose; it is kept short all the same.
"""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LARGEST = 1_000_000  # bytes, twice: the file and the one before it


def keep_log(path: Path) -> logging.Handler:
    """Write warnings and worse into a file from now on, besides the terminal."""
    log = RotatingFileHandler(
        path, maxBytes=LARGEST, backupCount=1, encoding="utf-8", delay=True, errors="replace"
    )
    log.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.setLevel(logging.WARNING)
    root = logging.getLogger()
    root.addHandler(log)
    if len(root.handlers) == 1:
        root.addHandler(logging.StreamHandler())
    return log
