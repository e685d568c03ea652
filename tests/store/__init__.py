"""Tests of the ledger file: real SQLite files, no twins."""

from __future__ import annotations
