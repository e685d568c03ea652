"""Peru: `RUC|type|series|number|tax|total|date|…`; what follows is the buyer, and read over.

The number is unique for its issuer only. Tax of 18/118 of the total is the rule and not a law:
food, books and restaurants pay less, so another share is for a person to look at.
"""

from __future__ import annotations

import re
from decimal import Decimal

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, passed
from receipts.reading.fiscal.moments import moment
from receipts.reading.fiscal.tax_numbers import pe_ruc
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_BEGINS = re.compile(r"\d{11}\|\d{2}\|[0-9A-Z]{4}\|\d{1,8}\|", re.ASCII)
_FIELDS = range(7, 12)
_TOLERANCE = Decimal("0.02")  # issuers round each line
_KINDS = {
    "01": DocumentKind.SALE,
    "03": DocumentKind.SALE,
    "12": DocumentKind.SALE,
    "08": DocumentKind.SALE,  # a further charge
    "07": DocumentKind.REFUND,
    "09": DocumentKind.PROFORMA,
}


def _looks_like(payload: Payload) -> bool:
    return bool(_BEGINS.match(payload.text.strip()))


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    fields = [field.strip() for field in payload.text.strip().split("|")]
    if len(fields) not in _FIELDS:
        raise ValueError("fields")
    ruc, kind, series, number, tax, total, day = fields[:7]
    paid, share = amount(total), amount(tax)
    return Claim(
        scheme="pe-sunat",
        merchant=ruc,
        receipt=f"{kind}-{series}-{number.zfill(8)}",
        within=ruc,
        total=paid,
        currency="PEN",
        issued_at=moment(day, "YYYY-MM-DD", "DD/MM/YYYY", "DD-MM-YYYY"),
        kind=_KINDS[kind],
        checks=(
            passed("ruc", pe_ruc(ruc)),
            passed("igv_18_of_118", abs(share - paid * 18 / 118) <= _TOLERANCE, advisory=True),
        ),
        device=f"{ruc}-{kind}-{series}",
        counter=int(number),
    )


SCHEME = Scheme("pe-sunat", _looks_like, _read)
