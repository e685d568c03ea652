"""What reports read instead of all facts: sums by day, by member, and what came after a close.

Folded in the transaction that stores the facts, from the rows it really stored. Every key names the
terminal, so that two pushes at once never wait for each other's sums.
"""

from __future__ import annotations

import sqlalchemy as sa

from pos.office.schema.columns import Big, ident, key, merchant, need, table

GROUPS = ("issued", "redeemed", "expired", "adjusted", "lost", "moving")
"""Points by what became of them, as the members' accounts see it: issued is more than nothing,
redeemed less. `lost`: written off, settled or advanced; `moving`: between two holders.
"""

day_sum = table(
    "day_sum",
    merchant(),
    key("day"),
    key("terminal"),
    key("kind", sa.Text()),
    *(need(name, Big) for name in ("entries", *GROUPS)),
)

day_money = table(  # sales in money; currencies are never added up
    "day_money",
    merchant(),
    key("day"),
    key("terminal"),
    key("currency", sa.Text()),
    *(need(name, Big) for name in ("sales", "total_minor", "paid_minor", "members")),
)

member_sum = table(
    "member_sum",
    merchant(),
    ident("member", leads=True),
    key("terminal"),
    need("first_day"),
    need("last_day"),
    *(need(name, Big) for name in ("sales", "total_minor", "earned", "redeemed")),
)

month_close = table(
    "month_close",
    merchant(),
    key("month"),  # such as 202611
    need("closed_ms", Big),
    need("person", sa.Text()),
)

close_place = table(  # how far each terminal was known when a month was closed
    "close_place",
    merchant(),
    key("month"),
    key("terminal"),
    need("epoch"),
    need("seq", Big),
    need("contact_ms", Big),
)

late_sum = table(  # what came for a closed month, counted in the first that was open
    "late_sum",
    merchant(),
    key("period"),
    key("month"),
    key("terminal"),
    key("kind", sa.Text()),
    *(need(name, Big) for name in ("entries", *GROUPS)),
)
