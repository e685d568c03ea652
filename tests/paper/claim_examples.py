"""Slips that carry a claim code: without a member, in a shop with a page, and of a member there."""

from __future__ import annotations

from dataclasses import replace

from loyalty.codes import SaleNumber
from receipts.claim_code import ClaimFacts, token, url
from receipts.writing.facts import SlipFacts
from tests.paper.examples import sale_facts

PAGE = "loyalty.example.com"
_CLAIM = ClaimFacts(1, SaleNumber(1, 1, 812), 1_795_241_049, 15_050, "EUR")
CLAIM_URLS = {page: url(page, token(_CLAIM, bytes(range(32)))) for page in ("", PAGE)}


def claim_facts(language: str) -> SlipFacts:
    """That sale without a member, who can have its points later; the shop has no page."""
    return replace(
        sale_facts(language),
        lines=tuple(replace(line, is_reward=False) for line in sale_facts(language).lines[:2]),
        due_minor=15_050,
        paid_by_points_minor=0,
        points_spent=0,
        member=None,
        claim_url=CLAIM_URLS[""],
        hand_code="1-812 7K3Q",
    )


def page_facts(language: str) -> SlipFacts:
    """The same in a shop with a page that opens on a phone."""
    return replace(claim_facts(language), claim_url=CLAIM_URLS[PAGE])


def looked_facts(language: str) -> SlipFacts:
    """The sale of a member in such a shop: there is nothing to claim, but a page to look at."""
    return replace(sale_facts(language), claim_url=CLAIM_URLS[PAGE], hand_code="1-812 7K3Q")
