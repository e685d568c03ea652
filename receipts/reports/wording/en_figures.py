"""English names of figures, and what each of them means."""

from __future__ import annotations

EN_FIGURES: dict[str, str] = {
    "figure.nps": "Net promoter score",
    "figure.nps.means": (
        "Share answering 9–10 less share answering 0–6, times 100; the latest answer "
        "per member in 90 days. From 30 answers on."
    ),
    "figure.loyalty-index": "Loyalty index",
    "figure.loyalty-index.means": (
        "Mean of three answers (recommend, buy again, try other goods), each scaled to "
        "0–100; only members who answered all three. From 30 on."
    ),
    "figure.response": "Response rate",
    "figure.response.means": "Members who answered, of those who were asked.",
    "figure.repurchase": "Repurchase rate",
    "figure.repurchase.means": (
        "Members with purchases on two days or more, of members with one or more, in "
        "the period. Returned purchases, anonymous sales, staff, test and wholesale "
        "are left out."
    ),
    "figure.came-back-90": "Came back within 90 days",
    "figure.came-back-90.means": (
        "New members who bought again within 90 days of their first purchase, of those "
        "who have had 90 days."
    ),
    "figure.renewed": "Renewed",
    "figure.renewed.means": (
        "Renewed, of those due for renewal in the period. Trials and pauses are left out."
    ),
    "figure.upsell": "Upsell ratio",
    "figure.upsell.means": (
        "Members who bought two or more kinds, for each who bought exactly one, in the "
        "90 days from their first purchase."
    ),
    "figure.average-basket": "Average purchase",
    "figure.average-basket.means": (
        "Net sales per purchase (a member's day), points spent not counted as sales."
    ),
    "figure.median-basket": "Middle purchase",
    "figure.median-basket.means": "Half of the purchases were smaller, half larger.",
    "figure.lapsed": "Lapsed",
    "figure.lapsed.means": (
        "Members without a purchase in the 3 calendar months before the last day, of "
        "those who had bought before. Lapsed is not lost: many return."
    ),
    "figure.retention": "Retention",
    "figure.retention.means": (
        "Of members first seen in a month, those who buy in a later one; blank for fewer than 20."
    ),
    "figure.time-to-second": "Days to the second purchase",
    "figure.time-to-second.means": (
        "By then half of the members have bought again; those still waiting count as "
        "waiting (Kaplan–Meier)."
    ),
    "figure.third-purchase": "Third purchase",
    "figure.third-purchase.means": (
        "Of members whose second purchase is 90 days old, those who bought a third "
        "time within 90 days of it."
    ),
    "figure.redemption-flow": "Spent for each point earned",
    "figure.redemption-flow.means": (
        "Points spent over points earned in the period; may pass 100 %. Returned sales "
        "and opening balances are left out."
    ),
    "figure.redemption-ultimate": "Ever spent (expected)",
    "figure.redemption-ultimate.means": (
        "Expected share of all issued points that will ever be spent, from what was "
        "spent of each month's points so far."
    ),
    "figure.active-12": "Active in 12 months",
    "figure.active-12.means": (
        "Members who earned or spent in the 12 months to the last day, of all enrolled."
    ),
    "figure.active-90": "Active in 90 days",
    "figure.active-90.means": (
        "Members who earned or spent in the 90 days to the last day, of all enrolled."
    ),
    "figure.referred": "Referred",
    "figure.referred.means": (
        "New members with a referrer, of new members; only friends who kept a purchase."
    ),
    "figure.referral-k": "Friends for each member",
    "figure.referral-k.means": "Friends who joined in the period, over members.",
    "figure.tier-movement": "Tier movement",
    "figure.tier-movement.means": (
        "Where members of each tier are at the later date, both dates under one rule; "
        "left out below 10."
    ),
    "figure.top-fifth": "Share of the best fifth",
    "figure.top-fifth.means": (
        "Sales of the 20 % of buying members who buy most, of all members' sales. From "
        "100 buyers on."
    ),
    "figure.members-making-80": "Members who make 80 %",
    "figure.members-making-80.means": (
        "The smallest share of buying members who together make 80 % of members' sales."
    ),
    "figure.top-fifth-stays": "Best fifth that stays",
    "figure.top-fifth-stays.means": (
        "Of the best fifth of the period before, those who are in it again."
    ),
    "figure.identified-share": "Sales with a card",
    "figure.identified-share.means": (
        "Net sales with a member, of all net sales. When it moves, every member figure "
        "moves with it."
    ),
    "figure.retention-effect": "If more members stayed",
    "figure.retention-effect.means": (
        "What a member is worth at other retention rates: a calculation, not a promise."
    ),
    "figure.uplift-share": "More members who bought",
    "figure.uplift-share.means": (
        "Share that bought among those written to, less that among those held out by lot."
    ),
    "figure.uplift-money": "More per member",
    "figure.uplift-money.means": (
        "Net sales per member written to, less per member held out by lot, after the rewards' cost."
    ),
    "figure.value-12": "Value in the next 12 months",
    "figure.value-12.means": (
        "Expected margin of a member over 12 months, discounted monthly; from 200 "
        "members, 100 repeat purchases and 26 weeks on."
    ),
    "figure.members": "Members",
    "figure.members.means": "Enrolled members on the last day, staff, test and wholesale left out.",
    "figure.joined": "Joined",
    "figure.joined.means": "Members who joined in the period.",
    "figure.late-for-habit": "Late for their habit",
    "figure.late-for-habit.means": (
        "Members who have stayed away for over three times their own usual gap."
    ),
    "figure.shifts": "Shifts closed",
    "figure.shifts.means": "Closings booked in the period, of every till in these books.",
    "figure.shift-sales": "Sales total",
    "figure.shift-sales.means": "Totals of the sales in these shifts, before returns.",
    "figure.shift-returns": "Returned",
    "figure.shift-returns.means": "What was paid back in these shifts.",
    "figure.points-opening": "Open at the start",
    "figure.points-opening.means": (
        "Points of members, pending ones included, less debts, before the first day."
    ),
    "figure.points-earned": "+ Earned",
    "figure.points-earned.means": "Given for sales, receipts, activities and referrals.",
    "figure.points-spent": "− Spent",
    "figure.points-spent.means": "Paid with, less what returns gave back.",
    "figure.points-expired": "− Expired",
    "figure.points-expired.means": "Ended unused, less what was given back from it.",
    "figure.points-reversed": "− Reversed by returns",
    "figure.points-reversed.means": "Taken back because goods came back.",
    "figure.points-manual": "± By hand",
    "figure.points-manual.means": "Given or taken by hand; who and why stands below.",
    "figure.points-other": "± Brought in, other shops",
    "figure.points-other.means": (
        "Balances brought from another system, points moved between shops, written off."
    ),
    "figure.points-closing": "= Open at the end",
    "figure.points-closing.means": (
        "Points of members after the last day: start plus all movements."
    ),
    "figure.point-value": "Value of 100 points",
    "figure.point-value.means": (
        "What 100 points take off a price: by the program's own rate, else by what "
        "spent points took off in the 12 months to the last day."
    ),
    "figure.liability": "Liability at revenue value",
    "figure.liability.means": (
        "Open points times the share still expected to be spent times the value of a point."
    ),
    "figure.breakage": "Breakage",
    "figure.breakage.means": (
        "Expected share of issued points that nobody will ever spend: 1 less the share ever spent."
    ),
    "figure.difference": "Members' balances less ledger",
    "figure.difference.means": (
        "Sum of the members' balances now, less the sum of all postings: must be 0."
    ),
    "figure.balance": "Balance",
    "figure.balance.means": "Points at the end of the last day, pending ones included.",
    "figure.earned": "Earned",
    "figure.earned.means": "Points that came in during the period.",
    "figure.spent": "Spent and ended",
    "figure.spent.means": "Points that went out during the period.",
    "figure.visits": "Purchases",
    "figure.visits.means": "Sales in the period, returned ones included.",
    "figure.points-outstanding": "Points outstanding",
    "figure.points-outstanding.means": "Points that may be spent now, of all members.",
    "figure.reward-cost": "Rewards, of member sales",
    "figure.reward-cost.means": "What points and vouchers paid, over what members paid in money.",
    "figure.uplift-visits": "More visits per member",
    "figure.uplift-visits.means": (
        "Purchase days per member written to, less those per member held out by lot."
    ),
    "figure.net-sales": "Net sales",
    "figure.net-sales.means": (
        "Sales of the period in money, net of what of them came back; points spent are not sales."
    ),
    "figure.sales-count": "Sales",
    "figure.sales-count.means": "Sales of the period that were not given back whole.",
}
