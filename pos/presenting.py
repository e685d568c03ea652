"""What a presented receipt is: read from its code, from a photograph or from a code keyed by hand,
and made into what the rules judge. Nothing is booked here.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from loyalty.basket import Basket, Line
from loyalty.claims.receipt import OWN, Form, Receipt, own_key
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import EntryKey
from loyalty.money import LARGEST_MINOR, currency
from loyalty.redemption.chosen import Reason
from pos.clock import day_of, milliseconds
from pos.recognised import minor, recognised
from pos.shop import Shop
from pos.store import View
from receipts.reading.claim import Claim, KnownKeys, Outcome, ReceiptLine
from receipts.reading.judging import KEY_UNKNOWN, doubts, refusal, signed
from receipts.reading.regulars import known_key
from receipts.reading.schemes import read_code

_YEARS = range(2000, 2200)  # any other is a misread digit
PHOTO = "photo"
"""The scheme of a receipt without a code, known by what is printed on it."""


@dataclass(frozen=True, slots=True)
class Presented:
    """A receipt as it was presented, and what a person has to look at (`looks`), if anything.

    `issuer_name`: what the shop calls the merchant, empty for one it does not know.
    """

    receipt: Receipt
    basket: Basket
    looks: tuple[Reason, ...] = ()
    issuer_name: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a person confirmed of a receipt without a code. `moment`: ISO text in the shop's zone,
    a day or a day with a time; `issuer`: the enrolled merchant's key; `number` as printed or empty.
    """

    issuer: str
    total: Decimal
    moment: str
    number: str = ""
    lines: tuple[ReceiptLine, ...] = ()
    likeness: int | None = None


