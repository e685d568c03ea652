"""The member at the counter: the centre of the screen. Name, points, what they are worth now, and
whatever the cashier should say before the sale ends.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.counter.pane import Pane, ground
from ui.counter.state import MemberView, TenderView
from ui.counter.words import points
from ui.parts.chip import Chip
from ui.parts.figures import FigureLabel
from ui.parts.labels import Label, SentenceLabel
from ui.parts.name import NameLabel
from ui.theme.look import look, mm
from ui.wording import figures


class MemberCard(Pane):
    """Name and masked phone, the points large, their worth on this basket, notes below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "card")
        self._name = NameLabel(role="title")
        self._identity = Label(role="small", ink="muted")
        self._points = FigureLabel(role="hero", ink="accent")
        self._unit = Label(role="body", ink="muted")
        self._worth = SentenceLabel(role="body", strong=True, lines=2)
        self._notes = SentenceLabel(role="small", ink="muted", lines=3)
        self._blocked = Chip()
        self._top, self._middle = QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self._name, 1)
        self._top.addWidget(self._blocked)
        self._top.addWidget(self._identity)
        self._middle.addWidget(self._points)
        self._middle.addWidget(self._unit)
        self._middle.addWidget(self._worth, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addLayout(self._middle)
        self._column.addWidget(self._notes)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is (MemberView, TenderView or None, currency)."""
        member: MemberView = view[0]
        tender: TenderView | None = view[1]
        currency: str = view[2]
        self._name.setText(member.name or self.tr("Member without a name"))
        self._identity.setText(member.phone or member.card)
        self._points.setText(figures.count(member.points))
        # The figure stands apart, so the unit is what is left of "12 points".
        self._unit.setText(self._unit_of(member.points))
        self._worth.setText(self._worth_words(member, tender, currency))
        self._blocked.setVisible(member.blocked)
        self._blocked.show_fact(self.tr("Blocked"), "refused", "lock")
        notes = self._notes_of(member)
        self._notes.setText(" · ".join(notes))
        self._notes.setVisible(bool(notes))
        self.setAccessibleName(f"{self._name.whole_text()}, {points(member.points)}")

    def _unit_of(self, number: int) -> str:
        return points(number).replace(figures.count(number), "").strip()

    def _worth_words(self, member: MemberView, tender: TenderView | None, currency: str) -> str:
        if tender is None or not tender.value_minor:
            return ""
        money = figures.money(tender.value_minor, currency)
        return self.tr("Worth {money} on this sale").format(money=money)

    def _notes_of(self, member: MemberView) -> list[str]:
        notes = []
        if member.usable != member.points:
            usable = figures.count(member.usable)
            notes.append(self.tr("Usable now: {points}").format(points=usable))
        if member.owed:
            owed = points(member.owed)
            notes.append(self.tr("{points} to be earned back first").format(points=owed))
        if member.expiring_points and member.expiring_on:
            going = self.tr("{points} expire on {day}")
            day = figures.day(member.expiring_on)
            notes.append(going.format(points=points(member.expiring_points), day=day))
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
