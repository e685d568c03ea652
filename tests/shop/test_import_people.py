"""Members and balances from a file: checked whole, booked once, found at the counter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Account, Kind
from loyalty.members.member import Birthday
from loyalty.money import currency
from loyalty.rules.activity import ReferralRule
from loyalty.rules.program import ExpiryKind, ExpiryRule
from loyalty.rules.rewards import StampRule
from pos.counter import AtCounter, ReferralCode, identify
from pos.demo import demo_program
from pos.importing.faults import Faults
from pos.importing.kinds import Source
from pos.importing.mapping import Mapping
from pos.importing.members import Members
from pos.importing.row import Row
from pos.importing.table import Raw, open_table
from pos.person import person
from pos.shop import Shop
from tests.shop.files import Desk, rows
from tests.shop.house import anna, open_at

TWO = rows("id,name,phone,card", "1,Anna,0151 2345678,99887766", "2,Ben,0151 2345679,")


@pytest.fixture
def desk(shop: Shop, tmp_path: Path) -> Desk:
    return Desk(shop, tmp_path)


def test_a_member_comes_with_all_they_told(desk: Desk) -> None:
    text = rows(
        "name;phone;mobile;e-mail;birthday;joined;card;card number;language;address;likes;"
        "tags;notes;consent:newsletter;consent:sms;consent date",
        "Kim Min-jun;02-123-4567;010-1234-5678;Kim@Example.com;--05-03;2020-04-01;A-0001;"
        + member_card(77)
        + ";KO;Seoul;tea|cake;vip,wholesale;knows us;yes;no;2021-01-01",
    )
    assert desk.bring("members", text).booked == 1
    found = identify(desk.shop, "A-0001")
    assert isinstance(found, AtCounter)
    member = found.member
    assert (member.name, member.phone, member.email) == (
        "Kim Min-jun",
        "021234567",
        "kim@example.com",
    )
    assert (member.birthday, member.joined_on) == (Birthday(5, 3), date(2020, 4, 1))
    assert member.language == "ko"
    with desk.shop.store.reading() as view:
        profile, consents = view.profile(member.id), view.consents(member.id)
        assert {card.code for card in view.cards_of(member.id)} == {"A-0001", member_card(77)}
    assert (profile.address, profile.likes) == ("Seoul", ("tea", "cake"))
    assert (profile.phones, profile.notes) == (("01012345678",), "knows us\n# vip, wholesale")
    assert [(one.what, one.given, one.where) for one in consents] == [
        ("newsletter", True, "import"),
        ("sms", False, "import"),
    ]
    assert not desk.entries()  # they were members elsewhere: nobody was enrolled here


def test_a_card_of_another_system_that_looks_like_a_product_is_found_as_a_card(desk: Desk) -> None:
    assert desk.bring("members", rows("card,name", "4006381333931,Anna")).booked == 1
    assert isinstance(identify(desk.shop, "4006381333931"), AtCounter)


def test_a_dry_run_checks_and_books_nothing(desk: Desk) -> None:
    found = desk.bring("members", TWO, dry_run=True)
    assert (found.ready, found.booked, found.fault_count) == (2, 0, 0)
    with desk.shop.store.reading() as view:
        assert view.members() == ()


def test_a_file_with_one_fault_books_nothing_and_names_every_fault(desk: Desk) -> None:
    text = rows(
        "name,phone,email,birthday,joined,card,language",
        "Anna,0151234567,,,,,",
        "Ben,12,ben@,2999-01-01,2030-01-01,1 2,Klingon",
        "Carl,,,,,,",
    )
    found = desk.bring("members", text)
    assert desk.faults(found) == [
        (3, "birthday", "birthday-future"),
        (3, "card", "card-unreadable"),
        (3, "email", "email-unreadable"),
        (3, "joined", "date-future"),
        (3, "language", "language-unknown"),
        (3, "phone", "phone-unreadable"),
        (4, "id", "import-member-nothing"),
    ]
    assert (found.booked, found.faults[1].value) == (0, "1 2")
    with desk.shop.store.reading() as view:
        assert view.members() == ()


def test_two_rows_of_one_number_card_phone_or_mail_are_told_with_the_first_line(desk: Desk) -> None:
    text = rows(
        "id,phone,email,card",
        "1,0151234567,a@example.com,AAAA",
        "2,0151234567,,",
        "3,,A@Example.com,",
        "4,,,AAAA",
        "1,,,BBBB",
    )
    found = desk.bring("members", text)
    assert {(one.line, one.column, dict(one.facts)["first"]) for one in found.faults} == {
        (3, "phone", 2),
        (4, "email", 2),
        (5, "card", 2),
        (6, "id", 2),
    }
    assert {one.code for one in found.faults} == {"import-double"}


def test_the_same_file_again_books_nothing(desk: Desk) -> None:
    assert desk.bring("members", TWO).booked == 2
    again = desk.bring("members", TWO)
    assert (again.booked, again.already, again.fault_count) == (0, 2, 0)


def test_a_longer_file_books_only_who_is_new(desk: Desk) -> None:
    desk.bring("members", TWO)
    found = desk.bring("members", TWO + "3,Carl,0151 2345670,\n")
    assert (found.booked, found.already) == (1, 2)


def test_who_is_a_member_already_is_told_or_left_out_on_demand(desk: Desk) -> None:
    anna(desk.shop)
    text = rows("id,name,phone", "1,A. Schmidt,+4915112345678", "2,Ben,015112340000")
    found = desk.bring("members", text)
    assert desk.faults(found) == [(2, "phone", "import-known")]
    left = desk.bring("members", text, leave_known=True)
    assert (left.booked, left.known_count, left.fault_count) == (1, 1, 0)


def test_a_card_given_out_since_the_check_is_not_taken_away(desk: Desk) -> None:
    table = open_table(desk.file(rows("card,name", "BBBB,Ben")), "members", Mapping())
    source = Source(desk.shop, table.columns, Mapping(), currency("EUR"))
    (raw,) = table.rows()
    assert isinstance(raw, Raw)
    members = Members(source)
    record = members.read(Row(raw, table.columns, Mapping(), Faults()))
    assert record is not None
    desk.bring("members", rows("id,card", "5,BBBB"))
    with pytest.raises(LoyaltyError) as no, desk.shop.store.writing() as work:
        members.book(work, record)
    assert no.value.code == "card-taken"


BALANCES = rows("id,points,expires", "1,120,2027-12-31", "1,30,never", "2,7,")


def test_a_balance_is_one_opening_entry_for_each_day_it_ends(desk: Desk) -> None:
    desk.bring("members", TWO)
    assert desk.bring("balances", BALANCES).booked == 3
    entries = desk.entries()
    assert {entry.kind for entry in entries} == {Kind.OPENING}
    assert sum(p.points for e in entries for p in e.postings if p.account is Account.OPENED) == -157
    found = identify(desk.shop, "99887766")
    assert isinstance(found, AtCounter)
    assert [(lot.points, lot.ref.expires_on) for lot in found.account.lots] == [
        (120, date(2027, 12, 31)),
        (30, None),
    ]


def test_points_without_a_date_end_as_the_program_says(tmp_path: Path) -> None:
    for kind, expires, slides in (
        (ExpiryKind.MONTHS, date(2027, 3, 2), 0),
        (ExpiryKind.SLIDING, None, 12),
        (ExpiryKind.NEVER, None, 0),
    ):
        folder = tmp_path / kind.value
        folder.mkdir()
        rule = ExpiryRule(kind, 12)
        shop = open_at(
            folder, program=replace(demo_program(), starts_on=date(2020, 1, 1), expiry=rule)
        )
        desk = Desk(shop, folder)
        desk.bring("members", TWO)
        desk.bring("balances", rows("id,points", "1,5"))
        (entry,) = desk.entries()
        lot = entry.postings[0].lot
        assert lot is not None
        assert (lot.expires_on, lot.slides) == (expires, slides)
        shop.store.close()


def test_a_balance_brought_twice_is_the_same_and_another_number_is_a_fault(desk: Desk) -> None:
    desk.bring("members", TWO)
    desk.bring("balances", BALANCES)
    again = desk.bring("balances", BALANCES)
    assert (again.booked, again.already) == (0, 3)
    other = desk.bring("balances", BALANCES.replace("120", "121"))
    assert desk.faults(other) == [(2, "", "balance-differs")]
    assert len(desk.entries()) == 3


def test_one_member_and_day_twice_in_a_file_is_a_fault_however_they_are_named(desk: Desk) -> None:
    desk.bring("members", TWO)
    text = rows("id,card,points", "1,,5", ",99887766,6")
    assert desk.faults(desk.bring("balances", text)) == [(3, "card", "import-double")]
    assert not desk.entries()


def test_balances_of_nobody_of_two_and_of_the_past_are_told(desk: Desk) -> None:
    desk.bring("members", TWO)
    text = rows(
        "id,card,phone,points,expires",
        "9,,,5,",
        ",,,5,",
        "2,99887766,,5,",
        ",,0151 2345679,x,",
        "1,,,5,2020-01-01",
        "1,,,-5,",
    )
    assert desk.faults(desk.bring("balances", text)) == [
        (2, "", "member-unknown"),
        (3, "id", "import-whose"),
        (4, "", "import-members-differ"),
        (5, "points", "number-unreadable"),
        (6, "expires", "balance-ended"),
        (7, "points", "number-range"),
    ]


def test_stamps_come_by_the_rule_they_are_of(tmp_path: Path) -> None:
    rule = StampRule("coffee", "Coffee card", needed=10)
    program = replace(demo_program(), starts_on=date(2020, 1, 1), stamps=(rule,))
    shop = open_at(tmp_path, program=program)
    desk = Desk(shop, tmp_path)
    desk.bring("members", TWO)
    assert desk.bring("balances", rows("id,stamps:coffee", "1,7", "2,0")).booked == 1
    with shop.store.reading() as view:
        (member,) = view.find_members("Anna")
        assert view.history(member.id).count("stamps:coffee") == 7
    found = desk.bring("balances", rows("id,stamps:tea", "1,7"))
    assert desk.faults(found) == [(2, "stamps:tea", "stamps-unknown")]
    shop.store.close()


def test_a_member_of_an_import_gets_a_code_for_bringing_friends(desk: Desk) -> None:
    program = replace(demo_program(), number=9, referral=ReferralRule(100, 50))
    with desk.shop.store.writing() as work:
        work.add_program(replace(program, starts_on=desk.shop.today))
    assert desk.bring("members", TWO).booked == 2
    found = identify(desk.shop, "99887766")
    assert isinstance(found, AtCounter)
    assert not found.member.referral_code
    code = person(desk.shop, found.member.id).member.referral_code
    assert identify(desk.shop, code) == ReferralCode(code)
    assert person(desk.shop, found.member.id).member.referral_code == code
