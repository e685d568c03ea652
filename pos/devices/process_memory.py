"""How much memory another process holds, where the system tells without a library."""

from __future__ import annotations

import platform
import re
import subprocess
from pathlib import Path

_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)


def most_held_mb(pid: int) -> int:
    """Megabytes a running process ever held (Linux) or holds now (macOS); 0 where the system does
    not tell, or the process has ended.
    """
    system = platform.system()
    try:
        if system == "Linux":
            peak = _PEAK.search(Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
            return int(peak[1]) >> 10 if peak else 0
        if system == "Darwin":
            asked = ("ps", "-o", "rss=", "-p", str(pid))
            told = subprocess.run(asked, capture_output=True, text=True, timeout=2, check=False)
            return int(told.stdout.strip() or 0) >> 10
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return 0
    return 0
