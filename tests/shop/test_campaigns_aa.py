"""A campaign that does nothing is seldom called effective, and one that works is: a short bench."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from loyalty.accrual.campaigning import TREATED, drawn
from loyalty.rules.campaign import Outcome
from pos.scene import KEY
from pos.trials import trial_result
from tests.bench.campaigns_aa import campaigns, lived, opened, results


def test_of_campaigns_without_effect_few_are_called_effective() -> None:
    found = list(results(90, 220, seed=7))
    assert sum(one.interval is not None for one in found) > 80
    assert sum(one.effective for one in found) <= 14  # of 90; one in forty is expected
    assert all(one.decided for one in found if one.effective)


def test_a_campaign_that_makes_members_spend_more_is_found_and_one_that_repels_is_no_success(
    tmp_path: Path,
) -> None:
    best, worst = (
        replace(one, id=name, trial=replace(one.trial, outcome=Outcome.SPEND))
        for one, name in zip(campaigns(0, 2), ("best", "worst"), strict=True)
        if one.trial
    )
    shop, clock = opened(tmp_path, (best, worst))
    with shop.store.reading() as view:
        key = bytes.fromhex(view.setting(KEY) or "")

    def more(member: UUID) -> float:
        times = 2.0 if drawn(key, member, best) == TREATED else 1.0
        return times * (0.4 if drawn(key, member, worst) == TREATED else 1.0)

    lived(shop, clock, 220, random.Random(3), more)
    good, bad = (trial_result(shop, one.id) for one in (best, worst))
    assert good.effective
    assert good.net_minor == good.difference > 0
    assert bad.decided
    assert not bad.effective
    shop.store.close()
