"""What is to come: members' value by the models that may speak, and sales of the next weeks."""

from __future__ import annotations

from collections.abc import Sequence

from loyalty.insight.forecast import Daily, Forecast, Refusal, forecast
from loyalty.insight.value.histories import History
from loyalty.insight.value.worth import Terms, Valuation, value_members
from pos.insight.sources import Source
from pos.store.insight.lives import lives

_WEEK, _LOOKED_BACK = 7, 8


def valued(source: Source, terms: Terms | None = None) -> Valuation:
    """Members by their number as text. TroubleError `report-cancelled` between two draws."""

    def tell(done: int, of: int) -> None:
        source.view.step("draws", done, of)

    return value_members(histories_of(source), terms, tell)


def histories_of(source: Source) -> tuple[History, ...]:
    """What the models read of every member."""
    return tuple(one.history(source.until) for one in lives(source.view, source.until))


def sales_ahead(source: Source, days: int) -> Forecast | Refusal:
    """The next 7 or 28 days; weekdays on which nobody came in eight weeks are taken as closed."""
    history = source.daily()
    source.view.step("forecast")
    return forecast(history, closed(history, days))


def closed(history: Daily, days: int) -> Sequence[bool]:
    """Whether each of the days behind `history` is one on which the shop has not opened lately."""
    lately = list(history[-_WEEK * _LOOKED_BACK :])
    return [
        len(lately) >= _WEEK
        and all(value is None for value in lately[len(lately) - _WEEK + n % _WEEK :: -_WEEK])
        for n in range(days)
    ]
