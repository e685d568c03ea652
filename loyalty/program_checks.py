"""Rules that contradict themselves or each other, beyond what a field's type can say."""

from __future__ import annotations

from collections.abc import Iterator

from loyalty.codec import Fault
from loyalty.program import Program


def contradictions(program: Program) -> Iterator[Fault]:
    """What is wrong."""
    yield from ()


def doubts(program: Program) -> Iterator[Fault]:
    """What is wrong."""
    yield from ()
