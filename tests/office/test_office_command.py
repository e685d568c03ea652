"""`regulars office`: made once, its secrets for its user only, closed to the world unless told."""

from __future__ import annotations

import json
import sqlite3
import ssl
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from main import main
from pos.office.desk.key import cookie_key, make_key, read_key
from pos.office.running.certificate import given, self_signed
from pos.office.running.serving import Address, door_of
from pos.office.running.setting_up import database_url
from pos.places import Places
from pos.trouble import TroubleError
from tests.shape.sources import ROOT

NOW = datetime(2026, 11, 22, tzinfo=UTC)
OFFICE = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: str) -> tuple[int, Any, str]:
        status = main(["--data", str(tmp_path), "--json", "office", *words])
        out, err = capsys.readouterr()
        return status, json.loads(out) if out else {}, err

    return command


def init(run: Run) -> Any:
    status, told, _ = run("init", "--login", "Ana@Shop.example", "--name", "Ana")
    assert status == 0
    return told


def test_head_office_is_made_once(run: Run, tmp_path: Path) -> None:
    told = init(run)
    assert told["person"]["login"] == "ana@shop.example"
    assert told["person"]["role"] == "owner"
    for name in ("office.db", "office.key"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    key = (tmp_path / "office.key").read_bytes()
    status, again, _ = run("init", "--login", "eve", "--name", "Eve")
    assert (status, again["error"]["code"]) == (1, "office-made-already")
    assert (tmp_path / "office.key").read_bytes() == key


def test_people_are_listed_added_and_given_new_passwords(run: Run) -> None:
    first = init(run)
    status, bob, _ = run("person", "add", "bob", "--name", "Bob", "--role", "support")
    assert (status, bob["person"]["role"]) == (0, "support")
    _, told, _ = run("person", "list")
    assert [one["login"] for one in told["people"]] == ["ana@shop.example", "bob"]
    status, fresh, _ = run("person", "reset", "ANA@shop.example")
    assert status == 0
    assert fresh["password"] != first["password"]
    for words, code in (
        (("reset", "nobody"), "person-unknown"),
        (("add", "bob", "--name", "Bob"), "person-exists"),
        (("add", "mia", "--name", "Mia", "--role", "manager"), "person-shops"),
        (("add", "mia", "--name", "Mia", "--shop", "7"), "person-shops"),
    ):
        status, no, _ = run("person", *words)
        assert (status, no["error"]["code"]) == (1, code)


def test_on_postgresql_it_is_the_same(run: Run, postgres_url: str) -> None:
    words = ("--database", postgres_url)
    assert run("init", "--login", "ana", "--name", "Ana", *words)[0] == 0
    _, told, _ = run("person", "list", *words)
    assert [one["login"] for one in told["people"]] == ["ana"]


def test_a_table_that_a_newer_version_has_more_is_made_when_it_is_opened(
    run: Run, tmp_path: Path
) -> None:
    init(run)
    with closing(sqlite3.connect(tmp_path / "office.db")) as older:
        older.execute("DROP TABLE log_in_wait")
    _, told, _ = run("person", "list")
    assert len(told["people"]) == 1
    with closing(sqlite3.connect(tmp_path / "office.db")) as opened:
        assert opened.execute("SELECT count(*) FROM log_in_wait").fetchone() == (0,)


def test_without_its_libraries_it_says_how_to_get_them(tmp_path: Path) -> None:
    """In a process of its own, whose Python cannot find the web server."""
    script = "import sys; sys.modules['uvicorn'] = None; from main import main; sys.exit(main())"
    words = ("--data", str(tmp_path), "office", "person", "list")
    done = subprocess.run(
        (sys.executable, "-c", script, *words),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "regulars[office]" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_was_never_made_is_not_served(run: Run, tmp_path: Path) -> None:
    for words in (("serve",), ("person", "list")):
        status, told, _ = run(*words)
        assert status == 1
        assert told["error"]["code"] in ("office-key-absent", "office-database-empty")
        assert "office init" in told["error"]["sentence"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("serve", "--certificate", "x"),
        ("serve", "--plain", "--behind-proxy"),
        ("serve", "--plain", "--certificate", "x", "--key", "y"),
        ("serve", "--port", "70000"),
        ("person", "add", "bob"),
        ("person", "reset"),
        ("person", "remove", "bob"),
    ],
)
def test_words_that_do_not_go_together_are_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words)[0] == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--plain", "--host", "0.0.0.0", "--name", "x.example"), "office-plain-open"),
        (("--plain", "--host", "192.0.2.1"), "office-plain-open"),
        (("--host", "0.0.0.0"), "office-names"),
        (("--behind-proxy",), "office-names"),
        (("--certificate", "none.crt", "--key", "none.key"), "office-certificate"),
        (("--database", "mysql://x"), "office-database-url"),
        (("--host", "192.0.2.1"), "office-port"),
    ],
)
def test_a_way_that_is_not_safe_or_not_there_is_refused(
    run: Run, words: tuple[str, ...], code: str
) -> None:
    init(run)
    status, told, _ = run("serve", "--port", "0", *words)
    assert (status, told["error"]["code"]) == (1, code)


