"""The pages for people. Every one works without a script; forms are posted and then moved on from.

To add a page: a `Page` in a small file beside these, a template, and its `PAGES` in the list below.
"""

from __future__ import annotations

from pos.office.web.pages import (
    audit,
    dashboard,
    door,
    guests,
    inbox,
    members,
    own,
    people,
    programs,
    reports,
    shops,
    terminals,
)

PAGES = (
    *dashboard.PAGES,
    *reports.PAGES,
    *members.PAGES,
    *programs.PAGES,
    *shops.PAGES,
    *terminals.PAGES,
    *inbox.PAGES,
    *people.PAGES,
    *audit.PAGES,
    *door.PAGES,
    *own.PAGES,
    *guests.PAGES,
)
"""Every page, in the order of the navigation."""
