"""Two members put together at head office are what a counter would have made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from loyalty.members.member import Consent, Profile, agreed
from loyalty.rules.activity import Referral, ReferralState
from pos.office.schema.engine import create_schema, office_engine
from tests.office.managing import Managed
from tests.office.tills import Till, World

TODAY = date(2026, 11, 22)


@pytest.fixture
def managed(office_url: str, tmp_path: Path) -> Iterator[Managed]:
    engine = office_engine(office_url)
    create_schema(engine, 0)
    yield Managed.of(World(engine, tmp_path))
    engine.dispose()


def _agrees(till: Till, member: UUID, *said: tuple[str, bool, int]) -> None:
    with till.shop.store.writing() as work:
        for what, given, at_ms in said:
            work.add_consent(member, Consent(what, given, at_ms, "counter"))


def test_the_one_who_is_kept_has_both_profiles_and_the_stricter_consents(managed: Managed) -> None:
    till, other = managed.world.till(1), managed.world.till(2)
    ann = managed.member(till, "Ann", "+4930111222")
    anne = managed.member(till, "Anne", "+4930333444")
    with till.shop.store.writing() as work:
        work.keep_profile(ann, Profile("Street 1", likes=("tea",), notes="window seat"))
        work.keep_profile(
            anne, Profile("Street 2", likes=("Tea", "milk"), notes="allergic to nuts")
        )
    _agrees(till, ann, ("email", True, 1), ("sms", False, 1))
    _agrees(till, anne, ("email", False, 2), ("sms", True, 2), ("profiling", True, 2))
    till.quiet()
    program = managed.program("ana")
    program.ask("POST", f"/api/v1/members/{anne}/merge", {"kept": str(ann)}, 200)
    for one in (till, other):
        one.quiet()
        with one.shop.store.reading() as view:
            profile, consents = view.profile(ann), view.consents(ann)
        assert profile == Profile(
            "Street 1",
            likes=("tea", "milk"),
            phones=("+4930333444",),
            notes="window seat\nallergic to nuts",
        )
        found = {what: agreed(consents, what) for what in ("email", "sms", "profiling")}
        assert found == {"email": False, "sms": False, "profiling": True}


def test_a_friend_who_was_a_member_already_brings_nobody_a_reward(managed: Managed) -> None:
    till = managed.world.till(1)
    bob = managed.member(till, "Bob")
    ann, anne = managed.member(till, "Ann"), managed.member(till, "Anne")
    with till.shop.store.writing() as work:
        work.add_referral(Referral(anne, bob, TODAY, ReferralState.OPEN))
    till.quiet()
    program = managed.program("ana")
    program.ask("POST", f"/api/v1/members/{anne}/merge", {"kept": str(ann)}, 200)
    till.quiet()
    with till.shop.store.reading() as view:
        referral = view.referral(anne)
    assert referral is not None
    assert referral.state == ReferralState.REFUSED


def test_an_account_that_others_share_is_not_emptied(managed: Managed) -> None:
    till = managed.world.till(1)
    ann, kid, other = (managed.member(till, name) for name in ("Ann", "Kid", "Other"))
    with till.shop.store.writing() as work:
        child = work.member(kid)
        assert child is not None
        work.change_member(replace(child, household=ann))
    till.quiet()
    program = managed.program("ana")
    for gone, kept, code in (
        (ann, other, "household-others-in"),
        (kid, other, "merge-household"),
        (ann, kid, "merge-same"),
    ):
        refused = program.ask("POST", f"/api/v1/members/{gone}/merge", {"kept": str(kept)}, 422)
        assert refused["code"] == code
    done = program.ask("POST", f"/api/v1/members/{kid}/merge", {"kept": str(ann)}, 200)
    assert done["member"]["status"] == "merged"
