"""Why a reward, a voucher, a stamp card or points do not pay, in English."""

from __future__ import annotations

SAID_OF_REDEEMING = {
    "campaign-no-trial": "The campaign “{campaign}” has no control group to compare with.",
    "campaign-unknown": "No program of the shop has a campaign “{campaign}”.",
    "trial-ended": (
        "“{campaign}” was changed on {on} while its trial ran, so its members were treated in two "
        "ways and there is no result. Start a new campaign under another id."
    ),
    "trial-locked": (
        "The trial runs until {until}. Its result is told afterwards: who looks early stops when "
        "it looks good."
    ),
    "basket-below-reward": "{missing_minor} more to use it in full",
    "no-line-meant": "Nothing in the basket is meant by it",
    "no-unit-left": "No whole unit of it is left to pay",
    "nothing-left-to-pay": "Nothing is left to pay that it is meant for",
    "points-elsewhere": "{points} of {total} points can be used here right now. "
    "The rest is held by other shops until this terminal is connected again.",
    "points-frozen": "Points cannot be used here until head office is reached again ({why}).",
    "advance-refused": "Points cannot be allowed at the shop's risk now ({why}). "
    "{most} can be used.",
    "office-first": "Head office can be asked: try again in a moment, nothing need be risked.",
    "points-held": "Another open basket holds {points} points. Finish it or leave it first.",
    "points-missing": "Points still missing: {points}",
    "points-short": "Usable points: {usable}. Redeem fewer.",
    "redeem-needs-member": "Points belong to somebody. Name the member.",
    "reward-birthday-unknown": "The member's birthday is not known. Enter it in the profile first.",
    "reward-ended": "Ended on {until}",
    "reward-limit-basket": "At most {times} in one basket",
    "reward-limit-day": "At most {times} a day",
    "reward-limit-ever": "At most {times} for each member",
    "reward-limit-month": "At most {times} a month",
    "reward-limit-week": "At most {times} a week",
    "reward-limit-year": "At most {times} a year",
    "reward-not-birthday": "Only around the birthday, from {from}",
    "reward-not-now": "Not offered to this member now",
    "reward-not-yet": "From {from}",
    "reward-refused": "{reward}: {why}",
    "reward-sold-out": "None are left",
    "reward-tier": "Only for {tier}",
    "reward-unknown": (
        "The reward “{reward}” is not in today's program. Its ids: regulars member show WHO"
    ),
    "spend-more": "{missing_minor} more to spend",
    "stamps-missing": "Stamps still missing: {stamps}",
    "stamps-refused": "{card}: {why}",
    "stamps-unknown": "The stamp card “{stamps}” is not in today's program.",
    "tender-balance": "Points available: {points}",
    "tender-basket": "{minor} left to pay",
    "tender-minimum": "From {points} points",
    "tender-most": "At most {minor} a sale",
    "tender-off": "Not offered in this shop",
    "tender-percent": "At most {percent} % of a sale",
    "tender-refused": "Paying with points: {why}",
    "tender-step": "In steps of {points} points",
    "voucher-exists": "A voucher with the code {voucher} was given out already. Print a new one.",
    "voucher-expired": "Ended on {until}",
    "voucher-in-basket": "It is in this basket already",
    "voucher-needs-member": "It is for one member only. Name the member.",
    "voucher-not-yet": "From {from}",
    "voucher-personal": "It is for another member",
    "voucher-refused": "{voucher}: {why}",
    "voucher-terms-unknown": (
        "Today's program has no voucher “{voucher}”. See: regulars program export"
    ),
    "voucher-unknown": "The voucher {voucher} is not known here. Check the digits below the code.",
    "voucher-used": "It was used already",
    "voucher-withdrawn": "It was withdrawn",
    "voucher-elsewhere": "Another shop has it",
}
