"""What a command found: facts for scripts, lines for people, and whether what was asked holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """`facts` are plain JSON values with stable names. `error`, where set, makes the status 1.

    `records`, where given, are printed with --json in place of `facts`, one object a line, as they
    come; they may end in a Refused.
    """

    facts: Facts
    lines: tuple[str, ...] = ()
    error: Error | None = None
    records: Iterator[Facts] | None = None


@dataclass(frozen=True, slots=True)
class Error:
    """A code and its facts, to be worded."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


class Refused(Exception):  # noqa: N818 - an answer, like the domain's own words
    """The command line said no: what only it is asked, such as a member named in two ways.

    `code` and `facts` as in a LoyaltyError; the sentence is in `pos.cli.wording`.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts
