"""Whose receipts count: merchants are enrolled by a person, and their signing devices with them.

Anybody can print a code with a key of their own; only what the shop has enrolled is believed.
"""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.claims.known import Device, Issuer
from loyalty.errors import LoyaltyError
from pos.approving import entitled
from pos.cleaning import clean_name
from pos.presenting import device_of, enrolled_keys
from pos.rights import Right
from pos.shop import Shop
from receipts.reading.claim import Claim, Outcome
from receipts.reading.fiscal import at_rksv
from receipts.reading.judging import refusal, signed
from receipts.reading.schemes import SCHEMES, read_code

MOST = 10_000
_NOT_GENUINE = frozenset({"receipt-check", "receipt-test-system"})
_AUSTRIA = at_rksv.SCHEME.name
_KEY_INSIDE = "de-v0"  # its code brings the key along; the device is the key's fingerprint


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A merchant and, where its receipts are signed, the device of the receipt shown."""

    issuer: Issuer
    device: Device | None = None


def issuers(shop: Shop) -> tuple[tuple[Issuer, ...], tuple[Device, ...]]:
    """Merchants and devices, withdrawn ones too."""
    with shop.store.reading() as view:
        return view.issuers(), view.devices()


def enrol(
    shop: Shop,
    operator: str,
    name: str,
    receipts: tuple[bytes | str, ...],
    *,
    approved: str = "",
    issuer: str = "",
) -> Enrolled:
    """Enrol the merchant of a receipt that is known to be genuine, and its till.

    `receipts`: one; two different ones of the same till where the key is learned from them
    (Austria). `issuer`: a name of the shop's own where codes of the scheme hold no merchant.
    Errors: those of `read_code`, `name-missing`, `issuer-missing`, `issuer-signature` (it does not
    hold), `receipt-check`, `receipt-test-system`, `issuer-two-receipts`, `issuer-key-unlearned`,
    `approval-needed`.
    """
    who = entitled(shop, operator, Right.ENROL_ISSUER, approved)
    said = clean_name(name)
    if not said:
        raise LoyaltyError("name-missing")
    if not receipts:
        raise LoyaltyError("receipt-empty")
    with shop.store.reading() as view:
        claim = read_code(receipts[0], enrolled_keys(view))
    key = claim.merchant or clean_name(issuer)
    if not key:
        raise LoyaltyError("issuer-missing", scheme=claim.scheme)
    if claim.outcome("signature") is Outcome.FAIL:
        raise LoyaltyError("issuer-signature")
    against = refusal(claim)
    if against is not None and against.code in _NOT_GENUINE:
        raise LoyaltyError(against.code, check=against.check)
    known = Issuer(claim.scheme, key, said)
    device = _device(claim, key, receipts)
    with shop.store.writing() as work:
        if len(work.issuers()) >= MOST:
            raise LoyaltyError("too-many-items", field="merchants", most=MOST)
        work.put_issuer(known, who)
        if device is not None:
            work.put_device(device, who)
    return Enrolled(known, device)


def enrol_named(
    shop: Shop, operator: str, scheme: str, issuer: str, name: str, approved: str = ""
) -> Issuer:
    """Enrol a merchant by its key, as it is known from papers; `photo`: one without codes.

    Errors: `scheme-unknown`, `issuer-missing`, `name-missing`, `approval-needed`.
    """
    who = entitled(shop, operator, Right.ENROL_ISSUER, approved)
    if scheme != "photo" and scheme not in {one.name for one in SCHEMES}:
        raise LoyaltyError("scheme-unknown", scheme=scheme[:40])
    key, said = clean_name(issuer), clean_name(name)
    if not key or not said:
        raise LoyaltyError("issuer-missing" if not key else "name-missing", scheme=scheme)
    known = Issuer(scheme, key, said)
    with shop.store.writing() as work:
        work.put_issuer(known, who)
    return known


def end(shop: Shop, operator: str, scheme: str, issuer: str, approved: str = "") -> Issuer:
    """Let a merchant's receipts count no more, and its devices' neither; what was credited stays.

    Errors: `issuer-unknown`, `approval-needed`.
    """
    who = entitled(shop, operator, Right.ENROL_ISSUER, approved)
    with shop.store.writing() as work:
        known = next((i for i in work.issuers() if (i.scheme, i.issuer) == (scheme, issuer)), None)
        if known is None:
            raise LoyaltyError("issuer-unknown", issuer=issuer[:40])
        ended = Issuer(known.scheme, known.issuer, known.name, active=False)
        work.put_issuer(ended, who)
        for one in work.devices():
            if (one.scheme, one.issuer) == (scheme, issuer):
                work.put_device(
                    Device(one.scheme, one.device, one.issuer, one.public, active=False), who
                )
    return ended


def _device(claim: Claim, issuer: str, receipts: tuple[bytes | str, ...]) -> Device | None:
    """The signing device of a receipt; None where its scheme signs nothing that can be checked."""
    if not signed(claim):
        return None
    public = b""
    if claim.scheme == _AUSTRIA and claim.outcome("signature") is not Outcome.PASS:
        if len(receipts) < 2:
            raise LoyaltyError("issuer-two-receipts")
        try:
            learned = at_rksv.learn_key(receipts[0], receipts[1])
        except ValueError:
            learned = None
        if learned is None:
            raise LoyaltyError("issuer-key-unlearned")
        public = learned
    elif claim.scheme != _KEY_INSIDE:
        return None
    return Device(claim.scheme, device_of(claim), issuer, public)
