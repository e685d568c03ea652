"""A real mail server (aiosmtpd) that can be told to refuse, to fall silent, and to hang up."""

from __future__ import annotations

import asyncio
import email
import logging
import socket
import ssl
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from pos.care.smtp import Server, SmtpPost


class PostOffice:
    """`taken`: (address, mail) in the order they were taken. What it says is set before it is
    asked: `to_rcpt` by address, `to_mail` and `to_data` to everybody; `hangs`: after the text;
    `takes`: so many, then it hangs up at the next.
    """

    def __init__(
        self, tls: ssl.SSLContext | None = None, password: str = "", *, wrapped: bool = False
    ) -> None:
        self.taken: list[tuple[str, EmailMessage]] = []
        self.raw: list[bytes] = []
        self.asked: list[str] = []
        self.to_rcpt: dict[str, str] = {}
        self.to_mail = self.to_data = ""
        self.keeps_and_hangs = False
        self.takes: int | None = None
        self._password = password
        more: dict[str, Any] = {}
        if wrapped:
            more |= {"ssl_context": tls}
        elif tls:
            more |= {"tls_context": tls, "require_starttls": True}
        if password:
            more |= {"authenticator": self._signs_in, "auth_required": True}
        logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # it warns of its own old names
        self.port = _free_port()
        self._door = Controller(self, hostname="127.0.0.1", port=self.port, **more)
        self._door.start()

    def server(self, **changes: Any) -> Server:
        """How to reach it; impatient, so that no test waits."""
        known: dict[str, Any] = {
            "host": "127.0.0.1",
            "port": self.port,
            "security": "none",
            "sender": "shop@example.org",
            "timeout_s": 5,
            "final_s": 5,
        }
        return Server(**known | changes)

    def post(self, **changes: Any) -> SmtpPost:
        """A connection to it."""
        return SmtpPost(self.server(**changes))

    def close(self) -> None:
        """End it."""
        self._door.stop()

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.takes is not None and len(self.taken) >= self.takes:
            assert server.transport is not None
            server.transport.close()
            return "421 bye"
        if self.to_mail:
            return self.to_mail
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.asked.append(address)
        if no := self.to_rcpt.get(address):
            return no
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.to_data:
            return self.to_data
        assert isinstance(envelope.content, bytes)
        self.raw.append(envelope.content)
        mail = email.message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.taken += [(address, mail) for address in envelope.rcpt_tos]
        if self.keeps_and_hangs:
            await asyncio.sleep(60)
        return "250 taken"

    def _signs_in(self, *asked: Any) -> AuthResult:
        data = asked[-1]
        return AuthResult(success=data.password == self._password.encode(), handled=False)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
