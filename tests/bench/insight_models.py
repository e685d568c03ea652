"""The models of `loyalty/insight` on public shops: seconds of CPU, parameters, likelihoods.

`python -m tests.bench.insight_models`: JSON. CDNOW's 1/10 sample and daily sums are those of the
tests; with `--packages DIR` (where Lifetimes is installed) all of CDNOW is fitted, too.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from loyalty.insight.forecast import Forecast, forecast
from loyalty.insight.value.beta_geometric import BG_NBD, MBG_NBD
from loyalty.insight.value.fitting import fit
from loyalty.insight.value.histories import History, histories, tabled
from loyalty.insight.value.nbd import NBD
from loyalty.insight.value.pareto_nbd import PARETO_NBD
from loyalty.insight.value.spend import fit_spending
from loyalty.insight.value.worth import Terms, value_members
from tests.insight.cdnow import FITTED_UNTIL, calibration, daily

_T = TypeVar("_T")


def timed(work: Callable[[], _T]) -> tuple[_T, float]:
    """What it gives, and CPU seconds."""
    began = time.process_time()
    found = work()
    return found, round(time.process_time() - began, 3)


def models(members: Sequence[History]) -> dict[str, Any]:
    """Each model fitted to the members."""
    told: dict[str, Any] = {"members": len(members)}
    table = tabled(members)
    told["rows"] = len(table.n)
    for law in (NBD, BG_NBD, MBG_NBD, PARETO_NBD):
        found, seconds = timed(lambda law=law: fit(law, table))  # type: ignore[misc]  # bound here
        told[law.name] = {
            "seconds": seconds,
            "parameters": {name: round(value, 6) for name, value in found.named.items()},
            "log_likelihood": round(found.log_likelihood, 4),
        }
    spending, seconds = timed(lambda: fit_spending(members))
    told["gamma-gamma"] = {
        "seconds": seconds,
        "parameters": {"p": spending.p, "q": spending.q, "gamma": spending.gamma / 100},
        "log_likelihood": round(spending.log_likelihood, 4),
        "mean": round(spending.mean_minor / 100, 4),
        "correlation": round(spending.correlation, 3),
    }
    return told


def valued(members: Sequence[History], draws: int) -> dict[str, Any]:
    """The whole report of values with its bootstrap."""
    found, seconds = timed(lambda: value_members(members, Terms(draws=draws)))
    told = (found.low_minor, found.total_minor, found.high_minor)
    return {
        "seconds": seconds,
        "draws": draws,
        "refused": list(found.refused),
        "total_low_high": [round(minor / 100) for minor in told if minor is not None],
        "gain": round(found.judgement.gain, 1) if found.judgement else None,
    }


def forecasts() -> dict[str, Any]:
    """Both shops, a week and four."""
    told: dict[str, Any] = {}
    for name in ("complete_journey_days", "cdnow_days"):
        for ahead in (7, 28):
            days = daily(name)
            found, seconds = timed(lambda d=days, a=ahead: forecast(d, [False] * a))  # type: ignore[misc]  # bound here
            assert isinstance(found, Forecast)
            told[f"{name}-{ahead}"] = {
                "seconds": seconds,
                "method": found.method,
                "errors_of_four_weeks": {m: round(e, 4) for m, e in found.errors.items()},
                "inside": found.inside,
                "judged": found.judged,
            }
    return told


def _all_of_cdnow(packages: Path) -> tuple[History, ...]:
    path = packages / "lifetimes" / "datasets" / "CDNOW_master.txt"
    with path.open(encoding="ascii") as file:
        next(file)
        rows = [line.split() for line in file]
    events = (
        (who, date(int(day[:4]), int(day[4:6]), int(day[6:])), round(float(amount) * 100))
        for who, day, _, amount in rows
    )
    return histories(events, FITTED_UNTIL, unpaid_counts=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, help="a site-packages folder with lifetimes")
    parser.add_argument("--draws", type=int, default=50)
    options = parser.parse_args()
    told = {
        "cdnow_sample": models(calibration()),
        "value": valued(calibration(), options.draws),
        "forecast": forecasts(),
    }
    if options.packages:
        told["cdnow"] = models(_all_of_cdnow(options.packages))
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
