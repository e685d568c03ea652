"""A network that loses, doubles, delays and tears messages, between terminals and head office.

A delayed request arrives hours or days later and its answer reaches nobody; everything is decided
by `chance`, and counted.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from pos.office.desk.sessions import OfficeError
from pos.sync.messages import Pull
from pos.trouble import TroubleError

Answer = Callable[[int, str, bytes, int, bytes], bytes]
"""`HeadOffice.answer`."""
_LONGEST_LATE = 400  # messages of others that may overtake one


@dataclass(slots=True)
class Weather:
    """How likely each thing happens to a message."""

    drop_request: float = 0.0
    drop_answer: float = 0.0
    double: float = 0.0
    delay: float = 0.0
    error: float = 0.0
    half: float = 0.0


@dataclass(frozen=True, slots=True)
class Message:
    """A request under way, to arrive when that many others were sent."""

    due: int
    number: int
    path: str
    session: bytes
    ctr: int
    body: bytes


class Network:
    """`answer`: head office, as it is now; it may be replaced by an older one meanwhile."""

    def __init__(self, chance: random.Random, answer: Answer, told: Counter[str]) -> None:
        self.weather = Weather()
        self.away: set[int] = set()
        """Terminals that are cut off."""
        self.page = 0
        """The most words somebody may ask for in one answer; 0: as many as they like."""
        self.told = told
        self.answer = answer
        self._chance = chance
        self._late: list[Message] = []
        self._sent = 0

    def send(self, number: int, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """One request and its answer; TroubleError as `pos.sync.machine.Transport`."""
        self._sent += 1
        self.told["messages"] += 1
        self._deliver()
        if self.page and path == "pull":
            asked = msgspec.json.decode(body, type=Pull)
            body = msgspec.json.encode(msgspec.structs.replace(asked, most=self.page))
        sky = self.weather
        if number in self.away:
            raise self._lost("cut-off")
        if self._happens(sky.delay):
            late = self._sent + self._chance.randint(1, _LONGEST_LATE)
            self._late.append(Message(late, number, path, session, ctr, body))
            raise self._lost("delayed")
        if self._happens(sky.drop_request):
            raise self._lost("request-lost")
        if self._happens(sky.error):
            self.told["office-error"] += 1
            raise _refused(self._chance.choice(("office-database-busy", "too-many")), 500)
        answer = self._asked(number, path, session, ctr, body)
        if self._happens(sky.double):
            self.told["doubled"] += 1
            self._unheard(Message(0, number, path, session, ctr, body))
        if self._happens(sky.drop_answer):
            raise self._lost("answer-lost")
        if self._happens(sky.half):
            self.told["half-answer"] += 1
            return answer[: self._chance.randrange(len(answer))]
        return answer

    def calm(self) -> None:
        """Nothing happens to messages any more; what is late arrives now."""
        self.weather = Weather()
        self.away.clear()
        late, self._late = self._late, []
        for message in late:
            self._unheard(message)

    def _asked(self, number: int, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        try:
            return self.answer(number, path, session, ctr, body)
        except OfficeError as no:
            self.told[f"refused-{no.code}"] += 1
            raise _refused(no.code, no.retry_ms) from None

    def _unheard(self, message: Message) -> None:
        """It arrives, and nobody waits for the answer."""
        try:
            self._asked(message.number, message.path, message.session, message.ctr, message.body)
        except TroubleError:
            self.told["stale-refused"] += 1

    def _deliver(self) -> None:
        due = [message for message in self._late if message.due <= self._sent]
        if due:
            self._late = [message for message in self._late if message.due > self._sent]
            self._chance.shuffle(due)
            for message in due:
                self.told["arrived-late"] += 1
                self._unheard(message)

    def _happens(self, likely: float) -> bool:
        return likely > 0 and self._chance.random() < likely

    def _lost(self, how: str) -> TroubleError:
        self.told[how] += 1
        return TroubleError("office-unreachable")


def _refused(code: str, retry_ms: int) -> TroubleError:
    return TroubleError("office-refused", why=code, retry_ms=retry_ms)
