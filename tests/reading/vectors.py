"""The genuine receipt codes of vectors.jsonl, one value a line, with the keys a shop would enrol.

Each line says where its code was published, what it holds, and what was computed to know so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loyalty.codes import SaleNumber
from receipts.claim_code import NO_PAGE, ClaimFacts, facts_from, public_of, token, url
from receipts.reading.claim import Claim

FILE = Path(__file__).parent / "vectors.jsonl"
FIELDS = ("merchant", "receipt", "currency", "issued_at", "kind", "device", "counter")
_COLOMBIA = (
    "NumFac: FE4217\nFecFac: 2026-09-26\nHorFac: 08:14:00-05:00\nNitFac: 900373115\n"
    "DocAdq: 222222222222\nValFac: 9495.80\nValIva: 1804.20\nValOtroIm: 0.00\n"
    f"ValTolFac: 11300.00\nCUFE: {'ab' * 48}"
)
# About the answer without the key, which is asked for by itself.
_WITHOUT_KEY = "signature_without_enrolled_key"


@dataclass(frozen=True, slots=True)
class Vector:
    """A code as scanned, `expect` as the file has it, and `keys` to read it with."""

    line: int
    scheme: str
    payload: str
    expect: Mapping[str, Any]
    keys: Mapping[tuple[str, str], bytes]

    @property
    def checks(self) -> dict[str, str]:
        return {name: how for name, how in self.expect["checks"].items() if name != _WITHOUT_KEY}

    def __str__(self) -> str:
        return f"{self.scheme}-{self.line}"


def vectors() -> list[Vector]:
    """All of them, in the order of the file."""
    with FILE.open(encoding="utf-8") as file:
        return [_vector(line, json.loads(text)) for line, text in enumerate(file, start=1)]


def made() -> list[Vector]:
    """Codes of the schemes of which the file has none: our own, and the lines of Colombia."""
    private = bytes(range(32))
    facts = ClaimFacts(3, SaleNumber(7, 1, 4711), 1_790_000_000, 12_50, "EUR")
    code = url(NO_PAGE, token(facts, private))
    keys = {("regulars", str(facts_from(code).key_id)): public_of(private)}
    sound = {"checks": {"signature": "pass", "key_valid": "pass"}}
    return [Vector(0, "regulars", code, sound, keys), Vector(0, "co-dian", _COLOMBIA, {}, {})]


def told(claim: Claim) -> dict[str, object]:
    """The fields of a claim under the names and in the form of the file."""
    total = None if claim.total is None else str(claim.total)
    return {"total": total, **{name: getattr(claim, name) for name in FIELDS}}


def _vector(line: int, said: Mapping[str, Any]) -> Vector:
    expect = said["expect"]
    keys = {}
    if "enrol" in said:
        device = f"{expect['merchant']}:{expect['device']}"
        keys[said["scheme"], device] = bytes.fromhex(said["enrol"]["es256_public_xy_hex"])
    return Vector(line, said["scheme"], said["payload"], expect, keys)
