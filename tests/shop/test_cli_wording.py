"""Every code that can be raised has an English sentence on the command line, with its facts."""

from __future__ import annotations

import ast
from string import Formatter

import pytest

from pos.cli.findings import FAULTS, HEALTH, fault_sentence, health_sentence
from pos.cli.wording import SAID, sentence
from pos.store import Fault, Health
from tests.shape.codes import RAISED, codes_of
from tests.shape.sources import ROOT, Source, sources

OURS = ("loyalty", "receipts", "pos", "main")


def test_every_code_has_a_sentence() -> None:
    found = {code: place for one in sources(*OURS) for place, code in codes_of(one, RAISED)}
    assert len(found) > 100
    silent = sorted(f"{code} ({place})" for code, place in found.items() if code not in SAID)
    assert not silent, "\n".join(silent)


def test_every_finding_of_a_start_up_and_every_fault_has_words() -> None:
    store = [one for one in sources(*OURS) if one.module.startswith("pos.store")]
    health = {code for one in store for _, code in codes_of(one, ("Health",))}
    assert {"second-window", "ledger-behind"} <= health
    assert not health - set(HEALTH)
    faults = {
        call.args[1].value
        for one in store
        for call in ast.walk(one.tree)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in ("_fault", "Fault", "fault")
        and len(call.args) > 1
        and isinstance(call.args[1], ast.Constant)
    }
    faults |= {
        call.args[0].value
        for one in store
        for call in ast.walk(one.tree)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", "") == "_unlike"
        and isinstance(call.args[0], ast.Constant)
    }
    assert {"hash", "missing", "balance", "days", "used-twice"} <= faults
    assert not faults - set(FAULTS)


def test_no_sentence_fails_for_lack_of_a_fact() -> None:
    for code, words in SAID.items():
        wanted = {name for _, name, _, _ in Formatter().parse(words) if name}
        assert sentence(code, {}), code
        assert sentence(code, dict.fromkeys(wanted, "x" * 4000)), code
    for what in (*FAULTS, "never-heard-of"):
        assert fault_sentence(Fault(None, what))
    for code in (*HEALTH, "never-heard-of"):
        assert health_sentence(Health(code))


def test_a_sentence_shows_money_and_nothing_that_steers_the_terminal() -> None:
    assert sentence("amount-too-large", {"limit_minor": 1234}, "EUR").count("€12.34") == 1
    said = sentence("who-unknown", {"text": "a\x1b[31m\nb\u202e"})
    assert said.isprintable()
    said = sentence("reward-refused", {"reward": "Tea", "why": "points-missing", "points": 3})
    assert said == "Tea: Points still missing: 3"


def test_an_unknown_code_is_named_not_hidden() -> None:
    assert "brand-new" in sentence("brand-new", {"x": object()})


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("LoyaltyError('a-b')", {"a-b"}),
        ("T = {1: 'c-d'}\nTroubleError(T[x], a=1)", {"c-d"}),
        ("code = 'e-f' if x else 'g-h'\nTroubleError(code)", {"e-f", "g-h"}),
        ("TABLE = {1: 'k-l'}\ncode = TABLE.get(1, 'm-n')\nTroubleError(code)", {"k-l", "m-n"}),
    ],
)
def test_the_finder_finds(text: str, codes: set[str]) -> None:
    made = Source(ROOT / "x.py", "x", tuple(text.splitlines()), ast.parse(text))
    assert {code for _, code in codes_of(made, RAISED)} == codes
