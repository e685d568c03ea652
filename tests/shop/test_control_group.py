"""A trial's control group: its members are in the books, and are not told so on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loyalty.rules.campaign import Campaign, Outcome, Trial
from pos.demo import demo_program
from pos.scene import begin_key
from pos.slips import slip_of
from pos.why import explained
from tests.shop.house import anna, open_at, sale

UNTIL = date(2026, 12, 31)


@pytest.mark.parametrize(("percent", "arm"), [(99, "control"), (1, "treated")])
def test_a_slip_does_not_tell_members_that_they_are_the_control(
    tmp_path: Path, percent: int, arm: str
) -> None:
    campaign = Campaign("spring", "Spring", trial=Trial(percent, Outcome.SPEND, UNTIL, 100))
    rules = replace(demo_program(), starts_on=date(2020, 1, 1), campaigns=(campaign,))
    shop = open_at(tmp_path, program=rules)
    with shop.store.writing() as work:
        begin_key(work)
        work.keep_setting("arm-key", "00" * 32)
    booked = sale(shop, anna(shop), 1000)
    _, steps = explained(shop, booked.entry.key)
    assert f"campaign-{arm}" in [code for code, _ in steps]
    told = slip_of(shop, booked.entry.key, why=True).member
    assert told is not None
    codes = {step.code for step in told.why}
    assert ("campaign-treated" in codes) is (arm == "treated")
    assert "campaign-control" not in codes
    shop.store.close()
