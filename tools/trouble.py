"""The one error of the set-up: something on this machine is missing, said in plain sentences."""

from __future__ import annotations


class SetUpError(Exception):
    """What is missing and what to do, ready to print; there is nothing for a program in it."""
