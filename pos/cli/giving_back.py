"""`regulars return`, `regulars void` and `regulars undo`."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from loyalty.codes import SaleNumber
from loyalty.sales.returned import Returned
from pos.cli.amounts import returned_units
from pos.cli.approved import approved_by
from pos.cli.asking_office import brought
from pos.cli.opened import Doing, doing
from pos.cli.paper import printed
from pos.cli.ringing import basket_rung, chosen_of
from pos.cli.selling import facts_of, rows_of
from pos.cli.shown import entry_text, member_facts, return_facts
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.who import member_named, sale_named
from pos.cli.words import Words
from pos.exchanging import exchange
from pos.places import Places
from pos.returns import (
    BookedReturn,
    Returnable,
    confirm_return,
    confirm_unlinked,
    find_sale,
    preview_return,
    void,
)
from pos.rights import Right
from pos.shop import Shop
from pos.slips import number_text
from pos.undo import Undone, undo


def take_back(options: Namespace, places: Places) -> Told:
    """Return a sale or some of its lines; or only say what that would do."""
    with doing(places, options.operator, options.act_id) as now:
        if options.unlinked:
            return _unlinked(now, options)
        number = brought(now.shop, sale_named(now.shop, options.sale))
        if options.dry_run:
            found = find_sale(now.shop, number)
            wanted = returned_units(options.lines, found.sold.units_left)
            return _previewed(now.shop, found, preview_return(now.shop, found, wanted))
        with now.shop.store.reading() as view:
            sold = view.sold(number)
        units = returned_units(options.lines, sold.units_left) if sold else None
        if options.exchange or options.products:
            return _exchanged(now, options, number, units or ())
        booked = confirm_return(now.shop, now.act, number, units if options.lines else None)
        told = told_of(now.shop, booked)
        return printed(now.shop, booked.entry.key, told) if options.print else told


def _exchanged(now: Doing, options: Namespace, number: SaleNumber, units: tuple[int, ...]) -> Told:
    basket = basket_rung(now.shop, None, options.exchange, options.products)
    done = exchange(now.shop, now.act, number, units, basket, chosen_of(options))
    words, sale = Words.of(now.shop), facts_of(now.shop, done.sale)
    back = told_of(now.shop, done.back)
    facts: Facts = {"exchange": True, "due_minor": done.due_minor, "back": back.facts, **sale}
    due = words.money(abs(done.due_minor), done.sale.sale.currency)
    last = ("To pay" if done.due_minor >= 0 else "Pay back", due)
    rows = [row for row in rows_of(words, done.sale, sale) if row[0] != "To pay"]
    told = Told(facts, (*back.lines, "", *table([*rows, last])))
    return printed(now.shop, done.sale.entry.key, told) if options.print else told


def _unlinked(now: Doing, options: Namespace) -> Told:
    basket = basket_rung(now.shop, None, options.lines)
    named = options.who is not None
    member = member_named(now.shop, options.who).member.id if named else None
    second = approved_by(now.shop, options, now.act.operator, Right.RETURN_UNLINKED)
    done = confirm_unlinked(now.shop, now.act, basket, member, options.why, second)
    back, person, words = done.unlinked, done.member, Words.of(now.shop)
    facts: Facts = {
        "number": number_text(done.entry.key),
        "entry": entry_text(done.entry.key),
        "id": str(done.entry.source),
        "unlinked": True,
        "currency": basket.currency,
        "refund_minor": back.refund_minor,
        "kept_minor": back.kept_minor,
        "taken_back": back.clawed,
        "waived": back.waived,
        "owed": back.owed,
        "approved": back.approved,
        "member": member_facts(person) if person else None,
        "balance_before": done.before.balance,
        "balance_after": done.after.balance,
    }
    rows = [("Return", facts["number"]), ("Refund", words.money(back.refund_minor))]
    if person is not None:
        rows.append(("Member", person.name or person.phone or str(person.id)))
        rows.append(("Taken back", words.signed(-back.clawed)))
        rows.append(("After", words.points(done.after.balance)))
    told = Told(facts, table(rows))
    return printed(now.shop, done.entry.key, told) if options.print else told


def take_whole_back(options: Namespace, places: Places) -> Told:
    """Take a whole sale back as a mistake, with the reason and who allowed it."""
    with doing(places, options.operator, options.act_id) as now:
        number = sale_named(now.shop, options.sale)
        second = approved_by(now.shop, options, now.act.operator, Right.VOID_LATER)
        booked = void(now.shop, now.act, number, options.why, second)
        told = told_of(now.shop, booked)
        told = replace(told, facts={**told.facts, "approved": booked.returned.approved})
        return printed(now.shop, booked.entry.key, told) if options.print else told


def _previewed(shop: Shop, found: Returnable, returned: Returned) -> Told:
    before = found.account.balance
    after = before - returned.clawed + returned.restored
    facts = {
        "dry_run": True,
        "return": return_facts(returned, found.sold.sale.currency),
        "member": member_facts(found.member) if found.member else None,
        "balance_before": before,
        "balance_after": after,
    }
    rows = _rows(Words.of(shop), returned, facts)
    return Told(facts, ("Nothing was booked. The return would be:", *table(rows)))


def told_of(shop: Shop, booked: BookedReturn) -> Told:
    """A booked return in facts and in lines."""
    facts = {
        "number": number_text(booked.entry.key),
        "entry": entry_text(booked.entry.key),
        "id": str(booked.entry.source),
        "return": return_facts(booked.returned, booked.sold.sale.currency),
        "member": member_facts(booked.member) if booked.member else None,
        "balance_before": booked.before.balance,
        "balance_after": booked.after.balance,
    }
    rows = [("Return", number_text(booked.entry.key))]
    return Told(facts, table([*rows, *_rows(Words.of(shop), booked.returned, facts)]))


def _rows(words: Words, returned: Returned, facts: Facts) -> list[tuple[str, str]]:
    currency = facts["return"]["currency"]
    rows = [
        ("Of sale", number_text(returned.sale)),
        ("Refund", words.money(returned.refund_minor, currency)),
    ]
    if returned.kept_minor:
        rows.append(("Kept", f"{words.money(returned.kept_minor, currency)} for points spent"))
    member = facts["member"]
    if member is None:
        return rows
    rows.append(("Member", member["name"] or member["phone"] or member["id"]))
    moved = (
        ("Taken back", -returned.clawed),
        ("Given back", returned.restored),
        ("Waived", returned.waived),
        ("Owed", returned.owed),
    )
    rows += [(label, words.signed(points)) for label, points in moved if points]
    rows.append(("Before", words.points(facts["balance_before"])))
    rows.append(("After", words.points(facts["balance_after"])))
    return rows


def take_last_back(options: Namespace, places: Places) -> Told:
    """Undo, as F8 does."""
    with doing(places, options.operator, options.act_id) as now:
        return told_of_undo(now.shop, undo(now.shop, now.act))


_UNDID = {"sale": "Sale", "return": "Return", "enrolment": "Enrolment"}


def told_of_undo(shop: Shop, done: Undone) -> Told:
    """An undone act in facts and in lines."""
    words, kind = Words.of(shop), done.undid.value
    facts: Facts = {
        "undid": kind,
        "entry": entry_text(done.entry.key),
        "number": _number(done),
        "member": member_facts(done.member) if done.member else None,
        "balance_before": done.before.balance,
        "balance_after": done.after.balance,
        "refund_minor": done.returned.refund_minor if done.returned else 0,
        "currency": done.sold.sale.currency if done.sold else shop.settings.currency,
    }
    rows = [("Undone", f"{_UNDID.get(kind, kind)} {_number(done)}".strip())]
    if done.returned:
        rows.append(("Pay back", words.money(done.returned.refund_minor, facts["currency"])))
    if done.member and kind != "enrolment":
        rows.append(("Member", done.member.name or done.member.phone or str(done.member.id)))
        rows.append(("Before", words.points(done.before.balance)))
        rows.append(("After", words.points(done.after.balance)))
    return Told(facts, table(rows))


def _number(done: Undone) -> str:
    sale: SaleNumber | None = done.sold.key if done.sold else None
    return number_text(sale) if sale else ""
