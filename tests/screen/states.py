"""States of the counter to draw, look at and test: usual ones, and those that hurt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pos.devices.scanner_setup import Learned
from tests.screen.claim_states import CLAIM_STATES
from tests.screen.line_states import LINE_STATES
from tests.screen.photograph_states import PHOTOGRAPH_STATES
from tests.screen.state_parts import (
    AT_MEMBER,
    CHOSEN,
    DONE,
    DONE_ALL,
    IDLE,
    LONG,
    MEMBER,
    NOBODY,
    OFFERS,
    OPERATORS,
    PEOPLE,
    REGULAR,
    RETURN,
    REWARDS,
    RINGING,
    SHIFT,
    SIGNED_OUT,
    SLIP,
    STRIP,
    TAUGHT,
    TICKET,
    WHY,
)
from ui.counter.notice import Mood, Notice, Way
from ui.counter.sheets import (
    CameraSheet,
    EnrolSheet,
    FindSheet,
    ScannerSheet,
    SettingsSheet,
    Sheet,
    SignInSheet,
    SlipSheet,
    WhyStep,
)
from ui.counter.state import (
    Birthday,
    CounterState,
    Done,
    LineView,
    MemberView,
    Phase,
    Reach,
    Ticket,
    Today,
)


def many_lines() -> CounterState:
    """Twelve lines, amounts as long as they get, nine rewards, a name of sixty letters."""
    lines = tuple(
        LineView(n, f"Product of the house number {n} with a long name", n, 9_999_999_999)
        for n in range(1, 13)
    )
    rewards = tuple(
        replace(REWARDS[n % 4], number=n + 1, name=f"{REWARDS[n % 4].name} and something more")
        for n in range(9)
    )
    ticket = Ticket(lines, 9_999_999_999, 1_000_000, 9_998_999_999, 99_999_999, 1_200)
    member = replace(MEMBER, name=LONG, points=9_999_999, usable=120, owed=40)
    return replace(RINGING, ticket=ticket, offers=rewards, member=member)


def _sheet(sheet: Sheet, state: CounterState = IDLE) -> CounterState:
    return replace(state, sheet=sheet)


STATES: dict[str, Callable[[], CounterState]] = {
    "starting": lambda: CounterState(shop="Café Morgenrot", busy=True),
    "sign-in": lambda: _sheet(SignInSheet(OPERATORS), SIGNED_OUT),
    "sign-in-pin": lambda: _sheet(
        SignInSheet(
            OPERATORS, 2, 3, notice=Notice(Mood.REFUSED, "pin-wrong", (("left", 2), ("seconds", 0)))
        ),
        SIGNED_OUT,
    ),
    "idle": lambda: IDLE,
    "idle-first": lambda: replace(IDLE, today=Today(), last_act=None),
    "idle-typed": lambda: replace(IDLE, entry="5678"),
    "nobody": lambda: replace(IDLE, entry="5678", banner=NOBODY),
    "member": lambda: AT_MEMBER,
    "member-blank": lambda: replace(
        AT_MEMBER,
        member=MemberView("", "•••• 4711", "", 0, 0, joined_on=date(2026, 11, 21)),
        offers=tuple(replace(r, reach=Reach.NEAR, missing=r.points) for r in REWARDS),
        suggestion=0,
        banner=Notice(
            Mood.OK, "enrolled", (("card", "•••• 4711"),), (Way("enrol", "F4", "way-add-details"),)
        ),
    ),
    "ringing": lambda: RINGING,
    "ringing-typed": lambda: replace(RINGING, entry="12.50"),
    "ringing-no-card": lambda: replace(RINGING, member=None, offers=(), tender=None, suggestion=0),
    "chosen": lambda: CHOSEN,
    "many": many_lines,
    "refused-scan": lambda: replace(
        RINGING, banner=Notice(Mood.REFUSED, "code-damaged", (("text", "X" * 4000),))
    ),
    "offers": lambda: replace(
        RINGING,
        member=REGULAR,
        offers=OFFERS[:8],
        more_offers=3,
        suggestion=3,
        ticket=replace(TICKET, earns=25, rules=("Coffee week", "Happy hour", "Silver")),
    ),
    "offers-long": lambda: replace(
        RINGING,
        member=replace(
            REGULAR, name=LONG, points=9_999_999, birthday=Birthday.NEAR, expiring_points=99_999
        ),
        offers=tuple(replace(one, name=f"{one.name}, {LONG}") for one in OFFERS),
        suggestion=1,
        ticket=replace(TICKET, rules=(LONG, LONG)),
    ),
    "voucher-no-card": lambda: replace(
        RINGING,
        member=None,
        tender=None,
        offers=(replace(OFFERS[0], reach=Reach.CHOSEN),),
        suggestion=0,
        ticket=replace(TICKET, paid_minor=300, due_minor=950, earns=0),
        banner=Notice(Mood.OK, "voucher-taken", (("voucher", "3 euros off the next visit"),)),
    ),
    "voucher-idle": lambda: replace(
        IDLE,
        banner=Notice(
            Mood.OK,
            "voucher-worth-from",
            (("voucher", "Winter treat"), ("until", "2027-01-31"), ("minimum_minor", 2000)),
        ),
    ),
    "exchange": lambda: replace(
        RINGING, ticket=replace(TICKET, credit_minor=890, due_minor=360, exchange=True)
    ),
    "exchange-empty": lambda: replace(
        AT_MEMBER,
        phase=Phase.RINGING,
        ticket=Ticket(credit_minor=890, due_minor=-890, exchange=True),
    ),
    "busy": lambda: replace(RINGING, busy=True),
    "devices": lambda: replace(
        IDLE,
        strip=replace(
            STRIP,
            printer=Notice(Mood.ATTENTION, "printer-paper-low"),
            scanner=Notice(Mood.ATTENTION, "serial-lost", (("port", "COM3"),)),
            camera=Notice(Mood.REFUSED, "camera-lost"),
            store=Notice(Mood.ATTENTION, "backup-failed"),
        ),
    ),
    "done": lambda: replace(IDLE, phase=Phase.DONE, done=DONE),
    "done-all": lambda: replace(
        IDLE,
        phase=Phase.DONE,
        member=REGULAR,
        done=DONE_ALL,
    ),
    "done-exchange": lambda: replace(
        IDLE,
        phase=Phase.DONE,
        done=replace(DONE, kind="exchange", taken_back=9, given_back=50, amount_minor=-320),
    ),
    "done-no-card": lambda: replace(
        IDLE,
        phase=Phase.DONE,
        done=Done(
            kind="sale", number="1-419", amount_minor=890, slip=Notice(Mood.QUIET, "slip-off")
        ),
    ),
    "done-return": lambda: replace(
        IDLE,
        phase=Phase.DONE,
        done=Done(
            kind="return",
            number="1-420",
            taken_back=7,
            given_back=50,
            balance=1289,
            amount_minor=720,
            slip=Notice(Mood.REFUSED, "printer-paper-out", (("printer", "TM-T20"),)),
        ),
    ),
    "find-empty": lambda: _sheet(FindSheet()),
    "find": lambda: _sheet(FindSheet("김", PEOPLE, more=True, searched=True)),
    "find-nobody": lambda: _sheet(FindSheet("Zq", searched=True)),
    "enrol": lambda: _sheet(EnrolSheet(card="•••• 4711")),
    "enrol-similar": lambda: _sheet(
        EnrolSheet(
            phone="01012345678",
            name="김민준",
            notice=Notice(Mood.REFUSED, "phone-taken", (("member", "김민준"),)),
            similar=PEOPLE[:2],
        )
    ),
    "return": lambda: _sheet(RETURN),
    "return-many": lambda: _sheet(
        replace(
            RETURN,
            member=LONG,
            lines=tuple(
                replace(RETURN.lines[0], number=n, amount_minor=9_999_999_999) for n in range(1, 13)
            ),
            refund_minor=9_999_999_999,
            waived=12,
            kept_minor=350,
        )
    ),
    "why": lambda: _sheet(WHY, RINGING),
    "why-many": lambda: _sheet(
        replace(
            WHY,
            points=64,
            steps=(
                *WHY.steps[:3],
                WhyStep("base-visit", (("points", 5), ("count", 1))),
                WhyStep("base-item", (("points", 1), ("count", 7))),
                WhyStep("campaign-treated", (("name", "Warm November"),)),
                WhyStep("multiplier", (("name", "Silver"), ("factor", "1.25"), ("points", "2.75"))),
                WhyStep("multiplier", (("name", LONG), ("factor", "2"), ("points", 11))),
                WhyStep("bonus", (("name", "Birthday"), ("points", 50))),
                WhyStep("bonus", (("name", "Third visit"), ("points", 10))),
                WhyStep("limit-budget", (("name", "Warm November"), ("points", -4))),
                WhyStep("rounded-down", (("points", 71),)),
                WhyStep("cap-day", (("points", -7),)),
                WhyStep("vesting", (("on", "2026-12-05"), ("points", 64))),
            ),
        ),
        RINGING,
    ),
    "shift": lambda: _sheet(SHIFT),
    "settings": lambda: _sheet(SettingsSheet("en", "light", 100, True, True, "none", False)),
    "scanner": lambda: _sheet(ScannerSheet()),
    "scanner_learned": lambda: _sheet(ScannerSheet(TAUGHT, "6100000000001234")),
    "scanner_digits": lambda: _sheet(ScannerSheet(replace(TAUGHT, reads="digits", lost="=+`^"))),
    "scanner_lost": lambda: _sheet(ScannerSheet(Learned())),
    "camera": lambda: _sheet(CameraSheet()),
    "slip": lambda: _sheet(SlipSheet("1-417", SLIP)),
    **CLAIM_STATES,
    **PHOTOGRAPH_STATES,
    **LINE_STATES,
}
