"""Chile: the PDF417 stamp of electronic documents (timbre electrónico, TED).

Signed with a key of 512 bits that stands in the stamp and is itself signed by the tax office, whose
keys are not at hand offline. So it finds every change, and who signed must be enrolled.
Read with one pattern, not as XML: its form is fixed, and a stamp may bring no entities of its own.
"""

from __future__ import annotations

import re

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.binary import from_base64
from receipts.reading.fiscal.moments import moment
from receipts.reading.fiscal.signatures import rsa_sha1_verifies
from receipts.reading.fiscal.tax_numbers import cl_rut
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_BETWEEN_TAGS = re.compile(r">\s+<", re.ASCII)
_STAMP = re.compile(
    r'<TED version="1\.0">(?P<signed><DD><RE>(?P<rut>[0-9Kk-]{3,10})</RE><TD>(?P<type>\d{1,3})</TD>'
    r"<F>(?P<folio>\d{1,10})</F><FE>\d{4}-\d\d-\d\d</FE><RR>[^<]{0,20}</RR><RSR>[^<]{0,200}</RSR>"
    r"<MNT>(?P<total>-?\d{1,12})</MNT><IT1>[^<]{0,200}</IT1>"
    r'<CAF version="1\.0"><DA><RE>(?P<owner>[0-9Kk-]{3,10})</RE><RS>[^<]{0,200}</RS>'
    r"<TD>(?P<range_type>\d{1,3})</TD><RNG><D>(?P<first>\d{1,10})</D><H>(?P<last>\d{1,10})</H></RNG>"
    r"<FA>[^<]{0,20}</FA><RSAPK><M>(?P<modulus>[^<]{1,800})</M><E>(?P<exponent>[^<]{1,12})</E></RSAPK>"
    r"<IDK>\d{1,10}</IDK></DA><FRMA algoritmo=\"SHA1withRSA\">[^<]{1,800}</FRMA></CAF>"
    r"<TSTED>(?P<at>[^<]{1,30})</TSTED></DD>)"
    r'<FRMT algoritmo="SHA1withRSA">(?P<signature>[^<]{1,800})</FRMT></TED>',
    re.ASCII,
)
# Invoices and tickets, taxed and exempt, and those of export; 61 and 112 are credit notes, 46 is
# written by the buyer. Others (delivery notes, debit notes) are no receipt of a sale.
_KINDS = {
    **dict.fromkeys((33, 34, 39, 41, 110), DocumentKind.SALE),
    **dict.fromkeys((61, 112), DocumentKind.REFUND),
    46: DocumentKind.PURCHASE,
}


def _looks_like(payload: Payload) -> bool:
    return payload.text.lstrip().startswith("<TED ")


def _read(payload: Payload, keys: KnownKeys) -> Claim:
    text = payload.text.strip()
    # Printed with and without line breaks between its parts; they are not signed.
    found = _STAMP.fullmatch(_BETWEEN_TAGS.sub("><", text))
    if found is None:
        raise ValueError("stamp")
    rut, kind, folio = found["rut"].upper(), int(found["type"]), int(found["folio"])
    first, last = int(found["first"]), int(found["last"])
    in_range = first <= folio <= last and kind == int(found["range_type"])
    return Claim(
        scheme=SCHEME.name,
        merchant=rut,
        receipt=f"{rut}-{kind}-{folio}",
        total=amount(found["total"]),
        currency="CLP",
        issued_at=moment(found["at"], "YYYY-MM-DDThh:mm:ss"),
        kind=_KINDS.get(kind, DocumentKind.PROFORMA),
        checks=(
            passed("frmt_signature", _signed(found)),
            passed("rut", cl_rut(rut) and rut == found["owner"].upper()),
            passed("folio_in_range", in_range),
            impossible("caf_signature"),
        ),
    )


def _signed(found: re.Match[str]) -> bool:
    """The stamp is signed as Latin-1; a scanner that knew so has handed it over as Unicode."""
    try:
        message = found["signed"].encode("latin-1")
    except UnicodeEncodeError:
        return False
    modulus, exponent, signature = (
        from_base64(found[part]) for part in ("modulus", "exponent", "signature")
    )
    return rsa_sha1_verifies(
        int.from_bytes(modulus, "big"), int.from_bytes(exponent, "big"), signature, message
    )


SCHEME = Scheme("cl-ted", _looks_like, _read)
