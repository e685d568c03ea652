"""A PostgreSQL server of our own, for as long as this process lives. Also used by the benches.

It listens on a socket in a folder of its own only, so that no port is taken and no other server is
met; a shell beside it waits for this process to end, however it ends, and sweeps up.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql

START_S = 60.0
# `cat` ends when the other end of the pipe is closed: by stop(), or by the kernel after a kill.
SHEPHERD = """
"$1/postgres" -D "$2/data" >"$2/log" 2>&1 &
server=$!
cat >/dev/null
kill -QUIT $server 2>/dev/null
wait $server
rm -rf "$2"
"""
SETTINGS = """
listen_addresses = ''
unix_socket_directories = '{folder}'
max_connections = 60
shared_buffers = 64MB
timezone = 'UTC'
log_timezone = 'UTC'
"""
# What a power cut does to a database that lives for a minute does not matter.
CARELESS = """
fsync = off
synchronous_commit = off
full_page_writes = off
"""


class PostgresServer:
    """A running server. `durable`: with fsync, for figures; tests do without."""

    def __init__(self, programs_folder: Path, *, durable: bool = False) -> None:
        self.programs = programs_folder
        self._owner = _owner()
        self._numbers = itertools.count(1)
        # Root's own temporary folder may be closed to others.
        where = "/tmp" if self._owner else None
        self.folder = Path(tempfile.mkdtemp(prefix="regulars-pg-", dir=where))
        if self._owner:
            shutil.chown(self.folder, self._owner, pwd.getpwnam(self._owner).pw_gid)
        try:
            self._make(durable)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        self._shepherd = self._start()
        self._wait()

    def url(self, database: str) -> str:
        """How SQLAlchemy reaches the database."""
        return f"postgresql+psycopg://{self._user()}@/{database}?host={self.folder}"

    @contextlib.contextmanager
    def fresh(self) -> Iterator[str]:
        """A new, empty database for as long as this lasts; gives its URL."""
        name = f"fresh_{next(self._numbers)}"
        with self._connect() as one:
            one.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield self.url(name)
        finally:
            with self._connect() as one:
                one.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def log(self) -> str:
        """What the server has said so far."""
        path = self.folder / "log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def stop(self) -> None:
        """End the server and remove its folder. Once is enough, twice does no harm."""
        if self._shepherd.stdin:
            self._shepherd.stdin.close()
        self._shepherd.wait(timeout=START_S)

    def _make(self, durable: bool) -> None:
        data = self.folder / "data"
        options = (
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "--no-instructions",
        )
        done = subprocess.run(
            (str(self.programs / "initdb"), "-D", str(data), "-U", self._user(), *options),
            user=self._owner,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"initdb failed:\n{done.stdout}")
        with (data / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write(SETTINGS.format(folder=self.folder) + ("" if durable else CARELESS))

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ("/bin/sh", "-c", SHEPHERD, "sh", str(self.programs), str(self.folder)),
            user=self._owner,
            cwd="/",
            stdin=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the tests; they stop it
        )

    def _wait(self) -> None:
        end = time.monotonic() + START_S
        while True:
            try:
                self._connect().close()
            except psycopg.OperationalError as trouble:
                if time.monotonic() > end or self._shepherd.poll() is not None:
                    said = self.log()
                    self.stop()
                    raise RuntimeError(f"PostgreSQL did not start: {trouble}\n{said}") from None
                time.sleep(0.02)
            else:
                return

    def _connect(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(
            host=str(self.folder), user=self._user(), dbname="postgres", autocommit=True
        )

    @staticmethod
    def _user() -> str:
        return "regulars"


def _owner() -> str | None:
    """Who the server runs as. It refuses to be root: Debian's own user for it, or nobody."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"
