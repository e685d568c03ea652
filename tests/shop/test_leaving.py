"""Erasing a person: no byte of them stays, every sum does; and all that is kept, told to them."""

from __future__ import annotations

import json
import logging
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from loyalty.members.member import Member, MemberStatus, Profile
from loyalty.rules.activity import Referral
from pos.cards import add_card
from pos.consents import consent
from pos.counter import BlankCard, identify
from pos.enrol import enrol
from pos.erasures import beside, learn_from_copies, listed
from pos.exporting import everything_of
from pos.finding import find
from pos.households import dissolve, join, leave
from pos.ids import new_id
from pos.keeping import keep_copy
from pos.leaving import erase, erase_again
from pos.logs import keep_log
from pos.merging import merge
from pos.profiles import Changes, edit_profile
from pos.returns import confirm_return
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator, restore
from pos.store.forgetting import traces_in
from tests.shop.house import act, balance, clean, clock_of, open_at, sale
from tests.shop.people import again, books, person

BOSS = "boss"

NAME, PHONE, EMAIL = "Zerafina Quillfeather", "+4915198765432", "zerafina@quillfeather.example"
CARDS = member_card(77_001), member_card(77_002)
TOLD = Changes(
    email=EMAIL,
    birthday="1971-07-19",
    phones=("+821098761234",),
    address="Kestrelgasse 4711\n10999 Berlin-Nowhere",
    likes=("Saltmarsh lavender",),
    dislikes=("Powdered nutmeg",),
    brands=("Brindlewick & Sons",),
    social=(("instagram", "@zera.quill"),),
    notes="Walks with a lilac umbrella; son is called Bartholo",
)
PLANTED = (
    *("Zerafina", "Quillfeather", "zerafina", "quillfeather", "Old Name", "15100000999"),
    *(PHONE, PHONE[1:], PHONE[:0:-1], "821098761234", "432167890128"),
    *(EMAIL, "1971-07-19", "Kestrelgasse", "Nowhere", "Saltmarsh", "Powdered nutmeg"),
    *("Brindlewick", "zera.quill", "lilac umbrella", "Bartholo", *CARDS),
)


@pytest.fixture(autouse=True)
def _manager(shop: Shop) -> None:
    with shop.store.writing() as work:
        work.add_operator(Operator(BOSS, "Boss", Role.MANAGER))


def zerafina(shop: Shop) -> Member:
    """A member with everything that can be known of one, and a past."""
    crowd(shop, 0)
    member = enrol(shop, act(shop), CARDS[0], "+4915100000999", "Old Name Quillfeather")
    edit_profile(shop, act(shop), member.id, Changes(name=NAME, phone=PHONE))
    edit_profile(shop, act(shop), member.id, TOLD)
    add_card(shop, act(shop), member.id, CARDS[1])
    consent(shop, member.id, "email", True, "at the counter")
    crowd(shop, 100)
    for cents in (1500, 2500):
        sale(shop, member, cents)
    return again(shop, member)


def crowd(shop: Shop, start: int) -> None:
    """Others around her in the file, so that pages are full and rows are moved."""
    with shop.store.writing() as work:
        for n in range(start, start + 80):
            other = Member(new_id(shop.clock), f"Other Person{n}", f"+49151200{n:05d}", shop.today)
            work.add_member(other)
            work.keep_profile(other.id, Profile(notes="likes tea " * 20))


