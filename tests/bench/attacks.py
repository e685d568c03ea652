"""`python -m tests.bench.attacks`: what a stranger, a thief and a broken terminal try at the live
service, over TLS on loopback; what each is answered, and the one line the log keeps. JSON.
"""

from __future__ import annotations

import json
import logging
import re
import socket
import ssl
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
import msgspec
import zstandard

from pos.office.engine import transaction
from pos.office.terminals import retire
from pos.office.web.parts import Bounds
from pos.sync import wire
from pos.sync.batches import next_batch
from pos.sync.http import Line, trusted
from pos.sync.keys import public_of
from pos.sync.line import line_of
from pos.sync.messages import AskHashes, Batch, Enrol, Hello, Pull, Welcome
from pos.sync.signing import COUNTER, DIGEST, INPUT, SESSION, sign
from tests.office.live import HAND, PLENTY, Live, Till, live_office, till

SLOW_S = 1
BOUNDS = replace(PLENTY, slow_after_s=SLOW_S)
Said = tuple[int, str]


@dataclass(slots=True)
class Thief:
    """Has seen the traffic of terminal `mine`, and owns terminal `own` of the same merchant."""

    live: Live
    victim: Till
    mine: Line
    own: Line
    ctr: int = 0
    session: bytes = b""
    client: httpx2.Client = field(init=False)

    def __post_init__(self) -> None:
        verify = trusted(self.mine.certificate)
        self.client = httpx2.Client(verify=verify, base_url=self.live.url, trust_env=False)

    def greet(self) -> None:
        """A good session of the victim."""
        said = self.ask("session", Hello(app="test"))
        self.session = msgspec.json.decode(said.content, type=Welcome).nonce

    def headers(self, path: str, body: bytes, ahead_s: int = 0, **other: Any) -> dict[str, str]:
        """Good ones of the victim, but for what is given."""
        self.ctr += 1
        facts = {
            "private": self.mine.private,
            "terminal": self.mine.terminal,
            "path": f"/v1/{path}",
            "session": self.session,
            "ctr": self.ctr,
            "created_s": int(self.live.clock.now().timestamp()) + ahead_s,
            "nonce": self.ctr.to_bytes(16, "big"),
            "body": body,
        }
        return sign(**{**facts, **other})

    def post(self, path: str, headers: dict[str, str], body: bytes) -> httpx2.Response:
        return self.client.post(f"/v1/{path}", headers=headers, content=body)

    def ask(self, path: str, message: msgspec.Struct | bytes, **other: Any) -> httpx2.Response:
        """Signed as the victim would, but for what is given."""
        body = message if isinstance(message, bytes) else msgspec.json.encode(message)
        return self.post(path, self.headers(path, body, **other), body)

    def raw(self, request: bytes, then: bytes = b"", pause_s: float = 0.0) -> Said:
        """Bytes that no client would send."""
        where = urlsplit(self.live.url)
        context = trusted(self.mine.certificate)
        with (
            socket.create_connection((where.hostname or "", where.port or 0), 30) as plain,
            context.wrap_socket(plain) as line,
        ):
            found = b""
            try:
                line.sendall(request)
                for at in range(len(then)):
                    time.sleep(pause_s)
                    line.sendall(then[at : at + 1])
                    line.settimeout(0.01)
                    try:
                        found += line.recv(65_536)
                        break
                    except TimeoutError:
                        line.settimeout(30)
                line.settimeout(30)
                while b"\r\n\r\n" not in found or b"}" not in found:
                    piece = line.recv(65_536)
                    if not piece:
                        break
                    found += piece
            except (ConnectionError, ssl.SSLError):
                pass
        status = int(found.split()[1]) if found else 0
        code = re.search(rb'"code":"([a-z-]+)"', found)
        return status, code[1].decode() if code else ""

    def batch(self, first: int = 1) -> tuple[Batch, list[bytes]]:
        """The victim's own entries, from a number on."""
        with self.victim.shop.store.reading() as view:
            found = next_batch(view, {1: first}, 1_000)
        assert found is not None
        return found[1], found[2]


def said(answer: httpx2.Response) -> Said:
    """Status and code; of a good answer to a push, what it says of the entries."""
    told = json.loads(answer.content) if answer.content.startswith(b"{") else {}
    code = told.get("code") or told.get("why") or ("set-aside" if told.get("set_aside") else "")
    return answer.status_code, str(code)


# --- one function each --------------------------------------------------------------------------


def unsigned(thief: Thief) -> Said:
    return said(thief.post("pull", {}, b'{"after":0}'))


