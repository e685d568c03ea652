"""A book in which everything of a program happens: all redemptions, nights, vouchers, activities.

It does what the shop's use cases do, from the same functions of the rules, and reads everything
back from the entries. `Seen` is all that a rule could ever ask of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from loyalty.accrual.matching import asked
from loyalty.accrual.tier import TierState, standing_in
from loyalty.basket import Basket
from loyalty.codes import voucher_code
from loyalty.ledger.account import Account
from loyalty.ledger.adjusting import adjustment_entry
from loyalty.ledger.count import Count, CountKey, given_of, summed
from loyalty.ledger.counting import counts_of
from loyalty.ledger.documents import compact, counts_rows
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.ledger.expiry import expiry_entries
from loyalty.ledger.moving import opening_entry, stamps_entry
from loyalty.ledger.vesting import vesting_entries
from loyalty.members.activities import activity_entry
from loyalty.members.history import History, Scene, ShopState, Standing
from loyalty.members.member import Member
from loyalty.members.referring import Purchase, Verdict, purchase_of, verdict
from loyalty.redemption.automatic import automatic, comes, reward_entry, terms_of
from loyalty.redemption.quote import Chosen
from loyalty.redemption.voucher import voucher_from
from loyalty.rules.activity import ReferralRule
from loyalty.rules.audience import Bought
from loyalty.rules.program import Program
from loyalty.rules.rewards import VoucherTerms
from loyalty.sales.reversal import undone
from loyalty.sales.sale import Occasion, Sale
from loyalty.sales.selling import sale_entry, sell
from loyalty.sales.unlinked import return_unlinked
from tests.rules.book import MEMBER, Book

BLOCK = 100  # numbers an act may use; so what an act is called does not hang on those before it
APART = 50  # where in its block a night's entries of the lot under proof begin


class WholeBook(Book):
    """One account of a program, shared by a household or not, and the shop around it.

    `apart`: the sale under proof, whose own lot's entries are numbered beside the others.
    """

    def __init__(self, program: Program, people: Sequence[Member], on: date) -> None:
        super().__init__(on)
        self.program = program
        self.people = people
        self.member = people[0]
        self.block = 0
        self.minute = 0
        self.apart: EntryKey | None = None
        self._told: list[Count] = []
        self._used: Counter[int] = Counter()

    def copied(self) -> WholeBook:
        other = copy(self)
        other.entries = list(self.entries)
        other.vouchers = dict(self.vouchers)
        other._told, other._used = list(self._told), Counter(self._used)
        return other

    def next_act(self) -> None:
        """Whatever comes now is a new act."""
        self.block += 1

    def occasion(self) -> Occasion:
        nth = self._used[self.block]
        plain = super().occasion()
        source = UUID(int=(self.block * BLOCK + nth) << 64)
        midnight = plain.at_ms - len(self.entries) - 1
        at_ms = midnight + self.block * BLOCK + nth
        return replace(plain, sale=source, at_ms=at_ms, minute=self.minute)

    def append(self, entry: Entry) -> Entry:
        lots = {posting.lot.key for posting in entry.postings if posting.lot}
        night = entry.kind in (Kind.VESTING, Kind.EXPIRY)
        place = self.block + 1_000_000 if night and self.apart in lots else self.block
        nth = APART if place != self.block else 0
        booked = entry.numbered(EntryKey(1, 1, self.block * BLOCK + nth + self._used[place]))
        self._used[place] += 1
        self.account = self.account.applied(booked)
        self.entries.append(booked)
        self._told.extend(counts_of(booked))
        return booked

    @property
    def counts(self) -> tuple[Count, ...]:
        return tuple(self._told)

    @property
    def history(self) -> History:
        return replace(History().with_counts(self._told), bought=self.bought(asked(self.program)))

    def bought(self, wanted: Sequence[Bought]) -> Mapping[Bought, date]:
        """The last day each was bought and not wholly returned."""
        found: dict[Bought, date] = {}
        for entry in self.sales() if wanted else ():
            left = self.sold(entry).units_left
            lines = self.sale(entry).lines
            for each in wanted:
                goods = zip(lines, left, strict=True)
                if any(each.which.holds(sold.line) and units for sold, units in goods):
                    found[each] = max(found.get(each, date.min), entry.business_date)
        return found

    @property
    def shop(self) -> ShopState:
        sums: dict[CountKey, int] = {k: n for k, n in summed(self._told).items() if k[0]}
        known = {
            code: replace(voucher, withdrawn=not sums.get((True, given_of(code), None)))
            for code, voucher in self.vouchers.items()
        }
        return ShopState(sums, known, b"a key of this shop")

    def standing(self, person: Member | None = None) -> Standing:
        history = self.history
        return Standing(person or self.member, self.account.active(history.last_act), history)

    def scene_of(self, person: Member | None) -> Scene:
        """The counter, with this person before it, or nobody."""
        standing = self.standing(person) if person else None
        return Scene(self.on, self.minute, standing, self.shop)

    def sell_to(
        self, basket: Basket, person: Member | None, chosen: Sequence[Chosen]
    ) -> tuple[Entry, Sale]:
        """Confirm a basket as the counter does: vouchers it hands out are counted with it."""
        scene, occasion = self.scene_of(person), self.occasion()
        sale, gifts = sell(basket, self.program, occasion, scene.standing, chosen, scene.shop)
        codes = [self.give(terms, occasion) for terms in gifts]
        given = tuple(Count(given_of(code), 1, shop=True) for code in codes)
        sale = replace(sale, given=tuple(codes), counts=(*sale.counts, *given))
        account = scene.standing.account if scene.standing else Account()
        return self.append(sale_entry(sale, account, occasion)), sale

    def give(self, terms: VoucherTerms, occasion: Occasion) -> str:
        """A voucher with a code of its own; counting that it was given is the act's business."""
        number = self.block * BLOCK + sum(v.source == occasion.sale for v in self.vouchers.values())
        code = voucher_code(number)
        self.vouchers[code] = voucher_from(terms, code, occasion.sale, occasion.on, MEMBER)
        return code

    def give_by_hand(self, terms: VoucherTerms) -> None:
        occasion = self.occasion()
        count = Count(given_of(self.give(terms, occasion)), 1, shop=True)
        self.append(
            Entry(
                source=occasion.sale,
                kind=Kind.VOUCHER_GIVEN,
                at_ms=occasion.at_ms,
                business_date=occasion.on,
                member=MEMBER,
                program=0,
                postings=(),
                body=compact({"v": 1, "t": counts_rows([count])}),
            )
        )

    def open(self, points: int, until: date | None) -> None:
        """What the member brought from elsewhere: points, a full card of each rule, vouchers."""
        cards = [(rule.id, rule.needed) for rule in self.program.stamps]
        entry = opening_entry(self.occasion(), MEMBER, self.account, points, until, cards)
        self.append(entry)
        for terms in self.program.vouchers:
            self.next_act()
            self.give_by_hand(terms)

    def undo(self, entry: Entry) -> Entry:
        account = self.account.active(self.history.last_act)
        return self.append(undone(entry, account, self.occasion()))

    def night(self) -> None:
        """Vest, give automatic rewards, expire: program.md's order."""
        now, number = self.occasion().at_ms, self.program.number
        account = self.account.active(self.history.last_act)
        for entry in vesting_entries(account, MEMBER, self.on, now, number):
            self.append(entry)
        for reward in automatic(self.program):
            for _ in range(20):
                scene, occasion = replace(self.scene_of(self.member), minute=0), self.occasion()
                if not comes(reward, self.program, scene):
                    break
                code = self.give(terms_of(reward), occasion)
                self.append(reward_entry(reward, self.program, scene, occasion, code))
        account = self.account.active(self.history.last_act)
        for entry in expiry_entries(account, MEMBER, self.on, now, number):
            self.append(entry)

    def act(self, which: int) -> None:
        """An activity of the program; LoyaltyError where its limits leave none."""
        rule = self.program.activities[which % len(self.program.activities)]
        self.append(activity_entry(rule, self.program, self.standing(), self.occasion()))

    def adjust(self, points: int) -> None:
        """Points by hand; LoyaltyError where so many are not there."""
        entry = adjustment_entry(
            self.standing(), points, "kindness", self.program, self.occasion(), "sam"
        )
        self.append(entry)

    def move_stamps(self, which: int) -> None:
        """A paper card moved in; LoyaltyError where the rule forbids it."""
        rule, occasion = self.program.stamps[which % len(self.program.stamps)], self.occasion()
        self.append(stamps_entry(occasion, MEMBER, rule, str(self.block), rule.needed, "sam"))

    def give_back_unlinked(self, basket: Basket) -> None:
        """Goods whose sale nobody finds."""
        told = return_unlinked(
            basket, self.program, self.occasion(), self.standing(), "no slip", "sam"
        )
        self.append(told[1])

    def seen(self, probes: Sequence[Bought] = ()) -> Seen:
        """Everything rules, screens and the night can know of the book."""
        history, rule = self.history, self.program.referral
        shop = self.shop
        good = (code for code, voucher in shop.vouchers.items() if not voucher.withdrawn)
        return Seen(
            account=self.account.active(history.last_act),
            history=history,
            shop={key: amount for key, amount in shop.counts.items() if amount},
            tier=standing_in(self.program.tiers, self.member, history, self.on),
            good=frozenset(good),
            bought=self.bought(probes),
            referral=self._verdicts(rule) if rule else (),
        )

    def _verdicts(self, rule: ReferralRule) -> tuple[Verdict, ...]:
        """What the nights of the next weeks would make of the member's referral."""
        purchases: list[Purchase] = [purchase_of(self.sold(entry)) for entry in self.sales()]
        days = (0, 1, 5, 20, 60, 90)
        until = [date.fromordinal(self.on.toordinal() + ahead) for ahead in days]
        return tuple(verdict(rule, self.member.joined_on, purchases, day) for day in until)


@dataclass(frozen=True, slots=True)
class Seen:
    """A book's state. `good`: codes of vouchers that were given and not withdrawn."""

    account: Account
    history: History
    shop: Mapping[CountKey, int]
    tier: TierState | None
    good: frozenset[str]
    bought: Mapping[Bought, date]
    referral: tuple[Verdict, ...]
