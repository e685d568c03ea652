"""A shop that may write letters, and a mail server on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos.shop import Shop
from tests.care.post_office import PostOffice
from tests.shop.conftest import demo, furnished, new
from tests.shop.house import open_at

__all__ = ["demo", "furnished", "new"]


@pytest.fixture
def office() -> Iterator[PostOffice]:
    """A mail server that takes everything until it is told otherwise."""
    office = PostOffice()
    yield office
    office.close()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """An open shop with an address to write from."""
    opened = open_at(tmp_path)
    settings = replace(
        opened.settings, mail_host="127.0.0.1", mail_from="shop@example.org", mail_rest_days=0
    )
    yield replace(opened, settings=settings)
    opened.store.close()
