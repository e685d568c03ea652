"""What is tried at the live service, one function each, and what each must be answered."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx2
import msgspec
import zstandard

from pos.office.managing.enrolled import retire
from pos.office.schema.engine import transaction
from pos.sync import wire
from pos.sync.keys import public_of
from pos.sync.messages import AskHashes, Enrol, Hello, Pull
from pos.sync.signing import COUNTER, DIGEST, INPUT, SESSION
from tests.bench.thief import Said, Thief
from tests.office.live import HAND


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
    (batch_of_garbage, (400, "entry-line-unreadable")),
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
