"""What a window is lent of the line: a courier for its books, and the way to a head office.

One value, so that the screen need not know what stands behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from pos.line_state import LineState, Linked
from pos.settings import Settings
from pos.store import Store, View, open_store
from pos.store.link import KEY
from pos.sync.enrolling import enrol, enrol_code, read_enrol_code
from pos.sync.line import app_version, courier_of, line_of, network_of
from pos.sync.shop_line import ShopLine
from pos.sync.till_line import TillLine


class Door:
    """Made with open books; nothing is connected before `courier` is started. `frozen`: why these
    books may spend nothing now, a code, or empty. `end_shift` as in `pos.sync.enrolling.enrol`.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        settings_file: Path,
        frozen: Callable[[View], str],
        end_shift: Callable[[], None],
    ) -> None:
        self._store = store
        self._frozen = frozen
        self._end_shift = end_shift
        self._settings = settings
        self._file = settings_file

    def courier(self, told: Callable[[LineState], None]) -> TillLine | None:
        """Who carries these books, and asks the shop's hub or is it, or knows the window that does;
        `told` from threads of its own. None where there is no head office.

        Errors: those of `pos.sync.line.line_of`.
        """
        with self._store.reading() as view:
            linked = view.setting(KEY) is not None
        if not linked:
            return None
        line_of(self._store)
        courier = partial(courier_of, self._store)
        network = partial(network_of, self._store, self._frozen)
        return TillLine(self._store, partial(ShopLine, self._store, courier, network), told)

    def read(self, text: str) -> str:
        """The address a code leads to; errors: those of `read_enrol_code`."""
        return read_enrol_code(text).url

    def written(self, url: str, code: str) -> str:
        """A code's text from what was typed; errors: those of `enrol_code`."""
        return enrol_code(url, code).text

    def enrol(self, text: str) -> Linked:
        """Get a head office by a code's text; errors: those of `pos.sync.enrolling.enrol`.

        These books are closed afterwards: the terminal may have another number now, so they are
        opened anew. Where it fails they are as they were, and open.
        """
        path, clock = self._store.path, self._store.clock
        reopen = partial(open_store, path, clock)
        asked = read_enrol_code(text)
        app = app_version()
        done = enrol(self._store, self._settings, self._file, reopen, asked, app, self._end_shift)
        done.store.close()
        return Linked(done.terminal, done.shop, done.shop_name, done.merchant)
