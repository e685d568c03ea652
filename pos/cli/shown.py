"""Values of the shop as JSON facts with stable names, the same in every command.

Money is minor units beside a `currency`, points are whole, moments are ISO 8601 in the shop's zone,
days ISO, ids text.
"""

from __future__ import annotations

from typing import Any

from loyalty.claims.documents import credit_from
from loyalty.codes import SaleNumber, sale_code
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, Lot, last_usable
from loyalty.ledger.documents import opened, returned_from, sale_from
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, Kind
from loyalty.members.member import Card, Consent, Member, Profile
from loyalty.redemption.quote import Quote
from loyalty.sales.returned import Returned
from loyalty.sales.sale import Sale
from pos.cli.told import Facts
from pos.clock import moment_of
from pos.counter import Booked
from pos.shop import Shop
from pos.slips import number_text
from pos.store import Totals


def moment(shop: Shop, at_ms: int) -> str:
    """UTC milliseconds as ISO 8601 in the shop's zone, to the second."""
    return moment_of(at_ms).astimezone(shop.clock.zone).isoformat(timespec="seconds")


def entry_text(key: SaleNumber) -> str:
    """An entry as `ledger show` and faults name it: terminal, epoch, sequence."""
    return f"{key.terminal}-{key.epoch}-{key.seq}"


def member_facts(member: Member, cards: tuple[Card, ...] = ()) -> Facts:
    """A person and their cards."""
    return {
        "id": str(member.id),
        "name": member.name,
        "phone": member.phone,
        "language": member.language,
        "status": member.status.value,
        "joined_on": member.joined_on.isoformat(),
        "email": member.email,
        "birthday": str(member.birthday) if member.birthday else None,
        "household": str(member.household) if member.household else None,
        "merged_into": str(member.merged_into) if member.merged_into else None,
        "referral_code": member.referral_code,
        "cards": [{"code": card.code, "status": card.status.value} for card in cards],
    }


def profile_facts(profile: Profile) -> Facts:
    """What a member told besides, and what the shop noted."""
    return {
        "other_phones": list(profile.phones),
        "address": profile.address,
        "likes": list(profile.likes),
        "dislikes": list(profile.dislikes),
        "brands": list(profile.brands),
        "social": dict(profile.social),
        "notes": profile.notes,
    }


def consent_facts(shop: Shop, said: Consent) -> Facts:
    """A word of a member's: what it is about, yes or no, when and where."""
    at = moment(shop, said.at_ms)
    return {"what": said.what, "given": said.given, "at": at, "where": said.where}


def points_facts(shop: Shop, account: Account) -> Facts:
    """An account: balance, what may be spent today, lots in the order they are spent."""
    return {
        "balance": account.balance,
        "spendable": account.spendable(shop.today),
        "owed": account.owed,
        "lots": [_lot(shop, lot, account) for lot in account.lots],
        "debts": [_lot(shop, debt, account) for debt in account.debts],
        "pending": [
            {"points": lot.points, "vests_on": lot.ref.vests_on.isoformat()}
            for lot in account.pending
            if lot.ref.vests_on
        ],
    }


def _lot(shop: Shop, lot: Lot, account: Account) -> Facts:
    ends = last_usable(lot.ref, account.active_on)
    return {
        "points": lot.points,
        "entry": entry_text(lot.ref.key),
        "earned_at": moment(shop, lot.ref.earned_ms),
        "expires_on": ends.isoformat() if ends else None,
    }


def sale_facts(shop: Shop, key: SaleNumber, at_ms: int, sale: Sale) -> Facts:
    """A sale in the books."""
    return {
        "number": number_text(key),
        "code": sale_code(key),
        "entry": entry_text(key),
        "id": str(sale.id),
        "at": moment(shop, at_ms),
        "operator": sale.operator,
        "till_number": sale.number,
        "currency": sale.currency,
        "total_minor": sale.total_minor,
        "paid_minor": sale.paid_minor,
        "due_minor": sale.due_minor,
        "earned": sale.earned,
        "redeemed": sale.redeemed,
        "earned_until": sale.earned_until.isoformat() if sale.earned_until else None,
        "vests_on": sale.vests_on.isoformat() if sale.vests_on else None,
        "lines": [
            {
                "text": sold.line.text,
                "units": sold.line.units,
                "amount_minor": sold.line.amount_minor,
                "category": sold.line.category,
                "reward": sold.line.reward,
                "earned": sold.earned,
                "paid_points": sold.paid_points,
                "paid_minor": sold.paid_minor,
            }
            for sold in sale.lines
        ],
        "rewards": [
            {
                "id": used.reward,
                "name": used.name,
                "points": used.points,
                "minor": used.value_minor,
                "voucher": used.voucher,
                "stamps": used.stamps,
            }
            for used in sale.used
        ],
    }


