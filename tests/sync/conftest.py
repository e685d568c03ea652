"""A shop with a hub, for whoever asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loyalty.rules.program import Program
from tests.sync.hub_shop import HubChain, ShopTill


@pytest.fixture
def program() -> Program | None:
    """The chain's rules; None: those of the demo shop."""
    return None


@pytest.fixture
def database() -> str:
    """Where head office keeps its books."""
    return "sqlite://"


@pytest.fixture
def chain(tmp_path: Path, program: Program | None, database: str) -> Iterator[HubChain]:
    made = HubChain(tmp_path, program, database)
    yield made
    made.close()


@pytest.fixture
def shop(chain: HubChain) -> tuple[ShopTill, ShopTill, ShopTill]:
    """The hub and two tills, who know of each other."""
    hub, first, second = (chain.join(number) for number in (1, 2, 3))
    chain.open_hub(hub)
    chain.settle()
    return hub, first, second
