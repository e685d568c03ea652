"""Every metric, declared once: what is counted, over what, when, without whom, from how many on.

Most disagreement between loyalty reports is about these lines and not about arithmetic, so they
are data, and each is printed under its figure. Words are keys of wordings.
"""

from __future__ import annotations

from loyalty.insight.figure import Definition, Range, Unit

PEOPLE = ("staff", "test", "wholesale", "merged-away")
_SALES = (*PEOPLE, "anonymous", "fully-returned")

NPS = Definition(
    "nps",
    "promoters-less-detractors",
    "answers",
    "survey-wave",
    ("earlier-answer-within-90-days", *PEOPLE),
    Range.NPS,
    30,
    Unit.SCORE,
    early=100,
)
LOYALTY_INDEX = Definition(
    "loyalty-index",
    "three-answers-scaled",
    "members-answering-all-three",
    "survey-wave",
    ("question-unanswered", "earlier-answer-within-90-days", *PEOPLE),
    Range.T,
    30,
    Unit.SCORE,
)
RESPONSE = Definition(
    "response", "members-answering", "members-asked", "survey-wave", PEOPLE, Range.WILSON, 30
)
REPURCHASE = Definition(
    "repurchase",
    "members-two-purchase-days",
    "members-one-purchase-day",
    "report-period",
    _SALES,
    Range.WILSON,
    30,
)
CAME_BACK = Definition(
    "came-back-90",
    "new-members-again-within-90-days",
    "new-members-90-days-old",
    "90-days-from-first-purchase",
    (*_SALES, "younger-than-90-days"),
    Range.WILSON,
    30,
)
RENEWED = Definition(
    "renewed",
    "renewed",
    "due-for-renewal",
    "report-period",
    ("trial", "paused", *PEOPLE),
    Range.WILSON,
    30,
)
UPSELL = Definition(
    "upsell",
    "members-two-kinds",
    "members-one-kind",
    "90-days-from-first-purchase",
    _SALES,
    Range.ODDS,
    30,
    Unit.RATIO,
    also=(("smaller-group", 5),),
)
BASKET = Definition(
    "average-basket",
    "net-sales",
    "purchases",
    "report-period",
    ("points-spent", "fully-returned"),
    Range.BOOTSTRAP,
    30,
    Unit.MONEY,
)
LAPSED = Definition(
    "lapsed",
    "members-no-purchase-3-months",
    "members-ever-bought",
    "3-calendar-months-to-report-date",
    (*_SALES, "younger-than-3-months"),
    Range.WILSON,
    30,
)
RETENTION = Definition(
    "retention",
    "cohort-buying-in-month",
    "cohort",
    "month-after-first-purchase",
    _SALES,
    Range.WILSON,
    20,
)
SECOND_PURCHASE = Definition(
    "time-to-second",
    "days-to-second-purchase",
    "members-one-purchase-day",
    "since-first-purchase",
    _SALES,
    Range.GREENWOOD,
    30,
    Unit.DAYS,
    also=(("came-back", 10),),
)
THIRD_PURCHASE = Definition(
    "third-purchase",
    "third-within-90-days-of-second",
    "members-second-90-days-old",
    "90-days-from-second-purchase",
    (*_SALES, "younger-than-90-days"),
    Range.WILSON,
    30,
)
REDEMPTION = Definition(
    "redemption-flow",
    "points-spent",
    "points-earned",
    "report-period",
    ("refunded-orders", "opening-balances"),
    Range.NONE,
    20,
    Unit.RATIO,
    also=(("points", 1000),),
)
ULTIMATE_REDEMPTION = Definition(
    "redemption-ultimate",
    "points-ever-spent-expected",
    "points-issued",
    "all-issue-months",
    ("refunded-orders", "opening-balances"),
    Range.BOOTSTRAP,
    20,
    also=(("points", 1000),),
)
ACTIVE = Definition(
    "active-12",
    "members-earning-or-spending",
    "members-enrolled",
    "12-months-to-report-date",
    PEOPLE,
    Range.WILSON,
    30,
)
ACTIVE_90 = Definition(
    "active-90",
    "members-earning-or-spending",
    "members-enrolled",
    "90-days-to-report-date",
    PEOPLE,
    Range.WILSON,
    30,
)
REFERRED = Definition(
    "referred",
    "new-members-with-referrer",
    "new-members",
    "report-period",
    ("self-referral", "friend-without-kept-purchase", *PEOPLE),
    Range.WILSON,
    30,
)
VIRAL = Definition(
    "referral-k",
    "friends-joined",
    "members",
    "report-period",
    ("self-referral", "friend-without-kept-purchase", *PEOPLE),
    Range.NONE,
    30,
    Unit.RATIO,
)
TIER_MOVEMENT = Definition(
    "tier-movement",
    "members-in-later-tier",
    "members-in-earlier-tier",
    "two-dates-one-rule",
    PEOPLE,
    Range.WILSON,
    10,
)
TOP_SHARE = Definition(
    "top-fifth",
    "sales-of-top-fifth",
    "sales-of-buying-members",
    "report-period",
    _SALES,
    Range.BOOTSTRAP,
    100,
)
MAKE_MOST = Definition(
    "members-making-80",
    "members-making-80-percent",
    "buying-members",
    "report-period",
    _SALES,
    Range.BOOTSTRAP,
    100,
)
STAY_ON_TOP = Definition(
    "top-fifth-stays",
    "top-fifth-again",
    "top-fifth-before",
    "report-period-and-the-one-before",
    _SALES,
    Range.WILSON,
    30,
)
IDENTIFIED = Definition(
    "identified-share", "member-sales", "net-sales", "report-period", (), Range.NONE, 30
)
RETENTION_EFFECT = Definition(
    "retention-effect",
    "value-per-member",
    "retention-rate",
    "all-future-years",
    (),
    Range.SCENARIO,
    0,
    Unit.MONEY,
)
UPLIFT_SHARE = Definition(
    "uplift-share",
    "treated-less-held-out",
    "members-per-arm",
    "trial",
    PEOPLE,
    Range.NEWCOMBE,
    30,
)
UPLIFT_MONEY = Definition(
    "uplift-money",
    "treated-less-held-out",
    "members-per-arm",
    "trial",
    (*PEOPLE, "above-99th-percentile-cut"),
    Range.WELCH,
    30,
    Unit.MONEY,
)
VALUE = Definition(
    "value-12",
    "margin-expected-12-months",
    "members-with-purchase",
    "12-months-ahead",
    _SALES,
    Range.BOOTSTRAP,
    200,
    Unit.MONEY,
    also=(("repeat-purchases", 100), ("weeks", 26)),
)

ALL = (
    *(NPS, LOYALTY_INDEX, RESPONSE, REPURCHASE, CAME_BACK, RENEWED, UPSELL, BASKET, LAPSED),
    *(RETENTION, SECOND_PURCHASE, THIRD_PURCHASE, REDEMPTION, ULTIMATE_REDEMPTION, ACTIVE),
    *(ACTIVE_90, REFERRED, VIRAL, TIER_MOVEMENT, TOP_SHARE, MAKE_MOST, STAY_ON_TOP, IDENTIFIED),
    *(RETENTION_EFFECT, UPLIFT_SHARE, UPLIFT_MONEY, VALUE),
)
"""In the order of the catalogue of metrics that a report may print."""
