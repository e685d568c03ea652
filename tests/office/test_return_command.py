"""`regulars return` of another terminal's sale, over a real line, and without one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from loyalty.codes import sale_code
from main import main
from tests.office.live import Live, Till, live_office, till


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    with live_office(tmp_path / "office") as made:
        yield made


def test_a_sale_of_another_shop_is_returned_by_its_slip_while_head_office_is_heard(
    live: Live, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there = enrolled(live, tmp_path, "a"), enrolled(live, tmp_path, "b")
    sold = here.sell(None, 1_500)
    here.carry()
    there.carry()
    here.shop.store.close()
    there.shop.store.close()
    words = ["--data", str(there.places.data), "return", sale_code(sold.key), "--json"]
    live.down()
    capsys.readouterr()
    assert main(words) != 0
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "sale-elsewhere"
    live.up()
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["return"]["refund_minor"] == 1_500
    assert main(words) != 0
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "sale-returned"


def enrolled(live: Live, folder: Path, name: str) -> Till:
    """A terminal of the chain."""
    made = till(folder / name)
    made.enrolled(live.code(name=name))
    return made
