"""The shops of a merchant, and what is set for the merchant as a whole."""

from __future__ import annotations

import sqlalchemy as sa

from pos.office.schema.columns import Big, key, merchant, need, table

shop = table(
    "shop",
    merchant(),
    key("number"),
    need("name", sa.Text()),
    need("address", sa.Text()),
    need("zone", sa.Text()),  # IANA
    need("currency", sa.Text()),  # ISO 4217
    need("active"),
    need("changed_ms", Big),
)

setting = table(
    "setting",
    merchant(),
    key("name", sa.Text()),
    need("value", sa.Text()),
    need("changed_ms", Big),
)
"""Of a merchant; of merchant 0, what concerns the database itself (`schema`: its version)."""
