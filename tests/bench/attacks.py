"""`python -m tests.bench.attacks`: what a stranger, a thief and a broken terminal try at the live
service, over TLS on loopback; what each is answered, and the one line the log keeps. JSON.
"""

from __future__ import annotations

import json
import logging
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pos.office.web.parts import Bounds
from pos.sync.line import line_of
from tests.bench.attack_list import ATTACKS
from tests.bench.thief import BOUNDS, Said, Thief
from tests.office.live import live_office, till


@dataclass(slots=True)
class Result:
    """What became of an attack."""

    name: str
    wanted: Said
    got: Said
    logged: list[str]

    @property
    def held(self) -> bool:
        """Refused as it must be, with one line, whose code is the answer's."""
        status, code = self.got
        lines = [line for line in self.logged if f" {status} " in line]
        told = status == 200 or any(f" {status} {code} " in line for line in lines)
        return self.got == self.wanted and bool(lines) and told


class _Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def thief(folder: Path, database: str = "", bounds: Bounds = BOUNDS) -> Iterator[Thief]:
    """A head office, a victim with some sales, and a terminal gone bad."""
    with live_office(folder / "office", database, bounds) as live:
        victim, own = till(folder / "victim"), till(folder / "own")
        live.codes.append(live.code().code)
        code = live.code()
        live.codes[0] = code.code
        victim.enrolled(code)
        own.enrolled(live.code(2, "Thief"))
        ann = victim.member()
        for _ in range(5):
            victim.sell(ann)
        found = Thief(live, victim, line_of(victim.shop.store), line_of(own.shop.store))
        try:
            yield found
        finally:
            found.client.close()
            victim.close()
            own.close()


def tried(one: Thief, only: str = "") -> Iterator[Result]:
    """Every attack in turn; the victim's session is a good one before each."""
    lines = _Lines()
    log = logging.getLogger("pos.office.web.envelope")
    before = log.level
    log.setLevel(logging.INFO)
    log.addHandler(lines)
    try:
        for does, wanted in ATTACKS:
            name = (
                does.__name__ if does.__name__ != "attack" else f"{does.__qualname__} {wanted[1]}"
            )
            if only and only not in name:
                continue
            one.greet()
            lines.lines.clear()
            got = does(one)
            time.sleep(0.02)  # the line is written when the answer is on its way
            yield Result(name.replace("_", " "), wanted, got, list(lines.lines))
    finally:
        log.removeHandler(lines)
        log.setLevel(before)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, thief(Path(folder)) as one:
        results = list(tried(one))
        sold = one.victim.sell(None).key.seq  # the victim goes on
        one.victim.carry()
        with one.victim.shop.store.reading() as view:
            unsent, _ = view.unsent()
    table = [
        {
            "attack": each.name,
            "status": each.got[0],
            "code": each.got[1],
            "refused_as_it_must_be": each.held,
            "log": each.logged[-1:],
        }
        for each in results
    ]
    held = sum(each.held for each in results)
    found = {"attacks": len(table), "held": held, "victim_sold": sold, "victim_unsent": unsent}
    print(json.dumps({**found, "table": table}, indent=1))
    return 0 if held == len(table) and not unsent else 1


if __name__ == "__main__":
    sys.exit(main())
