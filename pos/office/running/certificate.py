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
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from pos.office.desk.key import write_private
from pos.trouble import TroubleError

VALID = timedelta(days=825)
CERTIFICATE = "office-tls.crt"
"""The file of a certificate of our own making, in the data folder."""
_LARGEST = 256 * 1024


@dataclass(frozen=True, slots=True)
class Tls:
    """A certificate and its key on disk, its SHA-256 fingerprint, and the names it is good for."""

    certificate: Path
    key: Path
    fingerprint: str
    names: tuple[str, ...]
    ends: datetime


def self_signed(folder: Path, names: Sequence[str], now: datetime) -> Tls:
    """The certificate in a folder; a new one where there is none, it ran out, or lacks a name.

    Errors as `given`, and `office-file-unwritable`.
    """
    certificate, key = folder / CERTIFICATE, folder / "office-tls.key"
    if certificate.exists() and key.exists():
        found = given(certificate, key)
        if now < found.ends and set(names) <= set(found.names):
            return found
    certificate.unlink(missing_ok=True)
    key.unlink(missing_ok=True)
    private = ec.generate_private_key(ec.SECP256R1())  # what every browser's TLS knows
    made = _signed(private, names, now)
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
    private: ec.EllipticCurvePrivateKey, names: Sequence[str], now: datetime
) -> x509.Certificate:
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
        .not_valid_before(now - timedelta(days=1))  # a terminal's clock may be behind
        .not_valid_after(now + VALID)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), True)
        .add_extension(usage, True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False)
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
