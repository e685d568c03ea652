"""What is said of members, staff and what is done for them by hand, in English."""

from __future__ import annotations

SAID_OF_PEOPLE = {
    "activity-again": "{activity} was rewarded before; it counts once.",
    "activity-approved": (
        "This request was approved already. Take points back with: regulars adjust"
    ),
    "activity-by-profile": (
        "{activity} comes by itself when the profile is filled in: regulars member edit"
    ),
    "activity-declined": (
        "This request was declined already. Record the activity again if that was wrong."
    ),
    "activity-limit": "{activity}: the member has had all that counts (per {per}).",
    "activity-no-request": "There is no such request. See: regulars activity waiting",
    "activity-too-soon": "{activity} counts again from {until}.",
    "activity-unknown": "The program has no activity “{activity}”. See: regulars program export",
    "activity-waiting": "{activity} of this member waits already. See: regulars activity waiting",
    "adjust-most": "So many points at once is a typing error. At most: {most}.",
    "adjust-nothing": "An adjustment of 0 points changes nothing. Give a number of points.",
    "adjust-why": "Say why the points are given or taken; it stands in the books.",
    "answer-too-soon": "This member has answered in the last {days} days. It counts once.",
    "approval-needed": "This takes a second person ({right}). Call a supervisor, or use --approve.",
    "approval-none": "Nobody approved. Scan a badge, or type an operator's PIN.",
    "approval-same": "Who asks cannot approve. A second person must.",
    "badge-exists": "This badge belongs to somebody already. Take another.",
    "badge-unknown": "This badge belongs to nobody here. Name the operator: --operator ID",
    "birthday-future": "This birthday is still to come. Check its year.",
    "birthday-unreadable": (
        "This is no day of birth. Write it as 1990-05-03, or --05-03 without the year."
    ),
    "card-blank": (
        "The card {card} belongs to nobody yet. Enrol it: regulars member add --card {card}"
    ),
    "card-blocked": "The card of {member} is blocked. Give a new card, or ask a supervisor.",
    "card-exists": "The card {card} belongs to a member already. Take another blank card.",
    "card-none": "{member} has no card that works. Give one first: regulars member card",
    "card-not-ours": "“{card}” is no member card. Take a blank card of ours.",
    "card-number-range": (
        "The number {number} does not fit on a card. Use the next number of the series."
    ),
    "card-replaced": "This card of {member} was replaced and is dead. Take their new card.",
    "card-same": "The old and the new card are the same. Scan the new one.",
    "card-taken": "This card belongs to a member already. Take another blank card.",
    "card-unknown": "The card {card} is not known here. Scan another, or enrol it.",
    "cards-exhausted": (
        "Terminal {terminal} has no numbers left for blank cards. Print them at another terminal."
    ),
    "consent-unreadable": "“{typed}” names no consent. Write a word such as email or profiling.",
    "email-unreadable": "“{typed}” is no e-mail address. Type it again.",
    "enrol-nothing": "Give a blank card (--card), a phone number (--phone), or both.",
    "erase-unsure": "Erasing cannot be undone. If it is meant: regulars member erase {who} --yes",
    "factor-form": "The last four digits of the phone number are wanted, or day and month.",
    "factor-none": "Neither a phone number nor a birthday of this member is known.",
    "factor-wait": "Wrong three times. This card can be used here again in {minutes} minutes.",
    "factor-wrong": "These digits do not fit this card. Tries left: {left}.",
    "household-full": "A household has at most {most} members. Let somebody leave it first.",
    "household-member": (
        "{member} belongs to a household already. They leave it first: regulars member household "
        "leave WHO"
    ),
    "household-none": (
        "This member shares their account with nobody. Found a household: regulars member "
        "household found WHO"
    ),
    "household-others-in": (
        "Others collect on the account of {member}. They leave it first: regulars member "
        "household leave WHO"
    ),
    "household-self": "This account is their own. Name whose household they shall join.",
    "kiosk-not-here": "A kiosk takes cards and receipts. Use this one at the counter.",
    "kiosk-too-many": (
        "Too many people enrolled at this kiosk within the hour. Enrol them at the counter."
    ),
    "kiosk-slip": "This number proves nothing. Scan the square code on the slip.",
    "member-blocked": "{member} cannot collect or redeem at present ({why}). Ask a supervisor.",
    "member-exists": "This member is enrolled already. Look them up by phone or name.",
    "member-in-use": (
        "This member has bought since. Return the sale instead of undoing the enrolment."
    ),
    "member-unknown": "No member has this id. Find them: regulars member find TEXT",
    "merge-household": (
        "{member} belongs to a household. They leave it first: regulars member household leave WHO"
    ),
    "merge-self": "These are the same member. Name two of them.",
    "move-same": "These two are one member already.",
    "name-too-long": "A name may have {longest} letters. Shorten it.",
    "network-unreadable": "“{typed}” names no network. Write a word such as instagram.",
    "opening-negative": "An opening balance cannot be below zero.",
    "opening-nothing": "There is neither a point nor a stamp to bring.",
    "operator-exists": "{operator} is there already. Choose another name.",
    "operator-unknown": "Nobody called “{operator}” signs in here. Name another with --operator.",
    "paper-serial": "Type the paper card's serial number (letters and digits, at most 40).",
    "paper-void": "Paper card {serial} was moved in before. Keep it, and give no stamps for it.",
    "phone-taken": "This number belongs to {member} already. Use their card, or another number.",
    "phone-unreadable": "“{typed}” is no phone number. Type its digits again.",
    "pin-format": "A PIN has 4 to 8 digits. Choose another.",
    "pin-none": "{operator} has no PIN yet. Sign in with the badge, or ask a manager for a PIN.",
    "pin-wait": "Too many wrong PINs. Wait {seconds} seconds, or sign in with a badge.",
    "pin-wrong": "Wrong PIN. Try again, or sign in with the badge. Tries left: {left}.",
    "referral-again": "This member was brought by somebody else already. A friend counts once.",
    "referral-blocked": "Who brought this member cannot collect at present.",
    "referral-exists": "This member was brought by somebody already. A friend counts once.",
    "referral-none": "The program rewards nobody for bringing friends.",
    "referral-not-new": (
        "This member has bought before. A friend is referred before the first purchase."
    ),
    "referral-own": (
        "Nobody can bring themselves. Ask for the code of whoever recommended the shop."
    ),
    "referral-shared": "Both have the same {what}; that is no new friend.",
    "referral-unknown": (
        "Nobody has the code “{text}”. Scan the referrer's card, or type their code again."
    ),
    "right-missing": "{name} may not do this either ({right}). Call a manager.",
    "social-unreadable": "“{text}” is no account elsewhere. Write it as instagram=anna.s",
    "stamps-range": "A paper card brings from 1 to {most} stamps at once.",
    "text-too-long": "This text ({field}) may have {longest} signs. Shorten it.",
    "text-unreadable": "A text holds signs that cannot be kept. Type it again in plain letters.",
    "too-many-items": "At most {most} are kept here ({field}). Take one away first.",
    "who-no-card": "“{text}” is a badge or a slip, not a member's card. Scan the member's card.",
    "who-several": (
        "Several members fit “{text}”. Type more of it, or choose one: regulars member find TEXT"
    ),
    "who-unknown": (
        "No member was found for “{text}”. Enrol them: regulars member add --phone NUMBER"
    ),
}
