"""What a rule says when it says no.

A code and facts, never a sentence: the words live in ui/wording, receipts/writing and pos/cli,
where they can be translated and where a way on can be offered.
"""

from __future__ import annotations


class LoyaltyError(Exception):
    """A rule said no. `code` is kebab-case and stable; `facts` are plain values."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts
