"""Numbers typed on a slip's page: marked until a person confirms them, and a task where a member
has the same already.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from loyalty.members.member import MemberStatus
from pos.office.ledger.standing import booking
from pos.office.managing import members
from pos.office.people.auditing import Wanted, noted
from pos.office.schema.engine import reading
from pos.office.schema.guests import contact_check
from tests.office.guests import PHONE, Street, card_of, kept, opened, street_on
from tests.office.managing import Managed
from tests.office.office import Browser


@pytest.fixture
def street(office_url: str, tmp_path: Path) -> Iterator[Street]:
    with street_on(office_url, tmp_path) as made:
        yield made


def _joined(street: Street, contact: str = PHONE["contact"]) -> UUID:
    """Somebody who became a member on a slip's page."""
    _, token = street.slip()
    street.sync()
    card = card_of(kept(opened(street, token), token, {**PHONE, "contact": contact}))
    street.sync()
    with street.till.shop.store.reading() as view:
        found = view.member_by_card(card)
    assert found is not None
    return found[0].id


def _owner(street: Street) -> Browser:
    return Managed.of(street.world).browser("ana")


def test_a_number_typed_on_the_page_is_unverified_until_one_press(street: Street) -> None:
    who = _joined(street)
    browser = _owner(street)
    page = browser.get(f"/members/{who}").text
    assert "+821012345678 was typed on a receipt’s page" in page
    assert browser.post(f"/members/{who}/confirm").status_code == 303
    assert "was typed on" not in browser.get(f"/members/{who}").text
    assert browser.post(f"/members/{who}/confirm").status_code == 422, "there is nothing left"
    with reading(street.world.engine) as db:
        (line,) = noted(db, 1, Wanted(act="contact-confirmed"), 9)
    assert (line.about, line.old, line.new) == (f"member:{who}", {}, {})


def test_a_number_given_at_the_counter_since_is_not_doubted(street: Street) -> None:
    who = _joined(street)
    with street.till.shop.store.writing() as work:
        before = work.member(who)
        assert before is not None
        work.change_member(before.__class__(who, "Kim", "+821055556666", before.joined_on))
    street.later(minutes=1)
    street.sync()
    assert "was typed on" not in _owner(street).get(f"/members/{who}").text


def test_a_second_with_the_same_phone_is_a_task_and_one_press_puts_both_together(
    street: Street,
) -> None:
    first, second = _joined(street), _joined(street, "010-1234-5678")
    browser = _owner(street)
    inbox = browser.get("/inbox").text
    assert "Members with one number" in inbox
    assert f'href="/members/{second}"' in inbox
    page = browser.get(f"/members/{second}").text
    assert "One person or two?" in page
    assert f'href="/members/{first}"' in page
    assert browser.post(f"/members/{second}/together").status_code == 303
    assert "Members with one number" not in browser.get("/inbox").text
    street.sync()
    street.sync()
    with street.till.shop.store.reading() as view:
        gone = view.member(second)
    assert gone is not None
    assert (gone.status, gone.merged_into) == (MemberStatus.MERGED, first)
    assert "was typed on" in browser.get(f"/members/{first}").text, "as doubtful as it was"


def test_two_who_share_a_phone_stay_two_and_are_not_asked_again(street: Street) -> None:
    _joined(street)
    second = _joined(street)
    browser = _owner(street)
    browser.get("/inbox")
    assert browser.post(f"/members/{second}/apart").status_code == 303
    assert "One person or two?" not in browser.get(f"/members/{second}").text
    assert "Members with one number" not in browser.get("/inbox").text
    assert browser.post(f"/members/{second}/together").status_code == 422
    with reading(street.world.engine) as db:
        assert len(noted(db, 1, Wanted(act="contact-apart"), 9)) == 1


def test_who_may_not_see_members_is_shown_no_pairs(street: Street) -> None:
    _joined(street)
    _joined(street)
    support = Managed.of(street.world).browser("sue", "support")
    assert "Members with one number" not in support.get("/inbox").text


def test_nothing_of_it_is_left_of_an_erased_member(street: Street) -> None:
    first, _ = _joined(street), _joined(street)
    assert len(street.world.rows(contact_check)) == 2
    with booking(street.world.office) as books:
        members.erase(books, first)
    assert street.world.rows(contact_check) == []
