"""`regulars office init|serve|person`: head office, from its first hour on."""

from __future__ import annotations

import json
from argparse import Namespace
from zoneinfo import ZoneInfo

from loyalty.errors import LoyaltyError
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.clock import SystemClock
from pos.office.desk.core import Terms
from pos.office.desk.door import Desk, head_office
from pos.office.desk.key import cookie_key, read_key
from pos.office.people import accounts as people
from pos.office.people.accounts import Draft, House, Person
from pos.office.running.renewing import Renewal
from pos.office.running.serving import Address, door_of
from pos.office.running.serving import serve as serve_office
from pos.office.running.setting_up import (
    BY_HAND,
    MERCHANT,
    database_url,
    key_path,
    make_office,
    open_office,
)
from pos.office.schema.engine import reading, transaction
from pos.office.web.parts import Door, Parts
from pos.places import Places
from pos.settings import usual_settings

_ONCE = "Password for the first log-in (shown this once): {}"


def init(options: Namespace, places: Places) -> Told:
    """Make head office."""
    url = database_url(places, options.database)
    made = make_office(places, url, clock_of(places), options.login, options.name)
    facts: Facts = {
        "person": _facts(made.owner),
        "password": made.password,
        "key": str(made.key),
    }
    lines = (
        f"Head office is made. Owner: {made.owner.name}, who logs in as {made.owner.login}.",
        _ONCE.format(made.password),
        f"Its key: {made.key} (keep a copy; terminals know head office by it)",
        "Now run: regulars office serve",
    )
    return Told(facts, lines)


def serve(options: Namespace, places: Places) -> Told:
    """Serve until told to stop."""
    clock = clock_of(places)
    address = Address(
        host=options.host,
        port=options.port,
        names=tuple(options.names),
        certificate=options.certificate,
        key=options.key,
        plain=options.plain,
        behind_proxy=options.behind_proxy,
    )
    key = read_key(key_path(places))
    engine = open_office(database_url(places, options.database), clock)
    door, tls = door_of(address, places.data, clock.now(), key)

    def ready(port: int) -> None:
        scheme = "http" if tls is None else "https"
        host = f"[{options.host}]" if ":" in options.host else options.host
        facts = {"url": f"{scheme}://{host}:{port}", "fingerprint": tls.fingerprint if tls else ""}
        if options.json:
            print(json.dumps(facts), flush=True)
            return
        print(f"Head office: {facts['url']}", flush=True)
        if tls:
            print(f"Certificate (SHA-256): {tls.fingerprint}", flush=True)

    def parts(door: Door) -> Parts:
        terms = Terms(MERCHANT, (options.risk[0], options.risk[1]))
        office = head_office(engine, clock, key, terms)
        house = House(MERCHANT, clock)
        ours = tls is not None and options.certificate is None  # nobody knows it but by this
        renewal = Renewal(engine, MERCHANT, clock, places.data, key) if ours else None
        return Parts(
            engine,
            house,
            door,
            cookie_key(key),
            Desk(office),
            office=office,
            renewal=renewal,
        )

    serve_office(parts, address, door, tls, places.data / "office.log", ready)
    return Told({"stopped": True}, ("Stopped.",))


def person(options: Namespace, places: Places) -> Told:
    """List people, add one, or give one a new password."""
    house = House(MERCHANT, clock_of(places))
    engine = open_office(database_url(places, options.database), house.clock)
    try:
        if options.act == "list":
            with reading(engine) as connection:
                return _list(people.everybody(connection, MERCHANT))
        with transaction(engine) as connection:
            if options.act == "add":
                draft = Draft(options.login, options.name, options.role, frozenset(options.shops))
                made, once = people.add(connection, house, BY_HAND, draft)
            else:
                found = people.person_named(connection, MERCHANT, options.login)
                if found is None:
                    raise LoyaltyError("person-unknown")
                made, once = found, people.reset(connection, house, BY_HAND, found.id)
    finally:
        engine.dispose()
    lines = (f"{made.name} logs in as {made.login}.", _ONCE.format(once))
    return Told({"person": _facts(made), "password": once}, lines)


def _list(found: list[Person]) -> Told:
    rows = [
        (
            one.login,
            one.name,
            one.role.value,
            ", ".join(map(str, sorted(one.shops))) or "all shops",
            "" if one.active else "may not log in",
        )
        for one in found
    ]
    return Told({"people": [_facts(one) for one in found]}, table(rows) if rows else ("Nobody.",))


def _facts(one: Person) -> Facts:
    return {
        "id": str(one.id),
        "login": one.login,
        "name": one.name,
        "role": one.role.value,
        "shops": sorted(one.shops),
        "active": one.active,
    }


def clock_of(places: Places) -> SystemClock:
    """The clock of the zone that this machine's settings name."""
    return SystemClock(ZoneInfo(usual_settings(places.settings).zone))
