"""Shops for the tests of this room, and the command line called as a function."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from main import main
from pos.demo import open_demo
from pos.places import Places
from pos.shop import Shop
from tests.shop.house import open_at


@pytest.fixture(autouse=True, scope="session")
def _no_room_in_reserve() -> Iterator[None]:
    """64 MiB for each ledger, which pytest would keep for three runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REGULARS_RESERVE_MIB", "0")
        yield


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """An open shop; its books must be whole when the test is over."""
    opened = open_at(tmp_path)
    yield opened
    opened.store.close()


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The JSON object it printed."""
        return json.loads(self.out)

    @property
    def error(self) -> str:
        """The code of its error; the whole of it is one object."""
        code: str = self.json["error"]["code"]
        return code


class CommandLine:
    """`regulars` with a data folder; `told` asks for JSON."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capsys = capsys

    def __call__(self, *words: str) -> Said:
        self._capsys.readouterr()
        status = main(["--data", str(self.data), *words])
        heard = self._capsys.readouterr()
        return Said(status, heard.out, heard.err)

    def told(self, *words: str) -> Said:
        """The same with --json behind it."""
        return self(*words, "--json")


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo shop's folder, furnished once, to be copied and never opened."""
    folder = tmp_path_factory.mktemp("demo")
    open_demo(Places(folder)).store.close()
    return folder


@pytest.fixture
def new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line on a data folder that is not there yet."""
    return CommandLine(tmp_path / "data", capsys)


@pytest.fixture
def demo(new: CommandLine, furnished: Path) -> CommandLine:
    """The command line on a demo shop of its own."""
    shutil.copytree(furnished, new.data)
    return new
