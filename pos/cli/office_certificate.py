"""`regulars office certificate`: the one of its own making, its end, and the next one."""

from __future__ import annotations

from argparse import Namespace

from pos.cli.office import clock_of
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.office.desk.key import read_key
from pos.office.running.certificate import Tls, following, own
from pos.office.running.renewing import Renewal, missing
from pos.office.running.setting_up import BY_HAND, MERCHANT, database_url, key_path, open_office
from pos.office.schema.engine import reading
from pos.places import Places


def certificate(options: Namespace, places: Places) -> Told:
    """Show it; `renew`: make the next one now, and tell terminals of it."""
    clock = clock_of(places)
    key = read_key(key_path(places))
    engine = open_office(database_url(places, options.database), clock)
    try:
        now = own(places.data)
        if options.act == "renew":
            Renewal(engine, MERCHANT, clock, places.data, key).begin(BY_HAND)
        after = following(places.data)
        with reading(engine) as db:
            waiting = missing(db, MERCHANT) if after else []
    finally:
        engine.dispose()
    facts: Facts = {
        "shown": _facts(now),
        "next": _facts(after) if after else None,
        "not_told": waiting,
    }
    rows = [("shown now", _line(now))]
    if after:
        rows.append(("shown next", _line(after)))
        numbers = ", ".join(map(str, waiting))
        rows.append(("terminals to be told", numbers or "none: it is shown within a day"))
    return Told(facts, table(rows))


def _facts(tls: Tls) -> Facts:
    return {
        "fingerprint": tls.fingerprint,
        "ends": tls.ends.isoformat(),
        "names": list(tls.names),
    }


def _line(tls: Tls) -> str:
    return f"until {tls.ends:%Y-%m-%d}, {tls.fingerprint}"
