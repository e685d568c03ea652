"""How often the public pages may be asked: by one address, about one slip or link, by everybody.

Looking is cheap and signed addresses cannot be guessed; what is slowed down is typing other
people's numbers into a form, and filling head office with accounts nobody wants.
"""

from __future__ import annotations

from pos.office.web.rates import Buckets, network
from pos.office.web.refusals import Refused

LOOKS, LOOKS_AT_ONCE = 120, 60
ACTS, ACTS_AT_ONCE = 20, 30  # of one address: a shop full of phones may have one
JOINS = 40  # new members of one address in an hour: as many as a busy counter enrols
TRIES, TRIES_AT_ONCE = 1, 6
ALL, ALL_AT_ONCE = 600, 300
_EVERYBODY = "everybody"


class GuestRates:
    """The buckets of one service. Rates are a minute; Refused `too-many` (seconds) beyond them."""

    def __init__(self) -> None:
        self._looks = Buckets(LOOKS, LOOKS_AT_ONCE)
        self._acts = Buckets(ACTS, ACTS_AT_ONCE)
        self._joins = Buckets(JOINS, JOINS, each_s=3_600)
        self._tries = Buckets(TRIES, TRIES_AT_ONCE)
        self._all = Buckets(ALL, ALL_AT_ONCE)

    def look(self, address: str) -> None:
        """A page is opened."""
        _within(self._looks, network(address))

    def act(self, address: str, about: str) -> None:
        """A form is sent about a slip or a link."""
        _within(self._tries, about)
        _within(self._acts, network(address))
        _within(self._all, _EVERYBODY)

    def join(self, address: str) -> None:
        """Somebody becomes a member."""
        _within(self._joins, network(address))


def _within(buckets: Buckets, key: str) -> None:
    if seconds := buckets.wait_s(key):
        raise Refused(429, "too-many", seconds=seconds)
