"""What people do on the pages that a phone opens without a log-in: receipts presented there, and
what they said when they were asked. Nothing here says who anybody is but a member's number.
"""

from __future__ import annotations

import sqlalchemy as sa

from pos.office.schema.columns import Big, ident, merchant, need, table

guest_claim = table(
    "guest_claim",
    merchant(),
    ident("source", leads=True),  # the receipt's own: each is presented once
    need("state", sa.Text()),  # waiting (for its sale), booked, refused
    need("token", sa.Text()),  # what the slip says, signed
    need("terminal"),  # that printed it
    ident("member"),
    need("card", sa.Text()),  # the one made here; empty where they had one
    ident("visit"),  # hash of the browser's visit, which may look at it again
    need("points", Big),
    need("why", sa.Text()),  # code of a refusal
    need("asked_ms", Big),
    need("done_ms", Big),
)
sa.Index("guest_claim_waiting", guest_claim.c.merchant, guest_claim.c.state, guest_claim.c.terminal)
sa.Index("guest_claim_member", guest_claim.c.merchant, guest_claim.c.member)

contact_check = table(  # numbers and addresses typed on a page: whoever typed one proved nothing
    "contact_check",
    merchant(),
    ident("member", leads=True),  # made on the page
    need("state", sa.Text()),  # unverified, confirmed; alike, apart
    ident("hash", needed=False),  # of what was typed: a word that says another one is not doubted
    ident("other", needed=False),  # alike: who has the number or address already
    need("asked_ms", Big),
    need("done_ms", Big),
)
sa.Index("contact_check_state", contact_check.c.merchant, contact_check.c.state)

survey_answer = table(
    "survey_answer",
    merchant(),
    ident("id", leads=True),
    need("question", sa.Text()),
    need("score"),
    need("day"),
    need("at_ms", Big),
    ident("member", needed=False),
    need("comment", sa.Text()),
    need("asked_by", sa.Text()),  # link, slip
)
sa.Index("survey_answer_day", survey_answer.c.merchant, survey_answer.c.day)
sa.Index("survey_answer_member", survey_answer.c.merchant, survey_answer.c.member)