def foreign_key(thief: Thief) -> Said:
    return said(thief.ask("pull", Pull(after=0), private=thief.own.private))


def nobody(thief: Thief) -> Said:
    return said(thief.ask("pull", Pull(after=0), terminal=9_999))


def own_name(thief: Thief) -> Said:
    """Its own key and number, in the victim's session."""
    facts = {"private": thief.own.private, "terminal": thief.own.terminal}
    return said(thief.ask("pull", Pull(after=0), **facts))


def _captured(thief: Thief, path: str, message: msgspec.Struct) -> tuple[dict[str, str], bytes]:
    body = msgspec.json.encode(message)
    headers = thief.headers(path, body)
    assert thief.post(path, headers, body).status_code == 200
    return headers, body


def replay(thief: Thief) -> Said:
    headers, body = _captured(thief, "pull", Pull(after=0))
    return said(thief.post("pull", headers, body))


def replay_of_hello(thief: Thief) -> Said:
    headers, body = _captured(thief, "session", Hello(app="test"))
    answer = said(thief.post("session", headers, body))
    thief.greet()
    return answer


def body_altered(thief: Thief) -> Said:
    headers = thief.headers("tell", b'{"docs":[],"upto":1}')
    return said(thief.post("tell", headers, b'{"docs":[],"upto":9}'))


def digest_altered(thief: Thief) -> Said:
    other = thief.headers("tell", b'{"docs":[],"upto":9}')[DIGEST]
    headers = {**thief.headers("tell", b'{"docs":[],"upto":1}'), DIGEST: other}
    return said(thief.post("tell", headers, b'{"docs":[],"upto":9}'))


def path_altered(thief: Thief) -> Said:
    return said(thief.post("tell", thief.headers("pull", b"{}"), b"{}"))


def _altered(name: str, value: str) -> Callable[[Thief], Said]:
    def attack(thief: Thief) -> Said:
        body = b'{"after":0}'
        return said(thief.post("pull", {**thief.headers("pull", body), name: value}, body))

    return attack


def less_covered(thief: Thief) -> Said:
    headers = thief.headers("pull", b"{}")
    less = headers[INPUT].replace(f' "{COUNTER}"', "")
    return said(thief.post("pull", {**headers, INPUT: less}, b"{}"))


def old(thief: Thief) -> Said:
    return said(thief.ask("pull", Pull(after=0), ahead_s=-3_600))


def from_the_future(thief: Thief) -> Said:
    return said(thief.ask("pull", Pull(after=0), ahead_s=365 * 86_400))


def _trick(target: str) -> Callable[[Thief], Said]:
    def attack(thief: Thief) -> Said:
        head = f"POST {target} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"
        return thief.raw(head.encode("latin-1"))

    return attack


def query(thief: Thief) -> Said:
    headers = thief.headers("pull", b"{}")
    return said(thief.client.post("/v1/pull?after=0", headers=headers, content=b"{}"))


def method(thief: Thief) -> Said:
    return said(thief.client.get("/v1/pull", headers=thief.headers("pull", b"")))


def oversized(thief: Thief) -> Said:
    return said(thief.ask("push", b"x" * (5 << 20)))


def said_oversized(thief: Thief) -> Said:
    head = b"POST /v1/push HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n"
    return thief.raw(head)


def oversized_message(thief: Thief) -> Said:
    return said(thief.ask("tell", b"x" * (2 << 20)))


def slow_body(thief: Thief) -> Said:
    head = b"POST /v1/push HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n"
    return thief.raw(head, b"x" * 200, 0.1)


def bomb(thief: Thief) -> Said:
    made = zstandard.ZstdCompressor(level=19).compress(b"\n" * (256 << 20))
    return said(thief.ask("push", made))


def bomb_without_size(thief: Thief) -> Said:
    packer = zstandard.ZstdCompressor(level=19, write_content_size=False).compressobj()
    made = b"".join([*(packer.compress(b"\n" * (1 << 20)) for _ in range(80)), packer.flush()])
    return said(thief.ask("push", made))


def no_zstd(thief: Thief) -> Said:
    return said(thief.ask("push", b"this was never compressed"))


def garbage(thief: Thief) -> Said:
    return said(thief.ask("pull", b'{"after": tru'))


def not_utf8(thief: Thief) -> Said:
    doc = b'{"topic":"\xff\xfe","key":"","stamp":1,"terminal":1,"body":""}'
    return said(thief.ask("tell", b'{"docs":[' + doc + b'],"upto":1}'))


def deep(thief: Thief) -> Said:
    return said(thief.ask("pull", b'{"after":' + b"[" * 500_000))


