"""Blocked members and lost cards: refused at the counter with the reason, points untouched."""

from __future__ import annotations

from pos.demo import demo_card
from tests.shop.conftest import CommandLine


def test_a_lost_card_is_refused_and_its_member_is_not(demo: CommandLine) -> None:
    name = demo.told("member", "show", demo_card(3)).json["member"]["name"]
    assert demo("member", "block", "--operator", "mina", "--card", demo_card(3)).status == 0
    refused = demo.told("award", demo_card(3), "5")
    assert refused.status == 1
    assert refused.json["error"]["code"] == "card-blocked"
    assert demo("award", name, "5").status == 0
    assert demo("member", "unblock", "--operator", "mina", "--card", demo_card(3)).status == 0
    assert demo("award", demo_card(3), "5").status == 0


def test_a_blocked_member_neither_earns_nor_redeems_and_keeps_the_points(
    demo: CommandLine,
) -> None:
    before = demo.told("member", "show", demo_card(4)).json
    told = demo.told(
        "member", "block", "--operator", "mina", demo_card(4), "--why", "card was copied"
    )
    assert told.json["member"]["status"] == "blocked"
    refused = demo.told("award", demo_card(4), "5")
    assert refused.json["error"]["code"] == "member-blocked"
    assert "card was copied" in refused.json["error"]["sentence"]
    assert demo.told("award", before["member"]["name"], "5").error == "member-blocked"
    assert demo("member", "unblock", "--operator", "mina", before["member"]["id"]).status == 0
    assert demo.told("member", "show", demo_card(4)).json["points"] == before["points"]
    assert demo("ledger", "verify").status == 0


def test_nobody_is_blocked_by_mistake(demo: CommandLine) -> None:
    unknown = demo.told("member", "block", "--operator", "mina", "--card", demo_card(55))
    assert unknown.json["error"]["code"] == "code-foreign"
    assert (
        demo.told("member", "block", "--operator", "mina", "nobody-here").json["error"]["code"]
        == "who-unknown"
    )
