"""The cases of tables/shop, told line by line to a real shop on a real ledger file.

A line is a rule (as `tests/rules/telling` reads it), what somebody does or has (it begins with a
name), or what happens in the shop. The language stands in the tables' README.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID

import pytest

from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.members.member import Member
from loyalty.redemption.quote import Chosen
from loyalty.sales.returned import Returned
from loyalty.sales.unlinked import Unlinked
from pos.activities import approve, decline, waiting
from pos.acts import Act
from pos.counter import AtCounter, Booked, confirm, identify
from pos.duplicates import duplicates
from pos.exchanging import exchange
from pos.finding import find
from pos.ids import new_id
from pos.nightly import nightly
from pos.returns import confirm_return, void
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from pos.undo import undo
from tests.rules.table_cases import Case, terms, told
from tests.rules.telling import ADDED, SET, Teller
from tests.rules.wordings import goods, minor
from tests.shop.house import clean, clock_of, open_at
from tests.shop.telling_people import PEOPLE

RULES = re.compile(rf"({'|'.join([*ADDED, 'tier'])}) [^:]*:|({'|'.join(SET)}):|cap ")


class Place:
    """A shop in which a case happens; opened by its first line that is no rule."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rules = Teller()
        self.people: dict[str, UUID] = {}
        self.chosen: tuple[Chosen, ...] = ()
        self.baskets: dict[str, UUID] = {}
        self.sales: list[Booked] = []
        self.back: Returned | Unlinked | None = None
        self.operator, self.approved = "mina", ""
        self._shop: Shop | None = None

    @property
    def shop(self) -> Shop:
        """The shop; from now on its rules stand."""
        if self._shop is None:
            program = replace(self.rules.program, starts_on=date(2020, 1, 1))
            self._shop = open_at(self.folder, program=program)
            with self._shop.store.writing() as work:
                work.add_operator(Operator("chef", "Chef", Role.MANAGER))
        return self._shop

    def tell(self, case: Case) -> None:
        """All lines, in order; at the end the books must be whole."""
        try:
            for number, line in case.lines:
                try:
                    self.line(line)
                except (AssertionError, LoyaltyError, ValueError, KeyError, TypeError) as wrong:
                    wrong.add_note(f"{case.table}.txt:{number}: {line}")
                    raise
            assert clean(self.shop)
        finally:
            if self._shop:
                self._shop.store.close()

    def line(self, line: str) -> None:
        """One line: a rule, somebody's, or the shop's."""
        verb, _, rest = line.partition(" ")
        if RULES.match(line):
            assert self._shop is None, "rules stand before what happens"
            self.rules.line(line)
        elif verb[0].isupper():
            told, _, rest = rest.partition(" ")
            if verb not in self.people and told.removesuffix(":") != "enrols":
                raise ValueError(f"nobody enrolled {verb!r}")
            PEOPLE[told.removesuffix(":")](self, verb, rest.strip())
        elif verb in HAPPENS:
            HAPPENS[verb](self, rest.strip())
        else:
            raise ValueError(f"no verb: {verb!r}")

    def act(self) -> Act:
        """A fresh act of whoever stands at the counter."""
        return Act(new_id(self.shop.clock), self.operator)

    def allowed(self) -> str:
        """Who approves the next act; once."""
        answer, self.approved = self.approved, ""
        return answer

    def member(self, name: str) -> Member:
        """Somebody as they are now."""
        with self.shop.store.reading() as view:
            found = view.member(self.people[name])
        assert found is not None
        return found

    def named(self, members: tuple[Member, ...]) -> list[str]:
        """What this table calls some members."""
        names = {number: name for name, number in self.people.items()}
        return sorted(names[each.id] for each in members)

    def sells(self, told: str, member: UUID | None) -> None:
        """A basket is booked with what was chosen for it."""
        chosen, self.chosen = self.chosen, ()
        self.sales.append(confirm(self.shop, self.act(), goods(told), member, chosen))

    def sold(self, number: str) -> Booked:
        """The first, second… purchase of the case."""
        return self.sales[int(number) - 1]


def on(place: Place, rest: str) -> None:
    """`2026-03-04`, or with a time of the shop's zone: the clock is put there."""
    day, _, at = rest.partition(" ")
    clock = clock_of(place.shop)
    local = datetime.combine(date.fromisoformat(day), time.fromisoformat(at or "12:00"), clock.zone)
    clock.advance(local - clock.now())


def night(place: Place, rest: str) -> None:
    """All nights since the last one, today's included."""
    nightly(place.shop)


def nobody(place: Place, rest: str) -> None:
    """`buys GOODS`: without a card."""
    place.sells(rest.removeprefix("buys "), None)


def returns(place: Place, rest: str) -> None:
    """`1` whole, or `1: 1 0` units of its lines."""
    number, _, units = rest.partition(":")
    wanted = tuple(map(int, units.split())) or None
    key = place.sold(number).entry.key
    place.back = confirm_return(place.shop, place.act(), key, wanted).returned