def booked_facts(shop: Shop, booked: Booked) -> Facts:
    """A booked sale with the member's points before and after it."""
    member = booked.member
    return {
        "sale": sale_facts(shop, booked.entry.key, booked.entry.at_ms, booked.sale),
        "member": member_facts(member) if member else None,
        "balance_before": booked.before.balance,
        "balance_after": booked.after.balance,
    }


def return_facts(returned: Returned, currency: str) -> Facts:
    """A return: units by line, money to hand out, and what became of the points."""
    return {
        "sale": number_text(returned.sale),
        "units": list(returned.units),
        "currency": currency,
        "refund_minor": returned.refund_minor,
        "taken_back": returned.clawed,
        "given_back": returned.restored,
        "forgiven": returned.forgiven,
        "waived": returned.waived,
        "owed": returned.owed,
        "bought": returned.bought,
        "kept_minor": returned.kept_minor,
        "void": returned.void,
    }


def next_reward(offers: Quote) -> Facts | None:
    """The nearest reward that only lacks points."""
    near = offers.next_reward
    if near is None:
        return None
    return {"id": near.reward.id, "name": near.reward.name, "missing": near.missing}


def reward_facts(offers: Quote) -> list[Facts]:
    """Every reward, cheapest first; `why` is the code of what is in the way of it, if anything."""
    return [
        {
            "id": offer.reward.id,
            "name": offer.reward.name,
            "points": offer.reward.points,
            "missing": offer.missing,
            "worth_minor": offer.value_minor,
            "why": offer.refused.code if offer.refused else None,
            "facts": dict(offer.refused.facts) if offer.refused else {},
        }
        for offer in offers.rewards
    ]


def entry_facts(shop: Shop, entry: Entry) -> Facts:
    """An entry as the ledger shows it; `points` is what it moved on the member's account."""
    facts: dict[str, Any] = {
        "entry": entry_text(entry.key),
        "kind": entry.kind.value,
        "at": moment(shop, entry.at_ms),
        "business_date": entry.business_date.isoformat(),
        "member": str(entry.member) if entry.member else None,
        "points": points_moved(entry),
        "id": str(entry.source),
        "hash": entry.hash.hex(),
    }
    return facts | _body_facts(entry)


def points_moved(entry: Entry) -> int:
    """What an entry did to its member's balance; debts count against it."""
    own = (Ledger.MEMBER, Ledger.MEMBER_DEBT)
    return sum(posting.points for posting in entry.postings if posting.account in own)


def _body_facts(entry: Entry) -> Facts:
    try:
        if entry.kind is Kind.SALE:
            sale = sale_from(entry.body, entry.source, entry.member, entry.program)
            money = {"currency": sale.currency, "due_minor": sale.due_minor}
            return {"operator": sale.operator, **money}
        if entry.kind is Kind.CLAIM:
            made = credit_from(entry)
            said = {"receipt": made.receipt.key, "scheme": made.receipt.scheme}
            return {"operator": made.sale.operator, "approved": made.approved, **said}
        if entry.kind is Kind.RETURN:
            returned = returned_from(entry.body, entry.source)
            of = number_text(returned.sale)
            return {"operator": returned.operator, "sale": of, "due_minor": -returned.refund_minor}
        return {"operator": str(opened(entry.body).get("o", ""))}
    except LoyaltyError as unreadable:  # `ledger show` must show a damaged ledger, too
        return {"operator": "", "error": unreadable.code}


def totals_facts(totals: Totals, currency: str) -> Facts:
    """A shift or a day in figures."""
    return {
        "currency": currency,
        **{name: getattr(totals, name) for name in Totals.__slots__},
    }