def found_in(folder: Path) -> dict[str, frozenset[str]]:
    """Which planted texts each file of a folder holds."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    found = {str(file.relative_to(folder)): traces_in(file, PLANTED) for file in files}
    return {name: texts for name, texts in found.items() if texts}


def test_no_byte_of_an_erased_person_is_left_in_any_file(shop: Shop, tmp_path: Path) -> None:
    member = zerafina(shop)
    assert found_in(tmp_path)  # the planted texts are really there
    erased = erase(shop, act(shop, BOSS), member.id)
    assert (erased.member, erased.points, erased.gone) == (member.id, 40, True)
    assert found_in(tmp_path) == {}
    keep_copy(shop)
    assert found_in(tmp_path) == {}
    assert clean(shop)


def test_entries_stay_under_a_number_and_every_sum_stays(shop: Shop) -> None:
    member = zerafina(shop)
    before = books(shop)
    erase(shop, act(shop, BOSS), member.id)
    after = books(shop)
    assert (after.points, after.lots, after.totals) == (before.points, before.lots, before.totals)
    assert after.entries == before.entries + 1
    nobody = again(shop, member)
    assert (nobody.status, nobody.name, nobody.phone, nobody.email) == (
        MemberStatus.ERASED,
        "",
        "",
        "",
    )
    with shop.store.reading() as view:
        kinds = [entry.kind for entry in view.entries(member=member.id)]
    assert kinds == [Kind.ENROLMENT, Kind.SALE, Kind.SALE, Kind.ERASURE]


def test_nobody_finds_an_erased_person_and_their_card_is_blank(shop: Shop) -> None:
    member = zerafina(shop)
    erase(shop, act(shop, BOSS), member.id)
    for text in ("Quill", "5432", EMAIL, "zera"):
        assert find(shop, text, 5).members == ()
    assert isinstance(identify(shop, CARDS[0]), BlankCard)
    assert enrol(shop, act(shop), CARDS[0]).id != member.id


def test_an_open_referral_of_an_erased_person_ends(shop: Shop) -> None:
    member, friend = zerafina(shop), person(shop, 9, "Ben")
    with shop.store.writing() as work:
        work.add_referral(Referral(friend.id, member.id, shop.today))
    erase(shop, act(shop, BOSS), member.id)
    with shop.store.reading() as view:
        assert view.open_referrals() == ()


def test_a_return_after_an_erasure_still_works(shop: Shop) -> None:
    member = zerafina(shop)
    sold = sale(shop, member, 1000)
    erase(shop, act(shop, BOSS), member.id)
    back = confirm_return(shop, act(shop), sold.entry.key)
    assert (back.returned.clawed, balance(shop, member)) == (10, 40)
    assert clean(shop)


def test_erasing_again_is_the_same_erasure(shop: Shop) -> None:
    member = zerafina(shop)
    first = erase(shop, act(shop, BOSS), member.id)
    before = books(shop)
    assert erase(shop, act(shop, BOSS), member.id) == first
    assert books(shop) == before
    assert len(listed(beside(shop.store.path))) == 1


def test_who_was_merged_into_the_person_goes_with_them(shop: Shop, tmp_path: Path) -> None:
    kept, gone = zerafina(shop), person(shop, 9, "Zerafina Quillfeather-Older")
    merge(shop, act(shop, BOSS), gone.id, kept.id)
    erase(shop, act(shop, BOSS), gone.id)
    assert [again(shop, one).status for one in (kept, gone)] == [MemberStatus.ERASED] * 2
    assert found_in(tmp_path) == {}


def test_an_account_that_others_use_is_not_erased_from_under_them(shop: Shop) -> None:
    owner, other = zerafina(shop), person(shop, 9, "Ben")
    join(shop, act(shop, BOSS), other.id, owner.id)
    with pytest.raises(LoyaltyError) as no:
        erase(shop, act(shop, BOSS), owner.id)
    assert no.value.code == "household-others-in"
    leave(shop, other.id)
    dissolve(shop, owner.id)
    assert erase(shop, act(shop, BOSS), owner.id).points == 40


def test_somebody_in_a_household_can_be_erased_and_its_points_stay(shop: Shop) -> None:
    owner, other = person(shop, 9, "Ben"), zerafina(shop)
    join(shop, act(shop, BOSS), other.id, owner.id)
    assert erase(shop, act(shop, BOSS), other.id).points == 0
    assert balance(shop, owner) == 40
    with shop.store.reading() as view:
        assert view.household(owner.id) == (again(shop, owner),)


def test_erasing_takes_the_right_or_somebody_who_has_it(shop: Shop, tmp_path: Path) -> None:
    member = zerafina(shop)
    with pytest.raises(LoyaltyError) as no:
        erase(shop, act(shop, "mina"), member.id)
    assert no.value.code == "approval-needed"
    assert again(shop, member) == member
    assert erase(shop, act(shop, "mina"), member.id, approved=BOSS).gone


def test_an_older_backup_brings_nobody_back(shop: Shop, tmp_path: Path) -> None:
    member = zerafina(shop)
    older = keep_copy(shop)
    clock_of(shop).advance(timedelta(minutes=1))
    erase(shop, act(shop, BOSS), member.id)
    assert older in erase(shop, act(shop, BOSS), member.id).older
    path = shop.store.path
    shop.store.close()
    restore(older, path)
    again_open = open_at(tmp_path)
    assert again(again_open, member).name == NAME  # so it would be without the list
    assert erase_again(again_open) == (member.id,)
    assert erase_again(again_open) == ()
    assert again(again_open, member).status is MemberStatus.ERASED
    assert traces_in(path, PLANTED) == frozenset()
    assert clean(again_open)
    again_open.store.close()


def test_on_another_machine_the_copies_themselves_know_who_was_erased(
    shop: Shop, tmp_path: Path
) -> None:
    member = zerafina(shop)
    older = keep_copy(shop)
    clock_of(shop).advance(timedelta(minutes=1))
    erase(shop, act(shop, BOSS), member.id)
    keep_copy(shop)
    with tempfile.TemporaryDirectory() as elsewhere:
        path = Path(elsewhere) / "regulars.db"
        restore(older, path)
        learn_from_copies(path, older.parent)
        other = open_at(Path(elsewhere))
        assert erase_again(other) == (member.id,)
        other.store.close()


def test_the_log_forgets_the_person_and_goes_on(shop: Shop, tmp_path: Path) -> None:
    member = zerafina(shop)
    log = keep_log(tmp_path / "regulars.log")
    try:
        record = logging.LogRecord("x", logging.WARNING, "x", 1, f"saw {NAME} {PHONE}", None, None)
        log.emit(record)
        erase(shop, act(shop, BOSS), member.id)
        log.emit(logging.LogRecord("x", logging.WARNING, "x", 1, "afterwards", None, None))
    finally:
        logging.getLogger().removeHandler(log)
        log.close()
    text = (tmp_path / "regulars.log").read_text()
    assert "saw" in text
    assert "afterwards" in text
    assert found_in(tmp_path) == {}


def test_a_window_that_reads_an_older_state_is_told_and_the_next_try_ends_it(
    shop: Shop, tmp_path: Path
) -> None:
    member = zerafina(shop)
    with shop.store.reading() as view:
        assert view.member(member.id) is not None
        assert not erase(shop, act(shop, BOSS), member.id).gone
    assert erase(shop, act(shop, BOSS), member.id).gone
    assert found_in(tmp_path) == {}


def test_a_person_is_told_everything_that_is_kept(shop: Shop) -> None:
    member = zerafina(shop)
    told = everything_of(shop, act(shop, BOSS), member.id)
    text = json.dumps(told, ensure_ascii=False)
    for planted in (NAME, PHONE, EMAIL, "1971-07-19", "Kestrelgasse", "lilac umbrella", *CARDS):
        assert planted in text
    assert told["points"]["balance"] == 40
    assert [one["kind"] for one in told["entries"]] == ["enrolment", "sale", "sale"]
    assert told["entries"][1]["why"][-1] == "1 pt for every €1.00"
    assert told["consents"][0]["what"] == "email"
    with pytest.raises(LoyaltyError) as no:
        everything_of(shop, act(shop, "mina"), member.id)
    assert no.value.code == "approval-needed"


ACTS = st.lists(st.tuples(st.integers(0, 2), st.integers(100, 9000)), max_size=8)


@settings(max_examples=20, deadline=None)
@given(acts=ACTS, who=st.integers(0, 2), back=st.booleans())
def test_an_erasure_changes_no_total(acts: list[tuple[int, int]], who: int, back: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shop = open_at(Path(folder))
        with shop.store.writing() as work:
            work.add_operator(Operator(BOSS, "Boss", Role.MANAGER))
        people = [person(shop, 10 + n, f"Member {n}") for n in range(3)]
        sold = [sale(shop, people[one], cents) for one, cents in acts]
        if sold and back:
            confirm_return(shop, act(shop), sold[0].entry.key)
        before = books(shop)
        erase(shop, act(shop, BOSS), people[who].id)
        after = books(shop)
        assert (after.totals, after.points, after.owed) == (
            before.totals,
            before.points,
            before.owed,
        )
        assert after.lots == before.lots
        assert clean(shop)
        shop.store.close()
