"""Who may look into head office: people, their shops and sessions, wrong log-ins, what they did.

Nothing here opens a door by itself if it is stolen: passwords are argon2id hashes, sessions and
tried names are SHA-256 hashes.
"""

from __future__ import annotations

import sqlalchemy as sa

from pos.office.schema.columns import Big, belongs, ident, key, may, merchant, need, table

person = table(
    "person",
    merchant(),
    ident("id", leads=True),
    need("login", sa.Text()),  # folded: what is typed to log in
    need("name", sa.Text()),
    need("role", sa.Text()),
    need("secret", sa.Text()),  # argon2id, with its own salt and cost inside
    need("once"),  # 1: the password was given by somebody else and must be changed first
    need("active"),
    need("changed_ms", Big),
    sa.UniqueConstraint("merchant", "login"),
)

person_shop = table(
    "person_shop",
    merchant(),
    ident("person", leads=True),
    key("shop"),
    belongs("person", ("merchant", "person"), ("merchant", "id")),
)
"""The shops of somebody who does not see all of them."""

web_session = table(
    "web_session",
    merchant(),
    ident("hash", leads=True),  # of the token in the cookie
    ident("person"),
    need("made_ms", Big),
    need("seen_ms", Big),
    belongs("person", ("merchant", "person"), ("merchant", "id")),
    sa.Index("web_session_person", "merchant", "person"),
)

log_in_wait = table(
    "log_in_wait",
    merchant(),
    ident("what", leads=True),  # hash of a name, an address, or both: known or not, all alike
    need("failures"),
    need("failed_ms", Big),
    sa.Index("log_in_wait_age", "merchant", "failed_ms"),
)

audit = table(
    "audit",
    merchant(),
    key("at_ms", Big),
    ident("id", leads=True),  # UUIDv7
    ident("who", needed=False),  # nobody: the command line, or head office itself
    need("act", sa.Text()),
    need("about", sa.Text()),  # kind:id, never a name
    need("origin", sa.Text()),  # an address, or `command-line`
    may("old", sa.Text()),  # JSON, without what is personal
    may("new", sa.Text()),
)
"""Append only: no code of ours updates or deletes a row of it."""
