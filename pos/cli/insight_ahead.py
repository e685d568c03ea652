"""`regulars insight clv|rfm|forecast`: models over the books, or over a file of purchases."""

from __future__ import annotations

from argparse import Namespace
from datetime import timedelta

from loyalty.insight.forecast import Forecast, Refusal
from loyalty.insight.rfm import Segment
from loyalty.insight.value.beta_geometric import BG_NBD, MBG_NBD
from loyalty.insight.value.pareto_nbd import PARETO_NBD
from loyalty.insight.value.worth import Terms, Valuation, Worth, rounded
from loyalty.money import Currency
from pos.cli.insight import counted
from pos.cli.insight_arguments import MODELS
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.insight.ahead import sales_ahead, valued
from pos.insight.segments import Segmented, segmented
from pos.insight.sources import Source
from pos.places import Places

_LAWS = dict(zip(MODELS, (MBG_NBD, BG_NBD, PARETO_NBD), strict=True))
_DAY = timedelta(days=1)


def clv(options: Namespace, places: Places) -> Told:
    """The model, its parameters (times in weeks), its log-likelihood; with --members the table."""

    def tell(source: Source, unit: Currency) -> Told:
        found = valued(source, Terms(draws=options.draws, law=_LAWS[options.model]))
        facts = _base(source) | _valuation(found, options.model)
        rows = [_worth(source, one) for one in found.members] if options.members else []
        if options.members:
            facts["members"] = rows
        return Told(facts, (*_value_lines(found, unit), *_member_lines(rows, unit)))

    return counted(options, places, tell)


def _valuation(found: Valuation, wanted: str) -> Facts:
    facts: Facts = {
        "refused": [str(one) for one in found.refused],
        "beside": [str(one) for one in found.beside],
        "counted_members": len(found.members),
        "average_so_far_minor": round(found.average_minor, 2),
        "total_minor": None if found.total_minor is None else rounded(found.total_minor),
        "low_minor": None if found.low_minor is None else rounded(found.low_minor),
        "high_minor": None if found.high_minor is None else rounded(found.high_minor),
        "model": None,
        "spend": None,
    }
    if found.judgement is not None:
        model = found.judgement.model
        facts["model"] = {
            "asked": wanted,
            "name": model.law.name,
            "unit_of_time": "week",
            "parameters": dict(model.named),
            "log_likelihood": model.log_likelihood,
            "gain_over_nobody_leaves": found.judgement.gain,
            "members": model.members,
        }
    if found.spending is not None:
        spend = found.spending
        facts["spend"] = {
            "name": "gamma-gamma",
            "parameters": {"p": spend.p, "q": spend.q, "gamma_minor": spend.gamma},
            "log_likelihood": spend.log_likelihood,
            "correlation": spend.correlation,
        }
    return facts


def _worth(source: Source, one: Worth) -> Facts:
    return {
        "member": source.name(int(one.member)),
        "so_far_minor": one.so_far_minor,
        "expected_90_days": one.soon,
        "alive": one.alive,
        "value_minor": one.value_minor,
        "low_minor": one.low_minor,
        "high_minor": one.high_minor,
    }


def _value_lines(found: Valuation, unit: Currency) -> tuple[str, ...]:
    lines = [f"{len(found.members)} members, {_money(found.average_minor, unit)} each so far"]
    if found.judgement is not None:
        model = found.judgement.model
        told = ", ".join(f"{name} {value:.6f}" for name, value in model.named.items())
        fit, gain = model.log_likelihood, found.judgement.gain
        lines.append(f"{model.law.name}: {told} (times in weeks)")
        lines.append(f"log-likelihood {fit:.4f}, {gain:.1f} above the model where nobody leaves")
    if found.total_minor is not None:
        ends = (found.total_minor, found.low_minor or 0.0, found.high_minor or 0.0)
        total, low, high = (_money(rounded(one), unit) for one in ends)
        lines.append(f"The next twelve months: {total} ({low} to {high}, 95 % of the model's fit)")
    lines += [f"No value: {code}" for code in found.refused]
    return (*lines, *(f"Beside it: {code}" for code in found.beside))


