"""A message as a mail: plain text, with how to end them, and nothing a member typed in a header."""

from __future__ import annotations

import re
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Protocol
from uuid import UUID

from pos.settings import Settings
from pos.trouble import TroubleError
from receipts.writing.letters import how_to_stop


class Post(Protocol):
    """Carries mails to a server; `send` says whether the server took it over."""

    def open(self) -> None:
        """Be ready to hand over: whatever keeps every mail from leaving is said here.

        TroubleError `mail-unreachable`, `mail-tls`, `mail-auth`, `mail-busy`.
        """
        ...

    def send(self, mail: EmailMessage) -> Answer:
        """Hand over one mail to its one addressee.

        TroubleError before it was handed over, where no other mail would fare better: as `open`,
        and `mail-sender`.
        """
        ...

    def close(self) -> None:
        """Say goodbye, as far as somebody listens."""
        ...


class Answer:
    """What a server said to a mail: its number, or 0 where it went silent after all was said."""

    __slots__ = ("code",)

    def __init__(self, code: int) -> None:
        self.code = code

    @property
    def taken(self) -> bool:
        """It is the server's now."""
        return 200 <= self.code < 300

    @property
    def unsure(self) -> bool:
        """Nobody can know: the server may have it."""
        return self.code == 0

    @property
    def later(self) -> bool:
        """A passing refusal (RFC 5321: 4yz)."""
        return 400 <= self.code < 500


def mail_of(
    settings: Settings, message: UUID, address: str, text: tuple[str, str, str], at: datetime
) -> EmailMessage:
    """The mail of a message; `text`: language, subject, body. Its Message-ID is our id, so that a
    second copy would be known as one.

    List-Unsubscribe is an address (RFC 2369): a one-click link (RFC 8058) needs a server that
    answers it, which a single shop has not. TroubleError `mail-address` for an address no header
    can hold.
    """
    language, subject, body = text
    sender = settings.mail_from
    mail = EmailMessage(policy=SMTP)
    try:
        mail["From"] = Address(_plain(settings.shop), addr_spec=sender)
        mail["To"] = Address(addr_spec=_ascii_domain(address))
    except (ValueError, IndexError, MessageError):  # a UnicodeError is a ValueError
        raise TroubleError("mail-address") from None
    mail["Subject"] = _plain(subject)
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{message.hex}@{sender.rpartition('@')[2]}>"
    mail["List-Unsubscribe"] = f"<mailto:{sender}?subject=stop>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(written(settings, language, body), cte="quoted-printable")
    mail["Content-Language"] = language.replace("_", "-")  # setting the text drops what was there
    return mail


def written(settings: Settings, language: str, body: str) -> str:
    """The body with who writes, and how to end it."""
    where = [part.strip() for part in settings.address.split("|") if part.strip()]
    stop = how_to_stop(settings.shop, language)
    return "\n".join((body, "", "--", settings.shop, *where, "", stop, ""))


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _ascii_domain(address: str) -> str:
    """With the domain as the wire has it (RFC 5891); a local part in other letters is refused by
    `Address` or by the server.
    """
    local, _, domain = address.rpartition("@")
    if re.search(r"[^\x21-\x7e]", local):
        raise ValueError("local part")  # would need SMTPUTF8 of every server on the way
    return f"{local}@{domain.encode('idna').decode('ascii')}"
