"""One step a version, each with its SQL beside it: what was shipped is never edited."""

from __future__ import annotations
