"""Tables of what receipts are judged and read by, of terminals' keys, and of customers' answers."""

from __future__ import annotations

import sqlalchemy as sa

from pos.store.columns import Big, ident, key, may, need, table

claim_key = table(
    "claim_key",
    key("merchant"),
    key("id"),
    need("terminal"),
    need("public", sa.LargeBinary()),
    need("valid_from_ms", Big),
    may("valid_to_ms", Big),
)

receipt_issuer = table(
    "receipt_issuer",
    key("merchant"),
    key("scheme", sa.Text()),
    key("issuer", sa.Text()),
    need("name", sa.Text()),
    need("active"),
    need("operator", sa.Text()),
    need("at_ms", Big),
)

receipt_device = table(
    "receipt_device",
    key("merchant"),
    key("scheme", sa.Text()),
    key("device", sa.Text()),
    need("issuer", sa.Text()),
    need("public", sa.LargeBinary()),
    need("active"),
    need("operator", sa.Text()),
    need("at_ms", Big),
)

template = table(
    "template",
    key("merchant"),
    key("kind", sa.Text()),
    key("name", sa.Text()),
    need("body", sa.Text()),  # JSON
)

answer = table(  # what customers said when they were asked; never changed, only erased
    "answer",
    key("merchant"),
    key("id", sa.LargeBinary()),
    need("question", sa.Text()),
    need("score"),
    need("comment", sa.Text()),
    ident("member"),
    need("terminal"),
    need("day"),
    need("at_ms", Big),
)
sa.Index("answer_member", answer.c.merchant, answer.c.member, answer.c.question)
sa.Index("answer_day", answer.c.merchant, answer.c.day)
