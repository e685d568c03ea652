"""What is said of staff, their rights, the log of what they did and training, in English."""

from __future__ import annotations

SAID_OF_STAFF = {
    "badge-not-ours": "“{text}” is no operator's badge. Scan one that was printed as a badge.",
    "badge-only": "The badge is their only way in. Give a PIN first: regulars staff pin",
    "limit-owner": "The owner always decides over staff and limits; else nobody could undo it.",
    "limit-wrong": (
        "This is no limit for {right}. It takes all or none; where it has an amount, 0 to {most}."
    ),
    "log-what": "Nothing in the log is called “{what}”. Known are: {known}.",
    "log-over": "There is no such place in the log. Begin again without --after.",
    "mark-unknown": "A member is marked as one of: {known}; “{kind}” is none of them.",
    "owner-last": "{name} is the only owner. Make somebody else an owner first.",
    "right-unknown": "There is no right “{right}”. Known are: {known}.",
    "role-unknown": "There is no role “{role}”. Known are: {known}.",
    "staff-above": "This concerns a {role}: somebody of that role or above has to do it.",
    "staff-id-unreadable": (
        "“{text}” is no short name. Use small letters, digits, dots and dashes, such as min-ji."
    ),
    "staff-name-missing": "Give the name that stands at the sign-in.",
}
