"""Getting a head office: with a code a manager made there, typed in or read from a QR code.

The code names the address, the one-time number and the certificate's fingerprint. The key is kept
before it is sent, so that an answer that was lost is asked for again and is the same.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qs, urlencode
from uuid import UUID

import msgspec

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import EntryKey, Kind
from pos.settings import Settings, write_settings
from pos.store import Store, View, Work
from pos.store.link import CERTIFICATE, KEY, NAME, OWN, SHOP, URL
from pos.sync import keys
from pos.sync.holding import clear
from pos.sync.http import HttpTransport, Line, certificate_at, good_url
from pos.sync.line import machine_mark
from pos.sync.machine import Sync
from pos.sync.messages import Enrol, Enrolled
from pos.trouble import TroubleError

SCHEME = "regulars-enrol:"
_PARTS = {"u", "c", "f"}
_CODE = re.compile(r"[0-9]{6,20}", re.ASCII)
_FINGERPRINT = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)  # 32 bytes (RFC 4648, 5)
_MOST_TEXT = 600
_MOST_ROUNDS = 1_000
_Open = Callable[[int], Store]


@dataclass(frozen=True, slots=True)
class EnrolCode:
    """What a manager hands over. `fingerprint`: SHA-256 of head office's certificate, or empty
    where its certificate is publicly trusted.
    """

    url: str
    code: str
    fingerprint: bytes = b""

    @property
    def text(self) -> str:
        """As it stands in a QR code, and may be pasted."""
        parts = {"u": self.url, "c": self.code}
        if self.fingerprint:
            parts["f"] = base64.urlsafe_b64encode(self.fingerprint).decode().rstrip("=")
        return SCHEME + urlencode(parts)


def read_enrol_code(text: str) -> EnrolCode:
    """What stands in a code; LoyaltyError `enrol-text` for what is none of ours, and TroubleError
    `office-url`.
    """
    plain = text.strip()
    if len(plain) > _MOST_TEXT or not plain.startswith(SCHEME):
        raise LoyaltyError("enrol-text")
    try:
        parts = parse_qs(plain.removeprefix(SCHEME), strict_parsing=True, max_num_fields=8)
    except ValueError:
        raise LoyaltyError("enrol-text") from None
    told = {name: values[0] for name, values in parts.items() if name in _PARTS}
    shown = told.get("f", "")
    if shown and not _FINGERPRINT.fullmatch(shown):
        raise LoyaltyError("enrol-text")
    fingerprint = base64.urlsafe_b64decode(shown + "=") if shown else b""
    return enrol_code(told.get("u", ""), told.get("c", ""), fingerprint)


def enrol_code(url: str, code: str, fingerprint: bytes = b"") -> EnrolCode:
    """The same from its parts; a code may be written in groups."""
    digits = re.sub(r"[\s-]", "", code)
    if not _CODE.fullmatch(digits) or len(fingerprint) not in (0, 32):
        raise LoyaltyError("enrol-text")
    return EnrolCode(good_url(url), digits, fingerprint)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What became of it. `store`: the books, opened anew where the terminal got another number."""

    terminal: int
    shop: int
    shop_name: str
    merchant: str
    words: int
    settings: Settings
    store: Store


