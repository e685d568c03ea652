"""The management API: typed calls for programs, with a bearer token from `POST /api/v1/session`.

To add a call: a `Call` in a small file beside these, and its `CALLS` in the list below.
"""

from __future__ import annotations

from pos.office.web.api import (
    audit,
    health,
    inbox,
    members,
    people,
    programs,
    reports,
    session,
    shops,
    terminals,
)

CALLS = (
    *health.CALLS,
    *session.CALLS,
    *people.CALLS,
    *shops.CALLS,
    *reports.CALLS,
    *members.CALLS,
    *programs.CALLS,
    *terminals.CALLS,
    *inbox.CALLS,
    *audit.CALLS,
)
"""Every call but the description of them all."""
