"""A simulated accrual as JSON facts and as lines, worded like the reckoning on a slip."""

from __future__ import annotations

from loyalty.rules.program import Program
from pos.cli.table import table
from pos.cli.told import Facts
from pos.simulating import Simulated
from pos.why import Step, steps
from receipts.writing import format as fmt
from receipts.writing.explain import worded
from receipts.writing.facts import LineFacts, WhyStep

LANGUAGE = "en"  # of the command line


def simulated_facts(found: Simulated, program: Program) -> Facts:
    """Points, lines, the steps with their words, vouchers, counts, and how long points last."""
    why = found.accrual.why
    lines = zip(found.basket.lines, why.eligible, why.line_points, strict=True)
    return {
        "program": program.number,
        "currency": program.currency,
        "points": why.points,
        "tier": why.tier or None,
        "lines": [
            {
                "text": line.text,
                "units": line.units,
                "amount_minor": line.amount_minor,
                "eligible_minor": eligible,
                "points": points,
            }
            for line, eligible, points in lines
        ],
        "why": [
            {"code": code, "facts": dict(facts), "words": " ".join(_words(found, (code, facts)))}
            for code, facts in _steps(found)
        ],
        "vouchers": [{"id": one.id, "name": one.name} for one in found.accrual.gifts],
        "counts": [
            {"name": one.name, "amount": one.amount, "shop": one.shop}
            for one in found.accrual.counts
        ],
        "vests_on": found.lot.vests_on.isoformat() if found.lot.vests_on else None,
        "usable_until": found.lot.expires_on.isoformat() if found.lot.expires_on else None,
        "slides_months": found.lot.slides or None,
    }


def simulated_lines(found: Simulated, program: Program) -> tuple[str, ...]:
    """The goods with their points, then every step, then what else comes of it."""
    why = found.accrual.why
    rows = [
        (line.text or "-", fmt.money(line.amount_minor, program.currency, LANGUAGE), str(points))
        for line, points in zip(found.basket.lines, why.line_points, strict=True)
    ]
    reckoning = [_words(found, step) for step in _steps(found)]
    more = [("Points", str(why.points))]
    if why.tier:
        more.append(("Tier", why.tier))
    if found.lot.vests_on:
        more.append(("Pending until", fmt.day(found.lot.vests_on, LANGUAGE)))
    if found.lot.expires_on:
        more.append(("Usable until", fmt.day(found.lot.expires_on, LANGUAGE)))
    more += [("Voucher", one.name) for one in found.accrual.gifts]
    more += [
        ("Stamps", f"{one.name.removeprefix('stamps:')} +{one.amount}")
        for one in found.accrual.counts
        if one.name.startswith("stamps:")
    ]
    return (*table(rows, right=(1, 2)), *table(reckoning, indent=2), *table(more))


def _steps(found: Simulated) -> tuple[Step, ...]:
    return steps(found.accrual.why, [line.amount_minor for line in found.basket.lines])


def _words(found: Simulated, step: Step) -> tuple[str, str]:
    lines = tuple(LineFacts(one.text, one.units, one.amount_minor) for one in found.basket.lines)
    return worded(WhyStep(*step), LANGUAGE, found.basket.currency, lines)
