"""A short evening in the suite: two tills in two shops. The bench of the same name is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.evening import run


@pytest.mark.timeout(600)  # real patience on both ends; each wait in it has its own end
def test_after_an_evening_with_the_line_down_all_books_agree(tmp_path: Path) -> None:
    told = run(tmp_path, f"sqlite:///{tmp_path / 'office.db'}", (1, 2))
    assert told["wrong"] == []
    assert len(told["seen"]) > 8
    assert told["head_office"]["settled"] == []
