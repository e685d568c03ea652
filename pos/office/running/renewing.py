"""The certificate of head office's own making, renewed in time: the next one is made two months
before the end, terminals hear of it over the line they trust, and it is shown once all have.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from loyalty.ledger.documents import compact
from loyalty.rights.note import HEAD_OFFICE
from pos.clock import Clock, milliseconds
from pos.office.desk import feed
from pos.office.people.auditing import Actor, note
from pos.office.running.certificate import Tls, following, made_next, own, show_next
from pos.office.schema.engine import transaction
from pos.office.schema.facts import feed as feed_table
from pos.office.schema.facts import terminal
from pos.sync.vouching import CERTIFICATE_TOPIC

BEFORE = timedelta(days=60)
"""So long before the end the next one is made."""
OVERLAP = timedelta(days=1)
"""Whoever was told may not have heard the answer: they ask again within a day."""
LAST = timedelta(days=7)
"""Before the end it changes whether all have heard or not: they need one step then."""
TLS = "tls"
BY_ITSELF = Actor(None, "night")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Renewal:
    """What renews the certificate in a folder. `key`: head office's own, which signs it."""

    engine: sa.Engine
    merchant: int
    clock: Clock
    folder: Path
    key: Ed25519PrivateKey

    @property
    def fingerprint(self) -> bytes:
        """SHA-256 of the certificate that is shown now."""
        return bytes.fromhex(own(self.folder).fingerprint.replace(":", ""))

    def begin(self, actor: Actor) -> Tls:
        """Make the next one where there is none, and tell terminals of it; again changes nothing.

        TroubleError `office-certificate`, `office-file-unwritable`, and those of the database.
        """
        now = self.clock.now()
        with transaction(self.engine) as db:
            feed.next_rev(db, self.merchant, 0)  # one at a time
            found = following(self.folder)
            if found is None:
                found = made_next(self.folder, own(self.folder).names, now, self.key)
                new = {"sha256": found.fingerprint}
                note(db, self.merchant, self.clock, actor, "certificate-made", "office", new=new)
            self._say(db, found, now=False)
        return found

    def look(self, shown: Callable[[Tls], None]) -> None:
        """What is due: make the next one, or show it from now on. Safe at any time, twice too."""
        now, current = self.clock.now(), own(self.folder)
        if following(self.folder) is None and now + BEFORE < current.ends:
            return
        self.begin(BY_ITSELF)
        with transaction(self.engine) as db:
            word = feed.word_of(db, self.merchant, CERTIFICATE_TOPIC, TLS)
            said_ms = word[0] if word else milliseconds(now)
            told = milliseconds(now - OVERLAP) >= said_ms and not missing(db, self.merchant)
            if not told and now + LAST < current.ends:
                return
            after = show_next(self.folder)
            shown(after)
            self._say(db, after, now=True)
            new, old = {"sha256": after.fingerprint}, {"sha256": current.fingerprint}
            args = (db, self.merchant, self.clock, BY_ITSELF, "certificate-changed", "office")
            note(*args, old=old, new=new)
        _log.info("another certificate is shown: %s", after.fingerprint)

    def _say(self, db: sa.Connection, tls: Tls, *, now: bool) -> None:
        body = compact({"now": now, "pem": tls.certificate.read_text(encoding="ascii")})
        known = feed.word_of(db, self.merchant, CERTIFICATE_TOPIC, TLS)
        if known and known[2] == body:
            return
        stamp = max(milliseconds(self.clock.now()), known[0] + 1 if known else 0)
        said = (CERTIFICATE_TOPIC, TLS, stamp, HEAD_OFFICE, body)
        feed.keep_word(db, self.merchant, said, HEAD_OFFICE)


def missing(db: sa.Connection, merchant: int) -> list[int]:
    """Terminals that have not been told of the next certificate, where there is one."""
    rev = sa.select(feed_table.c.rev).where(
        feed_table.c.merchant == merchant,
        feed_table.c.topic == CERTIFICATE_TOPIC,
        feed_table.c.name == TLS,
    )
    wanted = sa.select(terminal.c.number).where(
        terminal.c.merchant == merchant,
        terminal.c.state != "retired",
        terminal.c.told_rev < rev.scalar_subquery(),
    )
    return list(db.execute(wanted.order_by(terminal.c.number)).scalars())
