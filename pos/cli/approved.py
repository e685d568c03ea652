"""The second person on a command line: a badge, or an operator and a PIN."""

from __future__ import annotations

from argparse import Namespace

from loyalty.codes import Meaning, reading
from pos.approving import approve
from pos.rights import Right
from pos.shop import Shop


def approved_by(
    shop: Shop, options: Namespace, operator: str, right: Right, amount: int = 0
) -> str:
    """The id of whoever --approve names, or empty. Errors: those of `approving.approve`."""
    who: str = (options.approve or "").strip()
    if not who:
        return ""
    if reading(who).meaning is Meaning.OPERATOR_BADGE:
        return approve(shop, operator, right, amount, badge=who).id
    return approve(shop, operator, right, amount, operator=who, pin=options.pin).id
