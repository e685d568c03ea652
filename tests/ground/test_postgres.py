"""The PostgreSQL server that the tests bring up themselves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.ground.postgres import PostgresServer
from tests.shape.sources import ROOT


def ask(url: str, *statements: str) -> list[sa.Row[tuple[object, ...]]]:
    """Run the statements in one transaction; what the last one answered."""
    engine = sa.create_engine(url)
    try:
        with engine.begin() as connection:
            results = [connection.execute(sa.text(one)) for one in statements]
            return list(results[-1])
    finally:
        engine.dispose()


@pytest.mark.parametrize("text", ["first", "second"])
def test_each_test_has_an_empty_database_of_its_own(postgres_url: str, text: str) -> None:
    made = f"CREATE TABLE only_mine AS SELECT '{text}' AS word"
    assert ask(postgres_url, made, "SELECT word FROM only_mine") == [(text,)]


def test_the_database_counts_in_utf_8_and_utc(postgres_url: str) -> None:
    assert ask(postgres_url, "SHOW server_encoding") == [("UTF8",)]
    assert ask(postgres_url, "SHOW timezone") == [("UTC",)]


def test_no_port_is_taken(postgres_url: str) -> None:
    assert ask(postgres_url, "SHOW listen_addresses") == [("",)]


def test_office_url_is_an_empty_database_of_each_engine(office_url: str) -> None:
    made = "CREATE TABLE only_mine AS SELECT 7 AS number"
    assert ask(office_url, made, "SELECT number FROM only_mine") == [(7,)]


DIES = """
import sys
from pathlib import Path
from tests.ground.postgres import PostgresServer
server = PostgresServer(Path(sys.argv[1]))
print(server.folder, flush=True)
sys.stdin.read()
"""


def test_a_killed_run_leaves_neither_a_server_nor_its_folder(
    postgres_server: PostgresServer,
) -> None:
    command = (sys.executable, "-c", DIES, str(postgres_server.programs))
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as run:
        assert run.stdout
        folder = Path(run.stdout.readline().strip())
        number = int((folder / "data" / "postmaster.pid").read_text("ascii").split()[0])
        os.kill(number, 0)
        run.kill()
    deadline = time.monotonic() + 30
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not folder.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(number, signal.SIGCONT)