def exchanges(place: Place, rest: str) -> None:
    """`1: 1 0 for GOODS`: units of a purchase for other goods."""
    told, _, basket = rest.partition(" for ")
    number, _, units = told.partition(":")
    wanted, key = tuple(map(int, units.split())), place.sold(number).entry.key
    done = exchange(place.shop, place.act(), key, wanted, goods(basket))
    place.back = done.back.returned
    place.sales.append(done.sale)


def voids(place: Place, rest: str) -> None:
    """`1 because wrong member`."""
    number, _, why = rest.partition(" because ")
    key = place.sold(number).entry.key
    place.back = void(place.shop, place.act(), key, why, place.allowed()).returned


def undoes(place: Place, rest: str) -> None:
    """The last act, with one key."""
    undo(place.shop, place.act())


def operator(place: Place, rest: str) -> None:
    """Who stands at the counter from now on: mina, sam (supervisor), chef (manager)."""
    place.operator = rest


def approved(place: Place, rest: str) -> None:
    """`by sam`: the next act that asks for it."""
    place.approved = rest.removeprefix("by ")


def refused(place: Place, rest: str) -> None:
    """`CODE: LINE`: the line is refused, and books nothing."""
    code, _, line = rest.partition(": ")
    before = _entries(place)
    with pytest.raises(LoyaltyError) as caught:
        place.line(line)
    said = (caught.value.code, caught.value.facts.get("why"), caught.value.facts.get("what"))
    assert code in said, said
    assert _entries(place) == before
    place.chosen = ()


def _entries(place: Place) -> int:
    with place.shop.store.reading() as view:
        return sum(1 for _ in view.entries())


def earns(place: Place, rest: str) -> None:
    """`7`, or `7 = 5 base + 2 own-brand`: the last purchase."""
    total, _, parts = rest.partition("=")
    sale = place.sales[-1].sale
    assert sale.earned == int(total), sale.explanation
    if parts:
        assert told(sale.explanation) == terms(parts)


def refund(place: Place, rest: str) -> None:
    """`4.00`: money handed out by the last return."""
    assert place.back is not None
    assert place.back.refund_minor == minor(rest)


def keeps(place: Place, rest: str) -> None:
    """`1.00`: money the last return kept for points that were missing."""
    assert place.back is not None
    assert place.back.kept_minor == minor(rest)


def waives(place: Place, rest: str) -> None:
    """`3 points`: what the last return let go."""
    assert place.back is not None
    assert place.back.waived == int(rest.removesuffix(" points"))


def queue(place: Place, rest: str) -> None:
    """`Ann review, Ben photo`, or `nothing`: activities somebody must look at."""
    names = {number: name for name, number in place.people.items()}
    found = [f"{names[one.member.id]} {one.activity.rule}" for one in waiting(place.shop)]
    assert found == ([] if rest == "nothing" else rest.split(", "))


def looks(place: Place, rest: str) -> None:
    """`yes` or `no`: at the oldest activity of the queue."""
    oldest = waiting(place.shop)[0].id
    done = {"yes": approve, "no": decline}[rest]
    done(place.shop, place.act(), oldest, place.allowed())


def finds(place: Place, rest: str) -> None:
    """`TEXT: Ann, Ben`, or `TEXT: nobody`."""
    text, _, names = rest.partition(": ")
    found = find(place.shop, _meant(place, text), 10).members
    assert place.named(tuple(each.member for each in found)) == _names(names)


def alike(place: Place, rest: str) -> None:
    """`NAME / PHONE / E-MAIL: Ann`: who may be the person about to be enrolled."""
    text, _, names = rest.partition(": ")
    name, phone, email = (part.strip() for part in f"{text}//".split("/")[:3])
    assert place.named(duplicates(place.shop, name, phone, email)) == _names(names)


def scans(place: Place, rest: str) -> None:
    """`card 1: Ann`, `card 9: nobody`."""
    text, _, name = rest.partition(": ")
    seen = identify(place.shop, _meant(place, text))
    found = (seen.member,) if isinstance(seen, AtCounter) else ()
    assert place.named(found) == _names(name)


def _names(text: str) -> list[str]:
    return [] if text == "nobody" else sorted(text.split(", "))


def _meant(place: Place, text: str) -> str:
    """`card 3` as its code, `receipt 1` as the number on its slip; other text is typed so."""
    kind, _, number = text.partition(" ")
    if kind == "card":
        return member_card(int(number))
    if kind == "receipt":
        key = place.sold(number).entry.key
        return f"{key.terminal}-{key.seq}"
    return text


HAPPENS: dict[str, Callable[[Place, str], None]] = {
    act.__name__: act
    for act in (
        on, night, nobody, returns, exchanges, voids, undoes, operator, approved, refused, earns,
        refund, keeps, waives, queue, looks, finds, alike, scans,
    )
}  # fmt: skip
