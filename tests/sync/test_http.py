"""The way to head office when whoever answers is not well, or is not head office."""

from __future__ import annotations

import msgspec
import pytest

from pos.clock import FixedClock
from pos.sync import http
from pos.sync.http import HttpTransport, Line, certificate_at, good_url, trusted
from pos.sync.messages import Refused
from pos.sync.signing import read_signed
from pos.trouble import TroubleError
from tests.store.shop import clock_at
from tests.sync.hostile import answer, hostile

KEY = b"k" * 32


def way(url: str, clock: FixedClock | None = None) -> HttpTransport:
    return HttpTransport(Line(url, 4, KEY), clock or clock_at())


def trouble(url: str) -> TroubleError:
    found = way(url)
    try:
        with pytest.raises(TroubleError) as told:
            found.send("pull", b"s" * 16, 1, b"{}")
    finally:
        found.close()
    return told.value


def no(code: str, retry_ms: int = 0, **facts: int) -> bytes:
    return msgspec.json.encode(Refused(code=code, retry_ms=retry_ms, facts=dict(facts)))


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"nonsense\r\n\r\n",
        answer(500, b"<html>Internal error</html>"),
        answer(502),
        answer(404, b"<html>Welcome to nginx</html>"),
        answer(302, b"", "Location: https://elsewhere.example/\r\n"),
        answer(302, no("x"), "Location: https://elsewhere.example/\r\n"),
        answer(200, b'{"upto":', length=900),
        answer(200, b"x", "Content-Encoding: gzip\r\n"),
        answer(200)[:9],
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\nshort",
        answer(403, b"[" * 70_000),
        answer(204),
    ],
)
def test_half_a_body_a_page_a_redirect_and_nothing_are_no_answer(said: bytes) -> None:
    with hostile(said) as server:
        assert trouble(server.url).code == "office-unreachable"
        assert len(server.heard) == 1  # nobody was asked elsewhere


def test_nobody_there_is_no_answer() -> None:
    with hostile() as server:
        gone = server.url
    assert trouble(gone).code == "office-unreachable"


def test_a_server_that_says_nothing_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "READ_S", 0.2)
    with hostile(silent=True) as server:
        assert trouble(server.url).code == "office-unreachable"


def test_an_answer_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "MOST_ANSWER", 1_000)
    with hostile(answer(200, b"x" * 5_000)) as server:
        assert trouble(server.url).facts["said"] == "too much, or too slow"


def test_a_no_says_why_and_when_to_come_again() -> None:
    with hostile(answer(429, no("too-many", 1_500), "Retry-After: 7\r\n")) as server:
        told = trouble(server.url)
    assert told.code == "office-refused"
    assert (told.facts["why"], told.facts["retry_ms"]) == ("too-many", 7_000)


@pytest.mark.parametrize("later", ["-5", "soon", "9" * 40, "٣"])
def test_an_odd_wish_for_patience_is_none(later: str) -> None:
    head = f"Retry-After: {later}\r\n"
    with hostile(answer(429, no("too-many"), head)) as server:
        assert not trouble(server.url).facts["retry_ms"]


def test_a_terminal_whose_clock_is_a_year_off_asks_again_by_head_offices() -> None:
    with hostile(answer(401, no("request-old", server_s=1_800_000_000)), answer(200, b"{}")) as it:
        found = way(it.url)
        assert found.send("pull", b"", 1, b"{}") == b"{}"
        found.close()
        assert b"created=1800000000" in it.heard[1]


def test_a_head_office_that_finds_every_clock_wrong_is_not_asked_for_ever() -> None:
    old = answer(401, no("request-old", server_s=5))
    with hostile(*[old] * 9) as server:
        assert trouble(server.url).facts["why"] == "request-old"
        assert len(server.heard) == 2


def test_what_is_sent_is_signed() -> None:
    with hostile(answer(200, b"{}")) as server:
        found = way(server.url)
        found.send("pull", b"s" * 16, 7, b"")
        found.close()
        head = server.heard[0].decode().split("\r\n\r\n")[0].split("\r\n")
    headers = {n.lower(): v for n, v in (line.split(": ", 1) for line in head[1:])}
    signed = read_signed("POST", "/v1/pull", headers, b"")
    assert (signed.terminal, signed.session, signed.ctr) == (4, b"s" * 16, 7)


def test_a_closed_way_says_so() -> None:
    with hostile(answer(200, b"{}")) as server:
        found = way(server.url)
        found.close()
        with pytest.raises(TroubleError):
            found.send("pull", b"", 1, b"")
        assert not server.heard


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://office.example", "https://office.example"),
        (" https://office.example:8443/ ", "https://office.example:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost", "http://localhost"),
        ("https://[::1]:8443", "https://[::1]:8443"),
    ],
)
def test_an_address_is_kept_as_it_is_meant(text: str, url: str) -> None:
    assert good_url(text) == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "office.example",
        "http://office.example",
        "http://192.168.0.9:8443",
        "ftp://office.example",
        "https://",
        "https://a:b@office.example",
        "https://office.example/path",
        "https://office.example?x=1",
        "https://office.example#x",
        "https://office.example:99999",
        "https://of fice.example",
        "https://[::1",
        "https://öffice.example",
        "https://x" * 300,
    ],
)
def test_an_address_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(TroubleError) as told:
        good_url(text)
    assert told.value.code == "office-url"


def test_a_certificate_that_cannot_be_read_is_told() -> None:
    with pytest.raises(TroubleError) as told:
        trusted("-----BEGIN CERTIFICATE-----\nnot one\n-----END CERTIFICATE-----\n")
    assert told.value.code == "office-certificate-wrong"


def test_a_host_that_speaks_no_tls_has_no_certificate() -> None:
    with hostile(answer(200)) as server, pytest.raises(TroubleError) as told:
        certificate_at(server.url, b"f" * 32)
    assert told.value.code == "office-unreachable"
