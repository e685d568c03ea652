"""Everything under /v1: terminals' messages, and the terminals that wait there for news.

Whoever waits costs no thread: one task looks for all of them together, at once when a message
changed something here, and every two seconds for what another process changed.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from pos.office.web.bodies import body_of
from pos.office.web.parts import Bounds, Held, TerminalAnswer, TerminalAsk, TerminalDesk
from pos.office.web.rates import Buckets, network
from pos.office.web.refusals import Refused
from pos.office.web.workers import Workers
from pos.sync.messages import Waited
from pos.trouble import TroubleError

LOG = logging.getLogger(__name__)
MOST_WAITING = 300  # more are answered at once, and ask again by their own clock
LOOK_S = 2.0
APART_S = 0.05  # between two looks: a busy moment is one piece of news
_TERMINAL = re.compile(r'keyid="([0-9]{1,5})"', re.ASCII)
_CHANGING = frozenset({"push", "tell", "reserve", "pull", "session"})
Look = Callable[[Collection[int]], Awaitable[Mapping[int, bytes]]]


@dataclass(slots=True)
class _Waiting:
    mark: bytes
    answer: asyncio.Future[bytes]


class WaitingRoom:
    """Terminals that wait. Used from one event loop."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._waiting: dict[int, _Waiting] = {}
        self._stirred = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._closing = False

    async def hold(self, held: Held) -> bytes:
        """The mark of a terminal: when it is another one than it knows, or at the end of its time.

        Of two requests of one terminal the earlier is answered at once.
        """
        before = self._waiting.pop(held.terminal, None)
        if before is not None and not before.answer.done():
            before.answer.set_result(before.mark)
        if self._closing:
            return held.mark
        if not held.wait_ms or len(self._waiting) >= MOST_WAITING:
            return (await self._look([held.terminal]))[held.terminal]
        mine = _Waiting(held.mark, asyncio.get_running_loop().create_future())
        self._waiting[held.terminal] = mine
        self.stir()
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._watch())
        try:
            async with asyncio.timeout(held.wait_ms / 1000):
                return await mine.answer
        except TimeoutError:
            return held.mark
        finally:
            if self._waiting.get(held.terminal) is mine:
                del self._waiting[held.terminal]

    def let_go(self) -> None:
        """Nobody waits here any more: everybody is answered now."""
        self._closing = True
        for waiting in self._waiting.values():
            if not waiting.answer.done():
                waiting.answer.set_result(waiting.mark)
        self._waiting.clear()
        self.stir()

    def stir(self) -> None:
        """Something may be new."""
        self._stirred.set()

    async def _watch(self) -> None:
        """Look, as long as anybody waits."""
        while self._waiting:
            self._stirred.clear()
            try:
                found = await self._look(list(self._waiting))
            except (TroubleError, Refused) as error:
                LOG.info("nobody could look for news: %s", error)
                found = {}
            for number, mark in found.items():
                mine = self._waiting.get(number)
                if mine is not None and mark != mine.mark and not mine.answer.done():
                    mine.answer.set_result(mark)
            await asyncio.sleep(APART_S)
            try:
                async with asyncio.timeout(LOOK_S):
                    await self._stirred.wait()
            except TimeoutError:
                pass


class TerminalDoor:
    """The route of terminals."""

    def __init__(self, desk: TerminalDesk | None, workers: Workers, bounds: Bounds) -> None:
        self._desk = desk
        self._workers = workers
        self._bounds = bounds
        self._rates = Buckets(bounds.terminal_rate, bounds.terminal_burst)
        self._room = WaitingRoom(self._look)

    async def serve(self, request: Request) -> Response:
        """Answer a message. Refused before: who comes too often, bodies too long or too slow."""
        if self._desk is None:
            raise Refused(404, "not-found")
        path = request.path_params["rest"]
        request.scope["regulars.route"] = f"/v1/{path.partition('/')[0][:20]}"
        if seconds := self._rates.wait_s(_claimed(request)):
            raise Refused(429, "too-many", seconds=seconds)
        body = b""
        if request.method == "POST":
            body = await body_of(request, self._bounds.push_body, self._bounds)
        ask = TerminalAsk(
            method=request.method,
            path=path,
            query=request.url.query,
            headers=dict(request.headers),
            body=body,
            address=str(request.scope["regulars.address"]),
        )
        answer = await self._workers.run(partial(self._desk.handle, ask))
        if isinstance(answer, Held):
            mark = await self._room.hold(answer)
            answer = TerminalAnswer(200, msgspec.json.encode(Waited(mark=mark)))
        elif answer.status == 200 and path in _CHANGING:
            self._room.stir()
        if answer.code:
            request.scope["regulars.code"] = answer.code
        return Response(answer.body, answer.status, dict(answer.headers or {}))

    def let_go(self) -> None:
        """The service stops: whoever waits for news is answered."""
        self._room.let_go()

    async def _look(self, numbers: Collection[int]) -> Mapping[int, bytes]:
        assert self._desk is not None
        return await self._workers.run(partial(self._desk.marks, numbers))


def _claimed(request: Request) -> str:
    """The terminal a request says it comes from, at its address: nobody believes it yet, so a
    stranger elsewhere who says the same takes nothing from the real one.
    """
    found = _TERMINAL.search(request.headers.get("signature-input", ""))
    return f"{network(request.scope['regulars.address'])} {found[1] if found else ''}"
