"""`regulars hub serve|status`: this terminal's part in its shop's own network."""

from __future__ import annotations

import json
import threading
from argparse import Namespace

from pos.cli.opened import opened
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.linked import frozen
from pos.places import Places
from pos.shop import Shop
from pos.store import View
from pos.sync.hub_client import HubWay, why_silent
from pos.sync.hub_network import HubState
from pos.sync.hub_notes import under_way, wants
from pos.sync.hub_peers import HubAt, hub_at, key_of
from pos.sync.line import line_of, network_of
from pos.trouble import TroubleError


def serve(options: Namespace, places: Places) -> Told:
    """Serve the shop's tills until told to stop."""
    with opened(places) as shop:
        with shop.store.reading() as view:
            hub = _own(view)

        def told(state: HubState) -> None:
            if options.json:
                facts = {"part": state.part, "connected": state.connected, "why": state.why}
                print(json.dumps(facts), flush=True)
            elif state.connected:
                print("The hub answers.", flush=True)
            else:
                print(f"The hub does not answer: {state.why or state.part}", flush=True)

        network = network_of(shop.store, frozen, told, host=options.host, port=options.port)
        if not options.json:
            print(f"Hub of this shop: {hub.address} (Ctrl-C ends it)", flush=True)
        network.start()
        try:
            threading.Event().wait()
        finally:
            network.stop()
    return Told({}, ())


def status(options: Namespace, places: Places) -> Told:
    """Which part this terminal plays, whether the hub answers, and what is on its way."""
    with opened(places) as shop:
        with shop.store.reading() as view:
            hub, own = hub_at(view), view.terminal
            if hub is None:
                return Told({"part": "none"}, ("This shop has no hub.",))
            ways = len(under_way(view, hub.number).lines) if hub.number != own else 0
            wanted = len(wants(view)) if hub.number == own else 0
            why = frozen(view)
        part = "hub" if hub.number == own else "till"
        answers = "" if part == "hub" else _asked(shop, hub)
    facts: Facts = {
        "part": part,
        "hub": hub.number,
        "address": hub.address,
        "frozen": why,
        "under_way": ways,
        "wanted": wanted,
    }
    rows = [("this terminal", part), ("hub", f"terminal {hub.number}, {hub.address}")]
    if part == "till":
        facts["answers"] = not answers
        facts["why"] = answers
        rows += [("answers", answers or "yes"), ("notes on their way", str(ways))]
    else:
        rows += [("wanted from tills", str(wanted))]
    if why:
        rows += [("may give", f"nothing now: {why}")]
    return Told(facts, table(rows))


def _own(view: View) -> HubAt:
    """The hub, which is this terminal; TroubleError `hub-none`, `hub-other` (hub)."""
    hub = hub_at(view)
    if hub is None:
        raise TroubleError("hub-none")
    if hub.number != view.terminal:
        raise TroubleError("hub-other", hub=hub.number, address=hub.address)
    return hub


def _asked(shop: Shop, hub: HubAt) -> str:
    """Why the hub does not answer; empty if it does."""
    with shop.store.reading() as view:
        key, own = key_of(view, hub.number), view.terminal
    if key is None:
        return "hub-stranger"
    return why_silent(HubWay(*hub.place, key, own, line_of(shop.store).private), shop.clock)
