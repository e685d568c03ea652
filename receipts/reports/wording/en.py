"""English in reports: their frame, titles, columns, sentences and words."""

from __future__ import annotations

EN: dict[str, str] = {
    "report.month-close": "Month close",
    "report.points-liability": "Points: movements and liability",
    "report.program-effect": "What the program does",
    "report.cohorts": "Cohorts",
    "report.segments": "Segments",
    "report.campaigns": "Campaigns",
    "report.surveys": "Surveys",
    "report.staff-patterns": "Staff: what to look at",
    "report.shift-closings": "Shift closings",
    "report.member-statement": "Member statement",
    "frame.period": "{first} to {last}",
    "frame.made": "Made {at}",
    "frame.books": "Books {books}",
    "frame.page": "Page {page} of {pages}",
    "frame.range": "{low} to {high}",
    "frame.likely": "Likely between {low} and {high}",
    "frame.n": "Based on {n}",
    "frame.before": "Before: {value}",
    "frame.sum": "Total",
    "frame.first-rows": "The first {shown} of {whole} rows. A file (CSV, XLSX) has room for more.",
    "frame.no-rows": "Nothing in this period.",
    "frame.figures": "Figures",
    "frame.currency": "{column} (currency)",
    "frame.in-currency": "{column} ({currency})",
    "nothing.none": "–",
    "nothing.no-data": "No data in this period",
    "nothing.too-few": "too few",
    "nothing.too-young": "too new",
    "nothing.not-possible": "not possible",
    "nothing.no-value": "no value set",
    "said.no-entries": (
        "There are no entries in this period. The page is complete all the same: "
        "nothing was left out."
    ),
    "said.too-few": (
        "Only {n} so far. Counts are shown; a percentage would jump with every "
        "customer. From {minimum} on there will be one."
    ),
    "said.early": "Early: {n} so far, the range is still wide.",
    "said.too-young": "{n} members are not counted yet: they have not had the time.",
    "said.change-clear": (
        "The change from {before} to {now} is clear: chance alone hardly brings it about."
    ),
    "said.change-unclear": (
        "From {before} to {now}. With so few members such a step often happens by chance."
    ),
    "said.no-departure": (
        "In your sales nobody can be shown to have left for good; the report uses days "
        "since the last visit instead."
    ),
    "said.books-agree": (
        "Reconciled: the members' balances, {balances} in all, are what the ledger "
        "says. Difference 0."
    ),
    "said.books-differ": (
        "The members' balances, {balances} in all, differ from the ledger by "
        "{difference}. Run: regulars ledger verify"
    ),
    "said.basis-prudent": (
        "Less than {months} months of history: all points are taken to be redeemed "
        "(the prudent assumption)."
    ),
    "said.basis-ladder": (
        "From {months} months of issues and what was spent of them so far (chain "
        "ladder); beyond the oldest month nothing more is expected."
    ),
    "said.no-point-value": (
        "No points have paid for goods in the 12 months before, so a point has no "
        "value from your own sales, and the liability is not shown in money."
    ),
    "said.points-by-hand": "Given or taken by hand; who did it and why stands in the table below.",
    "said.accountant": (
        "These are figures for your accountant, who decides how the shop books points. "
        "Nothing is posted by this page."
    ),
    "said.lapsed-points": (
        "{points} of the open points belong to members who did nothing for 12 months."
    ),
    "said.other-shops": "Points that moved between this shop and others are in “{column}”.",
    "said.anonymous": "{share} of net sales had no member: they are not in the members' figures.",
    "said.chart": "{count} values; highest {high} ({high_at}), lowest {low} ({low_at}).",
    "said.chart-none": "The chart is empty: there is no data in this period.",
    "said.member-since": "Member since {day}. All moments are in the shop's time.",
    "said.member-as-of": "Balance at the end of the last day of this statement.",
    "title.points-moved": "What the points did",
    "title.points-worth": "What the open points are worth",
    "title.by-hand": "Points by hand",
    "title.who": "Who the members are",
    "title.coming-back": "Do they come back",
    "title.costs": "What it costs",
    "title.member": "{name}",
    "table.shifts": "Shifts that were closed",
    "table.by-month": "By month",
    "table.ageing": "Open points by when they end",
    "table.by-hand": "Points given or taken by hand",
    "table.sensitivity": "If more or fewer points were ever spent",
    "table.movements": "Movements",
    "table.expiring": "What ends when",
    "table.segments": "Segments",
    "table.cohorts": "Retention by month of joining",
    "table.tier-movement": "Movement between tiers",
    "table.campaigns": "Campaigns",
    "table.answers": "Answers",
    "table.patterns": "What to look at",
    "table.categories": "By category",
    "table.days": "By day",
    "picture.sales-by-day": "Net sales by day",
    "picture.points-by-month": "Points earned and spent by month",
    "picture.ageing": "Open points by when they end",
    "picture.balance": "Balance after each movement",
    "picture.forecast": "Sales and forecast",
    "picture.segments": "Members by segment",
    "picture.cohorts": "Share buying again, by month of joining",
    "picture.top-goods": "Best-selling categories",
    "picture.second-purchase": "Share that has bought again by day",
    "word.anonymous": "no member",
    "word.never": "never end",
    "word.sliding": "after the last visit",
    "word.earned": "Earned",
    "word.spent": "Spent",
    "word.expired": "Expired",
    "word.opening": "Opening balance",
    "word.new": "New",
    "word.promising": "Promising",
    "word.regular": "Regular",
    "word.best": "Best",
    "word.slipping": "Slipping",
    "word.lapsed": "Lapsed",
    "word.lost": "Lost",
    "word.left": "Left",
    "word.up": "Up",
    "word.down": "Down",
    "word.same": "Same",
    "word.sale": "Sale",
    "word.return": "Return",
    "word.return-undone": "Return undone",
    "word.expiry": "Expired",
    "word.enrolment": "Joined",
    "word.enrolment-undone": "Joining undone",
    "word.vesting": "Became usable",
    "word.adjustment": "By hand",
    "word.activity": "Activity",
    "word.referral": "Referral",
    "word.stamps-moved": "Stamps moved in",
    "word.reward-taken": "Reward",
    "word.voucher-given": "Voucher",
    "word.voucher-withdrawn": "Voucher withdrawn",
    "word.moved-out": "Moved to another card",
    "word.moved-in": "Moved from another card",
    "word.return-unlinked": "Return without slip",
    "word.erasure": "Erased",
    "word.claim": "Receipt presented",
    "word.claim-withdrawn": "Receipt withdrawn",
    "word.rights": "Between shops",
    "said.chart-of": "{name}: {count} values; highest {high} ({high_at}), lowest {low} ({low_at}).",
    "said.chart-parts": "{count} parts of {whole}; the largest is {name} with {share}.",
    "said.between": "Likely between {low} and {high}",
    "said.counted": "{hits} of {n}",
    "said.change-needed": (
        "From {before} to {now}. With so few members such a step often happens by "
        "chance; from about {needed} per period on it would be clear."
    ),
    "said.two-currencies": (
        "{count} sales were in {currency}; their money is not in the figures of this page."
    ),
    "said.left-out": (
        "{count} members are marked (staff, test, wholesale) and left out of the figures."
    ),
    "said.cohort-initial": (
        "The first row is the month the books began: most of these members are not "
        "new, and not comparable with the rest."
    ),
    "said.cohort-partial": (
        "The month of the last day is not over: its cells can only grow. Cohorts below "
        "20 members are left blank."
    ),
    "said.segments-how": (
        "The same lines every time: by days since the last purchase, scaled by the "
        "usual gap in this shop ({gap} days), and purchase days in 12 months."
    ),
    "said.segments-usual": (
        "The same lines every time: by days since the last purchase (30, 60, 90, 180), "
        "and purchase days in 12 months."
    ),
    "title.sales": "What was sold",
    "table.segment-movement": "Who moved in the last 28 days",
    "column.from": "Before",
    "column.into": "Now",
    "column.spent-12": "Spent in 12 months",
    "column.first-month": "First bought",
    "word.nobody": "Not yet a buyer",
    "word.total": "Total",
    "said.answers-anonymous": "{count} answers came from people we do not know.",
    "picture.answers": "Answers",
    "word.promoters": "Promoters (9–10)",
    "word.passives": "Passives (7–8)",
    "word.detractors": "Detractors (0–6)",
    "column.day": "Day",
    "column.month": "Month",
    "column.moment": "When",
    "column.name": "Name",
    "column.member": "Member",
    "column.operator": "Operator",
    "column.approved": "Approved by",
    "column.why": "Why",
    "column.terminal": "Till",
    "column.shift": "Shift",
    "column.opened": "Opened",
    "column.closed": "Closed",
    "column.sales": "Sales",
    "column.sales-total": "Sales total",
    "column.net-sales": "Net sales",
    "column.with-card": "With card",
    "column.returns": "Returns",
    "column.returns-total": "Returned",
    "column.voids": "Cancelled",
    "column.enrolments": "Joined",
    "column.earned": "Earned",
    "column.spent": "Spent",
    "column.expired": "Expired",
    "column.reversed": "Reversed",
    "column.manual": "By hand",
    "column.opened-in": "Brought in",
    "column.elsewhere": "Other shops",
    "column.balance": "Balance",
    "column.points": "Points",
    "column.share": "Share",
    "column.count": "Count",
    "column.n": "n",
    "column.low": "Low",
    "column.high": "High",
    "column.value": "Value",
    "column.before": "Before",
    "column.change": "Change",
    "column.figure": "Figure",
    "column.what": "What",
    "column.number": "No.",
    "column.amount": "Amount",
    "column.category": "Category",
    "column.segment": "Segment",
    "column.tier": "Tier",
    "column.campaign": "Campaign",
    "column.members": "Members",
    "column.ends": "Ends",
    "column.rate": "Ever spent",
    "column.revenue-value": "At revenue value",
    "column.cost-value": "At cost",
    "column.fingerprint": "Fingerprint",
    "column.cohort": "Joined",
    "column.answer": "Answer",
    "column.score": "Score",
    "column.pattern": "Pattern",
    "column.threshold": "Usual",
    "column.state": "State",
    "column.label": "Label",
    "column.sales-share": "Of sales",
}