def enrolled_keys(view: View) -> KnownKeys:
    """Every key the shop can check a signature with: its tills' and those of enrolled devices."""
    keys: dict[tuple[str, str], bytes] = {
        (OWN, str(key.id)): known_key(
            key.public, None if key.valid_to_ms is None else -(-key.valid_to_ms // 1000)
        )
        for key in view.claim_keys()
    }
    for device in view.devices():
        if device.active and device.public:
            keys[device.scheme, device.device] = device.public
    return keys


def present(
    shop: Shop, scanned: bytes | str, *, total_minor: int | None = None, issuer: str = ""
) -> Presented:
    """Read a scanned receipt code. `total_minor`, `issuer`: keyed by a person where it has none.

    Errors: those of `read_code`; of `judging.refusal` (`receipt-check` with the check, …);
    `claim-total-needed`, `claim-total-wrong` (it has another one), `claim-currency`,
    `claim-has-card` (our own sale was booked to a card), `claim-returned`,
    `claim-signature-unknown` (signed by a terminal that is not known here).
    """
    with shop.store.reading() as view:
        return present_in(shop, view, scanned, total_minor=total_minor, issuer=issuer)


def present_in(
    shop: Shop,
    view: View,
    scanned: bytes | str,
    *,
    total_minor: int | None = None,
    issuer: str = "",
) -> Presented:
    """`present` inside a transaction."""
    claim = read_code(scanned, enrolled_keys(view))
    no = refusal(claim, shop.clock.now())
    if no is not None and no.code != KEY_UNKNOWN:  # that one a person may decide, see below
        raise LoyaltyError(no.code, **({"check": no.check} if no.check else {}))
    if claim.scheme == OWN:
        return _own(shop, view, claim)
    total = _total(claim, total_minor)
    on, at_ms = _issued(shop, claim.issued_at)
    known = {(one.scheme, one.issuer): one for one in view.issuers() if one.active}
    whose = claim.merchant or issuer
    known_device = _device_known(view, claim)
    receipt = Receipt(
        scheme=claim.scheme,
        key=claim.key,
        issuer=whose,
        total_minor=total,
        currency=claim.currency,
        issued_on=on,
        issued_ms=at_ms,
        sealed=known_device and claim.outcome("signature") is Outcome.PASS,
        device=claim.device or "",
        # Where the code knows only the month, its day is no day to compare.
        counter=None if len(claim.issued_at or "") < 10 else claim.counter,
    )
    merchant = known.get((claim.scheme, whose))
    looks = [Reason("claim-doubt", (("check", name),)) for name in doubts(claim)]
    if claim.issued_at is None:
        looks.append(Reason("claim-doubt", (("check", "issued_at"),)))
    if not claim.receipt:
        looks.append(Reason("claim-doubt", (("check", "receipt"),)))
    if merchant is None:
        looks.append(Reason("claim-issuer-unknown", (("issuer", whose),)))
    if signed(claim) and not known_device:
        looks.append(Reason("claim-device-unknown", (("device", (claim.device or "")[:16]),)))
    name = merchant.name if merchant else whose
    basket = recognised(view, claim.lines, total, claim.currency, name)
    return Presented(receipt, basket, tuple(looks), merchant.name if merchant else "")


def present_printed(shop: Shop, printed: Printed) -> Presented:
    """A receipt without a code, as a person confirmed it; a photograph always wants a person.

    Errors: `claim-issuer-unknown`, `claim-total-needed`, `receipt-future`, `claim-moment`.
    """
    code = shop.settings.currency
    total = minor(printed.total, code)
    if total is None or not 0 < total <= LARGEST_MINOR:
        raise LoyaltyError("claim-total-needed")
    with shop.store.reading() as view:
        merchant = next(
            (one for one in view.issuers() if one.issuer == printed.issuer and one.active), None
        )
        if merchant is None:
            raise LoyaltyError("claim-issuer-unknown", issuer=printed.issuer[:40])
        try:
            on, at_ms = _issued(shop, printed.moment)
            if on.year not in _YEARS:
                raise ValueError(printed.moment[:40])
        except (ValueError, OverflowError):
            raise LoyaltyError("claim-moment", moment=printed.moment[:40]) from None
        # Read, not as it was typed: one moment has many spellings.
        unnumbered = (on.isoformat() if at_ms is None else at_ms, total)
        facts = (printed.number.strip(),) if printed.number.strip() else unnumbered
        receipt = Receipt(
            scheme=PHOTO,
            key=":".join(map(str, (merchant.issuer, *facts)))[:200],
            issuer=merchant.issuer,
            total_minor=total,
            currency=code,
            issued_on=on,
            issued_ms=at_ms,
            form=Form.PHOTO,
            likeness=printed.likeness,
        )
        basket = recognised(view, printed.lines, total, code, merchant.name)
    return Presented(receipt, basket, (Reason("claim-photo"),), merchant.name)


def present_sale(shop: Shop, view: View, key: EntryKey, form: Form = Form.HAND) -> Presented:
    """One of our own sales, or one that was brought here, by its number. Errors: `sale-unknown`,
    `claim-has-card`, `claim-returned`.
    """
    sold = view.sold(key)
    if sold is None:
        raise LoyaltyError("sale-unknown", terminal=key.terminal, seq=key.seq)
    entry = view.sale_entry(key)
    assert entry is not None  # it was just read
    if entry.member is not None:
        raise LoyaltyError("claim-has-card")
    if not any(sold.units_left):
        raise LoyaltyError("claim-returned")
    sale = sold.sale
    scheme, name = own_key(key)
    receipt = Receipt(
        scheme=scheme,
        key=name,
        issuer=str(shop.settings.store_no),
        total_minor=sale.total_minor,
        currency=sale.currency,
        issued_on=entry.business_date,
        issued_ms=entry.at_ms,
        form=form,
        sealed=True,
        own=key,
    )
    lines = tuple(each.line for each in sale.lines)
    return Presented(receipt, Basket(sale.currency, lines), (), shop.settings.shop)


def _own(shop: Shop, view: View, claim: Claim) -> Presented:
    """A slip of ours: the sale itself where it is in these books, else what is signed on it."""
    if claim.outcome("signature") is not Outcome.PASS:
        raise LoyaltyError("claim-signature-unknown")
    parts = claim.key.split("-")
    if len(parts) == 3:
        key = EntryKey(*map(int, parts))
        if view.sold(key) is not None:
            return present_sale(shop, view, key, Form.CODE)
    on, at_ms = _issued(shop, claim.issued_at)
    total = _total(claim, None)
    receipt = Receipt(
        scheme=OWN,
        key=claim.key,
        issuer=claim.merchant or "",
        total_minor=total,
        currency=claim.currency,
        issued_on=on,
        issued_ms=at_ms,
        sealed=True,
        device=claim.device or "",
        counter=claim.counter,
    )
    return Presented(
        receipt,
        Basket(claim.currency, (Line(shop.settings.shop, total),)),
        (),
        shop.settings.shop,
    )


def _total(claim: Claim, keyed: int | None) -> int:
    if claim.total is None:
        if keyed is None or not 0 < keyed <= LARGEST_MINOR:
            raise LoyaltyError("claim-total-needed")
        return keyed
    total = minor(claim.total, claim.currency)
    if total is None:  # more decimals than the money has: what is paid is rounded
        total = minor(round(claim.total, currency(claim.currency).exponent), claim.currency) or 0
    if keyed is not None and keyed != total:
        raise LoyaltyError("claim-total-wrong", total_minor=total)
    return total


def _issued(shop: Shop, issued_at: str | None) -> tuple[date, int | None]:
    """The day in the shop's zone, and the moment where the receipt states one.

    A month alone is its last day, or today: nobody is refused for a day nobody knows.
    """
    if issued_at is None:
        return shop.today, None
    if len(issued_at) == 7:
        year, month = int(issued_at[:4]), int(issued_at[5:])
        return min(shop.today, date(year, month, monthrange(year, month)[1])), None
    if len(issued_at) == 10:
        return date.fromisoformat(issued_at), None
    moment = datetime.fromisoformat(issued_at)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=shop.clock.zone)
    moment = moment.astimezone(UTC)
    return day_of(moment, shop.clock.zone), milliseconds(moment)


def device_of(claim: Claim) -> str:
    """What a signing device is enrolled as: in Austria a certificate may serve several tills."""
    device = claim.device or ""
    return f"{claim.merchant}:{device}" if claim.scheme == "at-rksv" else device


def _device_known(view: View, claim: Claim) -> bool:
    """Whether it is signed by a device the shop has enrolled: anybody can sign with a new key."""
    named = (claim.scheme, device_of(claim))
    return any(one.active and (one.scheme, one.device) == named for one in view.devices())
