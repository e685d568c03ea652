"""What a window asks of the line while another window of the till has it: passed on, on loopback.

Only who can read the note beside the books knows the token; one question a connection, one line
each way.
"""

from __future__ import annotations

import hmac
import socket
import socketserver
import threading
from collections.abc import Callable
from typing import Protocol, cast
from uuid import UUID

import msgspec

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import EntryKey
from pos.sync.driving import Driver
from pos.sync.messages import Reserved
from pos.trouble import TroubleError

LOOPBACK = "127.0.0.1"
MOST_ASKED, MOST_TOLD = 4_096, 1 << 20
ASKERS = 8  # windows at once; there are two or three
READ_S = 1.0  # for a question to arrive, or a connection
MORE_S = 0.4  # on top of what the other window waits for head office
MOST_WAIT_S = 10.0


class Answering(Protocol):
    """The line of the window that has it (`pos.sync.shop_line.ShopLine`)."""

    def reserve(
        self, member: UUID | None, need: int = 0, voucher: str = "", wait_s: float = ...
    ) -> Reserved:
        """As `Courier.reserve`."""
        ...

    def find(self, number: EntryKey) -> EntryKey | None:
        """As `Courier.find`."""
        ...

    def claimed(self, source: UUID) -> None:
        """As `Courier.claimed`."""
        ...

    def retry(self) -> None:
        """As `Courier.retry`."""
        ...


class Question(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`act`: reserve, find, claimed or retry, with what that takes."""

    act: str
    token: str = ""
    member: UUID | None = None
    need: int = 0
    voucher: str = ""
    wait_s: float = 0.0
    number: tuple[int, int, int] | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What came, or a refusal: its `code` with `facts`, `ruled` where a rule said it."""

    reserved: Reserved | None = None
    found: tuple[int, int, int] | None = None
    code: str = ""
    ruled: bool = False
    facts: dict[str, str | int] = {}


class Passing:
    """Answers the other windows from `start` to `stop`; OSError where no port is free."""

    def __init__(self, line: Answering, token: str) -> None:
        self._server = _Server(line, token)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.2,), name="passing", daemon=True
        )

    @property
    def port(self) -> int:
        """Where the others ask."""
        return int(self._server.server_address[1])

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Answer nobody any more."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join(2)
        self._server.server_close()


def passed_on(driver: Driver | None, question: Question) -> Answer:
    """The other window's answer. TroubleError `office-unreachable` where it does not answer in
    time; what head office or a rule said there is raised here.
    """
    if driver is None or not 0 < driver.port < 1 << 16:
        raise TroubleError("office-unreachable", said="no window has the line")
    asked = msgspec.structs.replace(question, token=driver.token)
    try:
        with socket.create_connection((LOOPBACK, driver.port), timeout=READ_S) as way:
            way.settimeout(question.wait_s + MORE_S)
            way.sendall(msgspec.json.encode(asked) + b"\n")
            with way.makefile("rb") as lines:
                answer = msgspec.json.decode(lines.readline(MOST_TOLD), type=Answer)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        said = (str(error) or type(error).__name__)[:80]
        raise TroubleError("office-unreachable", said=said) from None
    if answer.code and answer.ruled:
        raise LoyaltyError(answer.code, **answer.facts)
    if answer.code:
        raise TroubleError(answer.code, **answer.facts)
    return answer


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, line: Answering, token: str) -> None:
        self.line = line
        self.token = token
        self.free = threading.BoundedSemaphore(ASKERS)
        super().__init__((LOOPBACK, 0), _Asker)


class _Asker(socketserver.StreamRequestHandler):
    timeout = READ_S

    def handle(self) -> None:
        server = cast(_Server, self.server)
        if not server.free.acquire(blocking=False):
            return
        try:
            asked = msgspec.json.decode(self.rfile.readline(MOST_ASKED), type=Question)
            if hmac.compare_digest(asked.token.encode(), server.token.encode()):
                self.wfile.write(msgspec.json.encode(_answered(server.line, asked)) + b"\n")
        except (OSError, msgspec.MsgspecError, UnicodeError):
            return  # whoever asked has gone, or is nobody of ours
        finally:
            server.free.release()


def _answered(line: Answering, asked: Question) -> Answer:
    try:
        return _ACTS.get(asked.act, _unknown)(line, asked)
    except (TroubleError, LoyaltyError) as error:
        facts = {name: fact for name, fact in error.facts.items() if isinstance(fact, (str, int))}
        return Answer(code=error.code, ruled=isinstance(error, LoyaltyError), facts=facts)


def _reserve(line: Answering, asked: Question) -> Answer:
    wait_s = min(max(asked.wait_s, 0.1), MOST_WAIT_S)
    return Answer(reserved=line.reserve(asked.member, asked.need, asked.voucher, wait_s))


def _find(line: Answering, asked: Question) -> Answer:
    found = line.find(EntryKey(*asked.number)) if asked.number is not None else None
    return Answer(found=(found.terminal, found.epoch, found.seq) if found else None)


def _claimed(line: Answering, asked: Question) -> Answer:
    if asked.member is not None:
        line.claimed(asked.member)
    return Answer()


def _retry(line: Answering, _asked: Question) -> Answer:
    line.retry()
    return Answer()


def _unknown(_line: Answering, _asked: Question) -> Answer:
    raise TroubleError("office-unreachable", said="the other window is of another version")


_ACTS: dict[str, Callable[[Answering, Question], Answer]] = {
    "reserve": _reserve,
    "find": _find,
    "claimed": _claimed,
    "retry": _retry,
}
