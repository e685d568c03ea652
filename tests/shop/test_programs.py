"""Publishing program versions: never over another, never under sales that were made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from loyalty.rules.campaign import Campaign
from loyalty.rules.program import Program
from loyalty.rules.which import When
from pos.acts import Act
from pos.ids import new_id
from pos.programs import LARGEST_FILE, load, publish, renumbered, text_of, version, versions
from pos.shop import Shop, program_in_force
from pos.staff import Role
from pos.store import Operator
from pos.trouble import TroubleError
from tests.shop.house import act, anna, clock_of, sale


def owner(shop: Shop) -> Act:
    with shop.store.writing() as work:
        if work.operator("olga") is None:
            work.add_operator(Operator("olga", "Olga", Role.OWNER))
    return Act(new_id(shop.clock), "olga")


def draft(shop: Shop, starts_in: int = 0, number: int = 2) -> Program:
    starts = shop.today + timedelta(days=starts_in)
    return replace(versions(shop)[0], number=number, name="New", starts_on=starts)


def refusal(shop: Shop, program: Program, by: Act | None = None) -> tuple[str, dict[str, object]]:
    before = versions(shop)
    with pytest.raises(LoyaltyError) as no:
        publish(shop, by or owner(shop), program)
    assert versions(shop) == before, "nothing was kept"
    return no.value.code, no.value.facts


def in_force(shop: Shop) -> int:
    with shop.store.reading() as view:
        return program_in_force(view, shop.today).number


def test_a_new_version_is_in_force_from_its_day(shop: Shop) -> None:
    assert publish(shop, owner(shop), draft(shop, starts_in=3))
    assert in_force(shop) == 1
    clock_of(shop).advance(timedelta(days=3))
    assert in_force(shop) == 2
    assert version(shop, 2).name == "New"


def test_the_same_version_again_is_no_second_one(shop: Shop) -> None:
    assert publish(shop, owner(shop), draft(shop))
    assert not publish(shop, owner(shop), draft(shop))
    assert len(versions(shop)) == 2


def test_a_version_is_never_edited(shop: Shop) -> None:
    publish(shop, owner(shop), draft(shop))
    code, facts = refusal(shop, replace(draft(shop), name="Other"))
    assert (code, facts) == ("program-exists", {"number": 2})
    assert renumbered(shop, draft(shop)).number == 3


def test_no_version_starts_under_sales_that_another_one_made(shop: Shop) -> None:
    sale(shop, anna(shop))
    sold = shop.today
    clock_of(shop).advance(timedelta(days=5))
    for starts_in in (-5, -6, -400):
        code, facts = refusal(shop, draft(shop, starts_in))
        assert code == "program-starts-too-early"
        assert facts["day"] == sold.isoformat()
    assert publish(shop, owner(shop), draft(shop, starts_in=-4))


def test_a_version_for_days_before_another_one_may_start_there_if_none_has_sales(
    shop: Shop,
) -> None:
    clock_of(shop).advance(timedelta(days=10))
    publish(shop, owner(shop), draft(shop, number=2))
    sale(shop, anna(shop))
    earlier = draft(shop, starts_in=-10, number=3)
    assert publish(shop, owner(shop), earlier), "it ends where the second begins"
    assert refusal(shop, draft(shop, number=4))[0] == "program-starts-too-early"


def test_a_sale_of_a_clock_that_ran_ahead_counts_too(shop: Shop) -> None:
    clock_of(shop).advance(timedelta(days=9))
    sale(shop, anna(shop))
    clock_of(shop).advance(timedelta(days=-9))
    assert refusal(shop, draft(shop, starts_in=2))[0] == "program-starts-too-early"


def test_only_who_may_edit_the_program_publishes(shop: Shop) -> None:
    assert refusal(shop, draft(shop), act(shop, "mina"))[0] == "approval-needed"
    olga = owner(shop).operator
    assert publish(shop, act(shop, "mina"), draft(shop), approved=olga)


def test_a_trial_says_the_same_and_keeps_nothing(shop: Shop) -> None:
    assert publish(shop, owner(shop), draft(shop), trial=True)
    assert len(versions(shop)) == 1
    with pytest.raises(LoyaltyError, match="program-exists"):
        publish(shop, owner(shop), replace(draft(shop), number=1), trial=True)


def test_a_program_of_another_currency_is_refused(shop: Shop) -> None:
    code, facts = refusal(shop, replace(draft(shop), currency="KRW"))
    assert (code, facts) == ("program-currency", {"ours": "EUR", "theirs": "KRW"})


def test_a_program_that_contradicts_itself_never_gets_into_the_books(shop: Shop) -> None:
    over = Campaign("c", "C", When(date(2026, 2, 2), date(2026, 2, 1)))
    code, facts = refusal(shop, replace(draft(shop), campaigns=(over,)))
    assert (code, facts["where"]) == ("program-invalid", "campaigns[0].when.ends_on")


def test_a_version_that_is_not_there_is_said_to_be(shop: Shop) -> None:
    with pytest.raises(LoyaltyError, match="program-unknown"):
        version(shop, 99)


def test_a_file_that_cannot_be_read_is_trouble_not_a_fault(tmp_path: Path) -> None:
    nothing, wrong, huge = tmp_path / "none.json", tmp_path / "x.json", tmp_path / "huge.json"
    wrong.write_bytes(b"\xff\xfe{")
    huge.write_bytes(b" " * (LARGEST_FILE + 1))
    for file, code in ((nothing, "file-unreadable"), (wrong, "file-unreadable"), (tmp_path, "")):
        with pytest.raises(TroubleError) as no:
            text_of(str(file))
        assert no.value.code == (code or "file-unreadable")
    with pytest.raises(TroubleError, match="file-too-large"):
        load(str(huge))