def wrong_types(thief: Thief) -> Said:
    return said(thief.ask("pull", b'{"after":"; DROP TABLE entry"}'))


def huge_number(thief: Thief) -> Said:
    nines = b"9" * 4_000
    return said(thief.ask("hashes", b'{"epoch":' + nines + b',"seqs":[' + nines + b"]}"))


def large_number(thief: Thief) -> Said:
    return said(thief.ask("hashes", AskHashes(epoch=(1 << 31) - 1, seqs=((1 << 31) - 1,))))


def batch_of_garbage(thief: Thief) -> Said:
    header, lines = thief.batch()
    return said(thief.ask("push", wire.pack(header, [b"{}", b"[]", b"\xff"][: len(lines)])))


def fewer_lines(thief: Thief) -> Said:
    header, lines = thief.batch()
    return said(thief.ask("push", wire.pack(header, lines[:-1])))


def other_merchant(thief: Thief) -> Said:
    """Entries of another ledger under the victim's name: another chain."""
    header, lines = thief.batch()
    other = [line.replace(b'"sale"', b'"sale"').replace(b"Ware", b"Fake") for line in lines]
    return said(thief.ask("push", wire.pack(header, other)))


def stale_session(thief: Thief) -> Said:
    return said(thief.ask("pull", Pull(after=0), session=b"s" * 16))


def no_session(thief: Thief) -> Said:
    return said(thief.ask("pull", Pull(after=0), session=b""))


def counter_back(thief: Thief) -> Said:
    assert thief.ask("pull", Pull(after=0)).status_code == 200
    return said(thief.ask("pull", Pull(after=0), ctr=thief.ctr))


def gap(thief: Thief) -> Said:
    header, lines = thief.batch(3)
    return said(thief.ask("push", wire.pack(header, lines)))


def newer_message(thief: Thief) -> Said:
    return said(thief.ask("teleport", b"{}"))


def newer_fields(thief: Thief) -> Said:
    return said(thief.ask("pull", b'{"after":0,"colour":"red"}'))


def words_of_head_office(thief: Thief) -> Said:
    """Programs come from head office alone: the word is passed over, the session goes on."""
    doc = '{"topic":"program","key":"9","stamp":1,"terminal":1,"body":"{}"}'
    answer = thief.ask("tell", f'{{"docs":[{doc}],"upto":1}}'.encode())
    refused = json.loads(answer.content).get("refused") or [["", ""]]
    return answer.status_code, str(refused[0][1])


def wrong_code(thief: Thief) -> Said:
    return _enrol(thief, "123456789012")


def used_code(thief: Thief) -> Said:
    return _enrol(thief, thief.live.codes[0])


def stolen_key(thief: Thief) -> Said:
    """Enrols somebody else's public key, without the private one."""
    code = thief.live.code().code
    message = Enrol(code=code, public=b"p" * 32, app="x")
    return said(thief.ask("enrol", message, session=b"", terminal=0))


def guessing(thief: Thief) -> Said:
    for _ in range(20):
        last = _enrol(thief, "000000000000")
    return last


def _enrol(thief: Thief, code: str) -> Said:
    message = Enrol(code=code, public=public_of(thief.own.private), app="x")
    facts = {"private": thief.own.private, "session": b"", "terminal": 0}
    return said(thief.ask("enrol", message, **facts))


def retired(thief: Thief) -> Said:
    with transaction(thief.live.engine) as db:
        retire(db, thief.live.house, HAND, thief.own.terminal)
    facts = {"private": thief.own.private, "terminal": thief.own.terminal}
    return said(thief.ask("session", Hello(app="x"), **facts))