def _member_lines(rows: list[Facts], unit: Currency) -> tuple[str, ...]:
    if not rows:
        return ()
    head = ("member", "so far", "in 90 days", "in 12 months")
    cells = [
        (
            row["member"],
            _money(row["so_far_minor"], unit),
            "" if row["expected_90_days"] is None else f"{row['expected_90_days']:.2f}",
            "" if row["value_minor"] is None else _money(rounded(row["value_minor"]), unit),
        )
        for row in rows
    ]
    return table([head, *cells], right=(1, 2, 3))


def rfm(options: Namespace, places: Places) -> Told:
    """Segments by fixed cuts, what they brought in twelve months, and who moved in four weeks."""

    def tell(source: Source, unit: Currency) -> Told:
        found = segmented(source)
        facts = _base(source) | _segments(found)
        if options.members:
            facts["members"] = {source.name(n): str(one) for n, one in found.of.items()}
        return Told(facts, _segment_lines(found, unit))

    return counted(options, places, tell)


def _segments(found: Segmented) -> Facts:
    return {
        "usual_gap_days": found.gap,
        "cuts": {
            "days": list(found.cuts.days),
            "visits": list(found.cuts.visits),
            "money_minor": list(found.cuts.money_minor),
        },
        "segments": {
            str(one): {
                "members": found.members.get(one, 0),
                "spent_minor": found.spent_minor.get(one, 0),
            }
            for one in Segment
        },
        "moved_in_28_days": [
            {"from": str(before or ""), "to": str(now or ""), "members": count}
            for (before, now), count in sorted(found.moved.items(), key=str)
            if before is not now
        ],
    }


def _segment_lines(found: Segmented, unit: Currency) -> tuple[str, ...]:
    everybody, money = sum(found.members.values()), sum(found.spent_minor.values())
    rows = [("segment", "members", "", "12 months", "")]
    for one in Segment:
        count, spent = found.members.get(one, 0), found.spent_minor.get(one, 0)
        rows.append(
            (
                str(one),
                str(count),
                _share(count, everybody),
                _money(spent, unit),
                _share(spent, money),
            )
        )
    return table(rows, right=(1, 2, 3, 4))


def forecast(options: Namespace, places: Places) -> Told:
    """The next 7 or 28 days, and how often the range has held."""

    def tell(source: Source, unit: Currency) -> Told:
        found = sales_ahead(source, options.days)
        base = _base(source)
        if isinstance(found, Refusal):
            facts = {"refused": str(found.doubt), "days": found.days, "needed": found.needed}
            line = f"No forecast: {found.days} days of sales, {found.needed} are needed."
            return Told(base | facts, (line,))
        return Told(base | _ahead(source, found), _ahead_lines(source, found, unit))

    return counted(options, places, tell)


def _ahead(source: Source, found: Forecast) -> Facts:
    days = (source.until + _DAY * n for n in range(1, len(found.days) + 1))
    return {
        "method": str(found.method),
        "days": {day.isoformat(): round(n) for day, n in zip(days, found.days, strict=True)},
        "total_minor": round(found.total),
        "low_minor": None if found.low is None else round(found.low),
        "high_minor": None if found.high is None else round(found.high),
        "errors": {str(method): error for method, error in found.errors.items()},
        "inside": found.inside,
        "judged": found.judged,
        "doubts": [str(one) for one in found.doubts],
    }


def _ahead_lines(source: Source, found: Forecast, unit: Currency) -> tuple[str, ...]:
    last = source.until + _DAY * len(found.days)
    spread = (
        ""
        if found.low is None or found.high is None
        else f", {_money(found.low, unit)} to {_money(found.high, unit)}"
    )
    record = f"Of the last {found.judged} such forecasts, {found.inside} fell inside their range."
    return (
        f"{source.until + _DAY} to {last}: {_money(found.total, unit)}{spread} ({found.method})",
        record if found.judged else "No such forecast could be judged yet.",
        *(f"Beside it: {one}" for one in found.doubts),
    )


def _base(source: Source) -> Facts:
    return {"until": source.until.isoformat(), "currency": source.view.currency}


def _money(minor: float, unit: Currency) -> str:
    return f"{minor / 10**unit.exponent:,.{unit.exponent}f} {unit.code}"


def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f} %" if whole else ""
