"""Head office and terminals are killed while they sync; the long run is `tests.bench.kill_sync`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.bench.kill_sync import bad, run


@pytest.mark.skipif(not hasattr(os, "fork"), reason="what is killed is forked")
def test_killed_while_they_sync_they_lose_and_double_nothing(tmp_path: Path) -> None:
    found = run(tmp_path, kills=6)
    assert bad(found) == 0, found
    assert found["acknowledged"] > 0
