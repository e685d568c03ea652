"""The moment a night's entries carry: now, or, among sales of the past, the first of their day."""

from __future__ import annotations

from datetime import date, datetime, time

from pos.clock import milliseconds
from pos.shop import Shop
from pos.store import View


def night_ms(shop: Shop, view: View, booked_on: date) -> int:
    """UTC milliseconds; a day before today is only ever booked while past sales are brought in."""
    if booked_on >= shop.today:
        return view.now_ms()
    return milliseconds(datetime.combine(booked_on, time(), shop.clock.zone))
