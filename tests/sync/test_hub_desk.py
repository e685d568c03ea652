"""Who may talk to a hub, and whom a till believes: wrong keys, other shops, replays, forgeries."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import msgspec
import pytest

from loyalty.members.member import Member
from pos.sync.hub_client import HubTransport, HubWay
from pos.sync.hub_messages import Hand, Handed, HubHello, HubWelcome
from pos.sync.hub_server import OF_ONE
from pos.sync.messages import Reserve
from pos.sync.signing import sign
from pos.trouble import TroubleError
from tests.sync.hub_shop import LOOPBACK, PATIENCE_S, HubChain, ShopTill, private_of

HAND = "/v1/hub-hand"


@pytest.fixture
def hub(chain: HubChain) -> ShopTill:
    """A hub that has a till (2); a terminal of another shop (9) is there, too."""
    found = chain.join(1)
    chain.join(2)
    chain.join(9, shop=2)
    chain.open_hub(found)
    chain.settle()
    return found


def ann_at(chain: HubChain, hub: ShopTill) -> Member:
    member = hub.enrol("Ann")
    hub.sell(member, 90_000)
    chain.settle()
    return member


def way(chain: HubChain, number: int, private: bytes, public: bytes | None = None) -> HubTransport:
    """A way to the hub of somebody who says to be terminal `number`."""
    known = chain.tills[1].way()
    where = HubWay(known.host, known.port, public or known.public, number, private)
    return HubTransport(where, chain.clock, wait_s=PATIENCE_S)


def begun(line: HubTransport) -> bytes:
    raw = line.send("hub-session", b"", 1, msgspec.json.encode(HubHello()))
    return msgspec.json.decode(raw, type=HubWelcome).nonce


def wish(member: Member) -> bytes:
    return msgspec.json.encode(Hand(wish=Reserve(member=member.id.bytes, need=100)))


def refused(line: HubTransport, path: str, session: bytes, ctr: int, body: bytes) -> str:
    with pytest.raises(TroubleError) as no:
        line.send(path, session, ctr, body)
    line.close()
    return str(no.value.facts.get("why") or no.value.facts.get("said"))


def test_another_key_is_not_believed(chain: HubChain, hub: ShopTill) -> None:
    line = way(chain, 2, private_of(2, life=1))
    assert refused(line, "hub-session", b"", 1, b"{}") == "signature-wrong"


def test_a_till_of_another_shop_gets_nothing(chain: HubChain, hub: ShopTill) -> None:
    line = way(chain, 9, private_of(9))
    assert refused(line, "hub-session", b"", 1, b"{}") == "hub-stranger"


def test_the_hub_itself_and_nobody_at_all_are_strangers(chain: HubChain, hub: ShopTill) -> None:
    for number in (1, 77):
        line = way(chain, number, private_of(number))
        assert refused(line, "hub-session", b"", 1, b"{}") == "hub-stranger"


def test_a_retired_till_is_a_stranger_as_soon_as_the_hub_has_heard(
    chain: HubChain, hub: ShopTill
) -> None:
    chain.retire(2)
    chain.tills[1].cut()
    hub.sync.round()
    line = way(chain, 2, private_of(2))
    assert refused(line, "hub-session", b"", 1, b"{}") == "hub-stranger"


def test_a_hub_that_is_one_no_more_says_so(chain: HubChain, hub: ShopTill) -> None:
    line = way(chain, 2, private_of(2))
    chain.no_hub(1)
    hub.sync.round()
    assert refused(line, "hub-session", b"", 1, b"{}") == "hub-not-here"


def test_a_message_that_is_sent_again_by_others_changes_nothing(
    chain: HubChain, hub: ShopTill
) -> None:
    ann = ann_at(chain, hub)
    line = way(chain, 2, private_of(2))
    session = begun(line)
    body = wish(ann)
    line.send("hub-hand", session, 1, body)
    entries = last_entry(hub)
    assert refused(line, "hub-hand", session, 1, body) == "session-stale"
    assert last_entry(hub) == entries


def test_a_hello_that_is_sent_again_ends_no_session(chain: HubChain, hub: ShopTill) -> None:
    ann = ann_at(chain, hub)
    line = way(chain, 2, private_of(2))
    session = begun(line)
    line.send("hub-hand", session, 1, b"{}")
    begun(line)
    raw = line.send("hub-hand", session, 2, wish(ann))
    assert msgspec.json.decode(raw, type=Handed).given.notes
    line.close()


def test_an_altered_message_is_refused(chain: HubChain, hub: ShopTill) -> None:
    good = way(chain, 2, private_of(2))
    session = begun(good)
    good.close()
    made = sign(private_of(2), 2, HAND, session, 1, 0, bytes(16), b"{}")
    for path, headers, body, status in (
        (HAND, made, b"{ }", 401),
        ("/v1/hub-session", made, b"{}", 403),
        (HAND, {**made, "regulars-counter": "9"}, b"{}", 403),
        (HAND, {**made, "regulars-session": "00"}, b"{}", 403),
        (HAND, {}, b"{}", 401),
    ):
        assert posted(chain, path, headers, body) == status


def test_what_is_no_message_is_refused_and_the_hub_lives(chain: HubChain, hub: ShopTill) -> None:
    line = way(chain, 2, private_of(2))
    session = begun(line)
    for ctr, body in enumerate((b"", b"[" * 50_000, b'{"notes": 3}', b"\xff\xfe"), start=1):
        assert refused(line, "hub-hand", session, ctr, body) == "message-unreadable"
    bad = Hand(notes=("[]", "x" * 100), epochs=(1, 1 << 40))
    raw = line.send("hub-hand", session, 9, msgspec.json.encode(bad))
    assert msgspec.json.decode(raw, type=Handed).took == ()
    assert refused(line, "hub-other", session, 10, b"{}") == "path-unknown"


def test_too_large_without_a_length_or_endless_is_not_read(chain: HubChain, hub: ShopTill) -> None:
    where = (LOOPBACK, chain.servers[0].port)
    for head, status in (
        ("Content-Length: 99999999\r\n", b"413"),
        ("Content-Length: -1\r\n", b"411"),
        ("", b"411"),
        ("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", b"413"),
    ):
        with socket.create_connection(where, timeout=5) as line:
            line.sendall(f"POST {HAND} HTTP/1.1\r\nHost: x\r\n{head}\r\n".encode())
            assert line.recv(100).split()[1] == status


def test_one_address_has_so_many_connections(chain: HubChain, hub: ShopTill) -> None:
    where = (LOOPBACK, chain.servers[0].port)
    held = [socket.create_connection(where, timeout=5) for _ in range(OF_ONE)]
    for line in held:
        line.sendall(b"POST /v1/hub-hand HTTP/1.1\r\n")
    with socket.create_connection(where, timeout=5) as more:
        assert more.recv(10) == b""
    for line in held:
        line.close()


class Forger(BaseHTTPRequestHandler):
    """Answers in the hub's place, with whatever it likes."""

    answer = b""
    proof = ""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response_only(200)
        self.send_header("content-length", str(len(self.answer)))
        if self.proof:
            self.send_header("regulars-hub", self.proof)
        self.end_headers()
        self.wfile.write(self.answer)

    def log_message(self, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def forger() -> Iterator[int]:
    server = HTTPServer((LOOPBACK, 0), Forger)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join(5)


def test_points_that_a_stranger_offers_in_the_hubs_place_are_not_taken(
    chain: HubChain, hub: ShopTill, forger: int
) -> None:
    ann = ann_at(chain, hub)
    good = way(chain, 2, private_of(2))
    session = begun(good)
    real = good.send("hub-hand", session, 1, wish(ann))
    good.close()
    known = chain.tills[1].way()
    for proof in ("", "AAAA", "x" * 88):
        Forger.answer, Forger.proof = real, proof
        where = HubWay(LOOPBACK, forger, known.public, 2, private_of(2))
        line = HubTransport(where, chain.clock, wait_s=PATIENCE_S)
        assert refused(line, "hub-hand", session, 2, wish(ann)) == "hub-signature"
    assert chain.tills[1].points(ann) == 0


def test_an_answer_to_another_request_is_not_taken(
    chain: HubChain, hub: ShopTill, forger: int
) -> None:
    ann = ann_at(chain, hub)
    first = way(chain, 2, private_of(2))
    session = begun(first)
    first.close()
    made = sign(private_of(2), 2, HAND, session, 1, 0, bytes(16), wish(ann))
    line = http.client.HTTPConnection(LOOPBACK, chain.servers[0].port, timeout=5)
    line.request("POST", HAND, wish(ann), made)
    response = line.getresponse()
    Forger.answer, Forger.proof = response.read(), response.headers["regulars-hub"]
    line.close()
    assert json.loads(Forger.answer)["given"]["notes"]
    known = chain.tills[1].way()
    where = HubWay(LOOPBACK, forger, known.public, 2, private_of(2))
    asked = HubTransport(where, chain.clock, wait_s=PATIENCE_S)
    assert refused(asked, "hub-hand", session, 2, wish(ann)) == "hub-signature"


def posted(chain: HubChain, path: str, headers: dict[str, str], body: bytes) -> int:
    line = http.client.HTTPConnection(LOOPBACK, chain.servers[0].port, timeout=5)
    line.request("POST", path, body, headers)
    status = line.getresponse().status
    line.close()
    return status


def last_entry(till: ShopTill) -> object:
    with till.shop.store.reading() as view:
        return view.last_entry()
