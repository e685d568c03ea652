"""A voucher: a single-use code with what it is good for, frozen on the day it was given out.

The program may change afterwards; what was promised on the paper may not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from loyalty.codes import Meaning, reading
from loyalty.errors import LoyaltyError
from loyalty.rules.rewards import VoucherTerms


@dataclass(frozen=True, slots=True)
class Voucher:
    """`code` (18 digits, see `codes`), its terms, and whom it was given to (None: to bearer).

    `source`: the act that gave it out. `withdrawn`: that act was taken back, or a person said so.
    `elsewhere`: it is not this terminal that may let it be used now.
    Whether it was used is a count of the shop (`count.used_of`), never a field.
    """

    code: str
    terms: VoucherTerms
    source: UUID
    given_on: date
    member: UUID | None = None
    withdrawn: bool = False
    elsewhere: bool = False

    @property
    def first_day(self) -> date:
        """The first day it may be used."""
        return self.given_on + timedelta(days=self.terms.after_days)

    @property
    def last_day(self) -> date:
        """The last day it may be used, included."""
        return self.first_day + timedelta(days=self.terms.valid_days)


def voucher_from(
    terms: VoucherTerms, code: str, source: UUID, given_on: date, member: UUID | None = None
) -> Voucher:
    """A voucher given out on a day by an act, for a member or (None) to bearer.

    `code` comes from `codes.voucher_code` and a good source of chance. Errors: `code-damaged`,
    `voucher-needs-member` where a personal one has nobody to be for.
    """
    if reading(code).meaning is not Meaning.VOUCHER:
        raise LoyaltyError("code-damaged", text=code[:20])
    if terms.personal and member is None:
        raise LoyaltyError("voucher-needs-member")
    return Voucher(code, terms, source, given_on, member)
