"""Wishes of a sale: what was scanned, amounts, rewards, Enter, undo."""

from __future__ import annotations

from dataclasses import replace

from loyalty.basket import Line
from loyalty.errors import LoyaltyError
from loyalty.money import amount_from_text, currency
from loyalty.program import RewardKind
from loyalty.quote import Chosen
from pos.acts import Act
from pos.counter import AtCounter, Booked, at_counter, confirm
from pos.glance import Glance, glance
from pos.ids import new_id
from pos.undo import Undone, undo
from pos.why import steps
from ui.counter.booked import sale_done, undo_done
from ui.counter.notice import Mood
from ui.counter.session import LONGEST_ENTRY
from ui.counter.sheets import WhySheet, WhyStep
from ui.counter.stage import Stage
from ui.counter.state import Done, Reach
from ui.counter.views import TILES, counter_state, looked_ahead, noticed, used_as_money
from ui.counter.writing import Writing

DONE_FOR_MS = 4_000


class Selling:
    """The basket and the member before it."""

    def __init__(self, stage: Stage, writing: Writing) -> None:
        self._stage = stage
        self._writing = writing

    def member(self, who: AtCounter) -> None:
        """A member stands at the counter; what is rung up stays, another's rewards go back."""
        stage = self._stage
        if stage.now.done is not None:
            stage.next_customer()
        before = stage.now.member
        same = before is not None and before.member.id == who.member.id
        kept = stage.now.chosen if same else ()
        dropped = len(kept) < len(stage.now.chosen)
        stage.update(member=who, chosen=kept, blank="", banner=None, sheet=None, rows=())
        if dropped:
            stage.tell(Mood.ATTENTION, "rewards-put-back")
        else:
            stage.sign(Mood.OK)

    def typed(self, text: str) -> None:
        """Characters for the entry line."""
        stage = self._stage
        if stage.now.done is not None:
            stage.next_customer()
        allowed = "".join(c for c in text if c.isdigit() or c in ".,")
        entry = (stage.now.entry + allowed)[:LONGEST_ENTRY]
        stage.update(entry=entry, banner=None)

    def backspace(self) -> None:
        """Take the last character back."""
        self._stage.update(entry=self._stage.now.entry[:-1])

    def delete_line(self) -> None:
        """Take the last line back, or the last redemption if there is one after it."""
        now = self._stage.now
        if now.entry:
            self._stage.update(entry="")
        elif now.chosen:
            self._stage.update(chosen=now.chosen[:-1])
        else:
            self._stage.update(lines=now.lines[:-1])
            self._put_back()

    def add_line(self) -> bool:
        """What is typed becomes a line; False, with the reason said, if it is no amount."""
        stage = self._stage
        try:
            minor = amount_from_text(stage.now.entry, currency(stage.now.settings.currency))
            line = Line("", minor)
            lines = (*stage.now.lines, line)
            stage.now.basket(True)
        except LoyaltyError as no:
            stage.refuse(no)
            return False
        sale_id = stage.now.sale_id or new_id(stage.shop.clock)
        stage.update(lines=lines, entry="", sale_id=sale_id, banner=None)
        return True

    def take_line(self) -> None:
        """What is typed becomes a line, and the customer goes on buying."""
        self.add_line()

    def reward(self, number: int) -> None:
        """Take or put back a reward; a gift where nothing is bought is handed over at once."""
        stage = self._stage
        program, who = stage.now.program, stage.now.member
        if program is None or who is None:
            stage.tell(Mood.ATTENTION, "scan-card-first")
            return
        tiles = counter_state(stage.now, stage.shop.today).rewards
        tile = next((tile for tile in tiles if tile.number == number), None)
        ahead = looked_ahead(stage.now, stage.shop.today)
        if tile is None or ahead is None:
            return
        reward = ahead.quote.rewards[:TILES][number - 1].reward
        choice = Chosen(reward=reward.id)
        if tile.reach is Reach.CHOSEN:
            stage.update(chosen=tuple(c for c in stage.now.chosen if c != choice), banner=None)
        elif tile.reach is Reach.READY:
            sale_id = stage.now.sale_id or new_id(stage.shop.clock)
            stage.update(chosen=(*stage.now.chosen, choice), sale_id=sale_id, banner=None)
            if reward.kind is RewardKind.GIFT and not stage.now.lines and not stage.now.entry:
                self.confirm()
        elif tile.why is not None:
            stage.say(tile.why)

    def best(self) -> None:
        """Take the reward that is suggested."""
        suggested = counter_state(self._stage.now, self._stage.shop.today).suggestion
        if suggested:
            self.reward(suggested)
        else:
            self._stage.tell(Mood.ATTENTION, "nothing-to-redeem")

    def tender(self) -> None:
        """Use points as money on this basket, or put them back."""
        stage = self._stage
        who = stage.now.member
        if who is None:
            stage.tell(Mood.ATTENTION, "scan-card-first")
            return
        others = tuple(choice for choice in stage.now.chosen if choice.reward)
        if len(others) != len(stage.now.chosen):
            stage.update(chosen=others, banner=None)
            return
        if stage.now.typed_line and not self.add_line():
            return
        offer = counter_state(stage.now, stage.shop.today).tender
        if offer is None or not offer.points:
            why = offer.why if offer else None
            if why:
                stage.say(why)
            else:
                stage.tell(Mood.ATTENTION, "amount-first")
            return
        stage.update(chosen=(*others, used_as_money(who.account, stage.shop.today)), banner=None)

    def why(self) -> None:
        """Why this basket earns what it does; after a sale, why that one did."""
        ahead = looked_ahead(self._stage.now, self._stage.shop.today)
        last = self._stage.now.glance.last
        if ahead is None or not ahead.payment.basket.lines:
            if last is not None:
                self._writing.show_why(last.entry.key)
            return
        amounts = tuple(line.amount_minor for line in ahead.payment.basket.lines)
        shown = tuple(WhyStep(code, facts) for code, facts in steps(ahead.earns, amounts))
        points = ahead.earns.points if self._stage.now.member else 0
        self._stage.update(sheet=WhySheet("", points, shown))

    def enter(self) -> None:
        """Finish: take what is typed, and book."""
        stage = self._stage
        if stage.now.entry and not self.add_line():
            return
        if stage.now.lines or stage.now.chosen:
            self.confirm()
        else:
            stage.tell(Mood.ATTENTION, "amount-first" if stage.now.member else "scan-card-first")

    def confirm(self) -> None:
        """Book the basket."""
        stage = self._stage
        now = stage.now
        if now.operator is None or now.sale_id is None:
            return
        if self._put_back():
            return
        act = Act(now.sale_id, now.operator.id, now.shift.id if now.shift else None)
        who = now.member.member.id if now.member else None
        shop, basket, chosen = stage.shop, now.basket(), now.chosen
        stage.book(lambda: confirm(shop, act, basket, who, chosen), self._booked, self._not_booked)

    def undo(self) -> None:
        """Take the last act back."""
        stage = self._stage
        now = stage.now
        if now.operator is None:
            return
        if now.under_way:
            stage.tell(Mood.ATTENTION, "finish-first")
            return
        if now.glance.last is None:
            self._not_undone(LoyaltyError("undo-nothing"))
            return
        act = Act(new_id(stage.shop.clock), now.operator.id, now.shift.id if now.shift else None)
        shop, seen = stage.shop, now.glance.last.entry.key
        stage.book(lambda: undo(shop, act, seen), self._undone, self._not_undone)

    def leave(self) -> None:
        """Escape: first what is typed, then the basket, then the member."""
        now = self._stage.now
        if now.done is None and now.entry:
            self._stage.update(entry="", banner=None)
        elif now.done is None and now.banner:
            self._stage.update(banner=None, blank="")
        elif now.done is None and (now.lines or now.chosen) and now.member:
            self._stage.update(lines=(), chosen=(), sale_id=None, banner=None)
        else:
            self._stage.next_customer()

    def done(self, done: Done) -> None:
        """Show what was done, and go back to idle by itself."""
        stage = self._stage
        cleared = stage.now.cleared()
        stage.moment += 1
        moment = stage.moment
        stage.now = cleared
        stage.update(done=done)
        stage.sign(Mood.OK)

        def idle() -> None:
            if stage.moment == moment and stage.now.sheet is None:
                stage.next_customer()

        stage.later(DONE_FOR_MS, idle)

    def _put_back(self) -> bool:
        """Whether something chosen does not go with the basket any more; it goes back, and why."""
        stage = self._stage
        ahead = looked_ahead(stage.now, stage.shop.today)
        if ahead is None or not ahead.dropped:
            return False
        stage.update(chosen=ahead.chosen)
        stage.say(noticed(ahead.dropped[0][1]))
        return True

    def _booked(self, booked: Booked) -> None:
        stage = self._stage
        self.done(sale_done(booked, stage.now.settings.language, stage.shop.today))
        self._writing.print_by_itself(booked.entry.key)

    def _not_booked(self, no: LoyaltyError) -> None:
        """Show what the member has by now, or Enter would run into the same no for ever."""
        stage = self._stage
        shop, who = stage.shop, stage.now.member
        if who is None:
            stage.refuse(no)
            return

        def as_they_are(now: AtCounter) -> None:
            stage.update(member=replace(now, card=who.card))
            ahead = looked_ahead(stage.now, shop.today)
            stage.update(chosen=ahead.chosen if ahead else ())
            stage.refuse(no)

        stage.ask(lambda: at_counter(shop, who.member.id), as_they_are)

    def _undone(self, undone: Undone) -> None:
        self.done(undo_done(undone))
        if undone.returned is not None:
            self._writing.print_by_itself(undone.entry.key)

    def _not_undone(self, no: LoyaltyError) -> None:
        """Show what the last act is by now, with the reason it stays."""
        stage, shop = self._stage, self._stage.shop

        def as_it_is(seen: Glance) -> None:
            stage.update(glance=seen)
            stage.refuse(no)

        stage.ask(lambda: glance(shop), as_it_is)
