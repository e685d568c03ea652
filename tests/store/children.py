"""Other processes on the same ledger: what they do, and how a test starts them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from subprocess import PIPE, Popen
from uuid import UUID

from loyalty.errors import LoyaltyError
from pos.store import open_store
from pos.trouble import TroubleError
from tests.store.shop import ANNA, book_sale, clock_at, goods

ROOT = Path(__file__).parents[2]
COST = 100  # points one redemption takes


def child(*args: str) -> Popen[str]:
    """Start this module in a process of its own."""
    command = [sys.executable, "-m", "tests.store.children", *args]
    return Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True, env=os.environ)


def redeem_on_word(path: Path, first: int) -> None:
    """For each line that comes in, redeem COST points once; say `done`, `short` or the trouble.

    The line names the member, so both windows want the same points at the same moment.
    """
    clock = clock_at()
    with open_store(path, clock, reserve_bytes=0) as store:
        _say("ready")
        for number, line in enumerate(sys.stdin, start=first):
            try:
                with store.writing() as work:
                    member = UUID(int=int(line))
                    book_sale(work, clock, number, member, goods(COST * 10), points=COST)
                _say("done")
            except TroubleError as error:
                _say(error.code)
            except LoyaltyError as error:
                known = ("tender-refused", "points-short")
                _say("short" if error.code in known else error.code)


def award_and_redeem(path: Path, first: int) -> None:
    """Sales until killed: each third one redeems; after each commit its number is acknowledged."""
    clock = clock_at()
    store = open_store(path, clock, reserve_bytes=0)
    number = first
    while True:
        with store.writing() as work:
            spend = COST if number % 3 == 0 and work.account(ANNA).balance >= COST else 0
            booked = book_sale(work, clock, number, ANNA, goods(9_000, 4_321), points=spend)
        _say(f"{number} {booked.key.seq}")
        number += 1


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    what, where, start = sys.argv[1:]
    {"redeem": redeem_on_word, "award": award_and_redeem}[what](Path(where), int(start))
