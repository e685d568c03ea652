"""Tables of the manager's room: what people did that moved no point, complaints and promises,
messages, drafts, reports that were printed, and what a role may do in this shop.
"""

from __future__ import annotations

import sqlalchemy as sa

from pos.store.columns import Big, ident, key, may, need, table

deed = table(  # what left no entry: a profile changed, a list exported, a setting; only appended
    "deed",
    key("merchant"),
    key("terminal"),
    key("n"),
    need("at_ms", Big),
    need("operator", sa.Text()),
    need("approved", sa.Text()),
    need("what", sa.Text()),
    need("about", sa.Text()),
    ident("member"),
    need("facts", sa.Text()),  # JSON; never personal data, which erasure could not find
)
sa.Index("deed_at", deed.c.merchant, deed.c.at_ms)
sa.Index("deed_member", deed.c.merchant, deed.c.member, sqlite_where=deed.c.member.is_not(None))

mark = table(  # whom figures leave out, and whose operator a member is
    "mark",
    key("merchant"),
    key("member", sa.LargeBinary()),
    need("kind", sa.Text()),  # staff, test, wholesale
    need("operator", sa.Text()),
)

grievance = table(  # a case: what went wrong for somebody, and what was promised
    "grievance",
    key("merchant"),
    key("id", sa.LargeBinary()),
    ident("member"),
    need("opened_ms", Big),
    need("opened_by", sa.Text()),
    need("channel", sa.Text()),
    need("cause", sa.Text()),
    need("words", sa.Text()),
    need("promise", sa.Text()),
    may("due_on"),
    need("owner", sa.Text()),
    need("state", sa.Text()),
    need("resolution", sa.Text()),
    may("closed_ms", Big),
    need("goodwill", Big),
)
sa.Index("grievance_open", grievance.c.merchant, grievance.c.state, grievance.c.due_on)
sa.Index("grievance_member", grievance.c.merchant, grievance.c.member)

grievance_word = table(
    "grievance_word",
    key("merchant"),
    key("id", sa.LargeBinary()),
    key("n"),
    need("at_ms", Big),
    need("operator", sa.Text()),
    need("words", sa.Text()),
)

letter = table(  # what a message says, for each occasion and language
    "letter",
    key("merchant"),
    key("occasion", sa.Text()),
    key("language", sa.Text()),
    need("subject", sa.Text()),
    need("body", sa.Text()),
    need("active"),
    need("at_ms", Big),
    need("operator", sa.Text()),
)

message = table(  # one to one member for one occasion; its address is looked up when it is sent
    "message",
    key("merchant"),
    key("id", sa.LargeBinary()),
    ident("member", needed=True),
    need("occasion", sa.Text()),
    need("about", sa.Text()),  # which birthday, which lot: an occasion comes once
    need("made_ms", Big),
    need("state", sa.Text()),  # waiting, sent, refused, given-up, dropped
    need("tries"),
    need("next_ms", Big),
    may("sent_ms", Big),
    need("why", sa.Text()),
)
sa.Index(
    "message_once",
    *(message.c[name] for name in ("merchant", "member", "occasion", "about")),
    unique=True,
)
sa.Index("message_next", message.c.merchant, message.c.state, message.c.next_ms)

draft = table(  # a program in the making
    "draft",
    key("merchant"),
    key("id", sa.LargeBinary()),
    need("name", sa.Text()),
    need("body", sa.Text()),  # a program file, which may still be wrong
    need("at_ms", Big),
    need("operator", sa.Text()),
)

kept_report = table(  # a report as it was made: printed twice it is the same
    "kept_report",
    key("merchant"),
    key("name", sa.Text()),
    key("first"),
    key("last"),
    key("books", sa.Text()),
    need("at_ms", Big),
    need("body", sa.Text()),  # JSON
)

report_plan = table(  # a report that is made by itself
    "report_plan",
    key("merchant"),
    key("id", sa.LargeBinary()),
    need("body", sa.Text()),  # JSON: which, when, as what, where to
    need("next_ms", Big),
    may("last_ms", Big),
    need("why", sa.Text()),
)

role_limit = table(  # where a shop's roles may more or less than ours
    "role_limit",
    key("merchant"),
    key("role", sa.Text()),
    key("right", sa.Text()),
    may("most", Big),  # nothing: without a limit; -1: not at all
)
