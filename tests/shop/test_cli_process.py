"""`main.py` as a program: exit status, streams, no screen, a pipe that closes, two at once."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from main import main
from pos.cli.arguments import read_arguments
from pos.cli.command import COMMANDS
from pos.cli.screen import has_screen
from pos.demo import demo_card
from tests.shape.sources import ROOT

CARD = demo_card(1)


def regulars(
    *words: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own."""
    return subprocess.run(
        (sys.executable, "main.py", *words),
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, **(environment or {})},
        check=False,
    )


@pytest.fixture
def data(furnished: Path, tmp_path: Path) -> Path:
    """A demo shop's folder."""
    return Path(shutil.copytree(furnished, tmp_path / "data"))


def test_the_program_sells_and_tells_in_json(data: Path) -> None:
    done = regulars("award", CARD, "5", "--json", "--data", str(data))
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["sale"]["earned"] == 5


def test_a_refusal_is_one_line_and_the_status_is_one(data: Path) -> None:
    done = regulars("--data", str(data), "award", "nobody", "5")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.count(b"\n") == 1
    assert regulars("fly").returncode == 2
    assert regulars("--help").returncode == 0


def test_any_locale_gets_utf8(data: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = regulars("member", "show", CARD, "--data", str(data), environment=plain)
    assert done.returncode == 0
    assert "김민준" in done.stdout.decode("utf-8")


def test_the_data_folder_may_come_from_the_environment(data: Path) -> None:
    done = regulars("member", "show", CARD, environment={"REGULARS_DATA": str(data)})
    assert done.returncode == 0


def test_a_reader_who_had_enough_sees_no_traceback(data: Path) -> None:
    words = f"{sys.executable} main.py --data {data} ledger show --limit 500 | head -n 1"
    done = subprocess.run(("sh", "-c", words), cwd=ROOT, capture_output=True, check=False)
    assert done.stdout.startswith(b"Entry")
    assert done.stderr == b""


def test_many_processes_at_once_book_every_sale_once(data: Path) -> None:
    before = json.loads(regulars("member", "show", CARD, "--json", "--data", str(data)).stdout)
    with ThreadPoolExecutor(4) as pool:
        runs = [pool.submit(regulars, "award", CARD, "5", "--data", str(data)) for _ in range(8)]
    assert [run.result().returncode for run in runs] == [0] * 8
    after = json.loads(regulars("member", "show", CARD, "--json", "--data", str(data)).stdout)
    assert after["points"]["balance"] == before["points"]["balance"] + 8 * 5
    assert regulars("ledger", "verify", "--data", str(data)).returncode == 0


def test_without_a_screen_the_window_offers_the_demo(tmp_path: Path) -> None:
    nothing = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    if sys.platform != "linux":
        pytest.skip("other systems always have a screen")
    done = regulars("--data", str(tmp_path / "data"), environment=nothing)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"regulars demo" in done.stderr
    assert not (tmp_path / "data").exists()


def test_a_screen_is_one_that_answers(tmp_path: Path) -> None:
    assert not has_screen({}, "linux")
    assert not has_screen({"DISPLAY": ":731"}, "linux", str(tmp_path))
    assert has_screen({"DISPLAY": "till2:0"}, "linux")
    assert has_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert has_screen({}, "win32")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "X731"))
        server.listen()
        assert has_screen({"DISPLAY": ":731.0"}, "linux", str(tmp_path))


def test_every_command_of_the_help_can_be_carried_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    listed = [
        line.split()[0] for line in capsys.readouterr().out.splitlines() if line[:4] == "    "
    ]
    named = {command for command, _ in COMMANDS} | {"run", "manage"}
    assert named <= set(listed)


@pytest.mark.parametrize("words", [["--data", "x"], ["run", "--data", "x"], ["--data", "x", "run"]])
def test_the_data_folder_is_understood_before_and_after_the_command(words: list[str]) -> None:
    options = read_arguments(words)
    assert (options.command, options.data) == ("run", Path("x"))


def test_json_and_data_are_understood_at_every_place() -> None:
    for words in (
        ["--json", "--data", "x", "ledger", "verify"],
        ["ledger", "--json", "--data", "x", "verify"],
        ["ledger", "verify", "--json", "--data", "x"],
    ):
        options = read_arguments(words)
        assert (options.json, options.data, options.part) == (True, Path("x"), "verify")