def test_it_answers_to_its_own_names_only(tmp_path: Path) -> None:
    door, tls = door_of(Address("127.0.0.1", 1, plain=True), tmp_path, NOW, OFFICE)
    assert (set(door.names), door.tls, tls) == ({"localhost", "127.0.0.1", "::1"}, False, None)
    door, _ = door_of(
        Address("0.0.0.0", 1, ("HQ.example.",), behind_proxy=True), tmp_path, NOW, OFFICE
    )
    assert (set(door.names), door.tls, door.behind_proxy) == ({"hq.example"}, True, True)
    door, tls = door_of(Address("192.0.2.1", 1, ("hq.example",)), tmp_path, NOW, OFFICE)
    assert tls is not None
    assert door.names == set(tls.names) == {"192.0.2.1", "hq.example"}


def test_a_certificate_of_ones_own_lasts_until_it_ends_or_lacks_a_name(tmp_path: Path) -> None:
    first = self_signed(tmp_path, ["localhost", "192.0.2.1"], NOW, OFFICE)
    assert stat.S_IMODE(first.key.stat().st_mode) == 0o600
    trusted = ssl.create_default_context(cafile=str(first.certificate))
    assert trusted.cert_store_stats()["x509"] == 1
    assert self_signed(tmp_path, ["localhost"], NOW + timedelta(days=800), OFFICE) == first
    wider = self_signed(tmp_path, ["localhost", "hq.example"], NOW, OFFICE)
    assert wider.fingerprint != first.fingerprint
    later = self_signed(tmp_path, ["localhost"], NOW + timedelta(days=900), OFFICE)
    assert later.fingerprint != wider.fingerprint
    with pytest.raises(TroubleError) as told:
        self_signed(tmp_path, ["höst example"], NOW, OFFICE)
    assert told.value.code == "office-name"


def test_another_certificates_key_is_refused(tmp_path: Path) -> None:
    one = self_signed(tmp_path / "one", ["localhost"], NOW, OFFICE)
    other = self_signed(tmp_path / "other", ["localhost"], NOW, OFFICE)
    for certificate, key in ((one.certificate, other.key), (one.key, one.key)):
        with pytest.raises(TroubleError) as told:
            given(certificate, key)
        assert told.value.code == "office-certificate"
    late = Address("127.0.0.1", 1, certificate=one.certificate, key=one.key)
    with pytest.raises(TroubleError) as told:
        door_of(late, tmp_path, NOW + timedelta(days=1_000), OFFICE)
    assert told.value.code == "office-certificate-ended"


def test_a_key_that_others_can_read_or_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "office.key"
    key = make_key(path)
    assert make_key(path).private_bytes_raw() == key.private_bytes_raw()
    assert len(cookie_key(key)) == 32
    assert cookie_key(key) != cookie_key(make_key(tmp_path / "other.key"))
    codes = []
    for mode, content in ((0o640, path.read_bytes()), (0o600, b"x"), (0o600, b"")):
        path.write_bytes(content)
        path.chmod(mode)
        with pytest.raises(TroubleError) as told:
            read_key(path)
        codes.append(told.value.code)
    assert codes == ["office-key-open", "office-key-wrong", "office-key-wrong"]


def test_the_database_is_the_one_named_then_the_environments_then_a_file(tmp_path: Path) -> None:
    places = Places(tmp_path)
    ours = {"REGULARS_OFFICE_DATABASE": "postgresql://x/y"}
    assert database_url(places, "sqlite:///z", ours) == "sqlite:///z"
    assert database_url(places, "", ours) == "postgresql://x/y"
    assert database_url(places, "", {}) == f"sqlite:///{tmp_path}/office.db"
