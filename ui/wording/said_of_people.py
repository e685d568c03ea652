"""What is said when the rules about people say no: profile, cards, households, approvals, points by
hand, activities, friends.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

PEOPLE: Final = {
    "activity-again": QT_TRANSLATE_NOOP(
        "Sentences", "{activity} was rewarded before; it counts once."
    ),
    "activity-approved": QT_TRANSLATE_NOOP(
        "Sentences", "This was approved already. To take the points back, adjust them."
    ),
    "activity-by-profile": QT_TRANSLATE_NOOP(
        "Sentences", "{activity} comes by itself when the profile is filled in."
    ),
    "activity-declined": QT_TRANSLATE_NOOP(
        "Sentences", "This was declined already. Record it anew if it was meant."
    ),
    "activity-limit": QT_TRANSLATE_NOOP(
        "Sentences", "{activity}: this member has had all that counts for now."
    ),
    "activity-no-request": QT_TRANSLATE_NOOP(
        "Sentences", "There is no such request any more. Open the list again."
    ),
    "activity-too-soon": QT_TRANSLATE_NOOP("Sentences", "{activity} counts again from {until}."),
    "activity-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "The program has no activity “{activity}”. Choose one from the list."
    ),
    "activity-waiting": QT_TRANSLATE_NOOP(
        "Sentences", "{activity} of this member waits for a decision already."
    ),
    "adjust-most": QT_TRANSLATE_NOOP(
        "Sentences", "So many points at once are a typing error. At most: {most}."
    ),
    "adjust-nothing": QT_TRANSLATE_NOOP(
        "Sentences", "Zero points change nothing. Type how many are given or taken."
    ),
    "adjust-why": QT_TRANSLATE_NOOP(
        "Sentences", "Say why the points are given or taken; it stands in the books."
    ),
    "approval-missing": QT_TRANSLATE_NOOP(
        "Sentences", "Somebody must approve this. Call a supervisor."
    ),
    "approval-needed": QT_TRANSLATE_NOOP(
        "Sentences", "This takes a second person. Call a supervisor."
    ),
    "approval-none": QT_TRANSLATE_NOOP(
        "Sentences", "Nobody approved. Scan a badge, or choose a name and type the PIN."
    ),
    "approval-same": QT_TRANSLATE_NOOP(
        "Sentences", "Who asks cannot approve. A second person must."
    ),
    "right-missing": QT_TRANSLATE_NOOP(
        "Sentences", "{name} may not approve this either. Call a manager."
    ),
    "birthday-future": QT_TRANSLATE_NOOP(
        "Sentences", "This birthday is still to come. Check its year."
    ),
    "birthday-unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "This is no birthday. Type its digits as the field shows, with or without year.",
    ),
    "card-replaced": QT_TRANSLATE_NOOP(
        "Sentences", "Another card has taken this one's place. Take the new card of {member}."
    ),
    "card-same": QT_TRANSLATE_NOOP("Sentences", "This is the same card. Scan a blank one."),
    "closing-none": QT_TRANSLATE_NOOP("Sentences", "No shift was closed here yet."),
    "closing-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "No closing has the number {shift}. Check it on the paper."
    ),
    "shift-not-closed": QT_TRANSLATE_NOOP(
        "Sentences", "This shift is still open. Close it to have its closing."
    ),
    "email-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "“{typed}” is no e-mail address. Type it again."
    ),
    "household-full": QT_TRANSLATE_NOOP(
        "Sentences", "A household has at most {most} members. Let somebody leave it first."
    ),
    "household-member": QT_TRANSLATE_NOOP(
        "Sentences", "{member} belongs to another household. They leave it first."
    ),
    "household-others-in": QT_TRANSLATE_NOOP(
        "Sentences", "Others share the account of {member}. They leave it first."
    ),
    "household-self": QT_TRANSLATE_NOOP(
        "Sentences", "This account is their own. Scan the card of somebody else."
    ),
    "language-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "No slip can be written in {language}. Choose from the list."
    ),
    "merge-household": QT_TRANSLATE_NOOP(
        "Sentences", "{member} belongs to another household. They leave it first."
    ),
    "merge-self": QT_TRANSLATE_NOOP(
        "Sentences", "This is the same member. Scan the card of the other one."
    ),
    "move-same": QT_TRANSLATE_NOOP(
        "Sentences", "This is the same account. Scan the card of somebody else."
    ),
    "paper-serial": QT_TRANSLATE_NOOP(
        "Sentences", "Type the paper card's serial number: letters and digits, at most 40."
    ),
    "paper-void": QT_TRANSLATE_NOOP(
        "Sentences", "Paper card {serial} was moved in before. Keep it, and give no stamps for it."
    ),
    "reason-missing": QT_TRANSLATE_NOOP("Sentences", "Say why; the reason stands in the books."),
    "return-why": QT_TRANSLATE_NOOP(
        "Sentences", "Say why there is no slip; the reason stands in the books."
    ),
    "referral-again": QT_TRANSLATE_NOOP(
        "Sentences", "Somebody else has brought this member already. A friend counts once."
    ),
    "referral-blocked": QT_TRANSLATE_NOOP(
        "Sentences", "Whoever brought this member cannot collect at present."
    ),
    "referral-exists": QT_TRANSLATE_NOOP(
        "Sentences", "Somebody has brought this member already. A friend counts once."
    ),
    "referral-none": QT_TRANSLATE_NOOP(
        "Sentences", "The program rewards nobody for bringing friends."
    ),
    "referral-not-new": QT_TRANSLATE_NOOP(
        "Sentences", "This member has bought here before; only new ones count."
    ),
    "referral-own": QT_TRANSLATE_NOOP("Sentences", "This is their own code. A friend's is needed."),
    "referral-shared": QT_TRANSLATE_NOOP(
        "Sentences", "Both have the same phone, address, card or household; that is no new friend."
    ),
    "referral-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "This code is nobody's. Scan the friend's card or code again."
    ),
    "stamps-range": QT_TRANSLATE_NOOP(
        "Sentences", "A paper card brings from 1 to {most} stamps at once."
    ),
    "text-too-long": QT_TRANSLATE_NOOP(
        "Sentences", "This text may have {longest} letters. Shorten it."
    ),
    "too-many-items": QT_TRANSLATE_NOOP(
        "Sentences", "At most {most} are kept here. Take one away first."
    ),
    "void-touched": QT_TRANSLATE_NOOP(
        "Sentences", "Part of this sale came back already. Return the rest instead."
    ),
    "voucher-terms-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "The program has no voucher “{voucher}”."
    ),
}
