"""What a customer said when asked: the 0–10 question, and the three of the loyalty index."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from loyalty.errors import LoyaltyError

LONGEST_COMMENT = 500


class Question(StrEnum):
    """NPS: how likely to recommend us, 0 to 10. The index (insight.md): recommend, buy again, try
    other products, each 1 to 6; its scale is not the other one's, and the two are never averaged.
    """

    NPS = "nps"
    RECOMMEND = "recommend"
    AGAIN = "again"
    OTHERS = "others"


INDEX = (Question.RECOMMEND, Question.AGAIN, Question.OTHERS)
SCALES = {Question.NPS: (0, 10), **dict.fromkeys(INDEX, (1, 6))}
"""Least and most of each answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `member` is None for somebody without a card. `on`: business day.

    LoyaltyError `answer-range` for a score off the question's scale, `text-too-long`.
    """

    id: UUID
    question: Question
    score: int
    on: date
    at_ms: int
    terminal: int
    member: UUID | None = None
    comment: str = ""

    def __post_init__(self) -> None:
        least, most = SCALES[self.question]
        if not least <= self.score <= most:
            raise LoyaltyError("answer-range", least=least, most=most)
        if len(self.comment) > LONGEST_COMMENT:
            raise LoyaltyError("text-too-long", field="comment", longest=LONGEST_COMMENT)
