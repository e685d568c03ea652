"""Tables of a terminal that has a head office: what it proved, what is to be told, what is
elsewhere. All of it can be asked for again; the ledger itself is what is uploaded.
"""

from __future__ import annotations

import sqlalchemy as sa

from pos.store.columns import Big, key, may, need, place, table

office_receipt = table(  # the newest proof of what head office has, for each epoch
    "office_receipt",
    key("merchant"),
    key("terminal"),
    key("epoch"),
    need("seq"),
    need("hash", sa.LargeBinary()),
    need("at_ms", Big),
    need("own_epoch"),
    need("own_seq"),
    need("signature", sa.LargeBinary()),
)

branch = table(  # entries that head office knows under another epoch (`rights.lineage`)
    "branch",
    key("merchant"),
    key("terminal"),
    key("epoch"),
    key("known_as"),
    need("common"),
)

word = table(  # the newest word on something that may change; `n` > 0: to be told head office
    "word",
    key("merchant"),
    key("topic", sa.Text()),
    key("name", sa.Text()),
    need("stamp", Big),
    need("terminal"),
    need("n"),
)
sa.Index("word_untold", word.c.merchant, word.c.n, sqlite_where=word.c.n > 0)

elsewhere = table(  # a member's points outside this terminal, as of what head office knew
    "elsewhere",
    key("merchant"),
    key("member", sa.LargeBinary()),
    need("points", Big),
    need("pending", Big),
    need("as_of_ms", Big),
)

elsewhere_day = table(  # `member_day` of the other terminals
    "elsewhere_day",
    key("merchant"),
    key("member", sa.LargeBinary()),
    key("day"),
    *(need(name, Big) for name in ("visits", "spend_minor", "earned", "qualifying", "acts")),
)

elsewhere_tally = table(  # `tally` of the other terminals
    "elsewhere_tally",
    key("merchant"),
    key("owner", sa.LargeBinary()),
    key("name", sa.Text()),
    key("day"),
    need("amount", Big),
)

set_aside = table(  # entries head office could not take as they are: a person must look
    "set_aside",
    *place(),
    need("why", sa.Text()),
    need("at_ms", Big),
    may("answered_ms", Big),
)
sa.Index(
    "set_aside_open",
    set_aside.c.merchant,
    set_aside.c.at_ms,
    sqlite_where=set_aside.c.answered_ms.is_(None),
)

brought = table(  # entries of other terminals, so that their sales can be returned here
    "brought",
    *place(),
    need("line", sa.LargeBinary()),
    need("of_terminal"),
    need("of_epoch"),
    need("of_seq"),
    need("at_ms", Big),
)
sa.Index(
    "brought_of",
    *(brought.c[name] for name in ("merchant", "of_terminal", "of_epoch", "of_seq")),
)
