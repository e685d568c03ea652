"""A certificate that head office made for itself says so: the key terminals know it by signed it.

So a terminal tells a new certificate of head office's from a stranger's, whether it hears of it in
time or stood still while it changed, and nobody has to compare numbers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from pos.store import Store, View, Work
from pos.store.link import CERTIFICATE, KEY, NEXT, URL
from pos.sync.http import certificate_at
from pos.trouble import TroubleError

VOUCHED = "2.25.147770702183931277132371472459009903587"
"""The extension that holds the signature: a name of our own, made of a UUID (ITU-T X.667)."""
CERTIFICATE_TOPIC = "certificate"
MOST = 64 * 1024


def statement(public: bytes, begins_s: int) -> bytes:
    """What head office signs of a certificate: its public key (DER), and when it begins."""
    return b"regulars-tls-1:%d:" % begins_s + hashlib.sha256(public).digest()


def began(pem: str, office: bytes) -> int | None:
    """When a certificate begins (UTC, seconds) that the owner of `office` signed; None: nobody."""
    # Takes longer than all else of the line; a terminal needs it once in two years.
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    try:
        read = x509.load_pem_x509_certificate(pem[:MOST].encode("ascii"))
        found = read.extensions.get_extension_for_oid(x509.ObjectIdentifier(VOUCHED)).value
        public = read.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        begins_s = int(read.not_valid_before_utc.timestamp())
        assert isinstance(found, x509.UnrecognizedExtension)
        Ed25519PublicKey.from_public_bytes(office).verify(found.value, statement(public, begins_s))
    except (ValueError, x509.ExtensionNotFound, InvalidSignature):
        return None
    return begins_s


def known(view: View) -> str:
    """The certificates (PEM) that head office may show; none: any that is publicly trusted."""
    first = view.setting(CERTIFICATE) or ""
    return first + (view.setting(NEXT) or "") if first else ""


def heard(work: Work, _name: str, told: Mapping[str, Any] | None) -> None:
    """Head office says what it shows next, or that it shows it `now`: then the one before is no
    good any more. What its key did not sign, or is older than what is known, is passed over.
    """
    if told is None or not work.setting(CERTIFICATE):
        return
    pem = told["pem"]
    if not isinstance(pem, str) or not _newer(work, pem):
        raise ValueError("not head office's")
    shown_now = told["now"] is True
    work.keep_setting(CERTIFICATE if shown_now else NEXT, pem)
    if shown_now:
        work.keep_setting(NEXT, "")


def trust(store: Store) -> str:
    """Know head office by the certificate it shows now, if its key signed it; the address.

    For a terminal that was away while it changed. TroubleError `office-none`, `office-unreachable`,
    `office-certificate-other`: it is somebody else's, or older than the one that is known.
    """
    with store.reading() as view:
        url, pinned = view.setting(URL), view.setting(CERTIFICATE)
    if not url:
        raise TroubleError("office-none")
    if not pinned:
        return url
    shown = certificate_at(url)
    with store.writing() as work:
        if not _newer(work, shown):
            raise TroubleError("office-certificate-other")
        work.keep_setting(CERTIFICATE, shown)
        work.keep_setting(NEXT, "")
    return url


def _newer(view: View, pem: str) -> bool:
    """Whether a certificate is head office's own and no older than those known. One from before
    certificates were signed has no age, and is older than any.
    """
    office = bytes.fromhex(view.setting(KEY) or "")
    begins = began(pem, office)
    ages = [began(view.setting(name) or "", office) or 0 for name in (CERTIFICATE, NEXT)]
    return begins is not None and begins >= max(ages)
