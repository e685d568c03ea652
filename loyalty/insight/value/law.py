"""What a model of buying and leaving is: its likelihood, and what follows from its parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Parameters = Sequence[float]


@dataclass(frozen=True, slots=True)
class Law:
    """One model. Arguments `x, tx, t` are arrays of histories, times in the parameters' unit.

    `logs(p, x, tx, t)`: log-likelihood of each history, constants of the data left out, so that
    all laws here compare. `alive(p, x, tx, t)`: probability of not having left. `expected(p, x,
    tx, t, ahead)`: purchases in the time `ahead`. `population(p, ahead)`: of a new member.
    `timed`: places of the parameters that scale with time.
    """

    name: str
    parameters: tuple[str, ...]
    start: tuple[float, ...]
    timed: tuple[int, ...]
    logs: Callable[[Parameters, Numbers, Numbers, Numbers], Numbers]
    alive: Callable[[Parameters, Numbers, Numbers, Numbers], Numbers]
    expected: Callable[[Parameters, Numbers, Numbers, Numbers, float], Numbers]
    population: Callable[[Parameters, float], float]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model at its best: parameters in weeks, log-likelihood, members it rests on.

    `settled` is False where the search ran against the limits of what it may try.
    """

    law: Law
    values: tuple[float, ...]
    log_likelihood: float
    members: int
    settled: bool

    @property
    def named(self) -> Mapping[str, float]:
        """Parameters by name."""
        return dict(zip(self.law.parameters, self.values, strict=True))
