"""`regulars ledger replay` where a balance depends on more than the entries say."""

from __future__ import annotations

from tests.shop.conftest import CommandLine


def test_sliding_points_are_replayed_without_a_difference(new: CommandLine) -> None:
    new("shop", "setup", "--name", "Café", "--currency", "EUR", "--zone", "Europe/Lisbon")
    new("program", "import", "example:cafe-stamp-card", "--next")
    new("member", "add", "--phone", "+351912345678", "--name", "Ana")
    assert new("sell", "--member", "ana", "12.00").status == 0
    said = new.told("ledger", "replay")
    assert (said.status, said.json["same"]) == (0, True)
    assert said.json["total"] >= 12
    assert new("ledger", "replay", "ana").status == 0


def test_a_draft_whose_points_are_no_money_is_not_said_to_cost_nothing(new: CommandLine) -> None:
    new("shop", "setup", "--name", "Shop", "--currency", "EUR", "--zone", "Europe/Lisbon")
    new("member", "add", "--phone", "+351912345678", "--name", "Ana")
    assert new("sell", "--member", "ana", "60.00").status == 0
    unpriced = new("program", "replay", "example:boutique-three-tiers")
    priced = new("program", "replay", "example:grocer-own-brand")
    assert (unpriced.status, priced.status) == (0, 0)
    assert "Worth" not in unpriced.out
    assert "Worth" in priced.out
