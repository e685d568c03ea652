"""States of a counter with a head office: connected, cut off, short of points, frozen, its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time

from tests.screen.act_states import SALES
from tests.screen.state_parts import (
    AT_MEMBER,
    DONE,
    DONE_ALL,
    IDLE,
    LONG,
    OFFERS,
    OPERATORS,
    PEOPLE,
    REGULAR,
    RINGING,
    STRIP,
)
from ui.counter.here import HereView
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet, Approval, Field, FindSheet, Row
from ui.counter.state import CounterState, Phase, Reach, TenderView

_ON = replace(STRIP, office=Notice(Mood.OK, "office-online", (("since", time(8, 2)),)))
_OFF = replace(
    STRIP,
    office=Notice(Mood.QUIET, "office-offline", (("since", time(8, 50)),)),
    unsent=Notice(Mood.QUIET, "office-unsent", (("count", 128), ("since", time(8, 51)))),
    aside=Notice(Mood.ATTENTION, "office-aside", (("count", 2),)),
)
_NEAR = replace(
    STRIP, office=Notice(Mood.QUIET, "office-near", (("since", time(8, 50)),)), unsent=_OFF.unsent
)
_WRONG = replace(
    _OFF,
    office=_NEAR.office,
    printer=Notice(Mood.ATTENTION, "printer-unreachable"),
    scanner=Notice(Mood.ATTENTION, "serial-lost", (("port", "COM3"),)),
    camera=Notice(Mood.ATTENTION, "camera-lost"),
    store=Notice(Mood.ATTENTION, "disk-low", (("free_mib", 12),)),
)
_AWAY = Notice(Mood.ATTENTION, "points-elsewhere", (("points", 12_140), ("total", 1_234_240)))
_VOUCHER = Notice(Mood.ATTENTION, "voucher-elsewhere")
_OFFERS = tuple(
    replace(one, number=number, reach=Reach.ELSEWHERE, why=_VOUCHER if one.voucher else _AWAY)
    for number, one in enumerate(OFFERS[:8], start=1)
)
_AS_OF = time(9, 12)
_HERE = HereView(140, 240, _AS_OF, connected=True, since=time(8, 2))
_CUT = HereView(140, 240, _AS_OF, since=time(8, 50))
_OLD = HereView(1_234_567, 7_654_321, datetime(2026, 11, 19, 18, 4, tzinfo=UTC))
_SHORT = ActSheet(
    "short",
    "Anna Schmidt",
    facts=(
        Notice(Mood.ATTENTION, "short-offline", (("points", 140), ("total", 240))),
        Notice(Mood.QUIET, "short-risk", (("points", 200), ("risk", 60))),
    ),
    rows=(
        Row(1, "short-use", points=140),
        Row(2, "short-without"),
        Row(3, "short-allow", points=200),
    ),
)
_WHY = (Notice(Mood.QUIET, "aside-why-done-elsewhere"),)
_PAGE = ActSheet(
    "line",
    facts=(
        Notice(Mood.ATTENTION, "line-lost", (("since", time(8, 50)),)),
        Notice(Mood.QUIET, "line-why", (("why", "office-unreachable"),)),
        Notice(
            Mood.QUIET,
            "line-office",
            (("name", "Morgenrot GmbH"), ("url", "office.morgenrot.example:8443")),
        ),
        Notice(Mood.QUIET, "line-unsent", (("count", 128), ("oldest", time(8, 51)))),
        Notice(Mood.QUIET, "line-only-here", (("count", 61),)),
        Notice(Mood.QUIET, "line-untold", (("count", 3),)),
        Notice(Mood.QUIET, "line-aside", (("count", 1),)),
    ),
    rows=(Row(1, "1 1 812", "1-812", _WHY),),
)
_JOIN = ActSheet(
    "link",
    facts=(Notice(Mood.QUIET, "link-how"),),
    fields=(
        Field("office-url", code=True),
        Field("office-code", code=True),
    ),
)


def _at(here: HereView, state: CounterState = AT_MEMBER, name: str = "") -> CounterState:
    assert state.member is not None
    member = replace(state.member, here=here, name=name or state.member.name)
    return replace(state, member=member, strip=_ON if here.connected else _OFF)


def _frozen() -> CounterState:
    why = "frozen-lease-over"
    refused = Notice(Mood.ATTENTION, "points-frozen", (("why", why),))
    stopped = replace(_CUT, points=0, frozen="lease-over")
    return replace(_at(stopped, RINGING), banner=refused)


_TAKEN = Notice(Mood.REFUSED, "terminal-number-taken", (("number", 1),))
_FOUND = tuple(
    replace(person, here=here)
    for person, here in zip(PEOPLE, (_CUT, _OLD, HereView(0, 0)), strict=True)
)


def _done(here: HereView) -> CounterState:
    return replace(IDLE, strip=_ON, phase=Phase.DONE, done=replace(DONE, here=here))


def _returned(code: str, mood: Mood = Mood.REFUSED) -> CounterState:
    """A number of another till, typed on the list of sales."""
    sheet = replace(SALES, fields=(Field("slip", value="12-20481", code=True),), touched=True)
    notice = Notice(mood, code, (("terminal", 12), ("seq", 20_481)))
    return replace(IDLE, strip=_OFF, sheet=sheet, banner=notice, busy=mood is Mood.QUIET)


LINE_STATES: dict[str, Callable[[], CounterState]] = {
    "linked-idle": lambda: replace(IDLE, strip=_ON),
    "linked-member": lambda: _at(_HERE),
    "linked-cut": lambda: _at(_CUT),
    "linked-unknown": lambda: _at(HereView(0, 0)),
    "linked-long": lambda: _at(_OLD, name=LONG),
    "linked-frozen": _frozen,
    "linked-short": lambda: replace(_at(_CUT, RINGING), sheet=_SHORT),
    "linked-allow": lambda: replace(
        _at(_CUT, RINGING), sheet=replace(_SHORT, approval=Approval("advance", OPERATORS))
    ),
    "linked-page": lambda: replace(IDLE, strip=_OFF, sheet=_PAGE),
    "linked-out": lambda: replace(
        IDLE, strip=replace(STRIP, office=Notice(Mood.REFUSED, "office-suspended"))
    ),
    "linked-near": lambda: replace(_at(_CUT), strip=_NEAR),
    "linked-all-wrong": lambda: replace(_at(_CUT), strip=_WRONG),
    "linked-offers": lambda: replace(
        _at(_HERE, RINGING),
        offers=_OFFERS,
        tender=TenderView(0, 0, False, why=_AWAY),
        suggestion=0,
    ),
    "linked-quit": lambda: replace(
        IDLE, strip=_OFF, banner=Notice(Mood.ATTENTION, "quit-unsent", (("count", 128),))
    ),
    "linked-done": lambda: _done(HereView(140, 240, _AS_OF)),
    "linked-done-unknown": lambda: _done(HereView(140, 0)),
    "linked-done-all": lambda: replace(
        _done(_OLD), member=replace(REGULAR, name=LONG), done=replace(DONE_ALL, here=_OLD)
    ),
    "linked-find": lambda: replace(
        IDLE, strip=_OFF, sheet=FindSheet("김민", _FOUND, searched=True)
    ),
    "linked-sale-asking": lambda: _returned("sale-asking", Mood.QUIET),
    "linked-sale-elsewhere": lambda: _returned("sale-elsewhere"),
    "linked-sale-not-there": lambda: _returned("sale-not-there"),
    "joining-refused": lambda: replace(
        IDLE,
        sheet=replace(
            _JOIN, notice=Notice(Mood.REFUSED, "terminal-number-taken", (("number", 1),))
        ),
    ),
    "joining": lambda: replace(IDLE, sheet=_JOIN),
    "joining-confirm": lambda: replace(
        IDLE,
        sheet=replace(
            _JOIN,
            facts=(
                Notice(Mood.ATTENTION, "link-confirm", (("url", "office.morgenrot.example:8443"),)),
                Notice(Mood.QUIET, "link-sends"),
            ),
        ),
    ),
}
