"""SMTP (RFC 5321) step by step: only so is it known whether a mail may have arrived.

Before the text was sent, any failure leaves the mail ours. Once its end may have been sent and the
server went silent, nobody knows, and it is never sent again by itself.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from pos.care.mail import Answer
from pos.settings import Settings
from pos.trouble import TroubleError

SECRET = "mail.secret"
"""The file with the mail server's password, beside the settings; its first line."""
LONGEST_SECRET = 1_000
_LAST_WORD = 20
"""The server may take so many times longer to answer the end of a mail (RFC 5321, 4.5.3.2.6)."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server and how to speak to it. `final_s`: how long its last word may take."""

    host: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    ca: str = ""
    timeout_s: float = 30
    final_s: float = 600


def server_of(settings: Settings, folder: Path) -> Server:
    """The server of a shop's settings; the password is read from `mail.secret` in `folder`.

    TroubleError `mail-off` (not set up), `mail-secret` (no password, or it cannot be read),
    `mail-open` (a password would travel in the clear).
    """
    if not (settings.mail_host and settings.mail_from):
        raise TroubleError("mail-off")
    password = ""
    if settings.mail_user:
        if settings.mail_security == "none":
            raise TroubleError("mail-open")
        password = _secret(folder / SECRET)
    return Server(
        settings.mail_host,
        settings.mail_port,
        settings.mail_security,
        settings.mail_from,
        settings.mail_user,
        password,
        settings.mail_ca,
        settings.mail_timeout_s,
        settings.mail_timeout_s * _LAST_WORD,
    )


class SmtpPost:
    """One connection to a server, opened with the first mail and again after it broke."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._line: smtplib.SMTP | None = None

    def open(self) -> None:
        """As `Post`."""
        if self._line is None:
            self._line = self._connect()

    def send(self, mail: EmailMessage) -> Answer:
        """As `Post`."""
        self.open()
        line = self._line
        assert line is not None
        code = self._told(lambda: line.mail(self._server.sender))
        if code != 250:
            self._reset(line)
            raise TroubleError("mail-busy" if code // 100 == 4 else "mail-sender", said=code)
        code = self._told(lambda: line.rcpt(mail["To"].addresses[0].addr_spec))
        if code not in (250, 251):
            return self._refused(line, code)
        code = self._told(lambda: line.docmd("DATA"))
        if code != 354:
            return self._refused(line, code)
        return self._handed(line, mail)

    def close(self) -> None:
        """As `Post`."""
        if self._line is not None:
            try:
                self._line.quit()
            except (smtplib.SMTPException, OSError):
                self._line.close()
        self._line = None

    def cut(self) -> None:
        """From another thread: whoever waits for the server's word waits no longer."""
        sock = self._line.sock if self._line is not None else None
        if sock is not None:
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # it was closed meanwhile

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        trust = None if server.security == "none" else _trust(server)
        line: smtplib.SMTP | None = None
        step = "mail-tls"
        try:
            # The name of the sender's domain: asking the machine for its own may wait for a DNS.
            name = server.sender.rpartition("@")[2]
            if server.security == "tls":
                line = smtplib.SMTP_SSL(
                    server.host, server.port, name, timeout=server.timeout_s, context=trust
                )
            else:
                line = smtplib.SMTP(server.host, server.port, name, timeout=server.timeout_s)
            line.ehlo_or_helo_if_needed()
            if server.security == "starttls":
                line.starttls(context=trust)
                line.ehlo()
            step = "mail-auth"
            if server.user:
                line.login(server.user, server.password)
        except smtplib.SMTPAuthenticationError as no:
            _drop(line)
            raise TroubleError("mail-auth", said=no.smtp_code) from None
        except (ssl.SSLError, smtplib.SMTPNotSupportedError):
            _drop(line)
            raise TroubleError(step, host=server.host) from None
        except smtplib.SMTPResponseException as no:
            _drop(line)
            raise TroubleError("mail-busy", said=no.smtp_code) from None
        except (smtplib.SMTPException, OSError, UnicodeError):
            _drop(line)
            raise TroubleError("mail-unreachable", host=server.host) from None
        return line

    def _told(self, ask: Callable[[], tuple[int, bytes]]) -> int:
        """What the server answers before anything was handed over."""
        try:
            code = ask()[0]
        except (smtplib.SMTPException, OSError):
            code = -1
        if code in (-1, 421):  # it went, or is about to
            _drop(self._line)
            self._line = None
            raise TroubleError("mail-busy", said=421) from None
        return code

    def _refused(self, line: smtplib.SMTP, code: int) -> Answer:
        self._reset(line)
        return Answer(code)

    def _reset(self, line: smtplib.SMTP) -> None:
        try:
            line.rset()
        except (smtplib.SMTPException, OSError):
            _drop(line)
            self._line = None

    def _handed(self, line: smtplib.SMTP, mail: EmailMessage) -> Answer:
        text = re.sub(rb"(?m)^\.", b"..", mail.as_bytes(policy=SMTP))  # RFC 5321, 4.5.2
        end = b".\r\n" if text.endswith(b"\r\n") else b"\r\n.\r\n"
        try:
            if line.sock is not None:
                line.sock.settimeout(self._server.final_s)
            line.send(text + end)
            code = line.getreply()[0]
            if line.sock is not None:
                line.sock.settimeout(self._server.timeout_s)
        except (smtplib.SMTPException, OSError):
            code = -1
        if code == -1:
            _drop(line)
            self._line = None
            return Answer(0)
        return Answer(code)


def _drop(line: smtplib.SMTP | None) -> None:
    if line is not None:
        line.close()


def _trust(server: Server) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=server.ca or None)
    except OSError:  # the file is not there, or holds no certificate
        raise TroubleError("mail-tls", host=server.host) from None


def _secret(file: Path) -> str:
    try:
        text = file.read_text(encoding="utf-8")[:LONGEST_SECRET]
    except (OSError, UnicodeDecodeError):
        raise TroubleError("mail-secret", file=file.name) from None
    first = text.partition("\n")[0].strip()
    if not first:
        raise TroubleError("mail-secret", file=file.name)
    return first
