"""numpy and scipy, loaded by whoever calculates first: a till that earns points needs neither."""

from __future__ import annotations

from functools import cache
from types import ModuleType


@cache
def arrays() -> ModuleType:
    """The numpy module."""
    # Late: 150 ms of start-up.
    import numpy as np

    return np


@cache
def special() -> ModuleType:
    """scipy.special: gamma, beta and hypergeometric functions, Student's t."""
    # Late: 200 ms of start-up, and 35 MB of memory.
    import scipy.special

    return scipy.special


@cache
def optimize() -> ModuleType:
    """scipy.optimize: the minimisers that models are fitted with."""
    # Late: 300 ms of start-up.
    import scipy.optimize

    return scipy.optimize
