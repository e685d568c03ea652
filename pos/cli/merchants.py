"""`regulars merchants …`: whose receipts count."""

from __future__ import annotations

from argparse import Namespace

from loyalty.claims.known import Device, Issuer
from pos.approving import entitled
from pos.cli.approved import approved_by
from pos.cli.claiming import scanned
from pos.cli.opened import act_by, opened
from pos.cli.table import table
from pos.cli.told import Facts, Refused, Told
from pos.issuers import end, enrol, enrol_named, issuers
from pos.places import Places
from pos.rights import Right
from receipts.reading.schemes import SCHEMES


def show(_options: Namespace, places: Places) -> Told:
    """Merchants and tills that are enrolled."""
    with opened(places) as shop:
        known, devices = issuers(shop)
    facts = {
        "merchants": [_issuer(one) for one in known],
        "devices": [_device(one) for one in devices],
    }
    rows = [(one.scheme, one.issuer, one.name, "" if one.active else "ended") for one in known]
    return Told(facts, table(rows) or ("Nobody is enrolled: only our own slips count.",))


def kinds(_options: Namespace, _places: Places) -> Told:
    """Kinds of receipts that can be read."""
    names = sorted(scheme.name for scheme in SCHEMES)
    return Told({"kinds": names}, tuple(names))


def begin(options: Namespace, places: Places) -> Told:
    """Let a merchant's receipts count."""
    with opened(places) as shop:
        who = act_by(shop, options.operator).operator
        second = approved_by(shop, options, who, Right.ENROL_ISSUER)
        entitled(shop, who, Right.ENROL_ISSUER, second)
        if not options.receipts:
            if not (options.kind and options.issuer):
                raise Refused("merchant-unnamed")
            known = enrol_named(shop, who, options.kind, options.issuer, options.name, second)
            return Told({"merchant": _issuer(known)}, (f"{known.name} is enrolled.",))
        shown = tuple(scanned(text, shop) for text in options.receipts)
        done = enrol(shop, who, options.name, shown, approved=second, issuer=options.issuer)
    facts: Facts = {"merchant": _issuer(done.issuer)}
    if done.device is not None:
        facts["device"] = _device(done.device)
    return Told(facts, (f"{done.issuer.name} is enrolled.",))


def stop(options: Namespace, places: Places) -> Told:
    """Let a merchant's receipts count no more."""
    with opened(places) as shop:
        who = act_by(shop, options.operator).operator
        second = approved_by(shop, options, who, Right.ENROL_ISSUER)
        ended = end(shop, who, options.scheme, options.issuer, second)
    return Told({"merchant": _issuer(ended)}, (f"{ended.name} counts no more.",))


def _issuer(one: Issuer) -> Facts:
    return {
        "scheme": one.scheme,
        "issuer": one.issuer,
        "name": one.name,
        "active": one.active,
    }


def _device(one: Device) -> Facts:
    return {
        "scheme": one.scheme,
        "device": one.device,
        "issuer": one.issuer,
        "active": one.active,
        "key": one.public.hex(),
    }
