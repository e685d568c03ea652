"""A voucher's terms as JSON text, and back."""

from __future__ import annotations

import json
from typing import Any

from loyalty.documents import compact
from loyalty.rewards import VoucherKind, VoucherTerms
from loyalty.which import Which

_WHICH = ("skus", "categories", "brands", "flags")


def terms_to_text(terms: VoucherTerms) -> str:
    """All of them, so that later defaults change nothing that was promised."""
    return compact(
        {
            "id": terms.id,
            "name": terms.name,
            "kind": terms.kind.value,
            "value_minor": terms.value_minor,
            "percent": terms.percent,
            "minimum_spend_minor": terms.minimum_spend_minor,
            "which": {name: sorted(getattr(terms.which, name)) for name in _WHICH},
            "after_days": terms.after_days,
            "valid_days": terms.valid_days,
            "personal": terms.personal,
            "names": [list(pair) for pair in terms.names],
        }
    )


def terms_from_text(text: str) -> VoucherTerms:
    """The terms of such a text."""
    told: dict[str, Any] = json.loads(text)
    which = {name: frozenset(told["which"][name]) for name in _WHICH}
    names = tuple((language, name) for language, name in told["names"])
    changed = {"kind": VoucherKind(told["kind"]), "which": Which(**which), "names": names}
    return VoucherTerms(**{**told, **changed})
