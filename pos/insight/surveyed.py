"""What customers said, as figures: the 0-10 score and the loyalty index, each of one period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loyalty.insight.figure import Figure
from loyalty.insight.loyalty_index import Answers, loyalty_index
from loyalty.insight.nps import Answer, latest, nps
from loyalty.members.answer import INDEX, SCALES, Question
from pos.shop import Shop


@dataclass(frozen=True, slots=True)
class Surveyed:
    """Both figures of the days from `first` to `last`, and how many answers were anonymous."""

    first: date
    last: date
    nps: Figure
    index: Figure
    anonymous: int


def surveyed(shop: Shop, first: date, last: date) -> Surveyed:
    """One answer a member in 90 days, the latest; whoever said nothing of themselves counts each
    time. The index needs all three answers of one member. Marked members are left out.
    """
    with shop.store.reading() as view:
        left_out = {mark.member for mark in view.marks()}
        said = [one for one in view.answers(first, last) if one.member not in left_out]
    scores = latest(
        Answer(str(one.member or one.id), one.on, one.score)
        for one in said
        if one.question is Question.NPS
    )
    told: dict[str, dict[Question, int]] = {}
    for one in said:
        if one.question in INDEX and one.member is not None:
            told.setdefault(str(one.member), {})[one.question] = one.score
    three: list[Answers] = [
        (of.get(INDEX[0]), of.get(INDEX[1]), of.get(INDEX[2])) for of in told.values()
    ]
    lowest, highest = SCALES[INDEX[0]]
    return Surveyed(
        first,
        last,
        nps([one.score for one in scores]),
        loyalty_index(three, lowest, highest),
        sum(one.member is None for one in said),
    )
