"""Acts that are in the books, as the done screen tells them: pure."""

from __future__ import annotations

from datetime import date

from loyalty.basket import Basket
from loyalty.entry import Kind
from loyalty.history import Scene, Standing
from loyalty.quote import quote
from pos.counter import Booked
from pos.returns import BookedReturn
from pos.slips import number_text
from pos.undo import Undone
from ui.counter.state import Done


def sale_done(booked: Booked, language: str, on: date) -> Done:
    """A sale, with the next reward its member may look forward to."""
    near = None
    if booked.member is not None:
        scene = Scene(on, standing=Standing(booked.member, booked.after))
        near = quote(booked.program, scene, Basket(booked.sale.currency)).next_reward
    return Done(
        kind="sale",
        number=number_text(booked.entry.key),
        earned=booked.sale.earned,
        redeemed=booked.sale.redeemed,
        balance=booked.after.balance if booked.member else None,
        amount_minor=booked.sale.due_minor,
        next_reward=near.reward.name_in(language) if near else "",
        next_missing=near.missing if near else 0,
    )


def return_done(booked: BookedReturn) -> Done:
    """A return."""
    return Done(
        kind="return",
        number=number_text(booked.entry.key),
        taken_back=booked.returned.clawed,
        given_back=booked.returned.restored,
        balance=booked.after.balance if booked.member else None,
        amount_minor=booked.returned.refund_minor,
    )


def undo_done(undone: Undone) -> Done:
    """An act taken back. A withdrawn member has no balance any more."""
    moved = undone.after.balance - undone.before.balance
    returned = undone.returned
    stays = undone.member is not None and undone.undid is not Kind.ENROLMENT
    return Done(
        kind=f"{undone.undid.value}-undone",
        number=number_text(undone.entry.key),
        taken_back=returned.clawed if returned else max(0, -moved),
        given_back=returned.restored if returned else max(0, moved),
        balance=undone.after.balance if stays else None,
        amount_minor=returned.refund_minor if returned else 0,
    )
