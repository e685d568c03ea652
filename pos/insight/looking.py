"""A look into the books for as long as somebody reads figures: one view, kept, stopped, closed."""

from __future__ import annotations

from pos.insight.first import first_screen
from pos.insight.values import FirstScreen
from pos.shop import Shop
from pos.store.insight.reading import InsightView, open_view


class Look:
    """Figures for one reader. All but `stop` are for one worker; `stop` is for any thread."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._view: InsightView | None = None

    def first(self) -> FirstScreen:
        """The manager's first screen now. TroubleError `report-cancelled` after a `stop`."""
        view = self._view
        if view is None:
            view = self._view = open_view(self._shop.store, self._shop.settings.currency)
        else:
            view.refresh()
        return first_screen(self._shop, self._shop.today, view)

    def stop(self) -> None:
        """End what is being counted."""
        if self._view is not None:
            self._view.cancel()

    def close(self) -> None:
        """Let go of the books; a later question opens them anew."""
        if self._view is not None:
            self._view.close()
            self._view = None