ATTACKS: tuple[tuple[Callable[[Thief], Said], Said], ...] = (
    (unsigned, (401, "signature-missing")),
    (foreign_key, (401, "signature-wrong")),
    (nobody, (401, "terminal-unknown")),
    (own_name, (401, "session-stale")),
    (replay, (401, "session-stale")),
    (replay_of_hello, (401, "request-repeated")),
    (body_altered, (401, "body-altered")),
    (digest_altered, (401, "signature-wrong")),
    (path_altered, (401, "signature-wrong")),
    (_altered(COUNTER, "999999"), (401, "signature-wrong")),
    (_altered(SESSION, "00" * 16), (401, "signature-wrong")),
    (_altered(INPUT, "terminal=()"), (401, "signature-unreadable")),
    (less_covered, (401, "signature-unreadable")),
    (old, (401, "request-old")),
    (from_the_future, (401, "request-old")),
    (_trick("/v1/../api/v1/people"), (400, "path-odd")),
    (_trick("/v1//push"), (400, "path-odd")),
    (_trick("/v1/%2e%2e/push"), (400, "path-odd")),
    (_trick("/v1/push/../../etc/passwd"), (400, "path-odd")),
    (_trick("/v1/push/more"), (404, "path-unknown")),
    (query, (400, "query-unwanted")),
    (method, (405, "method-unknown")),
    (oversized, (413, "message-too-large")),
    (said_oversized, (413, "too-large")),
    (oversized_message, (413, "message-too-large")),
    (slow_body, (408, "too-slow")),
    (bomb, (400, "batch-unreadable")),
    (bomb_without_size, (400, "batch-unreadable")),
    (no_zstd, (400, "batch-unreadable")),
    (garbage, (400, "message-unreadable")),
    (not_utf8, (400, "message-unreadable")),
    (deep, (400, "message-unreadable")),
    (wrong_types, (400, "message-unreadable")),
    (huge_number, (400, "number-too-large")),
    (large_number, (200, "")),
    (batch_of_garbage, (400, "line-unreadable")),
    (fewer_lines, (400, "batch-broken")),
    (other_merchant, (400, "batch-broken")),
    (stale_session, (401, "session-stale")),
    (no_session, (401, "session-stale")),
    (counter_back, (401, "session-stale")),
    (gap, (200, "gap")),
    (newer_message, (404, "path-unknown")),
    (newer_fields, (200, "")),
    (words_of_head_office, (200, "topic")),
    (wrong_code, (403, "enrol-code")),
    (used_code, (403, "enrol-code")),
    (stolen_key, (401, "signature-wrong")),
    (guessing, (429, "too-many")),
    (retired, (403, "terminal-retired")),
)
"""Each attack and what it must be answered: a status, and the code that the log keeps too."""


@dataclass(slots=True)
class Result:
    """What became of an attack."""

    name: str
    wanted: Said
    got: Said
    logged: list[str]

    @property
    def held(self) -> bool:
        """Refused as it must be, with one line, whose code is the answer's."""
        status, code = self.got
        lines = [line for line in self.logged if f" {status} " in line]
        told = status == 200 or any(f" {status} {code} " in line for line in lines)
        return self.got == self.wanted and bool(lines) and told


class _Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def thief(folder: Path, database: str = "", bounds: Bounds = BOUNDS) -> Iterator[Thief]:
    """A head office, a victim with some sales, and a terminal gone bad."""
    with live_office(folder / "office", database, bounds) as live:
        victim, own = till(folder / "victim"), till(folder / "own")
        live.codes.append(live.code().code)
        code = live.code()
        live.codes[0] = code.code
        victim.enrolled(code)
        own.enrolled(live.code(2, "Thief"))
        ann = victim.member()
        for _ in range(5):
            victim.sell(ann)
        found = Thief(live, victim, line_of(victim.shop.store), line_of(own.shop.store))
        try:
            yield found
        finally:
            found.client.close()
            victim.close()
            own.close()


def tried(one: Thief, only: str = "") -> Iterator[Result]:
    """Every attack in turn; the victim's session is a good one before each."""
    lines = _Lines()
    log = logging.getLogger("pos.office.web.envelope")
    before = log.level
    log.setLevel(logging.INFO)
    log.addHandler(lines)
    try:
        for does, wanted in ATTACKS:
            name = (
                does.__name__ if does.__name__ != "attack" else f"{does.__qualname__} {wanted[1]}"
            )
            if only and only not in name:
                continue
            one.greet()
            lines.lines.clear()
            got = does(one)
            time.sleep(0.02)  # the line is written when the answer is on its way
            yield Result(name.replace("_", " "), wanted, got, list(lines.lines))
    finally:
        log.removeHandler(lines)
        log.setLevel(before)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, thief(Path(folder)) as one:
        results = list(tried(one))
        sold = one.victim.sell(None).key.seq  # the victim goes on
        one.victim.carry()
        with one.victim.shop.store.reading() as view:
            unsent, _ = view.unsent()
    table = [
        {
            "attack": each.name,
            "status": each.got[0],
            "code": each.got[1],
            "refused_as_it_must_be": each.held,
            "log": each.logged[-1:],
        }
        for each in results
    ]
    held = sum(each.held for each in results)
    found = {"attacks": len(table), "held": held, "victim_sold": sold, "victim_unsent": unsent}
    print(json.dumps({**found, "table": table}, indent=1))
    return 0 if held == len(table) and not unsent else 1


if __name__ == "__main__":
    sys.exit(main())
