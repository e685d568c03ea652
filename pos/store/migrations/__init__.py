"""How the schema came to be: one numbered step a version, run by pos.store.migrating."""

from __future__ import annotations
