"""The real service in a process of its own, and a client that is not held to HTTP's rules."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.shape.sources import ROOT

MOST_S = 30


@dataclass(slots=True)
class Server:
    """A running `regulars office serve --plain`; `password` is the owner's for one log-in."""

    port: int
    password: str
    log: Path
    process: subprocess.Popen[str]

    def raw(self, request: bytes) -> Answer:
        """What comes back for these very bytes."""
        with self.connected() as line:
            line.sendall(request)
            return answered(line)

    def connected(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=MOST_S)

    def ask(self, method: str, target: str, headers: str = "", body: bytes = b"") -> Answer:
        """One request with a good Host, and whatever else is given."""
        head = (
            f"{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"
        )
        return self.raw(head.encode("latin-1") + body)

    def logged(self, request_id: str) -> str:
        """The log's line about a request; it is written when the answer is on its way."""
        for _ in range(MOST_S * 50):
            for line in self.log.read_text(encoding="utf-8").splitlines():
                if request_id in line:
                    return line
            time.sleep(1 / 50)
        raise AssertionError(f"the log has no line about {request_id}")


@dataclass(frozen=True, slots=True)
class Answer:
    """A response; status 0 where the connection ended without one."""

    status: int
    head: str
    body: str

    def header(self, name: str) -> str:
        found = re.search(rf"(?im)^{name}: (.*?)\r?$", self.head)
        return found[1] if found else ""


def answered(line: socket.socket) -> Answer:
    """Reads to the end of the connection, or of a response that says how long it is."""
    found = bytearray()
    try:
        while piece := line.recv(65_536):
            found += piece
            head, gap, body = found.partition(b"\r\n\r\n")
            length = re.search(rb"(?im)^content-length: (\d+)", head)
            if gap and length and len(body) >= int(length[1]):
                break
    except ConnectionError:  # it was cut off while we were still sending
        pass
    head, _, body = bytes(found).partition(b"\r\n\r\n")
    status = int(head.split()[1]) if head else 0
    return Answer(status, head.decode("latin-1"), body.decode("utf-8", "replace"))


@contextmanager
def served(folder: Path, *words: str) -> Iterator[Server]:
    """Head office made in a folder and served until the end; it must stop when it is told to."""
    environment = {**os.environ, "REGULARS_DATA": str(folder)}
    command = (sys.executable, "main.py", "office")

    def run(*more: str) -> str:
        done = subprocess.run(
            (*command, *more, "--json"),
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    made = json.loads(run("init", "--login", "ana", "--name", "Ana"))
    log = folder / "stderr.txt"
    with log.open("w") as errors:
        process = subprocess.Popen(
            (*command, "serve", "--port", "0", "--json", *(words or ("--plain",))),
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    assert process.stdout is not None
    try:
        first = json.loads(process.stdout.readline())
        yield Server(int(first["url"].rpartition(":")[2]), made["password"], log, process)
        process.terminate()
        assert process.wait(MOST_S) == 0
        assert "stopped" in process.stdout.read()
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
