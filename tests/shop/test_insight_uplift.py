"""The uplift on the first screen: nothing of a trial before its last day is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from loyalty.codes import member_card
from loyalty.insight.figure import State
from loyalty.rules.campaign import Campaign, Outcome, Trial
from loyalty.rules.earning import Bonus, BonusKind
from pos.counter import confirm
from pos.demo import demo_program
from pos.enrol import enrol
from pos.insight.measured import last_measured
from pos.scene import begin_key
from tests.shop.house import act, clock_of, goods, open_at

UNTIL = date(2026, 3, 20)


def test_the_uplift_is_told_once_its_trial_is_over(tmp_path: Path) -> None:
    bonus = Bonus("plus", "Ten more", BonusKind.SPEND, 10, spend_minor=500)
    visits = Campaign("v", "V", trial=Trial(50, Outcome.VISITS, UNTIL, 30), bonuses=(bonus,))
    spend = Campaign("s", "S", trial=Trial(50, Outcome.SPEND, UNTIL + timedelta(days=1), 30))
    rules = replace(
        demo_program(),
        starts_on=date(2020, 1, 1),
        campaigns=(visits, replace(spend, bonuses=(replace(bonus, id="more"),))),
    )
    shop = open_at(tmp_path, program=rules)
    with shop.store as store:
        with store.writing() as work:
            begin_key(work)
        for number in range(40):
            member = enrol(shop, act(shop), member_card(100 + number))
            confirm(shop, act(shop), goods(1000 + number), member.id)
        assert last_measured(shop).why == "none-measured"
        clock_of(shop).advance(timedelta(days=18))  # the last day of the first one
        assert last_measured(shop).why == "none-measured"
        clock_of(shop).advance(timedelta(days=1))
        first = last_measured(shop)
        assert (first.key, first.figure.state) == ("uplift-visits", State.TOO_FEW)
        clock_of(shop).advance(timedelta(days=1))
        second = last_measured(shop)
        assert (second.key, second.figure.value) == ("uplift-money", None)
        assert second.figure.beside["treated"] + second.figure.beside["control"] == 40
