"""What people manage at head office: program versions in the making, an index to find members by,
and answers already given to programs that ask the same again.
"""

from __future__ import annotations

import sqlalchemy as sa

from pos.office.schema.columns import Big, ident, key, merchant, need, table

draft = table(
    "program_draft",
    merchant(),
    ident("id", leads=True),
    need("text", sa.Text()),
    need("state", sa.Text()),  # draft, waiting (for a second person), scheduled, dropped
    need("number", Big),  # once it is scheduled; 0 before
    need("made_by", sa.Text()),
    need("asked_by", sa.Text()),  # who wants it scheduled
    need("asked", sa.Text()),  # JSON: from which day, at which terminals
    need("changed_ms", Big),
)
sa.Index("program_draft_state", draft.c.merchant, draft.c.state, draft.c.changed_ms)

member_index = table(  # kept with the words it is made of, and forgotten with them
    "member_index",
    merchant(),
    key("kind", sa.Text()),  # name, phone, email, card
    key("value", sa.Text()),  # folded; of a phone, its digits from the last to the first
    ident("member", leads=True),
)
sa.Index("member_index_member", member_index.c.merchant, member_index.c.member)

repeat = table(
    "repeat",
    merchant(),
    ident("hash", leads=True),  # of who asks, what for, and their key
    ident("asked"),  # hash of the body
    need("at_ms", Big),
    need("status"),  # 0: under way
    need("answer", sa.LargeBinary()),  # enciphered with the key itself, which is not kept
)
sa.Index("repeat_age", repeat.c.merchant, repeat.c.at_ms)
