"""The small readers every format leans on: links, moments, bytes as text."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receipts.reading.fiscal.binary import from_base64, is_hex
from receipts.reading.fiscal.links import is_at, link, parameters, unescaped
from receipts.reading.fiscal.moments import epoch_ms, iso, moment, zoned


@pytest.mark.parametrize(
    ("text", "host", "path"),
    [
        ("https://a.example/p?q=1#f", "a.example", "/p"),
        (" HTTP://A.Example \r\n", "a.example", "/"),
        ("https://a.example:443/p", "a.example", "/p"),
        ("http://a.example:80?x", "a.example", "/"),
    ],
)
def test_a_link_is_taken_apart(text: str, host: str, path: str) -> None:
    found = link(text)
    assert found is not None
    assert (found.host, found.path) == (host, path)


@pytest.mark.parametrize(
    "text",
    [
        "https://user@a.example/",
        "https://a.example:8443/",
        "https://a.example\\@b.example/",
        "https://exаmple.com/",  # a Cyrillic letter
        "https:///path",
        "javascript:alert(1)",
        "ftp://a.example/",
        "https://a.example/\x00",
        "see https://a.example/",
        "",
    ],
)
def test_what_two_readers_would_take_for_two_links_is_none(text: str) -> None:
    assert link(text) is None


def test_hosts_are_compared_whole_and_paths_from_their_beginning() -> None:
    hosts = frozenset({"a.example"})

    assert is_at("https://A.example/Check/1", hosts, "/check")
    assert not is_at("https://b.a.example/check", hosts, "/check")
    assert not is_at("https://a.example/other", hosts, "/check")
    assert not is_at("check", hosts, "/check")


def test_parameters_keep_a_plus_and_resolve_escapes_once() -> None:
    assert dict(parameters("a=1+2&b=%2B%2541&&c=")) == {"a": "1+2", "b": "+%41", "c": ""}


@pytest.mark.parametrize("query", ["a=1&a=2", "a=1&%61=2", "a", "a=%4", "a=%ff", "a=%00", "&a&"])
def test_parameters_that_say_two_things_are_refused(query: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parameters(query)


def test_too_many_parameters_are_refused() -> None:
    many = [f"a{number}=1" for number in range(41)]

    assert len(parameters("&".join(many[:40]))) == 40
    with pytest.raises(ValueError, match="parameters"):
        parameters("&".join(many))


@given(st.text(max_size=60))
def test_a_link_is_read_or_not_and_nothing_else(text: str) -> None:
    link(text)
    for reads in (unescaped, parameters):
        try:
            reads(text)
        except ValueError:
            continue


@pytest.mark.parametrize(
    ("text", "pattern", "found"),
    [
        ("20190812", "YYYYMMDD", "2019-08-12"),
        ("251019", "DDMMYY", "2019-10-25"),
        ("01-09-2024", "DD-MM-YYYY", "2024-09-01"),
        ("2604", "YYMM", "2026-04"),
        ("20260725T1507", "YYYYMMDDThhmm", "2026-07-25T15:07"),
        ("2024-02-29T23:59:59", "YYYY-MM-DDThh:mm:ss", "2024-02-29T23:59:59"),
    ],
)
def test_a_moment_is_read_as_far_as_it_is_written(text: str, pattern: str, found: str) -> None:
    assert moment(text, "hh:mm", pattern) == found


@pytest.mark.parametrize(
    "text", ["20190229", "20191301", "20190800", "00010101", "19991231", "٢٠١٩٠٨١٢", "2019081", ""]
)
def test_a_day_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moment(text, "YYYYMMDD")


@given(st.integers(946_684_800, 7_258_118_399))
def test_every_second_of_two_centuries_is_read_as_written(second: int) -> None:
    at = datetime.fromtimestamp(second, UTC)
    text = f"{at:%Y%m%d%H%M%S}"

    assert zoned(moment(text, "YYYYMMDDhhmmss") + "Z") == at


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-05-06T12:25:31.000Z", "2026-05-06T12:25:31Z"),
        ("2026-05-06T12:25:31+00:00", "2026-05-06T12:25:31Z"),
        ("2026-05-06T14:25:31.999+0200", "2026-05-06T14:25:31+02:00"),
        ("2026-05-06T12:25Z", "2026-05-06T12:25:00Z"),
    ],
)
def test_a_moment_with_a_zone_keeps_it(text: str, written: str) -> None:
    assert iso(zoned(text)) == written


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-06T12:25:31",
        "2026-05-06",
        "2026-05-06T25:00:00Z",
        "1999-05-06T12:25:31Z",
        "2026-05-06T12:25:31+99:00",
        "2026-W19-3T12:25:31Z",
    ],
)
def test_a_moment_without_a_zone_or_a_calendar_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        zoned(text)


@pytest.mark.parametrize("milliseconds", [-1, 0, 946_684_799_999, 2**43, 2**64])
def test_milliseconds_of_another_era_are_refused(milliseconds: int) -> None:
    with pytest.raises(ValueError, match=r".+"):
        epoch_ms(milliseconds)


def test_milliseconds_of_this_era_are_in_utc() -> None:
    found = epoch_ms(1_681_576_974_096)

    assert iso(found, "milliseconds") == "2023-04-15T16:42:54.096Z"
    assert found.utcoffset() == timedelta(0)


@given(st.binary(max_size=200))
def test_base64_has_one_form_and_every_letter_of_it_counts(raw: bytes) -> None:
    text = base64.b64encode(raw).decode()

    assert from_base64(text) == from_base64(text.rstrip("=")) == raw
    assert from_base64("\r\n".join(text[at : at + 7] for at in range(0, len(text), 7))) == raw


@pytest.mark.parametrize("text", ["QQ=Q", "QR==", "QUJ=", "Q", "Q===", "Q-_w", "é", "QQ==QQ=="])
def test_what_python_would_read_as_base64_anyway_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_base64(text)


def test_hexadecimal_is_told_by_its_length() -> None:
    assert is_hex("00fF", 2)
    assert not is_hex("00fF", 1)
    assert not is_hex("00fg", 2)
    assert not is_hex("٠٠ff", 2)
