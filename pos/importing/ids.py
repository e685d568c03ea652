"""Ids made of what a row itself says, so that the same row, brought again, is the same act."""

from __future__ import annotations

from uuid import UUID, uuid5

_OURS = UUID("6f1d6d7e-6b1c-5a52-9c39-5f2f1b7a3c10")
"""The namespace (RFC 9562, 5.5) of everything that came from a file. Never to be changed."""


def derived(kind: str, system: str, *key: str) -> UUID:
    """The id of a row of a `kind` of file from a `system`, by the row's own key.

    Lengths stand before the parts, or (`a`, `bc`) and (`ab`, `c`) would be one.
    """
    return uuid5(_OURS, "".join(f"{len(part)}:{part}" for part in (kind, system, *key)))
