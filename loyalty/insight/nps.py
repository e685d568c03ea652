"""Net Promoter Score: 0-10, promoters 9-10, detractors 0-6, with the range that 50 answers have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loyalty.insight.definitions import NPS
from loyalty.insight.figure import Estimate, Figure, judged
from loyalty.insight.intervals import nps_half

REST = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Answer:
    """One member's answer; `score` on the survey's own scale."""

    member: str
    on: date
    score: int


def latest(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """One answer per member per 90 days, the latest wins; by day, then member.

    Two answers stay only if more than 90 days lie between them: who is asked weekly counts once.
    """
    kept: list[Answer] = []
    last: dict[str, date] = {}
    for answer in sorted(answers, key=lambda a: (a.on, a.member, a.score), reverse=True):
        newer = last.get(answer.member)
        if newer is None or newer - answer.on > REST:
            last[answer.member] = answer.on
            kept.append(answer)
    return tuple(reversed(kept))


def nps(scores: Sequence[int], members: int | None = None) -> Figure:
    """The score, -100..100; `beside` has promoters, passives and detractors at any n.

    `members`: how many there are in all, for the finite population. Raises ValueError for a score
    outside 0..10.
    """
    if any(not 0 <= score <= 10 for score in scores):
        raise ValueError("scores are 0 to 10")
    promoters = sum(score >= 9 for score in scores)
    detractors = sum(score <= 6 for score in scores)
    n = len(scores)

    def estimate() -> Estimate:
        value = 100 * (promoters - detractors) / n
        half = nps_half(promoters / n, detractors / n, n, members)
        return Estimate(value, max(-100.0, value - half), min(100.0, value + half))

    groups = {
        "promoters": promoters,
        "passives": n - promoters - detractors,
        "detractors": detractors,
    }
    return judged(NPS, n, estimate, numerator=promoters - detractors, denominator=n, counts=groups)
