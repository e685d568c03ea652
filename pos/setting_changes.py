"""Which settings of a terminal were changed, and by whom, for the log: names, never values."""

from __future__ import annotations

from dataclasses import fields

from pos.acts import Act
from pos.deeds import What, note
from pos.ids import new_id
from pos.settings import Settings
from pos.shop import Shop


def changed_settings(before: Settings, after: Settings) -> tuple[str, ...]:
    """Names of the settings that differ."""
    names = (field.name for field in fields(Settings))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def note_settings(shop: Shop, operator: str, before: Settings, after: Settings) -> None:
    """Tell the log; nothing for no change. `operator`: empty before anybody is signed in."""
    names = changed_settings(before, after)
    if names:
        with shop.store.writing() as work:
            act = Act(new_id(shop.clock), operator)
            note(
                work,
                act,
                What.SETTINGS,
                f"terminal {work.terminal}",
                facts={
                    "fields": ",".join(names),
                },
            )
