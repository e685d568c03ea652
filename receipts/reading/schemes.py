"""The registry of receipt codes: a payload goes to the one scheme that knows its beginning.

A code that two schemes claim is refused, because then one of the two would read it wrongly.
"""

from __future__ import annotations

from types import MappingProxyType

from loyalty.errors import LoyaltyError
from receipts.reading import regulars
from receipts.reading.claim import Claim, KnownKeys
from receipts.reading.fiscal import (
    ar_afip,
    at_rksv,
    br_nfce,
    cl_ted,
    cn_invoice,
    co_dian,
    de_v0,
    eg_eta,
    es_ticketbai,
    es_verifactu,
    gr_aade,
    hr_porezna,
    kz_ofd,
    me_al_efi,
    pe_sunat,
    pt_at,
    ru_fns,
    sa_zatca,
    si_furs,
    taxcore,
    tr_earsiv,
    tw_einvoice,
    ua_dps,
    uy_dgi,
    uz_soliq,
)
from receipts.reading.payload import Payload
from receipts.reading.scheme import Scheme

SCHEMES: tuple[Scheme, ...] = (
    at_rksv.SCHEME,
    cl_ted.SCHEME,
    cn_invoice.SCHEME,
    de_v0.SCHEME,
    es_ticketbai.SCHEME,
    es_verifactu.SCHEME,
    pt_at.SCHEME,
    sa_zatca.SCHEME,
    taxcore.SCHEME,
    regulars.SCHEME,
    ar_afip.SCHEME,
    br_nfce.SCHEME,
    co_dian.SCHEME,
    eg_eta.SCHEME,
    gr_aade.SCHEME,
    hr_porezna.SCHEME,
    kz_ofd.SCHEME,
    me_al_efi.MONTENEGRO,
    me_al_efi.ALBANIA,
    pe_sunat.SCHEME,
    ru_fns.SCHEME,
    si_furs.SCHEME,
    tr_earsiv.SCHEME,
    tw_einvoice.SCHEME,
    ua_dps.SCHEME,
    uy_dgi.SCHEME,
    uz_soliq.SCHEME,
)
"""Every family we read; the order says nothing, because a code may be claimed by one only."""

_NO_KEYS: KnownKeys = MappingProxyType({})


def read_code(scanned: bytes | str, keys: KnownKeys = _NO_KEYS) -> Claim:
    """What a scanned receipt code says. Pure, offline; never believes more than it checked.

    Errors: `receipt-empty`, `receipt-too-long`, `receipt-unknown` (no scheme knows it),
    `receipt-ambiguous` (schemes), `receipt-malformed` (scheme): it begins like one, and is none.
    """
    payload = Payload.of(scanned)
    known = [scheme for scheme in SCHEMES if scheme.looks_like(payload)]
    if not known:
        raise LoyaltyError("receipt-unknown")
    if len(known) > 1:
        names = ", ".join(scheme.name for scheme in known)
        raise LoyaltyError("receipt-ambiguous", schemes=names)
    try:
        return known[0].read(payload, keys)
    except (ValueError, ArithmeticError, LookupError, RecursionError):
        raise LoyaltyError("receipt-malformed", scheme=known[0].name) from None
