"""Head office's ledger: every terminal's facts, who holds what, and what is on its way.

The same columns as in a terminal's books, of all terminals and of head office itself, which is
terminal 0. A source is not unique here: copied books do the same act twice, and both are facts.
Facts are kept by month (`partitions`): their keys hold the business day, which an entry has once.
"""

from __future__ import annotations

import sqlalchemy as sa

from pos.office.schema.columns import Big, ident, key, may, merchant, need, table

PLACE = ("terminal", "epoch", "seq")


def place() -> list[sa.Column[int]]:
    """Where an entry stands."""
    return [merchant(), *(key(name, Big if name == "seq" else None) for name in PLACE)]


# --- facts --------------------------------------------------------------------------------------

BY_MONTH = "RANGE (bizdate)"

entry = table(
    "entry",
    *place(),
    key("bizdate"),
    ident("source"),
    need("kind", sa.Text()),
    need("at_ms", Big),
    ident("member", needed=False),
    need("program", Big),
    need("body", sa.Text()),
    ident("hash"),
    need("arrived_ms", Big),
    rows=True,
    postgresql_partition_by=BY_MONTH,
)
sa.Index("entry_source", entry.c.merchant, entry.c.source)
sa.Index("entry_member", entry.c.merchant, entry.c.member, entry.c.at_ms)
sa.Index("entry_day", entry.c.merchant, entry.c.bizdate, entry.c.kind)

posting = table(
    "posting",
    *place(),
    key("bizdate"),
    key("n"),
    need("account"),  # `pos.store.tables.ACCOUNT_CODES`
    need("points", Big),
    may("lot_terminal"),
    may("lot_epoch"),
    may("lot_seq", Big),
    may("lot_earned_ms", Big),
    may("lot_ends"),
    may("lot_vests"),
    postgresql_partition_by=BY_MONTH,
)

sale = table(
    "sale",
    *place(),
    key("bizdate"),
    ident("member", needed=False),
    need("total_minor", Big),
    need("paid_minor", Big),
    need("earned", Big),
    need("redeemed", Big),
    need("currency", sa.Text()),
    need("at_ms", Big),
    need("operator", sa.Text()),
    postgresql_partition_by=BY_MONTH,
)
sa.Index("sale_day", sale.c.merchant, sale.c.bizdate)
sa.Index("sale_member", sale.c.merchant, sale.c.member, sale.c.bizdate)

sale_line = table(
    "sale_line",
    *place(),
    key("bizdate"),
    key("n"),
    need("sku", sa.Text()),
    need("category", sa.Text()),
    need("brand", sa.Text()),
    need("units"),
    need("amount_minor", Big),
    need("earned", Big),
    need("paid_points", Big),
    need("paid_minor", Big),
    postgresql_partition_by=BY_MONTH,
)

reversal = table(  # entries that take back another one: a return of a sale, an undone return
    "reversal",
    *place(),
    need("of_terminal"),
    need("of_epoch"),
    need("of_seq", Big),
)
sa.Index(
    "reversal_of",
    *(reversal.c[name] for name in ("merchant", "of_terminal", "of_epoch", "of_seq")),
)

FACTS = (entry, posting, sale, sale_line)

# --- folds: only over rows that were really inserted --------------------------------------------

held = table(  # what each holder has by head office's count; holder 0 is the pool
    "held",
    merchant(),
    ident("member", leads=True),
    key("holder"),
    key("side"),  # `pos.store.tables.SIDES`
    key("lot_terminal"),
    key("lot_epoch"),
    key("lot_seq", Big),
    need("earned_ms", Big),
    need("ends"),
    need("vests"),
    need("points", Big),
)
sa.Index("held_holder", held.c.merchant, held.c.holder)
sa.Index("held_pool", held.c.merchant, held.c.holder, held.c.ends)

counted = table(  # counts by terminal: stamps and the use of vouchers move, the others add up
    "counted",
    merchant(),
    ident("owner", leads=True),  # the member, or 16 zero bytes: the shop's own
    key("name", sa.Text()),
    key("holder"),
    key("day"),
    need("amount", Big),
)
sa.Index("counted_holder", counted.c.merchant, counted.c.holder, counted.c.name)

