"""`regulars vouchers give|show|withdraw|list|print`."""

from __future__ import annotations

from argparse import Namespace

from loyalty.codes import Meaning, reading
from loyalty.errors import LoyaltyError
from loyalty.redemption.voucher import Voucher
from pos.cli.approved import approved_by
from pos.cli.offered import voucher_facts
from pos.cli.opened import doing, opened
from pos.cli.paper import voucher_shown, voucher_to_printer
from pos.cli.table import table
from pos.cli.told import Error, Facts, Refused, Told
from pos.cli.who import member_named
from pos.cli.words import Words
from pos.places import Places
from pos.rights import Right
from pos.shop import Shop
from pos.trouble import TroubleError
from pos.vouchers import VoucherState, held_vouchers, voucher_state, withdraw
from pos.vouchers import give as give_out
from receipts.writing.errors import PaperError


def give(options: Namespace, places: Places) -> Told:
    """Give one of the program's vouchers by hand; it stands if its paper fails."""
    with doing(places, options.operator, options.act_id) as now:
        named = options.who is not None
        member = member_named(now.shop, options.who).member.id if named else None
        second = approved_by(now.shop, options, now.act.operator, Right.GIVE_VOUCHER)
        voucher = give_out(now.shop, now.act, options.terms, member, second)
        facts: Facts = {"voucher": voucher_facts(voucher)}
        lines = (f"Voucher {voucher.code}: {voucher.terms.name}.",)
        if not options.print:
            return Told(facts, lines)
        try:
            voucher_to_printer(now.shop, voucher.code)
        except (LoyaltyError, TroubleError, PaperError, Refused) as failed:
            return Told({**facts, "printed": False}, lines, Error(failed.code, failed.facts))
        return Told({**facts, "printed": True}, (*lines, "Printed."))


def show(options: Namespace, places: Places) -> Told:
    """What a voucher is good for, and whether it still is."""
    with opened(places) as shop:
        return _told(shop, voucher_state(shop, _code(options.code)))


def take_away(options: Namespace, places: Places) -> Told:
    """Make an unused voucher worthless."""
    with doing(places, options.operator, options.act_id) as now:
        right = Right.WITHDRAW_VOUCHER
        second = approved_by(now.shop, options, now.act.operator, right)
        state = withdraw(now.shop, now.act, _code(options.code), options.why, second)
        return _told(now.shop, state, {"approved": second})


def show_all(options: Namespace, places: Places) -> Told:
    """A member's vouchers that were neither used nor withdrawn, and end today or later."""
    with opened(places) as shop:
        member = member_named(shop, options.who).member
        found = held_vouchers(shop, member.owner)
        words = Words.of(shop)
    rows = [(one.code, one.terms.name, good_for(words, one)) for one in found]
    facts = {"member": str(member.id), "vouchers": [voucher_facts(one) for one in found]}
    return Told(facts, table(rows) if rows else ("No vouchers.",))


def good_for(words: Words, voucher: Voucher) -> str:
    """From when to when a voucher pays."""
    return f"{words.day(voucher.first_day)} to {words.day(voucher.last_day)}"


def _told(shop: Shop, state: VoucherState, more: Facts | None = None) -> Told:
    voucher, terms, words = state.voucher, state.voucher.terms, Words.of(shop)
    facts: Facts = {"voucher": voucher_facts(voucher), "used": state.used}
    facts |= {"withdrawn": state.withdrawn, "elsewhere": state.elsewhere, **(more or {})}
    now = "used" if state.used else "withdrawn" if state.withdrawn else "not used"
    if now == "not used" and state.elsewhere:
        now = "not used; another shop has it"
    rows = [("Voucher", voucher.code), ("Name", terms.name), ("State", now)]
    if terms.value_minor:
        rows.append(("Worth", words.money(terms.value_minor)))
    if terms.percent:
        rows.append(("Worth", f"{terms.percent} %"))
    if terms.minimum_spend_minor:
        rows.append(("From", words.money(terms.minimum_spend_minor)))
    rows.append(("Good", good_for(words, voucher)))
    return Told(facts, table(rows))


def paper(options: Namespace, places: Places) -> Told:
    """A voucher as its paper: shown, as a PDF, printed."""
    with opened(places) as shop:
        return voucher_shown(shop, options, _code(options.code))


def _code(text: str) -> str:
    code = text.strip()
    if reading(code).meaning is Meaning.DAMAGED:
        raise LoyaltyError("code-damaged", text=code[:20])
    return code
