"""The member at the counter: the centre of the screen. Name, points, what they are worth now, and
whatever the cashier should say before the sale ends.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.counter.here import HereView
from ui.counter.pane import Pane, ground
from ui.counter.state import Birthday, MemberView, TenderView, TierView
from ui.counter.words import points, total_words, visits, vouchers, when_words
from ui.parts.chip import Chip
from ui.parts.figures import FigureLabel
from ui.parts.labels import Label, SentenceLabel
from ui.parts.name import NameLabel
from ui.theme.look import look, mm
from ui.wording import figures
from ui.wording.sentences import sentence


class MemberCard(Pane):
    """Name and masked phone, the points large, their worth on this basket; below the tier with the
    way to the next, and notes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "card")
        self._name = NameLabel(role="title")
        self._identity = Label(role="small", ink="muted")
        self._points = FigureLabel(role="hero", ink="accent")
        self._unit = Label(role="body", ink="muted")
        self._worth = SentenceLabel(role="body", strong=True, lines=2)
        self._total = SentenceLabel(role="body", ink="muted", lines=3)
        self._line = Chip()
        self._stopped = SentenceLabel(role="body", strong=True, ink="attention", lines=3)
        self._tier = SentenceLabel(role="small", strong=True, lines=2)
        self._notes = SentenceLabel(role="small", ink="muted", lines=3)
        self._blocked, self._case, self._birthday = Chip(), Chip(), Chip()
        self._compact = False
        self._top, self._middle, self._office = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self._name, 1)
        for chip in (self._blocked, self._case, self._birthday):
            self._top.addWidget(chip)
        self._top.addWidget(self._identity)
        self._middle.addWidget(self._points)
        self._middle.addWidget(self._unit)
        self._middle.addWidget(self._worth, 1)
        self._office.addWidget(self._total, 1)
        self._office.addWidget(self._line)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addLayout(self._middle)
        self._column.addLayout(self._office)
        self._column.addWidget(self._stopped)
        self._column.addWidget(self._tier)
        self._column.addWidget(self._notes)
        self.set_air()

    def set_compact(self, compact: bool) -> None:
        """Name and points only, where large text leaves the offers no place; all the rest is
        on the member's sheet, one key away.
        """
        if compact != self._compact:
            self._compact = compact
            if isinstance(self._view, tuple):
                self._show_here(self._view[0].here)  # the strip tells since when
            self._fold()

    def _fold(self) -> None:
        self._notes.setVisible(bool(self._notes.text()) and not self._compact)
        self._identity.setVisible(not self._compact)
        self._tier.setVisible(bool(self._tier.text()) and not self._compact)
        self._stopped.setVisible(bool(self._stopped.text()))

    def write(self, view: Any) -> None:
        """`view` is (MemberView, TenderView or None, currency)."""
        member: MemberView = view[0]
        tender: TenderView | None = view[1]
        currency: str = view[2]
        self._name.setText(member.name or self.tr("Member without a name"))
        self._identity.setText(member.phone or member.card)
        shown = member.here.points if member.here else member.points
        self._points.setText(figures.count(shown))
        # The figure stands apart, so the unit is what is left of "12 points".
        self._unit.setText(self.tr("usable here") if member.here else self._unit_of(shown))
        self._show_here(member.here)
        self._worth.setText(self._worth_words(member, tender, currency))
        self._blocked.setVisible(member.blocked)
        self._blocked.show_fact(self.tr("Blocked"), "refused", "lock")
        self._case.setVisible(member.cases > 0)
        self._case.show_fact(self.tr("Open case"), "attention", "case")
        self._birthday.setVisible(member.birthday is not None)
        self._birthday.show_fact(self._birthday_words(member), "ok", "birthday")
        tier = self._tier_words(member.tier, currency) if member.tier else ""
        self._tier.setText(tier)
        notes = self._notes_of(member)
        self._notes.setText(" · ".join(notes))
        self._fold()
        whole = points(member.points)
        if member.here:
            here = self.tr("Usable here: {points}").format(points=figures.count(shown))
            whole = f"{here}, {self._total.text()}, {self._line.words}"
        said = (self._name.whole_text(), whole, tier)
        self.setAccessibleName(", ".join(part for part in said if part))

    def _show_here(self, here: HereView | None) -> None:
        """The total with its time, and whether head office can be asked; a line of its own, that
        stands from the first moment so that nothing moves when the figures are refreshed.
        """
        self._total.setVisible(here is not None)
        self._line.setVisible(here is not None)
        self._stopped.setText("")
        if here is None:
            return
        self._total.setText(total_words(here))
        if here.connected:
            self._line.show_fact(self.tr("Connected"), "ok", "online")
        else:
            words = self.tr("Not connected")
            if here.since is not None and not self._compact:
                words = self.tr("Not connected since {time}").format(time=when_words(here.since))
            self._line.show_fact(words, "quiet", "offline")
        if here.frozen:
            self._stopped.setText(sentence("points-frozen", {"why": f"frozen-{here.frozen}"}))

    def _unit_of(self, number: int) -> str:
        return points(number).replace(figures.count(number), "").strip()

    def _worth_words(self, member: MemberView, tender: TenderView | None, currency: str) -> str:
        if tender is None or not tender.value_minor:
            return ""
        money = figures.money(tender.value_minor, currency)
        return self.tr("Worth {money} on this sale").format(money=money)

    def _birthday_words(self, member: MemberView) -> str:
        if member.birthday is Birthday.TODAY or member.birthday_on is None:
            return self.tr("Birthday today")
        return self.tr("Birthday {day}").format(day=figures.short_day(member.birthday_on))

    def _tier_words(self, tier: TierView, currency: str) -> str:
        """Where the member stands, what is lacking to the next tier, and what may be lost."""
        parts = [tier.name] if tier.name else []
        if tier.next_name:
            lacking = self._measured(tier, currency)
            more = self.tr("{missing} more to {tier}")
            if tier.by is not None:
                more = self.tr("{missing} more to {tier} by {day}")
            by = figures.short_day(tier.by) if tier.by else ""
            parts.append(more.format(missing=lacking, tier=tier.next_name, day=by))
        if tier.kept_until is not None:
            lost = self.tr("until {day}, then {tier}")
            if not tier.falls_to:
                lost = self.tr("until {day}")
            kept = figures.short_day(tier.kept_until)
            parts.insert(1, lost.format(day=kept, tier=tier.falls_to))
        return " · ".join(parts)

    def _measured(self, tier: TierView, currency: str) -> str:
        if tier.measure == "spend":
            return figures.money(tier.missing, currency)
        return visits(tier.missing) if tier.measure == "visits" else points(tier.missing)

    def _notes_of(self, member: MemberView) -> list[str]:
        """What the cashier may have to say, the most pressing first."""
        notes = []
        if member.here is None and member.usable != member.points:
            usable = figures.count(member.usable)
            notes.append(self.tr("Usable now: {points}").format(points=usable))
        if member.held:
            held = points(member.held)
            notes.append(self.tr("{points} held by another basket").format(points=held))
        if member.owed:
            owed = points(member.owed)
            notes.append(self.tr("{points} to be earned back first").format(points=owed))
        if member.expiring_points and member.expiring_on:
            going = self.tr("{points} expire on {day}")
            day = figures.short_day(member.expiring_on)
            notes.append(going.format(points=points(member.expiring_points), day=day))
        if member.pending:
            coming = self.tr("{points} pending, usable from {day}")
            day = figures.short_day(member.pending_from) if member.pending_from else "–"
            notes.append(coming.format(points=points(member.pending), day=day))
        if member.shared:
            notes.append(self.tr("Household account"))
        if member.vouchers:
            notes.append(vouchers(member.vouchers))
        if member.joined_on and not notes:
            since = figures.day(member.joined_on)
            notes.append(self.tr("Member since {day}").format(day=since))
        return notes

    def set_air(self) -> None:
        pad = mm(look().measure.density.pad_mm)
        self._column.setContentsMargins(pad, mm(1.6), pad, mm(1.8))
        self._column.setSpacing(0)
        self._top.setSpacing(mm(2))
        self._middle.setSpacing(mm(2))
        self._office.setSpacing(mm(2))
