"""The claim code of a sale's slip: signed from what the slip says, the same on every copy."""

from __future__ import annotations

import logging
from dataclasses import replace

from loyalty.codes import SaleNumber
from pos.claim_keys import signer
from pos.shop import Shop
from pos.trouble import TroubleError
from receipts.claim_code import ClaimFacts, token, url
from receipts.hand_code import hand_code
from receipts.writing.facts import SlipFacts, SlipKind

_log = logging.getLogger(__name__)


def with_claim_code(shop: Shop, key: SaleNumber, facts: SlipFacts) -> SlipFacts:
    """A slip with its claim code, or as it is where none belongs on it.

    Only on a sale of this terminal's own: no other key may sign it. A sale that a member has
    already carries one only where it opens a page.
    """
    settings = shop.settings
    wanted = settings.claim_codes and (facts.member is None or settings.claim_page)
    own = facts.kind is SlipKind.SALE and key.terminal == shop.store.terminal
    if not (wanted and own and facts.total_minor > 0):
        return facts
    try:
        signs = signer(shop)
    except TroubleError as trouble:
        # The goods are sold: a slip without its code is better than none.
        _log.warning("no claim code: %s", trouble.code)
        return facts
    at_s = int(facts.at.timestamp())
    said = ClaimFacts(settings.store_no, key, at_s, facts.total_minor, facts.currency)
    return replace(
        facts,
        claim_url=url(settings.claim_page, token(said, signs.private)),
        hand_code=hand_code(signs.secret, key, facts.total_minor),
    )
