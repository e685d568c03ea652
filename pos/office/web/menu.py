"""The navigation: the pages that a person may see, in the order in which they were given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pos.office.people.accounts import Person
from pos.office.web.asking import Page


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of the navigation; `key` names its sentence."""

    path: str
    key: str
    here: bool


def menu_for(person: Person | None, pages: Sequence[Page], path: str) -> tuple[Entry, ...]:
    """What stands in the navigation of a page at `path`; nothing before somebody logged in, or
    while their password has to be changed.
    """
    if person is None or person.once:
        return ()
    return tuple(
        Entry(page.path, page.menu, _inside(path, page.path))
        for page in pages
        if page.menu and (page.right is None or person.may(page.right))
    )


def _inside(path: str, entry: str) -> bool:
    return path == entry or (entry != "/" and path.startswith(f"{entry}/"))
