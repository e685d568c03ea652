"""TLS for head office: a certificate of its own making, or what a given one is good for.

One's own is enough on a shop's network: terminals are told its fingerprint once, at enrolment.
"""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from pos.office.desk.key import write_private
from pos.sync.vouching import VOUCHED, statement
from pos.trouble import TroubleError

VALID = timedelta(days=825)
CERTIFICATE = "office-tls.crt"
"""The file of a certificate of our own making, in the data folder."""
_KEY, _NEXT, _NEXT_KEY = "office-tls.key", "office-tls-next.crt", "office-tls-next.key"
_LARGEST = 256 * 1024
_VOUCHED = x509.ObjectIdentifier(VOUCHED)


@dataclass(frozen=True, slots=True)
class Tls:
    """A certificate and its key on disk, its SHA-256 fingerprint, and the names it is good for."""

    certificate: Path
    key: Path
    fingerprint: str
    names: tuple[str, ...]
    ends: datetime


def self_signed(
    folder: Path, names: Sequence[str], now: datetime, office: Ed25519PrivateKey
) -> Tls:
    """The certificate in a folder; a new one where there is none, it ran out, or lacks a name.

    `office`: the key that terminals know head office by; it signs the certificate (`vouching`).
    Errors as `given`, and `office-file-unwritable`.
    """
    certificate, key = folder / CERTIFICATE, folder / _KEY
    _finish(folder)
    if certificate.exists() and key.exists():
        found = given(certificate, key)
        if now >= found.ends and following(folder):
            found = show_next(folder)
        if now < found.ends and set(names) <= set(found.names):
            return found
    return _made(certificate, key, names, now, office)


def own(folder: Path) -> Tls:
    """The certificate of our own making that is shown now. Errors as `given`."""
    _finish(folder)
    return given(folder / CERTIFICATE, folder / _KEY)


def following(folder: Path) -> Tls | None:
    """The one that will be shown next, where it was made already."""
    certificate, key = folder / _NEXT, folder / _NEXT_KEY
    return given(certificate, key) if certificate.exists() and key.exists() else None


def made_next(folder: Path, names: Sequence[str], now: datetime, office: Ed25519PrivateKey) -> Tls:
    """Make the one that will be shown next. Errors as `self_signed`."""
    return _made(folder / _NEXT, folder / _NEXT_KEY, names, now, office)


def show_next(folder: Path) -> Tls:
    """From now on the next one is the one. Cut off between its two files, it is gone on with."""
    try:
        (folder / _NEXT_KEY).replace(folder / _KEY)
        (folder / _NEXT).replace(folder / CERTIFICATE)
    except OSError:
        raise TroubleError("office-file-unwritable", path=str(folder / CERTIFICATE)) from None
    return given(folder / CERTIFICATE, folder / _KEY)


def _finish(folder: Path) -> None:
    """A change that was cut off: its key is in place, its certificate is not."""
    if (folder / _NEXT).exists() and not (folder / _NEXT_KEY).exists():
        (folder / _NEXT).replace(folder / CERTIFICATE)


def _made(
    certificate: Path, key: Path, names: Sequence[str], now: datetime, office: Ed25519PrivateKey
) -> Tls:
    certificate.unlink(missing_ok=True)
    key.unlink(missing_ok=True)
    private = ec.generate_private_key(ec.SECP256R1())  # what every browser's TLS knows
    made = _signed(private, names, now, office)
    write_private(key, private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    write_private(certificate, made.public_bytes(Encoding.PEM))
    return given(certificate, key)


def given(certificate: Path, key: Path) -> Tls:
    """What a certificate on disk says. TroubleError `office-certificate` (path): unreadable, or
    not the key's.
    """
    try:
        with certificate.open("rb") as file:
            read = x509.load_pem_x509_certificates(file.read(_LARGEST))[0]
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key)
    except (OSError, ValueError, ssl.SSLError):
        raise TroubleError("office-certificate", path=str(certificate)) from None
    digest = read.fingerprint(SHA256()).hex(":").upper()
    return Tls(certificate, key, digest, _names(read), read.not_valid_after_utc)


def _signed(
    private: ec.EllipticCurvePrivateKey,
    names: Sequence[str],
    now: datetime,
    office: Ed25519PrivateKey,
) -> x509.Certificate:
    begins = (now - timedelta(days=1)).replace(microsecond=0)  # a terminal's clock may be behind
    public = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    vouched = office.sign(statement(public, int(begins.timestamp())))
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Regulars head office")])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(now + VALID)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), True)
        .add_extension(usage, True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False)
        .add_extension(x509.UnrecognizedExtension(_VOUCHED, vouched), False)
        .sign(private, SHA256())
    )


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        pass
    try:
        return x509.DNSName(name)
    except ValueError:
        raise TroubleError("office-name", name=name[:80]) from None


def _names(read: x509.Certificate) -> tuple[str, ...]:
    try:
        found = read.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    addresses = (str(one) for one in found.get_values_for_type(x509.IPAddress))
    return (*found.get_values_for_type(x509.DNSName), *addresses)
