"""How well receipts without a code are read: fields right, share trusted and how often right.

Made-up receipts of twelve places, each seed another layout, photographed under seven conditions.
Rendered receipts are easier than genuine photographs: read the figures as an upper bound.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from loyalty.claims.refusing import ALIKE_BITS
from pos.devices.ocr import OcrProcess
from pos.devices.reading_text import SeenText
from pos.photographs import page_of
from pos.trouble import TroubleError
from receipts.reading.text.fold import squeezed
from receipts.reading.text.merchants import Merchant
from receipts.reading.text.page import Page
from receipts.reading.text.reading import read_text
from receipts.reading.text.receipt import Expected, TextReceipt
from tests.bench.receipt_papers import Paper, paper
from tests.bench.receipt_photographs import CONDITIONS, photograph
from tests.bench.receipt_words import PLACES

TODAY = date(2026, 11, 22)
STEPS = sorted({4, 6, 8, 10, 12, 14, ALIKE_BITS})


@dataclass(frozen=True, slots=True)
class Read:
    """One reading and what is true."""

    paper: Paper
    condition: str
    found: TextReceipt | None

    @property
    def total(self) -> bool:
        return self.found is not None and self.found.total == self.paper.total

    @property
    def day(self) -> bool:
        return self.found is not None and self.found.on == self.paper.at.date()

    @property
    def number(self) -> bool:
        return self.found is not None and self.found.number == self.paper.number

    @property
    def enrolled(self) -> bool:
        return self.found is not None and self.found.merchant_key == self.paper.merchant

    @property
    def proposed(self) -> bool:
        if self.found is None:
            return False
        return squeezed(self.found.merchant) == squeezed(self.paper.merchant)

    @property
    def trusted(self) -> bool:
        return self.found is not None and self.found.trusted


def enrolled() -> tuple[Merchant, ...]:
    """Every merchant there is: who reads a name must tell 48 apart."""
    names = [name for place in PLACES.values() for name in place.merchants.split("|")]
    return tuple(Merchant(name, name) for name in names)


def expected(made: Paper, merchants: tuple[Merchant, ...]) -> Expected:
    return Expected(TODAY, made.place.country, made.place.currency, merchants)


def told(reads: list[Read], known: list[Read]) -> dict[str, Any]:
    """Shares in percent; `known`: the same readings with the merchants enrolled."""
    trusted = [one for one in reads if one.trusted]
    return {
        "receipts": len(reads),
        "total": _share(one.total for one in reads),
        "date": _share(one.day for one in reads),
        "both": _share(one.total and one.day for one in reads),
        "number": _share(one.number for one in reads),
        "merchant_enrolled": _share(one.enrolled for one in known),
        "merchant_wrong": _share(
            one.found is not None and bool(one.found.merchant_key) and not one.enrolled
            for one in known
        ),
        "merchant_proposed": _share(one.proposed for one in reads),
        "trusted": _share(one.trusted for one in reads),
        "trusted_right": _share(one.total and one.day for one in trusted),
        "not_read": sum(one.found is None for one in reads),
    }


def _share(holds: Any) -> float | None:
    answers = list(holds)
    return round(100 * sum(map(bool, answers)) / len(answers), 1) if answers else None


def measured(seeds: int, rounds: int, show: bool) -> dict[str, Any]:
    """`seeds` layouts a place, each photographed `rounds` times under changing conditions."""
    merchants = enrolled()
    papers = [paper(name, seed) for seed in range(seeds) for name in PLACES]
    perfect = [Read(p, "text", read_text(p.page(), expected(p, ()))) for p in papers]
    perfect_known = [Read(p, "text", read_text(p.page(), expected(p, merchants))) for p in papers]
    reads, known, seen_all, hashes = [], [], [], defaultdict(list)
    reader = OcrProcess()
    began = time.perf_counter()
    reader.warm()
    warm_s = time.perf_counter() - began
    for turn in range(rounds):
        for n, made in enumerate(papers):
            condition = CONDITIONS[(n + n // len(PLACES) + turn * 3) % len(CONDITIONS)]
            try:
                seen: SeenText | None = reader.read(photograph(made, condition, n))
            except TroubleError as trouble:
                print(condition, made.place.country, trouble, file=sys.stderr)
                seen = None
            page = page_of(seen) if seen else Page(())
            plain = read_text(page, expected(made, ())) if seen else None
            reads.append(Read(made, condition, plain))
            with_names = read_text(page, expected(made, merchants)) if seen else None
            known.append(Read(made, condition, with_names))
            if seen:
                seen_all.append(seen)
                hashes[n].append(seen.likeness)
            if show and not (reads[-1].total and reads[-1].day):
                _show(reads[-1], page)
    reader.close()
    return {
        "rules_on_perfect_text": told(perfect, perfect_known),
        "photographs": told(reads, known),
        "without_hangul": told(
            [r for r in reads if r.paper.language != "ko"],
            [r for r in known if r.paper.language != "ko"],
        ),
        "by_condition": {c: told(*_where(reads, known, "condition", c)) for c in CONDITIONS},
        "by_place": {
            name: told(
                [r for r in reads if r.paper.place is place],
                [r for r in known if r.paper.place is place],
            )
            for name, place in PLACES.items()
        },
        "cost": _cost(seen_all, warm_s),
        "likeness": _likeness(hashes),
    }


def _where(
    reads: list[Read], known: list[Read], name: str, value: str
) -> tuple[list[Read], list[Read]]:
    return (
        [one for one in reads if getattr(one, name) == value],
        [one for one in known if getattr(one, name) == value],
    )


def _cost(seen: list[SeenText], warm_s: float) -> dict[str, Any]:
    ms = sorted(one.ms for one in seen)
    return {
        "start_s": round(warm_s, 2),
        "median_s": round(statistics.median(ms) / 1000, 2),
        "mean_s": round(statistics.fmean(ms) / 1000, 2),
        "p95_s": round(ms[int(len(ms) * 0.95)] / 1000, 2),
        "mean_cpu_s": round(statistics.fmean(one.cpu_ms for one in seen) / 1000, 2),
        "most_memory_mb": max(one.memory_mb for one in seen),
    }


def _likeness(hashes: dict[int, list[int]]) -> dict[str, Any]:
    """Bits between two photographs of one receipt, and between those of different ones."""
    same = [(a ^ b).bit_count() for found in hashes.values() for a, b in pairwise(found)]
    firsts = [found[0] for found in hashes.values()]
    other = [(a ^ b).bit_count() for n, a in enumerate(firsts) for b in firsts[:n]]
    return {
        "same_pairs": len(same),
        "same_within": {n: _share(one <= n for one in same) for n in STEPS},
        "same_median": statistics.median(same) if same else None,
        "other_pairs": len(other),
        "other_within": {n: _share(one <= n for one in other) for n in STEPS},
        "other_least": min(other, default=None),
    }


def _show(read: Read, page: Page) -> None:
    found, made = read.found, read.paper
    print(
        f"--- {made.place.country} {read.condition}: total {found and found.total} of {made.total},"
        f" day {found and found.on} of {made.at}, {found and found.reasons}",
        *(f"    {row.text}" for row in page.rows),
        sep="\n",
        file=sys.stderr,
    )


def main() -> None:
    wanted = argparse.ArgumentParser(prog="tests.bench.receipt_text", description=__doc__)
    wanted.add_argument("--seeds", type=int, default=2, help="layouts for each of 12 places")
    wanted.add_argument("--rounds", type=int, default=1, help="photographs of each")
    wanted.add_argument("--show", action="store_true", help="what was read wrong, on stderr")
    asked = wanted.parse_args()
    print(json.dumps(measured(asked.seeds, asked.rounds, asked.show), indent=1))


if __name__ == "__main__":
    main()
