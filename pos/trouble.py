"""Trouble: the world said no (printer absent, camera unplugged, disk full).

A rule that says no is a `LoyaltyError`; trouble can pass, a rule does not. Kept apart so that a
screen knows which of the two may be tried again. Sentences are written elsewhere, from the code.
"""

from __future__ import annotations

Fact = str | int | bool | None


class TroubleError(Exception):
    """Something outside the program failed.

    `code` is a kebab-case name ("printer-absent"); `facts` are plain values for the sentence
    (names, numbers), never sentences themselves.
    """

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        """Code and facts on one line, for logs only."""
        said = " ".join(f"{name}={value!r}" for name, value in sorted(self.facts.items()))
        return f"{self.code} {said}".rstrip()
