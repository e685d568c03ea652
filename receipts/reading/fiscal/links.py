"""Links and parameter lists on receipts, read as hostile text: nothing here is ever opened.

Stricter than a browser on purpose. A link that two readers would take for two things (a parameter
given twice, a user name before the host, half an escape) is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

_MOST_PARAMETERS = 40
_LINK = re.compile(
    r"(?P<scheme>https?)://(?P<host>[a-z0-9.-]{1,253})(?::(?P<port>\d{1,5}))?"
    r"(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?(?:#(?P<fragment>.*))?",
    re.ASCII | re.IGNORECASE | re.DOTALL,
)
_PORTS = {"http": "80", "https": "443"}
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\]")  # a blank may be a plus that a scanner resolved
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Link:
    """A web address taken apart. `host`: lower case. `path`, `query` and `fragment` as they are
    written, escapes included: `parameters` reads the latter two.
    """

    host: str
    path: str
    query: str
    fragment: str


def link(text: str) -> Link | None:
    """The link that a text is as a whole (blanks around it apart), or None. Never raises."""
    found = _LINK.fullmatch(text.strip())
    if found is None or _UNSAFE.search(found.group()):
        return None
    if found["port"] not in (None, _PORTS[found["scheme"].lower()]):
        return None
    host = found["host"].lower()
    return Link(host, found["path"] or "/", found["query"] or "", found["fragment"] or "")


def is_at(text: str, hosts: frozenset[str], path: str) -> bool:
    """Whether a text is a link to one of `hosts` (lower case) whose path begins with `path`,
    whatever its case. Never raises.
    """
    found = link(text)
    return found is not None and found.host in hosts and found.path.lower().startswith(path.lower())


def parameters(query: str) -> Mapping[str, str]:
    """Names and values of `a=1&b=2`, unescaped; names keep their case, order does not matter.

    A plus stays a plus (base64 is full of them). ValueError: one name twice, no `=`, an escape that
    is none or no UTF-8, more than 40 parameters.
    """
    found: dict[str, str] = {}
    for part in query.split("&", _MOST_PARAMETERS + 1):
        name, separator, value = part.partition("=")
        if not separator:
            if part:
                raise ValueError("no value")
            continue  # a trailing or doubled & says nothing
        name = unescaped(name)
        if name in found or len(found) == _MOST_PARAMETERS:
            raise ValueError("parameters")
        found[name] = unescaped(value)
    return found


def unescaped(text: str) -> str:
    """Percent escapes resolved, once. ValueError: half an escape, no UTF-8, a control character."""
    if _ESCAPE.search(text):
        raise ValueError("half an escape")
    plain = unquote(text, errors="strict")
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in plain):
        raise ValueError("control character")
    return plain
