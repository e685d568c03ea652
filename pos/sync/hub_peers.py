"""Who else is in this shop: its terminals and their keys, and which of them is the hub.

Told by head office, as words of the topic `terminal`; a till believes nobody else about it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from loyalty.ledger.documents import compact
from pos.store import View, Work
from pos.store.link import HUB, PEER, SHOP

KEY_BYTES = 32
MOST_ADDRESS = 300


@dataclass(frozen=True, slots=True)
class HubAt:
    """The shop's hub: its number, and where it is (HOST:PORT)."""

    number: int
    address: str

    @property
    def place(self) -> tuple[str, int]:
        """Host and port."""
        host, _, port = self.address.rpartition(":")
        return host.strip("[]"), int(port)


def hub_at(view: View) -> HubAt | None:
    """The hub of this terminal's shop; None where there is none."""
    number, _, address = (view.setting(HUB) or "").partition(" ")
    return HubAt(int(number), address) if number.isdecimal() and address else None


def key_of(view: View, number: int) -> bytes | None:
    """The public key of another terminal at work in this shop; None for everybody else."""
    told = json.loads(view.setting(f"{PEER}{number}") or "{}")
    return bytes.fromhex(told["key"]) if told.get("state") == "active" else None


def heard(work: Work, name: str, told: Mapping[str, Any] | None) -> None:
    """Keep head office's word on a terminal, if it is of this shop; raises what a wrong one does
    (KeyError, TypeError, ValueError).
    """
    number = int(name)
    setting, hub = f"{PEER}{number}", hub_at(work)
    if told is None or str(told["shop"]) != work.setting(SHOP):
        if work.setting(setting):
            work.keep_setting(setting, "")
        if hub is not None and hub.number == number:
            work.keep_setting(HUB, "")
        return
    key, address = bytes.fromhex(told["key"]), told["hub"]
    if len(key) != KEY_BYTES or not isinstance(address, str) or len(address) > MOST_ADDRESS:
        raise ValueError("no terminal")
    if address:
        HubAt(number, address).place  # noqa: B018 - ValueError for what is no address
        work.keep_setting(HUB, f"{number} {address}")
    elif hub is not None and hub.number == number:
        work.keep_setting(HUB, "")
    work.keep_setting(setting, compact({"key": key.hex(), "state": str(told["state"])}))