def enrol(
    store: Store,
    settings: Settings,
    settings_file: Path,
    reopen: _Open,
    asked: EnrolCode,
    app: str,
    end_shift: Callable[[], None],
) -> Enrolment:
    """Make this terminal one of head office's. `reopen` opens the books under a number; `end_shift`
    closes the shift that is open in them, before they get another one.

    Books in which nothing but shifts was booked take whatever number they are given: those stay as
    the chain of the number before.

    LoyaltyError `enrol-number` (number, own): these books have entries under another number;
    `enrol-already` (name): they belong to another head office. TroubleError of the way:
    `office-refused` with `why` `enrol-code` or `terminal-number-taken`, `office-unreachable`,
    `office-certificate-other`, and those of keys and settings.
    """
    database = store.path
    certificate = certificate_at(asked.url, asked.fingerprint) if asked.fingerprint else ""
    private = keys.next_key(database)
    answer = _asked(store, asked, Line(asked.url, 0, private, certificate), app)
    with store.reading() as view:
        number, used = view.terminal, _used(view)
        office = view.setting(KEY)
    if office not in (None, answer.office.hex()):
        raise LoyaltyError("enrol-already")
    if used and answer.terminal != number:
        raise LoyaltyError("enrol-number", number=answer.terminal, own=number)
    if answer.terminal != number:
        end_shift()
    after = replace(settings.changed("terminal", answer.terminal), alone=False)
    write_settings(settings_file, after)
    if answer.terminal != number:
        store.close()
        store = reopen(answer.terminal)
    with store.writing() as work:
        words = _linked(work, asked.url, certificate, private, answer)
    keys.adopt(database)
    return Enrolment(
        answer.terminal,
        answer.shop,
        answer.shop_name,
        answer.merchant_name,
        words,
        after,
        store,
    )


def _used(view: View) -> bool:
    """Whether these books brought anybody anything under this terminal's number."""
    for entry in view.entries(after=EntryKey(view.terminal, 0, 0)):
        if entry.key.terminal != view.terminal:
            return False
        if entry.kind not in (Kind.SHIFT_OPENED, Kind.SHIFT_CLOSED):
            return True
    return False


def _asked(store: Store, asked: EnrolCode, line: Line, app: str) -> Enrolled:
    with store.reading() as view:
        ends = view.epoch_ends()
        message = Enrol(
            code=asked.code,
            public=keys.public_of(line.private),
            app=app,
            terminal=view.terminal,
            epoch=ends[-1].epoch if ends else 1,
            entries=sum(end.seq for end in ends) if _used(view) else 0,
            machine=machine_mark(),
        )
    way = HttpTransport(line, store.clock)
    try:
        raw = way.send("enrol", b"", 0, msgspec.json.encode(message))
        answer = msgspec.json.decode(raw, type=Enrolled)
    except msgspec.MsgspecError:
        raise TroubleError("office-unreadable") from None
    finally:
        way.close()
    if len(answer.office) != 32 or not 0 < answer.terminal < 100_000:
        raise TroubleError("office-unreadable")
    return answer


def _linked(work: Work, url: str, certificate: str, private: bytes, answer: Enrolled) -> int:
    for name, value in {
        URL: url,
        CERTIFICATE: certificate,
        KEY: answer.office.hex(),
        OWN: keys.public_of(private).hex(),
        NAME: answer.merchant_name[:80],
        SHOP: str(answer.shop),
    }.items():
        work.keep_setting(name, value)
    work.link()
    return work.say_everything()


def leave(
    store: Store,
    sync: Sync | None,
    settings: Settings,
    settings_file: Path,
    new_id: Callable[[], UUID],
) -> Settings:
    """End it in good order: all that is held goes back and is heard of, then nothing of head office
    stays here. Without `sync` nobody is told, and what is unsent stays in these books alone.

    TroubleError of the way: then nothing has ended, and it can be tried again.
    """
    if sync is not None:
        _end(store, sync, new_id)
    with store.writing() as work:
        work.unlink()
    keys.forget_key(store.path)
    after = replace(settings, alone=True)
    write_settings(settings_file, after)
    return after


def _end(store: Store, sync: Sync, new_id: Callable[[], UUID]) -> None:
    """Send everything, then all that is held; nothing is pulled then, or it would come back."""
    for _ in range(_MOST_ROUNDS):
        if not sync.round().more:
            break
    with store.writing() as work:
        clear(work, "left", new_id)
    sync.push()
    with store.reading() as view:
        unsent, _ = view.unsent()
    if unsent:
        raise TroubleError("office-behind", unsent=unsent)
