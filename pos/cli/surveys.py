"""`regulars survey answers`: how often each score was given. What it means is a report's matter."""

from __future__ import annotations

from argparse import Namespace
from datetime import timedelta

from pos.cli.opened import opened
from pos.cli.table import table
from pos.cli.told import Facts, Refused, Told
from pos.places import Places
from pos.surveys import Scores, scores

USUAL_DAYS = 90


def answers(options: Namespace, places: Places) -> Told:
    """Counts per question and score, of the last 90 days unless days are named."""
    with opened(places) as shop:
        last = options.end or shop.today
        first = options.start or last - timedelta(days=USUAL_DAYS - 1)
        if first > last:
            raise Refused("survey-days", first=first, last=last)
        found = scores(shop, first, last)
    facts: Facts = {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "questions": {one.question.value: _facts(one) for one in found},
    }
    return Told(facts, (f"{first} to {last}", *table(_rows(found), right=(1, 2, 3))))


def _facts(one: Scores) -> Facts:
    return {
        "answers": one.members + one.anonymous,
        "of_members": one.members,
        "counts": {str(score): times for score, times in one.counts},
    }


def _rows(found: tuple[Scores, ...]) -> list[tuple[str, str, str, str]]:
    rows = [("question", "score", "answers", "share")]
    for one in found:
        whole = one.members + one.anonymous
        for score, times in one.counts:
            share = f"{100 * times / whole:.0f} %" if whole else ""
            rows.append((one.question.value, str(score), str(times), share))
    return rows
