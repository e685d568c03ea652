"""`regulars office jobs`: what head office does by itself, when it did last, and doing it now."""

from __future__ import annotations

from argparse import Namespace

from pos.cli.office import clock_of
from pos.cli.table import table
from pos.cli.told import Error, Facts, Told
from pos.office.desk.door import head_office
from pos.office.desk.key import read_key
from pos.office.nights.jobs import JOBS, Ran, due, job_named, last_days, run
from pos.office.running.setting_up import database_url, key_path, open_office
from pos.places import Places
from pos.store.columns import day_from


def jobs(options: Namespace, places: Places) -> Told:
    """The plan; with --run, one job now, whether it is due or not."""
    clock = clock_of(places)
    wanted = job_named(options.run) if options.run else None
    key = read_key(key_path(places))
    engine = open_office(database_url(places, options.database), clock)
    try:
        office = head_office(engine, clock, key)
        ran = run(office, wanted) if wanted else None
        done, waiting = last_days(office), {job.name for job in due(office)}
    finally:
        engine.dispose()
    plan: list[Facts] = [
        {
            "name": job.name,
            "every_days": job.every_days,
            "last": day_from(done[job.name]).isoformat() if done[job.name] else None,
            "due": job.name in waiting,
        }
        for job in JOBS
    ]
    facts: Facts = {"jobs": plan, "ran": _facts(ran) if ran else None}
    rows = [("Job", "Every", "Last", "")]
    for one in plan:
        every = "day" if one["every_days"] == 1 else f"{one['every_days']} days"
        rows.append((str(one["name"]), every, str(one["last"] or "never"), _due(one)))
    lines = tuple(table(rows))
    if ran and ran.failed:
        return Told(facts, lines, Error("job-failed", {"name": ran.name, "why": ran.failed}))
    said = (f"{ran.name}: {ran.count} in {ran.took_ms} ms",) if ran else ()
    return Told(facts, (*said, *lines))


def _due(one: Facts) -> str:
    return "due" if one["due"] else ""


def _facts(ran: Ran) -> Facts:
    return {"name": ran.name, "count": ran.count, "took_ms": ran.took_ms, "failed": ran.failed}
