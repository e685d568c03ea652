"""The bounds one by one: rates, bodies, workers, the terminals' desk, faults of our own."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial

import pytest
import uvicorn
from starlette.requests import Request
from starlette.types import Message
from uvicorn.server import ServerState

from pos.office.web.bodies import body_of
from pos.office.web.parts import Bounds, TerminalAnswer, TerminalAsk
from pos.office.web.protocol import BoundedProtocol
from pos.office.web.rates import Buckets, neighbourhood, network
from pos.office.web.refusals import Refused
from pos.office.web.workers import Workers
from tests.office.office import Office


def test_a_bucket_gives_its_burst_and_then_its_rate() -> None:
    now = [0]
    bucket = Buckets(60, 5, ticks=lambda: now[0])
    assert [bucket.wait_s("a") for _ in range(7)] == [0] * 5 + [1, 1]
    assert bucket.wait_s("b") == 0
    now[0] += 2_000_000_000
    assert [bucket.wait_s("a") for _ in range(3)] == [0, 0, 1]
    now[0] += 3_600_000_000_000
    assert [bucket.wait_s("a") for _ in range(6)] == [0] * 5 + [1]


def test_there_are_never_more_buckets_than_allowed() -> None:
    bucket = Buckets(60, 1, most=3, ticks=lambda: 0)
    for key in "abcabc":
        bucket.wait_s(key)
    assert [bucket.wait_s(key) for key in "abc"] == [1, 1, 1]
    bucket.wait_s("d")
    assert bucket.wait_s("a") == 0


@pytest.mark.parametrize(
    ("address", "asker", "logged"),
    [
        ("203.0.113.9", "203.0.113.9", "203.0.113.0/24"),
        ("::ffff:203.0.113.9", "203.0.113.9", "::/48"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::", "2001:db8:1::/48"),
        ("unix:", "unknown", "unknown"),
        ("", "unknown", "unknown"),
    ],
)
def test_an_asker_is_a_network(address: str, asker: str, logged: str) -> None:
    assert (network(address), neighbourhood(address)) == (asker, logged)


def read(pieces: list[bytes], most: int, headers: dict[str, str], wait_s: int = 0) -> bytes:
    """What `body_of` makes of a body that comes in pieces, the last after `wait_s`."""
    left = list(pieces)

    async def receive() -> Message:
        if not left:
            return {"type": "http.disconnect"}
        if len(left) == 1:
            await asyncio.sleep(wait_s)
        piece = left.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(left)}

    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "POST", "path": "/", "headers": raw}
    bounds = Bounds(slow_after_s=0, slow_bytes_s=1_000, body_s=1)
    return asyncio.run(body_of(Request(scope, receive), most, bounds))


def test_a_body_in_time_is_read_whole() -> None:
    assert read([b"ab", b"cd"], 4, {"content-length": "4"}) == b"abcd"
    assert read([b"x" * 900, b"y"], 1_000, {}) == b"x" * 900 + b"y"


@pytest.mark.parametrize(
    ("pieces", "headers", "wait_s", "status"),
    [
        ([b"abc", b"de"], {}, 0, 413),
        ([b"a"], {"content-length": "5"}, 0, 413),
        ([b"a"], {"content-length": "1e1"}, 0, 400),
        ([b"a"], {"content-length": "\u0661"}, 0, 400),
        ([b"a"], {"content-length": "9" * 50}, 0, 400),
        ([b"ab", b"c"], {}, 30, 408),
    ],
)
def test_a_body_out_of_bounds_is_refused(
    pieces: list[bytes], headers: dict[str, str], wait_s: int, status: int
) -> None:
    with pytest.raises(Refused) as no:
        read(pieces, 4, headers, wait_s)
    assert no.value.status == status


def test_a_client_that_goes_away_is_no_fault_of_ours() -> None:
    with pytest.raises(Refused) as no:
        read([], 4, {})
    assert no.value.status == 400


def test_more_work_than_fits_is_refused_and_the_rest_is_done() -> None:
    gate = threading.Event()
    done: list[int] = []

    def work(number: int) -> None:
        gate.wait(20)
        done.append(number)

    async def ask(workers: Workers, number: int) -> int:
        try:
            await workers.run(partial(work, number))
        except Refused as no:
            gate.set()
            return no.status
        return 200

    async def all_at_once() -> list[int]:
        workers = Workers(threads=2, waiting=3)
        return await asyncio.gather(*(ask(workers, number) for number in range(8)))

    assert sorted(asyncio.run(all_at_once())) == [200] * 5 + [503] * 3
    assert len(done) == 5


@dataclass(slots=True)
class Desk:
    """A desk that answers by a function, and remembers."""

    answer: Callable[[TerminalAsk], TerminalAnswer]
    asked: list[TerminalAsk]

    def handle(self, ask: TerminalAsk) -> TerminalAnswer:
        self.asked.append(ask)
        return self.answer(ask)

    def marks(self, numbers: Collection[int]) -> Mapping[int, bytes]:
        return dict.fromkeys(numbers, b"")


def test_a_terminals_request_reaches_the_desk_as_it_came(small_office: Office) -> None:
    desk = Desk(lambda ask: TerminalAnswer(201, ask.body[::-1], {"x-nonce": "7"}), [])
    client = small_office.browser(desk=desk).client
    answer = client.post("/v1/push?after=3", content=b"\0\xffab", headers={"X-Batch": "1"})
    assert (answer.status_code, answer.content) == (201, b"ba\xff\0")
    assert answer.headers["x-nonce"] == "7"
    assert answer.headers["x-content-type-options"] == "nosniff"
    (ask,) = desk.asked
    assert (ask.method, ask.path, ask.query) == ("POST", "push", "after=3")
    assert (ask.headers["x-batch"], ask.address) == ("1", "203.0.113.9")


def test_a_push_may_be_larger_than_a_form_and_has_its_own_end(small_office: Office) -> None:
    desk = Desk(lambda ask: TerminalAnswer(200, str(len(ask.body)).encode()), [])
    client = small_office.browser(Bounds(push_body=200_000), desk).client
    assert client.post("/v1/push", content=b"x" * 200_000).text == "200000"
    told = client.post("/v1/push", content=b"x" * 200_001)
    assert (told.status_code, told.json()["code"]) == (413, "too-large")
    assert told.headers["connection"] == "close"
    assert len(desk.asked) == 1


def test_a_terminal_that_asks_without_end_waits_and_its_neighbour_does_not(
    small_office: Office,
) -> None:
    desk = Desk(lambda _: TerminalAnswer(200), [])
    client = small_office.browser(Bounds(terminal_rate=1, terminal_burst=2), desk).client

    def ask(terminal: int) -> int:
        headers = {"signature-input": f'terminal=();keyid="{terminal}"'}
        return int(client.post("/v1/push", headers=headers).status_code)

    assert [ask(7) for _ in range(4)] == [200, 200, 429, 429]
    assert ask(8) == 200
    told = client.post("/v1/push", headers={"signature-input": 'keyid="7"'})
    assert int(told.headers["retry-after"]) > 0


def test_a_fault_of_ours_is_told_without_its_details(small_office: Office) -> None:
    def fail(_: TerminalAsk) -> TerminalAnswer:
        raise RuntimeError("secret detail")

    client = small_office.browser(desk=Desk(fail, [])).client
    told = client.get("/v1/pull")
    assert (told.status_code, told.json()["code"]) == (500, "our-fault")
    assert "secret" not in told.text
    assert told.headers["x-request-id"] == told.json()["request"]


def test_log_ins_of_one_address_have_a_rate_of_their_own(small_office: Office) -> None:
    browser = small_office.browser(Bounds(log_in_burst=3))
    browser.get("/log-in")
    form = {"login": "nobody", "password": "x"}
    told = [browser.post("/log-in", form).status_code for _ in range(5)]
    assert told == [422, 422, 422, 429, 429]
    assert browser.get("/log-in").status_code == 200


def test_behind_a_proxy_the_last_hop_is_believed_and_no_other(small_office: Office) -> None:
    desk = Desk(lambda _: TerminalAnswer(200), [])
    browser = small_office.browser(desk=desk)
    headers = {"X-Forwarded-For": "10.0.0.1, 198.51.100.7"}
    browser.client.get("/v1/pull", headers=headers)
    parts = small_office.parts(desk=desk)
    door = replace(parts.door, behind_proxy=True)
    small_office.browser_of(replace(parts, door=door)).client.get("/v1/pull", headers=headers)
    assert [ask.address for ask in desk.asked] == ["203.0.113.9", "198.51.100.7"]


def test_an_answers_body_does_not_wait_for_the_others_acknowledgement() -> None:
    at_once: list[int] = []

    class Watched(BoundedProtocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            line = transport.get_extra_info("socket")
            at_once.append(line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))

    async def asgi(scope: object, receive: object, send: object) -> None:
        raise AssertionError("nobody asks it anything")

    async def come() -> None:
        config = uvicorn.Config(asgi, lifespan="off", log_config=None)
        config.load()
        listener = socket.create_server(("127.0.0.1", 0))
        server = await asyncio.get_running_loop().create_server(
            lambda: Watched(config, ServerState(), {}), sock=listener
        )
        async with server:
            reader, writer = await asyncio.open_connection(*listener.getsockname())
            writer.write_eof()
            await reader.read()
            writer.close()
            await writer.wait_closed()

    asyncio.run(come())
    assert at_once
    assert 0 not in at_once
