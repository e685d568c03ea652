"""`regulars office terminal` and `regulars sync`, as they are typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from main import main
from pos.sync.enrolling import read_enrol_code
from tests.office.live import Live, live_office, till


@pytest.fixture
def live(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Live]:
    """Made by the command, so that its key and database are where commands look for them."""
    run(capsys, tmp_path / "office", "office", "init", "--login", "ana", "--name", "Ana")
    with live_office(tmp_path / "office") as found:
        yield found


def run(
    capsys: pytest.CaptureFixture[str], data: Path, *words: str, status: int = 0
) -> dict[str, Any]:
    """What a command told as JSON."""
    capsys.readouterr()
    assert main(["--data", str(data), *words, "--json"]) == status, capsys.readouterr()
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_a_terminal_is_made_known_carries_its_sales_and_is_retired(
    live: Live, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office, data = tmp_path / "office", tmp_path / "till"
    one = till(data)
    one.sell(one.member())
    one.close()
    assert run(capsys, data, "sync", "status") == {"linked": False}
    add = ("office", "terminal", "add", "--shop", "1", "--name", "Counter 1")
    made = run(capsys, office, *add, "--url", live.url)
    assert read_enrol_code(made["text"]).code == made["code"]
    done = run(capsys, data, "sync", "enrol", made["text"])
    assert (done["terminal"], done["shop_name"]) == (1, "Shop 1")
    assert done["carried"]["pushed"] == 1
    status = run(capsys, data, "sync", "status")
    assert (status["linked"], status["unsent"], status["state"]) == (True, 0, "active")
    assert status["driver"] is None
    assert run(capsys, data, "sync", "now")["unsent"] == 0
    assert run(capsys, data, "sync", "aside") == {"set_aside": []}
    listed = run(capsys, office, "office", "terminal", "list")["terminals"]
    assert [(one["number"], one["name"], one["state"]) for one in listed] == [
        (1, "Counter 1", "active")
    ]
    run(capsys, office, "office", "terminal", "retire", "1")
    refused = run(capsys, data, "sync", "now", status=1)["error"]
    assert refused["facts"]["why"] == "terminal-retired"
    assert "Selling goes on" in refused["sentence"]
    again = run(capsys, office, "office", "terminal", "code", "1", "--url", live.url)
    run(capsys, data, "sync", "enrol", again["text"])
    assert run(capsys, data, "sync", "leave")["left"]
    assert run(capsys, data, "sync", "status") == {"linked": False}


def test_what_was_set_aside_is_shown_until_somebody_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = till(tmp_path)
    key = one.sell(None).key
    with one.shop.store.writing() as work:
        work.put_aside(key, "kind-unknown")
    one.close()
    shown = run(capsys, tmp_path, "sync", "aside")["set_aside"]
    assert [(each["key"], each["why"]) for each in shown] == [("1-1-1", "kind-unknown")]
    wrong = run(capsys, tmp_path, "sync", "aside", "answer", "1-1-9", status=1)
    assert wrong["error"]["code"] == "aside-unknown"
    assert run(capsys, tmp_path, "sync", "aside", "answer", "1-1-1") == {"answered": "1-1-1"}
    assert run(capsys, tmp_path, "sync", "aside") == {"set_aside": []}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("sync", "now"), "office-none"),
        (("sync", "leave"), "office-none"),
        (("sync", "enrol", "nonsense"), "enrol-text"),
        (("sync", "enrol", "--url", "http://office.example", "--code", "123456"), "office-url"),
        (("sync", "enrol", "--url", "https://127.0.0.1:1", "--code", "12"), "enrol-text"),
    ],
)
def test_a_no_of_the_line_has_its_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: str
) -> None:
    found = run(capsys, tmp_path, *words, status=1)["error"]
    assert found["code"] == code
    assert "doctor" not in found["sentence"]


@pytest.mark.parametrize(
    "words",
    [
        ("sync", "enrol"),
        ("sync", "enrol", "CODE", "--url", "https://x"),
        ("sync", "enrol", "--url", "https://x"),
        ("sync", "aside", "answer"),
        ("office", "terminal", "add"),
        ("office", "terminal", "retire"),
    ],
)
def test_wrong_usage_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert main(["--data", str(tmp_path), *words]) == 2
    assert words[-2] in capsys.readouterr().err


def test_a_terminal_needs_a_shop_and_a_name(
    live: Live, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add = ("office", "terminal", "add", "--name", "C", "--url", live.url, "--shop")
    found = run(capsys, tmp_path / "office", *add, "9", status=1)
    assert found["error"]["code"] == "shop-unknown"
    long = ("office", "terminal", "add", "--shop", "1", "--url", live.url, "--name", "x" * 41)
    assert run(capsys, tmp_path / "office", *long, status=1)["error"]["code"] == "terminal-name"
