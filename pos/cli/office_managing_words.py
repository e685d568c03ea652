"""What is said of what people manage at head office: terminals, versions, members, months."""

from __future__ import annotations

SAID_OF_MANAGING = {
    "aside-line": "There is nothing to try again: it was understood, and a person should look.",
    "aside-still": "It still cannot be understood: {why}",
    "contact-settled": "There is nothing to settle here any more.",
    "draft-settled": "This draft was published or dropped already.",
    "draft-too-long": "A program's text has at most {most} characters.",
    "draft-unknown": "There is no such draft.",
    "erase-sure": "Tick the box first: it cannot be taken back.",
    "member-gone": "This member was merged or erased.",
    "merge-same": "These are the same member already.",
    "merge-whom": "Exactly one other member is wanted; {found} were found.",
    "month-wrong": "This month cannot be closed: it is not over yet.",
    "period-wrong": "This is no period. Give two days, the earlier one first.",
    "program-day": "A version begins on a day to come, {first} at the earliest.",
    "program-nowhere": "Choose at least one terminal.",
    "program-same-person": "Another person has to approve this.",
    "terminal-hub": "This is the hub of shop {shop}. Name another hub there first.",
}
