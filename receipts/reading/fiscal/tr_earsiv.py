"""Turkey: JSON with the issuer, the invoice's id, its date and its sums. The buyer is read over."""

from __future__ import annotations

import re
from decimal import Decimal

from receipts.reading.claim import Check, Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.flat_json import Values, flat_object, words
from receipts.reading.fiscal.moments import moment
from receipts.reading.fiscal.tax_numbers import tr_number
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_ISSUER = re.compile(r"\d{10,11}", re.ASCII)
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
_KINDS = {"IADE": DocumentKind.REFUND, "TEVKIFATIADE": DocumentKind.REFUND}
_TAX, _BASE = "hesaplanankdv(", "kdvmatrah("


def _looks_like(payload: Payload) -> bool:
    return payload.text.lstrip().startswith("{") and '"vkntckn"' in payload.text


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    said = flat_object(payload.text)
    number, receipt = words(said, "vkntckn"), words(said, "ettn").lower()
    currency = words(said, "parabirimi").upper()
    if not _ID.fullmatch(receipt) or not _CURRENCY.fullmatch(currency):
        raise ValueError("id or currency")
    if not _ISSUER.fullmatch(number):
        raise ValueError("issuer")
    return Claim(
        scheme="tr-earsiv",
        merchant=number,
        receipt=receipt,
        total=amount(words(said, "odenecek")),
        currency=currency,
        issued_at=moment(words(said, "tarih"), "YYYY-MM-DD"),
        kind=_KINDS.get(words(said, "tip").upper(), DocumentKind.SALE),
        checks=(passed("vkn", tr_number(number)), _arithmetic(said)),
    )


def _arithmetic(said: Values) -> Check:
    """What was sold plus its tax is the sum with tax, and no more than that is to be paid.

    The taxed bases, where they stand, are what is left of the goods' sum after discounts.
    """
    if "vergidahil" not in said:
        return impossible("arithmetic")
    bases = _sums(said, _BASE) or [amount(words(said, "malhizmettoplam"))]
    gross = amount(words(said, "vergidahil"))
    holds = sum(bases, Decimal(0)) + sum(_sums(said, _TAX), Decimal(0)) == gross
    return passed("arithmetic", holds and amount(words(said, "odenecek")) <= gross)


def _sums(said: Values, begins: str) -> list[Decimal]:
    return [amount(words(said, name)) for name in said if name.startswith(begins)]


SCHEME = Scheme("tr-earsiv", _looks_like, _read)
