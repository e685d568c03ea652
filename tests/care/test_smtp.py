"""The connection itself: TLS, signing in, and what is no address."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from pos.care.mail import mail_of
from pos.care.smtp import server_of
from pos.settings import Settings
from pos.trouble import TroubleError
from tests.care.post_office import PostOffice

SHOP = Settings(shop="Café <Lima>, Öst", mail_host="127.0.0.1", mail_from="shop@example.org")
ID = UUID(int=7)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def letter(address: str = "anna@example.org", subject: str = "Grüße"):  # type: ignore[no-untyped-def]
    return mail_of(SHOP, ID, address, ("zh_CN", subject, "您好"), NOON)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1 that signs itself, with its key behind it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "post office")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), True)
        .sign(key, SHA256())
    )
    file = tmp_path / "post.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(made.public_bytes(Encoding.PEM) + private)
    return file


@pytest.fixture
def guarded(certificate: Path) -> Iterator[PostOffice]:
    """A server that wants STARTTLS and a password."""
    office = PostOffice(_tls(certificate), "right")
    yield office
    office.close()


def _tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_over_starttls_with_a_password(guarded: PostOffice, certificate: Path) -> None:
    known = {"security": "starttls", "user": "shop", "ca": str(certificate)}
    post = guarded.post(**known, password="right")
    assert post.send(letter()).taken
    assert post.send(letter()).taken  # on the same line
    post.close()
    with pytest.raises(TroubleError, match="mail-auth"):
        guarded.post(**known, password="wrong").send(letter())
    assert len(guarded.taken) == 2


def test_over_a_line_that_is_safe_from_the_first_byte(certificate: Path) -> None:
    office = PostOffice(_tls(certificate), wrapped=True)
    post = office.post(security="tls", ca=str(certificate))
    assert post.send(letter()).taken
    post.close()
    office.close()


def test_a_certificate_nobody_vouches_for_is_not_believed(guarded: PostOffice) -> None:
    post = guarded.post(security="starttls", user="shop", password="right")
    with pytest.raises(TroubleError, match="mail-tls"):
        post.send(letter())
    assert not guarded.taken


def test_a_mail_holds_every_script_and_names_only_whom_it_is_for(office: PostOffice) -> None:
    post = office.post()
    assert post.send(letter("kim@한국.example")).taken
    post.close()
    address, mail = office.taken[0]
    assert address == "kim@xn--3e0b707e.example"
    assert mail["To"] == address
    assert mail["From"].addresses[0].display_name == "Café <Lima>, Öst"
    assert mail["Subject"] == "Grüße"
    assert mail["Message-ID"] == f"<{ID.hex}@example.org>"
    assert mail["Content-Language"] == "zh-CN"
    assert "您好" in mail.get_content()
    assert all(len(line) <= 998 for line in office.raw[0].split(b"\r\n"))
    assert max(office.raw[0]) < 128  # any server on the way can carry it


@pytest.mark.parametrize(
    "address", ["", "nobody", "anna@", "ünna@example.org", "a b@example.org", "a@b\r\nBcc: c@d.e"]
)
def test_what_is_no_address_is_not_written_to(address: str) -> None:
    with pytest.raises(TroubleError, match="mail-address"):
        letter(address)


def test_a_shop_without_a_mail_server_says_so(tmp_path: Path) -> None:
    with pytest.raises(TroubleError, match="mail-off"):
        server_of(Settings(), tmp_path)
    for name, value in (("mail_from", "a@b\nc"), ("mail_host", "a b"), ("mail_port", 0)):
        with pytest.raises(Exception, match="setting-invalid"):
            Settings().changed(name, value)
