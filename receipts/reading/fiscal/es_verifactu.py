"""Spain: the VERI*FACTU link of the tax agency (Orden HAC/1177/2024), four fields and no check.

Only the letter of the issuer's number can be computed; whether the total is the registered one,
only the agency could say.
"""

from __future__ import annotations

import re

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.links import link, parameters
from receipts.reading.fiscal.moments import moment
from receipts.reading.fiscal.tax_numbers import es_nif
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_PATHS = ("/wlpl/tike-cont/validarqr", "/wlpl/tike-cont/validarqrnoverifactu")
_REAL = re.compile(r"www\d{0,2}\.(?:agenciatributaria\.gob|aeat)\.es", re.ASCII)


def _looks_like(payload: Payload) -> bool:
    found = link(payload.text)
    return found is not None and found.path.lower() in _PATHS


def _read(payload: Payload, keys: KnownKeys) -> Claim:
    found = link(payload.text)
    if found is None:
        raise ValueError("link")
    fields = parameters(found.query)
    nif, number = fields["nif"].strip().upper(), fields["numserie"].strip()
    if not number or not 0 < len(nif) <= 20:
        raise ValueError("fields")
    total = amount(fields["importe"].strip())
    issued_at = moment(fields["fecha"].strip(), "DD-MM-YYYY")
    return Claim(
        scheme=SCHEME.name,
        merchant=nif,
        receipt=number,
        within=f"{nif}/{issued_at}",  # what identifies an invoice by law
        total=total,
        currency="EUR",
        issued_at=issued_at,
        kind=DocumentKind.REFUND if total < 0 else DocumentKind.SALE,
        checks=(
            passed("nif_letter", es_nif(nif)),
            passed("host", _REAL.fullmatch(found.host) is not None),
            impossible("total"),
        ),
    )


SCHEME = Scheme("es-verifactu", _looks_like, _read)
