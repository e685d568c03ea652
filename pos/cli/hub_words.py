"""What is said of a shop's hub, on the command line."""

from __future__ import annotations

SAID_OF_HUB = {
    "hub-address": "“{address}” is no address of a till. Give HOST:PORT, such as 192.168.1.20:8470",
    "hub-address-taken": (
        "Port {port} of {host} is taken here, or the address is not this machine's. Perhaps the "
        "window serves already."
    ),
    "hub-none": (
        "This shop has no hub. At head office: regulars office terminal hub NUMBER --address "
        "HOST:PORT"
    ),
    "hub-not-here": "This till is the shop's hub no more. What it asks reaches the new one soon.",
    "hub-other": "The hub of this shop is terminal {hub} ({address}), not this one.",
    "hub-stranger": (
        "The hub knows this till not, or not yet: both must have heard head office since it was "
        "enrolled."
    ),
}
