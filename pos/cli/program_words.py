"""Why a program file is refused, or looks odd, as English sentences behind its place and line."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from receipts.writing.plain import plain

MOST = 60


def why_words(facts: Mapping[str, object]) -> str:
    """The sentence of a finding's `why`; a why without one is named as it is."""
    why = str(facts.get("why", ""))
    words = WHYS.get(why)
    if words is None:
        return plain(why, MOST)
    wanted = [name for _, name, _, _ in Formatter().parse(words) if name]
    said = words.format(**{name: plain(str(facts.get(name, "?")), MOST) for name in wanted})
    if "meant" in facts:
        said += f"; perhaps “{plain(str(facts['meant']), MOST)}” is meant"
    return said


WHYS = {
    "automatic-first": "an automatic reward takes the points at {points}, before this one",
    "before-start": "this ends before it starts",
    "changes-when-written": "this would not be the same when it is read again",
    "empty": "nothing stands here, and something must",
    "empty-hours": "these hours end when or before they begin; hours over midnight are two slots",
    "format": "this must be regulars-program",
    "gives-nothing": "this gives nothing",
    "limits-nothing": "a limit needs points or times",
    "longer-than-they-last": "points are pending for longer than they last",
    "matches-nobody": "this can never hold beside the other conditions, so nobody is meant",
    "missing": "this must be said",
    "never-applies": "points can never pay under this; write null to switch paying with points off",
    "no-effect": "this changes nothing beside the other rules",
    "not-a-currency": "this is no currency of ISO 4217, such as EUR",
    "not-a-date": "this is no day; write it as 2026-01-31",
    "not-a-factor": 'this is no factor; write 2, or "1.5" in quotes, with at most three decimals',
    "not-a-list": "a list in [ ] is wanted",
    "not-a-member": "{member} is no member's id; ids stand in: regulars member show WHO",
    "not-a-table": "a table in {{ }} is wanted",
    "not-an-id": "an id has small letters a-z, digits and single words joined by -",
    "not-ascending": "each tier needs a higher threshold than the one before",
    "not-one-of": "this is none of the words that may stand here",
    "not-read": "this kind of rule does not look at this",
    "not-text": "a text in quotes is wanted, without line breaks and invisible signs",
    "not-whole": "a whole number is wanted, without quotes",
    "not-yes-or-no": "true or false is wanted",
    "out-of-reach": "nobody can ever hold more than {most} points under the caps",
    "over-already": "this ends before the program starts",
    "overflow": "the largest sale under these rates and factors gives more points than can be kept",
    "repeated": "this stands here a second time",
    "too-deep": "conditions stand too deep within conditions",
    "too-large": "at most {most}",
    "too-long": "at most {most} signs",
    "too-many": "at most {most} of them",
    "too-small": "at least {least}",
    "unknown": "this key is not known",
    "unknown-tier": "there is no tier “{tier}”",
    "unreadable": "this is no JSON; look for a comma, quote or bracket at or before this line",
    "version": "this program reads version 2",
}

SAID_OF_PROGRAMS = {
    "draft-no-such-place": (
        "There is no “{where}” in this draft. Its places: regulars draft show --all"
    ),
    "draft-unknown": "This draft is not there any more. Those there are: regulars draft list",
    "draft-value": "{where}: {why}.",
    "drafts-too-many": (
        "There are {most} drafts already. Discard one: regulars draft discard --draft ID"
    ),
    "file-too-large": "{file} is far too large for a program or a basket. Is it the right file?",
    "example-unknown": "There is no example “{name}”. There are: {known}",
    "line-comma-unreadable": (
        '“{text}” is no line. Write it as TEXT,AMOUNT, such as "Flat white,7.60,2,category=coffee".'
    ),
    "program-currency": (
        "This program counts in {theirs}, the shop in {ours}. Change its currency and its amounts."
    ),
    "program-from-office": (
        "This terminal has its program from head office. Write the draft to a file and publish it "
        "there: regulars draft show --out FILE"
    ),
    "program-starts-too-early": (
        "Sales were booked on {day}, and this program would start on {starts_on}. Let it start "
        "later: --starts-on DATE"
    ),
    "program-unknown": "The shop has no program {number}. Its versions: regulars program list",
}
