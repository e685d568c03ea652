"""The virtual printer: latency it adds, byte identity over chunkings and polls, and kill -9 runs.

`python -m tests.bench.tap [--rounds N] [--pause S] [--chunkings N]
[--kills N]`. The floor is the same POS on
the same printer without anything between. A killed run kills whichever process a die chooses: the
forwarder's two, the reader, and the supervisor (which is then started again).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import socket
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from pos.tap.spool import Spool
from receipts.reading.escpos.captured import SlipKind
from tests.tap.world import PaperPrinter, Running, connected, kill, send, streams, wait_for

POLL = b"\x1b@\x1b=\x01\x10\x04\x01"


def main() -> int:
    wanted = argparse.ArgumentParser(prog="tests.bench.tap", description=__doc__)
    wanted.add_argument("--rounds", type=int, default=3)
    wanted.add_argument("--pause", type=float, default=0.5, help="seconds between receipts")
    wanted.add_argument("--chunkings", type=int, default=3)
    wanted.add_argument("--kills", type=int, default=40)
    wanted.add_argument("--seed", type=int, default=1)
    asked = wanted.parse_args()
    die = random.Random(asked.seed)
    told = {
        "latency": latency(asked.rounds, asked.pause),
        "identity": identity(asked.chunkings, die),
        "killed": killed(asked.kills, die),
    }
    print(json.dumps(told, indent=1))
    return 0


def latency(rounds: int, pause_s: float) -> dict[str, Any]:
    """Milliseconds from connecting until the printer has closed, per receipt: median and p95.

    `pause_s` between receipts: no shop prints them without a breath.
    """
    found: dict[str, Any] = {}
    printer = PaperPrinter()
    with tempfile.TemporaryDirectory() as name:
        direct = _times(printer, printer.port, rounds, pause_s)
        found["direct"] = _figures([ms for ms, _ in direct])
        modes = {"off": (), "insert": ("--insert",)}
        modes["insert_native_qr"] = ("--insert", "--profile", "TM-T88V")
        for mode, options in modes.items():
            running = Running(Path(name) / mode, printer.where, *options)
            send(running.port, b"Warm up\n\n\x1dV\x00")
            time.sleep(3)
            through = _times(printer, running.port, rounds, pause_s)
            running.close()
            both = zip(through, direct, strict=True)
            added = [t - d for (t, put_in), (d, _) in both if put_in or not options]
            found[mode] = {
                "receipts": len(through),
                "with_our_lines": sum(put_in for _, put_in in through),
                "added_ms": _figures(added),
            }
    printer.close()
    return found


def _times(
    printer: PaperPrinter, port: int, rounds: int, pause_s: float
) -> list[tuple[float, bool]]:
    """Milliseconds of each receipt, and whether it came out longer than it went in."""
    taken = []
    numbers = iter(range(100, 100_000))
    for _ in range(rounds):
        for data in streams().values():
            unique = data
            for known in (b"4711", b"9917", b"0815", b"815"):
                fresh = b"%0*d" % (len(known), next(numbers) % 10 ** len(known))
                unique = unique.replace(known, fresh)
            began = time.perf_counter()
            send(port, unique)
            took = (time.perf_counter() - began) * 1_000
            time.sleep(pause_s)
            taken.append((took, len(printer.jobs[-1]) > len(unique)))
    return taken


def _figures(values: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(values, n=20)
    return {
        "median": round(statistics.median(values), 2),
        "p95": round(cuts[18], 2),
        "most": round(max(values), 2),
    }


def identity(chunkings: int, die: random.Random) -> dict[str, Any]:
    """Every stream in random pieces with status polls between, off: what came against what left."""
    printer = PaperPrinter()
    differing, sent, bytes_sent, polls, answers = [], 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as name:
        running = Running(Path(name), printer.where)
        for producer, data in streams().items():
            for turn in range(chunkings):
                whole, asked, heard = _in_pieces(running.port, data, die, small=turn == 0)
                sent, bytes_sent, polls = sent + 1, bytes_sent + len(whole), polls + asked
                answers += heard
                if printer.jobs[-1] != whole:
                    differing.append(producer)
        running.close()
    printer.close()
    return {
        "streams": len(streams()),
        "prints": sent,
        "bytes": bytes_sent,
        "differing": differing,
        "polls": polls,
        "answers": answers,
    }


def _in_pieces(
    port: int, data: bytes, die: random.Random, *, small: bool
) -> tuple[bytes, int, int]:
    """What was sent in all; the polls in it that were answered by waiting; the answers heard."""
    whole, asked = b"", 0
    heard = b""
    with connected(port) as wire:
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        at = 0
        while at < len(data):
            size = 1 if small and at < 400 else die.randint(1, 700)
            piece = data[at : at + size]
            at += size
            if die.random() < 0.03:
                piece += b"\x10\x04\x01"
                asked += 1
            wire.sendall(piece)
            whole += piece
            if piece.endswith(b"\x10\x04\x01"):
                heard += wire.recv(16)  # and waits, as a POS does
        wire.shutdown(socket.SHUT_WR)
        while more := wire.recv(4_096):
            heard += more
    return whole, asked, len(heard)


def killed(kills: int, die: random.Random) -> dict[str, Any]:
    """Receipts printed while processes are killed: lost, doubled, captured, credited."""
    printer = PaperPrinter()
    with tempfile.TemporaryDirectory() as name:
        running = Running(Path(name), printer.where)
        send(running.port, b"Warm up\n\n\x1dV\x00")
        pos = _Pos(running.port, random.Random(die.random()))
        pos.start()
        done: dict[str, int] = {"worker_or_standby": 0, "reader": 0, "supervisor": 0}
        for _ in range(kills):
            time.sleep(die.uniform(0.02, 0.25))
            _kill_one(running, die, done)
        pos.stop()
        time.sleep(1)
        with contextlib.suppress(AssertionError):
            wait_for(lambda: not list((running.captures / "streams").glob("*.in")), 90)
        kept = Spool(running.captures).all()
        running.close()
    printer.close()
    paper = printer.paper()
    printed = {number: paper.count(b"Receipt %06d " % number) for number in pos.sent}
    whole = {number: paper.count(b"Thanks %06d" % number) for number in pos.sent}
    offered = [c for c in kept if c.kind is SlipKind.SALE and c.printed]
    numbers = [int(c.receipt) for c in offered if c.receipt.isdigit()]
    fresh = sorted(pos.sent)[-450:]  # the spool keeps the newest 500
    return {
        "kills": done,
        "receipts": len(pos.sent),
        "sent_again_by_the_pos": pos.again,
        "lost": sum(count == 0 for count in whole.values()),
        "doubled_without_the_pos_sending_again": sum(
            printed[number] > times for number, times in pos.sent.items()
        ),
        "captured_of_the_newest": len([n for n in fresh if n in numbers]),
        "newest": len(fresh),
        "offered_twice": len(numbers) - len(set(numbers)),
    }


def _kill_one(running: Running, die: random.Random, done: dict[str, int]) -> None:
    chosen = die.random()
    if chosen < 0.75 and (group := running.group()):
        kill(die.choice(group))
        done["worker_or_standby"] += 1
    elif chosen < 0.92 and (reader := running.reader()):
        kill(die.choice(reader))
        done["reader"] += 1
    else:
        running.supervisor.kill()
        running.supervisor.wait()
        done["supervisor"] += 1
        time.sleep(die.uniform(0, 0.3))
        running.again()


class _Pos(threading.Thread):
    """Prints without pause in three manners, and prints again whatever it was told had failed."""

    def __init__(self, port: int, die: random.Random) -> None:
        super().__init__()
        self._port = port
        self._die = die
        self._going = True
        self.sent: dict[int, int] = {}
        self.again = 0

    def run(self) -> None:
        number = 100_000
        while self._going:
            number += 1
            self.sent[number] = 0
            while True:
                self.sent[number] += 1
                try:
                    self._die.choice((self._and_go, self._and_wait, self._slowly))(_slip(number))
                    break
                except OSError:
                    self.again += 1

    def stop(self) -> None:
        self._going = False
        self.join()

    def _and_go(self, data: bytes) -> None:
        with connected(self._port) as wire:
            wire.sendall(data)

    def _and_wait(self, data: bytes) -> None:
        send(self._port, data)

    def _slowly(self, data: bytes) -> None:
        with connected(self._port) as wire:
            wire.settimeout(15)
            wire.sendall(POLL)
            if not wire.recv(1):
                raise ConnectionResetError
            for at in range(0, len(data), 900):
                wire.sendall(data[at : at + 900])
                time.sleep(0.01)
            wire.shutdown(socket.SHUT_WR)
            while wire.recv(4_096):
                pass


def _slip(number: int) -> bytes:
    lines = b"".join(b"Article %03d          1.00\n" % line for line in range(60))
    head = b"\x1b@Receipt %06d \n" % number
    raster = b"\x1dv0\x00\x30\x00\x40\x00" + bytes(range(256)) * 12
    return head + lines + raster + b"TOTAL 60.00\nThanks %06d\n\n\n\x1dV\x00" % number


if __name__ == "__main__":
    sys.exit(main())
