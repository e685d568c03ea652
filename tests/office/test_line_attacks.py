"""What a stranger, a thief and a broken terminal try at the live service is refused and logged."""

from __future__ import annotations

from pathlib import Path

from tests.bench.attack_list import ATTACKS
from tests.bench.attacks import thief, tried


def test_every_attack_is_refused_with_one_line_and_the_victim_goes_on(
    tmp_path: Path, office_url: str
) -> None:
    with thief(tmp_path, office_url) as one:
        results = list(tried(one))
        assert [(each.name, each.got, each.logged) for each in results if not each.held] == []
        assert len(results) == len(ATTACKS)
        one.victim.sell(None)
        one.victim.carry()
        with one.victim.shop.store.reading() as view:
            assert view.unsent() == (0, None)
