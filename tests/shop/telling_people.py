"""What somebody does or has in the cases of tables/shop: one function a verb, `NAME verb …`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from loyalty.accrual.tier import tier_of, tier_on
from loyalty.codes import member_card
from loyalty.ledger.account import Account, last_usable
from loyalty.ledger.count import VISITS, CountKey
from loyalty.members.member import MemberStatus
from loyalty.redemption.quote import Chosen
from loyalty.redemption.voucher import Voucher
from pos.activities import record
from pos.adjusting import adjust
from pos.blocking import block, unblock
from pos.cards import add_card, replace_card
from pos.claims import claim
from pos.consents import consent
from pos.counter import at_counter
from pos.enrol import complete, enrol
from pos.hand_codes import SECRET, present_typed
from pos.holding import hold, release
from pos.households import dissolve, join, leave
from pos.ids import new_id
from pos.leaving import erase
from pos.merging import merge
from pos.presenting import present_sale
from pos.profiles import Changes, edit_profile
from pos.referrals import code_of, refer
from pos.returns import confirm_unlinked
from pos.stamps import move_in
from pos.vouchers import give, held_vouchers
from receipts.hand_code import hand_code
from tests.rules.wordings import goods, split

if TYPE_CHECKING:
    from tests.shop.telling import Place


def _clauses(text: str) -> dict[str, str]:
    return {k: v.strip() for k, _, v in (part.partition(" ") for part in split(text, ";"))}


def claims(place: Place, name: str, rest: str) -> None:
    """`1`: the receipt of the first purchase, brought later; `1 by hand`, `1 all the same`."""
    number, _, how = rest.partition(" ")
    booked = place.sold(number)
    if how == "by hand":
        with place.shop.store.writing() as work:
            typed = hand_code(work.secret(SECRET), booked.entry.key, booked.sale.total_minor)
        presented = present_typed(place.shop, typed)
    else:
        with place.shop.store.reading() as view:
            presented = present_sale(place.shop, view, booked.entry.key)
    overrule, member = how == "all the same", place.people[name]
    allowed = place.allowed()
    claim(place.shop, place.act(), member, presented, overrule=overrule, approved=allowed)


def enrols(place: Place, name: str, rest: str) -> None:
    """`card 7; phone +49 …; name …; email …`; a dash: none. The rest of a profile may follow."""
    told = _clauses(rest)
    number = len(place.people) + 1
    given = {"card": str(number), "phone": f"+4915112345{number:03d}", "name": name, "email": ""}
    given = {key: told.pop(key, usual) for key, usual in given.items()}
    plain = {key: "" if text == "-" else text for key, text in given.items()}
    card = member_card(int(plain["card"])) if plain["card"] else ""
    act = place.act()
    person = enrol(place.shop, act, card, plain["phone"], plain["name"], plain["email"])
    place.people[name] = person.id
    if told:
        edit_profile(place.shop, place.act(), person.id, _changes(told))


def _changes(told: dict[str, str]) -> Changes:
    lists = ("phones", "likes", "dislikes", "brands")
    plain = {key: "" if text == "-" else text for key, text in told.items()}
    values = {key: tuple(split(text, ",")) if key in lists else text for key, text in plain.items()}
    return Changes(**values)  # type: ignore[arg-type]


def tells(place: Place, name: str, rest: str) -> None:
    """`birthday --05-03; likes tea, milk`: what they add to their profile."""
    edit_profile(place.shop, place.act(), place.people[name], _changes(_clauses(rest)))


def signs(place: Place, name: str, rest: str) -> None:
    """`up: name Ann; phone …`: somebody takes the card that was used before."""
    told = _clauses(rest.partition(":")[2])
    complete(place.shop, place.people[name], told["phone"], told["name"])


def known(place: Place, name: str, rest: str) -> None:
    """`as birthday 1990-05-03`, `as phones …`, `as name …`, as status merged`: what is kept."""
    what, _, expected = rest.removeprefix("as ").partition(" ")
    person = place.member(name)
    with place.shop.store.reading() as view:
        profile = view.profile(person.id)
    value = getattr(person, what) if hasattr(person, what) else getattr(profile, what)
    shown = ", ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    assert shown == ("" if expected == "-" else expected)


def buys(place: Place, name: str, rest: str) -> None:
    """GOODS, with what they `use`."""
    place.sells(rest, place.people[name])


def uses(place: Place, name: str, rest: str) -> None:
    """`100 points`, `reward ID`, `stamps ID`, `voucher ID`: with their next purchase."""
    first, _, second = rest.partition(" ")
    if first == "voucher":
        second = next(v.code for v in _vouchers(place, name) if v.terms.id == second)
    said = {"points": int(first)} if second == "points" else {first: second}
    place.chosen = (*place.chosen, Chosen(**said))


def brings(place: Place, name: str, rest: str) -> None:
    """`back GOODS because …`, without a slip; or a friend: `Ben`, by code, `Ben by card 1`."""
    if rest.startswith("back "):
        told, _, why = rest.removeprefix("back ").partition(" because ")
        who = place.people[name]
        done = confirm_unlinked(place.shop, place.act(), goods(told), who, why, place.allowed())
        place.back = done.unlinked
        return
    friend, _, card = rest.partition(" by card ")
    code = member_card(int(card)) if card else code_of(place.shop, place.people[name])
    refer(place.shop, place.people[friend], code)


def did(place: Place, name: str, rest: str) -> None:
    """`review`: an activity is recorded."""
    record(place.shop, place.act(), place.people[name], rest)


def gets(place: Place, name: str, rest: str) -> None:
    """`50 points because …`, by hand; below zero they are taken. `voucher ID`."""
    if rest.startswith("voucher "):
        give(place.shop, place.act(), rest.removeprefix("voucher "), place.people[name])
        return
    points, _, why = rest.partition(" points because ")
    adjust(place.shop, place.act(), place.people[name], int(points), why, place.allowed())


def moves(place: Place, name: str, rest: str) -> None:
    """`5 coffee stamps of card A-12`: an old paper card."""
    told, _, serial = rest.partition(" stamps of card ")
    number, _, rule = told.partition(" ")
    who = place.people[name]
    move_in(place.shop, place.act(), who, rule, serial, int(number), place.allowed())


def holds(place: Place, name: str, rest: str) -> None:
    """`30 points`: an open basket of theirs at another window; `no points`: it is left."""
    points = rest.removesuffix(" points")
    basket = place.baskets.setdefault(name, new_id(place.shop.clock))
    if points == "no":
        release(place.shop, basket)
    else:
        hold(place.shop, basket, place.people[name], int(points))


def merges(place: Place, name: str, rest: str) -> None:
    """`into Ben`: both are one person."""
    other = place.people[rest.removeprefix("into ")]
    merge(place.shop, place.act(), place.people[name], other, place.allowed())


def joins(place: Place, name: str, rest: str) -> None:
    """`Ben`: into the household of Ben."""
    join(place.shop, place.act(), place.people[name], place.people[rest], place.allowed())


def leaves(place: Place, name: str, rest: str) -> None:
    """The household; its owner ends it."""
    one = place.people[name]
    (dissolve if place.member(name).household == one else leave)(place.shop, one)


def replaces(place: Place, name: str, rest: str) -> None:
    """`card 1 by card 5`."""
    old, _, new = rest.removeprefix("card ").partition(" by card ")
    replace_card(place.shop, place.act(), member_card(int(old)), member_card(int(new)))


def adds(place: Place, name: str, rest: str) -> None:
    """`card 5`, besides the one they have."""
    code = member_card(int(rest.removeprefix("card ")))
    add_card(place.shop, place.act(), place.people[name], code)


def is_(place: Place, name: str, rest: str) -> None:
    """`blocked because …`, `unblocked`, `erased`: what is done with them."""
    what, _, why = rest.partition(" because ")
    who = place.people[name]
    if what == "blocked":
        block(place.shop, place.act(), who, why, place.allowed() or "sam")
    elif what == "unblocked":
        unblock(place.shop, place.act(), who, place.allowed() or "sam")
    elif what == "erased":
        erase(place.shop, place.act(), who, place.allowed())
    else:
        assert place.member(name).status is MemberStatus(what)


def agrees(place: Place, name: str, rest: str) -> None:
    """`to email at counter`."""
    what, _, where = rest.removeprefix("to ").partition(" at ")
    consent(place.shop, place.people[name], what, True, where)


def agreed(place: Place, name: str, rest: str) -> None:
    """`to email at counter`, or `to nothing`: as it is kept."""
    with place.shop.store.reading() as view:
        kept = [f"{one.what} at {one.where}" for one in view.consents(place.people[name])]
    assert kept == ([] if rest == "to nothing" else [rest.removeprefix("to ")])


def has(place: Place, name: str, rest: str) -> None:
    """`11 points`: the account their purchases move."""
    assert _account(place, name).balance == int(rest.removesuffix(" points"))


def pending(place: Place, name: str, rest: str) -> None:
    """`11 points` that are not yet theirs to spend."""
    assert _account(place, name).pending_points == int(rest.removesuffix(" points"))


def owes(place: Place, name: str, rest: str) -> None:
    """`3 points`."""
    assert _account(place, name).owed == int(rest.removesuffix(" points"))


def spendable(place: Place, name: str, rest: str) -> None:
    """`11 points` today."""
    found = _account(place, name).spendable(place.shop.today)
    assert found == int(rest.removesuffix(" points"))


def lots(place: Place, name: str, rest: str) -> None:
    """`5 until 2026-03-31, 7 for ever`, in the order they are spent; or `none`."""
    account = _account(place, name)
    days = [(lot.points, last_usable(lot.ref, account.active_on)) for lot in account.lots]
    said = [f"{points} until {day}" if day else f"{points} for ever" for points, day in days]
    assert said == ([] if rest == "none" else rest.split(", ")), said


def counts(place: Place, name: str, rest: str) -> None:
    """`NAME AMOUNT`: a count of theirs, or of the shop."""
    counted, amount = rest.rsplit(" ", 1)
    with place.shop.store.reading() as view:
        history = view.history(place.member(name).owner)
        shops: dict[CountKey, int] = dict(view.shop_counts([counted]))
    daily = sum(getattr(day, counted) for day in history.days) if counted == VISITS else 0
    found = daily + history.count(counted) + sum(shops.values())
    assert found == int(amount), found


def vouchers(place: Place, name: str, rest: str) -> None:
    """`treat, treat`: what they could use today; or `none`."""
    found = sorted(one.terms.id for one in _vouchers(place, name))
    assert found == ([] if rest == "none" else sorted(rest.split(", "))), found


def tier(place: Place, name: str, rest: str) -> None:
    """`silver` now, or `silver at the end of 2026-03-04`; `none`."""
    expected, _, day = rest.partition(" at the end of ")
    tiers, person = place.rules.program.tiers, place.member(name)
    with place.shop.store.reading() as view:
        owner = view.member(person.owner) or person
        if day:
            entries = tuple(view.entries(member=owner.id))
            found = tier_on(tiers, owner, entries, date.fromisoformat(day))
        else:
            found = tier_of(tiers, owner, view.history(owner.id), place.shop.today)
    assert found == ("" if expected == "none" else expected)


def _account(place: Place, name: str) -> Account:
    return at_counter(place.shop, place.people[name]).account


def _vouchers(place: Place, name: str) -> tuple[Voucher, ...]:
    return held_vouchers(place.shop, place.member(name).owner)


PEOPLE: dict[str, Callable[[Place, str, str], None]] = {
    act.__name__.rstrip("_"): act
    for act in (
        claims, enrols, tells, signs, known, buys, uses, brings, did, gets, moves, holds,
        merges, joins, leaves, replaces, adds, is_, agrees, agreed, has, pending, owes,
        spendable, lots, counts, vouchers, tier,
    )
}  # fmt: skip