member_day = table(
    "member_day",
    merchant(),
    ident("member", leads=True),
    key("day"),
    key("terminal"),
    *(need(name, Big) for name in ("visits", "spend_minor", "earned", "qualifying", "acts")),
)

# --- terminals ----------------------------------------------------------------------------------

terminal = table(
    "terminal",
    merchant(),
    key("number"),
    need("shop"),
    need("name", sa.Text()),
    need("public", sa.LargeBinary()),
    need("state", sa.Text()),  # active, suspended, retired
    need("app", sa.Text()),
    need("machine", sa.Text()),
    need("machine_ms", Big),  # since when it is this machine
    need("enrolled_ms", Big),
    need("contact_ms", Big),
    need("lease_ms", Big),
    need("told_rev", Big),  # of the feed: how far it was ever told
    need("newest_epoch"),
    need("cleared_epoch"),
    need("clock_off_ms", Big),
    need("unsent", Big),
    need("health", sa.Text()),
)

enrol_code = table(
    "enrol_code",
    merchant(),
    ident("hash", leads=True),
    need("shop"),
    need("name", sa.Text()),
    need("expires_ms", Big),
    need("used_ms", Big),
    need("person", sa.Text()),
    need("terminal"),  # the one that is enrolled anew; 0: a new one
)

terminal_epoch = table(
    "terminal_epoch",
    merchant(),
    key("terminal"),
    key("epoch"),
    need("of_epoch"),  # a branch of it, behind of_seq; 0: none
    need("of_seq", Big),
    need("next", Big),
    ident("hash", needed=False),
    ident("asked", needed=False),
    need("branches", sa.Text()),  # JSON: the terminal's names, see `rights.lineage`
    need("began_ms", Big),
)

terminal_session = table(
    "terminal_session",
    merchant(),
    key("terminal"),
    ident("nonce"),
    need("ctr", Big),
    need("at_ms", Big),
)

receipt = table(
    "receipt",
    *place(),
    ident("hash"),
    need("at_ms", Big),
    need("own_epoch"),
    need("own_seq", Big),
    need("signature", sa.LargeBinary()),
)

set_aside = table(
    "set_aside",
    *place(),
    need("why", sa.Text()),
    need("facts", sa.Text()),
    need("at_ms", Big),
    need("state", sa.Text()),  # open, answered
    need("answer", sa.Text()),
    need("person", sa.Text()),
    need("answered_ms", Big),
)
sa.Index("set_aside_state", set_aside.c.merchant, set_aside.c.state, set_aside.c.at_ms)

# --- what is on its way -------------------------------------------------------------------------

note = table(
    "note",
    merchant(),
    ident("id", leads=True),
    need("giver"),
    need("giver_epoch"),
    need("giver_seq", Big),
    need("taker"),
    ident("member", needed=False),
    need("points", Big),
    need("pending", Big),
    need("state"),  # `notes`
    need("line", sa.Text()),
    need("at_ms", Big),
)
sa.Index("note_taker", note.c.merchant, note.c.taker, note.c.state)
sa.Index("note_giver", note.c.merchant, note.c.giver, note.c.state)
sa.Index("note_member", note.c.merchant, note.c.member, note.c.state)

recall = table(
    "recall",
    merchant(),
    key("holder"),
    ident("member", leads=True),  # 16 zero bytes: a voucher's use
    key("code", sa.Text()),
    need("at_ms", Big),
)

home = table(  # where a member's points are kept ready
    "home",
    merchant(),
    ident("member", leads=True),
    need("terminal"),
    need("since_day"),
)
sa.Index("home_terminal", home.c.merchant, home.c.terminal)

# --- what may change ----------------------------------------------------------------------------

word = table(  # the newest document on each thing
    "word",
    merchant(),
    key("topic", sa.Text()),
    key("name", sa.Text()),
    need("stamp", Big),
    need("terminal"),
    need("body", sa.Text()),
)

feed = table(  # what changed last, in the order terminals are told
    "feed",
    merchant(),
    key("topic", sa.Text()),
    key("name", sa.Text()),
    need("rev", Big),
    need("origin"),  # the terminal that knows already; 0: none
)
sa.Index("feed_rev", feed.c.merchant, feed.c.rev)

counter = table("counter", merchant(), key("name", sa.Text()), need("value", Big))
