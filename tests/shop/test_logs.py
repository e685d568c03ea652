"""The log of the window: what went wrong can be read after it is closed."""

from __future__ import annotations

import logging
from pathlib import Path

from pos.logs import keep_log


def test_a_fault_is_in_the_data_folder_afterwards(tmp_path: Path) -> None:
    file = tmp_path / "regulars.log"
    log = keep_log(file)
    try:
        assert not file.exists()  # nothing to tell, no file
        record = logging.LogRecord("ui", logging.CRITICAL, "", 1, "unforeseen-error", (), None)
        log.handle(record)
        assert "CRITICAL ui unforeseen-error" in file.read_text(encoding="utf-8")
    finally:
        logging.getLogger().removeHandler(log)
        log.close()
