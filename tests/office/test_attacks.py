"""A stranger at the real service, over a real socket: refused, told in one line, still serving."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator

import pytest

from pos.office.web.protocol import MOST_OF_ONE
from tests.office.server import Answer, Server, answered, served

FORM = "Content-Type: application/x-www-form-urlencoded\r\n"
GOOD = b"GET /log-in HTTP/1.1\r\nHost: localhost\r\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(tmp_path_factory.mktemp("office")) as running:
        yield running
        assert running.ask("GET", "/api/v1/health").status == 200
        assert "Traceback" not in running.log.read_text(encoding="utf-8")


def refused(server: Server, answer: Answer, status: int, code: str) -> None:
    """The answer is this, sealed and without a word too many, and the log has its line."""
    assert (answer.status, code) == (status, code)
    assert "default-src 'self'" in answer.header("content-security-policy")
    assert answer.header("x-content-type-options") == "nosniff"
    assert answer.header("server") == ""
    assert "Traceback" not in answer.body
    line = server.logged(answer.header("x-request-id"))
    assert f" {status} {code} " in line
    assert line.endswith("127.0.0.0/24")


@pytest.mark.parametrize("path", ["/", "/people", "/audit", "/shops/new", "/password"])
def test_without_a_cookie_there_is_only_the_door(server: Server, path: str) -> None:
    answer = server.ask("GET", path)
    assert (answer.status, answer.header("location")) == (303, "/log-in")


@pytest.mark.parametrize("path", ["/api/v1/people", "/api/v1/audit", "/api/v1/shops"])
def test_without_a_token_there_is_nothing(server: Server, path: str) -> None:
    for header in ("", "Authorization: Bearer 0000000000000000000000000\r\n"):
        refused(server, server.ask("GET", path, header), 401, "log-in-first")


@pytest.mark.parametrize(
    "path",
    [
        "/..%2f..%2fetc/passwd",
        "/../office.db",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%5capp.py",
        "/static//office.css",
        "//evil.example/",
        "/people/./new",
        "/people/",
        "/%00",
        "/a%0d%0aSet-Cookie:x",
        "/people;x=1",
        "/.git/config",
        "http://evil.example/",
        "*",
    ],
)
def test_a_path_that_is_not_what_it_seems_is_refused(server: Server, path: str) -> None:
    refused(server, server.ask("GET", path), 400, "path-odd")


def test_a_path_nobody_has_is_not_found(server: Server) -> None:
    refused(server, server.ask("GET", "/wp-admin.php"), 404, "not-found")
    refused(server, server.ask("GET", "/static/app.py"), 404, "not-found")


def test_a_terminals_door_is_shut_to_who_signs_nothing(server: Server) -> None:
    body = "Content-Length: 3\r\n"
    refused(server, server.ask("POST", "/v1/push", body, b"abc"), 401, "signature-missing")
    refused(server, server.ask("POST", "/v1/office", body, b"abc"), 404, "path-unknown")
    huge = server.ask("POST", "/v1/push", "Content-Length: 9000000\r\n", b"abc")
    refused(server, huge, 413, "too-large")


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "OPTIONS", "PATCH", "PROPFIND", "GETX"])
def test_a_method_nobody_has_is_refused(server: Server, method: str) -> None:
    refused(server, server.ask(method, "/people"), 405, "method-unknown")


def test_a_method_this_page_has_not_is_told_which_it_has(server: Server) -> None:
    answer = server.ask("DELETE", "/log-in")
    refused(server, answer, 405, "method-unknown")
    assert {"GET", "POST"} <= set(answer.header("allow").split(", "))


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.", "[::2]"]
)
def test_another_host_is_not_ours(server: Server, host: str) -> None:
    request = f"GET /log-in HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    answer = server.raw(request.encode())
    if host == "127.0.0.1.":  # the same name, written in full
        assert answer.status == 200
    else:
        refused(server, answer, 421, "host-unknown")


@pytest.mark.parametrize(
    "headers",
    [
        "Content-Length: 100000000\r\n",
        "Content-Length: 65537\r\n",
        "Transfer-Encoding: chunked\r\n",
    ],
)
def test_a_form_that_is_too_large_is_not_read(server: Server, headers: str) -> None:
    chunk = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
    body = chunk * 2 if "chunked" in headers else b"x" * 1_000
    answer = server.ask("POST", "/log-in", FORM + headers, body)
    refused(server, answer, 413, "too-large")
    assert answer.header("connection") == "close"


def test_a_body_where_none_belongs_is_refused(server: Server) -> None:
    for path in ("/log-in", "/static/office.css"):
        answer = server.ask("GET", path, "Content-Length: 1000000\r\n")
        refused(server, answer, 413, "body-unwanted")


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ("".join(f"X-{number}: 1\r\n" for number in range(80)), 431, "headers-large"),
        (f"X-Long: {'x' * 5000}\r\n", 431, "headers-large"),
        ("Cookie: a=1\r\nCookie: b=2\r\n", 400, "bad-request"),
        ("Authorization: a\r\nAuthorization: b\r\n", 400, "bad-request"),
        ("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", 400, "bad-request"),
    ],
)
def test_headers_that_are_too_much_or_twice_are_refused(
    server: Server, headers: str, status: int, code: str
) -> None:
    refused(server, server.ask("GET", "/log-in", headers), status, code)


@pytest.mark.parametrize(
    "request_",
    [
        GOOD + b"X: " + b"x" * 100_000 + b"\r\n\r\n",
        GOOD + b"Host: other\r\n\r\n",
        GOOD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
        GOOD + b"Content-Length: -1\r\n\r\n",
        GOOD + b"X : 1\r\n\r\n",
        b"GET /log-in HTTP/1.1\r\n\r\n",
        b"GET /log-in\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 50 + b"\r\n\r\n",
        b"\r\n" * 50 + b"\0\r\n\r\n",
    ],
)
def test_what_is_no_http_ends_there(server: Server, request_: bytes) -> None:
    assert server.raw(request_).status in (0, 400, 431)


def test_no_upgrade_is_made(server: Server) -> None:
    headers = "Upgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n"
    request = f"GET /log-in HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\n{headers}\r\n"
    assert server.raw(request.encode()).status == 200


def test_what_comes_too_slowly_is_not_waited_for(server: Server) -> None:
    """Half a body, half a header, nothing at all, and a body after its refusal; all at once."""
    slow = [server.connected() for _ in range(4)]
    start = b"POST /log-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\nlogin="
    slow[0].sendall(start)
    slow[1].sendall(b"GET /log-in HTTP/1.1\r\nHost: local")
    slow[3].sendall(start.replace(b"/log-in", b"/nobody"))
    told = [answered(line) for line in slow]
    for line in slow:
        line.close()
    refused(server, told[0], 408, "too-slow")
    assert [one.status for one in told[1:3]] == [0, 0]
    assert told[3].header("connection") == "close"


def test_a_form_without_its_token_is_refused(server: Server) -> None:
    body = b"login=ana&password=x&csrf=" + b"0" * 64
    headers = f"{FORM}Content-Length: {len(body)}\r\n"
    refused(server, server.ask("POST", "/log-in", headers, body), 403, "form-stale")


def test_guessing_is_slowed_down_and_the_log_keeps_no_secret(server: Server) -> None:
    statuses = []
    for number in range(6):
        body = f'{{"login": "ana", "password": "guess-{number}-secret"}}'.encode()
        headers = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        answer = server.ask("POST", "/api/v1/session?hint=secret-query", headers, body)
        statuses.append(answer.status)
    refused(server, answer, 429, "log-in-wait")
    assert int(answer.header("retry-after")) > 0
    assert statuses == [401] * 4 + [429] * 2
    log = server.log.read_text(encoding="utf-8")
    assert "/api/v1/session" in log
    for secret in ("guess-", "secret-query", server.password, "ana"):
        assert not re.search(rf"\b{secret}", log)


def test_too_many_requests_wait_and_are_served_again(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with served(tmp_path_factory.mktemp("flooded")) as flooded, flooded.connected() as line:
        line.sendall(b"GET /nobody HTTP/1.1\r\nHost: localhost\r\n\r\n" * 350)
        found = b""
        while b" 429 " not in found and (piece := line.recv(65_536)):
            found = found[-100:] + piece
        assert b" 429 " in found
        told = flooded.ask("GET", "/log-in")
        refused(flooded, told, 429, "too-many")
        assert int(told.header("retry-after")) > 0


def crowd(server: Server) -> int:
    """How many of the last six connections are cut off where one address has too many by six."""
    lines = [server.connected() for _ in range(MOST_OF_ONE + 6)]
    cut = 0
    for line in lines[MOST_OF_ONE:]:
        line.sendall(GOOD.replace(b"localhost", b"hq.example") + b"\r\n")
        cut += answered(line).status == 0
    for line in lines:
        line.close()
    return cut


def test_many_connections_of_one_address_are_not_kept(server: Server) -> None:
    assert crowd(server) == 6
    # The places are free again as soon as the server has seen the connections end.
    while server.ask("GET", "/log-in").status == 0:
        pass


def test_a_proxys_connections_are_everybodys(tmp_path_factory: pytest.TempPathFactory) -> None:
    words = ("--behind-proxy", "--name", "hq.example")
    with served(tmp_path_factory.mktemp("proxied"), *words) as server:
        assert crowd(server) == 0
        asked = GOOD.replace(b"localhost", b"hq.example") + b"X-Forwarded-For: 203.0.113.9\r\n"
        answer = server.raw(asked + b"Connection: close\r\n\r\n")
        assert answer.status == 200
        assert "__Host-" in answer.header("set-cookie")
        assert server.logged(answer.header("x-request-id")).endswith("203.0.113.0/24")


def test_over_tls_old_protocols_and_plain_words_are_refused(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with served(tmp_path_factory.mktemp("tls"), "--self-signed") as server:
        trusting = ssl.create_default_context(cafile=str(server.log.parent / "office-tls.crt"))
        with trusting.wrap_socket(server.connected(), server_hostname="localhost") as line:
            line.sendall(GOOD + b"Connection: close\r\n\r\n")
            answer = answered(line)
            assert line.version() in ("TLSv1.2", "TLSv1.3")
        assert answer.status == 200
        assert "max-age" in answer.header("strict-transport-security")
        assert "Secure" in answer.header("set-cookie")
        assert server.raw(GOOD + b"\r\n").status == 0
