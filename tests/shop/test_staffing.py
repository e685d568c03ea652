"""Staff: who is added, changed and let go by whom, what roles may here, and the log of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from loyalty.codes import member_card, operator_badge
from loyalty.errors import LoyaltyError
from pos.adjusting import adjust
from pos.blocking import block, block_card
from pos.deeds import What
from pos.leaving import erase
from pos.profiles import Changes, edit_profile
from pos.rights import Right, may
from pos.role_limits import limits, set_limit
from pos.shop import Shop
from pos.staff import Role, sign_in, sign_in_badge
from pos.staffing import (
    add_operator,
    change_operator,
    mark_member,
    marks,
    reset_pin,
    set_active,
    set_badge,
)
from pos.store import Operator
from pos.store.deeds import Deed
from tests.shop.house import act, anna, open_at

OWNER = "olga"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Shop]:
    """The small shop with a manager and an owner besides Mina (cashier) and Sam (supervisor)."""
    shop = open_at(tmp_path)
    with shop.store.writing() as work:
        work.add_operator(Operator(OWNER, "Olga", Role.OWNER))
        work.add_operator(Operator("max", "Max", Role.MANAGER))
    yield shop
    shop.store.close()


def deeds(shop: Shop) -> list[Deed]:
    """The log, the oldest first."""
    with shop.store.reading() as view:
        return list(view.deeds(0, 2**62))[::-1]


@contextmanager
def refused(code: str) -> Iterator[None]:
    """A rule says no with this code."""
    with pytest.raises(LoyaltyError) as no:
        yield
    assert no.value.code == code


def test_somebody_new_gets_a_short_name_of_their_own_and_chooses_a_pin(house: Shop) -> None:
    first = add_operator(house, act(house, "max"), "  Jörg Müller ", "cashier")
    second = add_operator(house, act(house, "max"), "Jörg Müller", "supervisor")
    korean = add_operator(house, act(house, "max"), "김민지", "cashier")
    assert [one.id for one in (first, second, korean)] == [
        *("jorg-muller", "jorg-muller-2", "staff"),
    ]
    assert sign_in(house, "jorg-muller", "4711") == first
    with refused("pin-wrong"):
        sign_in(house, "jorg-muller", "4712")
    assert [deed.what for deed in deeds(house)] == [What.STAFF_ADDED] * 3


def test_nobody_makes_or_changes_somebody_above_themselves(house: Shop) -> None:
    with refused("staff-above"):
        add_operator(house, act(house, "max"), "Eve", "owner")
    with refused("staff-above"):
        reset_pin(house, act(house, "max"), OWNER, "1234")
    with refused("staff-above"):
        change_operator(house, act(house, "max"), "max", role="owner")
    with refused("staff-above"):
        change_operator(house, act(house, "sam"), "mina", role="owner", approved="max")
    with refused("approval-needed"):
        add_operator(house, act(house, "sam"), "Eve", "cashier")
    assert not deeds(house)


def test_the_last_owner_can_neither_go_nor_become_less(house: Shop) -> None:
    with refused("owner-last"):
        set_active(house, act(house, OWNER), OWNER, False)
    with refused("owner-last"):
        change_operator(house, act(house, OWNER), OWNER, role="cashier")
    with refused("limit-owner"):
        set_limit(house, act(house, OWNER), "owner", "edit-staff", -1)
    change_operator(house, act(house, OWNER), "max", role="owner")
    assert not set_active(house, act(house, OWNER), OWNER, False).active
    with refused("approval-needed"):
        set_active(house, act(house, OWNER), OWNER, True)


def test_a_lost_badge_is_dead_at_once_and_a_forgotten_pin_replaced(house: Shop) -> None:
    with refused("badge-only"):
        set_badge(house, act(house, "max"), "mina", "")
    with refused("badge-not-ours"):
        set_badge(house, act(house, "max"), "sam", member_card(1))
    with refused("badge-exists"):
        set_badge(house, act(house, "max"), "sam", operator_badge(1))
    reset_pin(house, act(house, "max"), "mina", "2468")
    set_badge(house, act(house, "max"), "mina", operator_badge(9))
    with refused("badge-unknown"):
        sign_in_badge(house, operator_badge(1))
    assert sign_in_badge(house, operator_badge(9)).id == "mina"
    for _ in range(4):
        with pytest.raises(LoyaltyError):
            sign_in(house, "mina", "1111")
    with refused("pin-wait"):
        sign_in(house, "mina", "2468")
    reset_pin(house, act(house, "max"), "mina", "1357")
    assert sign_in(house, "mina", "1357").id == "mina"
    assert not any("1357" in str(deed) for deed in deeds(house))


def test_a_shop_lets_its_roles_do_more_or_less_than_ours(house: Shop) -> None:
    member = anna(house)
    with refused("approval-needed"):
        adjust(house, act(house), member.id, 10, "sorry")
    set_limit(house, act(house, "max"), "cashier", "adjust", 30)
    adjust(house, act(house), member.id, 20, "sorry")
    with refused("approval-needed"):  # the day's own sum counts, as with our limits
        adjust(house, act(house), member.id, 20, "sorry")
    set_limit(house, act(house, "max"), "supervisor", "block", -1)
    assert not may(house, "sam", Right.BLOCK)
    with refused("approval-needed"):
        block(house, act(house, "sam"), member.id, "why")
    block(house, act(house, "sam"), member.id, "why", approved="max")
    changed = {(each.role, each.right) for each in limits(house) if not each.ours}
    assert changed == {("cashier", "adjust"), ("supervisor", "block")}
    set_limit(house, act(house, "max"), "supervisor", "block", None)
    assert [each.right for each in limits(house) if not each.ours] == ["adjust"]


def test_a_manager_does_not_lift_the_limit_that_holds_managers(house: Shop) -> None:
    with refused("staff-above"):
        set_limit(house, act(house, "max"), "manager", "adjust", None)
    with refused("staff-above"):
        set_limit(house, act(house, "max"), "owner", "adjust", 5)
    set_limit(house, act(house, OWNER), "manager", "adjust", 5_000)
    assert may(house, "max", Right.ADJUST, 5_000)


@pytest.mark.parametrize(
    ("role", "right", "most", "code"),
    [
        ("chef", "adjust", 5, "role-unknown"),
        ("cashier", "fly", 5, "right-unknown"),
        ("cashier", "block", 5, "limit-wrong"),
        ("cashier", "adjust", -2, "limit-wrong"),
        ("cashier", "adjust", 10**12, "limit-wrong"),
    ],
)
def test_a_limit_that_means_nothing_is_refused(
    house: Shop, role: str, right: str, most: int, code: str
) -> None:
    with refused(code):
        set_limit(house, act(house, OWNER), role, right, most)


def test_the_log_tells_which_fields_changed_and_nothing_that_was_told(house: Shop) -> None:
    member = anna(house)
    edit_profile(house, act(house), member.id, Changes(email="anna@example.org", likes=("Tea",)))
    edit_profile(house, act(house), member.id, Changes(email="anna@example.org"))
    block_card(house, act(house), member_card(1), approved="sam")
    profile, card = deeds(house)
    assert (profile.what, profile.member, dict(profile.facts)) == (
        *(What.PROFILE, member.id, {"fields": "email,likes"}),
    )
    assert (card.what, card.operator, card.approved) == (What.CARD_BLOCKED, "mina", "sam")
    erase(house, act(house, "max"), member.id)
    assert deeds(house) == [profile, card]


def test_deeds_taken_out_of_the_file_by_hand_are_missed(house: Shop) -> None:
    member = anna(house)
    for likes in ("Tea", "Milk", "Cake"):
        edit_profile(house, act(house), member.id, Changes(likes=(likes,)))
    with house.store.writing() as work:
        assert work.deed_gaps() == ()
        work._db.execute("DELETE FROM deed WHERE n = 3")
        assert work.deed_gaps() == ((1, 2, 3),)
        work._db.execute("DELETE FROM deed")
        assert work.deed_gaps() == ((1, 0, 3),)


def test_the_newest_deeds_come_first_over_many_pages(house: Shop) -> None:
    with house.store.writing() as work:
        for number in range(2_345):
            work.add_deed(
                at_ms=number // 7,
                operator="mina",
                approved="",
                what="settings-changed",
                about=str(number),
                member=None,
                facts={},
            )
    with house.store.reading() as view:
        found = [int(deed.about) for deed in view.deeds(0, 2**62)]
        assert found == list(range(2_344, -1, -1))
        assert [deed.about for deed in view.deeds(100, 101)] == [
            str(number) for number in range(706, 699, -1)
        ]


def test_whose_own_card_a_member_is(house: Shop) -> None:
    member = anna(house)
    with refused("operator-unknown"):
        mark_member(house, act(house, "max"), member.id, "staff", "nobody")
    with refused("mark-unknown"):
        mark_member(house, act(house, "max"), member.id, "friend")
    with refused("approval-needed"):
        mark_member(house, act(house), member.id, "staff", "mina")
    marked = mark_member(house, act(house, "max"), member.id, "staff", "mina")
    assert marks(house) == (marked,)
    mark_member(house, act(house, "max"), member.id, "test", "mina")
    assert [(one.kind, one.operator) for one in marks(house)] == [("test", "")]
    mark_member(house, act(house, "max"), member.id, "")
    assert marks(house) == ()
    assert [deed.what for deed in deeds(house)] == [What.MARKED, What.MARKED, What.UNMARKED]
