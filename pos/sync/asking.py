"""One message to head office and its answer: what a session is, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol, TypeVar

import msgspec

from pos.sync import wire
from pos.sync.messages import MOST_ENTRIES
from pos.trouble import TroubleError

_Answer = TypeVar("_Answer", bound=msgspec.Struct)


class Transport(Protocol):
    """The way to head office."""

    def send(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """The body of a good answer.

        TroubleError `office-unreachable` (nothing, or half of something, came back),
        `office-refused` (code, retry_ms: head office said no).
        """
        ...


@dataclass(slots=True)
class Session:
    """What one session knows: its name, its count of messages, and where each epoch goes on."""

    nonce: bytes = b""
    ctr: int = 0
    next: dict[int, int] = field(default_factory=dict)  # by head office's name of the epoch
    most: int = MOST_ENTRIES
    proof_asked: set[int] = field(default_factory=set)  # epochs, by head office's name
    clear: bool = False
    state: str = "active"


def ask(
    transport: Transport,
    session: Session,
    path: str,
    message: msgspec.Struct,
    answer: type[_Answer],
    lines: list[bytes] | None = None,
) -> _Answer:
    """Send a message and read its answer.

    An answer belongs to the message that asked: the transport keeps them together, and the
    session's name and count go with both. TroubleError `office-unreadable`, and the transport's.
    """
    session.ctr += 1
    body = msgspec.json.encode(message) if lines is None else wire.pack(message, lines)
    raw = transport.send(path, session.nonce, session.ctr, body)
    try:
        return msgspec.json.decode(raw, type=answer)
    except msgspec.MsgspecError:
        raise TroubleError("office-unreadable") from None
